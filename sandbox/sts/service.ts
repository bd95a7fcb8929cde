import { queryRefusal, queryReply, readForm } from '../protocol/query.js';
import { AwsRefusal, notInSandbox, type Operation, type SandboxRequest, type Service } from '../service.js';
import { operations } from './operations.js';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** STS on the wire, the query protocol: who am I, and becoming somebody else. */
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
  const run = Object.hasOwn(operations, action) ? operations[action] : undefined;
  if (!run) throw notInSandbox('sts', action);
  return { name: action, handle: () => queryReply(action, namespace, run(request), request.id) };
}
