export const id = 657;
export const ids = [657];
export const modules = {

/***/ 2657:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  addSmokeTest: () => (/* binding */ addSmokeTest),
  smokeTest: () => (/* binding */ smokeTest)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/environment.ts + 37 modules
var environment = __webpack_require__(2757);
// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/github/files.ts
var files = __webpack_require__(5772);
// EXTERNAL MODULE: ./src/observe/look.ts + 1 modules
var look = __webpack_require__(9356);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/iceberg/json.ts
var iceberg_json = __webpack_require__(115);
// EXTERNAL MODULE: ./src/iceberg/metadata.ts
var iceberg_metadata = __webpack_require__(1924);
;// CONCATENATED MODULE: ./src/iceberg/rest-answer.ts



const ErrorJson = dist/* object */.Ikc({
    error: dist/* looseObject */._H3({ message: dist/* optional */.lqM(dist/* string */.YjP(), ''), type: dist/* optional */.lqM(dist/* string */.YjP(), 'Error') })
});
/** How Glue refuses what it does not route, with status 200. */
const OutputJson = dist/* object */.Ikc({ Output: dist/* looseObject */._H3({ __type: dist/* string */.YjP() }) });
const PlainJson = dist/* looseObject */._H3({ message: dist/* string */.YjP() });
const CODES = {
    401: 'INVALID_CREDENTIALS',
    403: 'PERMISSION_DENIED',
    404: 'ICEBERG_NOT_FOUND',
    409: 'ICEBERG_CONFLICT',
    419: 'EXPIRED_CREDENTIALS',
    429: 'THROTTLED'
};
/**
 * The JSON of an answer; `undefined` for an empty one. Throws `ActionError` for an answer that refuses, in whichever
 * form it does, and `GARBLED_ANSWER` for one that is not of a catalog.
 */
function jsonOf({ status, text, requestId }, operation) {
    const refusal = refusalOf(text);
    if (status >= 200 && status < 300 && refusal === undefined) {
        if (text.trim() === '')
            return undefined;
        const json = jsonOrNothing(text);
        if (json !== undefined)
            return json;
        throw new errors/* ActionError */.lZ('GARBLED_ANSWER', {
            doing: `call the Iceberg catalog (${operation})`,
            found: `It answered ${status} with what is not JSON: ${shortened(text)}`
        });
    }
    const { name, message } = refusal ?? { name: `Status${status}`, message: shortened(text) };
    throw new errors/* ActionError */.lZ(codeOf(status, name), {
        doing: `call the Iceberg catalog (${operation})`,
        answer: { operation: `Iceberg ${operation}`, name, message, status, requestId }
    });
}
/** Whether the answer says that what was asked for is not there, and not that the catalog does not know the call. */
function isAbsent({ status, text }) {
    return status === 404 && !isUnknownOperation(refusalOf(text)?.name ?? '');
}
function codeOf(status, name) {
    if (isUnknownOperation(name))
        return 'AWS_REFUSED';
    return status >= 500 ? 'AWS_FAILED' : (CODES[status] ?? 'AWS_REFUSED');
}
function isUnknownOperation(name) {
    return name.includes('UnknownOperation');
}
function refusalOf(text) {
    const xml = /<(\w*Exception)\b/.exec(text);
    if (xml !== null && text.trimStart().startsWith('<'))
        return { name: xml[1], message: shortened(text) };
    const json = jsonOrNothing(text);
    if (dist.is(ErrorJson, json)) {
        const { type, message } = dist/* parse */.qgA(ErrorJson, json).error;
        return { name: type, message };
    }
    if (dist.is(OutputJson, json))
        return { name: json.Output.__type.split('#').at(-1), message: shortened(text) };
    if (dist.is(PlainJson, json))
        return { name: 'Error', message: json.message };
    return undefined;
}
function jsonOrNothing(text) {
    try {
        return (0,iceberg_json/* parseJson */.q)(text, 'the answer');
    }
    catch {
        return undefined;
    }
}
function shortened(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

;// CONCATENATED MODULE: ./src/iceberg/rest-catalog.ts





const Prefix = dist/* optional */.lqM(dist/* object */.Ikc({ prefix: dist/* optional */.lqM(dist/* string */.YjP()) }), {});
const ConfigJson = dist/* object */.Ikc({ overrides: Prefix, defaults: Prefix });
const NextPage = dist/* nullish */.cl6(dist/* string */.YjP());
const NamespacesJson = dist/* object */.Ikc({ namespaces: dist/* array */.YOg(dist/* array */.YOg(dist/* string */.YjP())) });
const TablesJson = dist/* object */.Ikc({ identifiers: dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP() })) });
/** The specification's name for where the next page is, and the one that S3 Tables was seen to use. */
const PageJson = dist/* object */.Ikc({ 'next-page-token': NextPage, nextPageToken: NextPage });
const LoadJson = dist/* object */.Ikc({ 'metadata-location': dist/* nullish */.cl6(dist/* string */.YjP()), metadata: dist/* unknown */.L5J() });
/**
 * The Iceberg REST catalog of S3 Tables or of Glue, with what each of them wants its own way: S3 Tables must be told
 * that nothing is staged and that a dropped table is purged, Glue must not be told the one, and the other only if it asks.
 */
function restCatalog(http, options) {
    return new RestCatalog(http, options);
}
class RestCatalog {
    http;
    options;
    known;
    constructor(http, options) {
        this.http = http;
        this.options = options;
    }
    async config(context) {
        if (this.known !== undefined)
            return this.known;
        const query = { warehouse: this.options.warehouse };
        const answer = await this.http.request({ method: 'GET', path: '/v1/config', query }, context);
        if (answer.status === 404)
            throw noWarehouse(answer, this.options);
        const { overrides, defaults } = checked(ConfigJson, jsonOf(answer, 'getConfig'), 'getConfig');
        this.known = { prefix: overrides.prefix ?? defaults.prefix ?? usualPrefix(this.options) };
        return this.known;
    }
    async listNamespaces(context) {
        const pages = await this.pages('listNamespaces', '/namespaces', context);
        return (pages ?? []).flatMap((page) => checked(NamespacesJson, page, 'listNamespaces').namespaces.map((levels) => levels.join('.')));
    }
    async listTables(namespace, context) {
        const pages = await this.pages('listTables', `/namespaces/${encodeURIComponent(namespace)}/tables`, context);
        return pages?.flatMap((page) => checked(TablesJson, page, 'listTables').identifiers.map(({ name }) => name));
    }
    async tableExists(table, context) {
        const answer = await this.call({ method: 'HEAD', path: pathOf(table) }, context);
        if (isAbsent(answer))
            return false;
        jsonOf(answer, 'tableExists');
        return true;
    }
    async loadTable(table, context) {
        const answer = await this.call({ method: 'GET', path: pathOf(table) }, context);
        return isAbsent(answer) ? undefined : loadedFrom(answer, table, 'loadTable');
    }
    async createTable(table, definition, context) {
        const fields = definition.columns.map((column, index) => ({ id: index + 1, ...column }));
        const body = {
            name: table.name,
            schema: { type: 'struct', 'schema-id': 0, fields },
            properties: definition.properties ?? {},
            ...(this.options.kind === 's3tables' ? { 'stage-create': false } : {})
        };
        const path = `/namespaces/${encodeURIComponent(table.namespace)}/tables`;
        const answer = await this.call({ method: 'POST', path, body: (0,iceberg_json/* toJson */.a)(body) }, context);
        return loadedFrom(answer, table, 'createTable');
    }
    async commit(table, commit, context) {
        const identifier = { namespace: [table.namespace], name: table.name };
        const { requirements, updates } = commit;
        const body = (0,iceberg_json/* toJson */.a)({ identifier, requirements, updates });
        const answer = await this.call({ method: 'POST', path: pathOf(table), body }, context);
        return loadedFrom(answer, table, 'updateTable').metadata;
    }
    async dropTable(table, context) {
        const drop = { method: 'DELETE', path: pathOf(table) };
        const purge = { ...drop, query: { purgeRequested: 'true' } };
        const isGlue = this.options.kind === 'glue';
        let answer = await this.call(isGlue ? drop : purge, context);
        // Of its own tables Glue refuses to purge; of those of S3 Tables, which has nothing else, AWS does not say.
        if (isGlue && isAboutPurge(answer))
            answer = await this.call(purge, context);
        if (!isAbsent(answer))
            jsonOf(answer, 'dropTable');
    }
    /** `path` comes after the prefix, which the catalog gave already encoded. */
    async call(request, context) {
        const { prefix } = await this.config(context);
        const path = `/v1${prefix === '' ? '' : `/${prefix}`}${request.path}`;
        return this.http.request({ ...request, path }, context);
    }
    async pages(operation, path, context) {
        const pages = [];
        const seen = new Set();
        let token;
        do {
            context.signal.throwIfAborted();
            const query = token === undefined ? undefined : { pageToken: token };
            const answer = await this.call({ method: 'GET', path, query }, context);
            if (isAbsent(answer))
                return undefined;
            const page = jsonOf(answer, operation);
            pages.push(page);
            const next = checked(PageJson, page, operation);
            token = next['next-page-token'] || next.nextPageToken || undefined;
            if (token !== undefined && seen.has(token))
                throw endless(operation);
            if (token !== undefined)
                seen.add(token);
        } while (token !== undefined);
        return pages;
    }
}
/** What a 404 means before there is any table to speak of. */
function noWarehouse({ text, requestId }, { kind, warehouse }) {
    const message = text.replace(/\s+/g, ' ').trim().slice(0, 300);
    return new errors/* ActionError */.lZ('NO_ENVIRONMENT', {
        doing: `open the Iceberg REST catalog of ${kind}`,
        answer: { operation: 'Iceberg getConfig', name: 'Status404', message, status: 404, requestId },
        found: `The catalog does not know the warehouse ${warehouse}, or there is no Iceberg REST catalog at this endpoint.`,
        todo: 'Run apply first, with the same env, application and region. With an endpoint of your own (AWS_ENDPOINT_URL), check that it serves /iceberg/v1/config.'
    });
}
/** What the services' documentation says the prefix is, should the configuration not give it. */
function usualPrefix({ kind, warehouse }) {
    return kind === 's3tables' ? encodeURIComponent(warehouse) : `catalogs/${warehouse.replaceAll('/', ':')}`;
}
function endless(operation) {
    return new errors/* ActionError */.lZ('GARBLED_ANSWER', {
        doing: `call the Iceberg catalog (${operation})`,
        found: 'The pages of its list go round in a circle.'
    });
}
function isAboutPurge({ status, text }) {
    return status === 400 && /purge/i.test(text);
}
function pathOf({ namespace, name }) {
    return `/namespaces/${encodeURIComponent(namespace)}/tables/${encodeURIComponent(name)}`;
}
function loadedFrom(answer, table, operation) {
    const load = checked(LoadJson, jsonOf(answer, operation), operation);
    const metadataLocation = load['metadata-location'] ?? undefined;
    const file = metadataLocation ?? `the metadata of ${table.namespace}.${table.name}`;
    return { metadataLocation, metadata: (0,iceberg_metadata/* metadataFrom */.uI)(load.metadata, file) };
}
function checked(schema, json, operation) {
    const parsed = dist/* safeParse */.xLC(schema, json);
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    throw new errors/* ActionError */.lZ('GARBLED_ANSWER', {
        doing: `call the Iceberg catalog (${operation})`,
        found: `The field ${dist/* getDotPath */.BuJ(issue) ?? 'at the top'} of its answer is wrong: ${issue.message}.`
    });
}

// EXTERNAL MODULE: ./src/ownership.ts
var ownership = __webpack_require__(2334);
// EXTERNAL MODULE: ./src/wait.ts
var wait = __webpack_require__(910);
;// CONCATENATED MODULE: ./src/smoke/drop.ts


/** How long a table that was deleted may still be shown, ms. */
const CAP_MS = 60_000;
/** What passes by itself: a commit at the same moment, compaction among them, and what AWS fails at. */
const PASSING = [
    'ICEBERG_CONFLICT',
    'CONFLICT',
    'THROTTLED',
    'AWS_FAILED',
    'UNREACHABLE'
];
/**
 * Drops a table through the catalog and sees that it is gone; what the catalog does not do S3 Tables' own
 * `DeleteTable` does, and only to the table that was seen: another one that has come under its name is left alone.
 * Gives why the catalog did not, if so. Throws `LEFT_BEHIND` for a table that stays, and why neither could delete it.
 */
