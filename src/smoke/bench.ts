import type { Aws, IcebergService, WarehousePort } from '../aws/ports.js';
import type { TableFiles, TableName } from '../iceberg/ports.js';
import type { Written } from './rows.js';
import type { ScratchSpace } from './scratch.js';

/** What the steps work with, and what one leaves for the next. */
export interface Bench {
  readonly via: IcebergService;
  readonly space: ScratchSpace;
  readonly files: TableFiles & Pick<WarehousePort, 'readText'>;
  readonly glue: Pick<Aws['glue'], 'getCatalog' | 'hasTable'>;
  /** The environment's own table. */
  readonly table: TableName;
  readonly scratch: TableName;
  /** `<account>:s3tablescatalog/<bucket>` */
  readonly catalogId: string;
  /** How many rows are appended at a time. */
  readonly rowCount: number;
  /** The scratch table is to outlast the run. */
  readonly keep: boolean;
  /** Whether there is a scratch table of this run: while its creation is under way nobody knows. */
  made: 'no' | 'perhaps' | 'yes';
  written: Written;
  firstSnapshot?: bigint;
}
