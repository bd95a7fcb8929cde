import { afterAll, beforeAll } from '@jest/globals';
import { makeAws } from '../../src/aws/index.js';
import { appendRows, type TableHandle } from '../../src/iceberg/append.js';
import { readRows } from '../../src/iceberg/read-rows.js';
import { restCatalog } from '../../src/iceberg/rest-catalog.js';
import type { Row } from '../../src/iceberg/value.js';
import { withEnvironment } from '../aws/support.js';
import { enableIntegration } from '../bundle/support/account.js';
import { Arena } from '../bundle/support/arena.js';
import { ACCOUNT, BUCKET, BUCKET_ARN, NAMESPACE, REGION } from '../bundle/support/values.js';
import { fakeContext } from '../support/context.js';
import { toPlain } from './plain.js';
import type { Subject } from './reader.js';

export const context = fakeContext();

/** An account with a table bucket and a namespace, and the action's own hands in it. */
export class Lake {
  private arena: Arena | undefined;

  async open(): Promise<void> {
    this.arena = await Arena.open();
    await enableIntegration(this.arena);
    const { s3tables } = this.arena.aws;
    await s3tables.createTableBucket({ name: BUCKET });
    await s3tables.createNamespace({ tableBucketARN: BUCKET_ARN, namespace: [NAMESPACE] });
  }

  async close(): Promise<void> {
    await this.arena?.close();
  }

  get url(): string {
    return this.arena?.sandbox.url ?? '';
  }

  /** What other readers are told of a table and the rows it must have. */
  subject(table: string, rows: unknown): Subject {
    const place = { region: REGION, account: ACCOUNT, bucket: BUCKET, namespace: NAMESPACE };
    return { ...place, url: this.url, table, rows };
  }

  /** Does something with a table as the action does: through its catalog client, its reader and its writer. */
  with<T>(name: string, work: (table: TableHandle) => Promise<T>): Promise<T> {
    return withEnvironment({ AWS_ENDPOINT_URL: this.url }, () => {
      const aws = makeAws({ region: REGION, env: process.env });
      const catalog = restCatalog(aws.iceberg('s3tables'), { kind: 's3tables', warehouse: BUCKET_ARN });
      return work({ catalog, files: aws.warehouse, name: { namespace: NAMESPACE, name } });
    });
  }

  append(name: string, rows: readonly Row[]): Promise<unknown> {
    return this.with(name, (table) => appendRows(table, rows, context));
  }

  /** The rows that our reader gives, in the order of their ids. */
  read(name: string, snapshotId?: bigint): Promise<readonly unknown[]> {
    return this.with(name, async ({ catalog, files, name: table }) => {
      const loaded = await catalog.loadTable(table, context);
      if (loaded === undefined) throw new Error(`There is no table ${name}.`);
      return plainById(await readRows(loaded.metadata, files, { snapshotId }, context));
    });
  }
}

/** A lake for the tests of a `describe`. */
export function useLake(): Lake {
  const lake = new Lake();
  beforeAll(() => lake.open());
  afterAll(() => lake.close());
  return lake;
}

/** Rows as readers are to give them, in the order of their ids. */
export function plainById(rows: readonly Row[]): readonly unknown[] {
  const ordered = [...rows].sort((a, b) => ((a.id as bigint) < (b.id as bigint) ? -1 : 1));
  return toPlain(ordered) as readonly unknown[];
}
