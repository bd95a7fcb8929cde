/** The Node 24 that GitHub runs actions with, or `undefined` where it cannot be had. Found before all tests. */
export function node24(): string | undefined {
  return process.env.NODE24 || undefined;
}
