import { jsonReply } from '../protocol/rest-json.js';
import { AwsRefusal, type SandboxReply } from '../service.js';
import { getNamespace } from '../s3tables/namespaces.js';
import type { Table } from '../s3tables/state.js';
import { deleteTable } from '../s3tables/table-changes.js';
import { createTable, getTable } from '../s3tables/tables.js';
import { addressOf, bucketOf, namespaceOf } from './address.js';
import { losslessReply, nextPage, pageAskedFor } from './body.js';
import { commitTable } from './commit.js';
import { tableAskedFor } from './create-table.js';
import type { IcebergCall, IcebergHandler } from './dialect.js';
import { metadataOf } from './metadata.js';

/** The operations on tables that S3 Tables and Glue both have. */
export const tableHandlers: Readonly<Record<string, IcebergHandler>> = {
  IcebergListTables(call) {
    const bucket = bucketOf(call);
    const { name: namespace, tables } = getNamespace(call.region, bucket, namespaceOf(call));
    const shown = [...tables.values()].filter((table) => isListed(call, table)).map((table) => table.name);
    const page = pageAskedFor(call, shown, (name) => name);
    const identifiers = page.items.map((name) => ({ namespace: [namespace], name }));
    return jsonReply(200, { identifiers, ...nextPage(call, page) });
  },

  IcebergCreateTable(call) {
    const table = createTable(call.region, call.caller, tableAskedFor(call));
    call.dialect.permissions?.made(call, table.namespace, table.name);
    return loaded(call, table);
  },

  IcebergLoadTable: (call) => loaded(call, tableAt(call)),

  IcebergTableExists(call) {
    tableAt(call);
    return jsonReply(204);
  },

  IcebergCommitTable(call) {
    const table = tableAt(call);
    const { metadata, metadataLocation } = commitTable(call, table);
    return losslessReply({ 'metadata-location': metadataLocation, metadata });
  },

  IcebergDropTable(call) {
    const isPurge = call.query.get('purgeRequested')?.toLowerCase() === 'true';
    call.dialect.checkPurge(call.region, isPurge);
    const address = addressOf(call);
    tableAt(call);
    deleteTable(call.region, address);
    call.dialect.permissions?.gone(call, address.namespace, address.name);
    return jsonReply(204);
  }
};

function isListed(call: IcebergCall, table: Table): boolean {
  const { dialect, region } = call;
  return dialect.shows(region, table) && (dialect.permissions?.showsTable(call, table) ?? true);
}

function tableAt(call: IcebergCall): Table {
  const table = getTable(call.region, addressOf(call));
  if (call.dialect.shows(call.region, table)) return table;
  const message = 'Unsupported Federation Resource - Invalid table or column names.';
  throw new AwsRefusal(400, 'ValidationException', message);
}

/** The clients read and write the files with their own credentials: `config` vends none. */
function loaded(call: IcebergCall, table: Table): SandboxReply {
  const { metadata, metadataLocation } = metadataOf(call, table);
  return losslessReply({ 'metadata-location': metadataLocation, metadata, config: {} });
}
