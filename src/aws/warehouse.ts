import { gunzipSync } from 'node:zlib';
import type { S3 } from '@aws-sdk/client-s3';
import { ActionError } from '../errors.js';
import { required } from './answer.js';
import type { Call } from './call.js';
import type { WarehousePort } from './ports.js';
import type { Service } from './service.js';

/** Reads files of tables. S3 Tables lets them be got and put, neither listed nor deleted. */
export function makeWarehouse(service: Service<S3>): WarehousePort {
  return {
    async readText(location, context) {
      const read: Call = { operation: 's3:GetObject', doing: `read ${location}` };
      const place = placeOf(location, read);
      const bytes = await service.ask(context, read, async (s3, options) => {
        const answer = await s3.getObject(place, options);
        // Within the call, so that a cut in the middle of the body is an error of the call.
        return required(answer.Body, 'a body', read).transformToByteArray();
      });
      // Iceberg allows `.gz` for metadata (table spec, "Table Metadata and Snapshots").
      return Buffer.from(place.Key.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    }
  };
}

function placeOf(location: string, { doing }: Call): { Bucket: string; Key: string } {
  const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(location) ?? [];
  if (Bucket !== undefined && Key !== undefined) return { Bucket, Key };
  throw new ActionError('GARBLED_ANSWER', {
    doing,
    found: `"${location}" is not of the form s3://bucket/key.`
  });
}
