import { quoted } from './problem.js';

/** Whether it is the id of an AWS account. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** What is wrong with an entry that is no account id. */
export function accountIdProblem(text: string): string {
  return `${quoted(text)} is not an account id of 12 digits${hint(text)}`;
}

function hint(text: string): string {
  const digits = text.replace(/[-\s]/g, '');
  if (isAccountId(digits)) return `: write ${digits}`;
  if (/^\d{9,11}$/.test(text)) {
    return `: it has ${text.length}; YAML takes the zeros off the front of a number, so put it in quotes`;
  }
  if (/^[\d.]+e\+?\d+$/i.test(text)) return ': it was read as a number, so put it in quotes';
  const [, id] = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text) ?? [];
  return id === undefined ? '' : `: write ${id}`;
}
