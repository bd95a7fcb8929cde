export const id = 131;
export const ids = [131];
export const modules = {

/***/ 1131:
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
// EXTERNAL MODULE: ./src/ownership.ts
var ownership = __webpack_require__(2334);
// EXTERNAL MODULE: ./src/names.ts
var src_names = __webpack_require__(6455);
// EXTERNAL MODULE: ./src/place.ts
var src_place = __webpack_require__(9252);
;// CONCATENATED MODULE: ./src/sweep/pool.ts
/** Does `work` on all items, at most `size` at a time, in their order. Gives the results in that order. */
async function pooled(items, size, work) {
    const results = [];
    const queue = items.entries();
    const worker = async () => {
        for (const [at, item] of queue)
            results[at] = await work(item);
    };
    await Promise.all(Array.from({ length: size }, worker));
    return results;
}

;// CONCATENATED MODULE: ./src/sweep/records.ts





const AT_A_TIME = 8;
/**
 * Every environment of this action in the account and region, also one that is half made or half destroyed: by the tags
 * of its table bucket, or by the parameters of its Glue database. A bucket of others whose tags may not be read is a
 * warning. Throws `ActionError` where nothing may be listed or read.
 */
async function findRecords(aws, context) {
    const [buckets, databases] = await Promise.all([ownBuckets(aws, context), aws.glue.listDatabases(context)]);
    return joined(buckets, databases.filter(({ parameters }) => isMarked(parameters)));
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
async function ownBuckets(aws, context) {
    const buckets = await aws.s3tables.listTableBuckets(context);
    const denials = [];
    const tagged = await pooled(buckets, AT_A_TIME, async ({ name, arn }) => {
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
    return tagged.filter(({ tags }) => isMarked(tags));
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
    const expiry = marks[ownership/* TAG */.Dk.expiresAt];
    const at = expiry === undefined ? undefined : (0,src_expiry/* readExpiry */.A)(expiry);
    if (at !== undefined && at <= law.now)
        return { reason: 'expired', why: `It expired at ${expiry}.` };
    const byPullRequest = judgeByPullRequest(marks, law);
    if (byPullRequest.reason !== undefined)
        return byPullRequest;
    if (expiry !== undefined && at === undefined) {
        const why = `Its ${ownership/* TAG */.Dk.expiresAt} cannot be read: ${JSON.stringify(expiry)}. It does not count as expired.`;
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
/** GitHub's names do not tell upper case from lower. */
function isSame(one, other) {
    return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}

// EXTERNAL MODULE: ./src/commands/prepare.ts + 4 modules
var prepare = __webpack_require__(7946);
// EXTERNAL MODULE: ./src/commands/destroy.ts
var destroy = __webpack_require__(9540);
;// CONCATENATED MODULE: ./src/commands/swept.ts

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
 * somebody may have renewed it. Throws nothing.
 */
async function sweepOne(job, identity, judged) {
    const { context } = job;
    if (context.signal.aborted)
        return sweptAs(judged, 'left');
    const { owner } = judged.record;
    const own = {
        ...job,
        inputs: inputsFor(job.inputs, judged.record),
        context: named(context, judged.record)
    };
    try {
        const now = await judgedAnew(job, identity, judged);
        if (now.judgement.reason === undefined)
            return sweptAs(now, 'kept');
        own.context.reporter.info(now.judgement.why);
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
/** What `destroy` is to be given for an environment that is only known by its record. */
function inputsFor(inputs, { owner, isolation, names }) {
    const { env, application, repository, pullRequest } = owner;
    return {
        ...inputs,
        ...{ command: 'destroy', env, application, isolation, names },
        ...{ adopt: false, 'dry-run': false, tags: {} },
        ...{
            team: undefined,
            'identity-center-role-arn': undefined,
            'identity-center-permission-set': undefined
        },
        github: { ...inputs.github, repository, pullRequest }
    };
}
async function judgedAnew(job, identity, { record }) {
    const { context, inputs, pullRequests } = job;
    const marks = await marksNow(job, identity, record);
    if (!isMarked(marks) || (0,ownership/* ownership */.kG)(marks, record.owner) !== 'ours') {
        return { record, judgement: { why: 'Its record is gone by now, or is that of another environment.' } };
    }
    const now = { ...record, marks };
    const { repository } = inputs.github;
    const open = new Set();
    const judgement = judge(now, { now: context.clock.now(), repository, open });
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
async function marksNow({ aws, context, inputs }, { accountId, partition }, { isolation, names }) {
    const arn = (service, rest) => `arn:${partition}:${service}:${inputs.region}:${accountId}:${rest}`;
    const bucketArn = arn('s3tables', `bucket/${names.tableBucket}`);
    if (isolation === 'bucket' && (await aws.s3tables.hasTableBucket(bucketArn, context))) {
        return (await aws.s3tables.getTags(bucketArn, context)) ?? {};
    }
    const database = await aws.glue.getDatabase(names.glueDatabase, context);
    if (database === undefined)
        return {};
    const tags = await aws.glue.getTags(arn('glue', `database/${names.glueDatabase}`), context);
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

;// CONCATENATED MODULE: ./src/commands/sweep.ts










/** So many are destroyed at the same time: S3 Tables answers "too many requests" readily. */
const sweep_AT_A_TIME = 4;
/**
 * Destroys the environments that have expired, or whose pull request is closed. One that cannot be destroyed does not
 * stop the others; the run then fails with all of them. Throws what makes looking pointless.
 */
async function sweep(job) {
    const { context, inputs, aws } = job;
    const identity = await (0,prepare/* whoAmI */.Wc)(job);
    const [records, asked] = await Promise.all([findRecords(aws, context), openPullRequests(job)]);
    const law = { now: context.clock.now(), repository: inputs.github.repository, open: asked.open };
    const judged = records.map((record) => ({ record, judgement: judge(record, law) }));
    const doomed = judged.filter(({ judgement }) => judgement.reason !== undefined).sort(byUrgency);
    tell(job, judged, doomed);
    const now = doomed.slice(0, inputs['sweep-limit']);
    const destroyed = inputs['dry-run']
        ? now.map((each) => sweptAs(each, 'to destroy'))
        : await pooled(now, sweep_AT_A_TIME, (each) => sweepOne(job, identity, each));
    const left = doomed.slice(now.length).map((each) => sweptAs(each, 'left'));
    const kept = judged
        .filter(({ judgement }) => judgement.reason === undefined)
        .map((each) => sweptAs(each, 'kept'));
    const unasked = asked.failure !== undefined && kept.some(({ doubtful }) => doubtful) ? [asked.failure] : [];
    return outcomeOf(job, identity, [...destroyed, ...left, ...kept], unasked);
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
function tell({ context: { reporter }, inputs }, all, doomed) {
    const limit = inputs['sweep-limit'];
    reporter.info(`Found ${all.length} environments of this action; ${doomed.length} of them are to go.`);
    for (const { record, judgement } of all.filter((each) => each.judgement.doubtful)) {
        reporter.warning(`The environment ${record.owner.env} of ${record.owner.application} stays: ${judgement.why}`);
    }
    if (doomed.length > limit) {
        reporter.notice(`${doomed.length - limit} environments are left for the next run (sweep-limit: ${limit}).`);
    }
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