async function dropScratch(space, { table, seen }, context) {
    let now = seen;
    let isNative = false;
    let refusal;
    const drop = () => isNative && now !== undefined
        ? space.s3tables.deleteTable(idOf(space, table), now.versionToken, context)
        : space.catalog.dropTable(table, context);
    const probe = async () => {
        const failure = await drop().then(() => undefined, errors/* asActionError */.z6);
        context.signal.throwIfAborted();
        const left = await lookFor(space, table, context);
        if (left === 'gone' || isAnother(left, seen))
            return { done: true, value: refusal };
        const final = isFinal(failure);
        const mayBeNative = seen !== undefined && left !== 'there';
        if (final && (isNative || !mayBeNative))
            throw failure;
        if (final)
            refusal = failure;
        if (mayBeNative) {
            now = left;
            isNative ||= final || failure === undefined;
        }
        return stillThere(failure);
    };
    const what = `the table ${table.namespace}.${table.name} to be gone`;
    return (0,wait/* waitUntil */.a)(context, { what, capMs: CAP_MS, firstMs: 100, probe }).catch((thrown) => {
        throw leftBehind((0,errors/* asActionError */.z6)(thrown));
    });
}
/** A table as S3 Tables shows it, so that it can be dropped as it was then. `undefined` also where it may not be asked. */
async function lookAtScratch(space, table, context) {
    const found = await lookFor(space, table, context);
    return found === 'gone' || found === 'there' ? undefined : found;
}
/** S3 Tables knows best; whoever may not ask it has to believe the catalog, and learns no more than that it is there. */
async function lookFor(space, table, context) {
    try {
        return (await space.s3tables.getTable(idOf(space, table), context)) ?? 'gone';
    }
    catch (thrown) {
        if ((0,errors/* asActionError */.z6)(thrown).code !== 'PERMISSION_DENIED')
            throw thrown;
        return (await space.catalog.tableExists(table, context)) ? 'there' : 'gone';
    }
}
function stillThere(failure) {
    return { done: false, seen: failure?.message ?? 'the table is still there' };
}
function isFinal(failure) {
    return failure !== undefined && !PASSING.includes(failure.code);
}
function isAnother(now, seen) {
    return now !== 'there' && seen !== undefined && now.arn !== seen.arn;
}
function idOf({ bucketArn }, table) {
    return { bucketArn, ...table };
}
function leftBehind(error) {
    if (error.code !== 'TIMED_OUT' || error.doing === undefined)
        return error;
    return new errors/* ActionError */.lZ('LEFT_BEHIND', { doing: error.doing, found: error.found, cause: error });
}

;// CONCATENATED MODULE: ./src/smoke/hurried.ts

/** Of the time that calls in flight have after a stop the steps get so much; the rest is for the clean-up. ms */
const STEPS_MS = 2_000;
/**
 * The context for work after which there is something to clean up: calls in flight are cut sooner than in `context`,
 * so that there is time left.
 */
function hurried(context) {
    const idle = new AbortController();
    const cut = new AbortController();
    const over = new AbortController();
    const stop = () => {
        const stopping = context.clock.sleep(STEPS_MS, over.signal);
        stopping.then(() => cut.abort(context.signal.reason), () => undefined);
    };
    if (context.signal.aborted)
        stop();
    context.signal.addEventListener('abort', stop, { once: true, signal: over.signal });
    const stopNow = () => idle.abort(new errors/* ActionError */.lZ('CANCELLED', { found: 'A step before it failed.' }));
    return {
        context: {
            ...context,
            signal: AbortSignal.any([context.signal, idle.signal]),
            cut: AbortSignal.any([context.cut, cut.signal])
        },
        stop: stopNow,
        cut: () => {
            stopNow();
            cut.abort(idle.signal.reason);
        },
        end: () => over.abort(new Error('The steps are over.'))
    };
}

;// CONCATENATED MODULE: ./src/smoke/needs.ts
const LOAD = ['s3tables:GetTableMetadataLocation', 's3tables:GetTableData'];
const WRITE = ['s3tables:UpdateTableMetadataLocation', 's3tables:PutTableData', ...LOAD];
/** What the files are read and written with, through S3 Tables' own catalog. */
const OF_S3TABLES = {
    catalog: ['s3tables:GetTableBucket', 's3tables:ListNamespaces', 's3tables:ListTables', ...LOAD],
    create: ['s3tables:CreateTable', 's3tables:PutTableData', ...LOAD],
    write: WRITE,
    read: LOAD,
    drop: ['s3tables:DeleteTable', 's3tables:GetTable']
};
/** What Glue's catalog asks for besides (docs.aws.amazon.com/glue/latest/dg/connect-glu-iceberg-rest.html). */
const OF_GLUE = {
    catalog: ['glue:GetCatalog', 'glue:GetDatabases', 'glue:GetTables', 'glue:GetTable'],
    create: ['glue:GetDatabase', 'glue:CreateTable'],
    write: ['glue:GetTable', 'glue:UpdateTable'],
    read: ['glue:GetTable'],
    drop: ['glue:GetTable', 'glue:DeleteTable']
};
/** The IAM actions that something takes through a catalog, for whoever is denied one. */
function needsOf(deed, via) {
    const own = OF_S3TABLES[deed];
    return via === 's3tables' ? own : [...OF_GLUE[deed], 'lakeformation:GetDataAccess', ...own];
}

;// CONCATENATED MODULE: ./src/smoke/perform.ts

/** Runs a step. Throws nothing. */
async function perform(step, bench, context) {
    const start = context.clock.now();
    const base = { step: step.id, title: step.title };
    try {
        const { skipped: why, ...figures } = await step.run(bench, context);
        if (why !== undefined)
            return { report: { ...base, status: 'skipped', ms: 0, note: why } };
        return { report: { ...base, status: 'passed', ms: context.clock.now() - start, ...figures } };
    }
    catch (thrown) {
        const failure = explain(step, bench, (0,errors/* asActionError */.z6)(thrown));
        const ms = context.clock.now() - start;
        return { report: { ...base, status: 'failed', ms, error: failure.toJSON() }, failure };
    }
}
/** A step that is not told of, since one before it failed. */
function skipped({ id, title }) {
    return { report: { step: id, title, status: 'skipped', ms: 0 } };
}
/** Tells the log of a step that is over; a failure is told by whoever is given it. */
function tell({ status, title, ms, note }, { reporter }) {
    if (status === 'passed')
        reporter.info(`Smoke test: ${title}: passed (${(ms / 1000).toFixed(1)} s)`);
    if (status === 'skipped' && note !== undefined)
        reporter.info(`Smoke test: ${title}: skipped (${note})`);
}
/**
 * The error of a step, with the step's name and, where something was denied, all that the step needs; of the clean-up
 * also what may be left.
 */
function explain({ id, title, needs }, bench, error) {
    const { code, answer, found, doing, cause } = error;
    const { namespace, name } = bench.scratch;
    const denied = code === 'PERMISSION_DENIED' || code === 'LAKE_FORMATION_DENIED';
    const todo = [
        error.todo,
        ...(denied ? [`This step needs ${needs(bench.via).join(', ')}.`] : []),
        ...(id === 'clean-up'
            ? [`The table ${namespace}.${name} may be left; a smoke test that runs later removes it.`]
            : [])
    ].join(' ');
    const step = `pass the smoke test, step "${title}"`;
    const inStep = doing === undefined ? step : `${step}: ${doing}`;
    return new errors/* ActionError */.lZ(code, { doing: inStep, answer, found, todo, cause });
}

;// CONCATENATED MODULE: ./src/smoke/rows.ts
/** The columns of the scratch table: one of each kind that users have most. */
const COLUMNS = [
    { name: 'id', type: 'long', required: true },
    { name: 'name', type: 'string', required: false },
    { name: 'ratio', type: 'double', required: false },
    { name: 'active', type: 'boolean', required: false },
    { name: 'day', type: 'date', required: false },
    { name: 'seen_at', type: 'timestamptz', required: false },
    { name: 'price', type: 'decimal(12,2)', required: false }
];
/** The column that is added later. */
const ADDED_COLUMN = { name: 'comment', type: 'string' };
/** Above 2^53, so that an id which passed through a double would be seen. */
const FIRST_ID = 9007199254740993n;
const MICROS_2026 = 1767225600000000n;
const DAYS_2026 = 20_454;
/** The rows that are written in one go, the same on every run: numbers `from` to `written.count - 1`. */
function makeRows(from, written) {
    return Array.from({ length: written.count - from }, (_, at) => makeRow(from + at, written));
}
/** Row number `n`, as a reader must show it. With nulls, and text that is not ASCII. */
function makeRow(n, { commentsFrom }) {
    const row = plainRow(n);
    if (commentsFrom === undefined)
        return row;
    return { ...row, [ADDED_COLUMN.name]: n < commentsFrom ? null : `row ${n}` };
}
/** The number of the row with this id; `undefined` for an id that no row has. */
function numberOf(id) {
    if (typeof id !== 'bigint' || id < FIRST_ID)
        return undefined;
    return Number(id - FIRST_ID);
}
/** The id of row number `n`. */
function rows_idOf(n) {
    return FIRST_ID + BigInt(n);
}
function plainRow(n) {
    const some = (every, value) => n % every === every - 1 ? null : value;
    const cents = (n * 7_919) % 1_000_000;
    return {
        id: rows_idOf(n),
        name: some(7, `Größe ${n} 測定`),
        ratio: some(11, n / 3),
        active: some(5, n % 2 === 0),
        day: some(13, DAYS_2026 + (n % 365)),
        seen_at: some(17, MICROS_2026 + BigInt(n) * 1000001n),
        price: some(19, `${n % 2 === 0 ? '' : '-'}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`)
    };
}

;// CONCATENATED MODULE: ./src/smoke/scratch.ts




/** Until when the run that made it may still use it; ms since the epoch. Absent: it is to be kept. */
const UNTIL = 'iceberg-environment.smoke-test-until';
/** Which smoke test made it. */
const MARK = 'iceberg-environment.smoke-test-mark';
/** Of the clean-up after the deadline, and of how differently two runners' clocks may go. */
const SLACK_MS = 5 * 60_000;
/** After these it is not known whether the table was made. */
const UNDECIDED = ['ICEBERG_CONFLICT', 'AWS_FAILED', 'UNREACHABLE', 'GARBLED_ANSWER'];
/** The name of a run's scratch table; outside GitHub the time stands for the run. */
function scratchName(run, nowMs) {
    const [id = '', attempt = '1'] = run?.split('-') ?? [];
    return /^\d+ \d+$/.test(`${id} ${attempt}`) ? `smoke_${id}_${attempt}` : `smoke_${nowMs}_1`;
}
/**
 * Makes the scratch table, marked as ours, and gives it as the catalog tells it. A table that a lost answer says nothing of is recognised by the mark.
 * @param keep it is to outlast the run, and no later one removes it
 */
async function createScratch(space, table, keep, context) {
    const until = keep ? {} : { [UNTIL]: String(context.deadline + SLACK_MS) };
    const properties = { [ownership/* SCRATCH_OWNER */.j3]: space.owner, [MARK]: space.mark, ...until };
    try {
        return (await space.catalog.createTable(table, { columns: COLUMNS, properties }, context)).metadata;
    }
    catch (thrown) {
        const error = (0,errors/* asActionError */.z6)(thrown);
        const made = UNDECIDED.includes(error.code) ? await ofThisRun(space, table, context) : undefined;
        if (made === undefined)
            throw taken(error, table);
        return made;
    }
}
/** The table, if it is there and was made by this very smoke test. */
async function ofThisRun(space, table, context) {
    const loaded = await space.catalog.loadTable(table, context);
    return loaded?.metadata.properties[MARK] === space.mark ? loaded.metadata : undefined;
}
function taken(error, { namespace, name }) {
    if (error.code !== 'ICEBERG_CONFLICT')
        return error;
    return new errors/* ActionError */.lZ('ICEBERG_CONFLICT', {
        doing: `create the table ${namespace}.${name}`,
        answer: error.answer,
        found: `There is a table ${namespace}.${name}, and this run did not make it.`,
        todo: 'See whose it is, and delete it if nobody needs it; or start the workflow anew: another run takes another name.',
        cause: error
    });
}
/**
 * Removes the scratch tables that earlier runs of this environment left behind: those with a scratch name, with our
 * mark, and either of the name that this run needs or past the deadline of the run that made them. What cannot be
 * loaded or deleted stays, and is no failure of this run.
 * @param names the tables that there are in the namespace
 * @param own the name that this run needs
 */
async function removeLeftovers(space, names, own, context) {
    const removed = [];
    const stuck = [];
    for (const name of names.filter((each) => ownership/* SCRATCH_NAME */.Zg.test(each))) {
        const failure = await removeLeftover(space, name, own, context).catch(errors/* asActionError */.z6);
        context.signal.throwIfAborted();
        if (failure === 'not ours')
            continue;
        if (failure !== undefined)
            context.reporter.warning(failure.message);
        (failure === undefined ? removed : stuck).push(name);
    }
    return { removed, stuck };
}
async function removeLeftover(space, name, own, context) {
    const table = { namespace: space.namespace, name };
    // Who may not be asked what it is, is not asked to delete it either.
    const seen = await lookAtScratch(space, table, context).catch(() => undefined);
    if (!(await isLeftover(space, name, own, context)))
        return 'not ours';
    await dropScratch(space, { table, seen }, context);
    return undefined;
}
async function isLeftover({ catalog, namespace, owner }, name, own, context) {
    // A stranger's table may be one that cannot be loaded at all.
    const loaded = await catalog.loadTable({ namespace, name }, context).catch(() => undefined);
    context.signal.throwIfAborted();
    const properties = loaded?.metadata.properties ?? {};
    const over = name === own || Number(properties[UNTIL]) < context.clock.now();
    return properties[ownership/* SCRATCH_OWNER */.j3] === owner && over;
}

;// CONCATENATED MODULE: ./src/iceberg/commit-loop.ts


