import type { DatabaseInput, TableInput } from './model.js';

/** A database as Glue answers it. */
export interface DatabaseView extends Readonly<Record<string, unknown>> {
  readonly Name: string;
}

/** A table as Glue answers it. */
export interface TableView extends Readonly<Record<string, unknown>> {
  readonly Name: string;
  readonly StorageDescriptor?: {
    readonly Columns?: readonly { readonly Name: string }[];
    readonly Location?: string;
  };
}

/**
 * Where databases live: an ordinary catalog, or a table bucket seen through the federated one. Every method
 * takes names as they were sent, and throws EntityNotFoundException for what is not there.
 */
export interface Home {
  databases(): readonly DatabaseView[];
  database(name: string): DatabaseView;
  /** Throws AlreadyExistsException, InvalidInputException. */
  createDatabase(input: DatabaseInput, tags: Readonly<Record<string, string>>): void;
  updateDatabase(name: string, input: DatabaseInput): void;
  /** Also deletes the tables in it. */
  deleteDatabase(name: string): void;
  tables(database: string): readonly TableView[];
  table(database: string, name: string): TableView;
  /** Throws AlreadyExistsException. */
  createTable(database: string, input: TableInput): void;
  /** Throws ConcurrentModificationException when `version` is given and not the current one. */
  updateTable(database: string, input: TableInput, version: string | undefined): void;
  deleteTable(database: string, name: string): void;
}

/** Glue's time stamps: seconds. */
export function seconds(date: Date): number {
  return date.getTime() / 1000;
}
