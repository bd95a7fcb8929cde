import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked, type Token, type Tokens } from 'marked';
import { ActionError } from '../../src/errors.js';
import { commentOf } from '../../src/github/comment-body.js';
import { markerOf } from '../../src/github/comments.js';
import { code, details, escape, fence, render, table } from '../../src/github/markdown.js';
import { picture } from '../../src/github/picture.js';
import { summaryOf } from '../../src/github/summary.js';
import type { Outcome } from '../../src/outcome.js';
import { done, outcome, OUTPUTS, plan, step } from './fixtures.js';

const RUN_URL = 'https://github.com/octo/lake/actions/runs/1';
const PIECES = [
  ...[
    '|',
    '\\',
    '`',
    '```',
    '~~~',
    '\n',
    '\n\n',
    '\r',
    '<',
    '>',
    '-->',
    '<!--',
    '&',
    '&#124;',
    '&lt;',
    '*',
    '_',
    '~',
    '![x](https://evil/x.png)'
  ],
  ...[
    '[x](javascript:a)',
    '<img src=https://evil>',
    '@octo',
    '@octo/all',
    '#1',
    'GH-1',
    'octo/lake#2',
    'https://evil',
    'www.evil.com',
    '- ',
    '1. ',
    '# '
  ],
  ...[
    '| --- |',
    '"]',
    '"',
    ']',
    ';',
    '%%',
    '%%{init}%%',
    'end',
    'click n0 "x"',
    '#quot;',
    '</code>',
    '</details>',
    '</summary>',
    ':::',
    '\u202e',
    ' ',
    'a'
  ]
];
/** Texts made of what Markdown, GitHub, HTML and Mermaid give a meaning, and any other. */
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1 })
);

/** A run in which every text that may come from outside is this one. */
function runWith(text: string): Outcome {
  const changes = [
    { path: text, from: text, to: text },
    { path: text, to: { [text]: [text] } }
  ];
  const steps = [
    step('update', { id: 'a', kind: text, name: text, changes, notes: [text] }),
    step('blocked', { id: 'b', kind: text, name: text, blocked: { code: text, message: text }, needs: ['a'] })
  ];
  const answer = { operation: text, name: text, message: text, requestId: text };
  const names = { tableBucket: text, namespace: text, table: text, glueDatabase: text };
  return outcome({
    plan: { ...plan(steps), environment: { env: text, application: text, accountId: text, region: text } },
    results: [done(steps[0]!)],
    outputs: Object.fromEntries(Object.keys(OUTPUTS).map((key) => [key, text])),
    failures: [new ActionError('AWS_REFUSED', { doing: text, found: text, todo: text, answer })],
    swept: [
      {
        ...{ env: text, application: text, isolation: 'namespace', names, what: 'kept', why: text },
        ...{ doubtful: true, failures: [], expiresAt: text }
      }
    ],
    skipped: text,
    expiresAt: text
  });
}

/** The tags that summary and comment have themselves. */
const TAGS = new Set(
  ['code', 'details', 'summary', 'em', 'sub']
    .flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag}`, `</${tag}`])
    .concat('<br', '<!----')
);

/** The character references of HTML as GitHub sees them when it looks for names and numbers. */
function decoded(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replaceAll('&amp;', '&');
}

/** Summary and comment of a run in which a stranger's text is everywhere. */
function bothOf(text: string): string[] {
  const run = runWith(text);
  return [summaryOf(run), commentOf(run, { env: text, application: text, runUrl: RUN_URL, now: 0 })];
}

/** Every token, the inner ones too. */
function tokens(markdown: string): Token[] {
  const found: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token) => void found.push(token));
  return found;
}

describe('text from outside, in Markdown', () => {
  test('breaks no table, in any of its cells', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cells = [escape(text), code(text), details(escape(text), '').replaceAll('\n', '')];
        const [only, ...others] = marked.lexer(render([table(['A', 'B', 'C'], [cells, cells], 'row')]));
        expect([only?.type, others]).toEqual(['table', []]);
        expect((only as Tokens.Table).rows.map((row) => row.length)).toEqual([3, 3]);
      })
    );
  });

  test('ends no block of code', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(marked.lexer(fence('json', text)).map(({ type }) => type)).toEqual(['code']);
      })
    );
  });

  test('is neither a link, a picture, HTML nor a mention, wherever it is shown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const markdown of bothOf(text)) {
          const all = tokens(markdown);
          expect(
            all.filter(({ type, raw }) => type === 'image' || (type === 'link' && !raw.includes(RUN_URL)))
          ).toEqual([]);
          const html = all
            .filter(({ type }) => type === 'html')
            .flatMap(({ raw }) => raw.match(/<[^>\s]*/g) ?? []);
          expect(html.filter((tag) => !TAGS.has(tag))).toEqual([]);
          const seen = marked.parse(markdown, { async: false }).replace(/<(code|pre)\b[^]*?<\/\1>/g, '');
          expect(decoded(seen)).not.toMatch(/@octo|#1\b|#2\b|GH-1/i);
        }
      }),
      { numRuns: 60 }
    );
  });

  test('is nothing to Mermaid but the text of its box', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [block = ''] = picture(runWith(text));
        const lines = (typeof block === 'string' ? block : '').trimEnd().split('\n');
        expect(
          lines.slice(2, 4).map((line) => line.replace(/"(?:[\p{L}\p{M}\p{N} ,…_-]|#\d+;|<br>)*"/u, '…'))
        ).toEqual(['  n0[…]:::updated', '  n1[…]:::blocked']);
        expect(
          lines.slice(4).every((line) => /^ {2}(?:n0 --> n1|classDef \w+ [\w#:,.-]+)$|^```$/.test(line))
        ).toBe(true);
      })
    );
  });

  test('ends no marker of a comment', () => {
    fc.assert(
      fc.property(hostile, hostile, (env, application) => {
        expect(markerOf({ env, application, region: env })).toMatch(
          /^<!-- iceberg-environment (?:(?!--)[^<>\s])+ (?:(?!--)[^<>\s])+ (?:(?!--)[^<>\s])+ -->$/
        );
      })
    );
  });
});
