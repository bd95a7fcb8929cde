const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const HOW_LONG = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** `25 Nov 2026, 14:00 UTC`; `at`: ms since the epoch. */
export function timeText(at: number): string {
  return `${WHEN.format(at)} UTC`;
}

/** When an environment expires, for people. `expiresAt`: ISO 8601; `now`: ms since the epoch. */
export function expiryText(expiresAt: string, now: number): string {
  const at = Date.parse(expiresAt);
  if (Number.isNaN(at)) return `Its expiry cannot be read: ${expiresAt}.`;
  const left = at - now;
  const [unit, ms] =
    Math.abs(left) >= 2 * DAY_MS
      ? (['day', DAY_MS] as const)
      : Math.abs(left) >= 2 * HOUR_MS
        ? (['hour', HOUR_MS] as const)
        : (['minute', MINUTE_MS] as const);
  const long = HOW_LONG.format(Math.round(left / ms), unit);
  return left < 0 ? `Expired ${long}, on ${timeText(at)}.` : `Expires ${long}, on ${timeText(at)}.`;
}
