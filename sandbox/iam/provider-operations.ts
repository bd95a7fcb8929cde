import { xmlElements } from '../protocol/xml.js';
import { read, type Handler } from './answer.js';
import { createOidcProvider, oidcProvider } from './oidc-providers.js';
import { element, iamTime, listXml, tagsXml, textList } from './xml.js';

/** What can be done with OpenID Connect providers. */
export const providerOperations: Readonly<Record<string, Handler>> = {
  CreateOpenIDConnectProvider: (call) => {
    const { Url, ClientIDList, ThumbprintList, Tags } = read('CreateOpenIDConnectProvider', call);
    const { arn, tags } = createOidcProvider(call.account, {
      url: Url,
      clientIds: ClientIDList,
      thumbprints: ThumbprintList,
      tags: Tags
    });
    return xmlElements({ OpenIDConnectProviderArn: arn }) + tagsXml(tags);
  },
  GetOpenIDConnectProvider: (call) => {
    const { OpenIDConnectProviderArn } = read('OpenIDConnectProvider', call);
    const { url, clientIds, thumbprints, createdAt, tags } = oidcProvider(
      call.account,
      OpenIDConnectProviderArn
    );
    return [
      xmlElements({ Url: url }),
      textList('ClientIDList', clientIds),
      textList('ThumbprintList', thumbprints),
      xmlElements({ CreateDate: iamTime(createdAt) }),
      tagsXml(tags)
    ].join('');
  },
  ListOpenIDConnectProviders: (call) => {
    const members = [...call.account.iam.oidcProviders.keys()].map((Arn) =>
      element('member', xmlElements({ Arn }))
    );
    return listXml('OpenIDConnectProviderList', members);
  },
  /** One that is not there is no error (IAM API Reference, "DeleteOpenIDConnectProvider"). */
  DeleteOpenIDConnectProvider: (call) => {
    const { OpenIDConnectProviderArn } = read('OpenIDConnectProvider', call);
    call.account.iam.oidcProviders.delete(OpenIDConnectProviderArn);
    return '';
  }
};
