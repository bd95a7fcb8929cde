import * as v from 'valibot';
import { looseObject, record } from '../input/records.js';
import { draftSpec } from '../iceberg/partition.js';
import { draftOrder } from '../iceberg/sort.js';

/** The shapes of request bodies, with the bounds of the service model. */

const integer = v.pipe(v.number(), v.integer());
const positive = v.pipe(integer, v.minValue(1), v.maxValue(2_147_483_647));
const status = v.exactOptional(v.picklist(['enabled', 'disabled']));

/** `encryptionConfiguration`: a KMS key exactly when the algorithm is `aws:kms`. */
export const encryption = v.variant('sseAlgorithm', [
  v.strictObject({ sseAlgorithm: v.literal('AES256') }),
  v.strictObject({
    sseAlgorithm: v.literal('aws:kms'),
    kmsKeyArn: v.pipe(
      v.string(),
      v.maxLength(2048),
      v.regex(/^arn:aws[-a-z0-9]*:kms:[-a-z0-9]*:[0-9]{12}:key\/.+$/)
    )
  })
]);

/** `storageClassConfiguration`. */
export const storageClass = v.object({ storageClass: v.picklist(['STANDARD', 'INTELLIGENT_TIERING']) });

/** `tags`; their limits are checked where they are set. */
export const tags = record(v.string(), v.string());

/** The body of CreateTableBucket. */
export const createTableBucket = v.object({
  name: v.string(),
  encryptionConfiguration: v.exactOptional(encryption),
  storageClassConfiguration: v.exactOptional(storageClass),
  tags: v.exactOptional(tags)
});

/** The body of CreateNamespace: a list of exactly one name. */
export const createNamespace = v.object({
  namespace: v.pipe(v.array(v.string()), v.length(1, 'Expected a list of exactly one namespace'))
});

const schemaV1 = v.object({
  fields: v.array(
    v.object({
      id: v.exactOptional(integer),
      name: v.string(),
      type: v.string(),
      required: v.optional(v.boolean(), false)
    })
  )
});

/** Every column has its id here; Iceberg's own reader sees to the nested types. */
const schemaV2 = looseObject({
  type: v.literal('struct'),
  fields: v.array(looseObject({ id: integer }))
});

/** `metadata.iceberg`: one of the two schemas. On the wire all but the outermost members have Iceberg's own names. */
export const icebergMetadata = v.pipe(
  v.object({
    schema: v.exactOptional(schemaV1),
    schemaV2: v.exactOptional(schemaV2),
    partitionSpec: v.exactOptional(draftSpec),
    writeOrder: v.exactOptional(v.required(draftOrder, ['order-id'])),
    properties: v.exactOptional(record(v.string(), v.string()))
  }),
  v.check((given) => 'schema' in given !== 'schemaV2' in given, 'Expected either schema or schemaV2')
);

/** The body of CreateTable. */
export const createTable = v.object({
  name: v.string(),
  format: v.picklist(['ICEBERG']),
  metadata: v.exactOptional(v.object({ iceberg: icebergMetadata })),
  encryptionConfiguration: v.exactOptional(encryption),
  storageClassConfiguration: v.exactOptional(storageClass),
  tags: v.exactOptional(tags)
});

const token = v.pipe(v.string(), v.minLength(1), v.maxLength(2048));

/** The body of RenameTable. */
export const renameTable = v.object({
  newNamespaceName: v.exactOptional(v.string()),
  newName: v.exactOptional(v.string()),
  versionToken: v.exactOptional(token)
});

/** The body of UpdateTableMetadataLocation. */
export const updateMetadataLocation = v.object({ versionToken: token, metadataLocation: token });

const maintenanceSettings = v.pipe(
  v.strictObject({
    icebergUnreferencedFileRemoval: v.exactOptional(
      v.object({ unreferencedDays: v.exactOptional(positive), nonCurrentDays: v.exactOptional(positive) })
    ),
    icebergCompaction: v.exactOptional(
      v.object({
        targetFileSizeMB: v.exactOptional(v.pipe(integer, v.minValue(64), v.maxValue(512))),
        strategy: v.exactOptional(v.picklist(['auto', 'binpack', 'sort', 'z-order']))
      })
    ),
    icebergSnapshotManagement: v.exactOptional(
      v.object({
        minSnapshotsToKeep: v.exactOptional(positive),
        maxSnapshotAgeHours: v.exactOptional(positive)
      })
    )
  }),
  v.check(
    (settings) => Object.keys(settings).length === 1,
    'Expected the settings of exactly one maintenance type'
  )
);

/** The bodies of PutTableBucketMaintenanceConfiguration and PutTableMaintenanceConfiguration. */
export const maintenance = v.object({
  value: v.object({ status, settings: v.exactOptional(maintenanceSettings) })
});

/** The body of PutTableBucketLogging; without `loggingEnabled` nothing is logged any more. */
export const logging = v.object({
  tableBucketLoggingStatus: v.object({
    loggingEnabled: v.exactOptional(
      v.object({
        targetBucket: v.pipe(v.string(), v.minLength(3), v.maxLength(63)),
        targetPrefix: v.pipe(v.string(), v.maxLength(1024)),
        targetObjectKeyFormat: v.object({
          partitionedPrefix: v.object({ partitionDateSource: v.picklist(['EventTime', 'DeliveryTime']) })
        })
      })
    )
  })
});
