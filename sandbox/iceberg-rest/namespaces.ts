import * as v from 'valibot';
import { record } from '../input/records.js';
import { jsonReply } from '../protocol/rest-json.js';
import { getTableBucket } from '../s3tables/buckets.js';
import { createNamespace, deleteNamespace, getNamespace } from '../s3tables/namespaces.js';
import { badRequest } from '../s3tables/refusals.js';
import type { Namespace } from '../s3tables/state.js';
import { bucketOf, namespaceOf, onlyLevel } from './address.js';
import { bodyOf, nextPage, pageAskedFor } from './body.js';
import type { IcebergCall, IcebergHandler } from './dialect.js';

const createBody = v.object({
  namespace: v.pipe(v.array(v.string()), v.minLength(1)),
  properties: v.nullish(record(v.string(), v.string()), {})
});

/** The operations on namespaces, the same at S3 Tables and Glue. */
export const namespaceHandlers: Readonly<Record<string, IcebergHandler>> = {
  IcebergListNamespaces(call) {
    if (call.query.has('parent')) throw badRequest('Multipart namespaces are not supported.');
    const { namespaces } = getTableBucket(call.region, bucketOf(call));
    const { permissions } = call.dialect;
    const shown = [...namespaces.keys()].filter((name) => permissions?.showsNamespace(call, name) ?? true);
    const page = pageAskedFor(call, shown, (name) => name);
    return jsonReply(200, { namespaces: page.items.map((name) => [name]), ...nextPage(call, page) });
  },

  IcebergCreateNamespace(call) {
    const { namespace, properties } = bodyOf(call, createBody);
    const name = onlyLevel(namespace);
    const unknown = Object.keys(properties ?? {}).find((key) => key !== 'owner');
    if (unknown !== undefined) throw badRequest(`The namespace property ${unknown} is not supported.`);
    const made = createNamespace(call.region, call.caller, bucketOf(call), name);
    const owner = properties?.['owner'];
    if (owner !== undefined) made.owner = owner;
    call.dialect.permissions?.made(call, name);
    return jsonReply(200, view(made));
  },

  IcebergLoadNamespaceMetadata: (call) => jsonReply(200, view(namespaceAt(call))),

  IcebergNamespaceExists(call) {
    namespaceAt(call);
    return jsonReply(204);
  },

  IcebergDropNamespace(call) {
    const bucket = bucketOf(call);
    const namespace = namespaceOf(call);
    deleteNamespace(call.region, bucket, namespace);
    call.dialect.permissions?.gone(call, namespace);
    return jsonReply(204);
  }
};

function namespaceAt(call: IcebergCall): Namespace {
  const bucket = bucketOf(call);
  return getNamespace(call.region, bucket, namespaceOf(call));
}

function view({ name, owner }: Namespace): object {
  return { namespace: [name], properties: owner === undefined ? {} : { owner } };
}
