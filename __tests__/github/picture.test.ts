import { expect, test } from '@jest/globals';
import { picture } from '../../src/github/picture.js';
import type { Outcome } from '../../src/outcome.js';
import { done, outcome, plan, step } from './fixtures.js';

/** The picture, which is one text. */
function drawn(of: Outcome): string {
  const [block] = picture(of);
  if (typeof block !== 'string') throw new Error('There is no picture.');
  return block;
}

const EVIL = '"]; end\nclick n0 "javascript:x()" <script> `a` #quot; | -->';

test('each resource has its colour, by what happened to it, and an arrow from what it needs', () => {
  const made = step('create', { id: 'bucket', name: 'lake' });
  const kept = step('keep', { id: 'ns', kind: 'Namespace', name: 'sea', needs: ['bucket', 'elsewhere'] });
  const lost = step('create', { id: 't', kind: 'Table', name: 'fish', needs: ['ns'] });
  const results = [done(made), done(kept), { ...done(lost), status: 'failed' as const }];
  const text = drawn(outcome({ plan: plan([made, kept, lost]), results }));
  expect(text).toContain('n0["Table bucket<br>lake<br>created"]:::created');
  expect(text).toContain('n1["Namespace<br>sea<br>unchanged"]:::unchanged');
  expect(text).toContain('n2["Table<br>fish<br>failed"]:::failed');
  expect(text.match(/n\d --> n\d/g)).toEqual(['n0 --> n1', 'n1 --> n2']);
  expect(text.match(/classDef \w+/g)).toHaveLength(3);
});

test('nothing in a name means anything to Mermaid, to Markdown or to HTML', () => {
  const evil = step('create', { id: 'a', kind: EVIL, name: EVIL.slice(0, 30) });
  const text = drawn(outcome({ plan: plan([evil]), results: [done(evil)] }));
  const [fence, head, node, ...rest] = text.trimEnd().split('\n');
  expect([fence, head]).toEqual(['```mermaid', 'flowchart LR']);
  expect(node).toMatch(/^ {2}n0\["(?:[\w ,…-]|#\d+;|<br>)+"\]:::created$/);
  expect(rest.map((line) => line.trim().split(' ')[0])).toEqual(['classDef', '```']);
});

test('there is none without a plan, nor of more than anybody looks at', () => {
  expect(picture(outcome())).toEqual([]);
  const many = Array.from({ length: 51 }, (_, at) => step('create', { id: `s${at}` }));
  expect(picture(outcome({ plan: plan(many) }))).toEqual([]);
  expect(picture(outcome({ plan: plan(many.slice(1)) }))).toHaveLength(1);
});
