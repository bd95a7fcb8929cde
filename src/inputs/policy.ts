import type { Parsed } from '../parsed.js';
import { parsePolicyDocument, type PolicyDocument } from '../policy-document.js';
import { type Places, readWorkspaceFile } from '../workspace-file.js';

/** What the `table-bucket-policy` input asks for. */
export type PolicyChoice = 'default' | 'none' | PolicyDocument;

/** A policy has at most 20,480 characters; blanks and line breaks are none of them. */
const LARGEST_FILE = 1024 * 1024;

const PROBLEMS = {
  absent: 'it is not default, none, a JSON policy document, or the path of a file that can be read',
  outside: 'it is the path of a file outside of the workspace, which is not read',
  'too large': 'the file has more than 1 MiB, which no policy has'
} as const;

/** Reads the input: `default`, `none`, a JSON document, or the path of one. */
export function parsePolicy(text: string, places: Places): Parsed<PolicyChoice> {
  if (text === 'default' || text === 'none') return { value: text };
  if (text.startsWith('{') || text.startsWith('[')) return parsePolicyDocument(text);
  const file = readWorkspaceFile(text, places, LARGEST_FILE);
  return typeof file === 'string' ? { problem: PROBLEMS[file] } : parsePolicyDocument(file.text);
}
