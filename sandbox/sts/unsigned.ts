import type { RawRequest } from '../http/message.js';
import { readForm } from '../protocol/query.js';

/** Whether a request is for the one operation that is called without credentials: its token speaks for itself. */
export function takesUnsigned(service: string, { body, queryText }: RawRequest): boolean {
  const form = readForm({ body, query: new URLSearchParams(queryText) });
  return service === 'sts' && form.get('Action') === 'AssumeRoleWithWebIdentity';
}
