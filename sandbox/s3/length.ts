import { S3Refusal } from '../protocol/s3-xml.js';

/**
 * S3 wants to know beforehand how much is coming: a body in HTTP's own chunks has to say it in
 * `x-amz-decoded-content-length`. Throws MissingContentLength (411).
 */
export function checkLength(headers: Readonly<Record<string, string>>): void {
  if ('content-length' in headers || 'x-amz-decoded-content-length' in headers) return;
  throw new S3Refusal(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
}
