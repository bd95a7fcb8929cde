import { gunzipSync } from 'node:zlib';
import type { S3 } from '@aws-sdk/client-s3';
import { ActionError } from '../errors.js';
import { required } from './answer.js';
import type { Call } from './call.js';
import type { WarehousePort } from './ports.js';
import type { Service } from './service.js';

/** Gets and puts files of tables. S3 Tables lets them be neither listed nor deleted. */
export function makeWarehouse(service: Service<S3>): WarehousePort {
  const read: WarehousePort['read'] = (location, context) => {
    const call: Call = { operation: 's3:GetObject', doing: `read ${location}` };
    const place = placeOf(location, call);
    return service.ask(context, call, async (s3, options) => {
      const answer = await s3.getObject(place, options);
      // Within the call, so that a cut in the middle of the body is an error of the call.
      return required(answer.Body, 'a body', call).transformToByteArray();
    });
  };
  return {
    read,
    async readText(location, context) {
      const bytes = await read(location, context);
      return Buffer.from(isGzip(bytes) ? unzipped(bytes, location) : bytes).toString('utf8');
    },
    async write(location, bytes, context) {
      const call: Call = { operation: 's3:PutObject', doing: `write ${location}` };
      const place = placeOf(location, call);
      await service.ask(context, call, (s3, options) => s3.putObject({ ...place, Body: bytes }, options));
    }
  };
}

/** Writers name compressed metadata `….metadata.json.gz` or `….gz.metadata.json`, so the bytes have the say. */
function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

function unzipped(bytes: Uint8Array, location: string): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    const found = `It is damaged: it cannot be decompressed (${String(cause)}).`;
    throw new ActionError('ICEBERG_CORRUPT', { doing: `read ${location}`, found, cause });
  }
}

function placeOf(location: string, { doing }: Call): { Bucket: string; Key: string } {
  const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(location) ?? [];
  if (Bucket !== undefined && Key !== undefined) return { Bucket, Key };
  throw new ActionError('GARBLED_ANSWER', {
    doing,
    found: `"${location}" is not of the form s3://bucket/key.`
  });
}
