import { jsonReply, readJson, restJsonRefusal } from '../protocol/rest-json.js';
import { notInSandbox, type Service } from '../service.js';
import { operations } from './operations.js';

/** Lake Formation on the wire: REST-JSON, every operation a POST to a path of its name. */
export const lakeFormationService: Service = {
  name: 'lakeformation',
  route(request) {
    const name = request.path.slice(1);
    const isKnown = request.method === 'POST' && Object.hasOwn(operations, name);
    const run = isKnown ? operations[name] : undefined;
    if (!run) throw notInSandbox('lakeformation', name);
    const { region, caller } = request;
    return { name, handle: () => jsonReply(200, run({ region, caller, members: readJson(request) })) };
  },
  refuse: (refusal) => restJsonRefusal(refusal, true)
};
