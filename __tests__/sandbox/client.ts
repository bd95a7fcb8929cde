import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

/** A request with nothing in it that the caller did not put there. */
export interface Message {
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  bytes: Buffer;
}

/** How a message is signed; what is left out is what the sandbox expects. */
export interface Signing {
  service: string;
  region?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
  sessionToken?: string;
  date?: Date;
}

/** Sends a message as it is. Rejects when the connection is cut. */
export function send(url: string, message: Message): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const { method, path, headers, body } = message;
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: bytes.toString(),
          bytes
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The message with an `Authorization` header, made by the AWS SDK's own signer. */
export async function sign(url: string, message: Message, signing: Signing): Promise<Message> {
  const { hostname, host, port } = new URL(url);
  const [path = '/', query = ''] = message.path.split('?');
  const signed = await signer(signing).sign(
    {
      method: message.method,
      protocol: 'http:',
      hostname,
      port: Number(port),
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: { host, ...message.headers },
      ...(message.body !== undefined && { body: message.body })
    },
    { signingDate: signing.date ?? new Date() }
  );
  return { ...message, headers: signed.headers };
}

/** Signs and sends. */
export async function call(url: string, message: Message, signing: Signing): Promise<Answer> {
  return send(url, await sign(url, message, signing));
}

/** A presigned GET: the path with the signature in its query. */
export async function presign(
  url: string,
  path: string,
  signing: Signing & { expiresIn: number }
): Promise<string> {
  const { hostname, host, port } = new URL(url);
  const [bare = '/', query = ''] = path.split('?');
  const signed = await signer(signing).presign(
    {
      method: 'GET',
      protocol: 'http:',
      hostname,
      port: Number(port),
      path: bare,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: { host, ...(signing.service === 's3' && { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }) }
    },
    { expiresIn: signing.expiresIn, signingDate: signing.date ?? new Date() }
  );
  return `${bare}?${new URLSearchParams(signed.query as Record<string, string>).toString()}`;
}

function signer(signing: Signing): SignatureV4 {
  const { accessKeyId = 'sandbox', secretAccessKey = 'sandbox', sessionToken } = signing;
  return new SignatureV4({
    service: signing.service,
    region: signing.region ?? 'us-east-1',
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
    sha256: Sha256,
    uriEscapePath: signing.service !== 's3',
    applyChecksum: signing.service === 's3'
  });
}

/** GetCallerIdentity, unsigned. */
export const whoAmI: Message = {
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'Action=GetCallerIdentity&Version=2011-06-15'
};
