import * as v from 'valibot';
import { jsonReply } from '../protocol/rest-json.js';
import { getTableBucket } from './buckets.js';
import { bodyOf, bucketName, tableAddress, type Call, type Handler } from './call.js';
import { putMaintenance } from './maintenance.js';
import { storePolicy } from './policy.js';
import { notFound } from './refusals.js';
import * as shapes from './shapes.js';
import type { Maintenance, Table } from './state.js';
import { getTable } from './tables.js';

/** The operations on a table's policy, maintenance, encryption and storage class. */
export const tableSettingsHandlers: Readonly<Record<string, Handler>> = {
  PutTablePolicy(call) {
    const table = tableOf(call);
    const { resourcePolicy } = bodyOf(call, v.object({ resourcePolicy: v.string() }));
    table.policy = storePolicy(resourcePolicy, table.arn);
    return jsonReply(200);
  },

  GetTablePolicy(call) {
    const { policy } = tableOf(call);
    if (policy === undefined) throw notFound('policy');
    return jsonReply(200, { resourcePolicy: policy });
  },

  DeleteTablePolicy(call) {
    const table = tableOf(call);
    if (table.policy === undefined) throw notFound('policy');
    delete table.policy;
    return jsonReply(204);
  },

  PutTableMaintenanceConfiguration(call) {
    const { maintenance } = tableOf(call);
    putMaintenance(maintenance, call.labels['type'] ?? '', bodyOf(call, shapes.maintenance).value);
    return jsonReply(204);
  },

  GetTableMaintenanceConfiguration(call) {
    const { arn, maintenance } = tableOf(call);
    return jsonReply(200, { tableARN: arn, configuration: Object.fromEntries(maintenance) });
  },

  GetTableMaintenanceJobStatus(call) {
    const { arn, maintenance } = tableOf(call);
    const bucket = getTableBucket(call.region, bucketName(call));
    return jsonReply(200, { tableARN: arn, status: jobs([...maintenance, ...bucket.maintenance]) });
  },

  GetTableEncryption(call) {
    return jsonReply(200, { encryptionConfiguration: tableOf(call).encryption });
  },

  GetTableStorageClass(call) {
    return jsonReply(200, { storageClassConfiguration: { storageClass: tableOf(call).storageClass } });
  }
};

function tableOf(call: Call): Table {
  return getTable(call.region, tableAddress(call));
}

/** The sandbox runs no maintenance. */
function jobs(kinds: readonly [string, Maintenance][]): object {
  return Object.fromEntries(
    kinds.map(([kind, { status }]) => [kind, { status: status === 'enabled' ? 'Not_Yet_Run' : 'Disabled' }])
  );
}
