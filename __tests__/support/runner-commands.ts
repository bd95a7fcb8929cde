/** All that .NET's `Char.IsWhiteSpace` takes for white space, besides the blank. */
export const DOTNET_WHITE_SPACE = [
  ...[
    0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006
  ],
  ...[0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]
].map((code) => String.fromCodePoint(code));

const TRIMMED = new Set([...DOTNET_WHITE_SPACE, ' ', '\uFEFF']);

/**
 * The names of what GitHub's runner, or another server's, would take for a command in what a process printed: more than
 * they really do, since here no name has to be one that they know
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
 */
export function commandsIn(output: string): string[] {
  return output.split(/[\r\n\v\f\u0085\u2028\u2029]/).flatMap((raw) => {
    const line = raw.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
    const old = /##\[([^ \]]*)/.exec(line)?.[1];
    const chars = [...line];
    const start = chars.findIndex((char) => !TRIMMED.has(char));
    const text = start < 0 ? '' : chars.slice(start).join('');
    const name = text.startsWith('::') ? (/^::([^ :]*)/.exec(text)?.[1] ?? '') : undefined;
    return [old, name].filter((each) => each !== undefined);
  });
}
