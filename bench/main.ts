import { parseArgs } from 'node:util';
import { loadTime } from './load-time.js';
import { measure, type Figures } from './measure.js';
import { SCENARIOS } from './scenarios.js';

const DELAYS_MS = [0, 20, 100];

/** Prints calls and latencies of each command, all from this one run. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, trace: { type: 'boolean' } } });
  const { only = '', trace = false } = values;
  console.log(`| | calls | ${DELAYS_MS.map((ms) => `at ${ms} ms a call`).join(' | ')} |`);
  console.log(`|---|---|${DELAYS_MS.map(() => '---|').join('')}`);
  for (const scenario of SCENARIOS.filter(({ title }) => title.includes(only))) {
    const figures: Figures[] = [];
    for (const delay of DELAYS_MS) figures.push(await measure(scenario, delay));
    const cells = figures.map((each, at) => cell(each, DELAYS_MS[at] ?? 0));
    console.log(`| ${scenario.title} | ${figures.at(-1)?.calls} | ${cells.join(' | ')} |`);
    if (trace) console.log(timeline(figures.at(-1)!));
  }
  if (only !== '') return;
  const { startSeconds, bareSeconds } = loadTime();
  console.log(
    `\nLoad and check of the inputs: ${(startSeconds - bareSeconds).toFixed(3)} s of CPU over bare Node ` +
      `(${startSeconds.toFixed(3)} s against ${bareSeconds.toFixed(3)} s, medians).`
  );
}

/** Latencies: how many calls that each wait for the one before would take as long. */
function cell({ spanMs, wallMs }: Figures, delay: number): string {
  const wall = `${(wallMs / 1000).toFixed(2)} s`;
  return delay === 0 ? wall : `${(spanMs / delay).toFixed(1)} latencies, ${wall}`;
}

/** Each call, with when it began and ended, ms. */
function timeline({ records }: Figures): string {
  const zero = Math.min(...records.map(({ start }) => start));
  const line = ({ service, operation, start, end, status }: Figures['records'][number]): string =>
    `    ${String(start - zero).padStart(6)} ${String(end - zero).padStart(6)}  ${service}:${operation} ${status}`;
  return records.map(line).join('\n');
}

await main();
