import { readJson } from '../json.js';
import type { Parsed } from '../parsed.js';

/**
 * Reads a list: one entry per line, comma-separated, or a JSON array of strings. Empty entries are dropped,
 * repeated ones kept once.
 */
export function parseList(text: string): Parsed<readonly string[]> {
  const trimmed = text.trim();
  const entries = trimmed.startsWith('[') ? jsonArray(trimmed) : trimmed.split(/[\n,]/);
  if (entries === undefined) return { problem: 'it begins like a JSON array and is not an array of strings' };
  const cleaned = entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
  return { value: [...new Set(cleaned)] };
}

/** Reads `key=value` lines. A value may hold further `=`. */
export function parsePairs(text: string): Parsed<Readonly<Record<string, string>>> {
  const pairs = new Map<string, string>();
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const at = line.indexOf('=');
    if (at < 1) return { problem: `the line ${JSON.stringify(line)} is not key=value` };
    const key = line.slice(0, at).trim();
    if (pairs.has(key)) return { problem: `the key ${JSON.stringify(key)} is there twice` };
    pairs.set(key, line.slice(at + 1).trim());
  }
  return { value: Object.fromEntries(pairs) };
}

function jsonArray(text: string): string[] | undefined {
  const json = readJson(text);
  const list = 'value' in json ? json.value : undefined;
  return Array.isArray(list) && list.every((entry) => typeof entry === 'string') ? list : undefined;
}
