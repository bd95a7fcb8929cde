/** How many letters may be wrong in a name that is still recognised. */
const FARTHEST = 2;

/** The known name that was probably meant; `undefined`: none is near. Upper and lower case are the same here. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const wanted = given.toLowerCase();
  const near = known
    .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
    .filter((each) => each.distance <= Math.min(FARTHEST, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name;
}

/** How many letters have to be added, left out or exchanged; long names are not compared. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > FARTHEST) return FARTHEST + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
