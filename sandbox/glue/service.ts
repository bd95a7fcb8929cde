import { glueDialect } from '../iceberg-rest/glue.js';
import { icebergOperation, isIceberg } from '../iceberg-rest/route.js';
import { json11Refusal, json11Reply } from '../protocol/json11.js';
import { readJson } from '../protocol/rest-json.js';
import { notInSandbox, type Service } from '../service.js';
import { operations } from './operations.js';

const prefix = 'AWSGlue.';

/** Glue on the wire: JSON 1.1, the operation named by the header X-Amz-Target; below `/iceberg` Iceberg's own protocol. */
export const glueService: Service = {
  name: 'glue',
  route(request) {
    if (isIceberg(request)) return icebergOperation(request, glueDialect);
    const target = request.headers['x-amz-target'] ?? '';
    const name = target.startsWith(prefix) ? target.slice(prefix.length) : target;
    const run = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (!run) throw notInSandbox('glue', name);
    const { region, caller } = request;
    return { name, handle: () => json11Reply(run({ region, caller, members: readJson(request) })) };
  },
  refuse: json11Refusal
};
