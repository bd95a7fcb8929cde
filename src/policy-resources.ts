import type { PolicyDocument } from './policy-document.js';

/** The table bucket that a policy is for, as far as it is known: without credentials there is no account. */
export interface PolicyTarget {
  readonly partition?: string | undefined;
  readonly region: string;
  readonly accountId?: string | undefined;
  readonly tableBucket: string;
}

/**
 * The resources in a policy that are neither the table bucket nor anything in it. A pattern that can stand for it is none
 * of them, as in AWS's own example, whose resource is `bucket/*`
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-resource-based-policies.html). Partition, region and
 * account have to be named: S3 refuses a bare `*` in the policies of its buckets, and that S3 Tables takes one is nowhere
 * said.
 */
export function foreignResources(document: PolicyDocument, target: PolicyTarget): string[] {
  const named = document.Statement.flatMap(({ Resource, NotResource }) => [Resource, NotResource].flat());
  const texts = named.filter((each) => typeof each === 'string');
  return [...new Set(texts.filter((each) => !covers(each, target)))];
}

/** The principals in a policy whose ARNs are of another partition, where nobody can be whom AWS would find here. */
export function foreignPrincipals({ Statement }: PolicyDocument, partition: string): string[] {
  const named = Statement.flatMap(({ Principal, NotPrincipal }) => [Principal, NotPrincipal]);
  const whos = named.flatMap((each) => [(each as { readonly AWS?: unknown } | undefined)?.AWS].flat());
  const texts = whos.filter((who) => typeof who === 'string');
  return [...new Set(texts.filter((who) => who.startsWith('arn:') && who.split(':')[1] !== partition))];
}

function covers(resource: string, { partition, region, accountId, tableBucket }: PolicyTarget): boolean {
  const [arn, givenPartition, service, givenRegion, account, ...rest] = resource.split(':');
  const isThere =
    arn === 'arn' &&
    service === 's3tables' &&
    givenRegion === region &&
    isNamed(givenPartition, partition, /^aws[a-z-]*$/) &&
    isNamed(account, accountId, /^\d{12}$/);
  return isThere && reaches(patternOf(rest.join(':')), `bucket/${tableBucket}`);
}

/** What is not known yet is any that there can be. */
function isNamed(given = '', own: string | undefined, form: RegExp): boolean {
  return own === undefined ? form.test(given) : given === own;
}

/** What a variable below the bucket stands for is known when somebody asks; in the bucket's name there is none. */
function patternOf(text: string): string {
  const [kind = '', name = '', ...below] = text.split('/');
  return [kind, name, ...below.map((part) => part.replace(/\$\{[^}]*\}/g, '*'))]
    .join('/')
    .replace(/\*+/g, '*');
}

/** Whether a pattern can stand for a text, or for something below it. */
function reaches(pattern: string, text: string): boolean {
  return placesAfter(pattern, text).some((rest) => /^(?:\**$|\**[/*?])/.test(rest));
}

/** What may be left of the pattern once it has stood for the text. */
function placesAfter(pattern: string, text: string): string[] {
  let places = new Set([0]);
  for (const char of text) {
    const next = new Set<number>();
    for (const place of places) {
      for (let at = place; ; at += 1) {
        const wanted = pattern[at];
        if (wanted === char || wanted === '?') next.add(at + 1);
        if (wanted !== '*') break;
        next.add(at);
      }
    }
    places = next;
  }
  return [...places].map((at) => pattern.slice(at));
}
