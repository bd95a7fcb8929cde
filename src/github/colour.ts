import { plain } from '../text.js';

/** Wraps text in an ANSI colour, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;
export type Colour = keyof typeof CODES;

const CODES = { green: 32, yellow: 33, red: 31, grey: 90, bold: 1 } as const;

/** Text as it is: for files, summaries and whoever asked for no colour. */
export const noColour: Paint = (_colour, text) => text;

/** Colours where the log shows them: on GitHub or a terminal, unless `NO_COLOR` is set (https://no-color.org). */
export function paintFor(env: NodeJS.ProcessEnv, isTerminal: boolean): Paint {
  const shown = env['GITHUB_ACTIONS'] === 'true' || isTerminal;
  if (!shown || env['NO_COLOR']) return noColour;
  return (colour, text) => `\u001b[${CODES[colour]}m${text}\u001b[0m`;
}

/** Begins each of {@link CODES}, and ends them all. */
// eslint-disable-next-line no-control-regex
const OWN = /\u001b\[(?:0|1|3[123]|90)m/g;

/** Text without what a terminal obeys or nobody sees, but for the colours that {@link paintFor} gives. */
export function inOwnColours(text: string): string {
  const colours = text.match(OWN) ?? [];
  return text
    .split(OWN)
    .map((part, at) => plain(part) + (colours[at] ?? ''))
    .join('');
}
