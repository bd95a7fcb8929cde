export const id = 928;
export const ids = [928];
export const modules = {

/***/ 9928:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {

var __webpack_unused_export__;
const { awsEndpointFunctions, emitWarningIfUnsupportedVersion: emitWarningIfUnsupportedVersion$1, createDefaultUserAgentProvider, NODE_APP_ID_CONFIG_OPTIONS, getAwsRegionExtensionConfiguration, resolveAwsRegionExtensionConfiguration, resolveUserAgentConfig, resolveHostHeaderConfig, getUserAgentPlugin, getHostHeaderPlugin, getLoggerPlugin, getRecursionDetectionPlugin } = __webpack_require__(5152);
const { getHttpAuthSchemeEndpointRuleSetPlugin, DefaultIdentityProviderConfig, getHttpSigningPlugin, createPaginator } = __webpack_require__(402);
const { normalizeProvider, getSmithyContext, ServiceException, NoOpLogger, emitWarningIfUnsupportedVersion, loadConfigsForDefaultMode, getDefaultExtensionConfiguration, resolveDefaultRuntimeConfig, Client, makeBuilder, createAggregatedClient } = __webpack_require__(2658);
const { Command: $Command } = __webpack_require__(2658);
__webpack_unused_export__ = $Command;
__webpack_unused_export__ = Client;
const { resolveDefaultsModeConfig, loadConfig, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, resolveRegionConfig } = __webpack_require__(7291);
const { BinaryDecisionDiagram, EndpointCache, decideEndpoint, customEndpointFunctions, resolveEndpointConfig, getEndpointPlugin } = __webpack_require__(2085);
const { parseUrl, getHttpHandlerExtensionConfiguration, resolveHttpHandlerRuntimeConfig, getContentLengthPlugin } = __webpack_require__(3422);
const { DEFAULT_RETRY_MODE, NODE_RETRY_MODE_CONFIG_OPTIONS, NODE_MAX_ATTEMPT_CONFIG_OPTIONS, resolveRetryConfig, getRetryPlugin } = __webpack_require__(3609);
const { TypeRegistry, getSchemaSerdePlugin } = __webpack_require__(6890);
const { resolveAwsSdkSigV4Config, AwsSdkSigV4Signer, NODE_AUTH_SCHEME_PREFERENCE_OPTIONS } = __webpack_require__(7523);
const { defaultProvider } = __webpack_require__(5861);
const { toUtf8, fromUtf8, toBase64, fromBase64, calculateBodyLength } = __webpack_require__(49);
const { streamCollector, NodeHttpHandler } = __webpack_require__(1279);
const { AwsRestJsonProtocol } = __webpack_require__(7288);
const { Sha256 } = __webpack_require__(9542);

const defaultS3TablesHttpAuthSchemeParametersProvider = async (config, context, input) => {
    return {
        operation: getSmithyContext(context).operation,
        region: await normalizeProvider(config.region)() || (() => {
            throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
        })(),
    };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
    return {
        schemeId: "aws.auth#sigv4",
        signingProperties: {
            name: "s3tables",
            region: authParameters.region,
        },
        propertiesExtractor: (config, context) => ({
            signingProperties: {
                config,
                context,
            },
        }),
    };
}
const defaultS3TablesHttpAuthSchemeProvider = (authParameters) => {
    const options = [];
    switch (authParameters.operation) {
        default: {
            options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
        }
    }
    return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
    const config_0 = resolveAwsSdkSigV4Config(config);
    return Object.assign(config_0, {
        authSchemePreference: normalizeProvider(config.authSchemePreference ?? []),
    });
};

const resolveClientEndpointParameters = (options) => {
    return Object.assign(options, {
        useDualstackEndpoint: options.useDualstackEndpoint ?? false,
        useFipsEndpoint: options.useFipsEndpoint ?? false,
        defaultSigningName: "s3tables",
    });
};
const commonParams = {
    UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
    Endpoint: { type: "builtInParams", name: "endpoint" },
    Region: { type: "builtInParams", name: "region" },
    UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
};

var version = "3.1126.0";
var packageInfo = {
	version: version};

const k = "ref";
const a = -1, b = true, c = "isSet", d = "PartitionResult", e = "booleanEquals", f = "getAttr", g = { [k]: "Endpoint" }, h = { [k]: d }, i = {}, j = [{ [k]: "Region" }];
const _data = {
    conditions: [
        [c, [g]],
        [c, j],
        ["aws.partition", j, d],
        [e, [{ [k]: "UseFIPS" }, b]],
        [e, [{ [k]: "UseDualStack" }, b]],
        [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
        [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]]
    ],
    results: [
        [a],
        [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
        [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
        [g, i],
        ["https://s3tables-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
        [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
        ["https://s3tables-fips.{Region}.{PartitionResult#dnsSuffix}", i],
        [a, "FIPS is enabled but this partition does not support FIPS"],
        ["https://s3tables.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
        [a, "DualStack is enabled but this partition does not support DualStack"],
        ["https://s3tables.{Region}.{PartitionResult#dnsSuffix}", i],
        [a, "Invalid Configuration: Missing Region"]
    ]
};
const root = 2;
const r = 100_000_000;
const nodes = new Int32Array([
    -1, 1, -1,
    0, 12, 3,
    1, 4, r + 11,
    2, 5, r + 11,
    3, 8, 6,
    4, 7, r + 10,
    5, r + 8, r + 9,
    4, 10, 9,
    6, r + 6, r + 7,
    5, 11, r + 5,
    6, r + 4, r + 5,
    3, r + 1, 13,
    4, r + 2, r + 3,
]);
const bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

const cache = new EndpointCache({
    size: 50,
    params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"],
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
    return cache.get(endpointParams, () => decideEndpoint(bdd, {
        endpointParams: endpointParams,
        logger: context.logger,
    }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

class S3TablesServiceException extends ServiceException {
    constructor(options) {
        super(options);
        Object.setPrototypeOf(this, S3TablesServiceException.prototype);
    }
}

class AccessDeniedException extends S3TablesServiceException {
    name = "AccessDeniedException";
    $fault = "client";
    constructor(opts) {
        super({
            name: "AccessDeniedException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, AccessDeniedException.prototype);
    }
}
class BadRequestException extends S3TablesServiceException {
    name = "BadRequestException";
    $fault = "client";
    constructor(opts) {
        super({
            name: "BadRequestException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, BadRequestException.prototype);
    }
}
class ConflictException extends S3TablesServiceException {
    name = "ConflictException";
    $fault = "client";
    constructor(opts) {
        super({
            name: "ConflictException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, ConflictException.prototype);
    }
}
class ForbiddenException extends S3TablesServiceException {
    name = "ForbiddenException";
    $fault = "client";
    constructor(opts) {
        super({
            name: "ForbiddenException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, ForbiddenException.prototype);
    }
}
class InternalServerErrorException extends S3TablesServiceException {
    name = "InternalServerErrorException";
    $fault = "server";
    constructor(opts) {
        super({
            name: "InternalServerErrorException",
            $fault: "server",
            ...opts,
        });
        Object.setPrototypeOf(this, InternalServerErrorException.prototype);
    }
}
class NotFoundException extends S3TablesServiceException {
    name = "NotFoundException";
    $fault = "client";
    constructor(opts) {
        super({
            name: "NotFoundException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, NotFoundException.prototype);
    }
}
class TooManyRequestsException extends S3TablesServiceException {
    name = "TooManyRequestsException";
    $fault = "client";
    constructor(opts) {
        super({
            name: "TooManyRequestsException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, TooManyRequestsException.prototype);
    }
}
class MethodNotAllowedException extends S3TablesServiceException {
    name = "MethodNotAllowedException";
    $fault = "client";
    constructor(opts) {
        super({
            name: "MethodNotAllowedException",
            $fault: "client",
            ...opts,
        });
        Object.setPrototypeOf(this, MethodNotAllowedException.prototype);
    }
}

const _ADE = "AccessDeniedException";
const _BRE = "BadRequestException";
const _CE = "ConflictException";
const _CN = "CreateNamespace";
const _CNR = "CreateNamespaceRequest";
const _CNRr = "CreateNamespaceResponse";
const _CT = "CreateTable";
const _CTB = "CreateTableBucket";
const _CTBR = "CreateTableBucketRequest";
const _CTBRr = "CreateTableBucketResponse";
const _CTR = "CreateTableRequest";
const _CTRr = "CreateTableResponse";
const _DN = "DeleteNamespace";
const _DNR = "DeleteNamespaceRequest";
const _DT = "DeleteTable";
const _DTB = "DeleteTableBucket";
const _DTBE = "DeleteTableBucketEncryption";
const _DTBER = "DeleteTableBucketEncryptionRequest";
const _DTBMC = "DeleteTableBucketMetricsConfiguration";
const _DTBMCR = "DeleteTableBucketMetricsConfigurationRequest";
const _DTBP = "DeleteTableBucketPolicy";
const _DTBPR = "DeleteTableBucketPolicyRequest";
const _DTBR = "DeleteTableBucketRequest";
const _DTBRR = "DeleteTableBucketReplicationRequest";
const _DTBRe = "DeleteTableBucketReplication";
const _DTP = "DeleteTablePolicy";
const _DTPR = "DeleteTablePolicyRequest";
const _DTR = "DeleteTableRequest";
const _DTRR = "DeleteTableReplicationRequest";
const _DTRe = "DeleteTableReplication";
const _EC = "EncryptionConfiguration";
const _FE = "ForbiddenException";
const _GN = "GetNamespace";
const _GNR = "GetNamespaceRequest";
const _GNRe = "GetNamespaceResponse";
const _GT = "GetTable";
const _GTB = "GetTableBucket";
const _GTBE = "GetTableBucketEncryption";
const _GTBER = "GetTableBucketEncryptionRequest";
const _GTBERe = "GetTableBucketEncryptionResponse";
const _GTBMC = "GetTableBucketMaintenanceConfiguration";
const _GTBMCR = "GetTableBucketMaintenanceConfigurationRequest";
const _GTBMCRe = "GetTableBucketMaintenanceConfigurationResponse";
const _GTBMCRet = "GetTableBucketMetricsConfigurationRequest";
const _GTBMCReta = "GetTableBucketMetricsConfigurationResponse";
const _GTBMCe = "GetTableBucketMetricsConfiguration";
const _GTBP = "GetTableBucketPolicy";
const _GTBPR = "GetTableBucketPolicyRequest";
const _GTBPRe = "GetTableBucketPolicyResponse";
const _GTBR = "GetTableBucketRequest";
const _GTBRR = "GetTableBucketReplicationRequest";
const _GTBRRe = "GetTableBucketReplicationResponse";
const _GTBRe = "GetTableBucketResponse";
const _GTBRet = "GetTableBucketReplication";
const _GTBSC = "GetTableBucketStorageClass";
const _GTBSCR = "GetTableBucketStorageClassRequest";
const _GTBSCRe = "GetTableBucketStorageClassResponse";
const _GTE = "GetTableEncryption";
const _GTER = "GetTableEncryptionRequest";
const _GTERe = "GetTableEncryptionResponse";
const _GTMC = "GetTableMaintenanceConfiguration";
const _GTMCR = "GetTableMaintenanceConfigurationRequest";
const _GTMCRe = "GetTableMaintenanceConfigurationResponse";
const _GTMJS = "GetTableMaintenanceJobStatus";
const _GTMJSR = "GetTableMaintenanceJobStatusRequest";
const _GTMJSRe = "GetTableMaintenanceJobStatusResponse";
const _GTML = "GetTableMetadataLocation";
const _GTMLR = "GetTableMetadataLocationRequest";
const _GTMLRe = "GetTableMetadataLocationResponse";
const _GTP = "GetTablePolicy";
const _GTPR = "GetTablePolicyRequest";
const _GTPRe = "GetTablePolicyResponse";
const _GTR = "GetTableRequest";
const _GTREC = "GetTableRecordExpirationConfiguration";
const _GTRECR = "GetTableRecordExpirationConfigurationRequest";
const _GTRECRe = "GetTableRecordExpirationConfigurationResponse";
const _GTREJS = "GetTableRecordExpirationJobStatus";
const _GTREJSR = "GetTableRecordExpirationJobStatusRequest";
const _GTREJSRe = "GetTableRecordExpirationJobStatusResponse";
const _GTRR = "GetTableReplicationRequest";
const _GTRRe = "GetTableReplicationResponse";
const _GTRS = "GetTableReplicationStatus";
const _GTRSR = "GetTableReplicationStatusRequest";
const _GTRSRe = "GetTableReplicationStatusResponse";
const _GTRe = "GetTableResponse";
const _GTRet = "GetTableReplication";
const _GTSC = "GetTableStorageClass";
const _GTSCR = "GetTableStorageClassRequest";
const _GTSCRe = "GetTableStorageClassResponse";
const _ICS = "IcebergCompactionSettings";
const _IM = "IcebergMetadata";
const _IPF = "IcebergPartitionField";
const _IPFL = "IcebergPartitionFieldList";
const _IPS = "IcebergPartitionSpec";
const _IS = "IcebergSchema";
const _ISEE = "InternalServerErrorException";
const _ISF = "IcebergSortField";
const _ISFL = "IcebergSortFieldList";
const _ISMS = "IcebergSnapshotManagementSettings";
const _ISO = "IcebergSortOrder";
const _ISV = "IcebergSchemaV2";
const _IUFRS = "IcebergUnreferencedFileRemovalSettings";
const _LN = "ListNamespaces";
const _LNR = "ListNamespacesRequest";
const _LNRi = "ListNamespacesResponse";
const _LSRU = "LastSuccessfulReplicatedUpdate";
const _LT = "ListTables";
const _LTB = "ListTableBuckets";
const _LTBR = "ListTableBucketsRequest";
const _LTBRi = "ListTableBucketsResponse";
const _LTFR = "ListTagsForResource";
const _LTFRR = "ListTagsForResourceRequest";
const _LTFRRi = "ListTagsForResourceResponse";
const _LTR = "ListTablesRequest";
const _LTRi = "ListTablesResponse";
const _MNAE = "MethodNotAllowedException";
const _MTI = "ManagedTableInformation";
const _NFE = "NotFoundException";
const _NS = "NamespaceSummary";
const _NSL = "NamespaceSummaryList";
const _PTBE = "PutTableBucketEncryption";
const _PTBER = "PutTableBucketEncryptionRequest";
const _PTBMC = "PutTableBucketMaintenanceConfiguration";
const _PTBMCR = "PutTableBucketMaintenanceConfigurationRequest";
const _PTBMCRu = "PutTableBucketMetricsConfigurationRequest";
const _PTBMCu = "PutTableBucketMetricsConfiguration";
const _PTBP = "PutTableBucketPolicy";
const _PTBPR = "PutTableBucketPolicyRequest";
const _PTBR = "PutTableBucketReplication";
const _PTBRR = "PutTableBucketReplicationRequest";
const _PTBRRu = "PutTableBucketReplicationResponse";
const _PTBSC = "PutTableBucketStorageClass";
const _PTBSCR = "PutTableBucketStorageClassRequest";
const _PTMC = "PutTableMaintenanceConfiguration";
const _PTMCR = "PutTableMaintenanceConfigurationRequest";
const _PTP = "PutTablePolicy";
const _PTPR = "PutTablePolicyRequest";
const _PTR = "PutTableReplication";
const _PTREC = "PutTableRecordExpirationConfiguration";
const _PTRECR = "PutTableRecordExpirationConfigurationRequest";
const _PTRR = "PutTableReplicationRequest";
const _PTRRu = "PutTableReplicationResponse";
const _RD = "ReplicationDestination";
const _RDS = "ReplicationDestinationStatuses";
const _RDSM = "ReplicationDestinationStatusModel";
const _RDe = "ReplicationDestinations";
const _RI = "ReplicationInformation";
const _RT = "RenameTable";
const _RTR = "RenameTableRequest";
const _SCC = "StorageClassConfiguration";
const _SF = "SchemaField";
const _SFL = "SchemaFieldList";
const _SVF = "SchemaV2Field";
const _SVFL = "SchemaV2FieldList";
const _TBMC = "TableBucketMaintenanceConfiguration";
const _TBMCV = "TableBucketMaintenanceConfigurationValue";
const _TBMS = "TableBucketMaintenanceSettings";
const _TBRC = "TableBucketReplicationConfiguration";
const _TBRR = "TableBucketReplicationRule";
const _TBRRa = "TableBucketReplicationRules";
const _TBS = "TableBucketSummary";
const _TBSL = "TableBucketSummaryList";
const _TM = "TableMetadata";
const _TMC = "TableMaintenanceConfiguration";
const _TMCV = "TableMaintenanceConfigurationValue";
const _TMJS = "TableMaintenanceJobStatus";
const _TMJSV = "TableMaintenanceJobStatusValue";
const _TMRE = "TooManyRequestsException";
const _TMS = "TableMaintenanceSettings";
const _TR = "TagResource";
const _TRC = "TableReplicationConfiguration";
const _TRECV = "TableRecordExpirationConfigurationValue";
const _TREJM = "TableRecordExpirationJobMetrics";
const _TRES = "TableRecordExpirationSettings";
const _TRR = "TableReplicationRule";
const _TRRa = "TagResourceRequest";
const _TRRab = "TableReplicationRules";
const _TRRag = "TagResourceResponse";
const _TS = "TableSummary";
const _TSL = "TableSummaryList";
const _UR = "UntagResource";
const _URR = "UntagResourceRequest";
const _URRn = "UntagResourceResponse";
const _UTML = "UpdateTableMetadataLocation";
const _UTMLR = "UpdateTableMetadataLocationRequest";
const _UTMLRp = "UpdateTableMetadataLocationResponse";
const _a = "arn";
const _c = "client";
const _cA = "createdAt";
const _cB = "createdBy";
const _cT = "continuationToken";
const _co = "configuration";
const _d = "destinations";
const _dDF = "deletedDataFiles";
const _dR = "deletedRecords";
const _dTA = "destinationTableArn";
const _dTBA = "destinationTableBucketArn";
const _dTBARN = "destinationTableBucketARN";
const _da = "days";
const _di = "direction";
const _do = "doc";
const _e = "error";
const _eC = "encryptionConfiguration";
const _f = "format";
const _fI = "fieldId";
const _fM = "failureMessage";
const _fi = "field-id";
const _fie = "fields";
const _h = "http";
const _hE = "httpError";
const _hQ = "httpQuery";
const _i = "id";
const _iC = "icebergCompaction";
const _iFI = "identifierFieldIds";
const _iSM = "icebergSnapshotManagement";
const _iUFR = "icebergUnreferencedFileRemoval";
const _ic = "iceberg";
const _ifi = "identifier-field-ids";
const _jN = "jsonName";
const _kKA = "kmsKeyArn";
const _lRT = "lastRunTimestamp";
const _lSRU = "lastSuccessfulReplicatedUpdate";
const _m = "message";
const _mA = "modifiedAt";
const _mB = "modifiedBy";
const _mBS = "managedByService";
const _mBa = "maxBuckets";
const _mL = "metadataLocation";
const _mN = "maxNamespaces";
const _mSAH = "maxSnapshotAgeHours";
const _mSTK = "minSnapshotsToKeep";
const _mT = "maxTables";
const _mTI = "managedTableInformation";
const _me = "metadata";
const _met = "metrics";
const _n = "namespace";
const _nCD = "nonCurrentDays";
const _nI = "namespaceId";
const _nN = "newName";
const _nNN = "newNamespaceName";
const _nO = "nullOrder";
const _na = "name";
const _nam = "namespaces";
const _no = "null-order";
const _oAI = "ownerAccountId";
const _oI = "orderId";
const _oi = "order-id";
const _p = "properties";
const _pS = "partitionSpec";
const _pr = "prefix";
const _r = "required";
const _rA = "resourceArn";
const _rFS = "removedFilesSize";
const _rI = "replicationInformation";
const _rP = "resourcePolicy";
const _rS = "replicationStatus";
const _ro = "role";
const _ru = "rules";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.s3tables";
const _sA = "sseAlgorithm";
const _sC = "storageClass";
const _sCC = "storageClassConfiguration";
const _sI = "sourceId";
const _sIc = "schemaId";
const _sIp = "specId";
const _sTA = "sourceTableArn";
const _sTARN = "sourceTableARN";
const _sV = "schemaV2";
const _sc = "schema";
const _se = "server";
const _set = "settings";
const _si = "source-id";
const _si_ = "spec-id";
const _si__ = "schema-id";
const _st = "status";
const _str = "strategy";
const _t = "tags";
const _tA = "tableArn";
const _tARN = "tableARN";
const _tB = "tableBuckets";
const _tBARN = "tableBucketARN";
const _tBI = "tableBucketId";
const _tFSMB = "targetFileSizeMB";
const _tK = "tagKeys";
const _ta = "tables";
const _ti = "timestamp";
const _tr = "transform";
const _ty = "type";
const _uD = "unreferencedDays";
const _v = "value";
const _vT = "versionToken";
const _wL = "warehouseLocation";
const _wO = "writeOrder";
const n0 = "com.amazonaws.s3tables";
const _s_registry = TypeRegistry.for(_s);
var S3TablesServiceException$ = [-3, _s, "S3TablesServiceException", 0, [], []];
_s_registry.registerError(S3TablesServiceException$, S3TablesServiceException);
const n0_registry = TypeRegistry.for(n0);
var AccessDeniedException$ = [-3, n0, _ADE,
    { [_e]: _c, [_hE]: 403 },
    [_m],
    [0]
];
n0_registry.registerError(AccessDeniedException$, AccessDeniedException);
var BadRequestException$ = [-3, n0, _BRE,
    { [_e]: _c, [_hE]: 400 },
    [_m],
    [0]
];
n0_registry.registerError(BadRequestException$, BadRequestException);
var ConflictException$ = [-3, n0, _CE,
    { [_e]: _c, [_hE]: 409 },
    [_m],
    [0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var ForbiddenException$ = [-3, n0, _FE,
    { [_e]: _c, [_hE]: 403 },
    [_m],
    [0]
];
n0_registry.registerError(ForbiddenException$, ForbiddenException);
var InternalServerErrorException$ = [-3, n0, _ISEE,
    { [_e]: _se, [_hE]: 500 },
    [_m],
    [0]
];
n0_registry.registerError(InternalServerErrorException$, InternalServerErrorException);
var MethodNotAllowedException$ = [-3, n0, _MNAE,
    { [_e]: _c, [_hE]: 405 },
    [_m],
    [0]
];
n0_registry.registerError(MethodNotAllowedException$, MethodNotAllowedException);
var NotFoundException$ = [-3, n0, _NFE,
    { [_e]: _c, [_hE]: 404 },
    [_m],
    [0]
];
n0_registry.registerError(NotFoundException$, NotFoundException);
var TooManyRequestsException$ = [-3, n0, _TMRE,
    { [_e]: _c, [_hE]: 429 },
    [_m],
    [0]
];
n0_registry.registerError(TooManyRequestsException$, TooManyRequestsException);
const errorTypeRegistries = [
    _s_registry,
    n0_registry,
];
var CreateNamespaceRequest$ = [3, n0, _CNR,
    0,
    [_tBARN, _n],
    [[0, 1], 64 | 0], 2
];
var CreateNamespaceResponse$ = [3, n0, _CNRr,
    0,
    [_tBARN, _n],
    [0, 64 | 0], 2
];
var CreateTableBucketRequest$ = [3, n0, _CTBR,
    0,
    [_na, _eC, _sCC, _t],
    [0, () => EncryptionConfiguration$, () => StorageClassConfiguration$, 128 | 0], 1
];
var CreateTableBucketResponse$ = [3, n0, _CTBRr,
    0,
    [_a],
    [0], 1
];
var CreateTableRequest$ = [3, n0, _CTR,
    0,
    [_tBARN, _n, _na, _f, _me, _eC, _sCC, _t],
    [[0, 1], [0, 1], 0, 0, [() => TableMetadata$, 0], () => EncryptionConfiguration$, () => StorageClassConfiguration$, 128 | 0], 4
];
var CreateTableResponse$ = [3, n0, _CTRr,
    0,
    [_tARN, _vT],
    [0, 0], 2
];
var DeleteNamespaceRequest$ = [3, n0, _DNR,
    0,
    [_tBARN, _n],
    [[0, 1], [0, 1]], 2
];
var DeleteTableBucketEncryptionRequest$ = [3, n0, _DTBER,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var DeleteTableBucketMetricsConfigurationRequest$ = [3, n0, _DTBMCR,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var DeleteTableBucketPolicyRequest$ = [3, n0, _DTBPR,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var DeleteTableBucketReplicationRequest$ = [3, n0, _DTBRR,
    0,
    [_tBARN, _vT],
    [[0, { [_hQ]: _tBARN }], [0, { [_hQ]: _vT }]], 1
];
var DeleteTableBucketRequest$ = [3, n0, _DTBR,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var DeleteTablePolicyRequest$ = [3, n0, _DTPR,
    0,
    [_tBARN, _n, _na],
    [[0, 1], [0, 1], [0, 1]], 3
];
var DeleteTableReplicationRequest$ = [3, n0, _DTRR,
    0,
    [_tA, _vT],
    [[0, { [_hQ]: _tA }], [0, { [_hQ]: _vT }]], 2
];
var DeleteTableRequest$ = [3, n0, _DTR,
    0,
    [_tBARN, _n, _na, _vT],
    [[0, 1], [0, 1], [0, 1], [0, { [_hQ]: _vT }]], 3
];
var EncryptionConfiguration$ = [3, n0, _EC,
    0,
    [_sA, _kKA],
    [0, 0], 1
];
var GetNamespaceRequest$ = [3, n0, _GNR,
    0,
    [_tBARN, _n],
    [[0, 1], [0, 1]], 2
];
var GetNamespaceResponse$ = [3, n0, _GNRe,
    0,
    [_n, _cA, _cB, _oAI, _nI, _tBI],
    [64 | 0, 5, 0, 0, 0, 0], 4
];
var GetTableBucketEncryptionRequest$ = [3, n0, _GTBER,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var GetTableBucketEncryptionResponse$ = [3, n0, _GTBERe,
    0,
    [_eC],
    [() => EncryptionConfiguration$], 1
];
var GetTableBucketMaintenanceConfigurationRequest$ = [3, n0, _GTBMCR,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var GetTableBucketMaintenanceConfigurationResponse$ = [3, n0, _GTBMCRe,
    0,
    [_tBARN, _co],
    [0, () => TableBucketMaintenanceConfiguration], 2
];
var GetTableBucketMetricsConfigurationRequest$ = [3, n0, _GTBMCRet,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var GetTableBucketMetricsConfigurationResponse$ = [3, n0, _GTBMCReta,
    0,
    [_tBARN, _i],
    [0, 0], 1
];
var GetTableBucketPolicyRequest$ = [3, n0, _GTBPR,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var GetTableBucketPolicyResponse$ = [3, n0, _GTBPRe,
    0,
    [_rP],
    [0], 1
];
var GetTableBucketReplicationRequest$ = [3, n0, _GTBRR,
    0,
    [_tBARN],
    [[0, { [_hQ]: _tBARN }]], 1
];
var GetTableBucketReplicationResponse$ = [3, n0, _GTBRRe,
    0,
    [_vT, _co],
    [0, () => TableBucketReplicationConfiguration$], 2
];
var GetTableBucketRequest$ = [3, n0, _GTBR,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var GetTableBucketResponse$ = [3, n0, _GTBRe,
    0,
    [_a, _na, _oAI, _cA, _tBI, _ty],
    [0, 0, 0, 5, 0, 0], 4
];
var GetTableBucketStorageClassRequest$ = [3, n0, _GTBSCR,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var GetTableBucketStorageClassResponse$ = [3, n0, _GTBSCRe,
    0,
    [_sCC],
    [() => StorageClassConfiguration$], 1
];
var GetTableEncryptionRequest$ = [3, n0, _GTER,
    0,
    [_tBARN, _n, _na],
    [[0, 1], [0, 1], [0, 1]], 3
];
var GetTableEncryptionResponse$ = [3, n0, _GTERe,
    0,
    [_eC],
    [() => EncryptionConfiguration$], 1
];
var GetTableMaintenanceConfigurationRequest$ = [3, n0, _GTMCR,
    0,
    [_tBARN, _n, _na],
    [[0, 1], [0, 1], [0, 1]], 3
];
var GetTableMaintenanceConfigurationResponse$ = [3, n0, _GTMCRe,
    0,
    [_tARN, _co],
    [0, () => TableMaintenanceConfiguration], 2
];
var GetTableMaintenanceJobStatusRequest$ = [3, n0, _GTMJSR,
    0,
    [_tBARN, _n, _na],
    [[0, 1], [0, 1], [0, 1]], 3
];
var GetTableMaintenanceJobStatusResponse$ = [3, n0, _GTMJSRe,
    0,
    [_tARN, _st],
    [0, () => TableMaintenanceJobStatus], 2
];
var GetTableMetadataLocationRequest$ = [3, n0, _GTMLR,
    0,
    [_tBARN, _n, _na],
    [[0, 1], [0, 1], [0, 1]], 3
];
var GetTableMetadataLocationResponse$ = [3, n0, _GTMLRe,
    0,
    [_vT, _wL, _mL],
    [0, 0, 0], 2
];
var GetTablePolicyRequest$ = [3, n0, _GTPR,
    0,
    [_tBARN, _n, _na],
    [[0, 1], [0, 1], [0, 1]], 3
];
var GetTablePolicyResponse$ = [3, n0, _GTPRe,
    0,
    [_rP],
    [0], 1
];
var GetTableRecordExpirationConfigurationRequest$ = [3, n0, _GTRECR,
    0,
    [_tA],
    [[0, { [_hQ]: _tA }]], 1
];
var GetTableRecordExpirationConfigurationResponse$ = [3, n0, _GTRECRe,
    0,
    [_co],
    [() => TableRecordExpirationConfigurationValue$], 1
];
var GetTableRecordExpirationJobStatusRequest$ = [3, n0, _GTREJSR,
    0,
    [_tA],
    [[0, { [_hQ]: _tA }]], 1
];
var GetTableRecordExpirationJobStatusResponse$ = [3, n0, _GTREJSRe,
    0,
    [_st, _lRT, _fM, _met],
    [0, 5, 0, () => TableRecordExpirationJobMetrics$], 1
];
var GetTableReplicationRequest$ = [3, n0, _GTRR,
    0,
    [_tA],
    [[0, { [_hQ]: _tA }]], 1
];
var GetTableReplicationResponse$ = [3, n0, _GTRRe,
    0,
    [_vT, _co],
    [0, () => TableReplicationConfiguration$], 2
];
var GetTableReplicationStatusRequest$ = [3, n0, _GTRSR,
    0,
    [_tA],
    [[0, { [_hQ]: _tA }]], 1
];
var GetTableReplicationStatusResponse$ = [3, n0, _GTRSRe,
    0,
    [_sTA, _d],
    [0, () => ReplicationDestinationStatuses], 2
];
var GetTableRequest$ = [3, n0, _GTR,
    0,
    [_tBARN, _n, _na, _tA],
    [[0, { [_hQ]: _tBARN }], [0, { [_hQ]: _n }], [0, { [_hQ]: _na }], [0, { [_hQ]: _tA }]]
];
var GetTableResponse$ = [3, n0, _GTRe,
    0,
    [_na, _ty, _tARN, _n, _vT, _wL, _cA, _cB, _mA, _mB, _oAI, _f, _nI, _mL, _mBS, _tBI, _mTI],
    [0, 0, 0, 64 | 0, 0, 0, 5, 0, 5, 0, 0, 0, 0, 0, 0, 0, () => ManagedTableInformation$], 12
];
var GetTableStorageClassRequest$ = [3, n0, _GTSCR,
    0,
    [_tBARN, _n, _na],
    [[0, 1], [0, 1], [0, 1]], 3
];
var GetTableStorageClassResponse$ = [3, n0, _GTSCRe,
    0,
    [_sCC],
    [() => StorageClassConfiguration$], 1
];
var IcebergCompactionSettings$ = [3, n0, _ICS,
    0,
    [_tFSMB, _str],
    [1, 0]
];
var IcebergMetadata$ = [3, n0, _IM,
    0,
    [_sc, _sV, _pS, _wO, _p],
    [() => IcebergSchema$, [() => IcebergSchemaV2$, 0], [() => IcebergPartitionSpec$, 0], [() => IcebergSortOrder$, 0], 128 | 0]
];
var IcebergPartitionField$ = [3, n0, _IPF,
    0,
    [_sI, _tr, _na, _fI],
    [[1, { [_jN]: _si }], 0, 0, [1, { [_jN]: _fi }]], 3
];
var IcebergPartitionSpec$ = [3, n0, _IPS,
    0,
    [_fie, _sIp],
    [[() => IcebergPartitionFieldList, 0], [1, { [_jN]: _si_ }]], 1
];
var IcebergSchema$ = [3, n0, _IS,
    0,
    [_fie],
    [() => SchemaFieldList], 1
];
var IcebergSchemaV2$ = [3, n0, _ISV,
    0,
    [_ty, _fie, _sIc, _iFI],
    [0, () => SchemaV2FieldList, [1, { [_jN]: _si__ }], [64 | 1, { [_jN]: _ifi }]], 2
];
var IcebergSnapshotManagementSettings$ = [3, n0, _ISMS,
    0,
    [_mSTK, _mSAH],
    [1, 1]
];
var IcebergSortField$ = [3, n0, _ISF,
    0,
    [_sI, _tr, _di, _nO],
    [[1, { [_jN]: _si }], 0, 0, [0, { [_jN]: _no }]], 4
];
var IcebergSortOrder$ = [3, n0, _ISO,
    0,
    [_oI, _fie],
    [[1, { [_jN]: _oi }], [() => IcebergSortFieldList, 0]], 2
];
var IcebergUnreferencedFileRemovalSettings$ = [3, n0, _IUFRS,
    0,
    [_uD, _nCD],
    [1, 1]
];
var LastSuccessfulReplicatedUpdate$ = [3, n0, _LSRU,
    0,
    [_mL, _ti],
    [0, 5], 2
];
var ListNamespacesRequest$ = [3, n0, _LNR,
    0,
    [_tBARN, _pr, _cT, _mN],
    [[0, 1], [0, { [_hQ]: _pr }], [0, { [_hQ]: _cT }], [1, { [_hQ]: _mN }]], 1
];
var ListNamespacesResponse$ = [3, n0, _LNRi,
    0,
    [_nam, _cT],
    [() => NamespaceSummaryList, 0], 1
];
var ListTableBucketsRequest$ = [3, n0, _LTBR,
    0,
    [_pr, _cT, _mBa, _ty],
    [[0, { [_hQ]: _pr }], [0, { [_hQ]: _cT }], [1, { [_hQ]: _mBa }], [0, { [_hQ]: _ty }]]
];
var ListTableBucketsResponse$ = [3, n0, _LTBRi,
    0,
    [_tB, _cT],
    [() => TableBucketSummaryList, 0], 1
];
var ListTablesRequest$ = [3, n0, _LTR,
    0,
    [_tBARN, _n, _pr, _cT, _mT],
    [[0, 1], [0, { [_hQ]: _n }], [0, { [_hQ]: _pr }], [0, { [_hQ]: _cT }], [1, { [_hQ]: _mT }]], 1
];
var ListTablesResponse$ = [3, n0, _LTRi,
    0,
    [_ta, _cT],
    [() => TableSummaryList, 0], 1
];
var ListTagsForResourceRequest$ = [3, n0, _LTFRR,
    0,
    [_rA],
    [[0, 1]], 1
];
var ListTagsForResourceResponse$ = [3, n0, _LTFRRi,
    0,
    [_t],
    [128 | 0]
];
var ManagedTableInformation$ = [3, n0, _MTI,
    0,
    [_rI],
    [() => ReplicationInformation$]
];
var NamespaceSummary$ = [3, n0, _NS,
    0,
    [_n, _cA, _cB, _oAI, _nI, _tBI],
    [64 | 0, 5, 0, 0, 0, 0], 4
];
var PutTableBucketEncryptionRequest$ = [3, n0, _PTBER,
    0,
    [_tBARN, _eC],
    [[0, 1], () => EncryptionConfiguration$], 2
];
var PutTableBucketMaintenanceConfigurationRequest$ = [3, n0, _PTBMCR,
    0,
    [_tBARN, _ty, _v],
    [[0, 1], [0, 1], () => TableBucketMaintenanceConfigurationValue$], 3
];
var PutTableBucketMetricsConfigurationRequest$ = [3, n0, _PTBMCRu,
    0,
    [_tBARN],
    [[0, 1]], 1
];
var PutTableBucketPolicyRequest$ = [3, n0, _PTBPR,
    0,
    [_tBARN, _rP],
    [[0, 1], 0], 2
];
var PutTableBucketReplicationRequest$ = [3, n0, _PTBRR,
    0,
    [_tBARN, _co, _vT],
    [[0, { [_hQ]: _tBARN }], () => TableBucketReplicationConfiguration$, [0, { [_hQ]: _vT }]], 2
];
var PutTableBucketReplicationResponse$ = [3, n0, _PTBRRu,
    0,
    [_vT, _st],
    [0, 0], 2
];
var PutTableBucketStorageClassRequest$ = [3, n0, _PTBSCR,
    0,
    [_tBARN, _sCC],
    [[0, 1], () => StorageClassConfiguration$], 2
];
var PutTableMaintenanceConfigurationRequest$ = [3, n0, _PTMCR,
    0,
    [_tBARN, _n, _na, _ty, _v],
    [[0, 1], [0, 1], [0, 1], [0, 1], () => TableMaintenanceConfigurationValue$], 5
];
var PutTablePolicyRequest$ = [3, n0, _PTPR,
    0,
    [_tBARN, _n, _na, _rP],
    [[0, 1], [0, 1], [0, 1], 0], 4
];
var PutTableRecordExpirationConfigurationRequest$ = [3, n0, _PTRECR,
    0,
    [_tA, _v],
    [[0, { [_hQ]: _tA }], () => TableRecordExpirationConfigurationValue$], 2
];
var PutTableReplicationRequest$ = [3, n0, _PTRR,
    0,
    [_tA, _co, _vT],
    [[0, { [_hQ]: _tA }], () => TableReplicationConfiguration$, [0, { [_hQ]: _vT }]], 2
];
var PutTableReplicationResponse$ = [3, n0, _PTRRu,
    0,
    [_vT, _st],
    [0, 0], 2
];
var RenameTableRequest$ = [3, n0, _RTR,
    0,
    [_tBARN, _n, _na, _nNN, _nN, _vT],
    [[0, 1], [0, 1], [0, 1], 0, 0, 0], 3
];
var ReplicationDestination$ = [3, n0, _RD,
    0,
    [_dTBARN],
    [0], 1
];
var ReplicationDestinationStatusModel$ = [3, n0, _RDSM,
    0,
    [_rS, _dTBA, _dTA, _lSRU, _fM],
    [0, 0, 0, () => LastSuccessfulReplicatedUpdate$, 0], 2
];
var ReplicationInformation$ = [3, n0, _RI,
    0,
    [_sTARN],
    [0], 1
];
var SchemaField$ = [3, n0, _SF,
    0,
    [_na, _ty, _i, _r],
    [0, 0, 1, 2], 2
];
var SchemaV2Field$ = [3, n0, _SVF,
    0,
    [_i, _na, _ty, _r, _do],
    [1, 0, 15, 2, 0], 4
];
var StorageClassConfiguration$ = [3, n0, _SCC,
    0,
    [_sC],
    [0], 1
];
var TableBucketMaintenanceConfigurationValue$ = [3, n0, _TBMCV,
    0,
    [_st, _set],
    [0, () => TableBucketMaintenanceSettings$]
];
var TableBucketReplicationConfiguration$ = [3, n0, _TBRC,
    0,
    [_ro, _ru],
    [0, () => TableBucketReplicationRules], 2
];
var TableBucketReplicationRule$ = [3, n0, _TBRR,
    0,
    [_d],
    [() => ReplicationDestinations], 1
];
var TableBucketSummary$ = [3, n0, _TBS,
    0,
    [_a, _na, _oAI, _cA, _tBI, _ty],
    [0, 0, 0, 5, 0, 0], 4
];
var TableMaintenanceConfigurationValue$ = [3, n0, _TMCV,
    0,
    [_st, _set],
    [0, () => TableMaintenanceSettings$]
];
var TableMaintenanceJobStatusValue$ = [3, n0, _TMJSV,
    0,
    [_st, _lRT, _fM],
    [0, 5, 0], 1
];
var TableRecordExpirationConfigurationValue$ = [3, n0, _TRECV,
    0,
    [_st, _set],
    [0, () => TableRecordExpirationSettings$]
];
var TableRecordExpirationJobMetrics$ = [3, n0, _TREJM,
    0,
    [_dDF, _dR, _rFS],
    [1, 1, 1]
];
var TableRecordExpirationSettings$ = [3, n0, _TRES,
    0,
    [_da],
    [1]
];
var TableReplicationConfiguration$ = [3, n0, _TRC,
    0,
    [_ro, _ru],
    [0, () => TableReplicationRules], 2
];
var TableReplicationRule$ = [3, n0, _TRR,
    0,
    [_d],
    [() => ReplicationDestinations], 1
];
var TableSummary$ = [3, n0, _TS,
    0,
    [_n, _na, _ty, _tARN, _cA, _mA, _mBS, _nI, _tBI],
    [64 | 0, 0, 0, 0, 5, 5, 0, 0, 0], 6
];
var TagResourceRequest$ = [3, n0, _TRRa,
    0,
    [_rA, _t],
    [[0, 1], 128 | 0], 2
];
var TagResourceResponse$ = [3, n0, _TRRag,
    0,
    [],
    []
];
var UntagResourceRequest$ = [3, n0, _URR,
    0,
    [_rA, _tK],
    [[0, 1], [64 | 0, { [_hQ]: _tK }]], 2
];
var UntagResourceResponse$ = [3, n0, _URRn,
    0,
    [],
    []
];
var UpdateTableMetadataLocationRequest$ = [3, n0, _UTMLR,
    0,
    [_tBARN, _n, _na, _vT, _mL],
    [[0, 1], [0, 1], [0, 1], 0, 0], 5
];
var UpdateTableMetadataLocationResponse$ = [3, n0, _UTMLRp,
    0,
    [_na, _tARN, _n, _vT, _mL],
    [0, 0, 64 | 0, 0, 0], 5
];
var __Unit = "unit";
var IcebergPartitionFieldList = [1, n0, _IPFL,
    0, [() => IcebergPartitionField$,
        0]
];
var IcebergSortFieldList = [1, n0, _ISFL,
    0, [() => IcebergSortField$,
        0]
];
var NamespaceSummaryList = [1, n0, _NSL,
    0, () => NamespaceSummary$
];
var ReplicationDestinations = [1, n0, _RDe,
    0, () => ReplicationDestination$
];
var ReplicationDestinationStatuses = [1, n0, _RDS,
    0, () => ReplicationDestinationStatusModel$
];
var SchemaFieldList = [1, n0, _SFL,
    0, () => SchemaField$
];
var SchemaV2FieldList = [1, n0, _SVFL,
    0, () => SchemaV2Field$
];
var TableBucketReplicationRules = [1, n0, _TBRRa,
    0, () => TableBucketReplicationRule$
];
var TableBucketSummaryList = [1, n0, _TBSL,
    0, () => TableBucketSummary$
];
var TableReplicationRules = [1, n0, _TRRab,
    0, () => TableReplicationRule$
];
var TableSummaryList = [1, n0, _TSL,
    0, () => TableSummary$
];
var TableBucketMaintenanceConfiguration = [2, n0, _TBMC,
    0, 0, () => TableBucketMaintenanceConfigurationValue$
];
var TableMaintenanceConfiguration = [2, n0, _TMC,
    0, 0, () => TableMaintenanceConfigurationValue$
];
var TableMaintenanceJobStatus = [2, n0, _TMJS,
    0, 0, () => TableMaintenanceJobStatusValue$
];
var TableBucketMaintenanceSettings$ = [4, n0, _TBMS,
    0,
    [_iUFR],
    [() => IcebergUnreferencedFileRemovalSettings$]
];
var TableMaintenanceSettings$ = [4, n0, _TMS,
    0,
    [_iC, _iSM],
    [() => IcebergCompactionSettings$, () => IcebergSnapshotManagementSettings$]
];
var TableMetadata$ = [4, n0, _TM,
    0,
    [_ic],
    [[() => IcebergMetadata$, 0]]
];
var CreateNamespace$ = [9, n0, _CN,
    { [_h]: ["PUT", "/namespaces/{tableBucketARN}", 200] }, () => CreateNamespaceRequest$, () => CreateNamespaceResponse$
];
var CreateTable$ = [9, n0, _CT,
    { [_h]: ["PUT", "/tables/{tableBucketARN}/{namespace}", 200] }, () => CreateTableRequest$, () => CreateTableResponse$
];
var CreateTableBucket$ = [9, n0, _CTB,
    { [_h]: ["PUT", "/buckets", 200] }, () => CreateTableBucketRequest$, () => CreateTableBucketResponse$
];
var DeleteNamespace$ = [9, n0, _DN,
    { [_h]: ["DELETE", "/namespaces/{tableBucketARN}/{namespace}", 204] }, () => DeleteNamespaceRequest$, () => __Unit
];
var DeleteTable$ = [9, n0, _DT,
    { [_h]: ["DELETE", "/tables/{tableBucketARN}/{namespace}/{name}", 204] }, () => DeleteTableRequest$, () => __Unit
];
var DeleteTableBucket$ = [9, n0, _DTB,
    { [_h]: ["DELETE", "/buckets/{tableBucketARN}", 204] }, () => DeleteTableBucketRequest$, () => __Unit
];
var DeleteTableBucketEncryption$ = [9, n0, _DTBE,
    { [_h]: ["DELETE", "/buckets/{tableBucketARN}/encryption", 204] }, () => DeleteTableBucketEncryptionRequest$, () => __Unit
];
var DeleteTableBucketMetricsConfiguration$ = [9, n0, _DTBMC,
    { [_h]: ["DELETE", "/buckets/{tableBucketARN}/metrics", 204] }, () => DeleteTableBucketMetricsConfigurationRequest$, () => __Unit
];
var DeleteTableBucketPolicy$ = [9, n0, _DTBP,
    { [_h]: ["DELETE", "/buckets/{tableBucketARN}/policy", 204] }, () => DeleteTableBucketPolicyRequest$, () => __Unit
];
var DeleteTableBucketReplication$ = [9, n0, _DTBRe,
    { [_h]: ["DELETE", "/table-bucket-replication", 204] }, () => DeleteTableBucketReplicationRequest$, () => __Unit
];
var DeleteTablePolicy$ = [9, n0, _DTP,
    { [_h]: ["DELETE", "/tables/{tableBucketARN}/{namespace}/{name}/policy", 204] }, () => DeleteTablePolicyRequest$, () => __Unit
];
var DeleteTableReplication$ = [9, n0, _DTRe,
    { [_h]: ["DELETE", "/table-replication", 204] }, () => DeleteTableReplicationRequest$, () => __Unit
];
var GetNamespace$ = [9, n0, _GN,
    { [_h]: ["GET", "/namespaces/{tableBucketARN}/{namespace}", 200] }, () => GetNamespaceRequest$, () => GetNamespaceResponse$
];
var GetTable$ = [9, n0, _GT,
    { [_h]: ["GET", "/get-table", 200] }, () => GetTableRequest$, () => GetTableResponse$
];
var GetTableBucket$ = [9, n0, _GTB,
    { [_h]: ["GET", "/buckets/{tableBucketARN}", 200] }, () => GetTableBucketRequest$, () => GetTableBucketResponse$
];
var GetTableBucketEncryption$ = [9, n0, _GTBE,
    { [_h]: ["GET", "/buckets/{tableBucketARN}/encryption", 200] }, () => GetTableBucketEncryptionRequest$, () => GetTableBucketEncryptionResponse$
];
var GetTableBucketMaintenanceConfiguration$ = [9, n0, _GTBMC,
    { [_h]: ["GET", "/buckets/{tableBucketARN}/maintenance", 200] }, () => GetTableBucketMaintenanceConfigurationRequest$, () => GetTableBucketMaintenanceConfigurationResponse$
];
var GetTableBucketMetricsConfiguration$ = [9, n0, _GTBMCe,
    { [_h]: ["GET", "/buckets/{tableBucketARN}/metrics", 200] }, () => GetTableBucketMetricsConfigurationRequest$, () => GetTableBucketMetricsConfigurationResponse$
];
var GetTableBucketPolicy$ = [9, n0, _GTBP,
    { [_h]: ["GET", "/buckets/{tableBucketARN}/policy", 200] }, () => GetTableBucketPolicyRequest$, () => GetTableBucketPolicyResponse$
];
var GetTableBucketReplication$ = [9, n0, _GTBRet,
    { [_h]: ["GET", "/table-bucket-replication", 200] }, () => GetTableBucketReplicationRequest$, () => GetTableBucketReplicationResponse$
];
var GetTableBucketStorageClass$ = [9, n0, _GTBSC,
    { [_h]: ["GET", "/buckets/{tableBucketARN}/storage-class", 200] }, () => GetTableBucketStorageClassRequest$, () => GetTableBucketStorageClassResponse$
];
var GetTableEncryption$ = [9, n0, _GTE,
    { [_h]: ["GET", "/tables/{tableBucketARN}/{namespace}/{name}/encryption", 200] }, () => GetTableEncryptionRequest$, () => GetTableEncryptionResponse$
];
var GetTableMaintenanceConfiguration$ = [9, n0, _GTMC,
    { [_h]: ["GET", "/tables/{tableBucketARN}/{namespace}/{name}/maintenance", 200] }, () => GetTableMaintenanceConfigurationRequest$, () => GetTableMaintenanceConfigurationResponse$
];
var GetTableMaintenanceJobStatus$ = [9, n0, _GTMJS,
    { [_h]: ["GET", "/tables/{tableBucketARN}/{namespace}/{name}/maintenance-job-status", 200] }, () => GetTableMaintenanceJobStatusRequest$, () => GetTableMaintenanceJobStatusResponse$
];
var GetTableMetadataLocation$ = [9, n0, _GTML,
    { [_h]: ["GET", "/tables/{tableBucketARN}/{namespace}/{name}/metadata-location", 200] }, () => GetTableMetadataLocationRequest$, () => GetTableMetadataLocationResponse$
];
var GetTablePolicy$ = [9, n0, _GTP,
    { [_h]: ["GET", "/tables/{tableBucketARN}/{namespace}/{name}/policy", 200] }, () => GetTablePolicyRequest$, () => GetTablePolicyResponse$
];
var GetTableRecordExpirationConfiguration$ = [9, n0, _GTREC,
    { [_h]: ["GET", "/table-record-expiration", 200] }, () => GetTableRecordExpirationConfigurationRequest$, () => GetTableRecordExpirationConfigurationResponse$
];
var GetTableRecordExpirationJobStatus$ = [9, n0, _GTREJS,
    { [_h]: ["GET", "/table-record-expiration-job-status", 200] }, () => GetTableRecordExpirationJobStatusRequest$, () => GetTableRecordExpirationJobStatusResponse$
];
var GetTableReplication$ = [9, n0, _GTRet,
    { [_h]: ["GET", "/table-replication", 200] }, () => GetTableReplicationRequest$, () => GetTableReplicationResponse$
];
var GetTableReplicationStatus$ = [9, n0, _GTRS,
    { [_h]: ["GET", "/replication-status", 200] }, () => GetTableReplicationStatusRequest$, () => GetTableReplicationStatusResponse$
];
var GetTableStorageClass$ = [9, n0, _GTSC,
    { [_h]: ["GET", "/tables/{tableBucketARN}/{namespace}/{name}/storage-class", 200] }, () => GetTableStorageClassRequest$, () => GetTableStorageClassResponse$
];
var ListNamespaces$ = [9, n0, _LN,
    { [_h]: ["GET", "/namespaces/{tableBucketARN}", 200] }, () => ListNamespacesRequest$, () => ListNamespacesResponse$
];
var ListTableBuckets$ = [9, n0, _LTB,
    { [_h]: ["GET", "/buckets", 200] }, () => ListTableBucketsRequest$, () => ListTableBucketsResponse$
];
var ListTables$ = [9, n0, _LT,
    { [_h]: ["GET", "/tables/{tableBucketARN}", 200] }, () => ListTablesRequest$, () => ListTablesResponse$
];
var ListTagsForResource$ = [9, n0, _LTFR,
    { [_h]: ["GET", "/tag/{resourceArn}", 200] }, () => ListTagsForResourceRequest$, () => ListTagsForResourceResponse$
];
var PutTableBucketEncryption$ = [9, n0, _PTBE,
    { [_h]: ["PUT", "/buckets/{tableBucketARN}/encryption", 200] }, () => PutTableBucketEncryptionRequest$, () => __Unit
];
var PutTableBucketMaintenanceConfiguration$ = [9, n0, _PTBMC,
    { [_h]: ["PUT", "/buckets/{tableBucketARN}/maintenance/{type}", 204] }, () => PutTableBucketMaintenanceConfigurationRequest$, () => __Unit
];
var PutTableBucketMetricsConfiguration$ = [9, n0, _PTBMCu,
    { [_h]: ["PUT", "/buckets/{tableBucketARN}/metrics", 204] }, () => PutTableBucketMetricsConfigurationRequest$, () => __Unit
];
var PutTableBucketPolicy$ = [9, n0, _PTBP,
    { [_h]: ["PUT", "/buckets/{tableBucketARN}/policy", 200] }, () => PutTableBucketPolicyRequest$, () => __Unit
];
var PutTableBucketReplication$ = [9, n0, _PTBR,
    { [_h]: ["PUT", "/table-bucket-replication", 200] }, () => PutTableBucketReplicationRequest$, () => PutTableBucketReplicationResponse$
];
var PutTableBucketStorageClass$ = [9, n0, _PTBSC,
    { [_h]: ["PUT", "/buckets/{tableBucketARN}/storage-class", 200] }, () => PutTableBucketStorageClassRequest$, () => __Unit
];
var PutTableMaintenanceConfiguration$ = [9, n0, _PTMC,
    { [_h]: ["PUT", "/tables/{tableBucketARN}/{namespace}/{name}/maintenance/{type}", 204] }, () => PutTableMaintenanceConfigurationRequest$, () => __Unit
];
var PutTablePolicy$ = [9, n0, _PTP,
    { [_h]: ["PUT", "/tables/{tableBucketARN}/{namespace}/{name}/policy", 200] }, () => PutTablePolicyRequest$, () => __Unit
];
var PutTableRecordExpirationConfiguration$ = [9, n0, _PTREC,
    { [_h]: ["PUT", "/table-record-expiration", 204] }, () => PutTableRecordExpirationConfigurationRequest$, () => __Unit
];
var PutTableReplication$ = [9, n0, _PTR,
    { [_h]: ["PUT", "/table-replication", 200] }, () => PutTableReplicationRequest$, () => PutTableReplicationResponse$
];
var RenameTable$ = [9, n0, _RT,
    { [_h]: ["PUT", "/tables/{tableBucketARN}/{namespace}/{name}/rename", 204] }, () => RenameTableRequest$, () => __Unit
];
var TagResource$ = [9, n0, _TR,
    { [_h]: ["POST", "/tag/{resourceArn}", 200] }, () => TagResourceRequest$, () => TagResourceResponse$
];
var UntagResource$ = [9, n0, _UR,
    { [_h]: ["DELETE", "/tag/{resourceArn}", 204] }, () => UntagResourceRequest$, () => UntagResourceResponse$
];
var UpdateTableMetadataLocation$ = [9, n0, _UTML,
    { [_h]: ["PUT", "/tables/{tableBucketARN}/{namespace}/{name}/metadata-location", 200] }, () => UpdateTableMetadataLocationRequest$, () => UpdateTableMetadataLocationResponse$
];

const getRuntimeConfig$1 = (config) => {
    return {
        apiVersion: "2018-05-10",
        base64Decoder: config?.base64Decoder ?? fromBase64,
        base64Encoder: config?.base64Encoder ?? toBase64,
        disableHostPrefix: config?.disableHostPrefix ?? false,
        endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
        extensions: config?.extensions ?? [],
        httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultS3TablesHttpAuthSchemeProvider,
        httpAuthSchemes: config?.httpAuthSchemes ?? [
            {
                schemeId: "aws.auth#sigv4",
                identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
                signer: new AwsSdkSigV4Signer(),
            },
        ],
        logger: config?.logger ?? new NoOpLogger(),
        protocol: config?.protocol ?? AwsRestJsonProtocol,
        protocolSettings: config?.protocolSettings ?? {
            defaultNamespace: "com.amazonaws.s3tables",
            errorTypeRegistries,
            version: "2018-05-10",
            serviceTarget: "S3TableBuckets",
        },
        serviceId: config?.serviceId ?? "S3Tables",
        sha256: config?.sha256 ?? Sha256,
        urlParser: config?.urlParser ?? parseUrl,
        utf8Decoder: config?.utf8Decoder ?? fromUtf8,
        utf8Encoder: config?.utf8Encoder ?? toUtf8,
    };
};

const getRuntimeConfig = (config) => {
    emitWarningIfUnsupportedVersion(process.version);
    const defaultsMode = resolveDefaultsModeConfig(config);
    const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
    const clientSharedValues = getRuntimeConfig$1(config);
    emitWarningIfUnsupportedVersion$1(process.version);
    const loaderConfig = {
        profile: config?.profile,
        logger: clientSharedValues.logger,
    };
    return {
        ...clientSharedValues,
        ...config,
        runtime: "node",
        defaultsMode,
        authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
        bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
        credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
        defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: packageInfo.version }),
        maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
        region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
        requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
        retryMode: config?.retryMode ??
            loadConfig({
                ...NODE_RETRY_MODE_CONFIG_OPTIONS,
                default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE,
            }, config),
        streamCollector: config?.streamCollector ?? streamCollector,
        useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
        userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig),
    };
};

const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
    const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
    let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
    let _credentials = runtimeConfig.credentials;
    return {
        setHttpAuthScheme(httpAuthScheme) {
            const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
            if (index === -1) {
                _httpAuthSchemes.push(httpAuthScheme);
            }
            else {
                _httpAuthSchemes.splice(index, 1, httpAuthScheme);
            }
        },
        httpAuthSchemes() {
            return _httpAuthSchemes;
        },
        setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
            _httpAuthSchemeProvider = httpAuthSchemeProvider;
        },
        httpAuthSchemeProvider() {
            return _httpAuthSchemeProvider;
        },
        setCredentials(credentials) {
            _credentials = credentials;
        },
        credentials() {
            return _credentials;
        },
    };
};
const resolveHttpAuthRuntimeConfig = (config) => {
    return {
        httpAuthSchemes: config.httpAuthSchemes(),
        httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
        credentials: config.credentials(),
    };
};

const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
    const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
    extensions.forEach((extension) => extension.configure(extensionConfiguration));
    return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

class S3TablesClient extends Client {
    config;
    constructor(...[configuration]) {
        const _config_0 = getRuntimeConfig(configuration || {});
        super(_config_0);
        this.initConfig = _config_0;
        const _config_1 = resolveClientEndpointParameters(_config_0);
        const _config_2 = resolveUserAgentConfig(_config_1);
        const _config_3 = resolveRetryConfig(_config_2);
        const _config_4 = resolveRegionConfig(_config_3);
        const _config_5 = resolveHostHeaderConfig(_config_4);
        const _config_6 = resolveEndpointConfig(_config_5);
        const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
        const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
        this.config = _config_8;
        this.middlewareStack.use(getSchemaSerdePlugin(this.config));
        this.middlewareStack.use(getUserAgentPlugin(this.config));
        this.middlewareStack.use(getRetryPlugin(this.config));
        this.middlewareStack.use(getContentLengthPlugin(this.config));
        this.middlewareStack.use(getHostHeaderPlugin(this.config));
        this.middlewareStack.use(getLoggerPlugin(this.config));
        this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
        this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
            httpAuthSchemeParametersProvider: defaultS3TablesHttpAuthSchemeParametersProvider,
            identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
                "aws.auth#sigv4": config.credentials,
            }),
        }));
        this.middlewareStack.use(getHttpSigningPlugin(this.config));
    }
    destroy() {
        super.destroy();
    }
}

const command = makeBuilder(commonParams, "S3TableBuckets", "S3TablesClient", getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

class CreateNamespaceCommand extends command(_ep0, _mw0, "CreateNamespace", CreateNamespace$) {
}

class CreateTableBucketCommand extends command(_ep0, _mw0, "CreateTableBucket", CreateTableBucket$) {
}

class CreateTableCommand extends command(_ep0, _mw0, "CreateTable", CreateTable$) {
}

class DeleteNamespaceCommand extends command(_ep0, _mw0, "DeleteNamespace", DeleteNamespace$) {
}

class DeleteTableBucketCommand extends command(_ep0, _mw0, "DeleteTableBucket", DeleteTableBucket$) {
}

class DeleteTableBucketEncryptionCommand extends command(_ep0, _mw0, "DeleteTableBucketEncryption", DeleteTableBucketEncryption$) {
}

class DeleteTableBucketMetricsConfigurationCommand extends command(_ep0, _mw0, "DeleteTableBucketMetricsConfiguration", DeleteTableBucketMetricsConfiguration$) {
}

class DeleteTableBucketPolicyCommand extends command(_ep0, _mw0, "DeleteTableBucketPolicy", DeleteTableBucketPolicy$) {
}

class DeleteTableBucketReplicationCommand extends command(_ep0, _mw0, "DeleteTableBucketReplication", DeleteTableBucketReplication$) {
}

class DeleteTableCommand extends command(_ep0, _mw0, "DeleteTable", DeleteTable$) {
}

class DeleteTablePolicyCommand extends command(_ep0, _mw0, "DeleteTablePolicy", DeleteTablePolicy$) {
}

class DeleteTableReplicationCommand extends command(_ep0, _mw0, "DeleteTableReplication", DeleteTableReplication$) {
}

class GetNamespaceCommand extends command(_ep0, _mw0, "GetNamespace", GetNamespace$) {
}

class GetTableBucketCommand extends command(_ep0, _mw0, "GetTableBucket", GetTableBucket$) {
}

class GetTableBucketEncryptionCommand extends command(_ep0, _mw0, "GetTableBucketEncryption", GetTableBucketEncryption$) {
}

class GetTableBucketMaintenanceConfigurationCommand extends command(_ep0, _mw0, "GetTableBucketMaintenanceConfiguration", GetTableBucketMaintenanceConfiguration$) {
}

class GetTableBucketMetricsConfigurationCommand extends command(_ep0, _mw0, "GetTableBucketMetricsConfiguration", GetTableBucketMetricsConfiguration$) {
}

class GetTableBucketPolicyCommand extends command(_ep0, _mw0, "GetTableBucketPolicy", GetTableBucketPolicy$) {
}

class GetTableBucketReplicationCommand extends command(_ep0, _mw0, "GetTableBucketReplication", GetTableBucketReplication$) {
}

class GetTableBucketStorageClassCommand extends command(_ep0, _mw0, "GetTableBucketStorageClass", GetTableBucketStorageClass$) {
}

class GetTableCommand extends command(_ep0, _mw0, "GetTable", GetTable$) {
}

class GetTableEncryptionCommand extends command(_ep0, _mw0, "GetTableEncryption", GetTableEncryption$) {
}

class GetTableMaintenanceConfigurationCommand extends command(_ep0, _mw0, "GetTableMaintenanceConfiguration", GetTableMaintenanceConfiguration$) {
}

class GetTableMaintenanceJobStatusCommand extends command(_ep0, _mw0, "GetTableMaintenanceJobStatus", GetTableMaintenanceJobStatus$) {
}

class GetTableMetadataLocationCommand extends command(_ep0, _mw0, "GetTableMetadataLocation", GetTableMetadataLocation$) {
}

class GetTablePolicyCommand extends command(_ep0, _mw0, "GetTablePolicy", GetTablePolicy$) {
}

class GetTableRecordExpirationConfigurationCommand extends command(_ep0, _mw0, "GetTableRecordExpirationConfiguration", GetTableRecordExpirationConfiguration$) {
}

class GetTableRecordExpirationJobStatusCommand extends command(_ep0, _mw0, "GetTableRecordExpirationJobStatus", GetTableRecordExpirationJobStatus$) {
}

class GetTableReplicationCommand extends command(_ep0, _mw0, "GetTableReplication", GetTableReplication$) {
}

class GetTableReplicationStatusCommand extends command(_ep0, _mw0, "GetTableReplicationStatus", GetTableReplicationStatus$) {
}

class GetTableStorageClassCommand extends command(_ep0, _mw0, "GetTableStorageClass", GetTableStorageClass$) {
}

class ListNamespacesCommand extends command(_ep0, _mw0, "ListNamespaces", ListNamespaces$) {
}

class ListTableBucketsCommand extends command(_ep0, _mw0, "ListTableBuckets", ListTableBuckets$) {
}

class ListTablesCommand extends command(_ep0, _mw0, "ListTables", ListTables$) {
}

class ListTagsForResourceCommand extends command(_ep0, _mw0, "ListTagsForResource", ListTagsForResource$) {
}

class PutTableBucketEncryptionCommand extends command(_ep0, _mw0, "PutTableBucketEncryption", PutTableBucketEncryption$) {
}

class PutTableBucketMaintenanceConfigurationCommand extends command(_ep0, _mw0, "PutTableBucketMaintenanceConfiguration", PutTableBucketMaintenanceConfiguration$) {
}

class PutTableBucketMetricsConfigurationCommand extends command(_ep0, _mw0, "PutTableBucketMetricsConfiguration", PutTableBucketMetricsConfiguration$) {
}

class PutTableBucketPolicyCommand extends command(_ep0, _mw0, "PutTableBucketPolicy", PutTableBucketPolicy$) {
}

class PutTableBucketReplicationCommand extends command(_ep0, _mw0, "PutTableBucketReplication", PutTableBucketReplication$) {
}

class PutTableBucketStorageClassCommand extends command(_ep0, _mw0, "PutTableBucketStorageClass", PutTableBucketStorageClass$) {
}

class PutTableMaintenanceConfigurationCommand extends command(_ep0, _mw0, "PutTableMaintenanceConfiguration", PutTableMaintenanceConfiguration$) {
}

class PutTablePolicyCommand extends command(_ep0, _mw0, "PutTablePolicy", PutTablePolicy$) {
}

class PutTableRecordExpirationConfigurationCommand extends command(_ep0, _mw0, "PutTableRecordExpirationConfiguration", PutTableRecordExpirationConfiguration$) {
}

class PutTableReplicationCommand extends command(_ep0, _mw0, "PutTableReplication", PutTableReplication$) {
}

class RenameTableCommand extends command(_ep0, _mw0, "RenameTable", RenameTable$) {
}

class TagResourceCommand extends command(_ep0, _mw0, "TagResource", TagResource$) {
}

class UntagResourceCommand extends command(_ep0, _mw0, "UntagResource", UntagResource$) {
}

class UpdateTableMetadataLocationCommand extends command(_ep0, _mw0, "UpdateTableMetadataLocation", UpdateTableMetadataLocation$) {
}

const paginateListNamespaces = createPaginator(S3TablesClient, ListNamespacesCommand, "continuationToken", "continuationToken", "maxNamespaces");

const paginateListTableBuckets = createPaginator(S3TablesClient, ListTableBucketsCommand, "continuationToken", "continuationToken", "maxBuckets");

const paginateListTables = createPaginator(S3TablesClient, ListTablesCommand, "continuationToken", "continuationToken", "maxTables");

const commands = {
    CreateNamespaceCommand,
    CreateTableCommand,
    CreateTableBucketCommand,
    DeleteNamespaceCommand,
    DeleteTableCommand,
    DeleteTableBucketCommand,
    DeleteTableBucketEncryptionCommand,
    DeleteTableBucketMetricsConfigurationCommand,
    DeleteTableBucketPolicyCommand,
    DeleteTableBucketReplicationCommand,
    DeleteTablePolicyCommand,
    DeleteTableReplicationCommand,
    GetNamespaceCommand,
    GetTableCommand,
    GetTableBucketCommand,
    GetTableBucketEncryptionCommand,
    GetTableBucketMaintenanceConfigurationCommand,
    GetTableBucketMetricsConfigurationCommand,
    GetTableBucketPolicyCommand,
    GetTableBucketReplicationCommand,
    GetTableBucketStorageClassCommand,
    GetTableEncryptionCommand,
    GetTableMaintenanceConfigurationCommand,
    GetTableMaintenanceJobStatusCommand,
    GetTableMetadataLocationCommand,
    GetTablePolicyCommand,
    GetTableRecordExpirationConfigurationCommand,
    GetTableRecordExpirationJobStatusCommand,
    GetTableReplicationCommand,
    GetTableReplicationStatusCommand,
    GetTableStorageClassCommand,
    ListNamespacesCommand,
    ListTableBucketsCommand,
    ListTablesCommand,
    ListTagsForResourceCommand,
    PutTableBucketEncryptionCommand,
    PutTableBucketMaintenanceConfigurationCommand,
    PutTableBucketMetricsConfigurationCommand,
    PutTableBucketPolicyCommand,
    PutTableBucketReplicationCommand,
    PutTableBucketStorageClassCommand,
    PutTableMaintenanceConfigurationCommand,
    PutTablePolicyCommand,
    PutTableRecordExpirationConfigurationCommand,
    PutTableReplicationCommand,
    RenameTableCommand,
    TagResourceCommand,
    UntagResourceCommand,
    UpdateTableMetadataLocationCommand,
};
const paginators = {
    paginateListNamespaces,
    paginateListTableBuckets,
    paginateListTables,
};
class S3Tables extends S3TablesClient {
}
createAggregatedClient(commands, S3Tables, { paginators });

const SSEAlgorithm = {
    AES256: "AES256",
    AWS_KMS: "aws:kms",
};
const OpenTableFormat = {
    ICEBERG: "ICEBERG",
};
const SchemaV2FieldType = {
    STRUCT: "struct",
};
const IcebergSortDirection = {
    ASC: "asc",
    DESC: "desc",
};
const IcebergNullOrder = {
    NULLS_FIRST: "nulls-first",
    NULLS_LAST: "nulls-last",
};
const StorageClass = {
    INTELLIGENT_TIERING: "INTELLIGENT_TIERING",
    STANDARD: "STANDARD",
};
const TableType = {
    AWS: "aws",
    CUSTOMER: "customer",
};
const TableBucketType = {
    AWS: "aws",
    CUSTOMER: "customer",
};
const TableBucketMaintenanceType = {
    ICEBERG_UNREFERENCED_FILE_REMOVAL: "icebergUnreferencedFileRemoval",
};
const MaintenanceStatus = {
    DISABLED: "disabled",
    ENABLED: "enabled",
};
const TableMaintenanceType = {
    ICEBERG_COMPACTION: "icebergCompaction",
    ICEBERG_SNAPSHOT_MANAGEMENT: "icebergSnapshotManagement",
};
const IcebergCompactionStrategy = {
    AUTO: "auto",
    BINPACK: "binpack",
    SORT: "sort",
    ZORDER: "z-order",
};
const TableMaintenanceJobType = {
    ICEBERG_COMPACTION: "icebergCompaction",
    ICEBERG_SNAPSHOT_MANAGEMENT: "icebergSnapshotManagement",
    ICEBERG_UNREFERENCED_FILE_REMOVAL: "icebergUnreferencedFileRemoval",
};
const JobStatus = {
    DISABLED: "Disabled",
    FAILED: "Failed",
    NOT_YET_RUN: "Not_Yet_Run",
    SUCCESSFUL: "Successful",
};
const TableRecordExpirationStatus = {
    DISABLED: "disabled",
    ENABLED: "enabled",
};
const TableRecordExpirationJobStatus = {
    DISABLED: "Disabled",
    FAILED: "Failed",
    NOT_YET_RUN: "NotYetRun",
    SUCCESSFUL: "Successful",
};
const ReplicationStatus = {
    COMPLETED: "completed",
    FAILED: "failed",
    PENDING: "pending",
};

__webpack_unused_export__ = AccessDeniedException;
__webpack_unused_export__ = AccessDeniedException$;
__webpack_unused_export__ = BadRequestException;
__webpack_unused_export__ = BadRequestException$;
__webpack_unused_export__ = ConflictException;
__webpack_unused_export__ = ConflictException$;
__webpack_unused_export__ = CreateNamespace$;
__webpack_unused_export__ = CreateNamespaceCommand;
__webpack_unused_export__ = CreateNamespaceRequest$;
__webpack_unused_export__ = CreateNamespaceResponse$;
__webpack_unused_export__ = CreateTable$;
__webpack_unused_export__ = CreateTableBucket$;
__webpack_unused_export__ = CreateTableBucketCommand;
__webpack_unused_export__ = CreateTableBucketRequest$;
__webpack_unused_export__ = CreateTableBucketResponse$;
__webpack_unused_export__ = CreateTableCommand;
__webpack_unused_export__ = CreateTableRequest$;
__webpack_unused_export__ = CreateTableResponse$;
__webpack_unused_export__ = DeleteNamespace$;
__webpack_unused_export__ = DeleteNamespaceCommand;
__webpack_unused_export__ = DeleteNamespaceRequest$;
__webpack_unused_export__ = DeleteTable$;
__webpack_unused_export__ = DeleteTableBucket$;
__webpack_unused_export__ = DeleteTableBucketCommand;
__webpack_unused_export__ = DeleteTableBucketEncryption$;
__webpack_unused_export__ = DeleteTableBucketEncryptionCommand;
__webpack_unused_export__ = DeleteTableBucketEncryptionRequest$;
__webpack_unused_export__ = DeleteTableBucketMetricsConfiguration$;
__webpack_unused_export__ = DeleteTableBucketMetricsConfigurationCommand;
__webpack_unused_export__ = DeleteTableBucketMetricsConfigurationRequest$;
__webpack_unused_export__ = DeleteTableBucketPolicy$;
__webpack_unused_export__ = DeleteTableBucketPolicyCommand;
__webpack_unused_export__ = DeleteTableBucketPolicyRequest$;
__webpack_unused_export__ = DeleteTableBucketReplication$;
__webpack_unused_export__ = DeleteTableBucketReplicationCommand;
__webpack_unused_export__ = DeleteTableBucketReplicationRequest$;
__webpack_unused_export__ = DeleteTableBucketRequest$;
__webpack_unused_export__ = DeleteTableCommand;
__webpack_unused_export__ = DeleteTablePolicy$;
__webpack_unused_export__ = DeleteTablePolicyCommand;
__webpack_unused_export__ = DeleteTablePolicyRequest$;
__webpack_unused_export__ = DeleteTableReplication$;
__webpack_unused_export__ = DeleteTableReplicationCommand;
__webpack_unused_export__ = DeleteTableReplicationRequest$;
__webpack_unused_export__ = DeleteTableRequest$;
__webpack_unused_export__ = EncryptionConfiguration$;
__webpack_unused_export__ = ForbiddenException;
__webpack_unused_export__ = ForbiddenException$;
__webpack_unused_export__ = GetNamespace$;
__webpack_unused_export__ = GetNamespaceCommand;
__webpack_unused_export__ = GetNamespaceRequest$;
__webpack_unused_export__ = GetNamespaceResponse$;
__webpack_unused_export__ = GetTable$;
__webpack_unused_export__ = GetTableBucket$;
__webpack_unused_export__ = GetTableBucketCommand;
__webpack_unused_export__ = GetTableBucketEncryption$;
__webpack_unused_export__ = GetTableBucketEncryptionCommand;
__webpack_unused_export__ = GetTableBucketEncryptionRequest$;
__webpack_unused_export__ = GetTableBucketEncryptionResponse$;
__webpack_unused_export__ = GetTableBucketMaintenanceConfiguration$;
__webpack_unused_export__ = GetTableBucketMaintenanceConfigurationCommand;
__webpack_unused_export__ = GetTableBucketMaintenanceConfigurationRequest$;
__webpack_unused_export__ = GetTableBucketMaintenanceConfigurationResponse$;
__webpack_unused_export__ = GetTableBucketMetricsConfiguration$;
__webpack_unused_export__ = GetTableBucketMetricsConfigurationCommand;
__webpack_unused_export__ = GetTableBucketMetricsConfigurationRequest$;
__webpack_unused_export__ = GetTableBucketMetricsConfigurationResponse$;
__webpack_unused_export__ = GetTableBucketPolicy$;
__webpack_unused_export__ = GetTableBucketPolicyCommand;
__webpack_unused_export__ = GetTableBucketPolicyRequest$;
__webpack_unused_export__ = GetTableBucketPolicyResponse$;
__webpack_unused_export__ = GetTableBucketReplication$;
__webpack_unused_export__ = GetTableBucketReplicationCommand;
__webpack_unused_export__ = GetTableBucketReplicationRequest$;
__webpack_unused_export__ = GetTableBucketReplicationResponse$;
__webpack_unused_export__ = GetTableBucketRequest$;
__webpack_unused_export__ = GetTableBucketResponse$;
__webpack_unused_export__ = GetTableBucketStorageClass$;
__webpack_unused_export__ = GetTableBucketStorageClassCommand;
__webpack_unused_export__ = GetTableBucketStorageClassRequest$;
__webpack_unused_export__ = GetTableBucketStorageClassResponse$;
__webpack_unused_export__ = GetTableCommand;
__webpack_unused_export__ = GetTableEncryption$;
__webpack_unused_export__ = GetTableEncryptionCommand;
__webpack_unused_export__ = GetTableEncryptionRequest$;
__webpack_unused_export__ = GetTableEncryptionResponse$;
__webpack_unused_export__ = GetTableMaintenanceConfiguration$;
__webpack_unused_export__ = GetTableMaintenanceConfigurationCommand;
__webpack_unused_export__ = GetTableMaintenanceConfigurationRequest$;
__webpack_unused_export__ = GetTableMaintenanceConfigurationResponse$;
__webpack_unused_export__ = GetTableMaintenanceJobStatus$;
__webpack_unused_export__ = GetTableMaintenanceJobStatusCommand;
__webpack_unused_export__ = GetTableMaintenanceJobStatusRequest$;
__webpack_unused_export__ = GetTableMaintenanceJobStatusResponse$;
__webpack_unused_export__ = GetTableMetadataLocation$;
__webpack_unused_export__ = GetTableMetadataLocationCommand;
__webpack_unused_export__ = GetTableMetadataLocationRequest$;
__webpack_unused_export__ = GetTableMetadataLocationResponse$;
__webpack_unused_export__ = GetTablePolicy$;
__webpack_unused_export__ = GetTablePolicyCommand;
__webpack_unused_export__ = GetTablePolicyRequest$;
__webpack_unused_export__ = GetTablePolicyResponse$;
__webpack_unused_export__ = GetTableRecordExpirationConfiguration$;
__webpack_unused_export__ = GetTableRecordExpirationConfigurationCommand;
__webpack_unused_export__ = GetTableRecordExpirationConfigurationRequest$;
__webpack_unused_export__ = GetTableRecordExpirationConfigurationResponse$;
__webpack_unused_export__ = GetTableRecordExpirationJobStatus$;
__webpack_unused_export__ = GetTableRecordExpirationJobStatusCommand;
__webpack_unused_export__ = GetTableRecordExpirationJobStatusRequest$;
__webpack_unused_export__ = GetTableRecordExpirationJobStatusResponse$;
__webpack_unused_export__ = GetTableReplication$;
__webpack_unused_export__ = GetTableReplicationCommand;
__webpack_unused_export__ = GetTableReplicationRequest$;
__webpack_unused_export__ = GetTableReplicationResponse$;
__webpack_unused_export__ = GetTableReplicationStatus$;
__webpack_unused_export__ = GetTableReplicationStatusCommand;
__webpack_unused_export__ = GetTableReplicationStatusRequest$;
__webpack_unused_export__ = GetTableReplicationStatusResponse$;
__webpack_unused_export__ = GetTableRequest$;
__webpack_unused_export__ = GetTableResponse$;
__webpack_unused_export__ = GetTableStorageClass$;
__webpack_unused_export__ = GetTableStorageClassCommand;
__webpack_unused_export__ = GetTableStorageClassRequest$;
__webpack_unused_export__ = GetTableStorageClassResponse$;
__webpack_unused_export__ = IcebergCompactionSettings$;
__webpack_unused_export__ = IcebergCompactionStrategy;
__webpack_unused_export__ = IcebergMetadata$;
__webpack_unused_export__ = IcebergNullOrder;
__webpack_unused_export__ = IcebergPartitionField$;
__webpack_unused_export__ = IcebergPartitionSpec$;
__webpack_unused_export__ = IcebergSchema$;
__webpack_unused_export__ = IcebergSchemaV2$;
__webpack_unused_export__ = IcebergSnapshotManagementSettings$;
__webpack_unused_export__ = IcebergSortDirection;
__webpack_unused_export__ = IcebergSortField$;
__webpack_unused_export__ = IcebergSortOrder$;
__webpack_unused_export__ = IcebergUnreferencedFileRemovalSettings$;
__webpack_unused_export__ = InternalServerErrorException;
__webpack_unused_export__ = InternalServerErrorException$;
__webpack_unused_export__ = JobStatus;
__webpack_unused_export__ = LastSuccessfulReplicatedUpdate$;
__webpack_unused_export__ = ListNamespaces$;
__webpack_unused_export__ = ListNamespacesCommand;
__webpack_unused_export__ = ListNamespacesRequest$;
__webpack_unused_export__ = ListNamespacesResponse$;
__webpack_unused_export__ = ListTableBuckets$;
exports.ListTableBucketsCommand = ListTableBucketsCommand;
__webpack_unused_export__ = ListTableBucketsRequest$;
__webpack_unused_export__ = ListTableBucketsResponse$;
__webpack_unused_export__ = ListTables$;
__webpack_unused_export__ = ListTablesCommand;
__webpack_unused_export__ = ListTablesRequest$;
__webpack_unused_export__ = ListTablesResponse$;
__webpack_unused_export__ = ListTagsForResource$;
exports.ListTagsForResourceCommand = ListTagsForResourceCommand;
__webpack_unused_export__ = ListTagsForResourceRequest$;
__webpack_unused_export__ = ListTagsForResourceResponse$;
__webpack_unused_export__ = MaintenanceStatus;
__webpack_unused_export__ = ManagedTableInformation$;
__webpack_unused_export__ = MethodNotAllowedException;
__webpack_unused_export__ = MethodNotAllowedException$;
__webpack_unused_export__ = NamespaceSummary$;
__webpack_unused_export__ = NotFoundException;
__webpack_unused_export__ = NotFoundException$;
__webpack_unused_export__ = OpenTableFormat;
__webpack_unused_export__ = PutTableBucketEncryption$;
__webpack_unused_export__ = PutTableBucketEncryptionCommand;
__webpack_unused_export__ = PutTableBucketEncryptionRequest$;
__webpack_unused_export__ = PutTableBucketMaintenanceConfiguration$;
__webpack_unused_export__ = PutTableBucketMaintenanceConfigurationCommand;
__webpack_unused_export__ = PutTableBucketMaintenanceConfigurationRequest$;
__webpack_unused_export__ = PutTableBucketMetricsConfiguration$;
__webpack_unused_export__ = PutTableBucketMetricsConfigurationCommand;
__webpack_unused_export__ = PutTableBucketMetricsConfigurationRequest$;
__webpack_unused_export__ = PutTableBucketPolicy$;
__webpack_unused_export__ = PutTableBucketPolicyCommand;
__webpack_unused_export__ = PutTableBucketPolicyRequest$;
__webpack_unused_export__ = PutTableBucketReplication$;
__webpack_unused_export__ = PutTableBucketReplicationCommand;
__webpack_unused_export__ = PutTableBucketReplicationRequest$;
__webpack_unused_export__ = PutTableBucketReplicationResponse$;
__webpack_unused_export__ = PutTableBucketStorageClass$;
__webpack_unused_export__ = PutTableBucketStorageClassCommand;
__webpack_unused_export__ = PutTableBucketStorageClassRequest$;
__webpack_unused_export__ = PutTableMaintenanceConfiguration$;
__webpack_unused_export__ = PutTableMaintenanceConfigurationCommand;
__webpack_unused_export__ = PutTableMaintenanceConfigurationRequest$;
__webpack_unused_export__ = PutTablePolicy$;
__webpack_unused_export__ = PutTablePolicyCommand;
__webpack_unused_export__ = PutTablePolicyRequest$;
__webpack_unused_export__ = PutTableRecordExpirationConfiguration$;
__webpack_unused_export__ = PutTableRecordExpirationConfigurationCommand;
__webpack_unused_export__ = PutTableRecordExpirationConfigurationRequest$;
__webpack_unused_export__ = PutTableReplication$;
__webpack_unused_export__ = PutTableReplicationCommand;
__webpack_unused_export__ = PutTableReplicationRequest$;
__webpack_unused_export__ = PutTableReplicationResponse$;
__webpack_unused_export__ = RenameTable$;
__webpack_unused_export__ = RenameTableCommand;
__webpack_unused_export__ = RenameTableRequest$;
__webpack_unused_export__ = ReplicationDestination$;
__webpack_unused_export__ = ReplicationDestinationStatusModel$;
__webpack_unused_export__ = ReplicationInformation$;
__webpack_unused_export__ = ReplicationStatus;
exports.S3Tables = S3Tables;
__webpack_unused_export__ = S3TablesClient;
__webpack_unused_export__ = S3TablesServiceException;
__webpack_unused_export__ = S3TablesServiceException$;
__webpack_unused_export__ = SSEAlgorithm;
__webpack_unused_export__ = SchemaField$;
__webpack_unused_export__ = SchemaV2Field$;
__webpack_unused_export__ = SchemaV2FieldType;
__webpack_unused_export__ = StorageClass;
__webpack_unused_export__ = StorageClassConfiguration$;
__webpack_unused_export__ = TableBucketMaintenanceConfigurationValue$;
__webpack_unused_export__ = TableBucketMaintenanceSettings$;
__webpack_unused_export__ = TableBucketMaintenanceType;
__webpack_unused_export__ = TableBucketReplicationConfiguration$;
__webpack_unused_export__ = TableBucketReplicationRule$;
__webpack_unused_export__ = TableBucketSummary$;
__webpack_unused_export__ = TableBucketType;
__webpack_unused_export__ = TableMaintenanceConfigurationValue$;
__webpack_unused_export__ = TableMaintenanceJobStatusValue$;
__webpack_unused_export__ = TableMaintenanceJobType;
__webpack_unused_export__ = TableMaintenanceSettings$;
__webpack_unused_export__ = TableMaintenanceType;
__webpack_unused_export__ = TableMetadata$;
__webpack_unused_export__ = TableRecordExpirationConfigurationValue$;
__webpack_unused_export__ = TableRecordExpirationJobMetrics$;
__webpack_unused_export__ = TableRecordExpirationJobStatus;
__webpack_unused_export__ = TableRecordExpirationSettings$;
__webpack_unused_export__ = TableRecordExpirationStatus;
__webpack_unused_export__ = TableReplicationConfiguration$;
__webpack_unused_export__ = TableReplicationRule$;
__webpack_unused_export__ = TableSummary$;
__webpack_unused_export__ = TableType;
__webpack_unused_export__ = TagResource$;
__webpack_unused_export__ = TagResourceCommand;
__webpack_unused_export__ = TagResourceRequest$;
__webpack_unused_export__ = TagResourceResponse$;
__webpack_unused_export__ = TooManyRequestsException;
__webpack_unused_export__ = TooManyRequestsException$;
__webpack_unused_export__ = UntagResource$;
__webpack_unused_export__ = UntagResourceCommand;
__webpack_unused_export__ = UntagResourceRequest$;
__webpack_unused_export__ = UntagResourceResponse$;
__webpack_unused_export__ = UpdateTableMetadataLocation$;
__webpack_unused_export__ = UpdateTableMetadataLocationCommand;
__webpack_unused_export__ = UpdateTableMetadataLocationRequest$;
__webpack_unused_export__ = UpdateTableMetadataLocationResponse$;
__webpack_unused_export__ = errorTypeRegistries;
__webpack_unused_export__ = paginateListNamespaces;
__webpack_unused_export__ = paginateListTableBuckets;
__webpack_unused_export__ = paginateListTables;


/***/ })

};
