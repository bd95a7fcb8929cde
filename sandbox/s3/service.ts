import { S3Refusal, s3XmlRefusal, s3XmlReply } from '../protocol/s3-xml.js';
import type { Operation, SandboxReply, SandboxRequest, Service } from '../service.js';
import { addressOf, openBucket, type Address } from './address.js';
import { completeUpload } from './complete.js';
import { abortUpload, createUpload, listParts, uploadPart } from './multipart.js';
import { getObject, putObject } from './objects.js';

type Handler = (request: SandboxRequest, address: Address) => SandboxReply;

/** S3 as the warehouse buckets of S3 Tables have it: objects by key, no list, no delete. */
export const s3Service: Service = { name: 's3', route, refuse: s3XmlRefusal };

/** By method and sub-resource: what GetTableData and PutTableData allow (S3 User Guide, "Setting up S3 Tables"). */
const allowed: Readonly<Record<string, readonly [name: string, handler: Handler]>> = {
  GET: ['GetObject', getObject],
  HEAD: ['HeadObject', getObject],
  PUT: ['PutObject', putObject],
  'POST ?uploads': ['CreateMultipartUpload', createUpload],
  'PUT ?uploadId': ['UploadPart', uploadPart],
  'GET ?uploadId': ['ListParts', listParts],
  'POST ?uploadId': ['CompleteMultipartUpload', completeUpload],
  'DELETE ?uploadId': ['AbortMultipartUpload', abortUpload]
};

/** What clients ask for and these buckets do not have, so that a record of calls can name it. */
const forbidden: Readonly<Record<string, string>> = {
  DELETE: 'DeleteObject',
  'PUT copy': 'CopyObject',
  'PUT ?uploadId copy': 'UploadPartCopy',
  'GET ?acl': 'GetObjectAcl',
  'PUT ?acl': 'PutObjectAcl',
  'GET ?tagging': 'GetObjectTagging',
  'PUT ?tagging': 'PutObjectTagging',
  'DELETE ?tagging': 'DeleteObjectTagging',
  'GET ?attributes': 'GetObjectAttributes'
};

const forbiddenOnBucket: Readonly<Record<string, string>> = {
  GET: 'ListObjects',
  'GET ?list-type': 'ListObjectsV2',
  'GET ?uploads': 'ListMultipartUploads',
  'GET ?versions': 'ListObjectVersions',
  'GET ?location': 'GetBucketLocation',
  'POST ?delete': 'DeleteObjects',
  HEAD: 'HeadBucket',
  PUT: 'CreateBucket',
  DELETE: 'DeleteBucket'
};

/** Parameters that change how an operation runs, not which one it is. */
const modifiers = /^(x-id|partNumber|versionId|max-parts|part-number-marker|response-.*|X-Amz-.*)$/i;

function route(request: SandboxRequest): Operation {
  const address = addressOf(request);
  if (request.method === 'GET' && address.bucket === '') return { name: 'ListBuckets', handle: listBuckets };
  const subresource = [...request.query.keys()].find((name) => !modifiers.test(name));
  const copy = 'x-amz-copy-source' in request.headers ? 'copy' : undefined;
  const shape = [request.method, subresource && `?${preferred(request, subresource)}`, copy]
    .filter(Boolean)
    .join(' ');
  const found = address.key === '' ? undefined : allowed[shape];
  if (found) return { name: found[0], handle: () => found[1](request, address) };
  const names = address.key === '' ? forbiddenOnBucket : forbidden;
  const name = names[shape] ?? shape;
  return { name, handle: () => refuseMethod(request, address, name) };
}

/** The warehouse buckets are not listed: they are the service's, not the account's. */
function listBuckets(): SandboxReply {
  return s3XmlReply('ListAllMyBucketsResult', '<Buckets></Buckets>');
}

/** Where several sub-resources are named, the one that decides. */
function preferred({ query }: SandboxRequest, first: string): string {
  return ['uploadId', 'list-type'].find((name) => query.has(name)) ?? first;
}

function refuseMethod(request: SandboxRequest, { bucket }: Address, name: string): never {
  if (bucket !== '' && name !== 'CreateBucket') openBucket(request.region, bucket);
  throw new S3Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {
    elements: { Method: request.method, ResourceType: 'OBJECT' }
  });
}
