import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { addColumn } from '../../src/iceberg/add-column.js';
import { appendRows } from '../../src/iceberg/append.js';
import type { CommitPart } from '../../src/iceberg/ports.js';
import { prepareAppend } from '../../src/iceberg/prepare-append.js';
import { readRows } from '../../src/iceberg/read-rows.js';
import type { Row } from '../../src/iceberg/value.js';
import { fakeContext } from '../support/context.js';
import { thrownBy } from '../support/thrown.js';
import { FakeCatalog, MemoryFiles, TABLE, context, emptyTable } from './support.js';

interface Table {
  readonly catalog: FakeCatalog;
  readonly files: MemoryFiles;
  readonly append: (...ids: bigint[]) => ReturnType<typeof appendRows>;
  readonly read: (snapshotId?: bigint) => Promise<readonly Row[]>;
}

function tableOf(change: Record<string, unknown> = {}): Table {
  const catalog = new FakeCatalog(emptyTable([{ id: 1, name: 'id', type: 'long', required: true }], change));
  const files = new MemoryFiles();
  const handle = { catalog, files, name: TABLE };
  return {
    catalog,
    files,
    append: (...ids) =>
      appendRows(
        handle,
        ids.map((id) => ({ id })),
        context
      ),
    read: (snapshotId) => readRows(catalog.metadata, files, { snapshotId }, context)
  };
}

const snapshotOf = (catalog: FakeCatalog): CommitPart =>
  catalog.commits.at(-1)!.updates[0]!.snapshot as CommitPart;
const kinds = ({ written }: MemoryFiles): string[] =>
  written.map((name) => (name.includes('/data/') ? 'data' : name.includes('snap-') ? 'list' : 'manifest'));

test('an append carries over what is there, and its totals add up', async () => {
  const { catalog, files, append, read } = tableOf();
  const first = await append(1n, 2n);
  const second = await append(3n);
  expect(await read()).toEqual([{ id: 3n }, { id: 1n }, { id: 2n }]);
  expect(await read(first.snapshotId)).toEqual([{ id: 1n }, { id: 2n }]);
  expect(snapshotOf(catalog)).toMatchObject({
    'snapshot-id': second.snapshotId,
    'parent-snapshot-id': first.snapshotId,
    'sequence-number': 2n,
    'schema-id': 0,
    summary: {
      operation: 'append',
      'added-data-files': '1',
      'added-records': '1',
      'added-files-size': String(second.bytes),
      'total-data-files': '2',
      'total-records': '3',
      'total-files-size': String(first.bytes + second.bytes),
      'total-delete-files': '0'
    }
  });
  expect(kinds(files)).toEqual(['data', 'manifest', 'list', 'data', 'manifest', 'list']);
  for (const name of files.written)
    expect(name).toMatch(/^s3:\/\/warehouse\/orders\/(data\/[\w-]+\.parquet|metadata\/[\w-]+\.avro)$/);
});

test('a snapshot comes after the last change, even when the clock does not', async () => {
  const late = context.clock.now() + 1_000_000;
  const { catalog, append } = tableOf({ 'last-updated-ms': late });
  await append(1n);
  expect(snapshotOf(catalog)['timestamp-ms']).toBe(late + 1);
});

test('no rows make a snapshot without files', async () => {
  const { catalog, files, append, read } = tableOf();
  expect(await append()).toMatchObject({ rows: 0, files: 0, bytes: 0 });
  expect(kinds(files)).toEqual(['list']);
  expect(await read()).toEqual([]);
  await append(1n);
  await append();
  expect(await read()).toEqual([{ id: 1n }]);
  expect(snapshotOf(catalog).summary).not.toHaveProperty('added-records');
  expect(snapshotOf(catalog).summary).toHaveProperty('total-records', '1');
});

test('a table that nothing was written to has no rows', async () => {
  expect(await tableOf().read()).toEqual([]);
  expect(await tableOf({ 'current-snapshot-id': null }).read()).toEqual([]);
});

test('a total that the parent does not tell is not made up', async () => {
  const { catalog, append } = tableOf();
  await append(1n);
  const [snapshot] = catalog.json!.snapshots as Record<string, unknown>[];
  snapshot!.summary = { operation: 'append', 'total-records': '1' };
  await append(2n);
  const summary = snapshotOf(catalog).summary as object;
  expect(Object.keys(summary).filter((key) => key.startsWith('total-'))).toEqual(['total-records']);
});

