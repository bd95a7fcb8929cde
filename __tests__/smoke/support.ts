import type { TableInfo } from '../../src/aws/ports.js';
import { ActionError, type ErrorCode } from '../../src/errors.js';
import type { TableMetadata } from '../../src/iceberg/metadata.js';
import type { Catalog, Commit, LoadedTable, TableDefinition, TableName } from '../../src/iceberg/ports.js';
import type { Bench } from '../../src/smoke/bench.js';
import { ScratchFiles } from '../../src/smoke/scratch-files.js';
import { emptyTable, FakeCatalog, MemoryFiles } from '../iceberg/support.js';

export const NAMESPACE = 'sales';
export const BUCKET_ARN = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-my-app';
export const OWN = 'smoke_100_1';

/** What a call of the catalog does instead of, or besides, what it should. */
type Trick = () => Promise<void>;

/** A namespace of tables, as an Iceberg catalog and S3 Tables both show it. */
export class FakeLake implements Catalog {
  readonly tables = new Map<string, FakeCatalog>();
  /** What S3 Tables shows of a table instead of what it shows of all. */
  readonly shown = new Map<string, Partial<TableInfo>>();
  /** Every call, in order: `dropTable smoke_1_1`. */
  readonly calls: string[] = [];
  /** By the name of a call, what happens before it, and what after it. */
  readonly before = new Map<string, Trick>();
  readonly after = new Map<string, Trick>();

  /** A table with these properties. */
  put(name: string, properties: Readonly<Record<string, string>> = {}): void {
    const fields = [{ id: 1, name: 'id', type: 'long', required: true }];
    this.tables.set(name, new FakeCatalog(emptyTable(fields, { properties, location: `s3://w/${name}` })));
  }

  propertiesOf(name: string): Readonly<Record<string, string>> | undefined {
    return this.tables.get(name)?.metadata.properties;
  }

  config = (): Promise<{ prefix: string }> => this.call('config', '', () => ({ prefix: '' }));
  listNamespaces = (): Promise<string[]> => this.call('listNamespaces', '', () => [NAMESPACE]);
  listTables = (): Promise<string[]> => this.call('listTables', '', () => [...this.tables.keys()]);

  tableExists = ({ name }: TableName): Promise<boolean> =>
    this.call('tableExists', name, () => this.tables.has(name));

  loadTable = ({ name }: TableName): Promise<LoadedTable | undefined> =>
    this.call('loadTable', name, () => {
      const table = this.tables.get(name);
      return table && { metadataLocation: undefined, metadata: table.metadata };
    });

  createTable = ({ name }: TableName, { columns, properties = {} }: TableDefinition): Promise<LoadedTable> =>
    this.call('createTable', name, () => {
      if (this.tables.has(name)) throw new ActionError('ICEBERG_CONFLICT');
      const fields = columns.map((column, at) => ({ id: at + 1, ...column }));
      const json = emptyTable(fields, { properties, location: `s3://w/${name}` });
      this.tables.set(name, new FakeCatalog(json));
      return { metadataLocation: undefined, metadata: this.tables.get(name)!.metadata };
    });

  commit = ({ name }: TableName, commit: Commit): Promise<TableMetadata> =>
    this.call('commit', name, () => {
      const table = this.tables.get(name);
      if (table === undefined) throw new ActionError('ICEBERG_NOT_FOUND');
      return table.commit(undefined, commit);
    });

  dropTable = ({ name }: TableName): Promise<void> =>
    this.call('dropTable', name, () => {
      this.tables.delete(name);
    });

  getTable = ({ name }: TableName): Promise<TableInfo | undefined> =>
    this.call('getTable', name, () => {
      const info = { arn: '', namespace: NAMESPACE, name, versionToken: '1', warehouseLocation: '' };
      return this.tables.has(name) ? { ...info, ...this.shown.get(name) } : undefined;
    });

  deleteTable = ({ name }: TableName, versionToken: string): Promise<void> =>
    this.call('deleteTable', name, () => {
      if (versionToken !== (this.shown.get(name)?.versionToken ?? '1')) throw new ActionError('CONFLICT');
      this.tables.delete(name);
    });

  private async call<T>(what: string, name: string, work: () => T | Promise<T>): Promise<T> {
    this.calls.push(`${what} ${name}`.trim());
    await this.before.get(what)?.();
    const result = await work();
    await this.after.get(what)?.();
    return result;
  }
}

/** Fails so, as often as is said. */
export function failing(code: ErrorCode, times = Infinity, answer?: ActionError['answer']): Trick {
  let left = times;
  return () =>
    left-- > 0 ? Promise.reject(new ActionError(code, { doing: 'do it', answer })) : Promise.resolve();
}

/** A bench in an environment of one table, `orders`, with the analytics integration on. */
export function benchOf(
  lake: FakeLake,
  more: Partial<Bench> & { readonly memory?: MemoryFiles } = {}
): Bench & { readonly memory: MemoryFiles } {
  const iamControlled = true;
  const { memory = new MemoryFiles() } = more;
  return {
    via: 's3tables',
    space: {
      catalog: lake,
      s3tables: lake,
      bucketArn: BUCKET_ARN,
      namespace: NAMESPACE,
      owner: 'dev/my-app',
      mark: 'this-run'
    },
    memory,
    scratchFiles: new ScratchFiles(memory),
    files: { readText: () => Promise.reject(new ActionError('VANISHED')) },
    glue: { getCatalog: () => Promise.resolve({ iamControlled }), hasTable: () => Promise.resolve(true) },
    table: { namespace: NAMESPACE, name: 'orders' },
    scratch: { namespace: NAMESPACE, name: OWN },
    catalogId: '123456789012:s3tablescatalog/dev-my-app',
    rowCount: 20,
    keep: false,
    made: 'no',
    listed: [],
    written: { count: 0 },
    ...more
  };
}

/** A lake with the environment's table in it. */
export function lakeWithOrders(): FakeLake {
  const lake = new FakeLake();
  lake.put('orders');
  return lake;
}
