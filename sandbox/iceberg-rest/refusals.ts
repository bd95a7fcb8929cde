import { jsonReply } from '../protocol/rest-json.js';
import { AwsRefusal, type SandboxReply } from '../service.js';
import type { Dialect } from './dialect.js';

/** The names that Iceberg's clients know errors by, for those of S3 Tables. The first is AWS's own. */
const TYPES: readonly (readonly [code: string, message: string, type: string])[] = [
  ['NotFoundException', 'The specified bucket', 'no_such_bucket'],
  ['NotFoundException', 'The specified namespace', 'NoSuchNamespaceException'],
  ['NotFoundException', 'The specified table', 'NoSuchTableException'],
  ['ConflictException', 'The namespace that you tried to delete is not empty', 'NamespaceNotEmptyException'],
  ['ConflictException', 'A ', 'AlreadyExistsException']
];

/** An error of the Iceberg REST catalog (REST spec, IcebergErrorResponse). */
export function icebergRefusal(refusal: AwsRefusal, dialect: Dialect): SandboxReply {
  const { code, message } = refusal;
  const known = TYPES.find(([name, start]) => name === code && message.startsWith(start));
  const status = dialect.statusOf(refusal);
  return jsonReply(status, { error: { code: status, message, type: known?.[2] ?? code } });
}

/** CommitFailedException, 409: the table has changed since the client read it. */
export function commitFailed(message: string): AwsRefusal {
  return new AwsRefusal(409, 'CommitFailedException', message);
}
