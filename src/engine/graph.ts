import { ActionError } from '../errors.js';

/** Something that others can depend on. */
export interface Node {
  readonly id: string;
  readonly needs: readonly string[];
}

/**
 * Runs the work of every node as soon as that of all its needs is over, everything that is ready at the same
 * time. `work` is given the results of the needs. It must not throw. Gives the results by id.
 * Needs that are not among the nodes are met already.
 */
export async function runInOrder<N extends Node, R>(
  nodes: readonly N[],
  work: (node: N, needs: readonly R[]) => Promise<R>
): Promise<Map<string, R>> {
  refuseCycles(nodes);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const running = new Map<string, Promise<R>>();
  const start = (node: N): Promise<R> => {
    const known = running.get(node.id);
    if (known !== undefined) return known;
    const needs = node.needs.flatMap((id) => byId.get(id) ?? []);
    const result = Promise.all(needs.map(start)).then((results) => work(node, results));
    running.set(node.id, result);
    return result;
  };
  const entries = nodes.map(async (node) => [node.id, await start(node)] as const);
  return new Map(await Promise.all(entries));
}

/** The same nodes, each needing what needed it: the order in which to take things down. */
export function reversed<N extends Node>(nodes: readonly N[]): N[] {
  return nodes.map((node) => ({
    ...node,
    needs: nodes.filter((other) => other.needs.includes(node.id)).map((other) => other.id)
  }));
}

function refuseCycles(nodes: readonly Node[]): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const safe = new Set<string>();
  const walk = (node: Node, above: readonly string[]): void => {
    if (above.includes(node.id)) {
      throw new ActionError('INTERNAL', {
        found: `These depend on each other: ${[...above, node.id].join(' > ')}.`
      });
    }
    if (safe.has(node.id)) return;
    for (const need of node.needs.flatMap((id) => byId.get(id) ?? [])) walk(need, [...above, node.id]);
    safe.add(node.id);
  };
  for (const node of nodes) walk(node, []);
}
