import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { ActionError } from '../../src/errors.js';
import { escape, fence, SUMMARY_LIMIT } from '../../src/github/markdown.js';
import { stateOf } from '../../src/github/state.js';
import { summaryOf } from '../../src/github/summary.js';
import { denied, done, outcome, OUTPUTS, plan, step } from './fixtures.js';

const EVIL =
  '</code></td></table><script>x()</script> | `a` **b** [l](http://e.x) ![i](y) www.e.x\n\n# h\n- i\n```\n<!--';

describe('the summary', () => {
  const create = step('create', { id: 'a', changes: [{ path: 'tags.team', to: 'lake' }] });
  const update = step('update', {
    id: 'b',
    kind: 'Policy',
    name: 'p',
    changes: [{ path: 'x', from: 1, to: 2 }]
  });
  const steps = [create, update];

  test('of an apply has every resource with what became of it', () => {
    const text = summaryOf(outcome({ plan: plan(steps), results: [done(create), done(update, 100)] }));
    expect(text).toBe(`## ✅ Applied

Environment <code>dev</code> of <code>myapp</code> · account <code>123456789012</code> · region <code>us-east-1</code>

Done: 1 created, 1 updated, 0 removed, 0 failed.

|  | Resource | Name | Result | Time | Changes |
| --- | --- | --- | --- | ---: | --- |
| ➕ | Table&nbsp;bucket | <code>dev-myapp</code> | created | 1.2 s | tags&#46;team: <code>lake</code> |
| ✏️ | Policy | <code>p</code> | updated | 0.1 s | x: <code>1</code> → <code>2</code> |

\`\`\`mermaid
flowchart LR
  n0["Table bucket<br>dev-myapp<br>created"]:::created
  n1["Policy<br>p<br>updated"]:::updated
  classDef created fill:#1a7f37,stroke:#116329,color:#ffffff
  classDef updated fill:#9a6700,stroke:#7d4e00,color:#ffffff
\`\`\`
`);
  });

  test('has policies to paste, folded', () => {
    const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['a:B'] }] };
    const policies = [{ name: 'apply', title: 'Policy for <apply>', document }];
    const text = summaryOf(outcome({ command: 'iam-policy', policies }));
    expect(text).toContain('## 📜 What each command may do at least');
    expect(text).toContain('<summary>Policy for &#60;apply&#62;</summary>');
    const [, json = ''] = /```json\n([\s\S]*?)\n```/.exec(text) ?? [];
    expect(JSON.parse(json)).toEqual(document);
  });

  test('of a failure says what failed, why, and what to do', () => {
    const text = summaryOf(outcome({ failures: [denied()] }));
    expect(text).toContain('> [!CAUTION]\n> - **Could not create the table bucket dev-myapp.** AWS answered');
    expect(text).toContain(
      'AccessDeniedException&#58; User is not authorized &#40;request id req-1&#41;&#46; The credentials may not do this'
    );
    expect(text).toContain('<br>**What to do:** Allow s3tables&#58;CreateTableBucket on the bucket');
    expect(text).toContain('<code>PERMISSION&#95;DENIED</code>');
  });

  test('keeps the lines of an error that lists several inputs', () => {
    const failure = new ActionError('INVALID_INPUT', {
      found: 'Two inputs cannot be used:\n- env\n- team\n'
    });
    expect(summaryOf(outcome({ failures: [failure] }))).toContain('used&#58;<br>&#45; env<br>&#45; team<br>');
  });

  test('tells of what is blocked, once', () => {
    const { code, message } = new ActionError('NOT_OURS', { found: 'It is not ours.' });
    const blocked = plan([step('blocked', { blocked: { code, message } })], 'plan');
    const planned = summaryOf(outcome({ command: 'plan', dryRun: true, plan: blocked }));
    expect(planned).toContain('> [!WARNING]\n> - **Table bucket dev-myapp** It is not ours&#46;');
    const failed = summaryOf(
      outcome({ plan: blocked, failures: [new ActionError('NOT_OURS', { found: 'It is not ours.' })] })
    );
    expect(failed.match(/It is not ours/g)).toHaveLength(1);
  });

  test('has the outputs that are known, and how to connect once there is a table', () => {
    const text = summaryOf(outcome({ outputs: { ...OUTPUTS, destroyed: '' } }));
    expect(text).toContain('| <code>region</code> | <code>us-east-1</code> |');
    expect(text).not.toContain('<code>destroyed</code>');
    expect(text).toContain('<summary>PyIceberg</summary>');
    expect(summaryOf(outcome({ outputs: { ...OUTPUTS, 'table-arn': '' } }))).not.toContain('How to connect');
    expect(summaryOf(outcome({ command: 'destroy', outputs: OUTPUTS }))).not.toContain('How to connect');
  });

  test('cannot be broken by anything that comes from outside', () => {
    const error = new ActionError('AWS_REFUSED', { doing: EVIL, found: EVIL, todo: EVIL });
    const evil = step('create', {
      id: 'a',
      kind: EVIL,
      name: EVIL,
      changes: [{ path: EVIL, to: EVIL }],
      notes: [EVIL]
    });
    const blocked = step('blocked', { id: 'b', blocked: { code: 'NOT_OURS', message: EVIL } });
    const outputs = Object.fromEntries(Object.keys(OUTPUTS).map((name) => [name, EVIL]));
    const text = summaryOf(
      outcome({ plan: plan([evil, blocked]), results: [done(evil)], outputs, failures: [error] })
    );
    const html = marked.parse(text) as string;
    expect(html).not.toMatch(/<script|<a |<img|<h1|<!--(?!-->)/);
    expect(html.match(/<table>/g)).toHaveLength(2);
    expect(html.match(/<tr>/g)).toHaveLength(1 + 2 + 1 + Object.keys(OUTPUTS).length);
    expect(html.match(/<details>/g)).toHaveLength(6);
    expect(html.match(/<\/details>/g)).toHaveLength(6);
    expect(html.match(/<ul>/g)).toHaveLength(2);
    expect(html).toContain('<h3>How to connect</h3>');
  });

  test('carries no ANSI', () => {
    const red = '\u001b[31mred\u001b[0m';
    const text = summaryOf(outcome({ plan: plan([step('create', { name: red })]), failures: [denied(red)] }));
    expect(text).not.toContain('\u001b');
    expect(text).toContain('<code>red</code>');
  });

  test('stays within its limit in bytes by leaving out whole rows, and says how many', () => {
    const many = Array.from({ length: 9000 }, (_, i) =>
      step('create', { id: `s${i}`, name: `größe-${i}-${'ü'.repeat(60)}` })
    );
    const text = summaryOf(outcome({ plan: plan(many), outputs: OUTPUTS }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(Buffer.byteLength(text)).toBeGreaterThan(SUMMARY_LIMIT - 1000);
    const shown = text.match(/^\| ➕ .* \|$/gm)?.length ?? 0;
    expect(text).toContain(`\n${9000 - shown} more resources did not fit here; the log has them all.\n`);
    expect(text).toContain('How to connect');
  });

  test('cuts failures and resources alike, the failures having the first claim', () => {
    const failures = Array.from({ length: 12 }, (_, i) => denied(`bucket-${i}`));
    const steps = Array.from({ length: 50 }, (_, i) => step('create', { id: `s${i}` }));
    const text = summaryOf(outcome({ plan: plan(steps), failures }), 2600);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2600);
    expect(text).toMatch(/\n> \n> \d+ more failures did not fit here; the log has them all\.\n/);
    expect(text).toMatch(/\n\d+ more resources did not fit here/);
  });
});

