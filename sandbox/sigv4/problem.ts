/** What can be wrong with a signature. */
export type ProblemKind =
  | 'missing'
  | 'unsupported'
  | 'malformed'
  | 'malformed-query'
  | 'wrong-region'
  | 'wrong-service'
  | 'unknown-key'
  | 'wrong-token'
  | 'expired-token'
  | 'skewed'
  | 'url-expired'
  | 'unsigned-header'
  | 'mismatch';

/** A signature that does not hold; `refusalFor` puts it into the service's own words. */
export class SignatureProblem extends Error {
  /**
   * @param detail the part of the message that is the request's own: which header, which region
   * @param elements what S3 adds to its error: `Region`, `CanonicalRequest`
   */
  constructor(
    readonly kind: ProblemKind,
    readonly detail = '',
    readonly elements: Readonly<Record<string, string>> = {}
  ) {
    super(`${kind} ${detail}`.trim());
    this.name = 'SignatureProblem';
  }
}
