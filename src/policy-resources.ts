import type { PolicyDocument } from './policy-document.js';

/** The table bucket that a policy is for, as far as it is known: without credentials there is no account. */
export interface PolicyTarget {
  readonly partition?: string | undefined;
  readonly region: string;
  readonly accountId?: string | undefined;
  readonly tableBucket: string;
}

/**
 * The resources in a policy that are neither the table bucket nor anything in it, which AWS refuses. A pattern that can
 * stand for it is none of them, nor is a variable.
 */
export function foreignResources(document: PolicyDocument, target: PolicyTarget): string[] {
  const named = document.Statement.flatMap(({ Resource, NotResource }) => [Resource, NotResource].flat());
  const texts = named.filter((each) => typeof each === 'string');
  return [...new Set(texts.filter((each) => !covers(each, target)))];
}

function covers(resource: string, { partition, region, accountId, tableBucket }: PolicyTarget): boolean {
  // What a variable stands for is known when somebody asks, not before.
  const pattern = resource.replace(/\$\{[^}]*\}/g, '*').replace(/\*+/g, '*');
  const [arn, givenPartition, service, givenRegion, account, ...rest] = pattern.split(':');
  if (rest.length === 0) return pattern.includes('*');
  const parts: readonly (readonly [string | undefined, string | undefined])[] = [
    [arn, 'arn'],
    [givenPartition, partition],
    [service, 's3tables'],
    [givenRegion, region],
    [account, accountId]
  ];
  const isThere = parts.every(([given = '', own]) => own === undefined || matches(given, own));
  return isThere && reaches(rest.join(':'), `bucket/${tableBucket}`);
}

/** Whether a pattern with `*` and `?` stands for a text. */
function matches(pattern: string, text: string): boolean {
  return placesAfter(pattern, text).some((rest) => /^\**$/.test(rest));
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
