import { S3Refusal } from '../protocol/s3-xml.js';
import { SignatureProblem } from './problem.js';
import { hmac, sha256Hex } from './signature.js';

/** What the signatures of the chunks are made with; each builds on the one before, the first on `seed`. */
export interface ChunkSigner {
  readonly key: Buffer;
  readonly seed: string;
  readonly time: string;
  readonly scope: string;
}

/** A request's content as its service sees it. */
export interface Payload {
  readonly body: Buffer;
  /** The headers that came after the body; lower-case names. */
  readonly trailers: Readonly<Record<string, string>>;
}

interface Cursor {
  readonly body: Buffer;
  at: number;
}

const emptyHash = sha256Hex('');

/**
 * Takes the aws-chunked framing off a body and checks the signature of every chunk and of the trailers
 * (Amazon S3 API Reference, "Signature calculations: transferring payload in multiple chunks").
 * @param signer nothing for chunks without signatures
 * @param trailer whether headers follow the last chunk
 * Throws IncompleteBody, MalformedTrailerError (400), and {@link SignatureProblem} `mismatch`.
 */
export function decodeChunks(body: Buffer, signer: ChunkSigner | undefined, trailer: boolean): Payload {
  const cursor: Cursor = { body, at: 0 };
  const parts: Buffer[] = [];
  let previous = signer?.seed ?? '';
  for (;;) {
    const { data, signature } = readChunk(cursor);
    if (signer) {
      checkSignature(signer, 'PAYLOAD', [previous, emptyHash, sha256Hex(data)], signature);
      previous = signature;
    }
    if (data.length === 0) break;
    parts.push(data);
    if (readLine(cursor) !== '') throw incomplete();
  }
  const content = Buffer.concat(parts);
  if (!trailer) return { body: content, trailers: {} };
  return { body: content, trailers: readTrailers(cursor, signer, previous) };
}

function readChunk(cursor: Cursor): { data: Buffer; signature: string } {
  const head = /^([0-9a-fA-F]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(readLine(cursor));
  if (!head) throw incomplete();
  const size = parseInt(head[1]!, 16);
  const data = cursor.body.subarray(cursor.at, cursor.at + size);
  if (data.length < size) throw incomplete();
  cursor.at += size;
  return { data, signature: head[2] ?? '' };
}

function readTrailers(
  cursor: Cursor,
  signer: ChunkSigner | undefined,
  previous: string
): Record<string, string> {
  const trailers: Record<string, string> = {};
  let canonical = '';
  while (cursor.at < cursor.body.length) {
    const line = readLine(cursor);
    if (line === '') continue;
    const cut = line.indexOf(':');
    if (cut < 1) throw malformedTrailer();
    const [name, value] = [line.slice(0, cut).trim().toLowerCase(), line.slice(cut + 1).trim()];
    if (name === 'x-amz-trailer-signature') {
      if (signer) checkSignature(signer, 'TRAILER', [previous, sha256Hex(canonical)], value);
      return trailers;
    }
    trailers[name] = value;
    canonical += `${name}:${value}\n`;
  }
  if (signer) throw malformedTrailer();
  return trailers;
}

function checkSignature(
  signer: ChunkSigner,
  kind: 'PAYLOAD' | 'TRAILER',
  hashes: readonly string[],
  given: string
): void {
  const text = [`AWS4-HMAC-SHA256-${kind}`, signer.time, signer.scope, ...hashes].join('\n');
  if (hmac(signer.key, text).toString('hex') === given) return;
  throw new SignatureProblem('mismatch', '', { StringToSign: text, SignatureProvided: given });
}

/** The next line, without its end; a last line need not have one. */
function readLine(cursor: Cursor): string {
  const { body, at } = cursor;
  const found = body.indexOf('\n', at);
  const end = found < 0 ? body.length : found;
  cursor.at = end + 1;
  return body.toString('latin1', at, end).replace(/\r$/, '');
}

function incomplete(): S3Refusal {
  return new S3Refusal(
    400,
    'IncompleteBody',
    'The request body terminated unexpectedly or its chunks are not well-formed.'
  );
}

function malformedTrailer(): S3Refusal {
  return new S3Refusal(
    400,
    'MalformedTrailerError',
    'The request contained trailing data that was not well-formed or did not conform to our published schema.'
  );
}
