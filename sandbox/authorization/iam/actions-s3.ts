import { addressOf } from '../../s3/address.js';
import type { Operation, SandboxRequest } from '../../service.js';
import type { Need } from './need.js';
import { tableOfWarehouse } from './s3tables-targets.js';

/** The actions that stand for S3's operations on a table's files (S3 User Guide, "Setting up S3 Tables access"). */
const actions: Readonly<Record<string, string>> = {
  GetObject: 's3tables:GetTableData',
  HeadObject: 's3tables:GetTableData',
  ListParts: 's3tables:GetTableData',
  PutObject: 's3tables:PutTableData',
  CreateMultipartUpload: 's3tables:PutTableData',
  UploadPart: 's3tables:PutTableData',
  CompleteMultipartUpload: 's3tables:PutTableData',
  AbortMultipartUpload: 's3tables:PutTableData'
};

/** What operations on objects need; nothing where there is no such bucket, or no such operation: S3 says so itself. */
export function s3Needs(request: SandboxRequest, { name }: Operation): readonly Need[] {
  if (name === 'ListBuckets') return [{ arn: '*', action: 's3:ListAllMyBuckets' }];
  const action = actions[name];
  const table = tableOfWarehouse(request.region, addressOf(request).bucket);
  return action !== undefined && table ? [{ ...table, action }] : [];
}
