/** Seconds of each unit, by its first letter. Months and years have none. */
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const PART =
  /(\d{1,9}(?:\.\d{1,3})?) ?(weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z]) ?/g;

/** How many seconds `1h30m`, `24 hours`, `1.5h` or `PT72H` are; `undefined`: it is something else. */
export function secondsIn(text: string): number | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^p(?=[\dt])/, '')
    .replace(/(^|\D)t(?=\d)/, '$1');
  const parts = [...plain.matchAll(PART)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== plain) return undefined;
  return parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit?.charAt(0) ?? ''] ?? 0),
    0
  );
}
