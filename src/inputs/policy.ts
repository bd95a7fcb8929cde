import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Parsed } from '../parsed.js';
import { parsePolicyDocument, type PolicyDocument } from '../policy-document.js';

/** What the `table-bucket-policy` input asks for. */
export type PolicyChoice = 'default' | 'none' | PolicyDocument;

/** Reads the input: `default`, `none`, a JSON document, or the path of one, from `folder`. */
export function parsePolicy(text: string, folder: string): Parsed<PolicyChoice> {
  if (text === 'default' || text === 'none') return { value: text };
  if (text.startsWith('{') || text.startsWith('[')) return parsePolicyDocument(text);
  const content = readFile(resolve(folder, text));
  if (content !== undefined) return parsePolicyDocument(content);
  return {
    problem: 'it is not default, none, a JSON policy document, or the path of a file that can be read'
  };
}

function readFile(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    // Not there, not allowed, or text that no path can be, such as a policy in YAML.
    return undefined;
  }
}
