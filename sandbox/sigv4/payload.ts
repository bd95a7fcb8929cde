import { S3Refusal } from '../protocol/s3-xml.js';
import type { RawRequest } from '../http/message.js';
import type { Authorization } from './authorization.js';
import { decodeChunks, type ChunkSigner, type Payload } from './chunks.js';
import { queryPairs } from './encoding.js';
import { sha256Hex } from './signature.js';

const unsigned = 'UNSIGNED-PAYLOAD';
const streaming =
  /^STREAMING-(AWS4-HMAC-SHA256-PAYLOAD|AWS4-HMAC-SHA256-PAYLOAD-TRAILER|UNSIGNED-PAYLOAD-TRAILER)$/;

/**
 * The last line of the canonical request. S3 takes what `x-amz-content-sha256` says and holds the body
 * against it afterwards; every other service hashes the body it got.
 * Throws InvalidRequest or InvalidArgument (400) where S3's header is missing or means nothing.
 */
export function payloadHash(request: RawRequest, authorization: Authorization): string {
  if (authorization.service !== 's3') return sha256Hex(request.body);
  const declared = declaredHash(request, authorization);
  if (declared === undefined) {
    throw new S3Refusal(
      400,
      'InvalidRequest',
      'Missing required header for this request: x-amz-content-sha256'
    );
  }
  if (/^[0-9a-f]{64}$/.test(declared) || declared === unsigned || streaming.test(declared)) return declared;
  throw new S3Refusal(
    400,
    'InvalidArgument',
    'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, or a valid sha256 value.',
    { elements: { ArgumentName: 'x-amz-content-sha256', ArgumentValue: declared } }
  );
}

/**
 * The body freed of its framing. Throws XAmzContentSHA256Mismatch (400) for another body than the one
 * that was signed, and what {@link decodeChunks} throws.
 */
export function readPayload(request: RawRequest, authorization: Authorization, signer: ChunkSigner): Payload {
  const { body } = request;
  if (authorization.service !== 's3') return { body, trailers: {} };
  const declared = payloadHash(request, authorization);
  if (streaming.test(declared)) return readStream(request, declared, signer);
  if (declared === unsigned || declared === sha256Hex(body)) return { body, trailers: {} };
  throw new S3Refusal(
    400,
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    {
      elements: {
        ClientComputedContentSHA256: declared,
        S3ComputedContentSHA256: sha256Hex(body)
      }
    }
  );
}

function readStream(request: RawRequest, declared: string, signer: ChunkSigner): Payload {
  const signed = !declared.startsWith('STREAMING-UNSIGNED');
  const payload = decodeChunks(request.body, signed ? signer : undefined, declared.endsWith('-TRAILER'));
  const length = request.headers['x-amz-decoded-content-length'];
  if (length === undefined) {
    throw new S3Refusal(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  if (Number(length) !== payload.body.length) {
    throw new S3Refusal(
      400,
      'IncompleteBody',
      'You did not provide the number of bytes specified by the Content-Length HTTP header.'
    );
  }
  checkAnnounced(request, payload);
  return payload;
}

/** `x-amz-trailer` names the headers that follow the body: those, and no others, must be there. */
function checkAnnounced(request: RawRequest, { trailers }: Payload): void {
  const announced = (request.headers['x-amz-trailer'] ?? '').toLowerCase().split(',');
  const names = announced.map((name) => name.trim()).filter((name) => name !== '');
  const sent = Object.keys(trailers);
  if (names.length === sent.length && names.every((name) => sent.includes(name))) return;
  throw new S3Refusal(
    400,
    'MalformedTrailerError',
    'The request contained trailing data that was not well-formed or did not conform to our published schema.'
  );
}

function declaredHash(request: RawRequest, authorization: Authorization): string | undefined {
  const header = request.headers['x-amz-content-sha256'];
  if (header !== undefined || authorization.expires === undefined) return header;
  const pair = queryPairs(request.queryText).find(([name]) => name.toString() === 'X-Amz-Content-Sha256');
  return pair ? pair[1].toString() : unsigned;
}
