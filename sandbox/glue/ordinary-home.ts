import type { Region } from '../account.js';
import { grantOnCreation } from '../lakeformation/creation.js';
import { forgetCreation } from '../lakeformation/grants.js';
import { AwsRefusal, type Caller } from '../service.js';
import { catalogIdOf } from './catalog-id.js';
import { seconds, type DatabaseView, type Home, type TableView } from './home.js';
import type { DatabaseInput, TableInput } from './model.js';
import { alreadyExists, invalidInput, notFound } from './refusals.js';
import type { GlueDatabase, GlueTable } from './state.js';
import { newTags } from './tags.js';

/** The default catalog, or another one that Glue itself keeps. Names are folded to lower case. */
export class OrdinaryHome implements Home {
  /**
   * @param path the catalog's path inside the account
   * @param all its databases
   */
  constructor(
    private readonly region: Region,
    private readonly caller: Caller,
    private readonly path: string,
    private readonly all: Map<string, GlueDatabase>
  ) {}

  databases(): readonly DatabaseView[] {
    return [...this.all.values()].map((database) => this.databaseView(database));
  }

  database(name: string): DatabaseView {
    return this.databaseView(this.held(name));
  }

  createDatabase(input: DatabaseInput, tags: Readonly<Record<string, string>>): void {
    const name = input.Name.toLowerCase();
    if (this.all.has(name)) throw alreadyExists('Database');
    const database: GlueDatabase = {
      name,
      createdAt: new Date(),
      input,
      createTableDefaultPermissions: this.tableDefaults(input),
      tags: newTags(tags),
      tables: new Map()
    };
    const defaults = this.region.lakeFormation.settings.CreateDatabaseDefaultPermissions;
    grantOnCreation(this.region, this.caller, { kind: 'database', catalog: this.path, name }, defaults);
    this.all.set(name, database);
  }

  /** Replaces the whole input: what it leaves out is gone. Renaming is refused. */
  updateDatabase(name: string, input: DatabaseInput): void {
    const database = this.held(name);
    if (input.Name.toLowerCase() !== database.name) throw invalidInput('Database name cannot be changed.');
    database.input = input;
    database.createTableDefaultPermissions = this.tableDefaults(input);
  }

  deleteDatabase(name: string): void {
    const database = this.held(name);
    this.all.delete(database.name);
    forgetCreation(this.region.lakeFormation, { kind: 'database', catalog: this.path, name: database.name });
  }

  tables(database: string): readonly TableView[] {
    const held = this.held(database);
    return [...held.tables.values()].map((table) => this.tableView(held, table));
  }

  table(database: string, name: string): TableView {
    const held = this.held(database);
    return this.tableView(held, heldTable(held, name));
  }

  createTable(database: string, input: TableInput): void {
    const held = this.held(database);
    const name = input.Name.toLowerCase();
    if (held.tables.has(name)) throw alreadyExists('Table');
    const on = { kind: 'table', catalog: this.path, database: held.name, name } as const;
    grantOnCreation(this.region, this.caller, on, held.createTableDefaultPermissions);
    const now = new Date();
    const createdBy = this.caller.arn;
    held.tables.set(name, { name, createdAt: now, createdBy, updatedAt: now, version: 0, input });
  }

  updateTable(database: string, input: TableInput, version: string | undefined): void {
    const table = heldTable(this.held(database), input.Name);
    if (version !== undefined && version !== String(table.version)) {
      const message = `Update table failed due to concurrent modifications.`;
      throw new AwsRefusal(400, 'ConcurrentModificationException', message);
    }
    table.input = input;
    table.version += 1;
    table.updatedAt = new Date();
  }

  deleteTable(database: string, name: string): void {
    const held = this.held(database);
    const table = heldTable(held, name);
    held.tables.delete(table.name);
    const on = { kind: 'table', catalog: this.path, database: held.name, name: table.name } as const;
    forgetCreation(this.region.lakeFormation, on);
  }

  private held(name: string): GlueDatabase {
    const database = this.all.get(name.toLowerCase());
    if (!database) throw notFound(`Database ${name.toLowerCase()}`);
    return database;
  }

  private tableDefaults(input: DatabaseInput): GlueDatabase['createTableDefaultPermissions'] {
    return (
      input.CreateTableDefaultPermissions ?? this.region.lakeFormation.settings.CreateTableDefaultPermissions
    );
  }

  private databaseView(database: GlueDatabase): DatabaseView {
    return {
      ...database.input,
      Name: database.name,
      CreateTime: seconds(database.createdAt),
      CreateTableDefaultPermissions: database.createTableDefaultPermissions,
      CatalogId: catalogIdOf(this.region.account, this.path)
    };
  }

  private tableView(database: GlueDatabase, table: GlueTable): TableView {
    return {
      Retention: 0,
      PartitionKeys: [],
      ...table.input,
      Name: table.name,
      DatabaseName: database.name,
      CreateTime: seconds(table.createdAt),
      UpdateTime: seconds(table.updatedAt),
      CreatedBy: table.createdBy,
      IsRegisteredWithLakeFormation: false,
      CatalogId: catalogIdOf(this.region.account, this.path),
      VersionId: String(table.version)
    };
  }
}

function heldTable(database: GlueDatabase, name: string): GlueTable {
  const table = database.tables.get(name.toLowerCase());
  if (!table) throw notFound(`Table ${name.toLowerCase()}`);
  return table;
}
