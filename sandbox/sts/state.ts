import type { JsonWebKey } from 'node:crypto';
import type { Session } from './sessions.js';

/** What STS holds. */
export class StsState {
  /** By access key id. */
  readonly sessions = new Map<string, Session>();
  /** The keys of OpenID Connect issuers, by issuer: `https://token.actions.githubusercontent.com`. */
  readonly keys = new Map<string, readonly JsonWebKey[]>();
}
