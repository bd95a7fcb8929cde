import type { Region } from '../account.js';
import type { AwsRefusal, SandboxReply, SandboxRequest } from '../service.js';
import type { Table } from '../s3tables/state.js';

/** A request of the Iceberg REST catalog whose operation is known. `labels` are the decoded parts of its path. */
export interface IcebergCall extends SandboxRequest {
  readonly labels: Readonly<Record<string, string>>;
  readonly dialect: Dialect;
}

/** Answers one operation, or throws an AwsRefusal. */
export type IcebergHandler = (call: IcebergCall) => SandboxReply;

/** What permissions that S3 Tables knows nothing of do besides letting an operation run or not. */
export interface Permissions {
  /** Whether the caller is shown that namespace. */
  showsNamespace(call: IcebergCall, namespace: string): boolean;
  /** Whether the caller is shown that table. */
  showsTable(call: IcebergCall, table: Table): boolean;
  /** A namespace, or a table in it, has been made by the caller. */
  made(call: IcebergCall, namespace: string, table?: string): void;
  /** A namespace, or a table in it, is no more. */
  gone(call: IcebergCall, namespace: string, table?: string): void;
}

/** What one AWS service makes of the Iceberg REST catalog: both show the same tables, each by its own rules. */
export interface Dialect {
  /** The path in front of `/namespaces`; `{warehouse}` stands for one segment. */
  readonly base: string;
  /**
   * What a client puts between `/v1/` and the rest of each path.
   * @param warehouse as the client was configured with it
   * Throws when there is no such warehouse.
   */
  prefixOf(region: Region, warehouse: string): string;
  /** The table bucket that a path's `{warehouse}` stands for; it exists. Throws when it does not. */
  bucketOf(region: Region, warehouse: string): string;
  /** The members that the next page's token stands under. */
  pageTokens(region: Region): readonly string[];
  /** Whether createTable must say `stage-create`; both refuse `true`. */
  readonly needsStageCreate: boolean;
  /** How large a metadata.json may be. */
  readonly maxMetadataBytes: number;
  /** Throws unless a table may be dropped with that `purgeRequested`. */
  checkPurge(region: Region, isRequested: boolean): void;
  /** Whether the service can show that table. */
  shows(region: Region, table: Table): boolean;
  /** Absent where the service has none of its own. */
  readonly permissions?: Permissions;
  /** What the service adds to the operations that both have. */
  readonly handlers: Readonly<Record<string, IcebergHandler>>;
  /** Answers the operations that the service does not have. */
  readonly unknown: IcebergHandler;
  /** The HTTP status of a refusal. */
  statusOf(refusal: AwsRefusal): number;
}
