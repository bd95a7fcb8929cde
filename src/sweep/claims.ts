import type { Judged } from './judge.js';

/**
 * Leaves alone what several records claim, unless all of them say that it is to go: one of them is of somebody who may
 * write parameters of Glue databases and nothing else. A table bucket of an environment's own is told by its tags, so
 * only namespaces of shared ones can be claimed. Pure.
 */
export function withoutContested(judged: readonly Judged[]): Judged[] {
  const staying = new Map(judged.filter(isToStay).map((each) => [placeOf(each), each.record]));
  return judged.map((each) => {
    const rival = each.record.isolation === 'namespace' ? staying.get(placeOf(each)) : undefined;
    if (isToStay(each) || rival === undefined) return each;
    const { owner, names } = rival;
    const why = `Its place is claimed by the Glue database ${names.glueDatabase} as well, for env ${JSON.stringify(owner.env)}, which is to stay.`;
    return { ...each, judgement: { why, doubtful: true } };
  });
}

function isToStay({ judgement }: Judged): boolean {
  return judgement.reason === undefined;
}

function placeOf({ record: { isolation, names } }: Judged): string {
  return JSON.stringify([isolation, names.tableBucket, names.namespace]);
}
