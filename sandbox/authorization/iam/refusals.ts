import type { Decision } from '../../policy/decide.js';
import { AwsRefusal } from '../../service.js';
import type { Need } from './need.js';

/** The operations of S3 Tables whose model has AccessDeniedException; the others have ForbiddenException. */
const accessDenied = new Set([
  'DeleteTableBucketReplication',
  'DeleteTableReplication',
  'GetNamespace',
  'GetTable',
  'GetTableBucket',
  'GetTableBucketEncryption',
  'GetTableBucketReplication',
  'GetTableBucketStorageClass',
  'GetTableEncryption',
  'GetTableReplication',
  'GetTableStorageClass',
  'ListNamespaces',
  'ListTableBuckets',
  'PutTableBucketReplication',
  'PutTableReplication'
]);

/**
 * The refusal of what is not allowed, in the words of IAM User Guide, "Troubleshoot access denied error messages", and
 * as the error that each service has for it.
 * @param service in the credential scope
 */
export function denied(
  service: string,
  operation: string,
  caller: string,
  { need, decision }: { readonly need: Need; readonly decision: Decision }
): AwsRefusal {
  const on = service === 'iam' ? nameOf(need) : need.arn;
  const what = `User: ${caller} is not authorized to perform: ${need.action} on resource: ${on}`;
  if (service === 'sts') return new AwsRefusal(403, 'AccessDenied', what);
  // What S3 has been seen to answer for a table's files.
  if (service === 's3') return new AwsRefusal(403, 'AccessDenied', 'Access Denied');
  const message = `${what} ${reasonOf(need.action, decision)}`;
  if (service === 'iam') return new AwsRefusal(403, 'AccessDenied', message);
  if (service === 's3tables') {
    const code = accessDenied.has(operation) ? 'AccessDeniedException' : 'ForbiddenException';
    return new AwsRefusal(403, code, message);
  }
  return new AwsRefusal(operation.startsWith('Iceberg') ? 403 : 400, 'AccessDeniedException', message);
}

function reasonOf(action: string, { effect, by }: Decision): string {
  const article = by === 'identity-based policy' ? 'an' : 'a';
  if (effect === 'explicitDeny') return `with an explicit deny in ${article} ${by}`;
  return `because no ${by} allows the ${action} action`;
}

/** IAM names roles, users and policies as `role NAME`. */
function nameOf({ arn }: Need): string {
  const [, kind, path = ''] = /^arn:[^:]+:iam::\d{12}:(role|user)\/(.*)$/.exec(arn) ?? [];
  if (kind !== undefined) return `${kind} ${path.slice(path.lastIndexOf('/') + 1)}`;
  return /:policy\//.test(arn) ? `policy ${arn}` : arn;
}
