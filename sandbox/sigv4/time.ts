import type { Authorization } from './authorization.js';
import { SignatureProblem } from './problem.js';

const quarterHour = 15 * 60_000;

/**
 * Refuses a signature of another time: more than 15 minutes off, or a presigned URL past its expiry.
 * @param now ms since the epoch
 * Throws {@link SignatureProblem}: `malformed`, `skewed`, `url-expired`.
 */
export function checkTime(authorization: Authorization, now: number): void {
  const signed = parseTime(authorization.time);
  const malformed = authorization.expires === undefined ? 'malformed' : 'malformed-query';
  if (signed === undefined) {
    throw new SignatureProblem(malformed, 'a valid Date or x-amz-date is required.');
  }
  if (!authorization.time.startsWith(authorization.date)) {
    const days = `'${authorization.date}' != '${authorization.time.slice(0, 8)}', from '${authorization.time}'`;
    throw new SignatureProblem(malformed, `Date in Credential scope does not match the request's: ${days}.`);
  }
  if (signed - now > quarterHour) {
    const limit = `${basic(now + quarterHour)} (${basic(now)} + 15 min.)`;
    const sentence = `Signature not yet current: ${authorization.time} is still later than ${limit}`;
    throw new SignatureProblem('skewed', sentence, serverTime(now));
  }
  checkAge(authorization, signed, now);
}

function checkAge(authorization: Authorization, signed: number, now: number): void {
  const { expires } = authorization;
  const life = expires === undefined ? quarterHour : expires * 1000;
  if (now - signed <= life) return;
  const span = expires === undefined ? '15 min.' : `${expires} sec.`;
  const limit = `${basic(now - life)} (${basic(now)} - ${span})`;
  const kind = expires === undefined ? 'skewed' : 'url-expired';
  throw new SignatureProblem(
    kind,
    `Signature expired: ${authorization.time} is now earlier than ${limit}`,
    serverTime(now)
  );
}

function serverTime(now: number): Record<string, string> {
  return { ServerTime: new Date(now).toISOString() };
}

function basic(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

function parseTime(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
