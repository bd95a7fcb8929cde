import type { Change } from '../change.js';

/**
 * The changes as people read them: several additions of text under one heading, such as the tags of a new
 * resource, become one: `tags: env=dev, team=data`. Everything else stays as it is.
 */
export function condense(changes: readonly Change[]): Change[] {
  const headings = new Set(changes.map(headingOf));
  return [...headings].flatMap((heading) => {
    const own = changes.filter((change) => headingOf(change) === heading);
    const additions = own.filter(isAddition);
    if (heading === undefined || additions.length < 2) return own;
    const list = additions
      .map(({ path, to }) => `${path.slice(heading.length + 1)}=${String(to)}`)
      .join(', ');
    return [{ path: heading, to: list }, ...own.filter((change) => !isAddition(change))];
  });
}

function headingOf({ path }: Change): string | undefined {
  const [heading, rest] = path.split('.', 2);
  return rest === undefined ? undefined : heading;
}

function isAddition({ from, to }: Change): boolean {
  return from === undefined && typeof to === 'string';
}