const MOST_TRIES = 10;
const commit_loop_CAP_MS = 5 * 60_000;
/** After these it is not known, or not decided, whether the commit was made: the table itself says. */
const commit_loop_UNDECIDED = [
    'ICEBERG_CONFLICT',
    'AWS_REFUSED',
    'AWS_FAILED',
    'UNREACHABLE',
    'GARBLED_ANSWER',
    'THROTTLED'
];
/** Of these a second try with the same content would end the same way. */
const FINAL = ['AWS_REFUSED'];
/**
 * Commits a change: prepares it on the table as it is known or loaded, commits, and on a conflict begins again with the
 * table as it is then. Throws `ICEBERG_CONFLICT` when ten tries were in vain, `ICEBERG_NOT_FOUND` when there is no such table, and what the
 * catalog throws.
 */
async function commitChange(table, change, context) {
    let known = table.from;
    let failure;
    let tries = 0;
    return (0,wait/* waitUntil */.a)(context, {
        what: `the catalog to let this run ${change.doing}`,
        capMs: commit_loop_CAP_MS,
        firstMs: 100,
        probe: async () => {
            const metadata = known ?? (await loaded(table, change.doing, context));
            known = undefined;
            const made = change.made(metadata);
            if (made !== undefined)
                return { done: true, value: made };
            if (failure !== undefined && (tries >= MOST_TRIES || FINAL.includes(failure.code)))
                throw failure;
            tries += 1;
            const commit = await change.prepare(metadata);
            const outcome = await tryCommit(() => table.catalog.commit(table.name, commit, context));
            if (outcome instanceof errors/* ActionError */.lZ)
                failure = outcome;
            const value = outcome instanceof errors/* ActionError */.lZ ? undefined : change.made(outcome);
            if (value !== undefined)
                return { done: true, value };
            return { done: false, seen: failure?.message ?? 'a table without the change' };
        }
    });
}
async function loaded({ catalog, name: table }, doing, context) {
    const now = await catalog.loadTable(table, context);
    if (now !== undefined)
        return now.metadata;
    throw new errors/* ActionError */.lZ('ICEBERG_NOT_FOUND', {
        doing,
        found: `There is no table ${table.namespace}.${table.name}.`
    });
}
async function tryCommit(commit) {
    try {
        return await commit();
    }
    catch (thrown) {
        if (thrown instanceof errors/* ActionError */.lZ && commit_loop_UNDECIDED.includes(thrown.code))
            return thrown;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./src/iceberg/faults.ts
var faults = __webpack_require__(3716);
// EXTERNAL MODULE: ./src/iceberg/types.ts
var types = __webpack_require__(5760);
;// CONCATENATED MODULE: ./src/iceberg/add-column.ts





/**
 * Adds an optional column to a table, and gives the table after it. A column that is there already with this type is
 * success, so it may be called again. Throws `ICEBERG_CONFLICT` when there is one with another type, and as
 * `commitChange` does.
 */
async function addColumn(table, column, context) {
    const doing = `add the column ${column.name}`;
    const wanted = typeText(column);
    return commitChange(table, {
        doing,
        made: (metadata) => {
            const field = (0,iceberg_metadata/* columnsOf */.PL)(metadata, metadata.currentSchemaId).find(({ name }) => name === column.name);
            if (field === undefined || ((0,types/* typeName */.g)(field.type) === wanted && !field.required))
                return field && metadata;
            const found = `The table has a column ${column.name} already: ${(0,types/* typeName */.g)(field.type)}, ${field.required ? 'required' : 'optional'}.`;
            throw new errors/* ActionError */.lZ('ICEBERG_CONFLICT', { doing, found, todo: 'Choose another name.' });
        },
        prepare: (metadata) => Promise.resolve(additionOf(metadata, column))
    }, context);
}
/** Checks the type before the first call: of a type that is not known nobody can say whether the table may have it. */
function typeText({ name, type }) {
    const schema = { type: 'struct', fields: [{ id: 1, name, required: false, type }] };
    const [field] = (0,types/* parseColumns */.f)(schema, 'the new column');
    if (field.type.kind === 'opaque')
        throw (0,faults/* unsupported */.qO)('add a column', `The column ${name} has the type ${type}`);
    return (0,types/* typeName */.g)(field.type);
}
function additionOf(metadata, { name, type }) {
    const { currentSchemaId, lastColumnId, uuid } = metadata;
    const current = metadata.schemas.get(currentSchemaId);
    const id = lastColumnId + 1;
    const fields = [...current.fields, { id, name, required: false, type }];
    const schema = { ...current, 'schema-id': Math.max(...metadata.schemas.keys()) + 1, fields };
    return {
        requirements: [
            { type: 'assert-table-uuid', uuid },
            { type: 'assert-current-schema-id', 'current-schema-id': currentSchemaId },
            { type: 'assert-last-assigned-field-id', 'last-assigned-field-id': lastColumnId }
        ],
        updates: [
            { action: 'add-schema', schema, 'last-column-id': id },
            // The one that was added by this commit, whatever id the catalog gives it.
            { action: 'set-current-schema', 'schema-id': -1 }
        ]
    };
}

;// CONCATENATED MODULE: ./src/iceberg/new-files.ts
/** Writes them, at once. */
async function new_files_upload({ data, manifest }, files, context) {
    await Promise.all([data, manifest].map(({ path, bytes }) => files.write(path, bytes, context)));
}
/** The names alone, for whoever has no need of what is in them. */
function pathsOf({ data, manifest }) {
    return { data: data.path, manifest: manifest.path };
}

// EXTERNAL MODULE: ./src/iceberg/avro/file.ts + 5 modules
var avro_file = __webpack_require__(1052);
// EXTERNAL MODULE: ./src/iceberg/entry-fields.ts
var entry_fields = __webpack_require__(5651);
// EXTERNAL MODULE: ./src/iceberg/manifest-schema.ts
var manifest_schema = __webpack_require__(6322);
// EXTERNAL MODULE: ./src/iceberg/seal.ts
var seal = __webpack_require__(2440);
;// CONCATENATED MODULE: ./src/iceberg/manifest.ts






const EXISTING = 0;
const ADDED = 1;
const DELETED = 2;
const PARQUET = 'PARQUET';
/**
 * The data files that a manifest holds, without those it says are deleted, checked against the counts of the manifest
 * list. Throws `ICEBERG_CORRUPT`, and `ICEBERG_UNSUPPORTED` for files that are not plain Parquet.
 */
function readManifest(bytes, manifest) {
    const file = manifest.path;
    (0,seal/* checkSeal */._)(file, bytes);
    if (BigInt(bytes.length) !== manifest.length)
        throw (0,faults/* corrupt */.qb)(file, `It has ${bytes.length} bytes, and ${manifest.length} in the manifest list`);
    const { records } = (0,avro_file/* readAvro */.H)(bytes, file);
    const entries = records.map((record) => new entry_fields/* EntryFields */.I(record, file));
    checkCounts(entries, manifest);
    return entries
        .filter((entry) => entry.int(0) !== DELETED)
        .map((entry) => dataFileFrom(entry.struct(2), manifest));
}
function checkCounts(entries, { path, counts }) {
    const files = [0n, 0n, 0n];
    const rows = [0n, 0n, 0n];
    for (const entry of entries) {
        const index = [ADDED, EXISTING, DELETED].indexOf(entry.int(0));
        if (index === -1)
            throw (0,faults/* corrupt */.qb)(path, `An entry has the status ${entry.int(0)}`);
        files[index] += 1n;
        rows[index] += entry.struct(2).long(103);
    }
    const found = [...files, ...rows];
    if (counts !== undefined && counts.some((count, i) => count !== found[i]))
        throw (0,faults/* corrupt */.qb)(path, `It counts ${found.join(', ')} (files, then rows: added, existing, deleted), and ${counts.join(', ')} in the manifest list`);
}
function dataFileFrom(fields, { path: manifest, specId }) {
    const path = fields.text(100);
    const format = fields.text(101).toUpperCase();
    if (fields.has(134) && fields.int(134) !== 0)
        throw (0,faults/* unsupported */.qO)(`read ${manifest}`, `It lists the delete file ${path}`);
    if (format !== PARQUET)
        throw (0,faults/* unsupported */.qO)(`read ${path}`, `Its format is ${format}, not Parquet`);
    if (fields.has(131))
        throw (0,faults/* unsupported */.qO)(`read ${path}`, 'It is encrypted');
    return {
        path,
        rows: fields.long(103),
        bytes: fields.long(104),
        valueCounts: fields.counts(109, 119, 120),
        nullCounts: fields.counts(110, 121, 122),
        specId
    };
}
/**
 * Writes the manifest of one added file of an unpartitioned table. The sequence numbers stay null, to be inherited, so
 * that the manifest survives a commit that has to be tried again (spec, "Sequence Number Inheritance").
 */
function writeManifest(file, origin) {
    const header = {
        schema: (0,iceberg_json/* toJson */.a)(origin.schema),
        'schema-id': String(origin.schemaId),
        'partition-spec': '[]',
        'partition-spec-id': String(origin.specId),
        'format-version': String(origin.formatVersion),
        content: 'data'
    };
    const entry = { 0: ADDED, 1: origin.snapshotId, 2: dataFileRecord(file) };
    return (0,avro_file/* writeAvro */.y)((0,manifest_schema/* manifestSchema */.r)(origin.formatVersion), header, [entry]);
}
function dataFileRecord(file) {
    const map = (key, value, get) => [...file.metrics]
        .map(([id, metrics]) => ({ [key]: id, [value]: get(metrics) }))
        .filter((entry) => entry[value] !== undefined);
    return {
        134: 0,
        100: file.path,
        101: PARQUET,
        102: {},
        103: BigInt(file.rows),
        104: BigInt(file.bytes),
        108: map(117, 118, ({ size }) => size),
        109: map(119, 120, () => BigInt(file.rows)),
        110: map(121, 122, ({ nulls }) => BigInt(nulls)),
        137: map(138, 139, ({ nans }) => (nans === undefined ? undefined : BigInt(nans))),
        125: map(126, 127, ({ lower }) => lower),
        128: map(129, 130, ({ upper }) => upper),
        132: file.splitOffsets,
        140: 0
    };
}

// EXTERNAL MODULE: ./src/iceberg/manifest-list.ts
var manifest_list = __webpack_require__(9113);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/bytewriter.js
var bytewriter = __webpack_require__(3732);
// EXTERNAL MODULE: ./node_modules/hyparquet-writer/src/parquet-writer.js + 18 modules
var parquet_writer = __webpack_require__(9640);
;// CONCATENATED MODULE: ./src/iceberg/decimal.ts
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
/** A decimal's digits as a whole number: `1.5` of scale 2 is 150n. `undefined` when it does not fit exactly. */
function parseDecimal(text, { precision, scale }) {
    const match = DECIMAL.exec(text);
    if (match === null)
        return undefined;
    const [, sign, whole = '', fraction = ''] = match;
    if (fraction.length > scale)
        return undefined;
    const digits = BigInt(whole + fraction.padEnd(scale, '0'));
    if (digits >= 10n ** BigInt(precision))
        return undefined;
    return sign === '-' ? -digits : digits;
}
/** The reverse: all digits of the scale, no exponent. */
function formatDecimal(unscaled, scale) {
    if (scale === 0)
        return String(unscaled);
    const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
    const point = digits.length - scale;
    return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}
/** How many bytes hold every decimal of this precision (spec, "Avro" and "Parquet" in appendix A). */
function decimalBytes(precision) {
    return bytesFor(10n ** BigInt(precision) - 1n);
}
function bytesFor(value) {
    let bytes = 1;
    while (BigInt.asIntN(bytes * 8, value) !== value)
        bytes += 1;
    return bytes;
}
/** Two's complement, big-endian, in as few bytes as hold it. */
function decimalToBytes(unscaled) {
    const length = bytesFor(unscaled);
    const hex = BigInt.asUintN(length * 8, unscaled)
        .toString(16)
        .padStart(length * 2, '0');
    return new Uint8Array(Buffer.from(hex, 'hex'));
}
/** The reverse of `decimalToBytes`, for any number of bytes. */
function decimalFromBytes(bytes) {
    if (bytes.length === 0)
        return 0n;
    const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
    return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}

;// CONCATENATED MODULE: ./src/iceberg/bounds.ts

/** Longer texts and bytes are cut: what Iceberg's own writers do unless told otherwise (`truncate(16)`). */
const LONGEST = 16;
/** How values of a type are ordered, or `undefined` where there are to be no bounds. */
function orderOf(type) {
    // Readers disagree on the order of UUIDs, and a bound that one misunderstands hides rows.
    if (type.kind === 'uuid')
        return undefined;
    if (type.kind === 'string')
        return (a, b) => compareTexts(a, b);
    if (type.kind === 'binary' || type.kind === 'fixed')
        return (a, b) => Buffer.compare(a, b);
    return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}
/** UTF-8's order, which is that of code points; JavaScript's own is that of UTF-16. */
function compareTexts(a, b) {
    if (a === b)
        return 0;
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
        if (x === y)
            continue;
        const [isSurrogateX, isSurrogateY] = [(x & 0xf800) === 0xd800, (y & 0xf800) === 0xd800];
        return isSurrogateX === isSurrogateY ? x - y : isSurrogateX ? 1 : -1;
    }
    return a.length - b.length;
}
/** The single-value serialisation (spec, appendix D) of a bound that no value is less than. */
function lowerBound(type, least) {
    if (typeof least === 'string')
        return utf8([...least.slice(0, LONGEST * 2)].slice(0, LONGEST).join(''));
    if (type.kind === 'binary' && least instanceof Uint8Array)
        return least.slice(0, LONGEST);
    // The spec: where -0.0 is a value, +0.0 must not be the lower bound.
    return serialise(type, least === 0 ? -0 : least);
}
/** The same of a bound that no value is greater than; `undefined` when it would have to be longer than allowed. */
function upperBound(type, greatest) {
    if (typeof greatest === 'string')
        return upperText(greatest);
    if (type.kind === 'binary' && greatest instanceof Uint8Array)
        return upperBytes(greatest);
    return serialise(type, greatest === 0 ? 0 : greatest);
}
function upperText(text) {
    const points = [...text.slice(0, LONGEST * 2 + 2)];
    if (points.length <= LONGEST)
        return utf8(text);
    const kept = points.slice(0, LONGEST).map((point) => point.codePointAt(0));
    for (let i = kept.length - 1; i >= 0; i--) {
        const next = kept[i] === 0xd7ff ? 0xe000 : kept[i] + 1;
        if (next <= 0x10ffff)
            return utf8(String.fromCodePoint(...kept.slice(0, i), next));
    }
    return undefined;
}
function upperBytes(bytes) {
    if (bytes.length <= LONGEST)
        return bytes.slice();
    const kept = bytes.slice(0, LONGEST);
    for (let i = LONGEST - 1; i >= 0; i--)
        if (kept[i] < 0xff) {
            kept[i] += 1;
            return kept.slice(0, i + 1);
        }
    return undefined;
}
function serialise(type, value) {
    if (value instanceof Uint8Array)
        return value.slice();
    if (typeof value === 'string')
        return utf8(value);
    if (typeof value === 'boolean')
        return new Uint8Array([value ? 1 : 0]);
    if (typeof value === 'bigint')
        return type.kind === 'decimal'
            ? decimalToBytes(value)
            : number(8, (view) => view.setBigInt64(0, value, true));
    if (type.kind === 'double')
        return number(8, (view) => view.setFloat64(0, value, true));
    if (type.kind === 'float')
        return number(4, (view) => view.setFloat32(0, value, true));
    return number(4, (view) => view.setInt32(0, value, true));
}
function number(length, set) {
    const view = new DataView(new ArrayBuffer(length));
    set(view);
    return new Uint8Array(view.buffer);
}
function utf8(text) {
    return new Uint8Array(Buffer.from(text, 'utf8'));
}

;// CONCATENATED MODULE: ./src/iceberg/parquet-types.ts

const timestamp = (unit, isAdjustedToUTC) => ({
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit }
});
const SIMPLE = {
    boolean: { type: 'BOOLEAN' },
    int: { type: 'INT32' },
    long: { type: 'INT64' },
    float: { type: 'FLOAT' },
    double: { type: 'DOUBLE' },
    date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
    time: {
        type: 'INT64',
        converted_type: 'TIME_MICROS',
        logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' }
    },
    timestamp: timestamp('MICROS', false),
    timestamptz: { ...timestamp('MICROS', true), converted_type: 'TIMESTAMP_MICROS' },
    timestamp_ns: timestamp('NANOS', false),
    timestamptz_ns: timestamp('NANOS', true),
    string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
    uuid: { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' } },
    binary: { type: 'BYTE_ARRAY' }
};
/** How Parquet holds a type (spec, "Parquet" in appendix A). */
function parquetLeaf(type) {
    if (type.kind === 'decimal')
        return decimal(type.precision, type.scale);
    if (type.kind === 'fixed')
        return { type: 'FIXED_LEN_BYTE_ARRAY', type_length: type.length };
    return SIMPLE[type.kind];
}
function decimal(precision, scale) {
    const common = {
        converted_type: 'DECIMAL',
        logical_type: { type: 'DECIMAL', precision, scale },
        precision,
        scale
    };
    if (precision <= 9)
        return { type: 'INT32', ...common };
    if (precision <= 18)
        return { type: 'INT64', ...common };
    return { type: 'FIXED_LEN_BYTE_ARRAY', type_length: decimalBytes(precision), ...common };
}

;// CONCATENATED MODULE: ./src/iceberg/physical.ts

const LOW = -(2n ** 63n);
const HIGH = 2n ** 63n - 1n;
const DAY_MICROS = 86400000000n;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LONE_SURROGATE = /\p{Surrogate}/u;
const int32 = {
    takes: 'a whole number of 32 bits',
    physical: (value) => (typeof value === 'number' && (value | 0) === value ? value | 0 : undefined)
};
const int64 = (takes, low = LOW, high = HIGH) => ({
    takes: `a bigint, ${takes}`,
    physical: (value) => (typeof value === 'bigint' && value >= low && value <= high ? value : undefined)
});
const micros = int64('microseconds since 1970-01-01');
const nanos = int64('nanoseconds since 1970-01-01');
const physical_SIMPLE = {
    boolean: { takes: 'true or false', physical: (value) => (typeof value === 'boolean' ? value : undefined) },
    int: int32,
    date: { ...int32, takes: 'a whole number, days since 1970-01-01' },
    long: int64('a whole number of 64 bits'),
    time: int64('microseconds since midnight', 0n, DAY_MICROS - 1n),
    timestamp: micros,
    timestamptz: micros,
    timestamp_ns: nanos,
    timestamptz_ns: nanos,
    float: {
        takes: 'a number that 32 bits hold exactly',
        physical: (value) => typeof value === 'number' && Object.is(Math.fround(value), value) ? value : undefined
    },
    double: { takes: 'a number', physical: (value) => (typeof value === 'number' ? value : undefined) },
    string: {
        takes: 'a text without half surrogate pairs',
        physical: (value) => (typeof value === 'string' && !LONE_SURROGATE.test(value) ? value : undefined)
    },
    uuid: {
        takes: 'a UUID with hyphens',
        physical: (value) => typeof value === 'string' && UUID.test(value) ? bytesOf(value.replaceAll('-', '')) : undefined
    },
    binary: {
        takes: 'a Uint8Array',
        physical: (value) => (value instanceof Uint8Array ? value : undefined)
    }
};
/** How values of a type are written. */
function writingOf(type) {
    if (type.kind === 'decimal')
        return {
            takes: `a text such as -1.5, with at most ${type.precision} digits, ${type.scale} of them after the point`,
            physical: (value) => (typeof value === 'string' ? parseDecimal(value, type) : undefined)
        };
    if (type.kind === 'fixed')
        return {
            takes: `a Uint8Array of ${type.length} bytes`,
            physical: (value) => (value instanceof Uint8Array && value.length === type.length ? value : undefined)
        };
    return physical_SIMPLE[type.kind];
}
function bytesOf(hex) {
    return new Uint8Array(Buffer.from(hex, 'hex'));
}

;// CONCATENATED MODULE: ./src/iceberg/parquet-write.ts








const ROWS_OF_A_GROUP = 100_000;
const BRIEF = { depth: 0, maxArrayLength: 8, maxStringLength: 60 };
/**
 * Writes rows as a Parquet file with the columns' ids. Throws `ICEBERG_BAD_ROW` with row and column for a value that
 * does not fit, `ICEBERG_UNSUPPORTED` with the name of a column whose type it does not write.
 */
function writeParquet(columns, rows) {
    if (columns.length === 0)
        throw (0,faults/* unsupported */.qO)('append rows', 'The table has no columns');
    refuseUnknown(columns, rows);
    const written = columns.map((field) => columnOf(field, rows));
    const writer = new bytewriter/* ByteWriter */.U();
    const parquet = new parquet_writer/* ParquetWriter */.o({ writer, schema: schemaOf(written), createdBy: 'iceberg-environment' });
    const columnData = written.map(({ field, type, data }) => ({
        name: field.name,
        data,
        ...STORAGE[type.kind]
    }));
    void parquet.write({ columnData, rowGroupSize: ROWS_OF_A_GROUP });
    void parquet.finish();
    const groups = parquet.row_groups.map(({ columns }) => columns.map(({ meta_data }) => meta_data));
    const sizeOf = (index) => groups.reduce((sum, group) => sum + group[index].total_compressed_size, 0n);
    return {
        bytes: writer.getBytes(),
        metrics: new Map(written.map((column, i) => [column.field.id, metricsOf(column, sizeOf(i))])),
        splitOffsets: groups.map(([first]) => first.dictionary_page_offset ?? first.data_page_offset)
    };
}
/**
 * Where the Parquet writer is not let choose. A dictionary takes -0.0 and 0.0 for one value. Iceberg's vectorized reader,
 * which is Spark's, reads booleans in no other encoding. Of UUIDs there are no bounds for the reason that there are none in
 * the manifest (`bounds.ts`): Iceberg for Java orders them as signed numbers, Parquet does not.
 */
const STORAGE = {
    boolean: { encoding: 'PLAIN' },
    float: { encoding: 'PLAIN' },
    double: { encoding: 'PLAIN' },
    uuid: { statistics: false }
};
function schemaOf(columns) {
    const leaves = columns.map(({ field, type }) => ({
        name: field.name,
        repetition_type: field.required ? 'REQUIRED' : 'OPTIONAL',
        field_id: field.id,
        ...parquetLeaf(type)
    }));
    return [{ name: 'table', num_children: leaves.length }, ...leaves];
}
function refuseUnknown(columns, rows) {
    const names = new Set(columns.map(({ name }) => name));
    rows.forEach((row, index) => {
        for (const name of Object.keys(row))
            if (!names.has(name))
                throw badRow(index, name, 'the table has no such column');
    });
}
function badRow(index, column, why) {
    return new errors/* ActionError */.lZ('ICEBERG_BAD_ROW', {
        doing: 'append rows',
        found: `Row ${index}, column ${column}: ${why}.`
    });
}
function columnOf(field, rows) {
    const { name, required } = field;
    const type = writableType(field);
    const { physical, takes } = writingOf(type);
    const data = new Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
        // A row is any object: what it inherits is no value of it.
        const value = Object.hasOwn(rows[i], name) ? rows[i][name] : undefined;
        if (value === undefined && field.writeDefault !== null)
            throw (0,faults/* unsupported */.qO)('append rows', `Row ${i} leaves the column ${name} to its default, which is not done`);
        if (value === null || value === undefined) {
            if (required)
                throw badRow(i, name, 'it is null, and the column is required');
            data[i] = null;
            continue;
        }
        const written = physical(value);
        if (written === undefined)
            throw badRow(i, name, `${(0,external_node_util_.inspect)(value, BRIEF)} does not fit ${(0,types/* typeName */.g)(type)}, which takes ${takes}`);
        data[i] = written;
    }
    return { field, type, data };
}
function writableType({ name, type }) {
    if (type.kind === 'struct' || type.kind === 'list' || type.kind === 'map')
        throw (0,faults/* unsupported */.qO)('append rows', `The column ${name} is a ${type.kind}, which is read but not written`);
    if (type.kind === 'opaque')
        throw (0,faults/* unsupported */.qO)('append rows', `The column ${name} has the type ${type.name}`);
    return type;
}
function metricsOf({ type, data }, size) {
    const isFloating = type.kind === 'float' || type.kind === 'double';
    let [nulls, nans] = [0, 0];
    const values = extremes(orderOf(type));
    for (const value of data) {
        if (value === null)
            nulls += 1;
        else if (value !== value)
            nans += 1;
        else
            values.add(value);
    }
    const { least, greatest } = values;
    return {
        size,
        nulls,
        nans: isFloating ? nans : undefined,
        lower: least === undefined ? undefined : lowerBound(type, least),
        upper: greatest === undefined ? undefined : upperBound(type, greatest)
    };
}
function extremes(compare) {
    return {
        least: undefined,
        greatest: undefined,
        add(value) {
            if (compare === undefined)
                return;
            if (this.least === undefined || compare(value, this.least) < 0)
                this.least = value;
            if (this.greatest === undefined || compare(value, this.greatest) > 0)
                this.greatest = value;
        }
    };
}

