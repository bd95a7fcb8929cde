import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSONParse, JSONStringify } from 'json-with-bigint';
import { ActionError } from '../../src/errors.js';
import { type TableMetadata, parseMetadata } from '../../src/iceberg/metadata.js';
import type { Catalog, Commit, CommitPart, TableFiles } from '../../src/iceberg/ports.js';
import { fakeContext } from '../support/context.js';

export const context = fakeContext();
export const TABLE = { namespace: 'sales', name: 'orders' };

/** Files in memory, with a list of what was done. */
export class MemoryFiles implements TableFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly written: string[] = [];

  read(location: string): Promise<Uint8Array> {
    const bytes = this.files.get(location);
    if (bytes !== undefined) return Promise.resolve(bytes);
    return Promise.reject(new ActionError('ICEBERG_NOT_FOUND', { doing: `read ${location}` }));
  }

  write(location: string, bytes: Uint8Array): Promise<void> {
    refuseTwice(this.files, location);
    this.files.set(location, Uint8Array.from(bytes));
    this.written.push(location);
    return Promise.resolve();
  }
}

function refuseTwice(files: ReadonlyMap<string, unknown>, location: string): void {
  if (files.has(location)) throw new Error(`${location} would be overwritten.`);
}

const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url));

/** The files that the fixtures' script wrote, at the locations it wrote them to. */
export const fixtureFiles: TableFiles = {
  async read(location) {
    const path = join(FIXTURES, location.replace(/^file:\/\/\/tmp\/iceberg-fixtures\//, ''));
    return readFile(path).catch((cause: unknown) => {
      throw new ActionError('ICEBERG_NOT_FOUND', { doing: `read ${location}`, cause });
    });
  },
  write: () => Promise.reject(new Error('Fixtures are not written.'))
};

/** The metadata of a fixture. */
export async function fixture(name: string): Promise<TableMetadata> {
  const text = await readFile(join(FIXTURES, name, 'metadata.json'), 'utf8');
  return parseMetadata(text, `${name}/metadata.json`);
}

type Json = Record<string, unknown>;

/** A field of a schema as JSON. */
export interface JsonField {
  readonly id: number;
  readonly name: string;
  readonly required?: boolean;
  readonly type: unknown;
}

/** The metadata of a table that has nothing in it. */
export function emptyTable(fields: readonly JsonField[], change: Json = {}): Json {
  return {
    'format-version': 2,
    'table-uuid': randomUUID(),
    location: 's3://warehouse/orders',
    'last-sequence-number': 0,
    'last-updated-ms': 1_700_000_000_000,
    'last-column-id': Math.max(...fields.map(({ id }) => id)),
    schemas: [
      {
        type: 'struct',
        'schema-id': 0,
        fields: fields.map((field) => ({ required: false, ...field }))
      }
    ],
    'current-schema-id': 0,
    'partition-specs': [{ 'spec-id': 0, fields: [] }],
    'default-spec-id': 0,
    'last-partition-id': 999,
    'sort-orders': [{ 'order-id': 0, fields: [] }],
    'default-sort-order-id': 0,
    properties: {},
    'current-snapshot-id': -1,
    snapshots: [],
    ...change
  };
}

/** What a test wants to go wrong with the next commits. */
export type Mishap = 'lose the answer' | 'fail before' | 'refuse' | (() => Promise<void>);

/** A catalog of one table, which checks the requirements of a commit and makes its updates as the protocol says. */
export class FakeCatalog implements Catalog {
  readonly commits: Commit[] = [];
  readonly mishaps: Mishap[] = [];
  loads = 0;

  constructor(public json: Json | undefined) {}

  get metadata(): TableMetadata {
    return parseMetadata(JSONStringify(this.json), 's3://warehouse/orders/metadata/v.metadata.json');
  }

  config = (): Promise<{ prefix: string }> => Promise.resolve({ prefix: '' });
  listNamespaces = (): Promise<string[]> => Promise.resolve(['sales']);
  listTables = (): Promise<string[]> => Promise.resolve(['orders']);
  tableExists = (): Promise<boolean> => Promise.resolve(this.json !== undefined);
  createTable = (): never => {
    throw new Error('Not here.');
  };
  dropTable = (): Promise<void> => Promise.resolve();

  loadTable(): ReturnType<Catalog['loadTable']> {
    this.loads += 1;
    return Promise.resolve(this.json && { metadataLocation: undefined, metadata: this.metadata });
  }

  async commit(_table: unknown, commit: Commit): Promise<TableMetadata> {
    this.commits.push(commit);
    const mishap = this.mishaps.shift();
    if (typeof mishap === 'function') await mishap();
    if (mishap === 'fail before') throw new ActionError('UNREACHABLE');
    if (mishap === 'refuse') throw new ActionError('AWS_REFUSED', { found: 'It does not like it.' });
    const json = JSONParse(JSONStringify(this.json)) as Json;
    for (const requirement of commit.requirements) require(json, requirement);
    for (const update of commit.updates) apply(json, JSONParse(JSONStringify(update)) as Json);
    this.json = json;
    if (mishap === 'lose the answer') throw new ActionError('UNREACHABLE');
    return this.metadata;
  }
}

function require(json: Json, requirement: CommitPart): void {
  const current = json['current-snapshot-id'];
  const actual: Record<string, unknown> = {
    'assert-table-uuid': json['table-uuid'],
    'assert-ref-snapshot-id': current === -1 ? null : current,
    'assert-current-schema-id': json['current-schema-id'],
    'assert-last-assigned-field-id': json['last-column-id']
  };
  const { type, uuid, ...rest } = requirement;
  const expected = uuid ?? Object.entries(rest).find(([key]) => key !== 'ref')?.[1];
  if (String(actual[type as string]) !== String(expected))
    throw new ActionError('ICEBERG_CONFLICT', { found: `${String(type)} failed.` });
}

function apply(json: Json, update: Json): void {
  const list = (key: string): Json[] => json[key] as Json[];
  switch (update.action) {
    case 'add-snapshot': {
      const snapshot = update.snapshot as Json;
      if (Number(snapshot['sequence-number']) <= Number(json['last-sequence-number']))
        throw new ActionError('AWS_REFUSED', { found: 'The sequence number is old.' });
      list('snapshots').push(snapshot);
      json['last-sequence-number'] = snapshot['sequence-number'];
      json['last-updated-ms'] = snapshot['timestamp-ms'];
      if (json['format-version'] === 3) {
        if (snapshot['first-row-id'] !== json['next-row-id']) throw new Error('first-row-id is wrong.');
        json['next-row-id'] = Number(json['next-row-id']) + Number(snapshot['added-rows']);
      }
      return;
    }
    case 'set-snapshot-ref': {
      const ref = Object.fromEntries(
        Object.entries(update).filter(([key]) => !/^(action|ref-name)$/.test(key))
      );
      const name = update['ref-name'];
      json['current-snapshot-id'] = ref['snapshot-id'];
      json.refs = { ...(json.refs as Json), [name as string]: ref };
      return;
    }
    case 'add-schema':
      list('schemas').push(update.schema as Json);
      json['last-column-id'] = update['last-column-id'];
      return;
    case 'set-current-schema':
      json['current-schema-id'] = list('schemas').at(-1)?.['schema-id'];
      return;
    default:
      throw new Error(`No update ${String(update.action)}.`);
  }
}
