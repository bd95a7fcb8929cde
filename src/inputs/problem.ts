/** What is wrong with one input, with all that is needed to correct it. */
export interface Problem {
  /** The input's name in `action.yml`. */
  readonly input: string;
  readonly given: string;
  /** What is wrong and what is allowed, as a sentence without the final stop. */
  readonly says: string;
  readonly example: string;
}

/** `table-bucket-name: "Dev" cannot be used: … Example: dev-myapp` */
export function problemLine({ input, given, says, example }: Problem): string {
  const shown = given.length > 200 ? `${given.slice(0, 200)}…` : given;
  const what = given === '' ? 'is missing' : `${JSON.stringify(shown)} cannot be used`;
  return `${input}: ${what}: ${says}. Example: ${example}`;
}
