import type { Judged } from './judge.js';

/**
 * Leaves alone what several records claim, unless all of them say that it is to go: one of them is of somebody who may
 * write parameters of Glue databases and nothing else. Pure.
 */
export function withoutContested(judged: readonly Judged[]): Judged[] {
  const claims = new Map<string, Judged[]>();
  for (const each of judged) {
    const key = placeOf(each);
    claims.set(key, [...(claims.get(key) ?? []), each]);
  }
  return judged.map((each) => {
    const rivals = (claims.get(placeOf(each)) ?? []).filter((other) => other !== each);
    const staying = rivals.find(({ judgement }) => judgement.reason === undefined);
    if (each.judgement.reason === undefined || staying === undefined) return each;
    const { owner, names } = staying.record;
    const why = `Its place is claimed by the Glue database ${names.glueDatabase} as well, for env ${JSON.stringify(owner.env)}, which is to stay.`;
    return { ...each, judgement: { why, doubtful: true } };
  });
}

/** A table bucket of an environment's own is told by its tags alone, so only namespaces can be claimed. */
function placeOf({ record: { isolation, names } }: Judged): string {
  return isolation === 'namespace'
    ? JSON.stringify([names.tableBucket, names.namespace])
    : JSON.stringify([names.tableBucket, names.glueDatabase, isolation]);
}