// EXTERNAL MODULE: ./src/iceberg/utf8.ts
var iceberg_utf8 = __webpack_require__(4150);
;// CONCATENATED MODULE: ./src/iceberg/convert-leaf.ts


const convert_leaf_DAY_MICROS = 86400000000n;
const same = (stored) => stored;
const isOf = (...types) => ({ type }) => types.includes(type) ? same : undefined;
const LEAVES = {
    boolean: isOf('BOOLEAN'),
    int: (element) => (element.type === 'INT32' && isWhole(element) ? same : undefined),
    long: convert_leaf_long,
    float: isOf('FLOAT'),
    double: isOf('FLOAT', 'DOUBLE'),
    date: (element) => (isDate(element) ? same : undefined),
    time: (element) => (element.type === 'INT64' && unitOf(element, 'TIME') === 'MICROS' ? same : undefined),
    timestamp: (element) => isDate(element) ? days(convert_leaf_DAY_MICROS) : instant(element, { MILLIS: 1000n, MICROS: 1n }),
    timestamptz: (element) => instant(element, { MILLIS: 1000n, MICROS: 1n }),
    timestamp_ns: (element) => (isDate(element) ? days(convert_leaf_DAY_MICROS * 1000n) : convert_leaf_nanos(element)),
    timestamptz_ns: (element) => convert_leaf_nanos(element),
    string: ({ type }) => (type === 'BYTE_ARRAY' ? (stored) => (0,iceberg_utf8/* utf8Text */.H)(stored) : undefined),
    // A copy, so that a row does not hold on to the page it was in.
    binary: ({ type }) => (type === 'BYTE_ARRAY' ? (stored) => stored.slice() : undefined),
    uuid: (element) => (lengthOf(element) === 16 ? (stored) => uuid(stored) : undefined)
};
/** How the stored values of a leaf of a file become values of a type; `undefined` where they cannot. */
function convertingLeaf(type, element) {
    if (type.kind === 'decimal')
        return convert_leaf_decimal(type, element);
    if (type.kind === 'fixed')
        return lengthOf(element) === type.length ? (stored) => stored.slice() : undefined;
    return LEAVES[type.kind](element);
}
function isWhole({ converted_type, logical_type }) {
    const kind = converted_type ?? logical_type?.type ?? 'INT';
    const isUnsigned = logical_type?.type === 'INTEGER' && !logical_type.isSigned;
    return kind.startsWith('INT') && !isUnsigned;
}
function convert_leaf_long(element) {
    if (!isWhole(element))
        return undefined;
    if (element.type === 'INT32')
        return (stored) => BigInt(stored);
    return element.type === 'INT64' ? same : undefined;
}
function convert_leaf_decimal(type, element) {
    const { scale = 0, precision = 0 } = element;
    const isDecimal = element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL';
    if (!isDecimal || scale !== type.scale || precision > type.precision)
        return undefined;
    if (element.type === 'INT32' || element.type === 'INT64')
        return (stored) => formatDecimal(BigInt(stored), scale);
    return (stored) => formatDecimal(decimalFromBytes(stored), scale);
}
function isDate({ type, converted_type, logical_type }) {
    return type === 'INT32' && (converted_type ?? logical_type?.type) === 'DATE';
}
function days(factor) {
    return (stored) => BigInt(stored) * factor;
}
function convert_leaf_nanos(element) {
    return instant(element, { MILLIS: 1000000n, MICROS: 1000n, NANOS: 1n });
}
function instant(element, factors) {
    const factor = element.type === 'INT64' ? factors[unitOf(element, 'TIMESTAMP') ?? ''] : undefined;
    if (factor === undefined)
        return undefined;
    return factor === 1n ? same : (stored) => stored * factor;
}
function unitOf({ logical_type, converted_type }, kind) {
    if (logical_type?.type === kind)
        return logical_type.unit;
    return converted_type?.startsWith(`${kind}_`) ? converted_type.slice(kind.length + 1) : undefined;
}
function lengthOf({ type, type_length }) {
    return type === 'FIXED_LEN_BYTE_ARRAY' ? type_length : undefined;
}
function uuid(bytes) {
    const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/metadata.js + 1 modules
var src_metadata = __webpack_require__(6367);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/read.js + 13 modules
var read = __webpack_require__(9249);
// EXTERNAL MODULE: ./node_modules/hyparquet-compressors/src/index.js + 16 modules
var src = __webpack_require__(138);
;// CONCATENATED MODULE: ./src/iceberg/parquet-file.ts




/** Node's gunzip checks the checksum that every gzip member ends with. */
const DECODERS = { ...src/* compressors */.Vm, GZIP: (input) => (0,external_node_zlib_.gunzipSync)(input) };
/** A page without values, as that of nothing but nulls is, may be empty, which not every decoder takes. */
const CODECS = Object.fromEntries(Object.entries(DECODERS).map(([name, decode]) => [
    name,
    (input, length) => (length === 0 ? new Uint8Array() : decode(input, length))
]));
/** Opens a Parquet file, which is `file`. Throws `ICEBERG_CORRUPT`. */
function openParquet(bytes, file) {
    const metadata = (0,faults/* reading */.hF)(file, 'Its Parquet footer cannot be read', () => footerOf(bytes));
    const tree = (0,faults/* reading */.hF)(file, 'Its Parquet schema is none', () => (0,src_metadata/* parquetSchema */.YR)(metadata));
    const keyOf = new Map(metadata.schema.map((element, index) => [element, `c${index}`]));
    const renamed = (0,faults/* reading */.hF)(file, 'Its row groups do not fit its schema', () => withKeys(metadata, tree, keyOf));
    const groups = metadata.row_groups.map((group) => Number(group.num_rows));
    return {
        schema: storedColumn(tree, keyOf),
        rowCount: metadata.num_rows,
        groups,
        async readColumns(index, keys) {
            const group = renamed.row_groups[index];
            const one = { ...renamed, row_groups: [group], num_rows: group.num_rows };
            const place = `Its row group ${index} cannot be read`;
            const columns = await (0,faults/* readingAsync */.rr)(file, place, () => readChunks(bytes, one, keys).catch((thrown) => {
                throw notDone(thrown, file) ?? thrown;
            }));
            for (const [key, values] of columns)
                if (values.length !== groups[index])
                    throw (0,faults/* corrupt */.qb)(file, `The column ${nameOf(metadata, key)} of the row group ${index} has ${values.length} values, and the group ${groups[index]}`);
            return columns;
        }
    };
}
/** An encoding or codec that hyparquet names and does not know. */
function notDone(thrown, file) {
    const message = thrown instanceof Error ? thrown.message : '';
    return /unsupported (?:compression codec|encoding)/.test(message)
        ? (0,faults/* unsupported */.qO)(`read ${file}`, message.replace(/^parquet /, 'Parquet, '))
        : undefined;
}
function nameOf({ schema }, key) {
    return schema[Number(key.slice(1))].name;
}
function storedColumn(tree, keyOf) {
    const children = tree.children.map((child) => storedColumn(child, keyOf));
    return { element: tree.element, key: keyOf.get(tree.element), children };
}
/** The metadata with our keys for the names in the file. Throws an `Error` where a row group has other columns. */
function withKeys(metadata, tree, keyOf) {
    const leaves = leavesOf(tree, [], keyOf);
    const row_groups = metadata.row_groups.map((group, index) => {
        const columns = group.columns.map((chunk, at) => {
            const meta = chunk.meta_data;
            const leaf = leaves[at];
            if (meta === undefined || leaf === undefined || meta.path_in_schema.join('\0') !== leaf.path.join('\0'))
                throw new Error(`the row group ${index} has another column at ${at}`);
            return { ...chunk, meta_data: { ...meta, path_in_schema: leaf.keys } };
        });
        if (columns.length < leaves.length)
            throw new Error(`the row group ${index} has ${columns.length} columns`);
        return { ...group, columns };
    });
    const schema = metadata.schema.map((element) => ({ ...asStored(element), name: keyOf.get(element) }));
    return { ...metadata, schema, row_groups };
}
/** In the order of the schema, which is that of a row group's columns (Parquet's parquet.thrift, `RowGroup`). */
function leavesOf(tree, keys, keyOf) {
    return tree.children.flatMap((child) => {
        const own = [...keys, keyOf.get(child.element)];
        if (child.element.type !== undefined)
            return [{ path: child.path, keys: own }];
        return leavesOf(child, own, keyOf);
    });
}
function footerOf(bytes) {
    if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PAR1')
        throw new Error('it does not begin with PAR1');
    const metadata = (0,src_metadata/* parquetMetadata */.m5)(bytes, { geoparquet: false });
    const sum = metadata.row_groups.reduce((rows, group) => rows + group.num_rows, 0n);
    if (sum !== metadata.num_rows || metadata.row_groups.some(({ num_rows }) => num_rows < 0n))
        throw new Error(`its row groups have ${sum} rows, and it says ${metadata.num_rows}`);
    return metadata;
}
async function readChunks(bytes, metadata, keys) {
    const chunks = new Map(keys.map((key) => [key, []]));
    await (0,read/* parquetRead */.bA)({
        file: {
            byteLength: bytes.length,
            slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer
        },
        metadata,
        columns: [...keys],
        compressors: CODECS,
        utf8: false,
        onChunk: ({ columnName, columnData, rowStart }) => chunks.get(columnName)?.push({ from: rowStart, values: columnData })
    });
    return new Map([...chunks].map(([key, parts]) => [key, joined(parts)]));
}
function joined(parts) {
    const [first, ...more] = parts.sort((a, b) => a.from - b.from).map(({ values }) => values);
    if (more.length === 0)
        return (first ?? []);
    const all = [];
    for (const values of [first, ...more])
        for (const value of values)
            all.push(value);
    return all;
}
/**
 * The element without its logical type, unless it is a list: hyparquet's own conversions lose digits of decimals and
 * microseconds, and make an object of a map, whose keys are then texts.
 */
function asStored(element) {
    const stored = { ...element };
    delete stored.converted_type;
    delete stored.logical_type;
    const isList = element.type === undefined && collectionOf(element) === 'LIST';
    return isList ? { ...stored, converted_type: 'LIST' } : stored;
}
/** Whether a group of a file is a list or a map. */
function collectionOf({ converted_type, logical_type }) {
    const kind = converted_type ?? logical_type?.type;
    return kind === 'LIST' || kind === 'MAP' ? kind : undefined;
}

;// CONCATENATED MODULE: ./src/iceberg/value.ts
/** Sets a value of a row or a struct. Assigning to `__proto__` would set none. */
function setValue(values, name, value) {
    if (name !== '__proto__')
        values[name] = value;
    else
        Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
}

;// CONCATENATED MODULE: ./src/iceberg/convert.ts





/**
 * How the values of a file's column become values of the table's type, promotions included (spec, "Schema
 * Evolution"). Throws `ICEBERG_UNSUPPORTED` for a column that is stored in another way.
 */
function converting(type, column, place) {
    const convert = shapes(type, column, place);
    if (convert !== undefined)
        return convert;
    if (type.kind !== 'opaque')
        throw mismatch(type, column, place);
    throw (0,faults/* unsupported */.qO)(`read ${place.file}`, `The column ${place.path} has the type ${type.name}`);
}
function shapes(type, { tree, parts }, place) {
    const { element } = tree;
    const isLeaf = element.type !== undefined;
    const shape = isLeaf ? 'leaf' : collectionOf(element);
    if (type.kind === 'struct')
        return shape === undefined ? struct(type.fields, parts, place) : undefined;
    if (type.kind === 'list')
        return shape === 'LIST' && parts.length === 1 ? list(type.element, parts[0], place) : undefined;
    if (type.kind === 'map')
        return shape === 'MAP' && parts.length === 2 ? map(type, tree, parts, place) : undefined;
    return isLeaf && type.kind !== 'opaque' ? convertingLeaf(type, element) : undefined;
}
function mismatch(type, { tree: { element } }, { file, path }) {
    const stored = [element.type ?? 'a group', element.logical_type?.type ?? element.converted_type].filter(Boolean);
    return (0,faults/* unsupported */.qO)(`read ${file}`, `The column ${path} is ${(0,types/* typeName */.g)(type)}, and is stored as ${stored.join(' ')}`);
}
/** Nothing where there may be; an error where there must not. */
function nullable(field, path, convert) {
    return (stored) => {
        if (stored !== null && stored !== undefined)
            return convert(stored);
        if (field.required)
            throw new Error(`the column ${path} is required, and is null`);
        return null;
    };
}
function part(field, column, place) {
    const path = `${place.path}.${field.name}`;
    return nullable(field, path, converting(field.type, column, { ...place, path }));
}
function struct(fields, columns, place) {
    const parts = fields.map((field) => {
        const column = columns.find(({ id }) => id === field.id);
        const path = `${place.path}.${field.name}`;
        return {
            name: field.name,
            stored: column?.tree.key ?? '',
            convert: column === undefined ? place.absent(field, path) : part(field, column, place)
        };
    });
    return (stored) => {
        const values = {};
        for (const { name, stored: key, convert } of parts)
            setValue(values, name, convert(stored[key]));
        return values;
    };
}
function list(element, column, place) {
    const convert = part(element, column, place);
    return (stored) => Array.from(stored, convert);
}
/** A map is stored as a struct of a list of its entries. */
function map(type, { children: [entries] }, [key, value], place) {
    const [keyOf, valueOf] = [part(type.key, key, place), part(type.value, value, place)];
    const [inEntry, inKey, inValue] = [entries.key, key.tree.key, value.tree.key];
    return (stored) => {
        const pairs = stored[inEntry];
        return pairs.map((pair) => [keyOf(pair[inKey]), valueOf(pair[inValue])]);
    };
}

;// CONCATENATED MODULE: ./src/iceberg/file-columns.ts




const MappingJson = dist/* looseObject */._H3({
    names: dist/* array */.YOg(dist/* string */.YjP()),
    'field-id': dist/* optional */.lqM(dist/* number */.aig()),
    fields: dist/* optional */.lqM(dist/* array */.YOg(dist/* lazy */.RZV(() => MappingJson)))
});
/**
 * Which column of a file has which id: by the ids in the file, or, where it has none, by the table's name mapping
 * (spec, "Column Projection"). Throws `ICEBERG_UNSUPPORTED` where there is neither.
 */
function fileColumns(schema, nameMapping, file) {
    if (schema.children.some(hasIds))
        return uniqueIds(schema.children.map(byOwnId), file);
    if (nameMapping === undefined)
        throw (0,faults/* unsupported */.qO)(`read ${file}`, 'Its columns have no ids, and the table has no schema.name-mapping.default');
    const json = (0,iceberg_json/* parseJson */.q)(nameMapping, 'schema.name-mapping.default');
    if (!dist.is(dist/* array */.YOg(MappingJson), json))
        throw (0,faults/* corrupt */.qb)('schema.name-mapping.default', 'It is no name mapping');
    return uniqueIds(schema.children.map((child) => byName(child, json)), file);
}
function hasIds(tree) {
    return tree.element.field_id !== undefined || tree.children.some(hasIds);
}
function byOwnId(tree) {
    return { tree, id: tree.element.field_id, parts: partsOf(tree).map(byOwnId) };
}
function byName(tree, mappings, name = tree.element.name) {
    const mapping = mappings.find(({ names }) => names.includes(name));
    const inner = mapping?.fields ?? [];
    const kind = collectionOf(tree.element);
    const roles = kind === 'LIST' ? ['element'] : kind === 'MAP' ? ['key', 'value'] : undefined;
    return {
        tree,
        id: mapping?.['field-id'],
        parts: partsOf(tree).map((part, index) => byName(part, inner, roles?.[index]))
    };
}
function partsOf(tree) {
    if (collectionOf(tree.element) === undefined)
        return tree.children;
    return tree.children[0]?.children ?? [];
}
function uniqueIds(columns, file) {
    const ids = columns.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const twice = ids.find((id, index) => ids.indexOf(id) < index);
    if (twice !== undefined)
        throw (0,faults/* corrupt */.qb)(file, `Two of its columns have the id ${twice}`);
    return columns;
}

;// CONCATENATED MODULE: ./src/iceberg/read-file.ts






/**
 * The rows of a data file, with the columns found by their ids and checked against what the manifest counts. Throws
 * `ICEBERG_CORRUPT` with file and column, `ICEBERG_UNSUPPORTED` for what is not done.
 */
async function readDataFile(bytes, data, spec, projection) {
    const file = data.path;
    (0,seal/* checkSeal */._)(file, bytes);
    if (BigInt(bytes.length) !== data.bytes)
        throw (0,faults/* corrupt */.qb)(file, `It has ${bytes.length} bytes, and ${data.bytes} in the manifest`);
    const parquet = openParquet(bytes, file);
    if (parquet.rowCount !== data.rows)
        throw (0,faults/* corrupt */.qb)(file, `It has ${parquet.rowCount} rows, and ${data.rows} in the manifest`);
    const inFile = fileColumns(parquet.schema, projection.nameMapping, file);
    const columns = projection.columns.map((field) => columnToRead(field, inFile, spec, file));
    const names = columns.flatMap(({ stored }) => (stored === undefined ? [] : [stored]));
    const nulls = columns.map(() => 0);
    const rows = [];
    for (const [index, count] of parquet.groups.entries()) {
        const stored = await parquet.readColumns(index, names);
        for (const row of rowsOf(count, columns, stored, { file, nulls }))
            rows.push(row);
    }
    columns.forEach(({ field }, index) => checkNulls(field, nulls[index], data));
    return rows;
}
function columnToRead(field, inFile, spec, file) {
    const absent = (part, path) => absentField(part, path, spec, file);
    const column = inFile.find(({ id }) => id === field.id);
    if (column === undefined)
        return { field, stored: undefined, convert: absent(field, field.name) };
    const convert = converting(field.type, column, { file, path: field.name, absent });
    return { field, stored: column.tree.key, convert: nullable(field, field.name, convert) };
}
/** A column that was added after the file was written (spec, "Column Projection"). */
function absentField(field, path, { fields }, file) {
    const doing = `read ${file}`;
    if (fields.some(({ transform, sourceId }) => transform === 'identity' && sourceId === field.id))
        throw (0,faults/* unsupported */.qO)(doing, `It leaves the partition column ${path} to its manifest`);
    if (field.initialDefault !== null)
        throw (0,faults/* unsupported */.qO)(doing, `It leaves the column ${path} to its initial-default`);
    if (field.required)
        throw (0,faults/* corrupt */.qb)(file, `It does not have the column ${path}, which is required`);
    return () => null;
}
function rowsOf(count, columns, stored, { file, nulls }) {
    const rows = Array.from({ length: count }, () => ({}));
    columns.forEach(({ field: { name }, stored: from, convert }, index) => {
        const values = from === undefined ? undefined : stored.get(from);
        (0,faults/* reading */.hF)(file, `The column ${name} cannot be read`, () => {
            for (let i = 0; i < count; i++) {
                const value = values === undefined ? null : convert(values[i]);
                if (value === null)
                    nulls[index] += 1;
                setValue(rows[i], name, value);
            }
        });
    });
    return rows;
}
function checkNulls(field, nulls, { path, rows, valueCounts, nullCounts }) {
    if (['struct', 'list', 'map'].includes(field.type.kind))
        return;
    const [values, expected] = [valueCounts.get(field.id), nullCounts.get(field.id)];
    if (values !== undefined && values !== rows)
        throw (0,faults/* corrupt */.qb)(path, `The column ${field.name} has ${rows} values, and ${values} in the manifest`);
    if (expected !== undefined && expected !== BigInt(nulls))
        throw (0,faults/* corrupt */.qb)(path, `The column ${field.name} has ${nulls} nulls, and ${expected} in the manifest`);
}

;// CONCATENATED MODULE: ./src/iceberg/read-rows.ts





/** Files that are fetched at the same time. */
const AT_ONCE = 8;
/**
 * The rows of a table, file by file in the order of its manifests. Reads Parquet files with any of Parquet's codecs but
 * LZO. Throws `ICEBERG_CORRUPT`, which names the file and where it is wrong, rather than give a wrong row;
 * `ICEBERG_UNSUPPORTED` for delete files and what else is not done; `ICEBERG_NOT_FOUND` for a snapshot that is gone.
 */
async function readRows(metadata, files, options, context) {
    const loads = await loadsOf(metadata, files, options, context);
    return (await inTurns(loads, context, (load) => load())).flat();
}
/** The same one file at a time, for whoever has no need of all rows at once. */
async function* readBatches(metadata, files, options, context) {
    for (const load of await loadsOf(metadata, files, options, context))
        yield await load();
}
/** How to load the rows of each data file. */
async function loadsOf(metadata, files, { snapshotId }, context) {
    const id = snapshotId ?? metadata.currentSnapshotId;
    if (id === undefined)
        return [];
    const snapshot = (0,iceberg_metadata/* snapshotOf */.eY)(metadata, id);
    const isPast = snapshotId !== undefined && snapshotId !== metadata.currentSnapshotId;
    const schemaId = isPast ? (snapshot.schemaId ?? metadata.currentSchemaId) : metadata.currentSchemaId;
    const projection = {
        columns: (0,iceberg_metadata/* columnsOf */.PL)(metadata, schemaId),
        nameMapping: metadata.properties['schema.name-mapping.default']
    };
    const manifests = await manifestsOf(snapshot, files, context);
    const lists = await inTurns(manifests.filter(holdsData), context, async (manifest) => readManifest(await files.read(manifest.path, context), manifest));
    return distinct(lists.flat(), snapshot).map((data) => async () => readDataFile(await files.read(data.path, context), data, (0,iceberg_metadata/* specOf */.rI)(metadata, data.specId), projection));
}
/** The manifests of a snapshot. Throws `ICEBERG_UNSUPPORTED` when they are encrypted. */
async function manifestsOf(snapshot, files, context) {
    const doing = `read the snapshot ${snapshot.id}`;
    if (snapshot.isEncrypted)
        throw (0,faults/* unsupported */.qO)(doing, 'Its manifest list is encrypted');
    const bytes = await files.read(snapshot.manifestList, context);
    const manifests = (0,manifest_list/* readManifestList */.sd)(bytes, snapshot.manifestList);
    if (manifests.some(({ isEncrypted }) => isEncrypted))
        throw (0,faults/* unsupported */.qO)(doing, 'Its manifests are encrypted');
    return manifests;
}
function holdsData({ isOfDeletes, counts, path }) {
    if (!isOfDeletes)
        return true;
    const [added = 1n, existing = 1n] = counts ?? [];
    if (added + existing === 0n)
        return false;
    throw (0,faults/* unsupported */.qO)(`read ${path}`, 'The table has delete files or deletion vectors');
}
function distinct(files, snapshot) {
    if (new Set(files.map(({ path }) => path)).size === files.length)
        return files;
    throw (0,faults/* corrupt */.qb)(snapshot.manifestList, 'The snapshot has a data file twice');
}
/** Does something with each item, a few at a time. The results are in the items' order. */
async function inTurns(items, context, work) {
    const results = [];
    for (let from = 0; from < items.length; from += AT_ONCE) {
        context.signal.throwIfAborted();
        results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
    }
    return results;
}

;// CONCATENATED MODULE: ./src/iceberg/summary.ts
const NOTHING_ADDED = ['total-delete-files', 'total-position-deletes', 'total-equality-deletes'];
/**
 * The summary of a snapshot that appends (spec, "Optional Snapshot Summary Fields"). A total that the parent does not
 * tell is left out, as it cannot be known.
 */
function appendSummary(parent, added) {
    const counts = { 'data-files': added.files, records: added.rows, 'files-size': added.bytes };
    const summary = { operation: 'append' };
    for (const [what, count] of Object.entries(counts))
        if (count > 0)
            summary[`added-${what}`] = String(count);
    const totals = new Map(Object.entries(counts).map(([what, count]) => [`total-${what}`, count]));
    for (const key of NOTHING_ADDED)
        totals.set(key, 0);
    for (const [key, count] of totals) {
        const before = parent === undefined ? '0' : parent.summary[key];
        if (before !== undefined && /^\d+$/.test(before))
            summary[key] = String(BigInt(before) + BigInt(count));
    }
    return summary;
}

// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(8992);
;// CONCATENATED MODULE: ./src/iceberg/prepare-append.ts











/**
 * Writes the files of an append, all at once: data file, manifest, manifest list. Throws `ICEBERG_BAD_ROW` before anything is
 * written, `ICEBERG_UNSUPPORTED` for a partitioned table and columns it does not write.
 */
async function prepareAppend(metadata, rows, files, context) {
    const staged = stageRows(metadata, { rows, snapshotId: newSnapshotId() });
    const [, prepared] = await Promise.all([
        staged.written && upload(staged.written, files, context),
        prepareCommit(metadata, staged, files, context)
    ]);
    return prepared;
}
/** Makes what of an append does not depend on the snapshots there are: the data file and its manifest. */
function stageRows(metadata, { rows, snapshotId }) {
    const { currentSchemaId: schemaId, defaultSpecId: specId, formatVersion } = metadata;
    const [partition] = (0,iceberg_metadata/* specOf */.rI)(metadata, specId).fields;
    if (partition !== undefined)
        throw (0,faults/* unsupported */.qO)(`append to the table of ${metadata.file}`, `The table is partitioned by ${partition.name}`);
    const common = { snapshotId, schemaId, specId, formatVersion, rows: rows.length };
    if (rows.length === 0)
        return { ...common, manifest: undefined, written: undefined, files: 0, bytes: 0 };
    const { bytes, metrics, splitOffsets } = writeParquet((0,iceberg_metadata/* columnsOf */.PL)(metadata, schemaId), rows);
    const path = `${folderOf(metadata, 'data')}/${(0,seal/* sealedName */.y)(bytes, 'parquet')}`;
    const file = { path, rows: rows.length, bytes: bytes.length, metrics, splitOffsets };
    const schema = metadata.schemas.get(schemaId);
    const manifest = writeManifest(file, { formatVersion, schema, schemaId, specId, snapshotId });
    const manifestPath = `${folderOf(metadata, 'metadata')}/${(0,seal/* sealedName */.y)(manifest, 'avro')}`;
    const record = manifestRecord(manifestPath, manifest.length, common);
    const written = { data: { path, bytes }, manifest: { path: manifestPath, bytes: manifest } };
    return { ...common, manifest: record, written, files: 1, bytes: bytes.length };
}
function manifestRecord(path, length, { snapshotId, specId, rows }) {
    return {
        500: path,
        501: BigInt(length),
        502: specId,
        517: 0,
        503: snapshotId,
        504: 1,
        505: 0,
        506: 0,
        512: BigInt(rows),
        513: 0n,
        514: 0n,
        507: []
    };
}
/** Writes the manifest list of a snapshot that comes after the current one, and says what to commit. */
async function prepareCommit(metadata, staged, files, context) {
    const { currentSnapshotId: parentId, formatVersion } = metadata;
    const { snapshotId, rows, files: count, bytes } = staged;
    const parent = parentId === undefined ? undefined : (0,iceberg_metadata/* snapshotOf */.eY)(metadata, parentId);
    const sequenceNumber = metadata.lastSequenceNumber + 1n;
    const { manifests, rowIds } = await manifestsAfter(parent, staged, metadata, (list) => manifestsOf(list, files, context));
    const list = (0,manifest_list/* writeManifestList */.$$)({ formatVersion, snapshotId, parentId, sequenceNumber, manifests });
    const manifestList = `${folderOf(metadata, 'metadata')}/snap-${snapshotId}-${(0,seal/* sealedName */.y)(list, 'avro')}`;
    await files.write(manifestList, list, context);
    const snapshot = {
        'snapshot-id': snapshotId,
        ...(parentId === undefined ? {} : { 'parent-snapshot-id': parentId }),
        'sequence-number': sequenceNumber,
        // The runner's clock may be behind that of who wrote last.
        'timestamp-ms': Math.max(context.clock.now(), metadata.lastUpdatedMs + 1),
        'manifest-list': manifestList,
        summary: appendSummary(parent, { files: count, rows, bytes }),
        'schema-id': staged.schemaId,
        ...rowIds
    };
    return { ...commitOf(metadata, snapshot), snapshotId, files: count, bytes, rows };
}
/** The records of the new manifest and of those there are; of format version 3 with their row ids. */
async function manifestsAfter(parent, staged, { lastSequenceNumber, nextRowId, formatVersion, file }, manifestsOf) {
    const sequenceNumber = lastSequenceNumber + 1n;
    const own = staged.manifest === undefined ? [] : [{ ...staged.manifest, 515: sequenceNumber, 516: sequenceNumber }];
    const before = parent === undefined ? [] : (0,manifest_list/* carriedOver */.l9)(await manifestsOf(parent), parent.manifestList);
    if (formatVersion === 2)
        return { manifests: [...own, ...before], rowIds: {} };
    const { records, next } = (0,manifest_list/* withRowIds */.NF)([...own, ...before], nextRowId, parent?.manifestList ?? file);
    return { manifests: records, rowIds: { 'first-row-id': nextRowId, 'added-rows': next - nextRowId } };
}
function commitOf(metadata, snapshot) {
    const id = snapshot['snapshot-id'];
    return {
        requirements: [
            { type: 'assert-table-uuid', uuid: metadata.uuid },
            { type: 'assert-ref-snapshot-id', ref: 'main', 'snapshot-id': metadata.currentSnapshotId ?? null }
        ],
        updates: [
            { action: 'add-snapshot', snapshot },
            // What the branch says about how long it keeps snapshots is repeated, or it would be lost.
            { ...metadata.main, action: 'set-snapshot-ref', 'ref-name': 'main', type: 'branch', 'snapshot-id': id }
        ]
    };
}
function folderOf({ location, properties }, kind) {
    return (0,src_text/* withoutSlash */.mW)(properties[`write.${kind}.path`] ?? `${location}/${kind}`);
}
/** The id of a new snapshot: 63 random bits, as other writers do it. */
function newSnapshotId() {
    return (0,external_node_crypto_.randomBytes)(8).readBigUInt64BE() >> 1n;
}

;// CONCATENATED MODULE: ./src/iceberg/append.ts



/**
 * Appends rows in one snapshot. When another writer was first, compaction among them, only the manifest list is written
 * again, and the rows too when the table's columns changed meanwhile. A commit whose answer was lost counts as made
 * when the table has its snapshot. Throws as `prepareAppend` and `commitChange` do.
 */
async function appendRows(table, rows, context) {
    // One id for all tries: then no two of them can both become part of the table.
    const snapshotId = newSnapshotId();
    let staged;
    return commitChange(table, {
        doing: `append ${rows.length} rows`,
        made: (metadata) => {
            if (staged === undefined || !metadata.snapshots.has(snapshotId))
                return undefined;
            const { files, bytes, written } = staged;
            return {
                snapshotId,
                files,
                bytes,
                rows: rows.length,
                written: written && pathsOf(written),
                metadata
            };
        },
        prepare: async (metadata) => {
            const before = staged;
            staged =
                before !== undefined && fits(before, metadata) ? before : stageRows(metadata, { rows, snapshotId });
            // All files at once, and all of them before the commit.
            const { written } = staged;
            const uploading = staged !== before && written && new_files_upload(written, table.files, context);
            const [, commit] = await Promise.all([
                uploading,
                prepareCommit(metadata, staged, table.files, context)
            ]);
            return commit;
        }
    }, context);
}
function fits(staged, metadata) {
    return (staged.schemaId === metadata.currentSchemaId &&
        staged.specId === metadata.defaultSpecId &&
        staged.formatVersion === metadata.formatVersion);
}

;// CONCATENATED MODULE: ./src/smoke/compare.ts


/**
 * Compares what is read, in whatever order, with what was written: each row once, and every value. Gives the number of
 * rows. Throws `SMOKE_TEST_MISMATCH`, which names the first difference, and what reading throws.
 */
async function expectRows(batches, written, doing) {
    const seen = new Uint8Array(written.count);
    for await (const rows of batches) {
        for (const row of rows) {
            const difference = differenceOf(row, written, seen);
            if (difference !== undefined)
                throw compare_mismatch(difference, doing);
        }
    }
    const missing = seen.indexOf(0);
    if (missing < 0)
        return written.count;
    const lost = seen.filter((each) => each === 0).length;
    const rest = lost === 1 ? '' : ` So were ${lost - 1} more of the ${written.count} rows.`;
    throw compare_mismatch(`The row with the id ${rows_idOf(missing)} was written and not read.${rest}`, doing);
}
function compare_mismatch(found, doing) {
    return new errors/* ActionError */.lZ('SMOKE_TEST_MISMATCH', { doing, found });
}
function differenceOf(row, written, seen) {
    const n = numberOf(row.id);
    const which = `he row with the id ${shown(row.id)}`;
    if (n === undefined || n >= written.count)
        return `T${which} was read and never written.`;
    if (seen[n] === 1)
        return `T${which} was read twice.`;
    seen[n] = 1;
    const difference = differenceIn(row, makeRow(n, written));
    return difference === undefined ? undefined : `In t${which}, ${difference}`;
}
function differenceIn(read, written) {
    const added = Object.keys(read).find((name) => !(name in written));
    if (added !== undefined)
        return `there is a column ${added} that was never made.`;
    const name = Object.keys(written).find((column) => !Object.is(read[column], written[column]));
    if (name === undefined)
        return undefined;
    return `${name} was written as ${shown(written[name])} and read as ${shown(read[name])}.`;
}
function shown(value) {
    return typeof value === 'bigint' ? value.toString() : (JSON.stringify(value) ?? 'nothing');
}

// EXTERNAL MODULE: ./src/iceberg/upper-case.ts
var upper_case = __webpack_require__(5790);
;// CONCATENATED MODULE: ./src/smoke/hidden.ts



/**
 * Why Glue does not show the environment's table, if it is the names of its columns: as the catalog loaded them in this
 * run, or as S3 Tables itself tells them where the catalog does not have the table. `undefined` also where they cannot
 * be read: then that is not known.
 */
async function hiddenByNames({ space, files, table, environment }, context) {
    const names = await upperCaseNames().catch(() => []);
    context.signal.throwIfAborted();
    if (names.length === 0)
        return undefined;
    return new errors/* ActionError */.lZ('HIDDEN_FROM_GLUE', {
        doing: `find the table ${table.namespace}.${table.name} in Glue`,
        found: `The table is there. ${(0,upper_case/* hiddenFromGlue */.s)(names)}`
    });
    async function upperCaseNames() {
        if (environment !== undefined)
            return upperCaseNamesOf(environment);
        const info = await space.s3tables.getTable({ bucketArn: space.bucketArn, ...table }, context);
        const location = info?.metadataLocation;
        if (location === undefined)
            return [];
        return upperCaseNamesOf((0,iceberg_metadata/* parseMetadata */.jR)(await files.readText(location, context), location));
    }
}
function upperCaseNamesOf(metadata) {
    return (0,upper_case/* upperCaseIn */.o)((0,iceberg_metadata/* columnsOf */.PL)(metadata, metadata.currentSchemaId));
}

;// CONCATENATED MODULE: ./src/smoke/visible.ts



/** Glue shows a new table at once or a little later; nobody promises when. ms */
const visible_CAP_MS = 120_000;
/**
 * Waits until Glue shows the namespace and the environment's table in the federated catalog, and says how long it
 * took. Where the integration is off there is nothing to see, and that is said. Throws `TIMED_OUT`, and at once
 * `HIDDEN_FROM_GLUE` for a table that Glue never shows.
 */
async function waitForGlue(bench, context) {
    const { glue, catalogId, table } = bench;
    if (!(await isIntegrated(bench, context))) {
        return { skipped: 'the analytics integration is off' };
    }
    const hidden = await hiddenByNames(bench, context);
    if (hidden !== undefined)
        throw hidden;
    const start = context.clock.now();
    await (0,wait/* waitUntil */.a)(context, {
        what: `Glue to show ${table.namespace}.${table.name} in ${catalogId}`,
        capMs: visible_CAP_MS,
        probe: async () => {
            const seen = await glue.hasTable({ catalogId, database: table.namespace, name: table.name }, context);
            return seen ? { done: true, value: undefined } : { done: false, seen: 'Glue does not have it' };
        }
    }).catch((thrown) => {
        throw hint((0,errors/* asActionError */.z6)(thrown));
    });
    return { note: `visible after ${context.clock.now() - start} ms` };
}
/** Whether the account's analytics integration is on. Asked once. */
async function isIntegrated(bench, context) {
    bench.integrated ??= (await bench.glue.getCatalog('s3tablescatalog', context)) !== undefined;
    return bench.integrated;
}
/** Why Glue shows nothing it does not say. */
function hint(error) {
    if (error.code !== 'TIMED_OUT' || error.doing === undefined)
        return error;
    const { code, doing, found, cause } = error;
    const todo = 'Glue does not show tables with upper-case letters in column names, nor, with Lake Formation access control, what ' +
        'the role of this run has no DESCRIBE on. If neither is so, run again with a higher timeout-minutes.';
    return new errors/* ActionError */.lZ(code, { doing, found, todo, cause });
}

;// CONCATENATED MODULE: ./src/smoke/open.ts



/**
 * Opens the Iceberg REST catalog, lists what is in it, and loads the environment's table. Throws `INTEGRATION_OFF`
 * where Glue's catalog is asked for and there is none, `NO_ENVIRONMENT` where something is missing.
 */
async function openCatalog(bench, context) {
    const { catalog, namespace } = bench.space;
    const config = aside(catalog.config(context));
    if (bench.via === 'glue')
        await refuseWithoutIntegration(bench, context);
    await config;
    const loading = aside(load(bench, context));
    const [namespaces, tables] = await Promise.all([
        catalog.listNamespaces(context),
        catalog.listTables(namespace, context)
    ]);
    const { name } = bench.table;
    if (!namespaces.includes(namespace))
        throw missing(`the namespace ${namespace}`);
    bench.listed = tables ?? [];
    const loaded = bench.listed.includes(name) ? await loading : undefined;
    if (loaded !== undefined) {
        bench.environment = loaded.metadata;
        return { note: loaded.note };
    }
    const hidden = bench.via === 'glue' ? await hiddenByNames(bench, context) : undefined;
    throw hidden ?? missing(`the table ${namespace}.${name}`);
}
/** What is under way beside something else: it is waited for later, or not at all. */
function aside(work) {
    work.catch(() => undefined);
    return work;
}
async function refuseWithoutIntegration(bench, context) {
    if (await isIntegrated(bench, context))
        return;
    throw new errors/* ActionError */.lZ('INTEGRATION_OFF', {
        doing: 'open the Iceberg catalog of Glue',
        found: 'There is no Glue catalog s3tablescatalog in this account and region.',
        todo: 'Run apply with analytics-integration: enable, or use smoke-test-via: s3tables, which does without.'
    });
}
/** Loads the table; `undefined`: the catalog does not have it. */
async function load({ space, table }, context) {
    try {
        const { metadata } = (await space.catalog.loadTable(table, context)) ?? {};
        return metadata && { note: `format version ${metadata.formatVersion}`, metadata };
    }
    catch (thrown) {
        // Its rows are not read: what they take is a matter between the table and the engines that use it.
        if (thrown instanceof errors/* ActionError */.lZ && thrown.code === 'ICEBERG_UNSUPPORTED')
            return { note: `not understood by this action, but loaded: ${thrown.found ?? thrown.means}` };
        throw isWithoutMetadata(thrown) ? withoutMetadata(`${table.namespace}.${table.name}`, thrown) : thrown;
    }
}
/** How S3 Tables answers for a table that was made without a schema. */
function isWithoutMetadata(thrown) {
    return thrown instanceof errors/* ActionError */.lZ && /metadata location/i.test(thrown.answer?.message ?? '');
}
function withoutMetadata(name, error) {
    return new errors/* ActionError */.lZ('NO_ENVIRONMENT', {
        doing: `load the table ${name}`,
        answer: error.answer,
        found: `The table ${name} has no Iceberg metadata yet, so no engine can read it.`,
        todo: 'Run apply with a table-schema other than none: it gives the table its first metadata.',
        cause: error
    });
}
function missing(what) {
    return new errors/* ActionError */.lZ('NO_ENVIRONMENT', {
        doing: `find ${what} in the Iceberg catalog`,
        found: 'The catalog does not show it. Where Lake Formation controls the access, it may be hidden from this role.'
    });
}

;// CONCATENATED MODULE: ./src/smoke/steps.ts











/** The way of a user's data, in the order in which it is told. What does not need another's end goes on beside it. */
const STEPS = [
    {
        id: 'catalog',
        title: 'Open the Iceberg REST catalog and load the table',
        needs: (via) => needsOf('catalog', via),
        run: openCatalog
    },
    {
        id: 'create',
        title: 'Create a scratch table',
        after: 'catalog',
        makes: true,
        needs: (via) => needsOf('create', via),
        run: makeScratch
    },
    {
        id: 'append',
        title: 'Append rows and read them back',
        after: 'create',
        needs: (via) => needsOf('write', via),
        run: appendAndRead
    },
    {
        id: 'append-again',
        title: 'Append again and read both',
        after: 'append',
        needs: (via) => needsOf('write', via),
        run: appendAndRead
    },
    {
        id: 'time-travel',
        title: 'Read the first snapshot by its id',
        after: 'append-again',
        needs: (via) => needsOf('read', via),
        run: readFirstSnapshot
    },
    {
        id: 'add-column',
        title: 'Add a column and append rows that have it',
        after: 'append-again',
        needs: (via) => needsOf('write', via),
        run: evolve
    },
    {
        id: 'glue',
        title: 'See the namespace and the table through Glue',
        after: 'catalog',
        needs: () => ['glue:GetCatalog', 'glue:GetDatabase', 'glue:GetTable'],
        run: waitForGlue
    }
];
/** What killed runs left behind goes first. */
async function makeScratch(bench, context) {
    const { space, scratch, keep, listed } = bench;
    const leftovers = await removeLeftovers(space, listed, scratch.name, context);
    bench.made = 'perhaps';
    bench.latest = await createScratch(space, scratch, keep, context);
    bench.made = 'yes';
    // As it was made, for the clean-up, which looks for itself where this came to nothing.
    if (!keep)
        bench.looked = lookAtScratch(space, scratch, context).then((seen) => ({ seen }), () => undefined);
    return noteOf(leftovers);
}
function noteOf({ removed, stuck }) {
    const notes = [
        ...(removed.length === 0 ? [] : [`left by an earlier run, removed: ${removed.join(', ')}`]),
        ...(stuck.length === 0 ? [] : [`left by an earlier run, could not be removed: ${stuck.join(', ')}`])
    ];
    return notes.length === 0 ? {} : { note: notes.join('; ') };
}
async function appendAndRead(bench, context) {
    const figures = await append(bench, context);
    await expectRows(readCurrent(bench, context), bench.written, 'read what was appended');
    return figures;
}
async function readFirstSnapshot(bench, context) {
    const { firstSnapshot: snapshotId, rowCount: count } = bench;
    const batches = steps_rowsOf(await loadScratch(bench, context), bench, snapshotId, context);
    const rows = await expectRows(batches, { count }, 'read the first snapshot');
    return { rows };
}
async function evolve(bench, context) {
    const { scratch: name, latest: from } = bench;
    bench.latest = await addColumn({ catalog: bench.space.catalog, name, from }, ADDED_COLUMN, context);
    bench.written = { ...bench.written, commentsFrom: bench.written.count };
    const figures = await append(bench, context);
    await expectRows(readCurrent(bench, context), bench.written, 'read rows with and without the added column');
    return figures;
}
/** Appends the next rows. */
async function append(bench, context) {
    const { space, scratchFiles: files, scratch: name, latest: from, written: before, rowCount: rows } = bench;
    const after = { ...before, count: before.count + rows };
    const handle = { catalog: space.catalog, files, name, from };
    const appended = await appendRows(handle, makeRows(before.count, after), context);
    files.remember(appended);
    bench.latest = appended.metadata;
    bench.firstSnapshot ??= appended.snapshotId;
    bench.written = after;
    return { rows, files: appended.files, bytes: appended.bytes };
}
/** The rows of the scratch table as the catalog has it now. */
async function* readCurrent(bench, context) {
    bench.latest = await loadScratch(bench, context);
    yield* steps_rowsOf(bench.latest, bench, undefined, context);
}
/** What is read is found by a fresh load, whatever this run knows of what it wrote: that is what it has to prove. */
async function loadScratch({ space, scratch }, context) {
    const loaded = await space.catalog.loadTable(scratch, context);
    if (loaded !== undefined)
        return loaded.metadata;
    throw new errors/* ActionError */.lZ('ICEBERG_NOT_FOUND', {
        doing: `load the scratch table ${scratch.namespace}.${scratch.name}`,
        found: 'The catalog does not show it any more.',
        todo: 'Find out who deletes tables of this namespace, and run again.'
    });
}
/** The rows of a snapshot, by default of the current one. */
function steps_rowsOf(metadata, { scratchFiles }, snapshotId, context) {
    const ahead = scratchFiles.ahead(metadata, snapshotId ?? metadata.currentSnapshotId, context);
    return readBatches(metadata, ahead, { snapshotId }, context);
}

;// CONCATENATED MODULE: ./src/smoke/run.ts







const CLEAN_UP = {
    id: 'clean-up',
    title: 'Delete the scratch table and see that it is gone',
    needs: (via) => needsOf('drop', via),
    run: cleanUp
};
/**
 * Runs the steps, each when the one that it needs has passed, tells them in their order up to the first that failed, and
 * deletes the scratch table on every way out. A failure says which step it was, what that means, and what to do. Throws
 * what the guard throws, and nothing else.
 * @param guard refuses an environment of others: asked while the first step reads, waited for before anything is made
 */
async function runSmokeTest(bench, context, guard = () => Promise.resolve()) {
    const start = context.clock.now();
    const ran = await runSteps(bench, context, guard);
    if (!bench.keep) {
        const cleaned = bench.made === 'no' ? skipped(CLEAN_UP) : await perform(CLEAN_UP, bench, context);
        tell(cleaned.report, context);
        ran.push(cleaned);
    }
    const failures = ran.flatMap(({ failure }) => failure ?? []).reverse();
    const report = {
        version: 1,
        result: failures.length === 0 ? 'passed' : 'failed',
        via: bench.via,
        namespace: bench.scratch.namespace,
        scratchTable: bench.scratch.name,
        kept: bench.keep && bench.made === 'yes',
        ms: context.clock.now() - start,
        steps: ran.map(({ report: step }) => step)
    };
    return { report, failures: [...failures, ...stopOf(context, failures)] };
}
/** That the run was stopped is a failure of the run, also when every step had passed by then. */
function stopOf({ signal }, failures) {
    if (!signal.aborted)
        return [];
    const stop = (0,errors/* asActionError */.z6)(signal.reason);
    return failures.some(({ code }) => code === stop.code) ? [] : [stop];
}
async function runSteps(bench, context, guard) {
    const hurry = hurried(context);
    const allowed = guard();
    const running = beginAll(bench, hurry.context, allowed);
    try {
        await allowed.catch((refusal) => {
            // That the run was stopped is told by the step which that met.
            if (!context.signal.aborted)
                throw refusal;
        });
        return await inOrder(running, hurry, context);
    }
    catch (refusal) {
        hurry.cut();
        await Promise.all(running.values());
        throw refusal;
    }
    finally {
        hurry.end();
    }
}
/** Begins every step as soon as the one that it needs has passed. */
function beginAll(bench, context, allowed) {
    const running = new Map();
    const begin = async (step) => {
        const before = step.after === undefined ? undefined : await running.get(step.after);
        if (before !== undefined && before.report.status !== 'passed')
            return skipped(step);
        const run = async (...given) => {
            if (step.makes)
                await allowed;
            return step.run(...given);
        };
        return perform({ ...step, run }, bench, context);
    };
    for (const step of STEPS)
        running.set(step.id, begin(step));
    return running;
}
/** After one that failed all others are skipped, whatever those that went on beside it have come to. */
async function inOrder(running, hurry, context) {
    const ran = [];
    let failed = false;
    for (const step of STEPS) {
        const result = await running.get(step.id);
        const shown = failed ? skipped(step) : result;
        ran.push(shown);
        tell(shown.report, context);
        if (shown.failure === undefined)
            continue;
        failed = true;
        hurry.stop();
    }
    return ran;
}
/** Goes on when the run was stopped, for as long as calls in flight may. */
async function cleanUp({ space, scratch, made, looked }, context) {
    const late = { ...context, signal: context.cut, deadline: Infinity };
    const { seen } = (await looked) ?? { seen: await lookAtScratch(space, scratch, late) };
    if (made === 'perhaps' && !(await ofThisRun(space, scratch, late))) {
        return { note: 'there is no table of this run' };
    }
    const refusal = await dropScratch(space, { table: scratch, seen }, late);
    return refusal === undefined ? {} : { note: `deleted by s3tables:DeleteTable: ${refusal.message}` };
}

;// CONCATENATED MODULE: ./src/smoke/scratch-files.ts

/**
 * The files of the scratch table. A file of Iceberg never changes under its name, so what this run wrote to plan by, its
 * manifest lists and manifests, is got once: the first step that is led there reads it, and the later ones go by what
 * that step read. Files of rows are got anew by each step that reads rows, since that they can be is what it proves.
 */
class ScratchFiles {
    files;
    /** What this run wrote, by snapshot. */
    own = new Map();
    /** Manifest lists and manifests of this run. */
    plans = new Set();
    kept = new Map();
    constructor(files) {
        this.files = files;
    }
    /** Remembers which files an append wrote. */
    remember({ snapshotId, written, metadata }) {
        this.own.set(snapshotId, written === undefined ? [] : [written.manifest, written.data]);
        this.plans.add((0,iceberg_metadata/* snapshotOf */.eY)(metadata, snapshotId).manifestList);
        if (written !== undefined)
            this.plans.add(written.manifest);
    }
    async read(location, context) {
        const kept = this.kept.get(location);
        if (kept !== undefined)
            return kept;
        const bytes = await this.files.read(location, context);
        if (this.plans.has(location))
            this.kept.set(location, bytes);
        return bytes;
    }
    write(location, bytes, context) {
        return this.files.write(location, bytes, context);
    }
    /**
     * The files for one reading of a snapshot, to which a fresh load has led. Where it is one of this run, what it should
     * lead to is asked for at once rather than one after the other. That is but a guess, and decides nothing: which files
     * are read the snapshot's list and manifests say, what was guessed wrong is dropped, and what was not guessed is read.
     */
    ahead(metadata, snapshotId, context) {
        const begun = new Map();
        for (const location of this.guess(metadata, snapshotId)) {
            const reading = this.read(location, context);
            // Whoever comes for the file is told; nobody may come.
            reading.catch(() => undefined);
            begun.set(location, reading);
        }
        return { read: (location) => begun.get(location) ?? this.read(location, context) };
    }
    /** The files of the snapshot and of those before it, for as long as they are of this run. */
    guess({ snapshots }, snapshotId) {
        const left = new Map(this.own);
        const guessed = [];
        let snapshot = snapshotId === undefined ? undefined : snapshots.get(snapshotId);
        if (snapshot !== undefined && left.has(snapshot.id))
            guessed.push(snapshot.manifestList);
        while (snapshot !== undefined && left.has(snapshot.id)) {
            guessed.push(...left.get(snapshot.id));
            // Whatever the parents say, each is come to once.
            left.delete(snapshot.id);
            snapshot = snapshot.parentId === undefined ? undefined : snapshots.get(snapshot.parentId);
        }
        return guessed;
    }
}

// EXTERNAL MODULE: ./src/commands/prepare.ts + 3 modules
var prepare = __webpack_require__(7604);
;// CONCATENATED MODULE: ./src/commands/smoke-test.ts











/** Proves by writing and reading Iceberg that the environment works. Writes to its own scratch table only. */
async function smokeTest(job) {
    const spec = await (0,prepare/* identify */.ls)(job);
    const guard = () => refuseOthers(job, spec);
    const { report, failures } = await runSmokeTest(benchOf(job, spec), job.context, guard);
    const outputs = { ...(0,environment/* knownOutputs */.E_)(spec), command: 'smoke-test', ...(await smokeOutputs(report)) };
    return { command: 'smoke-test', dryRun: false, results: [], outputs, failures, smokeTest: report };
}
/** Adds the smoke test to the outcome of an apply that went well. Throws nothing: what was applied is told anyway. */
async function addSmokeTest(job, spec, applied) {
    const { report, failures } = await runSmokeTest(benchOf(job, spec), job.context);
    const tested = { ...applied, failures, smokeTest: report };
    try {
        return { ...tested, outputs: { ...applied.outputs, ...(await smokeOutputs(report)) } };
    }
    catch (thrown) {
        const failure = (0,errors/* asActionError */.z6)(thrown, 'write the report of the smoke test');
        const outputs = { ...applied.outputs, 'smoke-test-result': report.result };
        return { ...tested, outputs, failures: [...failures, failure] };
    }
}
function benchOf({ inputs, context, aws }, spec) {
    const via = inputs['smoke-test-via'];
    const { bucketArn, names, accountId } = spec;
    const { namespace, table, tableBucket } = names;
    const catalogId = `${accountId}:s3tablescatalog/${tableBucket}`;
    const warehouse = via === 'glue' ? catalogId : bucketArn;
    const catalog = restCatalog(aws.iceberg(via), { kind: via, warehouse });
    const owner = (0,ownership/* scratchOwner */.I3)(inputs);
    return {
        via,
        space: { catalog, s3tables: aws.s3tables, bucketArn, namespace, owner, mark: (0,external_node_crypto_.randomUUID)() },
        files: aws.warehouse,
        scratchFiles: new ScratchFiles(aws.warehouse),
        glue: aws.glue,
        table: { namespace, name: table },
        scratch: { namespace, name: scratchName(inputs.github.run, context.clock.now()) },
        catalogId,
        rowCount: inputs['smoke-test-rows'],
        keep: inputs['smoke-test-keep'],
        listed: [],
        made: 'no',
        written: { count: 0 }
    };
}
/** What later steps are told of the smoke test; the whole report is in a file. */
async function smokeOutputs(report) {
    return { 'smoke-test-result': report.result, 'smoke-test-report': await (0,files/* writeReportFile */.aS)(report) };
}
async function refuseOthers({ context, aws }, spec) {
    const record = (0,environment/* recordOf */.zv)(spec, aws);
    const { state, applyRefusal } = await record.observe((0,look/* lookAt */.t)(aws, context));
    if (applyRefusal)
        throw applyRefusal;
    if (state !== undefined)
        return;
    throw new errors/* ActionError */.lZ('NO_ENVIRONMENT', { found: `There is no ${record.kind} ${record.name}.` });
}


/***/ })

};