test('what main says about keeping snapshots stays', async () => {
  const { catalog, append } = tableOf();
  await append(1n);
  (catalog.json!.refs as Record<string, object>).main = {
    ...(catalog.json!.refs as Record<string, object>).main,
    'max-ref-age-ms': 5
  };
  await append(2n);
  expect(catalog.json!.refs).toMatchObject({ main: { 'max-ref-age-ms': 5, type: 'branch' } });
});

test('on a conflict only the manifest list is written again', async () => {
  const { catalog, files, append, read } = tableOf();
  const other = { catalog, files, name: TABLE };
  catalog.mishaps.push(async () => {
    await appendRows(other, [{ id: 9n }], context);
  });
  const appended = await append(1n);
  expect(kinds(files)).toEqual(['data', 'manifest', 'list', 'data', 'manifest', 'list', 'list']);
  expect(await read()).toEqual([{ id: 1n }, { id: 9n }]);
  expect(appended.metadata.currentSnapshotId).toBe(appended.snapshotId);
});

test('when the columns change meanwhile, the rows are written again', async () => {
  const { catalog, files, append, read } = tableOf();
  catalog.mishaps.push(async () => {
    await addColumn({ catalog, name: TABLE }, { name: 'note', type: 'string' }, context);
    await appendRows({ catalog, files, name: TABLE }, [{ id: 9n, note: 'x' }], context);
  });
  await append(1n);
  expect(kinds(files).filter((kind) => kind === 'data')).toHaveLength(3);
  expect(await read()).toEqual([
    { id: 1n, note: null },
    { id: 9n, note: 'x' }
  ]);
});

test('an append whose answer was lost is made once', async () => {
  const { catalog, append, read } = tableOf();
  catalog.mishaps.push('lose the answer');
  const appended = await append(1n);
  expect(catalog.commits).toHaveLength(1);
  expect(await read(appended.snapshotId)).toEqual([{ id: 1n }]);
});

test('an append that never arrived is made again, with the same snapshot id', async () => {
  const { catalog, append, read } = tableOf();
  catalog.mishaps.push('fail before', 'fail before');
  const { snapshotId } = await append(1n);
  const ids = catalog.commits.map(({ updates }) => (updates[0]!.snapshot as CommitPart)['snapshot-id']);
  expect(ids).toEqual([snapshotId, snapshotId, snapshotId]);
  expect(await read()).toEqual([{ id: 1n }]);
});

describe('a table that is known', () => {
  test('is not loaded before a commit that nobody came before', async () => {
    const { catalog, files, read } = tableOf();
    const table = { catalog, files, name: TABLE };
    const { metadata: from } = await appendRows({ ...table, from: catalog.metadata }, [{ id: 1n }], context);
    await addColumn({ ...table, from }, { name: 'note', type: 'string' }, context);
    expect(catalog.loads).toBe(0);
    expect(await read()).toEqual([{ id: 1n, note: null }]);
  });

  test('and that another has changed is loaded, and tried again as it is then', async () => {
    const { catalog, files, append, read } = tableOf();
    const table = { catalog, files, name: TABLE, from: catalog.metadata };
    await append(9n);
    await addColumn({ catalog, name: TABLE }, { name: 'note', type: 'string' }, context);
    catalog.loads = 0;
    await appendRows(table, [{ id: 1n }], context);
    expect(catalog.loads).toBe(1);
    expect(await read()).toEqual([
      { id: 1n, note: null },
      { id: 9n, note: null }
    ]);
  });
});

test('a refusal is not tried again', async () => {
  const { catalog, append } = tableOf();
  catalog.mishaps.push('refuse');
  expect((await thrownBy(() => append(1n))).code).toBe('AWS_REFUSED');
  expect(catalog.commits).toHaveLength(1);
});

test('conflicts without end are given up', async () => {
  const { catalog, append } = tableOf();
  const conflict = (): Promise<void> => Promise.reject(new ActionError('ICEBERG_CONFLICT'));
  catalog.mishaps.push(...Array<() => Promise<void>>(20).fill(conflict));
  expect((await thrownBy(() => append(1n))).code).toBe('ICEBERG_CONFLICT');
  expect(catalog.commits).toHaveLength(10);
});

