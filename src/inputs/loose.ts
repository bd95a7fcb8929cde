import type { Parsed } from '../parsed.js';
import { quoted } from './problem.js';

/** A value as JSON, JSON5, HCL and the flow style of YAML write it. Lines count from 1. */
export type Loose = LooseText | LooseList | LooseMap;
export interface LooseText {
  readonly kind: 'text';
  readonly text: string;
  /** False: a word, a number, `true`, `null`. */
  readonly inQuotes: boolean;
  readonly line: number;
}
export interface LooseList {
  readonly kind: 'list';
  readonly items: readonly Loose[];
  readonly line: number;
}
/** In the order of the text; a key may be there more than once, as the blocks of HCL are. */
export interface LooseMap {
  readonly kind: 'map';
  readonly entries: readonly (readonly [key: string, value: Loose])[];
  readonly line: number;
}

/** What is read has a few levels. */
const DEEPEST = 30;

/**
 * Reads JSON with what people leave in it: commas at the end, comments, words without quotes, `=` for `:`, and the
 * blocks of HCL.
 * @param form `body`: the entries of a map without the braces, as a file of HCL has them
 */
export function readLoose(text: string, form: 'value' | 'body' = 'value'): Parsed<Loose> {
  try {
    return { value: new LooseReader(text).whole(form) };
  } catch (thrown) {
    if (thrown instanceof LooseProblem) return { problem: thrown.message };
    throw thrown;
  }
}

class LooseProblem extends Error {}

class LooseReader {
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  whole(form: 'value' | 'body'): Loose {
    this.skip();
    const value = form === 'value' ? this.value(0) : this.map(0, '');
    this.skip();
    if (this.char() === ';') this.step();
    this.skip();
    if (this.at < this.text.length) throw this.problem(`there is more after its end: ${this.near()}`);
    return value;
  }

  private value(depth: number): Loose {
    if (depth > DEEPEST) throw this.problem(`it is nested deeper than ${DEEPEST} levels`);
    const char = this.char();
    if (char === '[') return this.list(depth + 1);
    if (char === '{') {
      this.step();
      return this.map(depth + 1, '}');
    }
    const { line } = this;
    if (char === '"' || char === "'") return { kind: 'text', text: this.string(char), inQuotes: true, line };
    return { kind: 'text', text: this.word(), inQuotes: false, line };
  }

  private list(depth: number): LooseList {
    const { line } = this;
    const items: Loose[] = [];
    this.step();
    for (this.skip(); this.char() !== ']'; this.skip()) {
      items.push(this.value(depth));
      this.skip();
      if (this.char() === ',') this.step();
      else if (this.char() !== ']')
        throw this.problem(`a comma or the closing ] is missing ${this.before()}`);
    }
    this.step();
    return { kind: 'list', items, line };
  }

  /** `end`: the closing brace, or nothing where the text ends. */
  private map(depth: number, end: '}' | ''): LooseMap {
    const { line } = this;
    const entries: [string, Loose][] = [];
    for (this.skip(); this.char() !== end; this.skip()) {
      if (this.at >= this.text.length) throw this.problem('a closing } is missing');
      if (this.char() === ',') this.step();
      else entries.push(this.entry(depth));
    }
    if (end !== '') this.step();
    return { kind: 'map', entries, line };
  }

  private entry(depth: number): [string, Loose] {
    const key = this.key();
    this.skip();
    // The labels of a block: resource "aws_s3tables_table" "orders" {
    while (this.char() === '"') {
      this.string('"');
      this.skip();
    }
    if (this.char() === ':' || this.char() === '=') {
      this.step();
      if (this.char() === '>') this.step();
      this.skip();
    } else if (this.char() !== '{') {
      throw this.problem(`${quoted(key)} has no value`);
    }
    if (this.at >= this.text.length) throw this.problem(`${quoted(key)} has no value`);
    return [key, this.value(depth)];
  }

  private key(): string {
    const char = this.char();
    if (char === '"' || char === "'") return this.string(char);
    const from = this.at;
    while (/[^\s:={},[\]"'#]/.test(this.char())) this.step();
    if (this.at === from) throw this.problem(`a name is missing ${this.before()}`);
    return this.text.slice(from, this.at);
  }

  private string(quote: string): string {
    const from = this.at;
    this.step();
    while (this.char() !== quote) {
      if (this.char() === '' || this.char() === '\n') throw this.problem('the quotes of a text do not end');
      if (this.char() === '\\') this.step();
      this.step();
    }
    this.step();
    const raw = this.text.slice(from, this.at);
    if (quote === "'") return raw.slice(1, -1);
    try {
      return String(JSON.parse(raw));
    } catch {
      throw this.problem(`${quoted(raw)} has a backslash or a tab that no JSON has`);
    }
  }

  /** Up to a comma, the end of the line or of what it stands in, or a comment, brackets of its own left out. */
  private word(): string {
    const from = this.at;
    let depth = 0;
    for (; this.at < this.text.length; this.step()) {
      const char = this.char();
      if (char === '\n' || (depth === 0 && /[,\]}]/.test(char)) || this.isComment()) break;
      if (/[([{<]/.test(char)) depth += 1;
      if (/[)\]}>]/.test(char)) depth = Math.max(0, depth - 1);
    }
    const word = this.text.slice(from, this.at).trim();
    if (word === '') throw this.problem(`a value is missing ${this.before()}`);
    return word;
  }

  private isComment(): boolean {
    const blank = this.at === 0 || /\s/.test(this.text.charAt(this.at - 1));
    return blank && ['#', '//', '/*'].some((mark) => this.text.startsWith(mark, this.at));
  }

  /** Blanks, line breaks and comments. */
  private skip(): void {
    for (; this.at < this.text.length; this.step()) {
      const end = this.commentEnd();
      if (end !== undefined) while (this.at < end) this.step();
      else if (!/\s/.test(this.char())) return;
    }
  }

  /** The last place of the comment that begins here. */
  private commentEnd(): number | undefined {
    const close = this.text.startsWith('/*', this.at)
      ? this.text.indexOf('*/', this.at + 2) + 1
      : this.char() === '#' || this.text.startsWith('//', this.at)
        ? this.text.indexOf('\n', this.at)
        : undefined;
    return close !== undefined && close <= 0 ? this.text.length - 1 : close;
  }

  private char(): string {
    return this.text.charAt(this.at);
  }

  private step(): void {
    if (this.char() === '\n') this.line += 1;
    this.at += 1;
  }

  private near(): string {
    return quoted(this.text.slice(this.at).split('\n', 1)[0] ?? '', 40);
  }

  private before(): string {
    return this.at < this.text.length ? `before ${this.near()}` : 'at its end';
  }

  private problem(says: string): LooseProblem {
    const place = this.text.includes('\n') ? `in line ${this.line}, ` : '';
    return new LooseProblem(`${place}${says}`);
  }
}
