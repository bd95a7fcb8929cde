import { queryRefusal, queryReply, readForm } from '../protocol/query.js';
import { notInSandbox, type Service } from '../service.js';
import { membersOf } from './form.js';
import { operations } from './operations.js';

const namespace = 'https://iam.amazonaws.com/doc/2010-05-08/';

/** IAM on the wire: the query protocol, version 2010-05-08. Roles belong to the account, not to a region. */
export const iamService: Service = {
  name: 'iam',
  route(request) {
    const form = readForm(request);
    const name = form.get('Action') ?? '';
    const run = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (!run) throw notInSandbox('iam', name);
    const call = { account: request.region.account, caller: request.caller, members: membersOf(form) };
    return {
      name,
      handle: () => {
        const xml = run(call);
        if (!/^(Get|List|Simulate)/.test(name)) call.account.iam.changed();
        return queryReply(name, namespace, xml, request.id);
      }
    };
  },
  refuse: (refusal, requestId) => queryRefusal(refusal, namespace, requestId)
};
