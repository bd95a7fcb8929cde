import type { Aws, IcebergService, WarehousePort } from '../aws/ports.js';
import type { TableMetadata } from '../iceberg/metadata.js';
import type { TableName } from '../iceberg/ports.js';
import type { Looked } from './drop.js';
import type { Written } from './rows.js';
import type { ScratchFiles } from './scratch-files.js';
import type { ScratchSpace } from './scratch.js';

/** What the steps work with, and what one leaves for the next. */
export interface Bench {
  readonly via: IcebergService;
  readonly space: ScratchSpace;
  readonly files: Pick<WarehousePort, 'readText'>;
  /** Those of the scratch table. */
  readonly scratchFiles: ScratchFiles;
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
  /** The environment's table, as the catalog loaded it; absent where this action cannot read what it is. */
  environment?: TableMetadata | undefined;
  /** The tables of the namespace, as the catalog listed them before anything was made. */
  listed: readonly string[];
  /** Whether the analytics integration is on, once that was asked. */
  integrated?: boolean;
  /** The scratch table as the catalog told it last: what the next write is first tried on. Never what is read. */
  latest?: TableMetadata;
  /** How S3 Tables showed the scratch table when it had been made, for the clean-up. */
  looked?: Promise<Looked | undefined>;
}
