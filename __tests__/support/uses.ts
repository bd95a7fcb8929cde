/** The first major of each action of others that runs on Node 24, by its own release notes. */
const FIRST_ON_NODE_24: Readonly<Record<string, number>> = {
  'actions/checkout': 5,
  'actions/download-artifact': 7,
  'actions/github-script': 8,
  'actions/setup-node': 5,
  'actions/upload-artifact': 6,
  'aws-actions/configure-aws-credentials': 6
};

/** Everything that a text calls with `uses:`, in comments and code as well, with the comment behind it. */
export function usesIn(text: string): readonly string[] {
  return [...text.matchAll(/\buses: *['"]?([^\s'"]+@[^\s'"`]+['"]?(?: +# *\S+)?)/g)].map(
    ([, uses = '']) => uses
  );
}

/**
 * What is wrong with a `uses:` where runners have no Node older than 24; `undefined`: nothing. The version is that of
 * the tag, or of the comment behind a commit.
 */
export function problemOf(uses: string): string | undefined {
  const [, action = '', reference = '', comment] =
    /^([^@]+)@([^\s'"]+)['"]?(?: +# *(\S+))?$/.exec(uses) ?? [];
  const first = FIRST_ON_NODE_24[action];
  if (first === undefined) return `${action} is not in the table of what runs on Node 24`;
  const major = /^v(\d+)/.exec(/^[0-9a-f]{40}$/.test(reference) ? (comment ?? '') : reference)?.[1];
  if (major === undefined) return `the version of ${uses} cannot be told`;
  return Number(major) < first ? `${uses} runs on Node 20; from v${first} on it is Node 24` : undefined;
}
