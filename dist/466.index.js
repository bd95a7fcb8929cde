export const id = 466;
export const ids = [466];
export const modules = {

/***/ 8085:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweep: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/expiry.ts
var src_expiry = __webpack_require__(6440);
// EXTERNAL MODULE: ./src/github/files.ts
var files = __webpack_require__(5772);
// EXTERNAL MODULE: ./src/observe/look.ts + 1 modules
var observe_look = __webpack_require__(9356);
// EXTERNAL MODULE: ./src/ownership.ts
var ownership = __webpack_require__(2334);
;// CONCATENATED MODULE: ./src/sweep/claims.ts
/**
 * Leaves alone what several records claim, unless all of them say that it is to go: one of them is of somebody who may
 * write parameters of Glue databases and nothing else. A table bucket of an environment's own is told by its tags, so
 * only namespaces of shared ones can be claimed. Pure.
 */
function withoutContested(judged) {
    const staying = new Map(judged.filter(isToStay).map((each) => [placeOf(each), each.record]));
    return judged.map((each) => {
        const rival = each.record.isolation === 'namespace' ? staying.get(placeOf(each)) : undefined;
        if (isToStay(each) || rival === undefined)
            return each;
        const { owner, names } = rival;
        const why = `Its place is claimed by the Glue database ${names.glueDatabase} as well, for env ${JSON.stringify(owner.env)}, which is to stay.`;
        return { ...each, judgement: { why, doubtful: true } };
    });
}
function isToStay({ judgement }) {
    return judgement.reason === undefined;
}
function placeOf({ record: { isolation, names } }) {
    return JSON.stringify([isolation, names.tableBucket, names.namespace]);
}

// EXTERNAL MODULE: ./src/names.ts
var src_names = __webpack_require__(6455);
;// CONCATENATED MODULE: ./src/sweep/record-problem.ts


const KINDS = ['tableBucket', 'namespace', 'table', 'glueDatabase'];
/**
 * Why a record cannot be one that this action wrote, in a whole sentence; `undefined`: it can. What is in it is held to
 * what the inputs would have let through, since others may have written it. Pure.
 */
function recordProblem({ owner, names, marks }) {
    const { env, application, repository } = owner;
    const broken = [
        ...(isLabel(env) ? [] : [`${ownership/* TAG */.Dk.env} ${quoted(env)}`]),
        ...(isLabel(application) ? [] : [`${ownership/* TAG */.Dk.application} ${quoted(application)}`]),
        ...(repository === undefined || src_names/* REPOSITORY */.Bw.test(repository)
            ? []
            : [`${ownership/* TAG */.Dk.repository} ${quoted(repository)}`]),
        ...(isNumber(marks[ownership/* TAG */.Dk.pullRequest])
            ? []
            : [`${ownership/* TAG */.Dk.pullRequest} ${quoted(marks[ownership/* TAG */.Dk.pullRequest] ?? '')}`]),
        ...KINDS.filter((kind) => (0,src_names/* brokenRules */.P6)(kind, names[kind]).length > 0).map((kind) => quoted(names[kind]))
    ];
    if (broken.length === 0)
        return undefined;
    return `Its record holds what this action never writes, so nothing is done by it: ${broken.join(', ')}.`;
}
/**
 * The same record, to be told of and nothing else: what others may have written into it is cut, and holds nothing that a
 * log or a page would obey. Pure.
 */
function harmless({ owner, isolation, names }) {
    const { env, application } = owner;
    return {
        owner: { env: printable(env), application: printable(application) },
        isolation,
        names: {
            tableBucket: printable(names.tableBucket),
            namespace: printable(names.namespace),
            table: printable(names.table),
            glueDatabase: printable(names.glueDatabase)
        },
        marks: {}
    };
}
function isLabel(text) {
    return text.length <= src_names/* LABEL_MAX */.wd && src_names/* LABEL */.d_.test(text);
}
function isNumber(text) {
    return text === undefined || /^[1-9]\d{0,15}$/.test(text);
}
/** In quotes, on one line, and never long. */
function quoted(text) {
    return JSON.stringify(printable(text));
}
function printable(text) {
    const cut = text.length > 64 ? `${text.slice(0, 64)}…` : text;
    return cut.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
}

// EXTERNAL MODULE: ./src/place.ts
var src_place = __webpack_require__(9252);
// EXTERNAL MODULE: ./src/pool.ts
var pool = __webpack_require__(9537);
;// CONCATENATED MODULE: ./src/sweep/records.ts





const AT_A_TIME = 8;
/**
 * Every environment of this action in the account and region, also one that is half made or half destroyed: by the tags
 * of its table bucket, or by the parameters of its Glue database. A bucket of others whose tags may not be read is a
 * warning. Throws `ActionError` where nothing may be listed or read.
 */
async function findRecords(aws, context) {
    const [buckets, databases] = await Promise.all([
        taggedBuckets(aws, context),
        markedDatabases(aws, context)
    ]);
    const records = joined(buckets.filter(({ tags }) => isMarked(tags)), databases);
    return { records, sharedBuckets: buckets.filter(({ tags }) => (0,ownership/* isShared */.yM)(tags)).map(({ name }) => name) };
}
/** What Glue alone remembers: whatever is in a shared table bucket. Throws as the port does. */
async function recordsInGlue(aws, context) {
    return (await markedDatabases(aws, context)).map(ofDatabase);
}
async function markedDatabases({ glue }, context) {
    return (await glue.listDatabases(context)).filter(({ parameters }) => isMarked(parameters));
}
/** Puts buckets and databases of the same environment together. Pure. */
function joined(buckets, databases) {
    const inShared = ({ parameters }) => (0,src_place/* readPlace */.yI)(parameters).isolation === 'namespace';
    const others = databases.filter((database) => !inShared(database));
    const belongs = (database, bucket) => (0,ownership/* ownership */.kG)(database.parameters, ownerOf(bucket.tags)) === 'ours';
    const orphans = others.filter((database) => !buckets.some((bucket) => belongs(database, bucket)));
    return [
        ...buckets.flatMap((bucket) => {
            const own = others.filter((database) => belongs(database, bucket));
            return own.length === 0
                ? [ofBucket(bucket, undefined)]
                : own.map((database) => ofBucket(bucket, database));
        }),
        ...[...databases.filter(inShared), ...orphans].map(ofDatabase)
    ];
}
async function taggedBuckets(aws, context) {
    const buckets = await aws.s3tables.listTableBuckets(context);
    const denials = [];
    const tagged = await (0,pool/* pooled */.I)(buckets, AT_A_TIME, async ({ name, arn }) => {
        try {
            return { name, tags: (await aws.s3tables.getTags(arn, context)) ?? {} };
        }
        catch (error) {
            if (!(0,errors/* isDenied */.GZ)(error))
                throw error;
            denials.push(error);
            return { name, tags: {} };
        }
    });
    const [denial] = denials;
    if (denial !== undefined && denials.length === buckets.length)
        throw denial;
    for (const { message } of denials)
        context.reporter.warning(`A table bucket is left out: ${message}`);
    return tagged;
}
/** A table bucket that environments share has no env. */
function isMarked(marks) {
    return (marks[ownership/* MANAGED_BY */.Kf] === ownership/* MANAGER */.u && marks[ownership/* TAG */.Dk.env] !== undefined && marks[ownership/* TAG */.Dk.application] !== undefined);
}
/** Whose a record is. */
function ownerOf(marks) {
    const pullRequest = marks[ownership/* TAG */.Dk.pullRequest];
    return {
        env: marks[ownership/* TAG */.Dk.env] ?? '',
        application: marks[ownership/* TAG */.Dk.application] ?? '',
        repository: marks[ownership/* TAG */.Dk.repository],
        ...(pullRequest !== undefined && /^[1-9]\d*$/.test(pullRequest) && { pullRequest: Number(pullRequest) })
    };
}
function ofBucket({ name, tags }, database) {
    const owner = ownerOf(tags);
    const derived = (0,src_names/* derivedNames */.o0)(owner.env, owner.application, 'bucket');
    const place = (0,src_place/* readPlace */.yI)(database?.parameters ?? {});
    return {
        owner,
        isolation: 'bucket',
        names: {
            tableBucket: name,
            namespace: tags[ownership/* TAG */.Dk.namespace] ?? place.namespace ?? derived.namespace,
            table: place.table ?? derived.table,
            glueDatabase: database?.name ?? derived.glueDatabase
        },
        marks: tags
    };
}
function ofDatabase({ name, parameters }) {
    const owner = ownerOf(parameters);
    const { isolation = 'bucket', ...place } = (0,src_place/* readPlace */.yI)(parameters);
    const names = { ...(0,src_names/* derivedNames */.o0)(owner.env, owner.application, isolation), ...place, glueDatabase: name };
    return { owner, isolation, names, marks: parameters };
}

;// CONCATENATED MODULE: ./src/sweep/judge.ts




/** Whether an environment is to go. What cannot be read never counts as expired. Pure. */
function judge({ marks }, law) {
    const outside = whyOutside(marks, law.only);
    if (outside !== undefined)
        return { why: outside };
    const judgement = judgeByTime(marks, law);
    const nobody = judgement.reason === undefined ? undefined : whyForNobody(marks, law);
    return nobody === undefined ? judgement : { why: `${judgement.why} ${nobody}`, doubtful: true };
}
function judgeByTime(marks, law) {
    const expiry = marks[ownership/* TAG */.Dk.expiresAt];
    const at = expiry === undefined ? undefined : (0,src_expiry/* readExpiry */.A)(expiry);
    if (at !== undefined && at <= law.now)
        return { reason: 'expired', why: `It expired at ${expiry}.` };
    const byPullRequest = judgeByPullRequest(marks, law);
    if (byPullRequest.reason !== undefined)
        return byPullRequest;
    if (expiry !== undefined && at === undefined) {
        const why = `Its ${ownership/* TAG */.Dk.expiresAt} cannot be read: ${quoted(expiry)}. It does not count as expired.`;
        return { why, doubtful: true };
    }
    if (at !== undefined && !byPullRequest.doubtful)
        return { why: `It expires at ${expiry}.` };
    return byPullRequest;
}
function judgeByPullRequest(marks, { repository, open }) {
    const { pullRequest, repository: marked } = ownerOf(marks);
    if (pullRequest === undefined)
        return { why: 'It has no expiry and belongs to no pull request.' };
    if (!isSame(marked, repository)) {
        return {
            why: `Its pull request ${pullRequest} is one of ${marked ?? 'a repository that is not known'}.`
        };
    }
    if (open === undefined) {
        return { why: `Whether its pull request ${pullRequest} is open is not known.`, doubtful: true };
    }
    return open.has(pullRequest)
        ? { why: `Its pull request ${pullRequest} is open.` }
        : { reason: 'closed', why: `Its pull request ${pullRequest} is closed.` };
}
function whyOutside(marks, only) {
    const { application, repository } = ownerOf(marks);
    const { repositories = [], applications = [] } = only ?? {};
    if (applications.length > 0 && !applications.includes(application)) {
        return 'It is of an application that sweep-applications does not name.';
    }
    if (repositories.length === 0 || repositories.some((each) => isSame(each, repository)))
        return undefined;
    return 'It is of a repository that sweep-repositories does not name.';
}
/** A run that does not say for which repository it acts removes nothing that belongs to one. */
function whyForNobody(marks, { repository, only }) {
    const { repository: marked } = ownerOf(marks);
    const isNamed = only?.repositories.some((each) => isSame(each, marked)) ?? false;
    if (marked === undefined || repository !== undefined || isNamed)
        return undefined;
    return `It belongs to the repository ${marked}, and GITHUB_REPOSITORY is not set, so it is not known for whom this run acts. Setting GITHUB_REPOSITORY=${marked}, or naming it in sweep-repositories, says so.`;
}
/** GitHub's names do not tell upper case from lower. */
function isSame(one, other) {
    return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}

;// CONCATENATED MODULE: ./src/sweep/judge-all.ts



/** What is to become of every environment. Pure. */
function judgeAll(records, law) {
    const judged = records.map((record) => {
        const problem = recordProblem(record);
        if (problem === undefined)
            return { record, judgement: judge(record, law) };
        return { record: harmless(record), judgement: { why: problem, doubtful: true } };
    });
    return withoutContested(judged);
}

// EXTERNAL MODULE: ./src/commands/prepare.ts + 3 modules
var prepare = __webpack_require__(7604);
// EXTERNAL MODULE: ./src/arns.ts
var arns = __webpack_require__(1155);
// EXTERNAL MODULE: ./src/observe/buckets.ts
var buckets = __webpack_require__(4007);
// EXTERNAL MODULE: ./src/resources/namespace-contents.ts
var namespace_contents = __webpack_require__(2385);
;// CONCATENATED MODULE: ./src/sweep/proof.ts





/** What is not there any more, or never was, needs no proof: what is left of the environment is empty. */
const PARTIAL = { isWhole: false };
/**
 * Looks for a second witness besides the record. A record alone proves nothing: who may write tags of buckets, or
 * parameters of Glue databases, need not have any right in the other. What is empty and has the environment's own name
 * may go without, since a killed run can leave it so and nobody loses anything. Throws as the ports do.
 */
async function proofOf(look, record, where) {
    const proof = await (record.isolation === 'namespace'
        ? proofInShared(look, record, where)
        : proofOfBucket(look, record, where));
    return proof.lacking === undefined ? ((await databaseLacks(look, record, where)) ?? proof) : proof;
}
/**
 * A Glue database of another name than the environment's own goes only if its tags say whose it is, as its parameters do:
 * those are written by another permission. Somebody's that is empty would be lost otherwise.
 */
async function databaseLacks({ glue }, { owner, isolation, names }, { databaseArn }) {
    if (names.glueDatabase === (0,src_names/* derivedNames */.o0)(owner.env, owner.application, isolation).glueDatabase)
        return undefined;
    const tags = await glue.getTags(databaseArn);
    if (tags === undefined || ((0,ownership/* ownership */.kG)(tags, owner) === 'ours' && (0,ownership/* isEphemeral */.aw)(tags)))
        return undefined;
    return lacking(`Only the parameters of the Glue database ${names.glueDatabase} say that it is to go: its tags do not, and its name is not the environment's own.`);
}
async function proofInShared(look, { owner, names }, { bucketArn, named }) {
    const table = { bucketArn, namespace: names.namespace, name: names.table };
    look.ahead(() => look.s3tables.getTable(table));
    const tags = await (0,buckets/* tagsOfBucket */.tf)(look, bucketArn);
    if (tags === undefined)
        return PARTIAL;
    if (!(0,ownership/* isShared */.yM)(tags) && named !== names.tableBucket) {
        const todo = `Name it by table-bucket-name: ${names.tableBucket} in the sweep if environments may share it.`;
        return lacking(`The table bucket ${names.tableBucket} does not carry the mark of one that is shared. ${todo}`);
    }
    if (!(await (0,buckets/* hasNamespaceOf */.Bl)(look, table)))
        return PARTIAL;
    const isOurs = (tags) => (0,ownership/* ownership */.kG)(tags, owner) === 'ours' && (0,ownership/* isEphemeral */.aw)(tags);
    const contents = await (0,namespace_contents/* contentsOf */.K)(look, table, isOurs);
    const derived = (0,src_names/* derivedNames */.o0)(owner.env, owner.application, 'namespace');
    if (contents === 'ours')
        return { isWhole: names.glueDatabase === derived.glueDatabase };
    if (contents === 'empty' && names.namespace === derived.namespace)
        return PARTIAL;
    return lacking(`Only its Glue database ${names.glueDatabase} says that the namespace ${names.namespace} of ${names.tableBucket} is to go: no table in it says the same by its tags.`);
}
async function proofOfBucket(look, record, { bucketArn }) {
    const { owner, names } = record;
    const tags = await (0,buckets/* tagsOfBucket */.tf)(look, bucketArn);
    if (tags === undefined)
        return PARTIAL;
    if ((0,ownership/* isShared */.yM)(tags)) {
        return lacking(`The table bucket ${names.tableBucket} carries the mark of one that environments share.`);
    }
    if ((0,ownership/* ownership */.kG)(tags, owner) !== 'ours' || !(0,ownership/* isEphemeral */.aw)(tags)) {
        return lacking(`Only its Glue database ${names.glueDatabase} says that the table bucket ${names.tableBucket} is to go: the tags of that bucket do not.`);
    }
    const { parameters } = (await look.glue.getDatabase(names.glueDatabase)) ?? {};
    const derived = (0,src_names/* derivedNames */.o0)(owner.env, owner.application, 'bucket');
    if (parameters !== undefined && agrees(parameters, record)) {
        return { isWhole: names.glueDatabase === derived.glueDatabase };
    }
    const isOwnName = parameters === undefined && names.tableBucket === derived.tableBucket;
    if (isOwnName && (await holdsNothing(look, record, bucketArn)))
        return PARTIAL;
    return lacking(`Only the tags of the table bucket ${names.tableBucket} say that it is to go: no Glue database ${names.glueDatabase} says the same.`);
}
/** The database is of the same environment, in this bucket, and is meant to go away as well. */
function agrees(parameters, { owner, names }) {
    const { isolation, tableBucket } = (0,src_place/* readPlace */.yI)(parameters);
    const derived = (0,src_names/* derivedNames */.o0)(owner.env, owner.application, 'bucket').tableBucket;
    return ((0,ownership/* ownership */.kG)(parameters, owner) === 'ours' &&
        isolation !== 'namespace' &&
        (tableBucket ?? derived) === names.tableBucket &&
        (0,ownership/* isEphemeral */.aw)(parameters));
}
async function holdsNothing(look, { names }, bucketArn) {
    const [tables, namespaces] = await Promise.all([
        (0,buckets/* tablesIn */.N$)(look, bucketArn),
        look.s3tables.listNamespaces(bucketArn)
    ]);
    return tables.length === 0 && (namespaces ?? []).every(({ name }) => name === names.namespace);
}
function lacking(why) {
    return { lacking: why, isWhole: false };
}
/** How somebody who knows better removes it, in whole sentences. */
function byHand({ owner, isolation, names }) {
    const derived = (0,src_names/* derivedNames */.o0)(owner.env, owner.application, isolation);
    const settings = [
        `env: ${owner.env}`,
        `application: ${owner.application}`,
        ...(isolation === 'namespace' ? ['isolation: namespace', 'adopt: true'] : []),
        ...(names.tableBucket === derived.tableBucket ? [] : [`table-bucket-name: ${names.tableBucket}`]),
        ...(names.namespace === derived.namespace ? [] : [`namespace: ${names.namespace}`]),
        ...(names.glueDatabase === derived.glueDatabase ? [] : [`glue-database: ${names.glueDatabase}`])
    ];
    return `If it is this action's and is to go, run the command destroy with ${settings.join(', ')}. If it is not, somebody wrote marks that are not theirs to write: take them off.`;
}

// EXTERNAL MODULE: ./src/commands/destroy.ts
var destroy = __webpack_require__(9540);
;// CONCATENATED MODULE: ./src/commands/swept.ts

/** What decides, for these inputs and now. `open`: the numbers of the open pull requests; absent: not known. */
function lawOf(inputs, { clock }, open) {
    const { 'sweep-repositories': repositories, 'sweep-applications': applications, github } = inputs;
    return { now: clock.now(), repository: github.repository, open, only: { repositories, applications } };
}
/** What the report says of an environment. */
function sweptAs({ record, judgement }, what, failures = []) {
    const { owner, isolation, names, marks } = record;
    const { env, application, repository, pullRequest } = owner;
    const expiresAt = marks[ownership/* TAG */.Dk.expiresAt];
    const { reason, why, doubtful = false } = judgement;
    return {
        ...{ env, application, repository, pullRequest, isolation, names, expiresAt },
        ...{ what, reason, why, doubtful, failures }
    };
}

;// CONCATENATED MODULE: ./src/commands/sweep-one.ts









/**
 * Destroys one environment that is to go, if that still holds when its record is read and GitHub is asked once more:
 * somebody may have renewed it. `common` gives a look at what environments share. Throws nothing.
 */
async function sweepOne(job, identity, judged, common) {
    if (job.context.signal.aborted)
        return sweptAs(judged, 'left');
    const { owner } = judged.record;
    const context = named(job.context, judged.record);
    const look = lookFor({ ...job, context }, identity, judged, common);
    try {
        const now = await judgedAnew(job, look, identity, judged);
        if (now.judgement.reason === undefined)
            return sweptAs(now, 'kept');
        const proof = await proven(job, look, identity, now);
        if (proof.lacking !== undefined)
            return kept(now, proof.lacking);
        if (job.inputs['dry-run'])
            return sweptAs(now, 'to destroy');
        const own = {
            ...job,
            inputs: inputsFor(job.inputs, judged.record, proof),
            context,
            look
        };
        context.reporter.info(now.judgement.why);
        const outcome = await (0,destroy/* destroy */.z)(own);
        const { failures } = outcome;
        return failures.length === 0
            ? { ...sweptAs(now, 'destroyed'), outcome }
            : sweptAs(now, 'failed', failures.map(about(owner)));
    }
    catch (thrown) {
        return sweptAs(judged, 'failed', [about(owner)((0,errors/* asActionError */.z6)(thrown))]);
    }
}
/** Looks at the environment anew; at a table bucket that many share, once for all of them. */
function lookFor({ aws, context, inputs }, identity, { record: { isolation, names } }, common) {
    const own = (0,observe_look/* lookAt */.t)(aws, context, 'all');
    if (isolation !== 'namespace')
        return own;
    return (0,observe_look/* sharing */.R)(own, (0,arns/* bucketArnOf */.B)({ ...identity, region: inputs.region }, names.tableBucket), common());
}
/** What `destroy` is to be given for an environment that is only known by its record. */
function inputsFor(inputs, { owner, isolation, names }, { isWhole }) {
    const { env, application, repository, pullRequest } = owner;
    return {
        ...inputs,
        ...{ command: 'destroy', env, application, isolation, names },
        ...{ adopt: false, 'dry-run': false, tags: {}, 'force-destroy': inputs['force-destroy'] && isWhole },
        ...{
            team: undefined,
            'identity-center-role-arn': undefined,
            'identity-center-permission-set': undefined
        },
        github: { ...inputs.github, repository, pullRequest }
    };
}
function proven({ inputs }, look, identity, { record }) {
    const site = { ...identity, region: inputs.region };
    const bucketArn = (0,arns/* bucketArnOf */.B)(site, record.names.tableBucket);
    const databaseArn = (0,arns/* databaseArnOf */.C)(site, record.names.glueDatabase);
    const named = inputs['table-bucket-name'];
    return proofOf(look, record, { bucketArn, databaseArn, named });
}
/** Somebody has to look at it, and is told how. */
function kept({ record }, lacking) {
    return sweptAs({ record, judgement: { why: `${lacking} ${byHand(record)}`, doubtful: true } }, 'kept');
}
async function judgedAnew(job, look, identity, { record }) {
    const { context, inputs, pullRequests } = job;
    const marks = await marksNow(job, look, identity, record);
    if (!isMarked(marks) || (0,ownership/* ownership */.kG)(marks, record.owner) !== 'ours') {
        return { record, judgement: { why: 'Its record is gone by now, or is that of another environment.' } };
    }
    const now = { ...record, marks };
    const judgement = judge(now, lawOf(inputs, context, new Set()));
    const { pullRequest } = record.owner;
    if (judgement.reason !== 'closed' || pullRequest === undefined)
        return { record: now, judgement };
    const state = await pullRequests.stateOf(pullRequest, context);
    if (state === 'closed')
        return { record: now, judgement };
    const why = state === 'open'
        ? `Its pull request ${pullRequest} was opened again.`
        : `Its repository has no pull request ${pullRequest}.`;
    return { record: now, judgement: { why, doubtful: state === 'missing' } };
}
/** The marks of the record as they are now. Of a database, its tags as well: either may have been changed. */
async function marksNow({ inputs }, look, identity, { isolation, names, owner }) {
    const site = { ...identity, region: inputs.region };
    const bucketArn = (0,arns/* bucketArnOf */.B)(site, names.tableBucket);
    const ofBucket = isolation === 'bucket' ? await look.s3tables.getTags(bucketArn) : undefined;
    if (ofBucket !== undefined && (0,ownership/* ownership */.kG)(ofBucket, owner) === 'ours')
        return ofBucket;
    const database = await look.glue.getDatabase(names.glueDatabase);
    if (database === undefined)
        return {};
    const tags = await look.glue.getTags((0,arns/* databaseArnOf */.C)(site, names.glueDatabase));
    return { ...database.parameters, ...tags };
}
/** What is better decided for one environment than for all that a sweep finds. */
const BY_HAND = ['GUARDED', 'NOT_OURS'];
/** The same failure, saying which environment it is about. */
function about({ env, application }) {
    return ({ code, doing, answer, found, means, todo, cause }) => new errors/* ActionError */.lZ(code, {
        ...{ doing, answer, cause },
        found: `The environment ${env} of ${application} is not gone: ${found ?? means}`,
        todo: BY_HAND.includes(code)
            ? `Best by a destroy of this one alone, with env: ${env} and application: ${application}. ${todo}`
            : todo
    });
}
/** A context whose lines say which environment they are about: several are worked on at once. */
function named(context, { owner: { env, application } }) {
    const { reporter } = context;
    const say = (text) => `${env} of ${application}: ${text}`;
    const own = {
        plan: ({ counts }) => reporter.info(say(`${counts.remove} resources to remove, ${counts.blocked} blocked.`)),
        info: (message) => reporter.info(say(message)),
        debug: (message) => reporter.debug(say(message)),
        notice: (message) => reporter.notice(say(message)),
        warning: (message) => reporter.warning(say(message)),
        group: (_title, work) => work()
    };
    return { ...context, reporter: own };
}

;// CONCATENATED MODULE: ./src/sweep/orphans.ts

/** A run that is just making it has its record by then; ms. */
const YOUNG_MS = 3_600_000;
const orphans_AT_A_TIME = 8;
/** So many namespaces are looked into, at most. */
const MOST_LOOKED_AT = 500;
/**
 * What a run left that was killed between the call that makes a namespace and its answer, after which another run
 * removed the record. Only what is empty, and older than an hour, is given. Throws as the port does.
 */
async function findOrphans(aws, buckets, records, context) {
    const found = await (0,pool/* pooled */.I)(buckets, orphans_AT_A_TIME, async ({ name, arn }) => {
        const known = new Set(records.filter(({ names }) => names.tableBucket === name).map(({ names }) => names.namespace));
        const listed = (await aws.s3tables.listNamespaces(arn, context)) ?? [];
        const old = listed
            .filter((each) => !known.has(each.name) && isOld(each, context))
            .slice(0, MOST_LOOKED_AT);
        const looked = await (0,pool/* pooled */.I)(old, orphans_AT_A_TIME, async ({ name: namespace }) => (await isEmpty(aws, arn, namespace, context))
            ? [{ tableBucket: name, namespace, pullRequest: pullRequestIn(namespace) }]
            : []);
        return looked.flat();
    });
    return found.flat();
}
/** False also where it is gone by now. */
async function isEmpty({ s3tables }, bucketArn, namespace, context) {
    return (await s3tables.listTables(bucketArn, namespace, context))?.length === 0;
}
function isOld({ createdAtMs }, { clock }) {
    return clock.now() - createdAtMs >= YOUNG_MS;
}
/** `auto` calls the environment of a pull request `pr-<number>`. */
function pullRequestIn(namespace) {
    const [, number] = /^pr_([1-9]\d{0,9})_./.exec(namespace) ?? [];
    return number === undefined ? undefined : Number(number);
}

;// CONCATENATED MODULE: ./src/commands/sweep-orphans.ts







const sweep_orphans_AT_A_TIME = 4;
/**
 * Removes the empty namespaces that killed runs left in shared table buckets, where they are called like that of a
 * pull request of this repository that is closed; of the others it tells. Where it may not look, that is a warning.
 * Throws nothing: what was swept before has to be told.
 */
async function sweepOrphans(job, identity, given) {
    const { context } = job;
    if (context.signal.aborted)
        return { swept: [], failures: [] };
    try {
        return { swept: await sweepAll(job, identity, given), failures: [] };
    }
    catch (thrown) {
        const error = (0,errors/* asActionError */.z6)(thrown, 'look for namespaces that killed runs left');
        if (!(0,errors/* isDenied */.GZ)(error))
            return { swept: [], failures: context.signal.aborted ? [] : [error] };
        context.reporter.warning(`What killed runs left in shared table buckets is not looked for: ${error.message}`);
        return { swept: [], failures: [] };
    }
}
async function sweepAll(job, identity, given) {
    const { aws, context, inputs } = job;
    const named = inputs['table-bucket-name'];
    const names = [...new Set([...given.sharedBuckets, ...(named === undefined ? [] : [named])])];
    const buckets = names.map((name) => ({ name, arn: arnOf(job, identity, name) }));
    const orphans = await findOrphans(aws, buckets, given.records, context);
    return (0,pool/* pooled */.I)(orphans, sweep_orphans_AT_A_TIME, (orphan) => sweepOrphan(job, identity, orphan, given.law));
}
async function sweepOrphan(job, identity, orphan, law) {
    const { tableBucket, namespace } = orphan;
    const why = `The namespace ${namespace} of ${tableBucket} is empty, and no Glue database remembers it.`;
    try {
        if (isOutside(orphan, law))
            return sweep_orphans_sweptAs(orphan, 'kept', `${why} It is not of what is swept.`);
        if (!isClosed(orphan, law) || !(await isStillClosed(job, orphan)))
            return sweep_orphans_kept(orphan, why);
        if (job.inputs['dry-run'])
            return sweep_orphans_sweptAs(orphan, 'to destroy', why);
        const arn = arnOf(job, identity, tableBucket);
        if (!(await isStillOrphan(job, orphan, arn))) {
            return sweep_orphans_sweptAs(orphan, 'kept', 'It is remembered, filled or gone by now.');
        }
        await job.aws.s3tables.deleteNamespace(arn, namespace, job.context);
        return sweep_orphans_sweptAs(orphan, 'destroyed', why);
    }
    catch (thrown) {
        return { ...sweep_orphans_sweptAs(orphan, 'failed', why), failures: [(0,errors/* asActionError */.z6)(thrown)] };
    }
}
/** What the sweep is narrowed to does not have it. It can only be of the repository of this run. */
function isOutside({ pullRequest, namespace }, { only, repository }) {
    const { repositories = [], applications = [] } = only ?? {};
    const isOf = (application) => namespace === (0,src_names/* derivedNames */.o0)(`pr-${pullRequest}`, application, 'namespace').namespace;
    return ((repositories.length > 0 && !repositories.some((each) => isSame(each, repository))) ||
        (applications.length > 0 && !applications.some(isOf)));
}
function isClosed({ pullRequest }, { open }) {
    return pullRequest !== undefined && open !== undefined && !open.has(pullRequest);
}
async function isStillClosed({ pullRequests, context }, { pullRequest }) {
    return pullRequest !== undefined && (await pullRequests.stateOf(pullRequest, context)) === 'closed';
}
/** A run may have begun to make the environment since. */
async function isStillOrphan({ aws, context }, { tableBucket, namespace }, bucketArn) {
    const records = await recordsInGlue(aws, context);
    const isRemembered = records.some(({ names }) => names.tableBucket === tableBucket && names.namespace === namespace);
    return !isRemembered && (await isEmpty(aws, bucketArn, namespace, context));
}
function sweep_orphans_kept(orphan, why) {
    const { tableBucket, namespace } = orphan;
    const todo = `If nobody needs it, delete it: aws s3tables delete-namespace with this namespace and the ARN of the table bucket, or the command destroy with isolation: namespace, table-bucket-name: ${tableBucket}, namespace: ${namespace}, adopt: true.`;
    return { ...sweep_orphans_sweptAs(orphan, 'kept', `${why} ${todo}`), doubtful: true };
}
function sweep_orphans_sweptAs({ tableBucket, namespace, pullRequest }, what, why) {
    const env = pullRequest === undefined ? '' : `pr-${pullRequest}`;
    const application = pullRequest === undefined ? '' : namespace.slice(`pr_${pullRequest}_`.length);
    const names = { tableBucket, namespace, table: '', glueDatabase: '' };
    const failures = [];
    return { env, application, isolation: 'namespace', names, what, why, doubtful: false, failures };
}
function arnOf({ inputs }, identity, bucket) {
    return (0,arns/* bucketArnOf */.B)({ ...identity, region: inputs.region }, bucket);
}

;// CONCATENATED MODULE: ./src/commands/sweep.ts












/** So many are destroyed at the same time: S3 Tables answers "too many requests" readily. */
const sweep_AT_A_TIME = 4;
/** So long what environments share is taken to be as it was seen, ms. */
const COMMON_MS = 10_000;
/** So many are told of one by one; anybody may have written the marks. */
const SHOWN = 20;
/**
 * Destroys the environments that have expired, or whose pull request is closed. One that cannot be destroyed does not
 * stop the others; the run then fails with all of them. Throws what makes looking pointless.
 */
async function sweep(job) {
    const { context, inputs, aws } = job;
    const identity = await (0,prepare/* whoAmI */.Wc)(job);
    const [found, asked] = await Promise.all([findRecords(aws, context), openPullRequests(job)]);
    const law = lawOf(inputs, context, asked.open);
    const judged = judgeAll(found.records, law);
    const doomed = judged.filter(({ judgement }) => judgement.reason !== undefined).sort(byUrgency);
    context.reporter.info(`Found ${judged.length} environments of this action; ${doomed.length} of them are to go.`);
    const gone = await sweepInTurn(job, identity, doomed);
    const orphans = await sweepOrphans(job, identity, { ...found, law });
    const kept = judged
        .filter(({ judgement }) => judgement.reason === undefined)
        .map((each) => sweptAs(each, 'kept'));
    const unasked = asked.failure !== undefined && kept.some(({ doubtful }) => doubtful) ? [asked.failure] : [];
    const swept = [...gone, ...orphans.swept, ...kept];
    tell(job, swept);
    return outcomeOf(job, identity, swept, [...unasked, ...orphans.failures]);
}
/**
 * As many as one run may remove. What turns out to have to stay does not count: whoever can write many records could
 * otherwise keep the sweep from ever coming to the others.
 */
async function sweepInTurn(job, identity, doomed) {
    const limit = job.inputs['sweep-limit'];
    const common = commonLook(job);
    const swept = [];
    let at = 0;
    while (at < doomed.length) {
        const room = limit - swept.filter(({ what }) => what !== 'kept').length;
        if (room <= 0)
            break;
        const turn = doomed.slice(at, at + room);
        at += turn.length;
        swept.push(...(await (0,pool/* pooled */.I)(turn, sweep_AT_A_TIME, (each) => sweepOne(job, identity, each, common))));
    }
    return [...swept, ...doomed.slice(at).map((each) => sweptAs(each, 'left'))];
}
/** A look at what environments share, and a new one every few seconds. */
function commonLook({ aws, context }) {
    let look;
    let begun = 0;
    return () => {
        const now = context.clock.now();
        if (look === undefined || now - begun >= COMMON_MS)
            [begun, look] = [now, (0,observe_look/* lookAt */.t)(aws, context)];
        return look;
    };
}
/** Which pull requests are open; what has expired goes whether or not that is known. */
async function openPullRequests({ pullRequests, context }) {
    try {
        return { open: await pullRequests.open(context) };
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        return { failure: (0,errors/* asActionError */.z6)(thrown, 'ask GitHub which pull requests are open') };
    }
}
/** What has expired first goes first. */
function byUrgency(one, other) {
    const at = ({ record, judgement }) => (judgement.reason === 'expired' ? (0,src_expiry/* readExpiry */.A)(record.marks[ownership/* TAG */.Dk.expiresAt] ?? '') : undefined) ??
        Number.MAX_SAFE_INTEGER;
    return at(one) - at(other);
}
/** What somebody should look at, and what is yet to come. */
function tell({ context: { reporter, signal }, inputs }, swept) {
    const doubtful = swept.filter((each) => each.what === 'kept' && each.doubtful);
    for (const { env, application, why } of doubtful.slice(0, SHOWN)) {
        reporter.warning(env === '' ? why : `The environment ${env} of ${application} stays: ${why}`);
    }
    if (doubtful.length > SHOWN) {
        reporter.warning(`${doubtful.length - SHOWN} more stay in doubt: sweep-report has all of them.`);
    }
    const left = swept.filter(({ what }) => what === 'left').length;
    if (left === 0 || signal.aborted)
        return;
    reporter.notice(`${left} environments are left for the next run (sweep-limit: ${inputs['sweep-limit']}).`);
}
async function outcomeOf({ context, inputs }, { accountId }, swept, unasked) {
    const count = swept.filter(({ what }) => what === 'destroyed' || what === 'to destroy').length;
    const stopped = context.signal.aborted ? [(0,errors/* asActionError */.z6)(context.signal.reason)] : [];
    const failures = [...new Set([...swept.flatMap((each) => each.failures), ...unasked, ...stopped])];
    const dryRun = inputs['dry-run'];
    const outputs = {
        command: 'sweep',
        region: inputs.region,
        'account-id': accountId,
        changed: String(count > 0),
        'changes-count': String(count),
        destroyed: String(count > 0 && !dryRun),
        'sweep-report': await (0,files/* writeSweepFile */.yT)(swept)
    };
    return { command: 'sweep', dryRun, results: [], outputs, swept, failures };
}


/***/ })

};
