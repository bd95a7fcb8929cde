/** A query protocol form as nested members: `Tags.member.1.Key=a` becomes `{ Tags: [{ Key: 'a' }] }`. */
export function membersOf(form: URLSearchParams): Record<string, unknown> {
  const root: Branch = new Map();
  for (const [name, value] of form) plant(root, name.split('.'), value);
  return grown(root) as Record<string, unknown>;
}

type Branch = Map<string, Branch | string>;

function plant(branch: Branch, path: readonly string[], value: string): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    branch.set(head, value);
    return;
  }
  const there = branch.get(head);
  const next = there instanceof Map ? there : (new Map() as Branch);
  branch.set(head, next);
  plant(next, rest, value);
}

function grown(branch: Branch | string): unknown {
  if (typeof branch === 'string') return branch;
  const list = branch.get('member');
  if (list instanceof Map) {
    return [...list].sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => grown(item));
  }
  return Object.fromEntries([...branch].map(([name, member]) => [name, grown(member)]));
}
