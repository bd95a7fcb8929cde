import { expect, test } from '@jest/globals';
import { elements, refusalOf, withIam } from './call.js';

const { iam } = withIam();
const Url = 'https://token.actions.githubusercontent.com';
const OpenIDConnectProviderArn =
  'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';

test('a provider is made, read, listed and removed, also twice', async () => {
  const made = await iam('CreateOpenIDConnectProvider', {
    Url,
    'ClientIDList.member.1': 'sts.amazonaws.com',
    'ThumbprintList.member.1': 'a'.repeat(40)
  });
  expect(elements(made, 'OpenIDConnectProviderArn')).toEqual([OpenIDConnectProviderArn]);
  const read = await iam('GetOpenIDConnectProvider', { OpenIDConnectProviderArn });
  expect(elements(read, 'Url')).toEqual(['token.actions.githubusercontent.com']);
  expect(elements(read, 'member')).toEqual(['sts.amazonaws.com', 'a'.repeat(40)]);
  expect(elements(await iam('ListOpenIDConnectProviders'), 'Arn')).toEqual([OpenIDConnectProviderArn]);
  expect(refusalOf(await iam('CreateOpenIDConnectProvider', { Url }))[1]).toBe('EntityAlreadyExists');
  for (let n = 0; n < 2; n++) {
    expect((await iam('DeleteOpenIDConnectProvider', { OpenIDConnectProviderArn })).status).toBe(200);
  }
  const gone = await iam('GetOpenIDConnectProvider', { OpenIDConnectProviderArn });
  expect(refusalOf(gone)[1]).toBe('NoSuchEntity');
});

test.each(['http://example.com', 'https://', 'https://example.com?a=b', 'example.com'])(
  '%s is no issuer',
  async (url) => {
    expect(refusalOf(await iam('CreateOpenIDConnectProvider', { Url: url }))).toEqual([
      400,
      'ValidationError',
      'Invalid Open ID Connect Provider URL'
    ]);
  }
);