test('text from outside comes out as it went in', () => {
  const text = '1. *a* _b_ `c` <d> &amp; [e](f) | \\ ~g~ #1 @h :i: $j$ https://k.l';
  expect((marked.parse(escape(text)) as string).trim()).toBe(
    '<p>1. *a* _b_ `c` &lt;d&gt; &amp;amp; [e](f) | \\ ~g~ #<!---->1 @<!---->h :i: $j$ https://k.l</p>'
  );
});

test('a block of code outlives the backticks in it', () => {
  expect(fence('sql', 'a\n````\nb')).toBe('`````sql\na\n````\nb\n`````\n');
});

describe('what a run came to', () => {
  const create = step('create', { id: 'c' });
  const keep = step('keep', { id: 'k' });
  const remove = step('remove', { id: 'r' });
  const planned = { command: 'plan', dryRun: true } as const;

  test.each([
    [outcome({ plan: plan([create, keep]), results: [done(create), done(keep)] }), '✅ Applied'],
    [outcome({ plan: plan([keep]), results: [done(keep)] }), '✅ Nothing to do'],
    [outcome({ plan: plan([keep]) }), '✅ Nothing to do'],
    [outcome({ command: 'destroy', plan: plan([remove]), results: [done(remove)] }), '🗑️ Destroyed'],
    [outcome({ command: 'destroy', plan: plan([]) }), '✅ Nothing to destroy'],
    [outcome({ command: 'destroy', dryRun: true, plan: plan([remove]) }), '📋 What destroy would remove'],
    [outcome({ ...planned, plan: plan([create]) }), '📋 There is something to do'],
    [outcome({ ...planned, plan: plan([keep]) }), '✅ Nothing to do'],
    [outcome({ ...planned, plan: plan([step('blocked')]) }), '⛔ Plan is blocked'],
    [
      outcome({ ...planned, plan: plan([create]), failures: [new ActionError('DRIFT')] }),
      '❌ Drift: there is something to do'
    ],
    [outcome({ failures: [denied(), new ActionError('CANCELLED')] }), '🚫 Apply was cancelled'],
    [outcome({ failures: [new ActionError('TIMED_OUT')] }), '❌ Apply ran out of time'],
    [outcome({ command: 'destroy', failures: [denied()] }), '❌ Destroy failed']
  ])('%#: %j', (what, state) => {
    expect(stateOf(what)).toBe(state);
  });
});
