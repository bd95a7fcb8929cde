import { icebergOperation, isIceberg } from '../iceberg-rest/route.js';
import { s3TablesDialect } from '../iceberg-rest/s3tables.js';
import { restJsonRefusal } from '../protocol/rest-json.js';
import { AwsRefusal, notInSandbox, type Operation, type SandboxRequest, type Service } from '../service.js';
import { bucketHandlers } from './bucket-api.js';
import { bucketSettingsHandlers } from './bucket-settings-api.js';
import type { Handler } from './call.js';
import { loggingHandlers } from './logging-api.js';
import { namespaceHandlers } from './namespace-api.js';
import { findOperation } from './operations.js';
import { tableHandlers } from './table-api.js';
import { tableSettingsHandlers } from './table-settings-api.js';
import { tagHandlers } from './tag-api.js';

const HANDLERS: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    ...bucketHandlers,
    ...bucketSettingsHandlers,
    ...loggingHandlers,
    ...namespaceHandlers,
    ...tableHandlers,
    ...tableSettingsHandlers,
    ...tagHandlers
  })
);

/** Amazon S3 Tables: table buckets, namespaces and tables, on the REST-JSON protocol; below `/iceberg` Iceberg's own. */
export const s3TablesService: Service = {
  name: 's3tables',

  route(request: SandboxRequest): Operation {
    if (isIceberg(request)) return icebergOperation(request, s3TablesDialect);
    const operation = findOperation(request.method, request.path);
    if (!operation) throw unknown(request);
    const { name, labels } = operation;
    const handler = HANDLERS.get(name);
    if (!handler) throw notInSandbox('s3tables', name);
    return { name, labels, handle: () => handler({ ...request, labels }) };
  },

  refuse: (refusal) => restJsonRefusal(refusal)
};

function unknown({ method, path }: SandboxRequest): AwsRefusal {
  return new AwsRefusal(404, 'UnknownOperationException', `S3 Tables has no operation ${method} ${path}.`);
}
