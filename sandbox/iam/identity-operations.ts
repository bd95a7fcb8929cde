import type * as v from 'valibot';
import { readInput } from '../input/constraints.js';
import { xmlElements } from '../protocol/xml.js';
import { listed, type Handler, type IamCall } from './answer.js';
import * as identities from './identities.js';
import { identityInputs } from './model.js';
import { roleNamed } from './roles.js';
import type { Identity } from './state.js';
import { userNamed } from './users.js';
import { element, encodedPolicy, tagXml } from './xml.js';

type Inputs = (typeof identityInputs)['Role'];

/** What the name of an operation says it is on. */
type Kind = keyof typeof identityInputs;

const byKind: Readonly<Record<Kind, (call: IamCall, name: string) => Identity>> = {
  Role: ({ account }, name) => roleNamed(account, name),
  User: ({ account }, name) => userNamed(account, name)
};

/** What can be done with a role and with a user alike, by the operation's name. */
export function identityOperations(kind: Kind): Readonly<Record<string, Handler>> {
  return { ...policyOperations(kind), ...attachmentOperations(kind), ...tagOperations(kind) };
}

function policyOperations(kind: Kind): Readonly<Record<string, Handler>> {
  return {
    [`Put${kind}Policy`]: (call) => {
      const [identity, { PolicyName, PolicyDocument }] = asked(kind, 'PutPolicy', call);
      identities.putPolicy(identity, PolicyName, PolicyDocument);
      return '';
    },
    [`Get${kind}Policy`]: (call) => {
      const [identity, { PolicyName }] = asked(kind, 'Policy', call);
      const PolicyDocument = encodedPolicy(identities.policyNamed(identity, PolicyName));
      return xmlElements({ [`${kind}Name`]: identity.name, PolicyName, PolicyDocument });
    },
    [`List${kind}Policies`]: (call) => {
      const [{ policies }, paging] = asked(kind, 'List', call);
      const xml = (member: string): string => xmlElements({ member });
      return listed('PolicyNames', [...policies.keys()], (name) => name, { paging, xml });
    },
    [`Delete${kind}Policy`]: (call) => {
      const [identity, { PolicyName }] = asked(kind, 'Policy', call);
      identities.policyNamed(identity, PolicyName);
      identity.policies.delete(PolicyName);
      return '';
    }
  };
}

function attachmentOperations(kind: Kind): Readonly<Record<string, Handler>> {
  return {
    [`Attach${kind}Policy`]: (call) => {
      const [identity, { PolicyArn }] = asked(kind, 'Attached', call);
      identities.attachPolicy(call.account.iam, identity, PolicyArn);
      return '';
    },
    [`Detach${kind}Policy`]: (call) => {
      const [identity, { PolicyArn }] = asked(kind, 'Attached', call);
      identities.detachPolicy(identity, PolicyArn);
      return '';
    },
    [`ListAttached${kind}Policies`]: (call) => {
      const [{ attachedPolicies }, paging] = asked(kind, 'ListAttached', call);
      return listed('AttachedPolicies', [...attachedPolicies], (arn) => arn, {
        paging,
        xml: attachedPolicyXml
      });
    },
    [`Put${kind}PermissionsBoundary`]: (call) => {
      const [identity, { PermissionsBoundary }] = asked(kind, 'Boundary', call);
      identities.checkPolicyExists(call.account.iam, PermissionsBoundary);
      identity.permissionsBoundary = PermissionsBoundary;
      return '';
    },
    [`Delete${kind}PermissionsBoundary`]: (call) => {
      const [identity] = asked(kind, 'NoBoundary', call);
      delete identity.permissionsBoundary;
      return '';
    }
  };
}

function tagOperations(kind: Kind): Readonly<Record<string, Handler>> {
  return {
    [`Tag${kind}`]: (call) => {
      const [{ tags }, { Tags }] = asked(kind, 'Tag', call);
      identities.addTags(tags, Tags);
      return '';
    },
    [`Untag${kind}`]: (call) => {
      const [{ tags }, { TagKeys }] = asked(kind, 'Untag', call);
      for (const key of TagKeys) tags.delete(key);
      return '';
    },
    [`List${kind}Tags`]: (call) => {
      const [{ tags }, paging] = asked(kind, 'List', call);
      return listed('Tags', [...tags], ([key]) => key, { paging, xml: tagXml });
    }
  };
}

/** The role or user that a request names, and what else it has. Throws ValidationError, NoSuchEntity. */
function asked<K extends keyof Inputs>(
  kind: Kind,
  input: K,
  call: IamCall
): readonly [Identity, v.InferOutput<Inputs[K]>] {
  // The two kinds' inputs differ in the name of the member that has the name.
  const members = readInput(identityInputs[kind][input], call.members, 'ValidationError') as v.InferOutput<
    Inputs[K]
  >;
  const name = (members as Readonly<Record<string, unknown>>)[`${kind}Name`];
  return [byKind[kind](call, String(name)), members];
}

function attachedPolicyXml(arn: string): string {
  const PolicyName = arn.slice(arn.lastIndexOf('/') + 1);
  return element('member', xmlElements({ PolicyName, PolicyArn: arn }));
}
