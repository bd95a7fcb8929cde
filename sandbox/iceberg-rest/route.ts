import type { Operation, SandboxRequest } from '../service.js';
import { findOperation } from '../s3tables/operations.js';
import { getConfig } from './config.js';
import type { Dialect, IcebergHandler } from './dialect.js';
import { namespaceHandlers } from './namespaces.js';
import { operationsBelow } from './operations.js';
import { icebergRefusal } from './refusals.js';
import { tableHandlers } from './tables.js';

const COMMON: Readonly<Record<string, IcebergHandler>> = {
  IcebergGetConfig: getConfig,
  ...namespaceHandlers,
  ...tableHandlers
};

/** Whether a request is for a service's Iceberg REST catalog. */
export function isIceberg({ path }: SandboxRequest): boolean {
  return path.startsWith('/iceberg/');
}

/** The operation that a request to an Iceberg REST catalog asks for; one that AWS lacks is answered as AWS does. */
export function icebergOperation(request: SandboxRequest, dialect: Dialect): Operation {
  const found = findOperation(request.method, request.path, operationsBelow(dialect.base));
  const { name, labels } = found ?? { name: 'IcebergUnknown', labels: {} };
  const handler = dialect.handlers[name] ?? COMMON[name] ?? dialect.unknown;
  return {
    name,
    labels,
    handle: () => handler({ ...request, labels, dialect }),
    refuse: (refusal) => icebergRefusal(refusal, dialect)
  };
}
