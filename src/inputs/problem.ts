/** What is wrong with one input, with all that is needed to correct it. */
export interface Problem {
  /** The input's name in `action.yml`. */
  readonly input: string;
  readonly given: string;
  /** What is wrong and what is allowed, as a sentence without the final stop. */
  readonly says: string;
  readonly example: string;
}

/** How many UTF-16 code units of what was given are shown. */
const SHOWN = 200;
/** Characters that nobody sees, but for the blank: they would make two texts look alike. */
const UNSEEN = /[^\P{C}]|[^\P{Z} ]|\p{Default_Ignorable_Code_Point}/gu;

/** `table-bucket-name: "Dev" cannot be used: … Example: dev-myapp` */
export function problemLine({ input, given, says, example }: Problem): string {
  const what = given === '' ? 'is missing' : `${quoted(given, SHOWN)} cannot be used`;
  return `${input}: ${what}: ${says}. Example: ${example}`;
}

/** Text in quotes, on one line, cut when it is long, with everything that cannot be seen written as its code. */
export function quoted(text: string, longest = SHOWN): string {
  // What is left of a pair that was cut in two has no meaning.
  const cut = text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return JSON.stringify(cut).replace(UNSEEN, escaped);
}

function escaped(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
