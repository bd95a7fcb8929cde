import type { Parsed } from '../parsed.js';
import { parsePolicyDocument, type PolicyDocument } from '../policy-document.js';
import { type Places, readWorkspaceFile } from '../workspace-file.js';
import { foreignText } from './notation.js';
import { policyProblems } from './policy-rules.js';

/** What the `table-bucket-policy` input asks for. */
export type PolicyChoice = 'default' | 'none' | PolicyDocument;

/** A policy has at most 20,480 characters; blanks and line breaks are none of them. */
const LARGEST_FILE = 1024 * 1024;

const PROBLEMS = {
  absent: 'it is not default, none, a JSON policy document, or the path of a file that can be read',
  outside: 'it is the path of a file outside of the workspace, which is not read',
  'too large': 'the file has more than 1 MiB, which no policy has',
  'UTF-16': 'the file is written in UTF-16; save it as UTF-8',
  'no UTF-8': 'the file is not written in UTF-8; save it as that'
} as const;

/** Reads the input: `default`, `none`, a JSON document, or the path of one. */
export function parsePolicy(text: string, places: Places): Parsed<PolicyChoice> {
  if (text === 'default' || text === 'none') return { value: text };
  if (text.startsWith('{') || text.startsWith('[')) return declared(text);
  const file = readWorkspaceFile(text, places, LARGEST_FILE);
  if (typeof file !== 'string') return declared(file.text);
  return { problem: (file === 'absent' ? looksLike(text) : undefined) ?? PROBLEMS[file] };
}

function isYaml(text: string): boolean {
  return /^(?:Version|Statement|Id):/m.test(text);
}

/** A policy that AWS would take, as far as that can be known without asking. */
function declared(text: string): Parsed<PolicyDocument> {
  const policy = parsePolicyDocument(text);
  if ('problem' in policy) return { problem: looksLike(text) ?? `${policy.problem}${commaHint(text)}` };
  const problems = policyProblems(policy.value);
  return problems.length === 0 ? policy : { problem: problems.join('; ') };
}

/** The comma that people leave before a bracket, which Node tells no place of. */
function commaHint(text: string): string {
  const tokens = text.matchAll(/"(?:[^"\\\n]|\\.)*"|,\s*[\]}]/g);
  const comma = [...tokens].find(([token]) => token.startsWith(','));
  if (comma === undefined) return '';
  return `: the comma at the end of line ${text.slice(0, comma.index).split('\n').length} has nothing after it`;
}

/** What it is instead of a policy, where that is plain to see. */
function looksLike(text: string): string | undefined {
  if (/^\s*\{\s*"resourcePolicy"\s*:/.test(text))
    return 'it is an answer of the AWS CLI; give what resourcePolicy holds';
  return isYaml(text) ? 'it is YAML, and a policy is JSON' : foreignText(text.trim());
}