test('a run that is stopped does not begin another try', async () => {
  const { catalog, files } = tableOf();
  const stopped = fakeContext();
  catalog.mishaps.push(() => {
    stopped.stop(new ActionError('CANCELLED'));
    return Promise.reject(new ActionError('ICEBERG_CONFLICT'));
  });
  const error = await thrownBy(() => appendRows({ catalog, files, name: TABLE }, [{ id: 1n }], stopped));
  expect(error.code).toBe('CANCELLED');
  expect(catalog.commits).toHaveLength(1);
});

test('a table that is not there', async () => {
  const { catalog, append } = tableOf();
  catalog.json = undefined;
  const error = await thrownBy(() => append(1n));
  expect(error).toMatchObject({ code: 'ICEBERG_NOT_FOUND', found: 'There is no table sales.orders.' });
});

test('a commit asserts the table and the snapshot it was made for', async () => {
  const { catalog, files, append } = tableOf();
  await append(1n);
  const { metadata } = catalog;
  const prepared = await prepareAppend(metadata, [{ id: 2n }], files, context);
  expect(prepared.requirements).toEqual([
    { type: 'assert-table-uuid', uuid: metadata.uuid },
    { type: 'assert-ref-snapshot-id', ref: 'main', 'snapshot-id': metadata.currentSnapshotId }
  ]);
  const first = await prepareAppend(tableOf().catalog.metadata, [], files, context);
  expect(first.requirements[1]).toHaveProperty('snapshot-id', null);
});

test('row ids of format version 3 go on from table to manifest', async () => {
  const { catalog, append } = tableOf({ 'format-version': 3, 'next-row-id': 100 });
  await append(1n, 2n);
  expect(snapshotOf(catalog)).toMatchObject({ 'first-row-id': 100n, 'added-rows': 2n });
  await append(3n);
  expect(snapshotOf(catalog)).toMatchObject({ 'first-row-id': 102n, 'added-rows': 1n });
  expect(catalog.json!['next-row-id']).toBe(103);
});

test('after an upgrade to version 3 the manifests there are get row ids too', async () => {
  const { catalog, append, read } = tableOf();
  await append(1n, 2n);
  Object.assign(catalog.json!, { 'format-version': 3, 'next-row-id': 0 });
  await append(3n);
  expect(snapshotOf(catalog)).toMatchObject({ 'first-row-id': 0n, 'added-rows': 3n });
  expect(await read()).toEqual([{ id: 3n }, { id: 1n }, { id: 2n }]);
});

test('a column is added once, whatever happens to the answer', async () => {
  const { catalog, append, files, read } = tableOf();
  await append(1n);
  catalog.mishaps.push('lose the answer');
  const column = { name: 'price', type: 'decimal(10, 2)' };
  await addColumn({ catalog, name: TABLE }, column, context);
  await addColumn({ catalog, name: TABLE }, column, context);
  expect(catalog.json!.schemas).toHaveLength(2);
  expect(catalog.commits.at(-1)!.requirements).toContainEqual({
    type: 'assert-last-assigned-field-id',
    'last-assigned-field-id': 1
  });
  await appendRows({ catalog, files, name: TABLE }, [{ id: 2n, price: '1.5' }], context);
  expect(await read()).toEqual([
    { id: 2n, price: '1.50' },
    { id: 1n, price: null }
  ]);
});

test('two that add columns at the same time both succeed', async () => {
  const { catalog } = tableOf();
  catalog.mishaps.push(async () => {
    await addColumn({ catalog, name: TABLE }, { name: 'b', type: 'long' }, context);
  });
  const metadata = await addColumn({ catalog, name: TABLE }, { name: 'a', type: 'long' }, context);
  expect(metadata.schemas.get(metadata.currentSchemaId)!.fields).toMatchObject([
    { name: 'id', id: 1 },
    { name: 'b', id: 2 },
    { name: 'a', id: 3 }
  ]);
});

test('a column that is there with another type is left alone', async () => {
  const { catalog } = tableOf();
  const error = await thrownBy(() =>
    addColumn({ catalog, name: TABLE }, { name: 'id', type: 'string' }, context)
  );
  expect(error).toMatchObject({
    code: 'ICEBERG_CONFLICT',
    found: 'The table has a column id already: long, required.'
  });
  const bad = await thrownBy(() =>
    addColumn({ catalog, name: TABLE }, { name: 'x', type: 'bigint' }, context)
  );
  expect(bad.message).toContain('The column x has the type bigint');
  expect(catalog.commits).toEqual([]);
});
