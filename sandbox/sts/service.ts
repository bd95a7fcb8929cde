import { queryRefusal, queryReply, readForm, xmlElements } from '../protocol/query.js';
import { AwsRefusal, notInSandbox, type Operation, type SandboxRequest, type Service } from '../service.js';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** STS: who am I. */
export const stsService: Service = {
  name: 'sts',
  route,
  refuse: (refusal, requestId) => queryRefusal(refusal, namespace, requestId)
};

function route(request: SandboxRequest): Operation {
  const action = readForm(request).get('Action');
  if (action === null) {
    throw new AwsRefusal(400, 'MissingAction', 'The request is missing the parameter Action.');
  }
  if (action !== 'GetCallerIdentity') throw notInSandbox('sts', action);
  return { name: action, handle: () => getCallerIdentity(request) };
}

function getCallerIdentity({ caller, id }: SandboxRequest): ReturnType<Operation['handle']> {
  const identity = { Arn: caller.arn, UserId: caller.userId, Account: caller.accountId };
  return queryReply('GetCallerIdentity', namespace, xmlElements(identity), id);
}
