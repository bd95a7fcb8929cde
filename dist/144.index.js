export const id = 144;
export const ids = [144];
export const modules = {

/***/ 1155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ bucketArnOf),
/* harmony export */   C: () => (/* binding */ databaseArnOf)
/* harmony export */ });
/** The ARN of a table bucket; `*`: of all there are, also later. It can be told from the name alone. */
function bucketArnOf({ partition, region, accountId }, name) {
    return `arn:${partition}:s3tables:${region}:${accountId}:bucket/${name}`;
}
/** The ARN of a Glue database of the account's default catalog; `*`: of all. */
function databaseArnOf({ partition, region, accountId }, name) {
    return `arn:${partition}:glue:${region}:${accountId}:database/${name}`;
}


/***/ }),

/***/ 9540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _engine_rounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3295);
/* harmony import */ var _engine_ways_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3628);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1691);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8786);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3467);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7604);






/**
 * Removes what belongs to the environment and looks whether it is gone. Refuses to begin when anything is not
 * ours or is guarded. What the whole account shares is not even looked at.
 */
async function destroy(job) {
    const { inputs } = job;
    const { prepared, steps } = await (0,_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeDestroy */ .w)(await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .prepare */ .iA)(job, 'destroy'));
    const shown = await (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .showPlan */ .tN)(job, prepared, steps);
    if (inputs['dry-run'])
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .shownOutcome */ .CF)(job, prepared, shown);
    if (shown.plan.counts.blocked > 0) {
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .refusedOutcome */ .jV)(prepared, shown, (0,_preflight_js__WEBPACK_IMPORTED_MODULE_4__/* .preflight */ .Mz)(prepared, shown.plan));
    }
    const carried = await (0,_engine_rounds_js__WEBPACK_IMPORTED_MODULE_0__/* .carryThrough */ .d)(prepared.look, _engine_ways_js__WEBPACK_IMPORTED_MODULE_1__/* .TAKING_DOWN */ .KZ, shown.plan.steps, prepared.findings);
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .doneOutcome */ .lh)(job, prepared, shown, carried);
}


/***/ }),

/***/ 1144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RUN: () => (/* binding */ RUN)
});

// EXTERNAL MODULE: ./src/engine/rounds.ts + 3 modules
var rounds = __webpack_require__(3295);
// EXTERNAL MODULE: ./src/engine/ways.ts
var ways = __webpack_require__(3628);
// EXTERNAL MODULE: ./src/commands/outcome.ts
var commands_outcome = __webpack_require__(8786);
// EXTERNAL MODULE: ./src/commands/judge.ts + 2 modules
var judge = __webpack_require__(1691);
// EXTERNAL MODULE: ./src/commands/preflight.ts + 1 modules
var preflight = __webpack_require__(3467);
// EXTERNAL MODULE: ./src/commands/prepare.ts + 3 modules
var prepare = __webpack_require__(7604);
;// CONCATENATED MODULE: ./src/commands/apply.ts






/**
 * Brings the environment to what is declared, and runs the smoke test when that is asked for. Refuses to begin when
 * anything stands in the way. Of what is declared and is not carried out it warns.
 */
async function apply(job) {
    const { context, inputs } = job;
    const { prepared, steps } = await (0,judge/* judgeApply */.i)(job, await (0,prepare/* prepare */.iA)(job, 'apply'));
    const shown = await (0,commands_outcome/* showPlan */.tN)(job, prepared, steps);
    const checked = (0,preflight/* preflight */.Mz)(prepared, shown.plan, inputs['dry-run']);
    if (checked.warning !== undefined)
        context.reporter.warning(checked.warning);
    if (inputs['dry-run']) {
        const unseen = checked.failure === undefined ? [] : [checked.failure];
        return { ...(0,commands_outcome/* shownOutcome */.CF)(job, prepared, shown, unseen), policies: checked.policies };
    }
    if (shown.plan.counts.blocked > 0 || checked.failure)
        return (0,commands_outcome/* refusedOutcome */.jV)(prepared, shown, checked);
    const carried = await (0,rounds/* carryThrough */.d)(prepared.look, ways/* BUILDING */.fx, shown.plan.steps, prepared.findings);
    const outcome = (0,commands_outcome/* doneOutcome */.lh)(job, prepared, shown, carried);
    if (!inputs['smoke-test'] || outcome.failures.length > 0)
        return (0,commands_outcome/* warnOfUnmet */.pT)(job, skipSmokeTest(outcome));
    const { addSmokeTest } = await Promise.all(/* import() */[__webpack_require__.e(776), __webpack_require__.e(657)]).then(__webpack_require__.bind(__webpack_require__, 2657));
    return (0,commands_outcome/* warnOfUnmet */.pT)(job, await addSmokeTest(job, prepared.spec, outcome));
}
function skipSmokeTest(outcome) {
    return { ...outcome, outputs: { ...outcome.outputs, 'smoke-test-result': 'skipped' } };
}

// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/commands/destroy.ts
var destroy = __webpack_require__(9540);
// EXTERNAL MODULE: ./src/commands/by-event.ts
var by_event = __webpack_require__(9288);
;// CONCATENATED MODULE: ./src/commands/auto.ts




/**
 * Does what the event asks for: a closed pull request's environment is destroyed, everything else is applied. Events
 * come late and overtake each other, so GitHub is asked before anything is made, and once more after it. Throws
 * `INVALID_INPUT` for a pull request that the repository does not have.
 */
async function auto(job) {
    const { github, 'fork-pull-requests': choice } = job.inputs;
    const decided = (0,by_event/* byEvent */.e)({ command: 'auto', github, choice });
    if (decided !== undefined)
        return decided;
    const { pullRequest, meaning } = github;
    if (pullRequest === undefined)
        return apply(as(job, 'apply'));
    const only = { ...job, onlyOf: pullRequest };
    return ofPullRequest(only, pullRequest, meaning.does === 'destroy');
}
async function ofPullRequest(job, pullRequest, over) {
    const before = await stateOf(job, pullRequest);
    if (before === 'missing')
        throw missing(job, pullRequest);
    if (over)
        return before === 'open' ? reopened(pullRequest) : (0,destroy/* destroy */.z)(as(job, 'destroy'));
    if (before === 'closed')
        return auto_closed(job, pullRequest);
    const outcome = await apply(as(job, 'apply'));
    if (job.context.signal.aborted || outcome.dryRun)
        return outcome;
    return (await stateOf(job, pullRequest)) === 'closed' ? auto_closed(job, pullRequest) : outcome;
}
function as(job, command) {
    return { ...job, inputs: { ...job.inputs, command } };
}
/** `undefined`: GitHub does not say, and the event is believed. */
async function stateOf({ context, pullRequests }, pullRequest) {
    try {
        return await pullRequests.stateOf(pullRequest, context);
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        const { message } = (0,errors/* asActionError */.z6)(thrown);
        context.reporter.warning(`Whether the pull request ${pullRequest} is still open is not known; the event is believed. ${message}`);
        return undefined;
    }
}
function auto_closed(job, pullRequest) {
    job.context.reporter.notice(`The pull request ${pullRequest} was closed meanwhile, so its environment is destroyed.`);
    return (0,destroy/* destroy */.z)(as(job, 'destroy'));
}
function reopened(pullRequest) {
    const skipped = `The pull request ${pullRequest} was reopened meanwhile, so its environment stays.`;
    return { command: 'auto', dryRun: false, results: [], outputs: { command: 'auto' }, failures: [], skipped };
}
function missing({ inputs }, pullRequest) {
    return new errors/* ActionError */.lZ('INVALID_INPUT', {
        found: `The event is about the pull request ${pullRequest}, and ${inputs.github.repository ?? 'the repository'} has none of this number.`,
        todo: 'Run the action with an event of this repository, and with its own github-token.'
    });
}

// EXTERNAL MODULE: ./src/environment.ts + 37 modules
var environment = __webpack_require__(2757);
// EXTERNAL MODULE: ./src/github/files.ts
var files = __webpack_require__(5772);
// EXTERNAL MODULE: ./src/names.ts
var names = __webpack_require__(6455);
// EXTERNAL MODULE: ./src/arns.ts
var arns = __webpack_require__(1155);
// EXTERNAL MODULE: ./src/principal-arn.ts
var principal_arn = __webpack_require__(615);
// EXTERNAL MODULE: ./src/permissions/needs.ts + 1 modules
var needs = __webpack_require__(430);
;// CONCATENATED MODULE: ./src/permissions/commands.ts



/** What these inputs choose. */
function choicesOf(inputs) {
    return {
        permissionSet: inputs['identity-center-permission-set'] !== undefined,
        session: (0,principal_arn/* isSession */.lV)(inputs['identity-center-role-arn'] ?? ''),
        smokeTestVia: inputs['smoke-test-via']
    };
}
const LOOKING = ['observe', 'inspect'];
/** What looking at the environment needs, as `plan` does: the part that every command has. */
function needsToLook(resources, choices, spec, intent = 'apply') {
    const principal = [
        ...(choices.permissionSet ? commands_all('permission-set', LOOKING) : []),
        ...(choices.session ? commands_all('session-role', LOOKING) : [])
    ];
    const looks = resources.flatMap(({ id }) => commands_all(id, LOOKING));
    return (0,needs/* needsOf */.h)([...principal, ...looks], spec, { intent });
}
/** What `apply` needs, whatever there is to do. */
function needsToApply(resources, choices, spec) {
    const deeds = resources.flatMap(({ id, wanted }) => commands_all(id, wanted ? ['create', 'update'] : ['remove']));
    const enables = spec.integration === 'enable';
    const needed = deeds.filter(({ step }) => step !== 'analytics-integration' || enables);
    return together(needsToLook(resources, choices, spec), (0,needs/* needsOf */.h)(needed, spec));
}
/** What `destroy` needs, whatever there is. What is shared is not among the resources. */
function needsToDestroy(resources, choices, spec) {
    const deeds = resources.flatMap(({ id }) => commands_all(id, ['remove']));
    return together(needsToLook(resources, choices, spec, 'destroy'), (0,needs/* needsOf */.h)(deeds, spec, { intent: 'destroy' }));
}
/** What `sweep` needs, whatever environments there are: what `destroy` needs, on everything of its kind. */
function needsToSweep(resources, spec) {
    const every = {
        ...spec,
        names: { tableBucket: '*', namespace: '*', table: '*', glueDatabase: '*' },
        bucketArn: (0,arns/* bucketArnOf */.B)(spec, '*'),
        databaseArn: (0,arns/* databaseArnOf */.C)(spec, '*')
    };
    const choices = { permissionSet: false, session: false, smokeTestVia: 's3tables' };
    return together((0,needs/* needsOf */.h)(commands_all('sweep', LOOKING), every), needsToDestroy(resources, choices, every));
}
/** What the smoke test needs. */
function needsToTest({ smokeTestVia }, spec) {
    const steps = smokeTestVia === 'glue' ? ['smoke-test', 'smoke-test-via-glue'] : ['smoke-test'];
    return (0,needs/* needsOf */.h)(steps.flatMap((step) => commands_all(step, [...LOOKING, 'create', 'remove'])), spec);
}
/** What switching the analytics integration on needs, by who is to control the access. */
function needsToEnable(access, spec) {
    const enabling = { ...spec, integration: 'enable', access };
    return (0,needs/* needsOf */.h)(commands_all('analytics-integration', [...LOOKING, 'create']), enabling);
}
/** What asking IAM beforehand needs; without it the run goes on, and is refused when it comes to it. */
function needsToAsk(spec) {
    return (0,needs/* needsOf */.h)(commands_all('preflight', LOOKING), spec);
}
/** Both, each once. */
function together(...lists) {
    return [...new Map(lists.flat().map((need) => [`${need.action} ${need.place}`, need])).values()];
}
const commands_all = (step, verbs) => verbs.map((verb) => ({ step, verb }));

// EXTERNAL MODULE: ./src/permissions/document.ts
var permissions_document = __webpack_require__(6395);
;// CONCATENATED MODULE: ./src/commands/iam-policy.ts






/** Tells the least IAM policy that each command needs for these inputs. Calls nothing but STS. */
async function iamPolicy(job) {
    const { reporter } = job.context;
    const spec = await (0,prepare/* identify */.ls)(job);
    const policies = sheetsOf(job, spec);
    for (const { title, document } of policies) {
        const { length } = JSON.stringify(document);
        reporter.info(`${title}: ${document.Statement.length} statements, ${length} characters`);
        reporter.debug(JSON.stringify(document));
    }
    const file = await (0,files/* writePoliciesFile */.eo)(policies);
    reporter.info(`All of them are in ${file} and in the job summary.`);
    const outputs = { ...(0,environment/* knownOutputs */.E_)(spec), command: 'iam-policy', 'iam-policy-file': file };
    return { command: 'iam-policy', dryRun: false, results: [], outputs, failures: [], policies };
}
function sheetsOf({ inputs, aws }, spec) {
    const choices = choicesOf(inputs);
    const building = (0,environment/* resourcesOf */.F3)(spec, inputs, aws, 'apply');
    const removing = (0,environment/* resourcesOf */.F3)(spec, inputs, aws, 'destroy');
    const test = needsToTest(choices, spec);
    const apply = needsToApply(building, choices, spec);
    return [
        sheet('plan', 'Policy for plan', needsToLook(building, choices, spec)),
        sheet('apply', 'Policy for apply', inputs['smoke-test'] ? together(apply, test) : apply),
        sheet('destroy', 'Policy for destroy', needsToDestroy(removing, choices, spec)),
        sheet('sweep', 'Policy for sweep', needsToSweep(sweptOf({ inputs, aws }, spec), spec)),
        sheet('smoke-test', 'Policy for the smoke test', test),
        sheet('enable-iam', 'Policy for enabling the integration, with IAM access control', needsToEnable('iam', spec)),
        sheet('enable-lake-formation', 'Policy for enabling the integration, with Lake Formation access control', needsToEnable('lake-formation', spec)),
        sheet('preflight', 'Optional policy for asking IAM before the first write', needsToAsk(spec))
    ];
}
/** What `destroy` looks at with either isolation. */
function sweptOf({ inputs, aws }, spec) {
    return names/* ISOLATIONS */.Ce.flatMap((isolation) => (0,environment/* resourcesOf */.F3)({ ...spec, isolation }, inputs, aws, 'destroy'));
}
function sheet(name, title, needs) {
    return { name, title, document: (0,permissions_document/* policyFor */.K)(needs) };
}

// EXTERNAL MODULE: ./src/engine/plan.ts
var plan = __webpack_require__(955);
;// CONCATENATED MODULE: ./src/commands/plan.ts






/**
 * Shows what `apply` would do. Writes nothing. Fails with what could not be looked at, and, when asked to, with
 * `DRIFT` when there is anything to do.
 */
async function plan_plan(job) {
    const { prepared, steps } = await (0,judge/* judgeApply */.i)(job, await (0,prepare/* prepare */.iA)(job, 'apply'));
    const shown = await (0,commands_outcome/* showPlan */.tN)(job, prepared, steps);
    const { failure, warning, policies } = (0,preflight/* preflight */.Mz)(prepared, shown.plan, true);
    if (warning !== undefined)
        job.context.reporter.warning(warning);
    const others = prepared.findings.filter((finding) => !(0,preflight/* isDeniedLook */.DN)(finding));
    const unseen = new Set([failure, ...others.map((finding) => finding.failure)].flatMap((each) => each ?? []));
    const count = (0,plan/* changesIn */.N0)(shown.plan.counts);
    const drift = job.inputs['fail-on-changes'] && count > 0 ? [driftOf(count)] : [];
    return { ...(0,commands_outcome/* shownOutcome */.CF)(job, prepared, shown, [...unseen, ...drift]), policies };
}
function driftOf(count) {
    const what = count === 1 ? 'One resource is' : `${count} resources are`;
    return new errors/* ActionError */.lZ('DRIFT', { found: `${what} not as declared, and fail-on-changes is set.` });
}

// EXTERNAL MODULE: ./src/endpoints.ts
var endpoints = __webpack_require__(7437);
;// CONCATENATED MODULE: ./src/commands/endpoints.ts

/**
 * An outcome that also says where what it is about is reached: by the endpoints that the run itself used. Left as it is
 * where it is about no environment, and where there are no such endpoints, which the run has then failed with.
 */
async function withEndpoints(outcome, port) {
    const { outputs } = outcome;
    if (outputs['table-bucket-name'] === undefined)
        return outcome;
    try {
        const s3tables = await port.s3tables();
        const known = { ...outcome, outputs: { ...outputs, 'iceberg-rest-uri': (0,endpoints/* icebergRestUri */.k)(s3tables) } };
        if (!outputs['table-arn'])
            return known;
        return { ...known, endpoints: { s3tables, s3: await port.s3() } };
    }
    catch {
        return outcome;
    }
}

;// CONCATENATED MODULE: ./src/commands/index.ts






/** A command whose outcome says where the environment is reached. */
const located = (command) => async (job) => withEndpoints(await command(job), job.aws.endpoints);
/** What each command runs. */
const RUN = {
    plan: located(plan_plan),
    apply: located(apply),
    destroy: located(destroy/* destroy */.z),
    // Loaded when it is run: reading Parquet takes a good part of the bundle.
    'smoke-test': located(async (job) => (await Promise.all(/* import() */[__webpack_require__.e(776), __webpack_require__.e(657)]).then(__webpack_require__.bind(__webpack_require__, 2657))).smokeTest(job)),
    sweep: async (job) => (await __webpack_require__.e(/* import() */ 466).then(__webpack_require__.bind(__webpack_require__, 8085))).sweep(job),
    auto: located(auto),
    'iam-policy': located(iamPolicy)
};


/***/ }),

/***/ 1691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ judgeApply),
  w: () => (/* binding */ judgeDestroy)
});

// EXTERNAL MODULE: ./src/engine/plan.ts
var plan = __webpack_require__(955);
// EXTERNAL MODULE: ./src/engine/survey.ts
var survey = __webpack_require__(2862);
// EXTERNAL MODULE: ./src/engine/ways.ts
var ways = __webpack_require__(3628);
// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/principal-arn.ts
var principal_arn = __webpack_require__(615);
;// CONCATENATED MODULE: ./src/permissions/inquiry.ts


/** How long IAM is waited for when all else is done, ms: the run can do without its answer. */
const PATIENCE_MS = 5_000;
/** Begins to ask IAM what the caller may do of what is needed. Throws nothing: without an answer the run goes on. */
function beginInquiry(aws, asked, context) {
    const over = new AbortController();
    const own = { ...context, cut: AbortSignal.any([context.cut, over.signal]) };
    const answer = ask(aws, asked, own).catch((thrown) => {
        context.reporter.debug(`IAM was not asked what the credentials may do: ${(0,errors/* asActionError */.z6)(thrown).message}`);
        return undefined;
    });
    return {
        verdicts: async () => {
            const patience = context.clock.sleep(PATIENCE_MS, AbortSignal.any([context.signal, over.signal]));
            const tooLong = patience.then(() => undefined, () => undefined);
            return Promise.race([answer, tooLong]);
        },
        end: () => over.abort(new Error('the answer is no longer needed'))
    };
}
async function ask(aws, { spec, needs }, context) {
    const questions = questionsOf(needs, factsOf(spec));
    const askAbout = async (principal) => {
        const answers = questions.map((question) => aws.simulator.simulate(principal, question, context));
        return (await Promise.all(answers)).flat();
    };
    const verdicts = await askAboutCaller(aws, spec, askAbout, context);
    if (verdicts === undefined) {
        context.reporter.debug(`IAM cannot be asked what ${spec.callerArn ?? 'the caller'} may do`);
        return undefined;
    }
    const asked = new Set(needs.flatMap(({ action, resources }) => resources.map((each) => `${action} ${each}`)));
    return verdicts.filter(({ action, resource }) => asked.has(`${action} ${resource}`));
}
/**
 * Asks about whom IAM has policies of: a user, or the role of a session. STS does not tell a role's path, and few have
 * one: only when IAM knows none without does it cost a call to find it out. The root has no policies.
 */
async function askAboutCaller({ iam }, { callerArn = '' }, askAbout, context) {
    if (/^arn:[^:]+:iam::\d+:user\//.test(callerArn))
        return askAbout(callerArn);
    const session = (0,principal_arn/* parseSession */.iq)(callerArn);
    if (session === undefined)
        return undefined;
    try {
        const { partition, accountId, roleName } = session;
        return await askAbout(`arn:${partition}:iam::${accountId}:role/${roleName}`);
    }
    catch (thrown) {
        if ((0,errors/* asActionError */.z6)(thrown).code !== 'VANISHED')
            throw thrown;
        const role = await iam.getRole(session.roleName, context);
        return role && askAbout(role.arn);
    }
}
/** How many answers IAM gives at once, a page, where it is not told otherwise. */
const PAGE = 100;
/** So many answers that nobody needs are better than another question. */
const MOST_FOR_NOTHING = 20;
/**
 * As few questions as there are pages of answers: IAM answers for each action on each resource of a question, so that what
 * is needed on several sets of resources is asked together as long as that fits, and some of it for nothing.
 */
function questionsOf(needs, facts) {
    const questions = [];
    for (const place of new Set(needs.map((need) => need.place))) {
        const own = needs.filter((need) => need.place === place);
        const question = { actions: own.map(({ action }) => action), resources: own[0]?.resources ?? [], facts };
        const at = questions.findIndex((other) => isWorthIt(other, question));
        const other = questions[at];
        if (other === undefined)
            questions.push(question);
        else
            questions[at] = both(other, question);
    }
    return questions;
}
function both(one, other) {
    const join = (a, b) => [...new Set([...a, ...b])];
    return {
        actions: join(one.actions, other.actions),
        resources: join(one.resources, other.resources),
        facts: one.facts
    };
}
/** What is asked for nothing takes time to read as well. */
function isWorthIt(one, other) {
    const size = sizeOf(both(one, other));
    return size <= PAGE && size - sizeOf(one) - sizeOf(other) <= MOST_FOR_NOTHING;
}
function sizeOf({ actions, resources }) {
    return actions.length * resources.length;
}
/** What conditions in policies may ask for and is known beforehand. */
function factsOf({ region, names }) {
    return {
        'aws:SecureTransport': true,
        'aws:RequestedRegion': region,
        's3tables:namespace': names.namespace,
        's3tables:tableName': names.table,
        'iam:PassedToService': 'lakeformation.amazonaws.com'
    };
}

// EXTERNAL MODULE: ./src/permissions/needs.ts + 1 modules
var permissions_needs = __webpack_require__(430);
// EXTERNAL MODULE: ./src/commands/preflight.ts + 1 modules
var preflight = __webpack_require__(3467);
;// CONCATENATED MODULE: ./src/commands/ask-iam.ts



/**
 * Asks IAM whether the credentials may do what is planned; `undefined`: it was not asked, since nothing is, or did not
 * answer. Throws nothing: without an answer the run goes on.
 */
async function askIam({ aws, context }, spec, steps) {
    const needs = (0,permissions_needs/* needsOf */.h)(steps.flatMap(preflight/* deedsOf */.jh), spec, { sure: true });
    if (needs.length === 0)
        return undefined;
    const inquiry = beginInquiry(aws, { spec, needs }, context);
    try {
        return await inquiry.verdicts();
    }
    finally {
        inquiry.end();
    }
}

;// CONCATENATED MODULE: ./src/commands/judge.ts




/**
 * Plans what bringing the environment to what is declared takes, and asks what stands in the way of that: the account, and
 * IAM, at the same time. What is not to be written is not asked about. Throws what makes looking pointless.
 */
async function judgeApply(job, prepared) {
    const steps = (0,plan/* planApply */._$)(prepared.findings);
    const [findings, verdicts] = await Promise.all([
        (0,survey/* findObstacles */.A)(prepared.look, prepared.findings, ways/* BUILDING */.fx.deedOf),
        askIam(job, prepared.spec, steps)
    ]);
    return { prepared: { ...prepared, findings, verdicts }, steps: (0,plan/* planApply */._$)(findings) };
}
/** Plans what removing the environment takes, and asks what stands in the way of that. Throws as {@link judgeApply}. */
async function judgeDestroy(prepared) {
    const { look, findings } = prepared;
    const judged = await (0,survey/* findObstacles */.A)(look, findings, ways/* TAKING_DOWN */.KZ.deedOf);
    return { prepared: { ...prepared, findings: judged }, steps: (0,plan/* planDestroy */.Ub)(judged) };
}


/***/ }),

/***/ 8786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CF: () => (/* binding */ shownOutcome),
/* harmony export */   jV: () => (/* binding */ refusedOutcome),
/* harmony export */   lh: () => (/* binding */ doneOutcome),
/* harmony export */   pT: () => (/* binding */ warnOfUnmet),
/* harmony export */   tN: () => (/* binding */ showPlan)
/* harmony export */ });
/* unused harmony export blockers */
/* harmony import */ var _engine_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(955);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2757);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8987);
/* harmony import */ var _github_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5772);
/* harmony import */ var _github_plan_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9906);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3467);






/** Shows the plan and writes it to a file. */
async function showPlan(job, prepared, steps) {
    const { inputs, context } = job;
    const { accountId, region } = prepared.spec;
    const plan = {
        version: 1,
        command: inputs.command,
        environment: { env: inputs.env, application: inputs.application, accountId, region },
        counts: (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .countActions */ .Bd)(steps),
        steps
    };
    context.reporter.plan(plan);
    return { plan, file: await (0,_github_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writePlanFile */ .J)(plan) };
}
/** The warning that a plan, which is only shown, could not be carried out. */
function warnOfBlocked({ context }, { command, counts }) {
    if (counts.blocked === 0)
        return;
    const what = counts.blocked === 1 ? 'One resource is' : `${counts.blocked} resources are`;
    const doer = command === 'destroy' ? 'destroy' : 'apply';
    context.reporter.warning(`${what} blocked: ${doer} would refuse to begin. The plan says why.`);
}
/** The outcome of a command that only shows: what it would do. */
function shownOutcome(job, prepared, { plan, file }, failures = []) {
    warnOfBlocked(job, plan);
    const count = (0,_engine_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .changesIn */ .N0)(plan.counts);
    const outputs = {
        ...outputsOf(prepared, plan.command),
        ...verdict(plan.command, count, false),
        'plan-file': file
    };
    return { command: plan.command, dryRun: true, plan, results: [], outputs, failures };
}
/** The outcome of a command that was refused before it wrote anything. */
function refusedOutcome(prepared, { plan, file }, { failure, policies }) {
    const outputs = { ...(0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .knownOutputs */ .E_)(prepared.spec), ...verdict(plan.command, 0, false), 'plan-file': file };
    return {
        command: plan.command,
        dryRun: false,
        plan,
        results: [],
        outputs,
        failures: [...(failure === undefined ? [] : [failure]), ...blockers(prepared, plan)],
        policies
    };
}
/** The outcome of a command that wrote: what became of each step, and what is there now. */
function doneOutcome({ context }, prepared, { plan, file }, { done, stopped = context.signal.reason }) {
    const results = [...done.values()].map(({ result }) => result);
    const errors = results.flatMap(({ error }) => error ?? []);
    // What was waited for until the end explains more than that the end came.
    const failures = [...new Set([...(stopped === undefined ? [] : [stopped]), ...errors])];
    const changed = plan.steps.filter(({ id, action }) => action !== 'keep' && action !== 'differs' && done.get(id)?.result.status === 'done');
    const destroyed = plan.command === 'destroy' && changed.length > 0 && failures.length === 0;
    const outputs = {
        ...outputsOf(prepared, plan.command, done),
        ...verdict(plan.command, changed.length, destroyed),
        'plan-file': file
    };
    const { expiresAt } = prepared.spec;
    return { command: plan.command, dryRun: false, plan, results, outputs, expiresAt, failures };
}
/** Warns that something declared was not carried out: live tables keep their columns, and a drift check fails for it. */
function warnOfUnmet({ context }, outcome) {
    const unmet = (outcome.plan?.steps ?? []).flatMap(({ kind, name, differences = [] }) => {
        const declared = differences.filter(({ to }) => to !== undefined).map(_github_plan_text_js__WEBPACK_IMPORTED_MODULE_4__/* .differenceText */ .Lr);
        return declared.length === 0 ? [] : [`${kind} ${name}: ${declared.join('; ')}.`];
    });
    if (unmet.length === 0)
        return outcome;
    const failure = new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('SCHEMA_DIFFERS', {
        doing: 'give a live table the declared columns',
        found: unmet.join(' ')
    });
    context.reporter.warning(failure.message);
    return outcome;
}
/**
 * What stands in the way of a plan, each reason once, besides what was denied; what is only blocked by something else
 * is left out.
 */
function blockers({ findings }, plan) {
    const blocked = new Set(plan.steps.filter(({ action }) => action === 'blocked').map(({ id }) => id));
    const reasons = findings
        .filter((finding) => blocked.has(finding.resource.id) && !(0,_preflight_js__WEBPACK_IMPORTED_MODULE_5__/* .isDeniedLook */ .DN)(finding))
        .flatMap(({ failure, observation: { applyRefusal, removeRefusal } }) => {
        const refusal = plan.command === 'destroy' ? removeRefusal : applyRefusal;
        return failure ?? refusal ?? [];
    });
    return [...new Set(reasons)];
}
function verdict(command, count, destroyed) {
    return {
        command,
        changed: String(count > 0),
        'changes-count': String(count),
        destroyed: String(destroyed)
    };
}
/** What is known of the environment, and what each resource can say of itself. */
function outputsOf(prepared, command, done) {
    const known = (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .knownOutputs */ .E_)(prepared.spec);
    if (command === 'destroy')
        return known;
    return prepared.findings.reduce((outputs, { resource, observation, failure }) => {
        const { state } = done?.get(resource.id)?.observation ?? observation;
        const silent = failure !== undefined || (done !== undefined && state === undefined);
        return silent ? outputs : { ...outputs, ...resource.outputs(state) };
    }, known);
}


/***/ }),

/***/ 3467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jh: () => (/* binding */ deedsOf),
  DN: () => (/* binding */ isDeniedLook),
  Mz: () => (/* binding */ preflight)
});

// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/permissions/document.ts
var permissions_document = __webpack_require__(6395);
;// CONCATENATED MODULE: ./src/permissions/lacking.ts
/** What is lacking of what is needed, by what IAM says. What IAM says nothing of is not lacking. Pure. */
function lackingOf(needs, verdicts, mayHavePolicy) {
    return needs.flatMap((need) => {
        const refused = verdicts.filter(({ action, resource, decision }) => action === need.action && need.resources.includes(resource) && decision !== 'allowed');
        if (refused.length === 0)
            return [];
        const denied = refused.some(({ decision }) => decision === 'explicitDeny');
        const told = refused.every(({ unknownFacts }) => unknownFacts.length === 0);
        return [
            {
                need,
                resources: refused.map(({ resource }) => resource),
                denied,
                certain: told && (denied || !(mayHavePolicy && isOfBucket(need.action)))
            }
        ];
    });
}
/** A resource policy of the table bucket may allow it, once there is a table bucket. */
function isOfBucket(action) {
    return action.startsWith('s3tables:') && action !== 's3tables:CreateTableBucket';
}
/** `glue:CreateDatabase on arn:…, arn:…` */
function lackLine({ need, resources, denied }) {
    const how = denied ? ' (a policy denies it explicitly)' : '';
    return `${need.action} on ${resources.join(', ')}${how}`;
}

// EXTERNAL MODULE: ./src/permissions/needs.ts + 1 modules
var permissions_needs = __webpack_require__(430);
;// CONCATENATED MODULE: ./src/commands/preflight.ts




/**
 * What the plan needs and the credentials may not do, all at once: by IAM's word where it was asked, and by the looks
 * that were denied. With `showing`, when nothing is to be written, what is only needed to write is a warning.
 */
function preflight(prepared, plan, showing = false) {
    const looks = deniedLooks(prepared, plan);
    const lacks = lacksOf(prepared, plan).filter((lack) => !looks.some(({ needs }) => covers(needs, lack.need)));
    const grave = showing && looks.length === 0 ? [] : lacks.filter(({ certain }) => certain);
    const light = lacks.filter((lack) => !grave.includes(lack));
    const missing = [
        ...looks.flatMap(({ error, needs }) => (isExplicit(error) ? [] : needs)),
        ...lacks.filter(({ denied }) => !denied).map(({ need }) => need)
    ];
    const policies = missing.length === 0 ? [] : [sheetOf(missing)];
    const document = policies.map((sheet) => JSON.stringify(sheet.document)).at(0);
    return {
        failure: failureOf(looks, grave, document),
        warning: light.length === 0 ? undefined : warningOf(light, showing),
        policies
    };
}
/** True: the failure is told of by {@link preflight}, with all others of its kind. */
function isDeniedLook({ failure }) {
    return failure?.code === 'PERMISSION_DENIED' && failure.answer !== undefined;
}
function deniedLooks({ findings, spec }, { command }) {
    const intent = command === 'destroy' ? 'destroy' : 'apply';
    const looks = findings.filter(isDeniedLook).flatMap(({ resource, failure: error }) => {
        if (error === undefined)
            return [];
        const needs = (0,permissions_needs/* needsOf */.h)(deeds(resource.id, ['observe', 'inspect']), spec, { intent });
        return [{ error, needs: needs.filter((need) => isFor(need, error)) }];
    });
    // Several resources may need the same look; those that only use it know no permission for it.
    const isTold = ({ error, needs }) => needs.length === 0 && looks.some((look) => look.error === error && look.needs.length > 0);
    const keyOf = ({ error, needs }) => [error.answer?.operation, ...needs.map(({ place }) => place)].join(' ');
    return [...new Map(looks.filter((look) => !isTold(look)).map((look) => [keyOf(look), look])).values()];
}
function isExplicit({ answer }) {
    return /explicit deny/i.test(answer?.message ?? '');
}
/** Reading the files of a table goes through S3 but is governed by S3 Tables. */
function isFor({ action }, { answer }) {
    const operation = answer?.operation;
    return action === (operation === 's3:GetObject' ? 's3tables:GetTableData' : operation);
}
function lacksOf({ findings, spec, verdicts }, plan) {
    if (verdicts === undefined)
        return [];
    const needs = (0,permissions_needs/* needsOf */.h)(plan.steps.flatMap(deedsOf), spec, { sure: true });
    return lackingOf(needs, verdicts, mayHavePolicy(findings, spec));
}
/** What a step is about to do with what the table of permissions knows; nothing for one that does nothing. */
function deedsOf({ id, action, changes, blocked }) {
    if (action === 'create')
        return [...deeds(id, ['inspect']), { step: id, verb: 'create', changes }];
    if (action === 'update')
        return [{ step: id, verb: 'update', changes }];
    if (action === 'remove')
        return deeds(id, ['remove']);
    const unknown = blocked?.code === 'PERMISSION_DENIED' || blocked?.code === 'BLOCKED';
    return unknown ? deeds(id, ['observe', 'inspect', 'create']) : [];
}
/** A bucket that is not there yet has no policy, and the default one allows nobody of this account anything. */
function mayHavePolicy(findings, { policy }) {
    const bucket = findings.find(({ resource }) => resource.id === 'table-bucket');
    return (typeof policy === 'object' || bucket?.failure !== undefined || bucket?.observation.state !== undefined);
}
function failureOf(looks, lacks, document) {
    const [first, ...others] = looks;
    if (first === undefined && lacks.length === 0)
        return undefined;
    const attach = document === undefined ? '' : ` Attach this policy to the role of this run: ${document}`;
    const all = `${attach} The command iam-policy tells all that each command needs.`;
    if (first !== undefined && others.length + lacks.length === 0)
        return alone(first.error, all);
    const lines = [...looks.map(lookLine), ...lacks.map(lackLine)];
    return new errors/* ActionError */.lZ('PERMISSION_DENIED', {
        doing: 'begin',
        found: `The credentials may not do all that is needed, so nothing was written. What is missing:\n${list(lines)}`,
        todo: `Take what is denied explicitly out of the policy that denies it, and allow the rest.${all}`,
        cause: first?.error
    });
}
/** What AWS said of the only thing that is missing is kept as it is. */
function alone({ code, doing, answer, found, todo, cause }, all) {
    return new errors/* ActionError */.lZ(code, { doing, answer, found, todo: todo + all, cause });
}
function lookLine({ error: { answer, doing }, needs }) {
    const what = needs.map(({ action, resources }) => `${action} on ${resources.join(', ')}`).join(' and ');
    const id = answer?.requestId === undefined ? '' : `, request id ${answer.requestId}`;
    const said = `to ${doing ?? 'look'}: ${answer?.name}: ${answer?.message}${id}`;
    return `${what === '' ? (answer?.operation ?? '') : what} (${said})`;
}
function warningOf(lacks, showing) {
    const certain = lacks.every((lack) => lack.certain);
    const what = certain ? 'apply would be refused' : `${showing ? 'apply' : 'this run'} may be refused`;
    return `By what IAM says, ${what} for want of permissions:\n${list(lacks.map(lackLine))}The job summary has the policy to attach.`;
}
function sheetOf(needs) {
    return {
        name: 'missing',
        title: 'Policy with the permissions that are missing',
        document: (0,permissions_document/* policyFor */.K)(needs)
    };
}
function covers(needs, { action, place }) {
    return needs.some((need) => need.action === action && need.place === place);
}
const list = (lines) => lines.map((line) => `- ${line}\n`).join('');
const deeds = (step, verbs) => verbs.map((verb) => ({ step, verb }));


/***/ }),

/***/ 7604:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ls: () => (/* binding */ identify),
  iA: () => (/* binding */ prepare),
  Wc: () => (/* binding */ whoAmI)
});

// EXTERNAL MODULE: ./src/engine/survey.ts
var survey = __webpack_require__(2862);
// EXTERNAL MODULE: ./src/environment.ts + 37 modules
var environment = __webpack_require__(2757);
// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/observe/look.ts + 1 modules
var observe_look = __webpack_require__(9356);
// EXTERNAL MODULE: ./src/expiry.ts
var expiry = __webpack_require__(6440);
// EXTERNAL MODULE: ./src/principal-arn.ts
var principal_arn = __webpack_require__(615);
;// CONCATENATED MODULE: ./src/principal/permission-set.ts


/**
 * The ARN of the role that Identity Center made for a permission set, path included. Throws `PRINCIPAL_UNKNOWN`,
 * with all permission sets there are, when none has that name, and with the roles when several do.
 */
async function roleOfPermissionSet(iam, name, context) {
    const roles = await iam.listRoles(principal_arn/* RESERVED_PATH */.tE, context);
    const [match, ...others] = roles.filter((role) => (0,principal_arn/* permissionSetOf */.pF)(role.name) === name);
    if (match === undefined)
        throw unknown(name, roles);
    if (others.length > 0)
        throw ambiguous(name, [match, ...others]);
    context.reporter.info(`Permission set ${name}: role ${match.arn}`);
    return match.arn;
}
function unknown(name, roles) {
    const sets = [...new Set(roles.flatMap((role) => (0,principal_arn/* permissionSetOf */.pF)(role.name) ?? []))].sort();
    const there = sets.length === 0
        ? 'There are no roles of permission sets in this account at all.'
        : `There are roles of: ${sets.join(', ')}.`;
    return new errors/* ActionError */.lZ('PRINCIPAL_UNKNOWN', {
        doing: `find the role of the permission set ${name}`,
        found: `No role in this account was made for a permission set of that name. ${there}`,
        todo: 'Correct identity-center-permission-set, or assign the permission set to this account in Identity Center: the role is made then.'
    });
}
function ambiguous(name, roles) {
    return new errors/* ActionError */.lZ('PRINCIPAL_UNKNOWN', {
        doing: `find the role of the permission set ${name}`,
        found: `Several roles are called so: ${roles.map(({ arn }) => arn).join(', ')}.`,
        todo: 'Give the one that is meant by identity-center-role-arn instead of identity-center-permission-set.'
    });
}

;// CONCATENATED MODULE: ./src/principal/session.ts


/**
 * The ARN of the role that a session is of, path included, which the session's own ARN leaves out. Throws
 * `PRINCIPAL_UNKNOWN` with the form that is needed when the role is not there or may not be looked at.
 */
async function roleOfSession(iam, session, accountId, context) {
    if (session.accountId !== accountId) {
        throw refusal(session, `It is a role of account ${session.accountId}, and this run is in ${accountId}.`);
    }
    const role = await iam.getRole(session.roleName, context).catch((thrown) => {
        const error = (0,errors/* asActionError */.z6)(thrown);
        if (error.code !== 'PERMISSION_DENIED')
            throw error;
        throw refusal(session, `The role's path could not be looked up: ${error.message}`, error);
    });
    if (role === undefined)
        throw refusal(session, `There is no role ${session.roleName} in this account.`);
    context.reporter.info(`identity-center-role-arn is the ARN of a session; its role is ${role.arn}`);
    return role.arn;
}
function refusal(session, found, cause) {
    return new errors/* ActionError */.lZ('PRINCIPAL_UNKNOWN', {
        doing: `find the role of the session that identity-center-role-arn names`,
        found,
        todo: `Set identity-center-role-arn to the role's ARN with its path: ${formOf(session)}`,
        cause
    });
}
function formOf({ partition, accountId, roleName }) {
    const start = `arn:${partition}:iam::${accountId}:role`;
    if ((0,principal_arn/* permissionSetOf */.pF)(roleName) === undefined)
        return `${start}/<path, if it has one>/${roleName}`;
    const reserved = `${start}/aws-reserved/sso.amazonaws.com`;
    return `${reserved}/${roleName}, or ${reserved}/<region of Identity Center>/${roleName} where that is not us-east-1.`;
}

;// CONCATENATED MODULE: ./src/principal/role.ts



/**
 * The ARN, path included, of the role that uses the data; `undefined`: none is named. Looked up on each run, since a
 * permission set that is made again has another role. Throws `PRINCIPAL_UNKNOWN`.
 */
async function resolveRole(iam, { arn, permissionSet }, { accountId }, context) {
    if (permissionSet !== undefined)
        return roleOfPermissionSet(iam, permissionSet, context);
    const session = arn === undefined ? undefined : (0,principal_arn/* parseSession */.iq)(arn);
    return session === undefined ? arn : roleOfSession(iam, session, accountId, context);
}

;// CONCATENATED MODULE: ./src/commands/prepare.ts






/**
 * Finds out whose account this is and looks at everything that makes the environment. Writes nothing.
 * Throws `WRONG_ACCOUNT`, and whatever makes looking pointless.
 */
async function prepare(job, intent) {
    const { inputs, aws, context } = job;
    const { look = (0,observe_look/* lookAt */.t)(aws, context, intent === 'destroy' ? 'all' : 'unknown') } = job;
    const identity = await whoAmI(job);
    const role = await (intent === 'apply' ? roleFor(job, identity) : roleIfKnown(job, identity));
    const spec = describe(job, identity, role);
    const resources = (0,environment/* resourcesOf */.F3)(spec, inputs, aws, intent);
    return { spec, look, findings: await (0,survey/* survey */.F)(look, resources) };
}
/** Names the environment in the account of the credentials, as it is. Throws `WRONG_ACCOUNT`. */
async function identify(job) {
    return describe(job, await whoAmI(job), undefined);
}
/** Whose account the credentials are for. Throws `WRONG_ACCOUNT`. */
async function whoAmI({ inputs, context, aws }) {
    const identity = await aws.sts.getIdentity(context);
    refuseOtherAccounts(identity, inputs['allowed-account-ids']);
    return identity;
}
function roleFor({ inputs, context, aws }, identity) {
    const { 'identity-center-role-arn': arn, 'identity-center-permission-set': permissionSet } = inputs;
    return resolveRole(aws.iam, { arn, permissionSet }, identity, context);
}
/** What was granted is on record, so an environment can be destroyed after its role is gone. */
async function roleIfKnown(job, identity) {
    try {
        return await roleFor(job, identity);
    }
    catch (thrown) {
        const error = (0,errors/* asActionError */.z6)(thrown);
        if (error.code !== 'PRINCIPAL_UNKNOWN' && error.code !== 'PERMISSION_DENIED')
            throw error;
        job.context.reporter.info(`${error.message} What was granted to it is on record, and is revoked by that.`);
        return undefined;
    }
}
function describe({ inputs, context, onlyOf }, identity, role) {
    const named = { ...inputs, 'identity-center-role-arn': role };
    const spec = { ...(0,environment/* describeEnvironment */.NE)(named, identity, expiryOf(inputs, context)), onlyOf };
    const { env, application } = inputs;
    const caller = identity.callerArn === undefined ? '' : `, as ${identity.callerArn}`;
    context.reporter.info(`Environment ${env} of ${application}, in account ${spec.accountId}, region ${spec.region}${caller}`);
    return spec;
}
/** Each apply begins the time anew. A plan would only ever find that time has passed. */
function expiryOf({ command, ttl, 'dry-run': dry }, { clock }) {
    if (command !== 'apply' || dry || ttl === undefined)
        return undefined;
    return (0,expiry/* expiryMark */.z)(clock.now() + ttl);
}
function refuseOtherAccounts({ accountId }, allowed) {
    if (allowed.length === 0 || allowed.includes(accountId))
        return;
    throw new errors/* ActionError */.lZ('WRONG_ACCOUNT', {
        found: `The credentials are for account ${accountId}; allowed-account-ids has ${allowed.join(', ')}.`
    });
}


/***/ }),

/***/ 2430:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ reversed),
/* harmony export */   l: () => (/* binding */ runInOrder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);

/**
 * Runs the work of every node as soon as that of all its needs is over, everything that is ready at the same
 * time. `work` is given the results of the needs. It must not throw. Gives the results by id.
 * Needs that are not among the nodes are met already.
 */
async function runInOrder(nodes, work) {
    refuseCycles(nodes);
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const running = new Map();
    const start = (node) => {
        const known = running.get(node.id);
        if (known !== undefined)
            return known;
        const needs = node.needs.flatMap((id) => byId.get(id) ?? []);
        const result = Promise.all(needs.map(start)).then((results) => work(node, results));
        running.set(node.id, result);
        return result;
    };
    const entries = nodes.map(async (node) => [node.id, await start(node)]);
    return new Map(await Promise.all(entries));
}
/** The same nodes, each needing what needed it: the order in which to take things down. */
function reversed(nodes) {
    return nodes.map((node) => ({
        ...node,
        needs: nodes.filter((other) => other.needs.includes(node.id)).map((other) => other.id)
    }));
}
function refuseCycles(nodes) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const safe = new Set();
    const walk = (node, above) => {
        if (above.includes(node.id)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INTERNAL', {
                found: `These depend on each other: ${[...above, node.id].join(' > ')}.`
            });
        }
        if (safe.has(node.id))
            return;
        for (const need of node.needs.flatMap((id) => byId.get(id) ?? []))
            walk(need, [...above, node.id]);
        safe.add(node.id);
    };
    for (const node of nodes)
        walk(node, []);
}


/***/ }),

/***/ 955:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ countActions),
/* harmony export */   Iq: () => (/* binding */ deedToApply),
/* harmony export */   N0: () => (/* binding */ changesIn),
/* harmony export */   Ub: () => (/* binding */ planDestroy),
/* harmony export */   _$: () => (/* binding */ planApply),
/* harmony export */   oZ: () => (/* binding */ deedToDestroy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);

/** What bringing every resource to what is declared takes. Pure. */
function planApply(findings) {
    const steps = findings.map((finding) => toStep(finding, decideApply(finding)));
    return cascade(steps, (step) => step.needs);
}
/**
 * What removing every resource takes; what is not there is left out. Pure. What is in something that must be left
 * alone is left alone as well, and what holds something that must stay has to stay.
 */
function planDestroy(findings) {
    const all = findings.map((finding) => toStep(finding, decideDestroy(finding)));
    const steps = all.filter((step) => step.action !== 'keep');
    const usersOf = (step) => steps.filter((other) => other.needs.includes(step.id)).map(({ id }) => id);
    return cascade(steps, (step) => [...step.needs, ...usersOf(step)]);
}
/** What is to be done to bring it to what is declared, whatever it depends on; `undefined`: nothing, or it must not. Pure. */
function deedToApply(finding) {
    return deedIn(decideApply(finding));
}
/** What is to be done to remove it, whatever it depends on; `undefined`: nothing, or it must not. Pure. */
function deedToDestroy(finding) {
    return deedIn(decideDestroy(finding));
}
function deedIn({ action }) {
    return action === 'create' || action === 'update' || action === 'remove' ? action : undefined;
}
/** How many steps there are of each action. */
function countActions(steps) {
    const count = (action) => steps.filter((step) => step.action === action).length;
    const differs = count('differs');
    return {
        create: count('create'),
        update: count('update'),
        keep: count('keep'),
        ...(differs > 0 && { differs }),
        remove: count('remove'),
        blocked: count('blocked')
    };
}
/** How many resources are not as planned for; what is blocked, or only shown, is something to do as well. */
function changesIn(counts) {
    return counts.create + counts.update + counts.remove + counts.blocked + (counts.differs ?? 0);
}
function decideApply({ resource, observation, failure }) {
    const { state, applyRefusal } = observation;
    const reason = failure ?? applyRefusal;
    if (!resource.wanted) {
        if (reason)
            return { action: 'blocked', changes: [], reason };
        return state === undefined ? { action: 'keep', changes: [] } : { action: 'remove', changes: [] };
    }
    const changes = failure ? [] : resource.diff(state);
    if (reason)
        return { action: 'blocked', changes, reason };
    if (state === undefined)
        return { action: 'create', changes };
    if (changes.length > 0)
        return { action: 'update', changes };
    return { action: (observation.differences ?? []).length > 0 ? 'differs' : 'keep', changes };
}
function decideDestroy({ observation, failure }) {
    const reason = failure ?? observation.removeRefusal;
    if (reason)
        return { action: 'blocked', changes: [], reason };
    return { action: observation.state === undefined ? 'keep' : 'remove', changes: [] };
}
function toStep({ resource, observation }, { action, changes, reason }) {
    const { id, kind, name, needs } = resource;
    return {
        id,
        kind,
        name,
        action,
        changes,
        ...(observation.differences?.length && { differences: observation.differences }),
        needs,
        ...(reason && { blocked: { code: reason.code, message: reason.message } }),
        notes: observation.notes ?? []
    };
}
/** Blocks what depends on something that is blocked, down the whole chain. */
function cascade(steps, dependsOn) {
    const blocked = new Set(steps.filter((step) => step.action === 'blocked').map(({ id }) => id));
    const culprit = (step) => steps.find((other) => blocked.has(other.id) && dependsOn(step).includes(other.id));
    for (;;) {
        const next = steps.find((step) => !blocked.has(step.id) && culprit(step) !== undefined);
        if (next === undefined)
            break;
        blocked.add(next.id);
    }
    return steps.map((step) => {
        const by = culprit(step);
        return step.action === 'blocked' || by === undefined ? step : blockedBy(step, by);
    });
}
function blockedBy(step, by) {
    const found = `The ${step.kind} ${step.name} depends on the ${by.kind} ${by.name}, which is blocked.`;
    const { code, message } = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('BLOCKED', { found });
    return { ...step, action: 'blocked', blocked: { code, message } };
}


/***/ }),

/***/ 3295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ carryThrough)
});

// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/wait.ts
var wait = __webpack_require__(910);
// EXTERNAL MODULE: ./src/engine/survey.ts
var survey = __webpack_require__(2862);
// EXTERNAL MODULE: ./src/engine/ways.ts
var ways = __webpack_require__(3628);
;// CONCATENATED MODULE: ./src/engine/confirm.ts



/**
 * Looks whether what was done is so, and waits for a while for what is not yet: reads lag behind writes. Gives what was
 * found, which says what is left; what turns out to be somebody else's is not waited for. Throws as `survey`, and
 * `TIMED_OUT` on the deadline of the run.
 */
async function confirm_confirm(look, way, before, round = 0) {
    const { clock } = look.context;
    const begun = clock.now();
    const seen = new Map(before.map((finding) => [finding.resource.id, finding]));
    let pending = before;
    return (0,wait/* waitUntil */.a)(look.context, {
        what: `everything to be ${way.expects === 'all' ? 'as declared' : 'gone'}`,
        capMs: Infinity,
        probe: async () => {
            const now = await (0,survey/* survey */.F)(look.anew(way.expects), pending.map(({ resource }) => resource), pending);
            for (const finding of now)
                seen.set(finding.resource.id, finding);
            const left = (0,ways/* leftOf */.lC)(way, [...seen.values()]);
            const isOver = left.length === 0 ||
                left.some(({ action }) => action === 'blocked') ||
                clock.now() - begun >= way.patienceMs(left, round);
            if (isOver)
                return { done: true, value: [...seen.values()] };
            pending = [...seen.values()].filter(({ resource }) => left.some(({ id }) => id === resource.id));
            return { done: false, seen: left.map(leftText).join('; ') };
        }
    });
}
function leftText({ kind, name, action, changes }) {
    if (action === 'remove')
        return `${kind} ${name} is still there`;
    return action === 'create'
        ? `${kind} ${name} is not there`
        : `${kind} ${name} differs: ${changes.map(({ path }) => path).join(', ')}`;
}

// EXTERNAL MODULE: ./src/engine/graph.ts
var graph = __webpack_require__(2430);
;// CONCATENATED MODULE: ./src/engine/take-over.ts



/**
 * What was there already when it was to be made, because an answer was lost or another run was faster: looks whether it is
 * ours, and brings it to what is declared. Throws the refusal when it is not ours; `CONFLICT`, which the next round sees
 * to, when it is not there after all.
 */
async function takeOver(look, resource) {
    look.learnt.made.delete(resource.id);
    const { state } = await firstSight(look, resource);
    const changes = resource.diff(state);
    if (changes.length > 0)
        await resource.update(look, state, changes);
}
/** Looks until it is there, or for a few seconds. */
function firstSight(look, resource) {
    const { kind, name } = resource;
    const { clock } = look.context;
    const begun = clock.now();
    return (0,wait/* waitUntil */.a)(look.context, {
        what: `the ${kind} ${name} to be visible`,
        capMs: Infinity,
        probe: async () => {
            const seen = await resource.observe(look.anew());
            if (seen.applyRefusal)
                throw seen.applyRefusal;
            if (seen.state !== undefined)
                return { done: true, value: seen };
            if (clock.now() - begun >= ways/* ABSENT_MS */.v9)
                throw goneAgain(resource);
            return { done: false, seen: 'it is not there' };
        }
    });
}
function goneAgain({ kind, name }) {
    return new errors/* ActionError */.lZ('CONFLICT', {
        doing: `make the ${kind} ${name}`,
        found: 'It was there, and is not when looked at: another run or somebody else removed it.'
    });
}

;// CONCATENATED MODULE: ./src/engine/act.ts






/**
 * Carries out a plan in the way's order, all that is ready at the same time. That AWS has taken a write is enough for what
 * comes after it; whether everything is so is looked at when all is done. Throws nothing.
 */
async function act(look, way, steps, findings) {
    return (0,graph/* runInOrder */.l)(way.inOrder(tasksOf(steps, findings)), (task, needs) => carryOut(look, task, needs));
}
function tasksOf(steps, findings) {
    const byId = new Map(findings.map((finding) => [finding.resource.id, finding]));
    return steps.flatMap((step) => {
        const { id } = step;
        const finding = byId.get(id);
        const needs = [...step.needs, ...(finding?.resource.witnesses ?? [])];
        const users = findings.filter(({ resource }) => resource.needs.includes(id));
        return finding === undefined ? [] : [{ id, needs, step, finding, users }];
    });
}
async function carryOut(look, task, needs) {
    const { id, step, finding } = task;
    const { clock, signal } = look.context;
    const { observation } = finding;
    const skip = needs.some(({ result }) => result.status !== 'done') || signal.aborted;
    if (skip)
        return { result: { id, status: 'skipped', ms: 0 }, observation };
    const start = clock.now();
    const elapsed = () => clock.now() - start;
    try {
        await perform(look, task);
        tell(look, step, elapsed());
        return { result: { id, status: 'done', ms: elapsed() }, observation };
    }
    catch (thrown) {
        const error = (0,errors/* asActionError */.z6)(thrown, `${step.action} the ${step.kind} ${step.name}`);
        return { result: { id, status: 'failed', ms: elapsed(), error }, observation };
    }
}
async function perform(look, task) {
    const { step, finding } = task;
    const { resource, observation } = finding;
    const { state } = observation;
    switch (step.action) {
        case 'create':
            look.learnt.made.add(resource.id);
            return (await resource.create(look)) ? undefined : takeOver(look, resource);
        case 'update':
            return resource.update(look, state, resource.diff(state));
        case 'remove':
            return resource.remove(resource.remembers ? await lookOnceMore(look, task) : look, state);
        case 'keep':
        case 'differs':
        case 'blocked':
            return;
    }
}
/**
 * A look right before what others are found through goes. Another run may have made again what this one removed a moment
 * ago; that is seen to in the next round.
 */
async function lookOnceMore(look, { finding, users }) {
    const { resource, observation } = finding;
    const now = look.anew('record');
    // Asked for at the same time; whoever removes it gets the failure.
    resource.observe(now).catch(() => undefined);
    resource.obstacle?.(now, 'remove', observation).catch(() => undefined);
    const resources = users.map((user) => user.resource);
    const seen = await (0,survey/* survey */.F)(now, resources, users);
    const late = (0,ways/* leftOf */.lC)(ways/* TAKING_DOWN */.KZ, seen).length === 0 ? seen : await confirm_confirm(look, ways/* TAKING_DOWN */.KZ, seen);
    const back = (0,ways/* leftOf */.lC)(ways/* TAKING_DOWN */.KZ, late).filter(({ action }) => action === 'remove');
    if (back.length === 0)
        return now;
    throw new errors/* ActionError */.lZ('CONFLICT', {
        found: `There again, since another run makes the same environment: ${(0,ways/* namesOf */.eZ)(back)}.`
    });
}
const PAST = {
    create: 'created',
    update: 'updated',
    remove: 'removed',
    keep: '',
    differs: '',
    blocked: ''
};
function tell({ context }, step, ms) {
    const past = PAST[step.action];
    if (past)
        context.reporter.info(`${step.kind} ${step.name}: ${past} (${(ms / 1000).toFixed(1)} s)`);
}

;// CONCATENATED MODULE: ./src/engine/rounds.ts





/** What a step fails with when another run works on the same environment. */
const PASSING = ['CONFLICT', 'VANISHED', 'NOT_EMPTY'];
/** With what the calls wait by themselves, some minutes. */
const ROUNDS = 10;
/** So often a difference is made, and then it is not another run that undoes it. */
const MOST_UPDATES = 3;
/** So long what was removed may stay, ms. */
const GONE_MS = 120_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/**
 * Carries out a plan, looks whether it is so, and repeats what is not, or what another run has undone meanwhile: of two
 * runs that pull in different directions, the one that ends last has it whole. What the last look finds is what there is.
 * A run that has written nothing looks no more. Throws nothing.
 */
async function carryThrough(look, way, steps, findings) {
    const begun = look.context.clock.now();
    let now = {
        done: await act(look, way, steps, findings),
        left: steps.filter(ways/* isToDo */.NG),
        found: findings
    };
    const updates = new Map();
    try {
        for (let round = 0; now.left.length > 0 && mayPass(look.context, now.done); round += 1) {
            countUpdates(updates, now);
            if (!hasFailed(now.done))
                now = await confirmed(look, way, now, round);
            if (now.left.length === 0)
                break;
            const stuck = stuckOf(look.context, now.left, { updates, begun });
            if (stuck.size > 0)
                return { done: new Map([...now.done, ...stuck]) };
            if (round === ROUNDS)
                return { done: now.done, stopped: undoneAgain(now.left) };
            if (round > 0 || hasFailed(now.done))
                await pause(look.context, round);
            now = await again(look, way, now);
        }
        return { done: await told(look, way, now) };
    }
    catch (thrown) {
        return { done: now.done, stopped: (0,errors/* asActionError */.z6)(thrown, 'look whether everything is as it should be') };
    }
}
/** Looks at what was done. */
async function confirmed(look, way, { done, left, found }, round) {
    const seen = await confirm_confirm(look, way, withNeeds(found, left), round);
    return { done: withSeen(done, seen), left: (0,ways/* leftOf */.lC)(way, seen), found: merged(found, seen) };
}
/** Looks at everything, and does what is to do. */
async function again(look, way, { done, found }) {
    const newer = look.anew();
    const resources = found.map(({ resource }) => resource);
    const seen = await (0,survey/* survey */.F)(newer, resources, found);
    const now = way.judgesAgain ? await (0,survey/* findObstacles */.A)(newer, seen, way.deedOf) : seen;
    const left = (0,ways/* leftOf */.lC)(way, now);
    if (left.length === 0)
        return { done: settledBy(withSeen(done, now)), left, found: now };
    look.context.reporter.info(`Looked again, and there is more to do, maybe since another run is at work: ${(0,ways/* namesOf */.eZ)(left)}`);
    const blocked = left.filter(({ action }) => action === 'blocked');
    if (blocked.length > 0) {
        const refusals = blocked.map((step) => refused(way, step, now));
        return { done: new Map([...done, ...refusals]), left, found: now };
    }
    return { done: new Map([...settledBy(done), ...(await act(newer, way, left, now))]), left, found: now };
}
/** A run that failed tells what there is of what it did nevertheless; where it cannot be looked at, it does without. */
async function told(look, way, { done, left, found }) {
    if (left.length === 0 || look.context.signal.aborted)
        return done;
    const made = ofSteps(found, left).filter(({ resource }) => done.get(resource.id)?.result.status === 'done');
    try {
        const resources = made.map(({ resource }) => resource);
        return withSeen(done, await (0,survey/* survey */.F)(look.anew(way.expects), resources, made));
    }
    catch {
        return done;
    }
}
/** What was done, and all that it needs: another run may have removed that meanwhile, although this one found it there. */
function withNeeds(findings, steps) {
    const ids = new Set(steps.map(({ id }) => id));
    // A set tells of what is added to it while it is gone through.
    for (const id of ids) {
        const resource = findings.find((finding) => finding.resource.id === id)?.resource;
        for (const need of [...(resource?.needs ?? []), ...(resource?.witnesses ?? [])])
            ids.add(need);
    }
    return findings.filter(({ resource }) => ids.has(resource.id));
}
function ofSteps(findings, steps) {
    const ids = new Set(steps.map(({ id }) => id));
    return findings.filter(({ resource }) => ids.has(resource.id));
}
function merged(findings, newer) {
    const byId = new Map(newer.map((finding) => [finding.resource.id, finding]));
    return findings.map((finding) => byId.get(finding.resource.id) ?? finding);
}
function withSeen(done, seen) {
    const newer = seen.flatMap(({ resource: { id }, observation }) => {
        const known = done.get(id);
        return known === undefined ? [] : [[id, { ...known, observation }]];
    });
    return new Map([...done, ...newer]);
}
function refused(way, { id }, now) {
    const finding = now.find(({ resource }) => resource.id === id);
    const observation = finding?.observation ?? {};
    const error = finding?.failure ?? way.refusalOf(observation);
    // What only depends on something that is blocked is not what is wrong.
    const status = error === undefined ? 'skipped' : 'failed';
    return [id, { result: { id, status, ms: 0, error }, observation }];
}
/** What had failed, or was skipped for it, is as it should be by now: another run did it. */
function settledBy(done) {
    const entries = [...done].map(([id, { result, observation }]) => {
        const { ms } = result;
        return [id, { result: { id, status: 'done', ms }, observation }];
    });
    return new Map(entries);
}
function countUpdates(updates, { left, done }) {
    for (const { id, action } of left) {
        const isMade = action === 'update' && done.get(id)?.result.status === 'done';
        if (isMade)
            updates.set(id, (updates.get(id) ?? 0) + 1);
    }
}
/** What no further round would change: a difference that stays, whatever is written, and what is never gone. */
function stuckOf({ clock }, left, { updates, begun }) {
    const waitedMs = clock.now() - begun;
    const failures = left.flatMap((step) => {
        if (step.action === 'update' && (updates.get(step.id) ?? 0) >= MOST_UPDATES) {
            return [[step.id, neverAsDeclared(step)]];
        }
        return step.action === 'remove' && waitedMs >= GONE_MS ? [[step.id, leftBehind(step, waitedMs)]] : [];
    });
    return new Map(failures.map(([id, error]) => [id, { result: { id, status: 'failed', ms: 0, error }, observation: {} }]));
}
/** Nothing failed, or only what does when somebody else is at work. */
function mayPass({ signal }, done) {
    const errors = [...done.values()].flatMap(({ result }) => result.error ?? []);
    return !signal.aborted && errors.every(({ code }) => PASSING.includes(code));
}
function hasFailed(done) {
    return [...done.values()].some(({ result }) => result.status === 'failed');
}
/** Longer each time, and never the same, so that two runs do not keep in step. */
function pause({ clock, signal }, round) {
    const ms = Math.min(FIRST_PAUSE_MS * 2 ** round, LONGEST_PAUSE_MS);
    return clock.sleep(ms * (0.5 + Math.random()), signal);
}
function neverAsDeclared({ kind, name, changes }) {
    return new errors/* ActionError */.lZ('NOT_CONVERGED', {
        doing: `bring the ${kind} ${name} to what is declared`,
        found: `What is there still differs: ${changes.map(({ path }) => path).join(', ')}.`
    });
}
function leftBehind({ kind, name }, waitedMs) {
    return new errors/* ActionError */.lZ('LEFT_BEHIND', {
        doing: `remove the ${kind} ${name}`,
        found: `It is still there, ${Math.round(waitedMs / 1000)} s after it was removed for the first time.`
    });
}
function undoneAgain(left) {
    return new errors/* ActionError */.lZ('NOT_CONVERGED', {
        doing: 'bring the environment to what is asked for',
        found: `After ${ROUNDS} rounds there is still something to do: ${(0,ways/* namesOf */.eZ)(left)}. Another run keeps undoing it.`
    });
}


/***/ }),

/***/ 2862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ findObstacles),
/* harmony export */   F: () => (/* binding */ survey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);

/** Failures that concern one resource; with any other there is no point in planning at all. */
const OF_ONE_RESOURCE = [
    'PERMISSION_DENIED',
    'LAKE_FORMATION_DENIED',
    'AWS_REFUSED',
    'VANISHED',
    'TABLE_BROKEN',
    'CONFLICT'
];
/**
 * Looks at all resources at the same time, by one look. `before`: what was found of them earlier. Throws what makes
 * looking pointless: credentials, network, deadline.
 */
async function survey(look, resources, before = []) {
    const findings = await Promise.all(resources.map((resource) => {
        const known = before.find((finding) => finding.resource.id === resource.id);
        return lookAtOne(look, resource, known?.observation);
    }));
    return unlessPointless(findings);
}
/**
 * Asks, of everything that something is to be done to, what else stands in the way of it, also where something that it
 * depends on does already. Gives the findings with what does; throws as {@link survey}.
 */
async function findObstacles(look, findings, deedOf) {
    const asked = findings.map(async (finding) => {
        const deed = deedOf(finding);
        return deed === undefined ? finding : withObstacle(look, finding, deed);
    });
    return unlessPointless(await Promise.all(asked));
}
async function lookAtOne(look, resource, before) {
    try {
        return { resource, observation: await resource.observe(look, before) };
    }
    catch (thrown) {
        return { resource, observation: {}, failure: failureOf(thrown, resource) };
    }
}
async function withObstacle(look, finding, deed) {
    const { resource, observation } = finding;
    try {
        const refusal = await resource.obstacle?.(look, deed, observation);
        if (refusal === undefined)
            return finding;
        const refused = deed === 'remove' ? { removeRefusal: refusal } : { applyRefusal: refusal };
        return { resource, observation: { ...observation, ...refused } };
    }
    catch (thrown) {
        return { resource, observation: {}, failure: failureOf(thrown, resource) };
    }
}
function failureOf(thrown, { kind, name }) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asActionError */ .z6)(thrown, `look at the ${kind} ${name}`);
}
function unlessPointless(findings) {
    const fatal = findings.find(({ failure }) => failure && !OF_ONE_RESOURCE.includes(failure.code));
    if (fatal?.failure)
        throw fatal.failure;
    return findings;
}


/***/ }),

/***/ 3628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KZ: () => (/* binding */ TAKING_DOWN),
/* harmony export */   NG: () => (/* binding */ isToDo),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   fx: () => (/* binding */ BUILDING),
/* harmony export */   lC: () => (/* binding */ leftOf),
/* harmony export */   v9: () => (/* binding */ ABSENT_MS)
/* harmony export */ });
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2430);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(955);


/** How long what is written is looked for before it is written again, ms: reads lag, or another run has undone it. */
const VISIBLE_MS = [5_000, 15_000, 60_000];
/**
 * How long what was made is looked for, ms. Only making it again tells whether the looks are late or another run has
 * removed it, and before that everything it needs has to be looked at: that is the next round.
 */
const ABSENT_MS = 3_000;
/** What is still there after so long is removed once more, ms: another run may have made it anew. */
const AGAIN_MS = 10_000;
/** Everything is to be as declared. */
const BUILDING = {
    plan: _plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planApply */ ._$,
    deedOf: _plan_js__WEBPACK_IMPORTED_MODULE_1__/* .deedToApply */ .Iq,
    inOrder: (tasks) => tasks,
    refusalOf: ({ applyRefusal }) => applyRefusal,
    expects: 'all',
    judgesAgain: false,
    patienceMs: (left, round) => {
        const isAbsent = left.some(({ action }) => action === 'create');
        return isAbsent ? ABSENT_MS : (VISIBLE_MS[round] ?? VISIBLE_MS.at(-1));
    }
};
/** Everything is to be gone. */
const TAKING_DOWN = {
    plan: _plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planDestroy */ .Ub,
    deedOf: _plan_js__WEBPACK_IMPORTED_MODULE_1__/* .deedToDestroy */ .oZ,
    inOrder: _graph_js__WEBPACK_IMPORTED_MODULE_0__/* .reversed */ .T,
    refusalOf: ({ removeRefusal }) => removeRefusal,
    expects: 'nothing',
    judgesAgain: true,
    patienceMs: () => AGAIN_MS
};
/** Whether a step is one that does something, or would if it were not blocked. */
function isToDo({ action }) {
    return action !== 'keep' && action !== 'differs';
}
/** What is left to do of what was found. Pure. */
function leftOf(way, findings) {
    return way.plan(findings).filter(isToDo);
}
/** Steps, for people: `Table a.b, Namespace a`. */
const namesOf = (steps) => steps.map(({ kind, name }) => `${kind} ${name}`).join(', ');


/***/ }),

/***/ 2757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NE: () => (/* binding */ describeEnvironment),
  E_: () => (/* binding */ knownOutputs),
  zv: () => (/* binding */ environment_recordOf),
  F3: () => (/* binding */ resourcesOf)
});

// EXTERNAL MODULE: ./src/arns.ts
var arns = __webpack_require__(1155);
// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/ownership.ts
var ownership = __webpack_require__(2334);
// EXTERNAL MODULE: ./src/place.ts
var place = __webpack_require__(9252);
// EXTERNAL MODULE: ./src/policy-resources.ts
var policy_resources = __webpack_require__(2301);
;// CONCATENATED MODULE: ./src/resources/integration-regions.ts
/**
 * The regions in which the integration can use IAM access control; in all others it needs Lake Formation
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integration-overview.html, November 2026).
 */
const IAM_MODE_REGIONS = new Set([
    ...[
        'us-east-1',
        'us-east-2',
        'us-west-1',
        'us-west-2',
        'ca-central-1',
        'ca-west-1',
        'mx-central-1',
        'sa-east-1'
    ],
    ...['af-south-1', 'il-central-1'],
    ...['ap-east-1', 'ap-east-2', 'ap-south-1', 'ap-south-2'],
    ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
    ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4'],
    ...['ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7'],
    ...['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2'],
    ...['eu-west-1', 'eu-west-2', 'eu-west-3']
]);
/** Whether `analytics-integration: enable` can use IAM access control in the region. */
function hasIamMode(region) {
    return IAM_MODE_REGIONS.has(region);
}

// EXTERNAL MODULE: ./src/policy-document.ts
var policy_document = __webpack_require__(8695);
;// CONCATENATED MODULE: ./src/resources/integration-role.ts

/** What AWS's console and documentation call the role; one in `/service-role/` is found by the name as well. */
const ROLE_NAME = 'S3TablesRoleForLakeFormation';
/** The inline policy that the role is given. */
const POLICY_NAME = 'S3TablesPolicyForLakeFormation';
const LAKE_FORMATION = 'lakeformation.amazonaws.com';
/** On all table buckets of the region ("Enabling S3 Tables integration" in the Lake Formation developer guide). */
const ACTIONS = [
    'CreateTableBucket',
    'GetTableBucket',
    'DeleteTableBucket',
    'CreateNamespace',
    'GetNamespace',
    'ListNamespaces',
    'DeleteNamespace',
    'CreateTable',
    'GetTable',
    'ListTables',
    'RenameTable',
    'DeleteTable',
    'UpdateTableMetadataLocation',
    'GetTableMetadataLocation',
    'GetTableData',
    'PutTableData'
].map((action) => `s3tables:${action}`);
/** The ARN of the role as this action makes it. */
function newRoleArn({ partition, accountId }) {
    return `arn:${partition}:iam::${accountId}:role/${ROLE_NAME}`;
}
/** Who may take the role on: Lake Formation, for this account. JSON. */
function trustPolicy({ accountId }) {
    const statement = {
        Sid: 'LakeFormationDataAccessPolicy',
        Effect: 'Allow',
        Principal: { Service: LAKE_FORMATION },
        Action: ['sts:AssumeRole', 'sts:SetContext', 'sts:SetSourceIdentity'],
        Condition: { StringEquals: { 'aws:SourceAccount': accountId } }
    };
    return integration_role_document([statement]);
}
/** What the role may do. Roles are of the account, not of a region, so the policy is for all regions. JSON. */
function rolePolicy({ partition, accountId }) {
    const buckets = `arn:${partition}:s3tables:*:${accountId}:bucket/*`;
    return integration_role_document([
        { Effect: 'Allow', Action: 's3tables:ListTableBuckets', Resource: '*' },
        { Effect: 'Allow', Action: ACTIONS, Resource: buckets }
    ]);
}
/** Whether a trust policy lets Lake Formation take the role on. */
function trustsLakeFormation(policy) {
    return policy.includes(LAKE_FORMATION);
}
/** Whether a policy lets the role read tables of the region. A policy that cannot be read is believed. */
function reachesTables(policy, region) {
    const parsed = (0,policy_document/* parsePolicyDocument */.X)(policy);
    if (!('value' in parsed))
        return true;
    return parsed.value.Statement.some(({ Effect, Action, Resource }) => Effect === 'Allow' &&
        listOf(Action).some((action) => isMatch(action.toLowerCase(), 's3tables:gettabledata')) &&
        listOf(Resource).some((resource) => resource === '*' || isIn(resource, region)));
}
function listOf(value) {
    return [value].flat().filter((each) => typeof each === 'string');
}
function isIn(resource, region) {
    const [, , service, where] = resource.split(':');
    return service === 's3tables' && isMatch(where ?? '', region);
}
/** `*` at the end, or alone, stands for anything. */
function isMatch(pattern, text) {
    return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : pattern === text;
}
function integration_role_document(Statement) {
    return JSON.stringify({ Version: '2012-10-17', Statement });
}

;// CONCATENATED MODULE: ./src/resources/principals.ts

/**
 * Those of the principals that do not exist, each with what IAM has instead, as the end of a sentence. Whom it cannot
 * be known of (another account, or IAM may not be asked) is not among them.
 */
async function unknownPrincipals(look, accountId, principals) {
    const entries = await Promise.all(principals.map(async (arn) => [arn, await unlessDenied(whyUnknown(look, accountId, arn))]));
    return new Map(entries.flatMap(([arn, why]) => (why === undefined ? [] : [[arn, why]])));
}
/** Gives `undefined` where these credentials may not ask. */
async function unlessDenied(work) {
    try {
        return await work;
    }
    catch (error) {
        if ((0,errors/* isDenied */.GZ)(error))
            return undefined;
        throw error;
    }
}
async function whyUnknown(look, accountId, arn) {
    const isSure = await look.iam.knowsEverybody();
    // Asked at the same time, where IAM's answer alone will not do; whoever waits for it gets the failure.
    if (!isSure)
        look.lakeFormation.knowsPrincipal(arn).catch(() => undefined);
    const why = await whatIamSays(look, accountId, arn);
    if (why === undefined || isSure)
        return why;
    return (await look.lakeFormation.knowsPrincipal(arn)) ? undefined : why;
}
async function whatIamSays({ iam }, accountId, arn) {
    const [, account, kind, path = ''] = /^arn:[^:]+:iam::(\d+):(role|user)\/(.+)$/.exec(arn) ?? [];
    const name = path.split('/').at(-1) ?? '';
    if (account !== accountId)
        return undefined;
    if (kind === 'user') {
        return (await iam.hasUser(name)) ? undefined : `IAM has no user of the name ${name}`;
    }
    const role = await iam.getRole(name);
    if (role === undefined)
        return `IAM has no role of the name ${name}`;
    return role.arn === arn ? undefined : `the ARN of the role of that name is ${role.arn}`;
}

;// CONCATENATED MODULE: ./src/resources/integration-state.ts



const CATALOG = 's3tablescatalog';
/** `arn:…:bucket/*`: all table buckets of the account and region, also future ones. */
function identifierOf(spec) {
    return (0,arns/* bucketArnOf */.B)(spec, '*');
}
/** Whether the integration is to be made with Lake Formation access control, where there is none. */
function wantsLakeFormation({ integration, access }) {
    return integration === 'enable' && access === 'lake-formation';
}
/**
 * Looks at the catalog and, where Lake Formation decides or is to decide over it, at what it needs there: the
 * registration of the table buckets and the role. `undefined`: nothing of it is there. Throws what the catalog may
 * not be looked at with.
 */
async function lookAtIntegration(look, spec) {
    const catalog = await look.glue.getCatalog(CATALOG);
    const nothingElse = { missing: [], broken: [], unseen: [] };
    if (catalog?.iamControlled || (catalog !== undefined && !isIntegration(catalog, spec))) {
        return { catalog, ...nothingElse };
    }
    if (catalog === undefined && !wantsLakeFormation(spec))
        return undefined;
    const parts = await lookAtParts(look, spec);
    if (catalog !== undefined)
        return { catalog, ...parts };
    return parts.registration === undefined && parts.roleArn === undefined
        ? undefined
        : { ...parts, missing: [...parts.missing, 'catalog'] };
}
async function lookAtParts(look, spec) {
    const { seen, found } = await attempt(() => look.lakeFormation.getRegistration(identifierOf(spec)));
    const role = await lookAtRole(look, spec, found?.roleArn);
    return {
        registration: found,
        roleArn: role.arn,
        missing: [...role.missing, ...(seen && found === undefined ? ['registration'] : [])],
        broken: [...brokenRegistration(spec, found), ...role.broken],
        unseen: [...(seen ? [] : ['the registration with Lake Formation']), ...role.unseen]
    };
}
/** Whether the catalog is the integration of this account and region. */
function isIntegration({ connectionName, identifier }, spec) {
    return connectionName?.toLowerCase() === 'aws:s3tables' && identifier === identifierOf(spec);
}
async function lookAtRole(look, spec, registered) {
    const whole = { arn: registered, missing: [], broken: [], unseen: [] };
    // AWS itself keeps its own service-linked role whole.
    if (registered?.includes(':role/aws-service-role/'))
        return whole;
    const name = registered?.split('/').at(-1) ?? ROLE_NAME;
    const { seen, found: role } = await attempt(() => look.iam.getRole(name));
    if (!seen)
        return { ...whole, unseen: [`the role ${name}`] };
    if (role === undefined) {
        return name === ROLE_NAME
            ? { ...whole, missing: ['role', 'role-policy'] }
            : {
                ...whole,
                broken: [`The role ${registered}, which is registered with Lake Formation, does not exist.`]
            };
    }
    const broken = trustsLakeFormation(role.trustPolicy)
        ? []
        : [`The trust policy of the role ${role.arn} does not let lakeformation.amazonaws.com assume it.`];
    const policy = await attempt(() => hasPolicy(look, spec, name));
    return {
        arn: role.arn,
        broken,
        missing: policy.found === false ? ['role-policy'] : [],
        unseen: policy.seen ? [] : [`the policies of the role ${name}`]
    };
}
/** A managed policy is believed: which one it is says its name, not what is in it. */
async function hasPolicy({ iam }, { region }, role) {
    const policies = await iam.listRolePolicies(role);
    if (policies === undefined)
        return false;
    if (policies.attached.length > 0)
        return true;
    const documents = await Promise.all(policies.inline.map((name) => iam.getRolePolicy(role, name)));
    return documents.some((policy) => policy !== undefined && reachesTables(policy, region));
}
function brokenRegistration(spec, registration) {
    if (registration === undefined || registration.withFederation)
        return [];
    return [`${identifierOf(spec)} is registered with Lake Formation without federation.`];
}
/** Looks at what these credentials may not be allowed to look at. */
async function attempt(look) {
    const answer = await unlessDenied(look().then((found) => ({ seen: true, found })));
    return answer ?? { seen: false };
}

;// CONCATENATED MODULE: ./src/resources/integration-refusals.ts




/** What the kinds of access control are called, for people. */
const ACCESS_NAMES = {
    iam: 'IAM',
    'lake-formation': 'Lake Formation'
};
/** The parts, for people. */
const PART_NAMES = {
    role: `the role ${ROLE_NAME}`,
    'role-policy': "the role's policy on tables",
    registration: 'the registration of the table buckets with Lake Formation',
    catalog: `the Glue catalog ${CATALOG}`
};
/** Why an integration that is off stops the run; `undefined`: it is to be switched on, and can be. */
function whyNotOn({ region, accountId, integration, access }) {
    if (integration !== 'enable') {
        return new errors/* ActionError */.lZ('INTEGRATION_OFF', {
            found: `S3 Tables is not integrated with the AWS analytics services in account ${accountId}, region ${region}: Athena, Glue, Redshift and EMR cannot see its tables.`
        });
    }
    if (access === 'lake-formation' || hasIamMode(region))
        return undefined;
    return new errors/* ActionError */.lZ('INTEGRATION_REGION', {
        found: `AWS does not offer the integration with IAM access control in ${region}; there it needs Lake Formation.`
    });
}
/** Why the integration as it is stops the run. What is missing does not where it is to be added. */
function whyNotAsItIs(found, spec) {
    const { catalog, missing, broken } = found;
    if (catalog !== undefined && !isIntegration(catalog, spec))
        return notTheIntegration(catalog, spec);
    const enable = spec.integration === 'enable';
    if (enable && catalog !== undefined && accessOf(catalog) !== spec.access)
        return otherMode(catalog, spec);
    if (broken.length > 0) {
        return new errors/* ActionError */.lZ('INTEGRATION_INCOMPLETE', {
            found: broken.join(' '),
            todo: `What is there is never changed, since the whole account uses it. Correct it by hand: ${repairs(spec)}.`
        });
    }
    if (enable || missing.length === 0)
        return undefined;
    return new errors/* ActionError */.lZ('INTEGRATION_INCOMPLETE', {
        found: `The integration of account ${spec.accountId}, region ${spec.region}, has Lake Formation access control and is only half made: ${namesOf(missing)} is missing.`,
        todo: 'Set analytics-integration: enable and analytics-access: lake-formation to add what is missing, or add it by hand.'
    });
}
/** What the catalog's access control is. */
function accessOf({ iamControlled }) {
    return iamControlled ? 'iam' : 'lake-formation';
}
/** The parts in one line. */
function namesOf(parts) {
    return parts.map((part) => PART_NAMES[part]).join(', ');
}
function notTheIntegration({ connectionName, identifier }, spec) {
    const expected = identifierOf(spec);
    if (connectionName?.toLowerCase() === 'aws:s3tables') {
        return new errors/* ActionError */.lZ('INTEGRATION_INCOMPLETE', {
            found: `The Glue catalog ${CATALOG} is for ${identifier ?? 'nothing'}; the integration is for ${expected}, all table buckets of the region.`,
            todo: `What is there is never changed, since the whole account uses it. Ask who made it; by hand it is aws glue update-catalog --region ${spec.region} --catalog-id ${CATALOG} with that Identifier in its FederatedCatalog.`
        });
    }
    return new errors/* ActionError */.lZ('INTEGRATION_FOREIGN', {
        found: `The Glue catalog ${CATALOG} is not the S3 Tables integration of this region: its connection is ${connectionName ?? 'none'} (expected aws:s3tables) and it is for ${identifier ?? 'nothing'} (expected ${expected}).`
    });
}
function otherMode(catalog, spec) {
    const [has, wanted] = [accessOf(catalog), spec.access];
    const loses = has === 'iam'
        ? 'everybody who queries tables of this account and region by IAM policies alone loses access at once, until Lake Formation grants it'
        : 'every Lake Formation grant on tables of this account and region ends at once, column and row filters with it, and IAM policies alone decide';
    return new errors/* ActionError */.lZ('INTEGRATION_MODE', {
        found: `The integration of account ${spec.accountId}, region ${spec.region}, has ${ACCESS_NAMES[has]} access control, and analytics-access asks for ${ACCESS_NAMES[wanted]}. Switched over, ${loses}.`,
        todo: `Set analytics-access: ${has}, or analytics-integration: require, to take it as it is. To switch it over by hand, for everybody: ${switching(spec).join(' ; ')}`
    });
}
/** The commands of AWS's guides to changing the access control, in their order. */
function switching(spec) {
    const { region, access } = spec;
    const everybody = [
        { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] }
    ];
    const defaults = access === 'iam' ? everybody : [];
    const input = {
        FederatedCatalog: { Identifier: identifierOf(spec), ConnectionName: 'aws:s3tables' },
        CreateDatabaseDefaultPermissions: defaults,
        CreateTableDefaultPermissions: defaults,
        OverwriteChildResourcePermissionsWithDefault: 'Accept',
        AllowFullTableExternalDataAccess: 'True'
    };
    const update = `aws glue update-catalog --region ${region} --catalog-id ${CATALOG} --catalog-input '${JSON.stringify(input)}'`;
    const location = `--region ${region} --resource-arn '${identifierOf(spec)}'`;
    return access === 'iam'
        ? [update, `aws lakeformation deregister-resource ${location}`]
        : [
            `aws lakeformation register-resource ${location} --role-arn ${newRoleArn(spec)} --with-federation --with-privileged-access`,
            update
        ];
}
function repairs(spec) {
    return `aws lakeformation update-resource --region ${spec.region} --resource-arn '${identifierOf(spec)}' --role-arn <a role that Lake Formation may assume> --with-federation, or the trust policy of the role in IAM`;
}

// EXTERNAL MODULE: ./src/principal-arn.ts
var principal_arn = __webpack_require__(615);
;// CONCATENATED MODULE: ./src/resources/caller.ts

/** Whether the principal is the run's caller, as STS sees it: it shows a role without its path. */
function isCaller(principal, callerArn) {
    if (callerArn === undefined)
        return false;
    const session = (0,principal_arn/* parseSession */.iq)(callerArn);
    if (session === undefined)
        return principal === callerArn;
    const { partition, accountId, roleName } = session;
    const isRole = principal.startsWith(`arn:${partition}:iam::${accountId}:role/`);
    return isRole && principal.split('/').at(-1) === roleName;
}
/** The name of the caller's role; `undefined`: it is none. */
function callerRole(callerArn) {
    return callerArn === undefined ? undefined : (0,principal_arn/* parseSession */.iq)(callerArn)?.roleName;
}

;// CONCATENATED MODULE: ./src/resources/grants.ts
/** Every permission there is on a kind of thing ("Lake Formation permissions reference"), but for `ALL` itself. */
const EVERY = {
    catalog: ['ALTER', 'CREATE_CATALOG', 'CREATE_DATABASE', 'DESCRIBE', 'DROP'],
    database: ['ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'],
    tables: ['ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT']
};
/** What one principal holds, of all the grants there are; entries for the same principal are put together. */
function heldBy(principal, grants) {
    const own = grants.filter((grant) => grant.principal === principal);
    const union = (of) => [...new Set(own.flatMap(of))];
    return {
        principal,
        permissions: union((grant) => grant.permissions),
        grantable: union((grant) => grant.grantable)
    };
}
/**
 * `permissions` without those to keep. `ALL` is taken apart where it is listed with what it is made of: to take it away
 * as a whole would take away what is to be kept as well.
 */
function withoutKept(permissions, keep, { held, kind }) {
    if (keep.includes('ALL'))
        return [];
    const isKept = (each) => keep.includes(each);
    const parts = EVERY[kind].filter((each) => held.permissions.includes(each));
    const apart = permissions.includes('ALL') && keep.length > 0 && parts.some(isKept);
    return (apart ? parts : permissions).filter((each) => !isKept(each));
}
/** The same, with `ALL` where every permission on such a thing is listed one by one. */
function normalised(held, kind) {
    const whole = (list) => !list.includes('ALL') && EVERY[kind].every((each) => list.includes(each)) ? ['ALL', ...list] : list;
    return { ...held, permissions: whole(held.permissions), grantable: whole(held.grantable) };
}
/** What of `declared` is not held. `ALL` stands for every permission there is. */
function missingOf(declared, held) {
    const lacks = (list) => (each) => !list.includes(each) && !list.includes('ALL');
    return {
        principal: declared.principal,
        permissions: declared.permissions.filter(lacks(held.permissions)),
        grantable: declared.grantable.filter(lacks(held.grantable))
    };
}
/** What of `grant` is held; `undefined`: nothing. */
function commonOf(grant, held) {
    const permissions = grant.permissions.filter((each) => held.permissions.includes(each));
    const grantable = permissions.filter((each) => held.grantable.includes(each));
    return permissions.length === 0 ? undefined : { principal: grant.principal, permissions, grantable };
}
/** `grant` without these permissions; `undefined`: nothing is left. */
function without(grant, permissions) {
    const left = (list) => list.filter((each) => !permissions.includes(each));
    const kept = { ...grant, permissions: left(grant.permissions), grantable: left(grant.grantable) };
    return kept.permissions.length === 0 ? undefined : kept;
}

;// CONCATENATED MODULE: ./src/resources/own-rights.ts




/**
 * Why the run may not make these grants: Lake Formation decides in this account, the caller is no administrator and
 * becomes none, and may not pass on what is to be granted on the database. `undefined` where that is not certain:
 * then AWS decides.
 */
async function whyNotGrant(look, spec, grants) {
    const grant = grants.find(({ on }) => on.kind === 'database');
    if (grant === undefined)
        return undefined;
    const settings = await rulingOver(look, spec);
    const caller = settings && (await principalOf(look, spec));
    if (caller === undefined || settings === undefined)
        return undefined;
    const held = await unlessDenied(look.lakeFormation.effectiveGrant(caller, grant.on));
    if (held === undefined)
        return undefined;
    const needed = { principal: caller, permissions: [], grantable: grant.permissions };
    const { grantable } = missingOf(needed, held);
    if (grantable.length === 0)
        return undefined;
    const what = `${grantable.join(', ')} on the database ${spec.names.glueDatabase}`;
    return denied(settings, caller, `may not pass on ${what}`, `${what}, with grant option`);
}
/** Why the run may not make the Glue database; `undefined` where that is not certain. */
async function whyNotCreateDatabase(look, spec) {
    const settings = await rulingOver(look, spec);
    if (settings === undefined)
        return undefined;
    const catalog = { kind: 'catalog' };
    const [caller, all] = await Promise.all([
        principalOf(look, spec),
        unlessDenied(look.lakeFormation.listGrants(catalog))
    ]);
    if (caller === undefined || all === undefined)
        return undefined;
    const own = await unlessDenied(look.lakeFormation.effectiveGrant(caller, catalog));
    if (own === undefined)
        return undefined;
    if ([own, ...all.filter(isForEverybody)].some(letsCreate))
        return undefined;
    const what = 'CREATE_DATABASE on the Data Catalog';
    return denied(settings, caller, `lacks ${what}`, what);
}
/** Lake Formation does not let the caller see it, which it also says of what is not there. */
function isHidden(error) {
    return error instanceof errors/* ActionError */.lZ && error.code === 'LAKE_FORMATION_DENIED';
}
/** Tells who could give what Lake Formation denies, after `more` on what that is; other errors stay as they are. */
async function namingAdmins(error, look, more = '') {
    if (!(error instanceof errors/* ActionError */.lZ) || !isHidden(error))
        return error;
    const settings = await unlessDenied(look.lakeFormation.getSettings());
    if (settings === undefined)
        return error;
    const { code, doing, answer, cause, means } = error;
    return new errors/* ActionError */.lZ(code, {
        doing,
        answer,
        cause,
        found: means,
        todo: `${error.todo}${more} ${askedOf(settings)}`
    });
}
/** The settings, where they leave everything to Lake Formation and give the caller no power over it. */
async function rulingOver({ lakeFormation }, { callerArn, becomesAdmin }) {
    if (callerArn === undefined || becomesAdmin)
        return undefined;
    const settings = await unlessDenied(lakeFormation.getSettings());
    if (settings === undefined || !isStrict(settings))
        return undefined;
    return adminsOf(settings).some((admin) => isCaller(admin, callerArn)) ? undefined : settings;
}
/** What is new is Lake Formation's, not IAM's. */
function isStrict(settings) {
    const lists = [settings.CreateDatabaseDefaultPermissions, settings.CreateTableDefaultPermissions];
    return lists.every((list) => Array.isArray(list) && list.length === 0);
}
/** The caller as Lake Formation names it: a role with its path. */
async function principalOf({ iam }, { callerArn }) {
    const role = callerRole(callerArn);
    if (role !== undefined)
        return (await unlessDenied(iam.getRole(role)))?.arn;
    return callerArn !== undefined && /:user\//.test(callerArn) ? callerArn : undefined;
}
function isForEverybody({ principal }) {
    return !principal.startsWith('arn:');
}
function letsCreate({ permissions }) {
    return permissions.includes('CREATE_DATABASE') || permissions.includes('ALL');
}
function denied(settings, caller, found, todo) {
    return new errors/* ActionError */.lZ('LAKE_FORMATION_DENIED', {
        found: `This run is ${caller}, which is no Lake Formation administrator and ${found}.`,
        todo: `Grant it ${todo}, or make it an administrator by lakeformation-admin-arns. ${askedOf(settings)}`
    });
}
function askedOf(settings) {
    const admins = adminsOf(settings);
    return admins.length === 0
        ? 'There is no administrator yet: whoever may call lakeformation:PutDataLakeSettings can make one.'
        : `Who can do it are the administrators: ${admins.join(', ')}.`;
}
/** The ARNs of the administrators. */
function adminsOf(settings) {
    return (settings.DataLakeAdmins ?? []).flatMap(({ DataLakePrincipalIdentifier: arn }) => arn ?? []);
}

;// CONCATENATED MODULE: ./src/resources/analytics-integration.ts





const HIDDEN = 'Unknown: it cannot be seen before the caller of this run is a Lake Formation administrator.';
const HYBRID = 'The table buckets are registered with hybrid access: whoever is not opted in reaches tables by IAM policies alone, whatever Lake Formation grants. It is left as it is.';
const ALL_PARTS = ['role', 'role-policy', 'registration', 'catalog'];
/**
 * The integration of S3 Tables with the analytics services: the Glue catalog `s3tablescatalog`, one for the whole
 * account and region, and with Lake Formation access control a role and a registration besides. It is made once and
 * what is missing of it is added; nothing of it is ever changed or removed
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-aws.html).
 */
class AnalyticsIntegration {
    spec;
    aws;
    afterSettings;
    id = 'analytics-integration';
    kind = 'Analytics integration';
    name = CATALOG;
    needs;
    wanted = true;
    shared = true;
    /** @param afterSettings the run's caller becomes an administrator first, to whom Lake Formation hides nothing */
    constructor(spec, aws, afterSettings = false) {
        this.spec = spec;
        this.aws = aws;
        this.afterSettings = afterSettings;
        this.needs = afterSettings ? ['data-lake-settings'] : [];
    }
    async observe(look) {
        const state = await this.find(look);
        if (state === 'hidden')
            return { notes: [HIDDEN] };
        const refusal = state === undefined ? whyNotOn(this.spec) : whyNotAsItIs(state, this.spec);
        return { state, applyRefusal: refusal, notes: this.notes(state) };
    }
    diff(state) {
        if (this.spec.integration !== 'enable' && state === undefined)
            return [];
        const parts = state?.missing ?? (wantsLakeFormation(this.spec) ? ALL_PARTS : ['catalog']);
        return parts.map((part) => this.change(part));
    }
    async create(look) {
        const { access, integration } = this.spec;
        // It is only required, and could not be seen yet: it is looked at again.
        if (integration !== 'enable')
            return false;
        if (access === 'iam') {
            return this.aws.glue.createS3TablesCatalog(identifierOf(this.spec), access, look.context);
        }
        const now = look.anew();
        const found = await lookAtIntegration(now, this.spec);
        await this.complete(now, found?.missing ?? ALL_PARTS, found?.roleArn);
        return true;
    }
    /** Adds what is missing. The mode of what is there decides over everybody's access, so it is never changed. */
    async update(look, { missing, roleArn }) {
        await this.complete(look.anew(), missing, roleArn);
    }
    async remove() {
        // Shared by the whole account: never removed.
    }
    outputs() {
        return {};
    }
    async find(look) {
        try {
            return await lookAtIntegration(look, this.spec);
        }
        catch (error) {
            if (this.afterSettings && isHidden(error))
                return 'hidden';
            throw asUnknown(error);
        }
    }
    /** Another run may be doing the same: what is there by now is fine. */
    async complete(look, parts, roleArn) {
        const { spec } = this;
        const { context } = look;
        const { glue, iam, lakeFormation } = this.aws;
        if (parts.includes('role')) {
            const description = 'Lets Lake Formation reach the table buckets of S3 Tables';
            await iam.createRole({ name: ROLE_NAME, description, trustPolicy: trustPolicy(spec) }, context);
        }
        if (parts.includes('role-policy')) {
            const name = roleArn?.split('/').at(-1) ?? ROLE_NAME;
            const policy = await freePolicyName(look, name);
            await iam.putRolePolicy(name, policy, rolePolicy(spec), context);
        }
        if (parts.includes('registration')) {
            await lakeFormation.register(identifierOf(spec), roleArn ?? newRoleArn(spec), context);
        }
        if (parts.includes('catalog')) {
            await glue.createS3TablesCatalog(identifierOf(spec), 'lake-formation', context);
        }
    }
    change(part) {
        const values = {
            role: ROLE_NAME,
            'role-policy': POLICY_NAME,
            registration: identifierOf(this.spec),
            catalog: ACCESS_NAMES[this.spec.access]
        };
        return { path: part === 'catalog' ? 'access-control' : part, to: values[part] };
    }
    notes(state) {
        if (state?.catalog === undefined) {
            const made = state === undefined ? '' : `; of it there is not yet ${namesOf(state.missing)}`;
            return [`Off in this account and region${made}.`];
        }
        if (!isIntegration(state.catalog, this.spec))
            return ['There is a catalog of this name that is not it.'];
        const mode = ACCESS_NAMES[accessOf(state.catalog)];
        const half = state.missing.length === 0 ? 'On' : `Half made, without ${namesOf(state.missing)}`;
        const unseen = state.unseen.length === 0 ? '' : ` Not allowed to look at: ${state.unseen.join(', ')}.`;
        const hybrid = state.registration?.hybridAccess ? [HYBRID] : [];
        return [
            `${half}, with ${mode} access control. Shared by the whole account and region.${unseen}`,
            ...hybrid
        ];
    }
}
/** "May not look" is not "off": the plan says so. */
function asUnknown(error) {
    if (!(0,errors/* isDenied */.GZ)(error))
        return error;
    const { code, doing, answer, todo, cause } = error;
    const found = 'Whether the integration is on, and how, is unknown: these credentials may not look.';
    return new errors/* ActionError */.lZ(code, { doing, answer, todo, cause, found });
}
/** A policy of the usual name may be somebody's who allows less, or something else. */
async function freePolicyName({ iam }, role) {
    const taken = (await iam.listRolePolicies(role))?.inline ?? [];
    const isFree = (name) => !taken.includes(name);
    const names = [POLICY_NAME, ...taken.map((_, at) => `${POLICY_NAME}-${at + 2}`)];
    return names.find(isFree) ?? POLICY_NAME;
}

;// CONCATENATED MODULE: ./src/resources/dead-admins.ts



/** The administrators in the list that no longer exist. Whom it cannot be known of is not among them. */
async function deadAdmins(look, spec, settings) {
    return new Set((await unknownPrincipals(look, spec.accountId, adminsOf(settings))).keys());
}
/** Why the list cannot be written as it is: Lake Formation refuses it for one that does not exist. */
function blockedByDead(settings, dead) {
    const list = placesOf(settings, [...dead]);
    return new errors/* ActionError */.lZ('DEAD_PRINCIPAL', {
        found: `In the list of Lake Formation's administrators, ${list} no longer exists. Lake Formation then refuses every change of the settings.`,
        todo: 'Set prune-dead-admins: true to remove it and nothing else, or remove it by hand.'
    });
}
/** Adds the places in the list to what AWS refused it with, where it names one of them. */
function withPlaces(error, settings) {
    const named = adminsOf(settings).filter((arn) => error.answer?.message.includes(arn));
    if (error.code !== 'DEAD_PRINCIPAL' || named.length === 0)
        return error;
    const { code, doing, answer, cause, todo } = error;
    const found = `${error.found ?? error.means} It is ${placesOf(settings, named)} in the list.`;
    return new errors/* ActionError */.lZ(code, { doing, answer, cause, todo, found });
}
function placesOf(settings, arns) {
    const list = adminsOf(settings);
    return arns.map((arn) => `${arn} (place ${list.indexOf(arn) + 1} of ${list.length})`).join(', ');
}

;// CONCATENATED MODULE: ./src/resources/data-lake-settings.ts




const NONE = { settings: {}, dead: new Set() };
/** PutDataLakeSettings takes so many administrators at most. */
const MAX_ADMINS = 30;
/** A writer that had read before our write, and writes after it, undoes ours; by then it has written, ms. */
const SETTLE_MS = 1_000;
/**
 * Lake Formation's settings: one document for everybody in the account and region, written as a whole and without
 * a version. What is asked for is merged into what is there; nothing is ever taken out, but administrators that no
 * longer exist, where that is asked for.
 */
class DataLakeSettings {
    spec;
    lakeFormation;
    id = 'data-lake-settings';
    kind = 'Lake Formation settings';
    name;
    needs = [];
    wanted = true;
    shared = true;
    constructor(spec, lakeFormation) {
        this.spec = spec;
        this.lakeFormation = lakeFormation;
        this.name = `of account ${spec.accountId} in ${spec.region}`;
    }
    async observe(look, before) {
        const { clock, signal } = look.context;
        const early = look.learnt.settingsFrom - clock.now();
        if (early > 0)
            await clock.sleep(early, signal);
        const settings = await look.lakeFormation.getSettings();
        const dead = before?.state?.dead ?? (await this.toPrune(look, settings));
        return { state: { settings, dead } };
    }
    /** Why Lake Formation would refuse the document that is to be written. */
    async obstacle(look, _deed, { state = NONE }) {
        const dead = await deadAdmins(look, this.spec, state.settings);
        const refusal = this.tooMany(state) ?? (await this.unknownAdmins(look, state));
        if (refusal !== undefined || dead.size === 0 || this.spec.pruneDeadAdmins)
            return refusal;
        return blockedByDead(state.settings, dead);
    }
    diff(state = NONE) {
        const admins = this.missingAdmins(state).map((to) => ({ path: 'admins', to }));
        const owners = this.missingOwners(state).map((to) => ({ path: 'trusted-resource-owners', to }));
        const dead = adminsOf(state.settings).filter((arn) => state.dead.has(arn));
        return [...dead.map((from) => ({ path: 'admins', from })), ...admins, ...owners];
    }
    async create(look) {
        await this.update(look, NONE);
        return true;
    }
    /**
     * Merges what is asked for into the document as it is when it is written. There is no version that would tell of another
     * writer: whether what was added stays shows a look that comes late enough.
     */
    async update({ context, learnt }, { dead }) {
        const { clock } = context;
        let merged = {};
        const merge = (settings) => {
            const state = { settings, dead };
            return this.diff(state).length === 0 ? undefined : (merged = this.merged(state));
        };
        try {
            const wrote = await this.lakeFormation.changeSettings(merge, context);
            if (wrote)
                learnt.settingsFrom = clock.now() + SETTLE_MS;
        }
        catch (error) {
            throw error instanceof errors/* ActionError */.lZ ? withPlaces(error, merged) : error;
        }
    }
    async remove() {
        // Shared by the whole account: never removed.
    }
    outputs(state = NONE) {
        const admins = [...stayingAdmins(state), ...this.missingAdmins(state)];
        return { 'lakeformation-admins': JSON.stringify(admins) };
    }
    merged(state) {
        const { settings, dead } = state;
        const staying = (settings.DataLakeAdmins ?? []).filter(({ DataLakePrincipalIdentifier: arn }) => arn === undefined || !dead.has(arn));
        const admins = [...staying, ...this.missingAdmins(state).map(asPrincipal)];
        const owners = [...(settings.TrustedResourceOwners ?? []), ...this.missingOwners(state)];
        return { ...settings, DataLakeAdmins: admins, TrustedResourceOwners: owners };
    }
    missingAdmins(state) {
        const there = stayingAdmins(state);
        if (this.spec.admins.length === 0)
            return there.length === 0 ? [this.spec.accountRoot] : [];
        return this.spec.admins.filter((admin) => !there.includes(admin));
    }
    missingOwners({ settings }) {
        const there = settings.TrustedResourceOwners ?? [];
        return there.includes(this.spec.accountId) ? [] : [this.spec.accountId];
    }
    async toPrune(look, settings) {
        return this.spec.pruneDeadAdmins ? deadAdmins(look, this.spec, settings) : NONE.dead;
    }
    async unknownAdmins(look, state) {
        const asked = this.missingAdmins(state);
        const unknown = await unknownPrincipals(look, this.spec.accountId, asked);
        if (unknown.size === 0)
            return undefined;
        const list = [...unknown].map(([arn, why]) => `${arn} (${why})`).join(', ');
        return new errors/* ActionError */.lZ('PRINCIPAL_UNKNOWN', {
            found: `These are to become Lake Formation administrators and do not exist: ${list}.`,
            todo: 'Correct lakeformation-admin-arns: each role and user must exist in IAM, and its ARN be given with its path.'
        });
    }
    tooMany(state) {
        const missing = this.missingAdmins(state);
        const count = stayingAdmins(state).length + missing.length;
        if (count <= MAX_ADMINS || missing.length === 0)
            return undefined;
        return new errors/* ActionError */.lZ('TOO_MANY_ADMINS', {
            found: `With those asked for there would be ${count} Lake Formation administrators; at most ${MAX_ADMINS} are allowed. There now: ${adminsOf(state.settings).join(', ')}.`
        });
    }
}
function stayingAdmins({ settings, dead }) {
    return adminsOf(settings).filter((arn) => !dead.has(arn));
}
function asPrincipal(arn) {
    return { DataLakePrincipalIdentifier: arn };
}

// EXTERNAL MODULE: ./src/rewrite.ts
var rewrite = __webpack_require__(3051);
// EXTERNAL MODULE: ./src/expiry.ts
var expiry = __webpack_require__(6440);
;// CONCATENATED MODULE: ./src/resources/expiry-notes.ts


/** What a reader of the plan should know of the environment's expiry, as its record has it: that it cannot be read. */
function expiryNotes(marks) {
    const text = marks[ownership/* TAG */.Dk.expiresAt];
    if (text === undefined || (0,expiry/* readExpiry */.A)(text) !== undefined)
        return [];
    return [
        `When the environment expires cannot be read: ${ownership/* TAG */.Dk.expiresAt} is ${JSON.stringify(text)}. It never counts as expired; an apply with a ttl sets it right.`
    ];
}

// EXTERNAL MODULE: ./src/names.ts
var src_names = __webpack_require__(6455);
;// CONCATENATED MODULE: ./src/resources/spec.ts




/** The environment's own table, by its names. */
function tableIdOf({ bucketArn, names }) {
    return { bucketArn, namespace: names.namespace, name: names.table };
}
/**
 * Why a resource with these tags must be left alone; `undefined`: it is ours, or may be adopted. What another
 * environment owns is never adopted.
 */
function refusalOf(what, tags, spec) {
    if ((0,ownership/* isShared */.yM)(tags)) {
        return new errors/* ActionError */.lZ('OWNED_BY_ANOTHER', {
            found: `The ${what} is shared by environments with isolation: namespace, so it is left alone.`,
            todo: 'Set isolation: namespace to have a namespace in it, or choose another table-bucket-name.'
        });
    }
    const whose = (0,ownership/* ownership */.kG)(tags, spec.owner);
    if (whose === 'ours' || (whose === 'unmarked' && spec.adopt))
        return undefined;
    if (whose === 'unmarked') {
        return new errors/* ActionError */.lZ('NOT_OURS', {
            found: `The ${what} exists and carries no tags of this action, so it is left alone.`
        });
    }
    return new errors/* ActionError */.lZ('OWNED_BY_ANOTHER', {
        found: `The ${what} belongs to another environment of this action, ${(0,ownership/* describeOwner */.$S)(tags)}, so it is left alone.`
    });
}
/**
 * Why a resource with these tags must not be removed, besides what {@link refusalOf} says: a run of no repository acts
 * for none, and a closed pull request ends only what was made for it.
 */
function removalRefusalOf(what, tags, spec) {
    const marked = tags[ownership/* TAG */.Dk.repository];
    if (marked !== undefined && spec.owner.repository === undefined) {
        const repository = src_names/* REPOSITORY */.Bw.test(marked) ? marked : '<owner>/<name>';
        return new errors/* ActionError */.lZ('OWNED_BY_ANOTHER', {
            found: `The ${what} was made for the repository ${repository}, and this run is of none: GITHUB_REPOSITORY is not set.`,
            todo: `Destroy it by a workflow of ${repository}, or set GITHUB_REPOSITORY=${repository} to say that you act for it.`
        });
    }
    if (!lacksMark(tags, spec))
        return undefined;
    return new errors/* ActionError */.lZ('OWNED_BY_ANOTHER', {
        found: `The ${what} does not carry the mark of pull request ${spec.onlyOf} (${(0,ownership/* describeOwner */.$S)(tags)}), so its closing does not end it.`,
        todo: 'Leave env out, so that auto names the environment of the pull request, or destroy this one with command: destroy.'
    });
}
/** Why a resource with these tags must not be changed, besides what {@link refusalOf} says: `auto` may not. */
function changeRefusalOf(what, tags, spec) {
    if (spec.adopt || !lacksMark(tags, spec))
        return undefined;
    return new errors/* ActionError */.lZ('OWNED_BY_ANOTHER', {
        found: `The ${what} does not carry the mark of pull request ${spec.onlyOf} (${(0,ownership/* describeOwner */.$S)(tags)}), so auto does not change it for that pull request.`,
        todo: 'Leave env out, so that auto names the environment of the pull request. To change this one, use command: apply, or set adopt: true.'
    });
}
function lacksMark(tags, { onlyOf }) {
    return onlyOf !== undefined && tags[ownership/* TAG */.Dk.pullRequest] !== String(onlyOf);
}
/** Whether the Glue database with these parameters remembers that the environment is where this run looks. */
function isRecordedBy(parameters, { names, isolation, owner }) {
    return (0,ownership/* ownership */.kG)(parameters, owner) === 'ours' && !(0,place/* isElsewhere */.l5)(parameters, { isolation, ...names });
}
/** Why the Glue database with these parameters must be left alone: what it remembers is somewhere else. */
function movedRefusal(parameters, spec) {
    const { isolation, names } = spec;
    if (!(0,place/* isElsewhere */.l5)(parameters, { isolation, ...names }))
        return undefined;
    const there = (0,place/* readPlace */.yI)(parameters);
    const where = [
        there.isolation === 'namespace' ? `the namespace ${there.namespace} of ` : '',
        `the table bucket ${there.tableBucket} (isolation: ${there.isolation})`
    ].join('');
    return new errors/* ActionError */.lZ('MOVED', {
        found: `By its Glue database ${names.glueDatabase}, this environment is in ${where}.`
    });
}
/** What of the declared entries is missing or different. Entries that are only there are no change. */
function mapChanges(path, declared, there) {
    const found = new Map(Object.entries(there));
    return Object.entries(declared)
        .filter(([key, value]) => found.get(key) !== value)
        .map(([key, value]) => ({ path: `${path}.${key}`, from: found.get(key), to: value }));
}
/** The entries that the changes under `path` ask for. */
function changedEntries(path, changes) {
    const prefix = `${path}.`;
    const own = changes.filter((change) => change.path.startsWith(prefix));
    return Object.fromEntries(own.map((change) => [change.path.slice(prefix.length), String(change.to)]));
}
const SHOWN_STRAYS = 10;
/** What a reader of the plan should know of tags that nobody declares: they stay, whoever set them. */
function strayTagNotes(tags, { lastingTags, placeMarks }) {
    const isStray = (key) => ![lastingTags, placeMarks].some((marks) => Object.hasOwn(marks, key)) &&
        !(0,ownership/* isReservedTag */.HW)(key) &&
        !key.startsWith('aws:');
    const strays = Object.keys(tags).filter(isStray);
    if (strays.length === 0)
        return [];
    const more = strays.length > SHOWN_STRAYS ? ` and ${strays.length - SHOWN_STRAYS} more` : '';
    return [
        `Tags that are not declared, or no longer, stay: ${strays.slice(0, SHOWN_STRAYS).join(', ')}${more}.`
    ];
}

// EXTERNAL MODULE: ./src/iceberg/faults.ts
var faults = __webpack_require__(3716);
// EXTERNAL MODULE: ./src/iceberg/manifest-list.ts
var manifest_list = __webpack_require__(9113);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/iceberg/json.ts
var iceberg_json = __webpack_require__(115);
;// CONCATENATED MODULE: ./src/resources/table-snapshots.ts


const Id = dist/* pipe */.FsL(dist/* union */.KCZ([dist/* number */.aig(), dist/* bigint */.oad()]), dist/* transform */.pdi((value) => BigInt(value)));
const Summary = dist/* looseObject */._H3({});
const SnapshotJson = dist/* object */.Ikc({
    'snapshot-id': Id,
    'parent-snapshot-id': dist/* nullish */.cl6(Id),
    'manifest-list': dist/* nullish */.cl6(dist/* string */.YjP()),
    summary: dist/* nullish */.cl6(Summary)
});
const RefJson = dist/* object */.Ikc({ 'snapshot-id': Id, type: dist/* nullish */.cl6(dist/* string */.YjP()) });
const MetadataJson = dist/* object */.Ikc({
    'format-version': dist/* optional */.lqM(dist/* picklist */.KIO([1, 2, 3])),
    'current-snapshot-id': dist/* nullish */.cl6(Id),
    snapshots: dist/* nullish */.cl6(dist/* array */.YOg(SnapshotJson)),
    refs: dist/* nullish */.cl6(dist/* looseObject */._H3({}))
});
/**
 * The snapshots of a table by the text of its metadata, of any format version up to 3 (spec, "Table Metadata Fields"),
 * and whatever else is wrong with it. Throws an `Error` where that cannot be told.
 */
function snapshotsIn(text) {
    const json = (0,iceberg_json/* parseJson */.q)(text, 'the metadata');
    const metadata = dist/* parse */.qgA(MetadataJson, json);
    const snapshots = (metadata.snapshots ?? []).map((each) => {
        const summary = each.summary ?? {};
        return {
            id: each['snapshot-id'],
            parent: each['parent-snapshot-id'] ?? undefined,
            manifestList: each['manifest-list'] ?? undefined,
            count: (field) => countOf(summary[field])
        };
    });
    return { snapshots: new Map(snapshots.map((each) => [each.id, each])), refs: refsOf(json, metadata) };
}
function refsOf(json, metadata) {
    // From the JSON itself: a branch may be called `constructor`, and a schema leaves that out.
    const named = Object.entries(json.refs ?? {}).map(([name, ref]) => ({ key: name, ...dist/* parse */.qgA(RefJson, ref) }));
    const main = named.find(({ key }) => key === 'main')?.['snapshot-id'];
    const current = metadata['current-snapshot-id'];
    // Version 1 has no refs, and writers put -1 where there is no snapshot.
    const heads = [main ?? -1n, current ?? -1n].filter((id) => id !== -1n);
    return [
        ...[...new Set(heads)].map((snapshotId) => ({ name: 'main', snapshotId })),
        ...named
            .filter(({ key }) => key !== 'main')
            .map(({ key, type, 'snapshot-id': snapshotId }) => ({
            name: `the ${type ?? 'ref'} ${key}`,
            snapshotId
        }))
    ];
}
function countOf(value) {
    const text = ['string', 'number', 'bigint'].includes(typeof value) ? String(value) : '';
    return /^\d+$/.test(text) ? BigInt(text) : undefined;
}

;// CONCATENATED MODULE: ./src/resources/table-rows.ts




/** Snapshots that do not say how many rows they have, and are looked into for it. */
const MOST_LOOKED_INTO = 20;
/** Places that are named; of the others it is said how many there are. */
const SHOWN = 5;
const NO_ROWS = { rows: 0n, deleted: 0n };
const UNKNOWN = { rows: undefined, deleted: 0n };
/**
 * How many rows a table holds and where, for people; `undefined`: none. Every snapshot counts to which its metadata
 * leads: those of branches and tags, those that were staged and are of no branch yet, and those that only time travel
 * reaches, whose rows were deleted since. Read from the snapshots' summaries (Iceberg spec, "Snapshots", optional field
 * `total-records`), or from the manifest list of one that does not say. Whatever cannot be read counts as data, since
 * the answer decides whether it may be deleted.
 */
async function rowsHeld(look, location) {
    if (location === undefined)
        return undefined;
    try {
        return await rowsIn(look, await look.warehouse.readText(location));
    }
    catch (error) {
        look.context.signal.throwIfAborted();
        return `data, as far as can be told: its metadata could not be read (${(0,errors/* asActionError */.z6)(error).message})`;
    }
}
async function rowsIn(look, text) {
    const list = (0,faults/* reading */.hF)('the metadata', 'It is no table metadata', () => snapshotsIn(text));
    const counts = await countsOf(look, list);
    const places = [...inRefs(list, counts), ...inNone(list, counts), ...deletedSince(list, counts)];
    if (places.length === 0)
        return undefined;
    const isPlain = places.length === 1 && places[0].isMain;
    return isPlain ? `${places[0].rows}${places[0].live}` : sentence(places);
}
/**
 * The rows that no query of the table as it is would show, for people: those on other branches and tags, and those that
 * are staged. `undefined`: there are none. Looks at nothing but the text of the metadata.
 */
function rowsAside(text) {
    const list = snapshotsIn(text);
    const counts = new Map([...list.snapshots.values()].map((each) => [each.id, table_rows_countOf(each) ?? UNKNOWN]));
    const main = list.refs.filter(({ name }) => name === 'main').map(({ snapshotId }) => snapshotId);
    const shown = new Set(main.flatMap((id) => chainOf(list, id)).map(({ id }) => id));
    const aside = list.refs.filter(({ snapshotId }) => !shown.has(snapshotId));
    const places = [...inRefs({ ...list, refs: aside }, counts), ...inNone(list, counts)];
    return places.length === 0 ? undefined : sentence(places);
}
function inRefs({ refs }, counts) {
    return refs.flatMap(({ name, snapshotId }) => placeOf(counts.get(snapshotId) ?? UNKNOWN, `on ${name}`, name === 'main'));
}
/** What is staged, or was rolled back. */
function inNone(list, counts) {
    const reached = new Set(list.refs.flatMap(({ snapshotId }) => chainOf(list, snapshotId)));
    return [...list.snapshots.values()]
        .filter((snapshot) => !reached.has(snapshot))
        .flatMap(({ id }) => placeOf(counts.get(id), `in the snapshot ${id}, which no branch or tag leads to`, false));
}
/** By how much the branches have shrunk between snapshots that are both still there. */
function deletedSince(list, counts) {
    const heads = new Set(list.refs.map(({ snapshotId }) => snapshotId));
    const reached = new Set(list.refs.flatMap(({ snapshotId }) => chainOf(list, snapshotId)));
    const place = { where: 'that earlier snapshots still have', live: '', isMain: false };
    const isUnknown = ({ id }) => !heads.has(id) && counts.get(id)?.rows === undefined;
    if ([...reached].some(isUnknown))
        return [{ ...place, rows: 'data' }];
    const sum = [...reached].reduce((all, each) => all + lostIn(each, counts), 0n);
    return sum === 0n ? [] : [{ ...place, rows: `${sum} deleted ${sum === 1n ? 'row' : 'rows'}` }];
}
/** How many rows fewer a snapshot has than the one before it. */
function lostIn({ id, parent }, counts) {
    const now = counts.get(id)?.rows;
    const before = parent === undefined ? undefined : counts.get(parent)?.rows;
    return now !== undefined && before !== undefined && before > now ? before - now : 0n;
}
function placeOf({ rows, deleted }, where, isMain) {
    if (rows === 0n)
        return [];
    if (rows === undefined)
        return [{ rows: 'data', where, live: '', isMain }];
    return [{ rows: plural(rows), where, live: liveOf(rows, deleted), isMain }];
}
function liveOf(rows, deleted) {
    if (deleted === 0n)
        return '';
    if (deleted === undefined || deleted > rows)
        return ', some of them marked as deleted';
    return `, ${rows - deleted} of them live`;
}
function plural(rows) {
    return rows === 1n ? '1 row' : `${rows} rows`;
}
function sentence(places) {
    const parts = places.slice(0, SHOWN).map(({ rows, where, live }) => `${rows} ${where}${live}`);
    const more = places.length > SHOWN ? [`rows in ${places.length - SHOWN} more places`] : [];
    return [...parts, ...more].join('; ');
}
/** A snapshot and those before it, as far as they are listed. */
function chainOf({ snapshots }, head) {
    const chain = new Set();
    for (let next = snapshots.get(head); next !== undefined && !chain.has(next);) {
        chain.add(next);
        next = next.parent === undefined ? undefined : snapshots.get(next.parent);
    }
    return [...chain];
}
async function countsOf(look, list) {
    const counts = new Map();
    let left = MOST_LOOKED_INTO;
    for (const snapshot of list.snapshots.values()) {
        const told = table_rows_countOf(snapshot);
        const looked = told === undefined && left-- > 0 ? await lookInto(look, snapshot) : told;
        counts.set(snapshot.id, looked ?? UNKNOWN);
    }
    return counts;
}
/** What the summary tells; one that has files and no rows is not believed. */
function table_rows_countOf({ count }) {
    const rows = count('total-records');
    if (rows === undefined)
        return undefined;
    if (rows === 0n)
        return (count('total-data-files') ?? 0n) === 0n ? NO_ROWS : undefined;
    // Which rows an equality delete finds, and whether two position deletes name the same row, only reading would tell.
    const byValue = count('total-equality-deletes') ?? 0n;
    return { rows, deleted: byValue > 0n ? undefined : (count('total-position-deletes') ?? 0n) };
}
async function lookInto(look, { manifestList }) {
    if (manifestList === undefined)
        return undefined;
    try {
        const manifests = (0,manifest_list/* readManifestList */.sd)(await look.warehouse.read(manifestList), manifestList);
        const ofData = manifests.filter(({ isOfDeletes }) => !isOfDeletes);
        const each = ofData.map(({ counts }) => counts && counts[3] + counts[4]);
        if (each.some((rows) => rows === undefined))
            return undefined;
        const rows = each.reduce((sum, some) => sum + (some ?? 0n), 0n);
        return { rows, deleted: manifests.length > ofData.length ? undefined : 0n };
    }
    catch {
        look.context.signal.throwIfAborted();
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/resources/guarded.ts




const guarded_SHOWN = 20;
/** The refusal to delete what a container holds besides what this environment made in it. */
function guardedContents(container, contents, todo) {
    const more = contents.length > guarded_SHOWN ? ` and ${contents.length - guarded_SHOWN} more` : '';
    const list = contents.slice(0, guarded_SHOWN).join(', ') + more;
    return new errors/* ActionError */.lZ('GUARDED', {
        todo,
        found: `The ${container} holds what this environment did not make: ${list}. It was not destroyed.`
    });
}
/**
 * The refusal to delete a table of this environment that holds data. `undefined`: it holds none, it is meant to go
 * away (of a pull request, or with an expiry), or it is to be forced. That it is meant to go away, both its tags and the
 * Glue database have to say: who may write tags in S3 Tables could otherwise take the guard off any table.
 */
async function guardedData(look, spec, table) {
    if (spec.forceDestroy)
        return undefined;
    const isMarked = (0,ownership/* isEphemeral */.aw)(table.tags);
    if (isMarked && (await isMeantToGo(look, spec)))
        return undefined;
    const { namespace, name, metadataLocation, otherFormat } = table.info;
    const held = otherFormat === undefined
        ? await rowsHeld(look, metadataLocation)
        : `data, as far as can be told: its format is ${otherFormat}, which this action does not read`;
    if (held === undefined)
        return undefined;
    // Another run may have removed the table while it was looked at, and its files with it.
    const newer = look.anew();
    const now = await newer.s3tables.getTable({ bucketArn: spec.bucketArn, namespace, name });
    if (now === undefined)
        return undefined;
    if (now.arn !== table.info.arn)
        return guardedData(newer, spec, { ...table, info: now });
    return new errors/* ActionError */.lZ('GUARDED', {
        found: `The table ${namespace}.${name} holds ${held}, so it was not destroyed.${isMarked ? unconfirmed(spec) : ''}`
    });
}
/** Where it will be asked for: reads what tells how many rows there are, while it is found out whose the table is. */
async function beginToReadRows(look, spec, { metadataLocation }) {
    if (spec.forceDestroy || metadataLocation === undefined)
        return;
    try {
        if (!(await isMeantToGo(look, spec)))
            await look.warehouse.readText(metadataLocation);
    }
    catch {
        // Whoever asks for it gets the failure.
    }
}
async function isMeantToGo({ glue }, spec) {
    const { parameters = {} } = (await glue.getDatabase(spec.names.glueDatabase)) ?? {};
    return isRecordedBy(parameters, spec) && (0,ownership/* isEphemeral */.aw)(parameters);
}
function unconfirmed({ names }) {
    return ` By its tags it was made to go away, but the Glue database ${names.glueDatabase} does not say the same.`;
}

;// CONCATENATED MODULE: ./src/resources/grant-aims.ts

/** The least with which a role can query a table. */
const TO_QUERY = ['DESCRIBE', 'SELECT'];
/** On the Glue database, with grant option, and on its tables. */
function databaseAims(spec) {
    const { databasePermissions, tablePermissions = [] } = spec;
    const database = spec.names.glueDatabase;
    return [
        {
            on: { kind: 'database', database },
            label: '',
            record: ownership/* TAG */.Dk.granted,
            permissions: databasePermissions,
            grantable: databasePermissions
        },
        {
            on: { kind: 'tables', database },
            label: 'tables.',
            record: `${ownership/* TAG */.Dk.granted}-tables`,
            permissions: tablePermissions,
            grantable: []
        }
    ];
}
/**
 * On the federated catalog of the table bucket, its namespace and the tables in it: a query needs all three
 * ("Granting Lake Formation permissions on S3 Tables" in the S3 user guide).
 */
function catalogAims(spec) {
    const { names, databasePermissions, tablePermissions = TO_QUERY } = spec;
    const catalogId = federatedCatalog(spec);
    const database = names.namespace;
    const inDatabase = databasePermissions.includes('ALL')
        ? databasePermissions
        : [...new Set(['DESCRIBE', ...databasePermissions])];
    const plain = { grantable: [] };
    return [
        {
            ...plain,
            shared: spec.isolation === 'namespace',
            on: { kind: 'catalog', catalogId },
            label: 'catalog.',
            record: `${ownership/* TAG */.Dk.granted}-catalog`,
            permissions: ['DESCRIBE']
        },
        {
            ...plain,
            on: { kind: 'database', catalogId, database },
            label: 'database.',
            record: `${ownership/* TAG */.Dk.granted}-catalog-database`,
            permissions: inDatabase
        },
        {
            ...plain,
            on: { kind: 'tables', catalogId, database },
            label: 'tables.',
            record: `${ownership/* TAG */.Dk.granted}-catalog-tables`,
            permissions: tablePermissions
        }
    ];
}
/** `<account>:s3tablescatalog/<bucket>` */
function federatedCatalog({ accountId, names }) {
    return `${accountId}:s3tablescatalog/${names.tableBucket}`;
}

;// CONCATENATED MODULE: ./src/resources/grant-record.ts

/**
 * A grant cannot be tagged. So the database remembers, in parameters, what this environment granted on it and on the
 * federated catalog: only that is ever revoked, whatever else the same principal was given by others.
 * These are the parameters that the database is made with.
 */
function grantRecord(spec) {
    const entries = databaseAims(spec).map((aim) => [aim.record, recordOf(spec.role, aim)]);
    return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
/** What is recorded for an aim: the principal and its permissions; empty: nothing is granted. */
function recordOf(role, { permissions }) {
    if (role === undefined || permissions.length === 0)
        return '';
    return `${role} ${[...permissions].sort().join(',')}`;
}
/** Reads the record of an aim; `undefined`: nothing is recorded, or it cannot be read. */
function readGrantRecord(parameters, record) {
    const [principal, list] = parameters[record]?.split(' ') ?? [];
    if (!principal || !list)
        return undefined;
    const permissions = list.split(',');
    return { principal, permissions, grantable: permissions };
}

;// CONCATENATED MODULE: ./src/resources/tag-limit.ts

/** On a table bucket, a table, a Glue database (S3 Tables, TagResource; Glue, TagResource). */
const MAX_TAGS = 50;
/**
 * Why a resource that has tags already cannot be given those of this environment: there would be more than AWS allows.
 * Known before anything is written.
 */
function tagLimitRefusal(what, there, spec) {
    const missing = Object.keys(spec.lastingTags).filter((key) => !Object.hasOwn(there, key));
    // AWS does not count its own (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html).
    const count = Object.keys(there).filter((key) => !key.startsWith('aws:')).length;
    if (missing.length === 0 || count + missing.length <= MAX_TAGS)
        return undefined;
    return new errors/* ActionError */.lZ('QUOTA_EXCEEDED', {
        found: `The ${what} has ${count} tags, and this environment would add ${missing.length}: ${missing.join(', ')}. AWS allows ${MAX_TAGS}.`,
        todo: `Remove at least ${count + missing.length - MAX_TAGS} of its tags, or give fewer in the tags input.`
    });
}

;// CONCATENATED MODULE: ./src/resources/glue-database.ts








const glue_database_HIDDEN = 'Whether it is there cannot be seen before the caller of this run is a Lake Formation administrator.';
const TO_BE_MADE = ' If it is yet to be made, what it takes is CREATE_DATABASE on the Data Catalog.';
/** The Glue database. It carries the environment's marks twice: as tags, and as parameters for who may not read tags. */
class GlueDatabase {
    spec;
    glue;
    options;
    id = 'glue-database';
    kind = 'Glue database';
    name;
    needs;
    wanted = true;
    shared = false;
    /** A grant on a database of this name would hold for the next one of this name. */
    remembers = true;
    /** Where environments share the table bucket, this is what tells one from the other. */
    isRecord;
    /**
     * @param options `afterSettings`: the run's caller becomes an administrator first; `guarded`: it is to be removed;
     * `managed`: Lake Formation may be asked
     */
    constructor(spec, glue, options) {
        this.spec = spec;
        this.glue = glue;
        this.options = options;
        this.name = spec.names.glueDatabase;
        this.isRecord = spec.isolation === 'namespace';
        this.needs = options.afterSettings ? ['data-lake-settings'] : [];
    }
    async observe(look) {
        look.ahead(() => look.glue.getTags(this.spec.databaseArn));
        const database = await this.find(look);
        if (database === 'hidden')
            return { notes: [glue_database_HIDDEN] };
        if (database === undefined)
            return {};
        const tags = await look.glue.getTags(this.spec.databaseArn);
        if (tags === undefined)
            return {};
        const { parameters } = database;
        const what = `Glue database ${this.name}`;
        const marks = { ...parameters, ...tags };
        const refusal = refusalOf(what, marks, this.spec) ?? movedRefusal(parameters, this.spec);
        return {
            state: { tags, parameters },
            applyRefusal: refusal ?? changeRefusalOf(what, marks, this.spec) ?? tagLimitRefusal(what, tags, this.spec),
            removeRefusal: refusal ?? removalRefusalOf(what, marks, this.spec),
            notes: [
                ...(this.isRecord ? expiryNotes({ ...tags, ...parameters }) : []),
                ...(this.options.guarded ? [] : strayTagNotes(tags, this.spec))
            ]
        };
    }
    /** Whether Lake Formation lets the caller make it; whether it holds tables, which Glue would delete with it. */
    async obstacle(look, deed) {
        // Who becomes an administrator first may make it.
        if (deed === 'create')
            return this.options.afterSettings ? undefined : this.whyNotCreate(look);
        return deed === 'remove' ? this.tablesRefusal(look) : undefined;
    }
    diff(state) {
        const { lastingTags, placeMarks } = this.spec;
        // One that is taken over did not say where the environment is.
        const isNew = state !== undefined && state.parameters[ownership/* MANAGED_BY */.Kf] !== ownership/* MANAGER */.u;
        const parameters = { ...lastingTags, ...(this.isRecord || isNew ? placeMarks : {}) };
        return [
            ...mapChanges('tags', lastingTags, state?.tags ?? {}),
            ...mapChanges('parameters', parameters, state?.parameters ?? {})
        ];
    }
    async create(look) {
        const marks = { ...this.spec.lastingTags, ...this.spec.birthTags };
        const { becomesAdmin, owner } = this.spec;
        const description = `Glue database for Iceberg tables in ${owner.application} namespace`;
        const database = {
            name: this.name,
            description,
            parameters: { ...marks, ...this.spec.placeMarks, ...grantRecord(this.spec) },
            tags: marks
        };
        try {
            return await this.glue.createDatabase(database, becomesAdmin, look.context);
        }
        catch (error) {
            throw this.options.managed ? await namingAdmins(error, look.anew()) : error;
        }
    }
    async update({ context }, _state, changes) {
        const tags = changedEntries('tags', changes);
        const parameters = changedEntries('parameters', changes);
        await Promise.all([
            Object.keys(tags).length > 0 && this.glue.addTags(this.spec.databaseArn, tags, context),
            Object.keys(parameters).length > 0 && this.glue.addParameters(this.name, parameters, context)
        ]);
    }
    /**
     * Glue deletes a database with whatever is in it, and there is no version that would tell of another writer. So it is
     * judged by a look right before, and by a new one before each repetition: what answered with an error may have been
     * carried out, and somebody may have made one of the same name since.
     */
    async remove(look) {
        let next = look;
        await (0,rewrite/* rewrite */.v)(look.context, {
            what: `delete the Glue database ${this.name}`,
            read: async () => {
                const now = next;
                next = look.anew('all');
                const [seen, tables] = await Promise.all([this.observe(now), this.tablesRefusal(now)]);
                return { state: seen.state, refusal: seen.removeRefusal ?? tables };
            },
            write: async ({ state, refusal }) => {
                if (refusal !== undefined)
                    throw refusal;
                if (state !== undefined)
                    await this.glue.deleteDatabase(this.name, look.context);
            }
        });
    }
    outputs() {
        return { 'glue-database-name': this.name };
    }
    /**
     * Lake Formation does not tell "not there" from "not allowed". Where this run makes its caller an administrator,
     * that is found out when the database is made; where not, it is an error that says who can help.
     */
    async find(look) {
        try {
            return await look.glue.getDatabase(this.name);
        }
        catch (error) {
            const { afterSettings, guarded, managed } = this.options;
            if (!managed || !isHidden(error))
                throw error;
            if (afterSettings)
                return 'hidden';
            const refusal = guarded ? undefined : await this.whyNotCreate(look);
            throw refusal ?? (await namingAdmins(error, look, guarded ? '' : TO_BE_MADE));
        }
    }
    async whyNotCreate(look) {
        return this.options.managed ? whyNotCreateDatabase(look, this.spec) : undefined;
    }
    /** This environment never makes any there. */
    async tablesRefusal(look) {
        if (this.spec.forceDestroy)
            return undefined;
        const tables = (await look.glue.listTables(this.name)) ?? [];
        return tables.length === 0 ? undefined : guardedContents(`Glue database ${this.name}`, tables);
    }
}

// EXTERNAL MODULE: ./src/observe/buckets.ts
var buckets = __webpack_require__(4007);
;// CONCATENATED MODULE: ./src/resources/grant-scopes.ts







const IAM_DECIDES = 'Nothing to grant: the integration has IAM access control, where IAM policies alone decide over its tables.';
/** The grants on the Glue database and its tables. */
function databaseScope(spec, { afterSettings, guarded }) {
    return {
        id: 'database-grant',
        on: spec.names.glueDatabase,
        needs: afterSettings ? ['glue-database', 'data-lake-settings'] : ['glue-database'],
        aims: databaseAims(spec),
        newWith: 'glue-database',
        guarded,
        applies: () => Promise.resolve(true),
        refusal: async (look, missing) => 
        // Who makes the database may pass on everything on it.
        (await grant_scopes_whyUnknown(look, spec)) ?? whyNotGrant(look, spec, missing ?? [])
    };
}
/**
 * The grants on the federated catalog of the table bucket, where Lake Formation decides over access to it. They come
 * after those on the database, which remembers both: its parameters can only be written as a whole.
 */
function catalogScope(spec, { guarded }) {
    const aims = catalogAims(spec);
    const isRecorded = (parameters = {}) => aims.some(({ record }) => parameters[record]);
    return {
        id: 'catalog-grant',
        on: federatedCatalog(spec),
        needs: ['database-grant', 'glue-database', 'namespace', 'analytics-integration'],
        aims,
        guarded,
        applies: async (look, parameters) => {
            const applies = guarded ? isRecorded(parameters) : await lakeFormationDecides(look, spec);
            // Lake Formation does not tell "not there" from "not allowed"; S3 Tables does.
            return applies === true ? (0,buckets/* hasNamespaceOf */.Bl)(look, tableIdOf(spec)) : applies;
        },
        refusal: () => Promise.resolve(undefined)
    };
}
async function lakeFormationDecides(look, { integration, access }) {
    try {
        const catalog = await look.glue.getCatalog(CATALOG);
        const byIam = catalog?.iamControlled ?? (integration === 'enable' && access === 'iam');
        return byIam ? IAM_DECIDES : catalog !== undefined;
    }
    catch (error) {
        // The integration itself, which these grants need, says that it may not be looked at.
        if ((0,errors/* isDenied */.GZ)(error))
            return false;
        throw error;
    }
}
async function grant_scopes_whyUnknown(look, { role, accountId }) {
    if (role === undefined)
        return undefined;
    const why = (await unknownPrincipals(look, accountId, [role])).get(role);
    return why === undefined
        ? undefined
        : new errors/* ActionError */.lZ('PRINCIPAL_UNKNOWN', {
            found: `The role that is to use the data, ${role}, does not exist: ${why}.`,
            todo: 'Correct identity-center-role-arn: the role must exist in IAM, and its ARN be given with its path.'
        });
}

;// CONCATENATED MODULE: ./src/resources/grant-difference.ts


/** What the role is to be granted yet; `undefined`: it holds everything, if only through a grant of somebody else. */
function missing(role, { aim, grants }) {
    const lacking = missingOf({ principal: role, ...aim }, normalised(heldBy(role, grants), aim.on.kind));
    const permissions = [...new Set([...lacking.permissions, ...lacking.grantable])];
    return permissions.length === 0 ? undefined : { ...lacking, permissions, on: aim.on };
}
/** What was recorded as granted, is still there, and is no longer declared. */
function excess(role, { aim, record, grants }) {
    // Of what others rely on as well there is no record; if one is there, somebody else wrote it.
    if (record === undefined || aim.shared)
        return undefined;
    const keep = record.principal === role ? aim.permissions : [];
    const held = heldBy(record.principal, grants);
    const permissions = withoutKept(record.permissions, keep, { held, kind: aim.on.kind });
    const dropped = { principal: record.principal, permissions, grantable: permissions };
    const there = commonOf(dropped, held);
    return there && { ...there, on: aim.on };
}
/** What is granted and is this environment's: what is recorded, and what is declared. */
function ours(role, { aim, record, grants }) {
    if (aim.shared)
        return [];
    const declared = role === undefined ? undefined : { principal: role, ...aim };
    const own = [record, declared].flatMap((grant) => grant ?? []);
    const principals = [...new Set(own.map((grant) => grant.principal))];
    return principals.flatMap((who) => {
        const there = commonOf(heldBy(who, own), heldBy(who, grants));
        return there === undefined ? [] : [{ ...there, on: aim.on }];
    });
}
/** What the plan says of what is to be granted. */
function addedChanges(role, held) {
    const { aim, grants } = held;
    const has = heldBy(role, grants);
    const lacking = missingOf({ principal: role, ...aim }, normalised(has, aim.on.kind));
    return [
        ...added(`${aim.label}permissions`, lacking.permissions, has.permissions),
        ...added(`${aim.label}grant-option`, lacking.grantable, has.grantable)
    ];
}
/** What the plan says of the record. */
function recordChange(role, { aim, record }) {
    if (aim.shared)
        return [];
    const to = recordOf(role, aim) || undefined;
    const from = record && shown(record);
    return from === to ? [] : [{ path: `${aim.label}record`, from, to }];
}
/** `<principal> <permissions>` */
function shown({ principal, permissions }) {
    return `${principal} ${[...permissions].sort().join(',')}`;
}
function added(path, lacking, held) {
    if (lacking.length === 0)
        return [];
    const from = held.length === 0 ? undefined : held.join(', ');
    return [{ path, from, to: [...held, ...lacking].join(', ') }];
}

;// CONCATENATED MODULE: ./src/resources/moved-grants.ts

/**
 * Why grants move from one role to another, where it can be told: a permission set that is made again in Identity
 * Center has a new role, with another end of its name.
 */
function movedNotes(role, state) {
    const set = role === undefined ? undefined : (0,principal_arn/* permissionSetOf */.pF)(role);
    const former = state
        .map(({ record }) => record?.principal)
        .find((who) => who !== undefined && who !== role);
    if (set === undefined || former === undefined || (0,principal_arn/* permissionSetOf */.pF)(former) !== set)
        return [];
    return [`The permission set ${set} was made again: its grants move from ${former} to ${role}.`];
}

;// CONCATENATED MODULE: ./src/resources/lake-formation-grant.ts






/** What the run needs to find and delete what it has a grant on: it goes with the thing. */
const TO_FINISH = ['ALL', 'DESCRIBE', 'DROP'];
/** What the role may do on a few things that belong together: by difference, never revoked to be granted again. */
class LakeFormationGrant {
    spec;
    aws;
    scope;
    id;
    kind = 'Lake Formation grant';
    name;
    needs;
    wanted = true;
    shared = false;
    constructor(spec, aws, scope) {
        this.spec = spec;
        this.aws = aws;
        this.scope = scope;
        const who = spec.role?.split('/').at(-1);
        this.id = scope.id;
        this.name = who === undefined ? `on ${scope.on}` : `for ${who} on ${scope.on}`;
        this.needs = scope.needs;
    }
    async observe(look) {
        this.beginToRead(look);
        const database = await this.findDatabase(look);
        const applies = await this.scope.applies(look, database?.parameters);
        if (typeof applies === 'string')
            return { state: [], notes: [applies] };
        if (!applies || database === undefined)
            return {};
        const state = await this.look(look, database.parameters);
        const there = state.some((held) => this.ours(held).length > 0) ||
            (!this.scope.guarded && this.missing(state).length === 0);
        return { ...(there && { state }), notes: movedNotes(this.spec.role, state) };
    }
    /** Why Lake Formation would refuse to grant what is missing. */
    async obstacle(look, deed) {
        if (deed === 'remove')
            return undefined;
        const database = await this.findDatabase(look);
        const lacking = database && this.missing(await this.look(look, database.parameters));
        return lacking?.length === 0 ? undefined : this.scope.refusal(look, lacking);
    }
    diff(state) {
        const { role } = this.spec;
        if (role === undefined)
            return [];
        if (state !== undefined)
            return state.flatMap((held) => this.changes(role, held));
        const nothing = this.scope.aims.map((aim) => ({ aim, record: undefined, grants: [] }));
        return [{ path: 'principal', to: role }, ...nothing.flatMap((held) => addedChanges(role, held))];
    }
    async create(look) {
        const { newWith, aims } = this.scope;
        if (newWith !== undefined && look.learnt.made.has(newWith)) {
            const record = grantRecord(this.spec);
            const nobody = aims.map((aim) => ({ aim, record: readGrantRecord(record, aim.record), grants: [] }));
            await this.update(look, nobody);
            return true;
        }
        const now = look.anew();
        const database = await now.glue.getDatabase(this.spec.names.glueDatabase);
        await this.update(now, await this.look(now, database?.parameters ?? {}));
        return true;
    }
    /** A record that forgets nothing is written first, so that nothing is ever granted without one. */
    async update(look, state) {
        const isNew = state.every(({ record }) => record === undefined);
        if (isNew)
            await this.remember(look, state);
        const grants = this.missing(state);
        if (grants.length > 0)
            await this.aws.lakeFormation.grant(grants, look.context);
        await this.revoke(look, this.excess(state));
        if (!isNew)
            await this.remember(look, state);
    }
    async remove(look, state) {
        await this.revoke(look, state.flatMap((held) => this.ours(held)));
    }
    outputs() {
        return {};
    }
    /** To apply, the database itself, which these grants need, says that it may not be looked at. */
    async findDatabase(look) {
        try {
            return await look.glue.getDatabase(this.spec.names.glueDatabase);
        }
        catch (error) {
            if (this.scope.guarded || !isHidden(error))
                throw error;
            return undefined;
        }
    }
    look(look, parameters) {
        const { aims, guarded } = this.scope;
        const held = aims.map((aim) => ({ aim, record: readGrantRecord(parameters, aim.record) }));
        return Promise.all(held
            .filter(({ aim, record }) => record !== undefined || (aim.permissions.length > 0 && this.mayBeOurs(guarded)))
            .map(async ({ aim, record }) => {
            const grants = (await look.lakeFormation.listGrants(aim.on)) ?? [];
            return { aim, record, grants: grants.flatMap((grant) => withoutNever(look, aim, grant) ?? []) };
        }));
    }
    /** To destroy, what is declared counts as ours only where the role is known. */
    mayBeOurs(guarded) {
        return !guarded || this.spec.role !== undefined;
    }
    missing(state) {
        const { role } = this.spec;
        return role === undefined ? [] : state.flatMap((held) => missing(role, held) ?? []);
    }
    excess(state) {
        const { role } = this.spec;
        return role === undefined ? [] : state.flatMap((held) => excess(role, held) ?? []);
    }
    /** What is to be revoked when the environment goes. The run itself keeps what it needs until then. */
    ours(held) {
        const { role, callerArn } = this.spec;
        return ours(role, held).flatMap((grant) => {
            if (!this.scope.guarded || !isCaller(grant.principal, callerArn))
                return [grant];
            const left = without(grant, TO_FINISH);
            return left === undefined ? [] : [{ ...left, on: grant.on }];
        });
    }
    changes(role, held) {
        const gone = excess(role, held);
        return [
            ...addedChanges(role, held),
            ...(gone === undefined ? [] : [{ path: `${held.aim.label}revoke`, from: shown(gone) }]),
            ...recordChange(role, held)
        ];
    }
    async revoke({ context, learnt }, grants) {
        if (grants.length === 0)
            return;
        learnt.neverGranted.push(...(await this.aws.lakeFormation.revoke(grants, context)));
    }
    async remember({ context }, state) {
        const { role } = this.spec;
        if (role === undefined)
            return;
        const changed = state.filter((held) => recordChange(role, held).length > 0);
        const entries = changed.map(({ aim }) => [aim.record, recordOf(role, aim)]);
        if (entries.length === 0)
            return;
        await this.aws.glue.addParameters(this.spec.names.glueDatabase, Object.fromEntries(entries), context);
    }
    /** What the environment grants on things of its own is asked for together with the database. */
    beginToRead(look) {
        if (this.scope.newWith === undefined || this.spec.role === undefined)
            return;
        const asked = this.scope.aims.filter(({ permissions }) => permissions.length > 0);
        for (const { on } of asked)
            look.ahead(() => look.lakeFormation.listGrants(on));
    }
}
function withoutNever({ learnt }, aim, grant) {
    const same = learnt.neverGranted.filter(({ on, principal }) => on === aim.on && principal === grant.principal);
    return without(grant, same.flatMap(({ permissions }) => permissions));
}

// EXTERNAL MODULE: ./src/resources/namespace-contents.ts
var namespace_contents = __webpack_require__(2385);
;// CONCATENATED MODULE: ./src/resources/namespace.ts






/**
 * The namespace. S3 Tables has no tags for it: in a table bucket of the environment's own it belongs to whoever owns the
 * bucket, in a shared one to the environment whose table is in it; while it is empty, to the one whose Glue database
 * remembers it, or whose name it has.
 */
class Namespace {
    spec;
    s3tables;
    id = 'namespace';
    kind = 'Namespace';
    name;
    needs;
    wanted = true;
    shared = false;
    inShared;
    /** The environment's own table, which tells whose the namespace is. */
    table;
    constructor(spec, s3tables) {
        this.spec = spec;
        this.s3tables = s3tables;
        this.inShared = spec.isolation === 'namespace';
        this.name = spec.names.namespace;
        this.needs = this.inShared ? ['table-bucket', 'glue-database'] : ['table-bucket'];
        this.table = tableIdOf(spec);
    }
    async observe(look, before) {
        if (!(await (0,buckets/* hasNamespaceOf */.Bl)(look, this.table)))
            return {};
        const wasKnown = !this.inShared || look.learnt.made.has(this.id) || (before?.state?.isKnown ?? false);
        const state = { isKnown: wasKnown || (await this.isOurs(look)) };
        if (state.isKnown || this.spec.adopt)
            return { state };
        const refusal = this.notOurs();
        return { state, applyRefusal: refusal, removeRefusal: refusal };
    }
    diff(state) {
        return state === undefined ? [{ path: 'name', to: this.name }] : [];
    }
    async create(look) {
        if (this.inShared)
            await this.insistOnRecord(look.anew());
        return this.s3tables.createNamespace(this.spec.bucketArn, this.name, look.context);
    }
    async update() {
        // A namespace has nothing but its name.
    }
    async remove({ context }) {
        await this.s3tables.deleteNamespace(this.spec.bucketArn, this.name, context);
    }
    outputs() {
        return { namespace: this.name };
    }
    /**
     * A run that takes the environment down may have removed the record since it was looked at. A namespace that was made
     * without one would be found by nobody, should this run end right after.
     */
    async insistOnRecord(look) {
        if (await this.isRecorded(look))
            return;
        throw new errors/* ActionError */.lZ('VANISHED', {
            doing: `create the namespace ${this.name}`,
            found: `The Glue database ${this.spec.names.glueDatabase}, which remembers it, is gone or remembers something else by now.`
        });
    }
    async isRecorded(look) {
        const { parameters = {} } = (await look.glue.getDatabase(this.spec.names.glueDatabase)) ?? {};
        return isRecordedBy(parameters, this.spec);
    }
    async isOurs(look) {
        const { names, owner } = this.spec;
        const isOurs = (tags) => (0,ownership/* ownership */.kG)(tags, owner) === 'ours';
        const contents = await (0,namespace_contents/* contentsOf */.K)(look, this.table, isOurs);
        if (contents !== 'empty')
            return contents === 'ours';
        const { parameters } = (await look.glue.getDatabase(names.glueDatabase)) ?? {};
        if (parameters !== undefined)
            return isRecordedBy(parameters, this.spec);
        // Nothing is lost with an empty one: a killed run may have left it without its record.
        return this.name === (0,src_names/* derivedNames */.o0)(owner.env, owner.application, 'namespace').namespace;
    }
    notOurs() {
        return new errors/* ActionError */.lZ('NOT_OURS', {
            found: `The namespace ${this.name} of the table bucket ${this.spec.names.tableBucket} exists, and nothing in it carries the marks of this environment, so it is left alone.`
        });
    }
}

// EXTERNAL MODULE: ./src/pool.ts
var pool = __webpack_require__(9537);
// EXTERNAL MODULE: ./src/iceberg/metadata.ts
var iceberg_metadata = __webpack_require__(1924);
;// CONCATENATED MODULE: ./src/resources/scratch-tables.ts


/**
 * Whether a table is a scratch table that a smoke test of this environment left or kept: by its name, and by the
 * property in its metadata. What cannot be read is not ours.
 */
async function isScratchOf(look, owner, table) {
    if (!ownership/* SCRATCH_NAME */.Zg.test(table.name))
        return false;
    const location = (await look.s3tables.getTable(table))?.metadataLocation;
    if (location === undefined)
        return false;
    try {
        const { properties } = (0,iceberg_metadata/* parseMetadata */.jR)(await look.warehouse.readText(location), location);
        return properties[ownership/* SCRATCH_OWNER */.j3] === (0,ownership/* scratchOwner */.I3)(owner);
    }
    catch {
        look.context.signal.throwIfAborted();
        return false;
    }
}

;// CONCATENATED MODULE: ./src/resources/other-tables.ts






const UNPROVEN = 'force-destroy reaches into a shared table bucket only where both the Glue database and a table in the namespace carry the marks of this environment. Delete by hand what is named, or set adopt: true as well.';
/** S3 Tables answers "too many requests" readily. */
const AT_A_TIME = 8;
/**
 * What else is in the environment's bucket, or in its namespace of a shared one: tables and namespaces besides the
 * declared ones. A bucket or namespace goes only when it is empty, so `destroy` has to look for them. Those that this
 * environment made under another name go with it; anything else is deleted only when `destroy` is forced to.
 */
class OtherTables {
    spec;
    s3tables;
    id = 'other-tables';
    kind = 'Other tables';
    name;
    needs = ['namespace', 'table-bucket'];
    /** While the environment's own table is there, it says whose the namespace is. */
    witnesses = ['table', 'glue-database'];
    wanted = false;
    shared = false;
    inShared;
    place;
    constructor(spec, s3tables) {
        this.spec = spec;
        this.s3tables = s3tables;
        const { tableBucket, namespace } = spec.names;
        this.inShared = spec.isolation === 'namespace';
        this.place = this.inShared
            ? `namespace ${namespace} of the table bucket ${tableBucket}`
            : `table bucket ${tableBucket}`;
        this.name = `in ${this.inShared ? `${tableBucket}, ${namespace}` : tableBucket}`;
    }
    async observe(look) {
        const found = await this.list(look);
        return isEmpty(found) ? {} : { state: found };
    }
    /** What of it this environment did not make, or holds data. */
    async obstacle(look, _deed, { state }) {
        if (state === undefined)
            return undefined;
        const looked = await this.look(look, state.tables);
        const left = { ...state, tables: looked.map(({ table }) => table) };
        return isEmpty(left) ? undefined : this.refusalOf(look, left, looked);
    }
    diff(state) {
        return state === undefined ? [] : listed(state).map((from) => ({ path: 'contents', from }));
    }
    async create() {
        return Promise.resolve(true);
    }
    async update() {
        // Never wanted, so never updated.
    }
    async remove(look, state) {
        const { context } = look;
        await (0,pool/* pooled */.I)(state.tables, AT_A_TIME, (table) => this.removeTable(look, table));
        await (0,pool/* pooled */.I)(state.namespaces, AT_A_TIME, (name) => this.s3tables.deleteNamespace(this.spec.bucketArn, name, context));
    }
    outputs() {
        return {};
    }
    /**
     * Only as it was looked at: what somebody wrote into it since has been judged by nobody. In a bucket of its own that is
     * forced, it goes however it is.
     */
    async removeTable(look, table) {
        const isHowever = this.spec.forceDestroy && !this.inShared;
        const info = await (isHowever ? look.anew() : look).s3tables.getTable(idOf(table));
        if (info !== undefined)
            await this.s3tables.deleteTable(table, info.versionToken, look.context);
    }
    async list(look) {
        const { bucketArn, names } = this.spec;
        const [tables, namespaces = []] = await Promise.all([
            (0,buckets/* tablesIn */.N$)(look, bucketArn, this.inShared ? names.namespace : undefined),
            this.inShared ? [] : (0,buckets/* inBucket */.qK)(look, bucketArn, () => look.s3tables.listNamespaces(bucketArn))
        ]);
        return {
            tables: tables.filter(({ namespace, name }) => namespace !== names.namespace || name !== names.table),
            namespaces: namespaces.map(({ name }) => name).filter((name) => name !== names.namespace)
        };
    }
    async refusalOf(look, state, looked) {
        const own = looked.filter((each) => this.isOwn(each));
        const foreign = listed(foreignOf(state, own));
        if (foreign.length > 0 && !this.spec.forceDestroy)
            return guardedContents(this.place, foreign);
        if (foreign.length > 0)
            return this.whyNotForced(look, foreign, looked);
        const refusals = await (0,pool/* pooled */.I)(own, AT_A_TIME, (each) => this.dataRefusal(look, each));
        return refusals.find((refusal) => refusal !== undefined);
    }
    /**
     * Force never reaches into what another environment made. In a bucket that many share, it reaches only where both the
     * Glue database and a table in the namespace say whose it is, or where the run was told to take it over.
     */
    async whyNotForced(look, foreign, looked) {
        const others = looked.filter(({ tags }) => (0,ownership/* ownership */.kG)(tags, this.spec.owner) === 'another');
        const [other] = others;
        if (other !== undefined) {
            return refusalOf(`table ${other.table.namespace}.${other.table.name}`, other.tags, this.spec);
        }
        look.learnt.isNamespaceProven ||=
            !this.inShared || this.spec.adopt || (await this.isTwiceMarked(look, looked));
        return look.learnt.isNamespaceProven ? undefined : guardedContents(this.place, foreign, UNPROVEN);
    }
    async isTwiceMarked(look, looked) {
        const { names, owner } = this.spec;
        const database = await look.glue.getDatabase(names.glueDatabase);
        if (database === undefined || !isRecordedBy(database.parameters, this.spec))
            return false;
        if (looked.some(({ tags }) => (0,ownership/* ownership */.kG)(tags, owner) === 'ours'))
            return true;
        const table = await look.s3tables.getTable(tableIdOf(this.spec));
        const tags = table && (await look.s3tables.getTags(table.arn));
        return (0,ownership/* ownership */.kG)(tags ?? {}, owner) === 'ours';
    }
    /** What the tables are, but for those that another run has removed since they were listed. */
    async look(look, tables) {
        const looked = await (0,pool/* pooled */.I)(tables, AT_A_TIME, async (table) => {
            const info = await look.s3tables.getTable(idOf(table));
            const tags = info && (await look.s3tables.getTags(info.arn));
            if (info === undefined || tags === undefined)
                return [];
            const isScratch = await isScratchOf(look, this.spec.owner, idOf(table));
            return [{ table, info, tags, isScratch }];
        });
        return looked.flat();
    }
    /** This environment made it, as its tags say; or its smoke test did. */
    isOwn({ table, tags, isScratch }) {
        if (isScratch)
            return true;
        const { owner } = this.spec;
        const what = `table ${table.namespace}.${table.name}`;
        return (0,ownership/* ownership */.kG)(tags, owner) === 'ours' && removalRefusalOf(what, tags, this.spec) === undefined;
    }
    async dataRefusal(look, { info, tags, isScratch }) {
        return isScratch ? undefined : guardedData(look, this.spec, { info, tags });
    }
}
/** What this environment did not make. A namespace has no tags: it is ours when a table in it is. */
function foreignOf({ tables, namespaces }, own) {
    const ownTables = new Set(own.map(({ table }) => table));
    const ownNamespaces = new Set(own.map(({ table }) => table.namespace));
    return {
        tables: tables.filter((table) => !ownTables.has(table)),
        namespaces: namespaces.filter((name) => !ownNamespaces.has(name))
    };
}
function isEmpty({ tables, namespaces }) {
    return tables.length + namespaces.length === 0;
}
function listed({ tables, namespaces }) {
    return [
        ...tables.map(({ namespace, name }) => `table ${namespace}.${name}`),
        ...namespaces.map((namespace) => `namespace ${namespace}`)
    ];
}
/** Alone what it is asked for by, so that whoever asks gets the same answer. */
function idOf({ bucketArn, namespace, name }) {
    return { bucketArn, namespace, name };
}

;// CONCATENATED MODULE: ./src/resources/bucket-holders.ts



/** So many are looked at: AWS allows 10 unless asked, and the list is read by a person. */
const bucket_holders_SHOWN = 30;
const SHARE = 'set isolation: namespace and a table-bucket-name, so that many environments share one table bucket';
/**
 * Tells who holds the table buckets of the account and region, and until when, where there may be no more of them; other
 * errors stay as they are, and so does this one where the buckets may not be listed.
 */
async function namingHolders(error, { isolation, region }, look) {
    if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'QUOTA_EXCEEDED')
        return error;
    const buckets = await unlessDenied(look.s3tables.listTableBuckets());
    if (buckets === undefined)
        return error;
    const shown = buckets.slice(0, bucket_holders_SHOWN);
    const lines = await Promise.all(shown.map((bucket) => lineOf(bucket, look)));
    const more = buckets.length > bucket_holders_SHOWN ? `- and ${buckets.length - bucket_holders_SHOWN} more\n` : '';
    const { code, doing, answer, cause } = error;
    return new errors/* ActionError */.lZ(code, {
        doing,
        answer,
        cause,
        found: `The account may have no more table buckets in ${region}. These hold the ${buckets.length} there are:\n${lines.join('')}${more}`,
        todo: [
            'Run the command sweep, which removes what has expired or belongs to a closed pull request',
            ...(isolation === 'bucket' ? [SHARE] : []),
            'or ask AWS Support to raise the quota.'
        ].join('; ')
    });
}
async function lineOf({ name, arn }, look) {
    const tags = await unlessDenied(look.s3tables.getTags(arn));
    return `- ${name}: ${tags === undefined ? 'its tags may not be read' : holderOf(tags)}\n`;
}
function holderOf(tags) {
    if (tags[ownership/* MANAGED_BY */.Kf] !== ownership/* MANAGER */.u)
        return 'not of this action';
    if ((0,ownership/* isShared */.yM)(tags))
        return 'shared by environments with isolation: namespace';
    const expiry = tags[ownership/* TAG */.Dk.expiresAt];
    return `${(0,ownership/* describeOwner */.$S)(tags)}, ${expiry === undefined ? 'without an expiry' : `expires at ${expiry}`}`;
}

;// CONCATENATED MODULE: ./src/resources/shared-table-bucket.ts





/**
 * The table bucket that many environments share. It is made where there is none, belongs to none of them, and is never
 * changed or removed; whoever made one beforehand keeps it as it is.
 */
class SharedTableBucket {
    spec;
    s3tables;
    id = 'table-bucket';
    kind = 'Shared table bucket';
    name;
    /** The record of the environment comes before everything that is made for it. */
    needs = ['glue-database'];
    wanted = true;
    shared = true;
    constructor(spec, s3tables) {
        this.spec = spec;
        this.s3tables = s3tables;
        this.name = spec.names.tableBucket;
    }
    async observe(look) {
        const tags = await (0,buckets/* tagsOfBucket */.tf)(look, this.spec.bucketArn);
        return tags === undefined ? {} : { state: { tags }, applyRefusal: this.refusalOf(tags) };
    }
    diff(state) {
        return state === undefined ? mapChanges('tags', this.spec.sharedTags, {}) : [];
    }
    async create(look) {
        try {
            return await this.s3tables.createTableBucket(this.name, this.spec.sharedTags, look.context);
        }
        catch (error) {
            throw await namingHolders(error, this.spec, look.anew());
        }
    }
    async update() {
        // Whatever it is like, others rely on it.
    }
    async remove() {
        // Never: others are in it.
    }
    outputs() {
        return { 's3tables-bucket-arn': this.spec.bucketArn };
    }
    /** What somebody has a right to remove cannot be shared. */
    refusalOf(tags) {
        if (tags[ownership/* MANAGED_BY */.Kf] !== ownership/* MANAGER */.u || tags[ownership/* TAG */.Dk.env] === undefined)
            return undefined;
        return new errors/* ActionError */.lZ('OWNED_BY_ANOTHER', {
            found: `The table bucket ${this.name} is that of an environment with isolation: bucket, ${(0,ownership/* describeOwner */.$S)(tags)}, and goes with it.`,
            todo: 'Choose another table-bucket-name for the environments to share.'
        });
    }
}

;// CONCATENATED MODULE: ./src/resources/policy-meaning.ts
/** Members whose values are a string or a list of strings, where neither order nor repetition means anything. */
const LISTS = ['Action', 'NotAction', 'Resource', 'NotResource'];
const PRINCIPALS = ['Principal', 'NotPrincipal'];
const ACCOUNT = /^\d{12}$/;
/**
 * What differs between two policies by meaning. Key order, statement order, a string against a list of one, the
 * case of actions and of condition keys, and an account id against the ARN of its root are no difference
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
 * @param partition for the ARN that an account id stands for
 */
function policyChanges(declared, there, partition) {
    const wanted = declared.Statement.map((statement, at) => describe(statement, at, partition));
    const found = (there?.Statement ?? []).map((statement, at) => describe(statement, at, partition));
    const missing = policy_meaning_without(wanted, found);
    const extra = policy_meaning_without(found, wanted);
    const version = versionOf(declared) === versionOf(there ?? declared) ? [] : [versionChange(declared, there)];
    return [...version, ...pair(missing, extra)];
}
function describe(statement, at, partition) {
    const label = typeof statement.Sid === 'string' && statement.Sid !== '' ? statement.Sid : undefined;
    return { label, place: at + 1, statement, meaning: canonical(normalise(statement, partition)) };
}
function policy_meaning_without(these, those) {
    const left = those.map((each) => each.meaning);
    return these.filter(({ meaning }) => {
        const at = left.indexOf(meaning);
        if (at >= 0)
            left.splice(at, 1);
        return at < 0;
    });
}
function pair(missing, extra) {
    const changed = missing.map(({ label, place, statement }) => {
        const before = label === undefined ? undefined : extra.find((each) => each.label === label);
        return { path: `policy.${label ?? `statement ${place}`}`, from: before?.statement, to: statement };
    });
    const paired = new Set(changed.map((change) => change.from));
    const removed = extra
        .filter(({ statement }) => !paired.has(statement))
        .map(({ label, statement }) => ({ path: `policy.${label ?? 'unnamed statement'}`, from: statement }));
    return [...changed, ...removed];
}
function normalise(statement, partition) {
    const entries = Object.entries(statement)
        .filter(([key, value]) => !(key === 'Sid' && value === ''))
        .map(([key, value]) => [key, normaliseMember(key, value, partition)]);
    return Object.fromEntries(entries);
}
function normaliseMember(key, value, partition) {
    if (LISTS.includes(key))
        return asSet(value, key.endsWith('Action') ? lower : same);
    if (PRINCIPALS.includes(key))
        return normalisePrincipal(value, partition);
    if (key === 'Condition')
        return normaliseCondition(value);
    return value;
}
function normalisePrincipal(value, partition) {
    if (!isRecord(value))
        return { AWS: asSet(value, same) };
    const account = (each) => ACCOUNT.test(each) ? `arn:${partition}:iam::${each}:root` : each;
    return Object.fromEntries(Object.entries(value).map(([kind, who]) => [kind, asSet(who, kind === 'AWS' ? account : same)]));
}
function normaliseCondition(value) {
    if (!isRecord(value))
        return value;
    const keys = (tests) => isRecord(tests)
        ? Object.fromEntries(Object.entries(tests).map(([key, values]) => [lower(key), asSet(values, same)]))
        : tests;
    return Object.fromEntries(Object.entries(value).map(([operator, tests]) => [operator, keys(tests)]));
}
function asSet(value, map) {
    const list = Array.isArray(value) ? value : [value];
    return [...new Set(list.map((each) => map(typeof each === 'string' ? each : JSON.stringify(each))))].sort();
}
/** JSON with the keys of every object in order. */
function canonical(value) {
    return JSON.stringify(value, (_key, each) => isRecord(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each);
}
function versionOf(document) {
    return document.Version ?? '2008-10-17';
}
function versionChange(declared, there) {
    return { path: 'policy.Version', from: there?.Version, to: declared.Version };
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function lower(text) {
    return text.toLowerCase();
}
function same(text) {
    return text;
}

;// CONCATENATED MODULE: ./src/resources/table-bucket-policy.ts



/** The table bucket's resource policy. With `table-bucket-policy: none` there should be none. */
class TableBucketPolicy {
    spec;
    s3tables;
    id = 'table-bucket-policy';
    kind = 'Table bucket policy';
    name;
    needs = ['table-bucket'];
    wanted;
    shared = false;
    declared;
    constructor(spec, s3tables) {
        this.spec = spec;
        this.s3tables = s3tables;
        this.name = spec.names.tableBucket;
        this.wanted = spec.policy !== 'none';
        this.declared = declaredPolicy(spec);
    }
    async observe(look) {
        const { bucketArn } = this.spec;
        const text = await (0,buckets/* inBucket */.qK)(look, bucketArn, () => look.s3tables.getTableBucketPolicy(bucketArn));
        return text === undefined ? {} : { state: { document: readPolicy(text) } };
    }
    diff(state) {
        return policyChanges(this.declared, state?.document, this.spec.partition);
    }
    async create({ context }) {
        await this.s3tables.putTableBucketPolicy(this.spec.bucketArn, JSON.stringify(this.declared), context);
        return true;
    }
    async update(look) {
        await this.create(look);
    }
    async remove({ context }) {
        await this.s3tables.deleteTableBucketPolicy(this.spec.bucketArn, context);
    }
    outputs() {
        return {};
    }
}
/** The policy that the bucket is to have, where it is to have one. */
function declaredPolicy(spec) {
    return typeof spec.policy === 'object' ? spec.policy : defaultPolicy(spec);
}
/** The proof of concept's two statements: Glue and the account itself may do everything in this bucket. */
function defaultPolicy({ bucketArn, accountRoot }) {
    const allow = (Sid, Principal) => ({
        Sid,
        Effect: 'Allow',
        Principal,
        Action: 's3tables:*',
        Resource: [bucketArn, `${bucketArn}/*`]
    });
    return {
        Version: '2012-10-17',
        Statement: [
            allow('AllowGlueAccess', { Service: 'glue.amazonaws.com' }),
            allow('AllowAccountAccess', { AWS: accountRoot })
        ]
    };
}
function readPolicy(text) {
    const parsed = (0,policy_document/* parsePolicyDocument */.X)(text);
    return 'value' in parsed ? parsed.value : undefined;
}

;// CONCATENATED MODULE: ./src/resources/shared-table-bucket-policy.ts




/**
 * The policy of a table bucket that environments share. Only a bucket that this action made is given one, and only while
 * it has none: what is there holds for everybody.
 */
class SharedTableBucketPolicy {
    spec;
    s3tables;
    id = 'table-bucket-policy';
    kind = 'Shared table bucket policy';
    name;
    needs = ['table-bucket'];
    wanted = true;
    shared = true;
    constructor(spec, s3tables) {
        this.spec = spec;
        this.s3tables = s3tables;
        this.name = spec.names.tableBucket;
    }
    async observe(look) {
        const { bucketArn } = this.spec;
        const tags = await (0,buckets/* tagsOfBucket */.tf)(look, bucketArn);
        if (tags === undefined)
            return {};
        if (!(0,ownership/* isShared */.yM)(tags))
            return { state: true };
        const policy = await (0,buckets/* inBucket */.qK)(look, bucketArn, () => look.s3tables.getTableBucketPolicy(bucketArn));
        return policy === undefined ? {} : { state: true };
    }
    diff(state) {
        return state === undefined
            ? policyChanges(declaredPolicy(this.spec), undefined, this.spec.partition)
            : [];
    }
    async create({ context }) {
        const { bucketArn } = this.spec;
        return this.s3tables.addTableBucketPolicy(bucketArn, JSON.stringify(declaredPolicy(this.spec)), context);
    }
    async update() {
        // What is there holds for everybody.
    }
    async remove() {
        // It goes with the bucket, which stays.
    }
    outputs() {
        return {};
    }
}

;// CONCATENATED MODULE: ./src/resources/table-bucket.ts







/** The table bucket. Its tags, set by the call that makes it, are the record of the environment. */
class TableBucket {
    spec;
    s3tables;
    guarded;
    id = 'table-bucket';
    kind = 'Table bucket';
    name;
    needs = [];
    witnesses;
    wanted = true;
    shared = false;
    /** Where the namespace has another name than one would expect, `sweep` has to be told. */
    namespaceMark;
    /** @param guarded it is to be removed */
    constructor(spec, s3tables, guarded = false) {
        this.spec = spec;
        this.s3tables = s3tables;
        this.guarded = guarded;
        this.name = spec.names.tableBucket;
        const { env, application } = spec.owner;
        const derived = (0,src_names/* derivedNames */.o0)(env, application, 'bucket');
        const { namespace } = spec.names;
        this.namespaceMark = namespace === derived.namespace ? {} : { [ownership/* TAG */.Dk.namespace]: namespace };
        // A bucket whose name does not tell whose it is has a second witness from its first moment on.
        this.witnesses = this.name === derived.tableBucket ? [] : ['glue-database'];
    }
    async observe(look) {
        const tags = await (0,buckets/* tagsOfBucket */.tf)(look, this.spec.bucketArn);
        if (tags === undefined)
            return {};
        const what = `table bucket ${this.name}`;
        const refusal = refusalOf(what, tags, this.spec);
        return {
            state: { tags },
            applyRefusal: refusal ?? changeRefusalOf(what, tags, this.spec) ?? tagLimitRefusal(what, tags, this.spec),
            removeRefusal: refusal ?? removalRefusalOf(what, tags, this.spec),
            notes: [...expiryNotes(tags), ...(this.guarded ? [] : strayTagNotes(tags, this.spec))]
        };
    }
    diff(state) {
        const there = state?.tags ?? {};
        // One that was made without this mark does without it; one that has it has to have the right one.
        const marks = state === undefined || there[ownership/* TAG */.Dk.namespace] !== undefined ? this.namespaceMark : {};
        return mapChanges('tags', { ...this.spec.lastingTags, ...marks }, there);
    }
    async create(look) {
        const tags = { ...this.spec.lastingTags, ...this.spec.birthTags, ...this.namespaceMark };
        try {
            return await this.s3tables.createTableBucket(this.name, tags, look.context);
        }
        catch (error) {
            throw await namingHolders(error, this.spec, look.anew());
        }
    }
    async update(look, _state, changes) {
        await this.s3tables.addTags(this.spec.bucketArn, changedEntries('tags', changes), look.context);
    }
    async remove({ context }) {
        await this.s3tables.deleteTableBucket(this.spec.bucketArn, context);
    }
    outputs() {
        return { 's3tables-bucket-arn': this.spec.bucketArn };
    }
}

// EXTERNAL MODULE: ./src/iceberg/upper-case.ts
var upper_case = __webpack_require__(5790);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/iceberg/new-metadata.ts

/** The last partition field id of a table that has no partition field (spec, "Partition Specs"). */
const NO_PARTITION_FIELD = 999;
/**
 * The text of the first metadata of a table: format version 2, unpartitioned, unsorted, no snapshot
 * (Iceberg spec, "Table Metadata Fields").
 * @param table where it is, without a slash at the end, and the time, ms since the epoch
 */
function newTableMetadata(columns, table) {
    const fields = columns.map(({ name, type, required }, at) => ({ id: at + 1, name, required, type }));
    return JSON.stringify({
        'format-version': 2,
        'table-uuid': (0,external_node_crypto_.randomUUID)(),
        location: table.location,
        'last-sequence-number': 0,
        'last-updated-ms': table.nowMs,
        'last-column-id': fields.length,
        schemas: [{ type: 'struct', 'schema-id': 0, fields }],
        'current-schema-id': 0,
        'partition-specs': [{ 'spec-id': 0, fields: [] }],
        'default-spec-id': 0,
        'last-partition-id': NO_PARTITION_FIELD,
        'sort-orders': [{ 'order-id': 0, fields: [] }],
        'default-sort-order-id': 0,
        properties: {},
        'current-snapshot-id': -1,
        refs: {},
        snapshots: [],
        'snapshot-log': [],
        'metadata-log': [],
        statistics: []
    });
}

// EXTERNAL MODULE: ./src/iceberg/types.ts
var types = __webpack_require__(5760);
;// CONCATENATED MODULE: ./src/resources/table-schema.ts




/** What a new schema will have, column by column. */
function columnChanges(columns = []) {
    return columns.map((column) => ({ path: pathOf(column), to: table_schema_shown(column) }));
}
/** Compares by name; types that cannot be declared are only told where nothing is declared under their name. */
function schemaDifference(declared, there) {
    const found = new Map(there.map((field) => [field.name, field]));
    const missing = declared.flatMap((column) => {
        const field = found.get(column.name);
        const [from, to] = [field && table_schema_shown(columnOf(field)), table_schema_shown(column)];
        return from !== undefined && plain(from) === plain(to) ? [] : [{ path: pathOf(column), from, to }];
    });
    const names = new Set(declared.map(({ name }) => name));
    const extra = there.filter(({ name }) => !names.has(name));
    return {
        changes: [
            ...missing,
            ...extra.filter(isDeclarable).map((field) => ({ path: pathOf(field), from: table_schema_shown(columnOf(field)) }))
        ],
        notes: extra
            .filter((field) => !isDeclarable(field))
            .map((field) => `Column ${field.name} is there as ${table_schema_shown(columnOf(field))}, which cannot be declared.`)
    };
}
function isDeclarable({ type: { kind } }) {
    return !['opaque', 'list', 'map', 'struct', 'timestamp_ns', 'timestamptz_ns'].includes(kind);
}
function columnOf({ name, type, required }) {
    return { name, type: (0,types/* typeName */.g)(type), required };
}
/**
 * Gives a table that was made without a schema its first metadata, so that every engine can load it: a metadata
 * file in its warehouse, and then its location, if nobody else was faster
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3Buckets_UpdateTableMetadataLocation.html).
 */
async function writeFirstMetadata(aws, table, columns, look) {
    const { id, info } = table;
    const { context } = look;
    const location = `${info.warehouseLocation}/metadata/00000-${(0,external_node_crypto_.randomUUID)()}.metadata.json`;
    const text = newTableMetadata(columns, { location: info.warehouseLocation, nowMs: context.clock.now() });
    await aws.warehouse.write(location, Buffer.from(text), context);
    try {
        await aws.s3tables.updateMetadataLocation(id, { location, versionToken: info.versionToken }, context);
    }
    catch (error) {
        // Somebody else's metadata, or ours and only the answer was lost: either way the table has some now.
        if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'CONFLICT')
            throw error;
        if ((await look.anew().s3tables.getTable(id))?.metadataLocation === undefined)
            throw error;
    }
}
function pathOf({ name }) {
    return `schema.${name}`;
}
function table_schema_shown({ type, required }) {
    return required ? `${type} required` : type;
}
/** Types are written with and without a space after the comma: `decimal(9, 2)`. */
function plain(text) {
    return text.replaceAll(' ', '');
}

;// CONCATENATED MODULE: ./src/resources/table-inside.ts






const NOTHING = { differences: [], notes: [] };
const NO_METADATA = 'The table was made without a schema and has no metadata: no engine can load it. Declare a table-schema, and apply gives it its first metadata.';
/** The file is not there, or is not what it should be. */
const BROKEN = ['VANISHED', 'ICEBERG_CORRUPT', 'ICEBERG_NOT_FOUND'];
/**
 * Looks into the metadata of a live table. Throws `TABLE_BROKEN` where that is missing or damaged; that this run may not
 * read it, or does not understand all of it, is only told.
 */
async function lookInside(look, table) {
    const { columns, info } = table;
    const location = info.metadataLocation;
    if (location === undefined)
        return columns === undefined ? { ...NOTHING, notes: [NO_METADATA] } : NOTHING;
    try {
        return insideOf(await look.warehouse.readText(location), location, columns);
    }
    catch (thrown) {
        look.context.signal.throwIfAborted();
        const failure = (0,errors/* asActionError */.z6)(thrown);
        if (BROKEN.includes(failure.code))
            return lookAgain(look.anew(), table, failure);
        const notes = [`Its schema could not be compared with table-schema: ${failure.message}`];
        return columns === undefined ? NOTHING : { ...NOTHING, notes };
    }
}
/** Another run may have removed the table, or a writer replaced its metadata, while it was looked at. */
async function lookAgain(look, table, failure) {
    const { id, info } = table;
    const now = await look.s3tables.getTable(id);
    if (now === undefined)
        return NOTHING;
    if (now.metadataLocation !== info.metadataLocation)
        return lookInside(look, { ...table, info: now });
    throw new errors/* ActionError */.lZ('TABLE_BROKEN', {
        doing: `load the table ${id.namespace}.${id.name}`,
        answer: failure.answer,
        found: `Its metadata file ${info.metadataLocation} is missing or damaged: ${failure.message}`,
        cause: failure
    });
}
function insideOf(text, location, columns) {
    const aside = (0,faults/* reading */.hF)(location, 'It is no table metadata', () => rowsAside(text));
    const notes = aside === undefined
        ? []
        : [`Holds what a query of it does not show: ${aside}. destroy counts that as data.`];
    const metadata = (0,iceberg_metadata/* parseMetadata */.jR)(text, location);
    const there = (0,iceberg_metadata/* columnsOf */.PL)(metadata, metadata.currentSchemaId);
    const hidden = (0,upper_case/* upperCaseIn */.o)(there);
    const difference = columns === undefined ? NOTHING_DIFFERS : schemaDifference(columns, there);
    return {
        differences: difference.changes,
        notes: [...difference.notes, ...notes, ...(hidden.length === 0 ? [] : [(0,upper_case/* hiddenFromGlue */.s)(hidden)])]
    };
}
const NOTHING_DIFFERS = { changes: [], notes: [] };

;// CONCATENATED MODULE: ./src/resources/table.ts






/** The table. With a schema it has metadata from the start, so that every engine can load it at once. */
class Table {
    spec;
    aws;
    guarded;
    id = 'table';
    kind = 'Table';
    name;
    needs = ['namespace'];
    witnesses = ['glue-database'];
    wanted = true;
    shared = false;
    tableId;
    /** @param guarded look whether the table holds data, since it is to be removed */
    constructor(spec, aws, guarded) {
        this.spec = spec;
        this.aws = aws;
        this.guarded = guarded;
        const { namespace, table } = spec.names;
        this.name = `${namespace}.${table}`;
        this.tableId = tableIdOf(spec);
    }
    async observe(look, before) {
        this.beginToRead(look, before?.state);
        const info = await (0,buckets/* tableOf */.c_)(look, this.tableId);
        if (info === undefined)
            return {};
        if (this.guarded)
            return { state: { info } };
        const inside = this.inside(look, info, before?.state);
        // What another environment's table is inside is nobody's business here, and is not waited for.
        inside.catch(() => undefined);
        const tags = await look.s3tables.getTags(info.arn);
        return tags === undefined ? {} : this.seen(info, tags, inside);
    }
    /** Whose it is, and whether it holds data. */
    async obstacle(look, deed, { state }) {
        if (deed !== 'remove' || state === undefined)
            return undefined;
        const { info } = state;
        void beginToReadRows(look, this.spec, info);
        const tags = await look.s3tables.getTags(info.arn);
        if (tags === undefined)
            return undefined;
        const what = `table ${this.name}`;
        return (refusalOf(what, tags, this.spec) ??
            removalRefusalOf(what, tags, this.spec) ??
            (await guardedData(look, this.spec, { info, tags })));
    }
    diff(state) {
        const tags = mapChanges('tags', this.spec.lastingTags, state?.tags ?? {});
        if (this.spec.columns === undefined || !mayGetMetadata(state))
            return tags;
        const metadata = state === undefined ? [] : [{ path: 'metadata', to: 'its first, from table-schema' }];
        return [...metadata, ...columnChanges(this.spec.columns), ...tags];
    }
    async create({ context, learnt }) {
        const tags = { ...this.spec.lastingTags, ...this.spec.birthTags };
        const table = { id: this.tableId, columns: this.spec.columns, tags };
        const arn = await this.aws.s3tables.createTable(table, context);
        if (arn !== undefined)
            learnt.arns.set(this.id, arn);
        return arn !== undefined;
    }
    async update(look, state, changes) {
        const tags = changedEntries('tags', changes);
        if (Object.keys(tags).length > 0)
            await this.aws.s3tables.addTags(state.info.arn, tags, look.context);
        const { columns } = this.spec;
        if (columns === undefined || !mayGetMetadata(state))
            return;
        await writeFirstMetadata(this.aws, { id: this.tableId, info: state.info }, columns, look);
    }
    async remove({ context }, { info }) {
        await this.aws.s3tables.deleteTable(this.tableId, info.versionToken, context);
    }
    outputs(state) {
        const { info } = state ?? {};
        return {
            'table-name': this.spec.names.table,
            ...(info && { 'table-arn': info.arn, 's3tables-table-warehouse-location': info.warehouseLocation }),
            ...(info?.metadataLocation && { 'metadata-location': info.metadataLocation })
        };
    }
    async seen(info, tags, inside) {
        const what = `table ${this.name}`;
        const refusal = refusalOf(what, tags, this.spec);
        const strays = strayTagNotes(tags, this.spec);
        if (refusal !== undefined)
            return { state: { info, tags }, applyRefusal: refusal, notes: strays };
        const { differences, notes } = await inside;
        return {
            differences,
            notes: [...notes, ...strays],
            state: { info, tags, inside: { differences, notes } },
            applyRefusal: changeRefusalOf(what, tags, this.spec) ?? tagLimitRefusal(what, tags, this.spec)
        };
    }
    /** Where the table's ARN is known, its tags are asked for together with it. */
    beginToRead(look, before) {
        const arn = before?.info.arn ?? look.learnt.arns.get(this.id);
        if (arn !== undefined && !this.guarded)
            look.ahead(() => look.s3tables.getTags(arn));
    }
    /**
     * What a service keeps may be different at any time, and is not for this action to change. What this run has made has
     * the columns that it was made with, and a metadata file never changes.
     */
    inside(look, info, before) {
        if (info.managed !== undefined) {
            const notes = [`It is ${info.managed}, which alone writes it: this action does not.`];
            return Promise.resolve({ differences: [], notes });
        }
        if (info.otherFormat !== undefined) {
            const notes = [
                `Its format is ${info.otherFormat}, which this action does not know: it is left as it is.`
            ];
            return Promise.resolve({ differences: [], notes });
        }
        const isMade = look.learnt.made.has(this.id) && info.metadataLocation !== undefined;
        if (isMade)
            return Promise.resolve({ differences: [], notes: [] });
        const isSame = before?.info.metadataLocation === info.metadataLocation;
        if (isSame && before?.inside !== undefined)
            return Promise.resolve(before.inside);
        return lookInside(look, { id: this.tableId, info, columns: this.spec.columns });
    }
}
/** A table without metadata is given its first, unless a service keeps it, or it is none of Iceberg's. */
function mayGetMetadata(state) {
    const { metadataLocation, managed, otherFormat } = state?.info ?? {};
    return [metadataLocation, managed, otherFormat].every((each) => each === undefined);
}

;// CONCATENATED MODULE: ./src/environment.ts



















/**
 * An environment, fully named: everything that the inputs and the account decide. Pure. Throws `INVALID_INPUT` for
 * roles and users of another account, and for a policy that is for another table bucket.
 */
function describeEnvironment(inputs, identity, expiresAt) {
    refuseForeign(inputs, identity);
    const { partition, accountId } = identity;
    const { region, names, isolation, env, application, team, github } = inputs;
    const site = { partition, region, accountId };
    const owner = { env, application, team, ...github };
    return {
        names,
        isolation,
        owner,
        region,
        accountId,
        partition,
        bucketArn: (0,arns/* bucketArnOf */.B)(site, names.tableBucket),
        databaseArn: (0,arns/* databaseArnOf */.C)(site, names.glueDatabase),
        accountRoot: `arn:${partition}:iam::${accountId}:root`,
        lastingTags: (0,ownership/* lastingTags */.Q_)(owner, inputs.tags, expiresAt),
        expiresAt,
        birthTags: (0,ownership/* birthTags */.$y)(owner),
        sharedTags: (0,ownership/* sharedTags */.Rc)(inputs.tags),
        placeMarks: (0,place/* placeMarks */.yf)({ isolation, ...names }),
        adopt: inputs.adopt,
        forceDestroy: inputs['force-destroy'],
        role: inputs['identity-center-role-arn'],
        databasePermissions: inputs['database-permissions'],
        tablePermissions: inputs['table-permissions'],
        admins: inputs['lakeformation-admin-arns'],
        pruneDeadAdmins: inputs['prune-dead-admins'],
        callerArn: identity.callerArn,
        becomesAdmin: inputs['lakeformation-admin-arns'].some((arn) => isCaller(arn, identity.callerArn)),
        columns: inputs['table-schema'],
        policy: inputs.policy,
        integration: inputs['analytics-integration'],
        access: inputs['analytics-access']
    };
}
/** The resources that make the environment, for what is to be done with it. */
function resourcesOf(spec, inputs, aws, intent) {
    const managed = inputs['lake-formation'] === 'manage';
    const settings = managed && intent === 'apply';
    const afterSettings = settings && spec.becomesAdmin;
    const guarded = intent === 'destroy';
    const integration = inputs['analytics-integration'] !== 'ignore' && intent === 'apply';
    const grants = { afterSettings, guarded };
    const grantScopes = [
        ...(managed ? [databaseScope(spec, grants)] : []),
        ...(managed && (integration || guarded) ? [catalogScope(spec, grants)] : [])
    ];
    return [
        ...(integration ? [new AnalyticsIntegration(spec, aws, afterSettings)] : []),
        ...(settings ? [new DataLakeSettings(spec, aws.lakeFormation)] : []),
        ...bucketsOf(spec, aws, intent),
        new Namespace(spec, aws.s3tables),
        new Table(spec, aws, guarded),
        ...(guarded ? [new OtherTables(spec, aws.s3tables)] : []),
        new GlueDatabase(spec, aws.glue, { afterSettings, guarded, managed }),
        ...grantScopes.map((scope) => new LakeFormationGrant(spec, aws, scope))
    ];
}
/** The table bucket and its policy. One that environments share is none of `destroy`'s business. */
function bucketsOf(spec, { s3tables }, intent) {
    if (spec.isolation === 'bucket') {
        return [new TableBucket(spec, s3tables, intent === 'destroy'), new TableBucketPolicy(spec, s3tables)];
    }
    if (intent === 'destroy')
        return [];
    const policy = spec.policy === 'none' ? [] : [new SharedTableBucketPolicy(spec, s3tables)];
    return [new SharedTableBucket(spec, s3tables), ...policy];
}
/** The resource that is the environment's record: whoever owns it owns the environment. */
function environment_recordOf(spec, aws) {
    return spec.isolation === 'bucket'
        ? new TableBucket(spec, aws.s3tables)
        : new GlueDatabase(spec, aws.glue, { afterSettings: false, guarded: false, managed: false });
}
/** What is known of the environment before anything is looked at. */
function knownOutputs(spec) {
    const { names, region, accountId } = spec;
    return {
        'account-id': accountId,
        region,
        'table-bucket-name': names.tableBucket,
        namespace: names.namespace,
        'table-name': names.table,
        's3tables-bucket-arn': spec.bucketArn,
        'glue-database-name': names.glueDatabase,
        'catalog-id': federatedCatalog(spec)
    };
}
function refuseForeign(inputs, identity) {
    refuseForeignArns(inputs, identity);
    // What is removed has its own policy, whatever this one says.
    if (inputs.command !== 'destroy' && inputs.command !== 'sweep')
        refuseForeignPolicy(inputs, identity);
}
/** Lake Formation's administrators, and the role that uses the data, are of the account that the run works in. */
function refuseForeignArns(inputs, { accountId, partition }) {
    const named = ['identity-center-role-arn', 'lakeformation-admin-arns'].flatMap((input) => [inputs[input] ?? []].flat().map((arn) => ({ input, arn, parts: arn.split(':') })));
    const foreign = named.filter(({ parts }) => parts[1] !== partition || parts[4] !== accountId);
    if (foreign.length === 0)
        return;
    const list = foreign.map(({ input, arn, parts }) => {
        const where = parts[4] === accountId ? `begins arn:${parts[1]}` : `is of account ${parts[4]}`;
        return `- ${input}: ${arn} ${where}`;
    });
    const site = foreign.some(({ parts }) => parts[1] !== partition)
        ? `, whose ARNs begin arn:${partition}`
        : '';
    throw new errors/* ActionError */.lZ('INVALID_INPUT', {
        found: `The credentials are for account ${accountId}${site}, and these are of another:\n${list.join('\n')}\n`
    });
}
/** The names in a policy were checked with the inputs; account and partition are known now. */
function refuseForeignPolicy({ policy, region, names: { tableBucket } }, { accountId, partition }) {
    if (typeof policy === 'string')
        return;
    const strangers = (0,policy_resources/* foreignPrincipals */.w)(policy, partition);
    if (strangers.length > 0) {
        const list = strangers.map((who) => `- table-bucket-policy: ${who}`).join('\n');
        throw new errors/* ActionError */.lZ('INVALID_INPUT', {
            found: `The ARNs of account ${accountId} begin arn:${partition}, and the policy names principals that do not:\n${list}\n`
        });
    }
    const foreign = (0,policy_resources/* foreignResources */.c)(policy, { partition, region, accountId, tableBucket });
    if (foreign.length === 0)
        return;
    const bucket = (0,arns/* bucketArnOf */.B)({ partition, region, accountId }, tableBucket);
    const list = foreign.map((resource) => `- table-bucket-policy: ${resource}`).join('\n');
    throw new errors/* ActionError */.lZ('INVALID_INPUT', {
        found: `The policy of the table bucket ${bucket} names what is neither that bucket nor in it:\n${list}\n`
    });
}


/***/ }),

/***/ 6440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readExpiry),
/* harmony export */   z: () => (/* binding */ expiryMark)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/** Longer is no time: anybody may have written the mark. */
const LONGEST = 64;
const timestamp = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX());
/** Reads the time of an `expires-at` mark (ISO 8601): ms since the epoch; `undefined`: it cannot be read. */
function readExpiry(text) {
    if (text.length > LONGEST || !valibot__WEBPACK_IMPORTED_MODULE_0__.is(timestamp, text))
        return undefined;
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : at;
}
/** A time as it is written into `expires-at`: ISO 8601, UTC, whole seconds. `at`: ms since the epoch. */
function expiryMark(at) {
    return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}


/***/ }),

/***/ 1052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ readAvro),
  y: () => (/* binding */ writeAvro)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/hyparquet-compressors/src/index.js + 16 modules
var src = __webpack_require__(138);
// EXTERNAL MODULE: ./src/iceberg/faults.ts
var faults = __webpack_require__(3716);
// EXTERNAL MODULE: ./src/iceberg/json.ts
var iceberg_json = __webpack_require__(115);
// EXTERNAL MODULE: ./src/iceberg/utf8.ts
var utf8 = __webpack_require__(4150);
;// CONCATENATED MODULE: ./src/iceberg/avro/cursor.ts

/** What is wrong with Avro bytes, and where: the byte within what the cursor reads. */
class AvroError extends Error {
    at;
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
/** Reads Avro's primitive values one after the other; never beyond the end. */
class Cursor {
    bytes;
    offset = 0;
    constructor(bytes) {
        this.bytes = bytes;
    }
    get left() {
        return this.bytes.length - this.offset;
    }
    fail(message) {
        throw new AvroError(message, this.offset);
    }
    /** A view of the next bytes. */
    take(length) {
        if (length > this.left)
            this.fail(`it ends ${length - this.left} bytes too early`);
        this.offset += length;
        return this.bytes.subarray(this.offset - length, this.offset);
    }
    byte() {
        const value = this.bytes[this.offset];
        if (value === undefined)
            this.fail('it ends 1 byte too early');
        this.offset += 1;
        return value;
    }
    long() {
        let value = 0n;
        for (let shift = 0n; shift < 70n; shift += 7n) {
            const byte = this.byte();
            value |= BigInt(byte & 0x7f) << shift;
            if (byte < 0x80)
                return this.zigZag(value);
        }
        return this.fail('a number has more than 64 bits');
    }
    zigZag(value) {
        if (value >> 64n !== 0n)
            this.fail('a number has more than 64 bits');
        return (value >> 1n) ^ -(value & 1n);
    }
    int() {
        const value = this.long();
        if (BigInt.asIntN(32, value) !== value)
            this.fail(`${value} is not a 32-bit number`);
        return Number(value);
    }
    /** A length or a count of what follows, each at least a byte long. */
    size() {
        const value = this.long();
        if (value < 0n || value > BigInt(this.left))
            this.fail(`${value} cannot follow, as ${this.left} bytes are left`);
        return Number(value);
    }
    float() {
        return view(this.take(4)).getFloat32(0, true);
    }
    double() {
        return view(this.take(8)).getFloat64(0, true);
    }
    boolean() {
        const byte = this.byte();
        return byte > 1 ? this.fail(`${byte} is not a boolean`) : byte === 1;
    }
    blob() {
        return this.take(this.size());
    }
    text() {
        const bytes = this.blob();
        try {
            return (0,utf8/* utf8Text */.H)(bytes);
        }
        catch {
            return this.fail('a text is not UTF-8');
        }
    }
}
function view(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

;// CONCATENATED MODULE: ./src/iceberg/avro/read.ts
const PRIMITIVES = {
    null: () => null,
    boolean: (cursor) => cursor.boolean(),
    int: (cursor) => cursor.int(),
    long: (cursor) => cursor.long(),
    float: (cursor) => cursor.float(),
    double: (cursor) => cursor.double(),
    bytes: (cursor) => cursor.blob(),
    string: (cursor) => cursor.text()
};
/** Makes the reader of values of a schema. An int is a number, a long a bigint. Throws an `Error` for a type it lacks. */
function avroReader(schema) {
    return compile(schema, new Map(), '');
}
function compile(schema, named, space) {
    if (typeof schema === 'string')
        return byName(schema, named, space);
    if (isUnion(schema))
        return union(schema.map((branch) => compile(branch, named, space)));
    switch (schema.type) {
        case 'record':
            return record(schema, named, space);
        case 'array':
            return array(compile(schema.items, named, space));
        case 'map':
            return map(compile(schema.values, named, space));
        case 'fixed':
            return read_define(schema, named, space, (cursor) => cursor.take(schema.size));
        case 'enum':
            return read_define(schema, named, space, (cursor) => schema.symbols[cursor.int()] ?? cursor.fail('no such symbol'));
    }
}
function isUnion(schema) {
    return Array.isArray(schema);
}
function byName(name, named, space) {
    const known = PRIMITIVES[name] ?? named.get(name) ?? named.get(`${space}.${name}`);
    if (known === undefined)
        throw new Error(`the Avro type ${name} is not defined`);
    return known;
}
function read_define(schema, named, space, read) {
    named.set(fullName(schema, space), read);
    return read;
}
function fullName(schema, space) {
    const around = schema.namespace ?? space;
    return schema.name.includes('.') || around === '' ? schema.name : `${around}.${schema.name}`;
}
function record(schema, named, space) {
    const fields = [];
    const read = (cursor) => {
        const values = {};
        for (const field of fields)
            values[field.key] = field.read(cursor);
        return values;
    };
    read_define(schema, named, space, read);
    const inner = fullName(schema, space).split('.').slice(0, -1).join('.');
    for (const field of schema.fields)
        fields.push({
            key: String(field['field-id'] ?? field.name),
            read: compile(field.type, named, inner)
        });
    return read;
}
function union(branches) {
    return (cursor) => {
        const branch = branches[cursor.int()];
        return branch === undefined ? cursor.fail('no such branch of a union') : branch(cursor);
    };
}
function array(read) {
    return (cursor) => {
        const items = [];
        for (let count = blockOf(cursor); count > 0; count = blockOf(cursor))
            for (let i = 0; i < count; i++)
                items.push(read(cursor));
        return items;
    };
}
function map(read) {
    const entries = array((cursor) => [cursor.text(), read(cursor)]);
    return (cursor) => new Map(entries(cursor));
}
/** The count of a block's items; a negative one is followed by the block's length in bytes. */
function blockOf(cursor) {
    const count = cursor.long();
    if (count < 0n)
        cursor.size();
    const items = count < 0n ? -count : count;
    if (items > BigInt(cursor.left))
        cursor.fail(`${items} items cannot follow, as ${cursor.left} bytes are left`);
    return Number(items);
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/iceberg/avro/schema.ts

const schema_name = dist/* string */.YjP();
const namespace = dist/* optional */.lqM(dist/* string */.YjP());
const Nested = dist/* lazy */.RZV(() => Schema);
const Schema = dist/* union */.KCZ([
    dist/* string */.YjP(),
    dist/* array */.YOg(Nested),
    dist/* variant */.Oxt('type', [
        dist/* looseObject */._H3({
            type: dist/* literal */.euz('record'),
            name: schema_name,
            namespace,
            fields: dist/* array */.YOg(dist/* looseObject */._H3({ name: schema_name, type: Nested, 'field-id': dist/* optional */.lqM(dist/* number */.aig()) }))
        }),
        dist/* looseObject */._H3({ type: dist/* literal */.euz('array'), items: Nested, logicalType: dist/* optional */.lqM(dist/* string */.YjP()) }),
        dist/* looseObject */._H3({ type: dist/* literal */.euz('map'), values: Nested }),
        dist/* looseObject */._H3({
            type: dist/* literal */.euz('fixed'),
            name: schema_name,
            namespace,
            size: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0))
        }),
        dist/* looseObject */._H3({ type: dist/* literal */.euz('enum'), name: schema_name, namespace, symbols: dist/* array */.YOg(dist/* string */.YjP()) })
    ]),
    // `{ "type": "int", "logicalType": "date" }`, and types that are wrapped once more.
    dist/* pipe */.FsL(dist/* looseObject */._H3({ type: Nested }), dist/* transform */.pdi(({ type }) => type))
]);
/** Checks that JSON is an Avro schema; logical types of primitives fall away. Throws an `Error` that says where not. */
function avroSchema(json) {
    const parsed = dist/* safeParse */.xLC(Schema, json);
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    throw new Error(`no Avro schema: ${dist/* getDotPath */.BuJ(issue) ?? ''} ${issue.message}`);
}

;// CONCATENATED MODULE: ./src/iceberg/avro/sink.ts
const encoder = new TextEncoder();
/** Writes Avro's primitive values one after the other. */
class Sink {
    bytes = new Uint8Array(1024);
    length = 0;
    /** What was written so far. */
    done() {
        return this.bytes.subarray(0, this.length);
    }
    raw(bytes) {
        this.reserve(bytes.length);
        this.bytes.set(bytes, this.length);
        this.length += bytes.length;
    }
    byte(value) {
        this.reserve(1);
        this.bytes[this.length] = value;
        this.length += 1;
    }
    /** An Avro int or long. */
    long(value) {
        const signed = BigInt(value);
        let rest = BigInt.asUintN(64, (signed << 1n) ^ (signed >> 63n));
        for (; rest > 0x7fn; rest >>= 7n)
            this.byte(Number(rest & 0x7fn) | 0x80);
        this.byte(Number(rest));
    }
    blob(bytes) {
        this.long(bytes.length);
        this.raw(bytes);
    }
    text(text) {
        this.blob(encoder.encode(text));
    }
    reserve(more) {
        if (this.length + more <= this.bytes.length)
            return;
        const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
        grown.set(this.done());
        this.bytes = grown;
    }
}

;// CONCATENATED MODULE: ./src/iceberg/avro/write.ts
const write_PRIMITIVES = {
    boolean: (sink, value) => sink.byte(value === true ? 1 : 0),
    int: (sink, value) => sink.long(value),
    long: (sink, value) => sink.long(value),
    bytes: (sink, value) => sink.blob(value),
    string: (sink, value) => sink.text(value)
};
/**
 * Makes the writer of values of a schema: what manifests consist of, so records, arrays, optional values, and the
 * primitives among them. It takes values as `avroReader` gives them.
 */
function avroWriter(schema) {
    if (typeof schema === 'string') {
        const write = write_PRIMITIVES[schema];
        if (write === undefined)
            throw new Error(`The Avro type ${schema} is not written.`);
        return write;
    }
    if ('length' in schema)
        return optional(avroWriter(schema[1] ?? 'null'));
    if (schema.type === 'record')
        return write_record(schema.fields.map((field) => [idOf(field), avroWriter(field.type)]));
    if (schema.type === 'array')
        return write_array(avroWriter(schema.items));
    throw new Error(`The Avro type ${schema.type} is not written.`);
}
function idOf(field) {
    return String(field['field-id'] ?? field.name);
}
function optional(write) {
    return (sink, value) => {
        const isNull = value === null || value === undefined;
        sink.long(isNull ? 0 : 1);
        if (!isNull)
            write(sink, value);
    };
}
function write_record(fields) {
    return (sink, value) => {
        for (const [id, write] of fields)
            write(sink, value[id]);
    };
}
function write_array(write) {
    return (sink, value) => {
        const items = value;
        if (items.length > 0) {
            sink.long(items.length);
            for (const item of items)
                write(sink, item);
        }
        sink.long(0);
    };
}

;// CONCATENATED MODULE: ./src/iceberg/avro/file.ts










const MAGIC = new Uint8Array([0x4f, 0x62, 0x6a, 1]);
const SYNC_LENGTH = 16;
/** A block that inflates to more than this is no manifest. */
const BLOCK_LIMIT = 512 * 1024 * 1024;
const INFLATE = {
    null: (block) => block,
    deflate: (block) => (0,external_node_zlib_.inflateRawSync)(block, { maxOutputLength: BLOCK_LIMIT }),
    zstandard: (block) => (0,src/* decompressZstd */.l8)(block)
};
/**
 * Reads an Avro object container file of records (Avro specification, "Object Container Files") with the schema it
 * brings. Throws `ICEBERG_CORRUPT` that names `file` and the byte, `ICEBERG_UNSUPPORTED` for a codec it lacks.
 */
function readAvro(bytes, file) {
    const cursor = new Cursor(bytes);
    return naming(file, '', () => {
        if (Buffer.compare(cursor.take(MAGIC.length), MAGIC) !== 0)
            throw new AvroError('it is no Avro file', 0);
        const header = headerOf(cursor);
        const sync = cursor.take(SYNC_LENGTH);
        const inflate = inflaterOf(header, file);
        const read = recordReader(header, file);
        const records = [];
        while (cursor.left > 0) {
            const at = cursor.offset;
            const count = cursor.long();
            const packed = cursor.blob();
            const block = (0,faults/* reading */.hF)(file, `The block at byte ${at} cannot be inflated`, () => inflate(packed));
            naming(file, ` of the block that begins at byte ${at}`, () => readBlock(block, count, read, records));
            if (Buffer.compare(cursor.take(SYNC_LENGTH), sync) !== 0)
                throw new AvroError('the sync marker is another', cursor.offset - SYNC_LENGTH);
        }
        return { header, records };
    });
}
function naming(file, of, work) {
    try {
        return work();
    }
    catch (thrown) {
        if (thrown instanceof AvroError)
            throw (0,faults/* corrupt */.qb)(file, `At byte ${thrown.at}${of}: ${thrown.message}`, thrown);
        throw thrown;
    }
}
function headerOf(cursor) {
    const read = avroReader({ type: 'map', values: 'bytes' });
    const entries = read(cursor);
    return new Map([...entries].map(([key, value]) => [key, Buffer.from(value).toString('utf8')]));
}
function inflaterOf(header, file) {
    const codec = header.get('avro.codec') ?? 'null';
    const inflate = Object.hasOwn(INFLATE, codec) ? INFLATE[codec] : undefined;
    if (inflate === undefined)
        throw (0,faults/* unsupported */.qO)(`read ${file}`, `It is compressed with the Avro codec ${codec}`);
    return inflate;
}
function recordReader(header, file) {
    const text = header.get('avro.schema') ?? '';
    const json = (0,iceberg_json/* parseJson */.q)(text, `the Avro schema of ${file}`);
    return (0,faults/* reading */.hF)(file, 'The Avro schema cannot be used', () => {
        const schema = avroSchema(json);
        if (typeof schema === 'string' || !('type' in schema) || schema.type !== 'record')
            throw new Error('it is not one of records');
        return avroReader(schema);
    });
}
function readBlock(block, count, read, into) {
    const cursor = new Cursor(block);
    if (count < 0n || count > BigInt(block.length))
        cursor.fail(`${count} records cannot be in it`);
    for (let i = 0; i < Number(count); i++)
        into.push(read(cursor));
    if (cursor.left > 0)
        cursor.fail(`${cursor.left} bytes are left over after ${count} records`);
}
/** Writes an Avro object container file: deflated, with `header` beside Avro's own entries. */
function writeAvro(schema, header, records) {
    const sync = (0,external_node_crypto_.randomBytes)(SYNC_LENGTH);
    const file = new Sink();
    file.raw(MAGIC);
    const entries = Object.entries({ ...header, 'avro.schema': (0,iceberg_json/* toJson */.a)(schema), 'avro.codec': 'deflate' });
    file.long(entries.length);
    for (const [key, value] of entries) {
        file.text(key);
        file.text(value);
    }
    file.long(0);
    file.raw(sync);
    if (records.length > 0) {
        file.long(records.length);
        file.blob((0,external_node_zlib_.deflateRawSync)(file_blockOf(schema, records)));
        file.raw(sync);
    }
    return file.done();
}
function file_blockOf(schema, records) {
    const write = avroWriter(schema);
    const sink = new Sink();
    for (const record of records)
        write(sink, record);
    return sink.done();
}


/***/ }),

/***/ 5651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ EntryFields)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3716);

/** Reads the fields of a manifest's or a manifest list's record, by id. Throws `ICEBERG_CORRUPT` with file and field. */
class EntryFields {
    record;
    file;
    constructor(record, file) {
        this.record = record;
        this.file = file;
    }
    /** Whether there is a value. */
    has(id) {
        const value = this.record[String(id)];
        return value !== null && value !== undefined;
    }
    int(id) {
        const value = this.record[String(id)];
        return typeof value === 'number' ? value : this.wrong(id, 'no int');
    }
    /** A long; an int will do, as Avro promotes it. */
    long(id) {
        const value = this.record[String(id)];
        return typeof value === 'number' && Number.isInteger(value)
            ? BigInt(value)
            : typeof value === 'bigint'
                ? value
                : this.wrong(id, 'no long');
    }
    text(id) {
        const value = this.record[String(id)];
        return typeof value === 'string' ? value : this.wrong(id, 'no text');
    }
    struct(id) {
        const value = this.record[String(id)];
        return typeof value === 'object' && value !== null
            ? new EntryFields(value, this.file)
            : this.wrong(id, 'no struct');
    }
    /** Counts by column; nothing where there are none. `key` and `value` are the ids of the map's parts. */
    counts(id, key, value) {
        const entries = this.record[String(id)] ?? [];
        if (!Array.isArray(entries))
            return this.wrong(id, 'no map');
        return new Map(entries.map((entry) => {
            const fields = new EntryFields(entry, this.file);
            return [fields.int(key), fields.long(value)];
        }));
    }
    wrong(id, what) {
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .corrupt */ .qb)(this.file, `The field with the id ${id} is missing or ${what}`);
    }
}


/***/ }),

/***/ 3716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hF: () => (/* binding */ reading),
/* harmony export */   qO: () => (/* binding */ unsupported),
/* harmony export */   qb: () => (/* binding */ corrupt),
/* harmony export */   rr: () => (/* binding */ readingAsync)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);

/** `ICEBERG_CORRUPT`: what is wrong in which file, as a sentence without the final stop. */
function corrupt(file, found, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('ICEBERG_CORRUPT', { doing: `read ${file}`, found: `${found}.`, cause });
}
/** `ICEBERG_UNSUPPORTED`: what it is that is not done, as a sentence without the final stop. */
function unsupported(doing, found) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('ICEBERG_UNSUPPORTED', { doing, found: `${found}.` });
}
/** Runs `work`; whatever it throws that is no `ActionError` means that `file` is damaged, at `place`. */
function reading(file, place, work) {
    try {
        return work();
    }
    catch (thrown) {
        throw asCorrupt(file, place, thrown);
    }
}
/** The same for work that is waited for. */
async function readingAsync(file, place, work) {
    try {
        return await work();
    }
    catch (thrown) {
        throw asCorrupt(file, place, thrown);
    }
}
function asCorrupt(file, place, thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return corrupt(file, `${place}: ${message}`, thrown);
}


/***/ }),

/***/ 115:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ toJson),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var json_with_bigint__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8429);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3716);



/**
 * JSON with whole 64-bit numbers: what a number cannot hold becomes a bigint. Throws `ICEBERG_CORRUPT` that names the
 * byte where `text`, which is `file`, stops being JSON, or says that it is nested too deep to be followed.
 */
function parseJson(text, file) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isTooDeep */ .f_)(text))
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .corrupt */ .qb)(file, `It is nested deeper than ${_json_js__WEBPACK_IMPORTED_MODULE_1__/* .DEEPEST */ .FI} levels`);
    try {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWithBigints */ .eg)(text);
    }
    catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : String(thrown);
        const position = /position (\d+)/.exec(message)?.[1];
        const end = position === undefined ? text.length : Number(position);
        const byte = Buffer.byteLength(text.slice(0, end));
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .corrupt */ .qb)(file, `It is not JSON from byte ${byte} on`, thrown);
    }
}
/** JSON on one line; a bigint becomes a plain number. */
function toJson(value) {
    return (0,json_with_bigint__WEBPACK_IMPORTED_MODULE_0__/* .JSONStringify */ .i)(value);
}


/***/ }),

/***/ 9113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ writeManifestList),
/* harmony export */   NF: () => (/* binding */ withRowIds),
/* harmony export */   l9: () => (/* binding */ carriedOver),
/* harmony export */   sd: () => (/* binding */ readManifestList)
/* harmony export */ });
/* harmony import */ var _avro_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1052);
/* harmony import */ var _entry_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5651);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3716);
/* harmony import */ var _manifest_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6322);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2440);





/** The ids of the counts that format version 1 may leave out: files and rows, each added, existing, deleted. */
const COUNTS = [504, 505, 506, 512, 513, 514];
/** Reads a manifest list, which is `file`. Throws `ICEBERG_CORRUPT`. */
function readManifestList(bytes, file) {
    (0,_seal_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSeal */ ._)(file, bytes);
    const { records } = (0,_avro_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readAvro */ .H)(bytes, file);
    return records.map((record) => manifestFrom(new _entry_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .EntryFields */ .I(record, file)));
}
function manifestFrom(fields) {
    const isCounted = COUNTS.every((id) => fields.has(id));
    return {
        path: fields.text(500),
        length: fields.long(501),
        specId: fields.int(502),
        isOfDeletes: fields.has(517) && fields.int(517) === 1,
        isEncrypted: fields.has(519),
        counts: isCounted ? COUNTS.map((id) => fields.long(id)) : undefined,
        firstRowId: fields.has(520) ? fields.long(520) : undefined,
        record: fields.record
    };
}
/** Writes a manifest list. */
function writeManifestList(list) {
    const header = {
        'format-version': String(list.formatVersion),
        'snapshot-id': String(list.snapshotId),
        'parent-snapshot-id': String(list.parentId ?? null),
        'sequence-number': String(list.sequenceNumber)
    };
    return (0,_avro_file_js__WEBPACK_IMPORTED_MODULE_0__/* .writeAvro */ .y)((0,_manifest_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestListSchema */ .x)(list.formatVersion), header, list.manifests);
}
/** The records of the manifests there are, for a manifest list of version 2 or 3. `file` is where they were. */
function carriedOver(manifests, file) {
    return manifests.map(({ record, counts, path }) => {
        if (counts === undefined)
            throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .unsupported */ .qO)(`append to the table of ${file}`, `It has a manifest of version 1 without counts: ${path}`);
        // What an upgraded table has from version 1 has the sequence number 0.
        return { 517: 0, 515: 0n, 516: 0n, ...record };
    });
}
/**
 * Gives each manifest of data its first row id, from `next` on (spec, "First Row ID Assignment"). Returns the records
 * and the table's next row id.
 */
function withRowIds(records, next, file) {
    let free = next;
    const numbered = records.map((record) => {
        const fields = new _entry_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .EntryFields */ .I(record, file);
        if (fields.int(517) !== 0 || fields.has(520))
            return record;
        const first = free;
        const rows = fields.long(512) + fields.long(513);
        if (rows < 0n)
            throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .corrupt */ .qb)(file, `The manifest ${fields.text(500)} has ${rows} rows`);
        free += rows;
        return { ...record, 520: first };
    });
    return { records: numbered, next: free };
}


/***/ }),

/***/ 6322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ manifestSchema),
/* harmony export */   x: () => (/* binding */ manifestListSchema)
/* harmony export */ });
const required = (id, name, type) => ({ name, type, 'field-id': id });
const optional = (id, name, type) => ({
    name,
    type: ['null', type],
    default: null,
    'field-id': id
});
const record = (name, fields) => ({ type: 'record', name, fields });
const array = (elementId, items) => ({
    type: 'array',
    items,
    'element-id': elementId
});
/** A map whose keys are column ids: Avro's own maps have only texts as keys. */
const byColumn = (key, value, type) => ({
    type: 'array',
    logicalType: 'map',
    items: record(`k${key}_v${value}`, [required(key, 'key', 'int'), required(value, 'value', type)])
});
const FIELD_SUMMARY = record('r508', [
    required(509, 'contains_null', 'boolean'),
    optional(518, 'contains_nan', 'boolean'),
    optional(510, 'lower_bound', 'bytes'),
    optional(511, 'upper_bound', 'bytes')
]);
/** A `manifest_file` (spec, "Manifest Lists"). */
function manifestListSchema(formatVersion) {
    return record('manifest_file', [
        required(500, 'manifest_path', 'string'),
        required(501, 'manifest_length', 'long'),
        required(502, 'partition_spec_id', 'int'),
        required(517, 'content', 'int'),
        required(515, 'sequence_number', 'long'),
        required(516, 'min_sequence_number', 'long'),
        required(503, 'added_snapshot_id', 'long'),
        required(504, 'added_files_count', 'int'),
        required(505, 'existing_files_count', 'int'),
        required(506, 'deleted_files_count', 'int'),
        required(512, 'added_rows_count', 'long'),
        required(513, 'existing_rows_count', 'long'),
        required(514, 'deleted_rows_count', 'long'),
        optional(507, 'partitions', array(508, FIELD_SUMMARY)),
        optional(519, 'key_metadata', 'bytes'),
        ...(formatVersion === 3 ? [optional(520, 'first_row_id', 'long')] : [])
    ]);
}
/** A `manifest_entry` of an unpartitioned data file (spec, "Manifest Entry Fields"). */
function manifestSchema(formatVersion) {
    const dataFile = record('r2', [
        required(134, 'content', 'int'),
        required(100, 'file_path', 'string'),
        required(101, 'file_format', 'string'),
        required(102, 'partition', record('r102', [])),
        required(103, 'record_count', 'long'),
        required(104, 'file_size_in_bytes', 'long'),
        optional(108, 'column_sizes', byColumn(117, 118, 'long')),
        optional(109, 'value_counts', byColumn(119, 120, 'long')),
        optional(110, 'null_value_counts', byColumn(121, 122, 'long')),
        optional(137, 'nan_value_counts', byColumn(138, 139, 'long')),
        optional(125, 'lower_bounds', byColumn(126, 127, 'bytes')),
        optional(128, 'upper_bounds', byColumn(129, 130, 'bytes')),
        optional(131, 'key_metadata', 'bytes'),
        optional(132, 'split_offsets', array(133, 'long')),
        optional(135, 'equality_ids', array(136, 'int')),
        optional(140, 'sort_order_id', 'int'),
        ...(formatVersion === 3 ? [optional(142, 'first_row_id', 'long')] : [])
    ]);
    return record('manifest_entry', [
        required(0, 'status', 'int'),
        optional(1, 'snapshot_id', 'long'),
        optional(3, 'sequence_number', 'long'),
        optional(4, 'file_sequence_number', 'long'),
        required(2, 'data_file', dataFile)
    ]);
}


/***/ }),

/***/ 1924:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   eY: () => (/* binding */ snapshotOf),
/* harmony export */   jR: () => (/* binding */ parseMetadata),
/* harmony export */   rI: () => (/* binding */ specOf),
/* harmony export */   uI: () => (/* binding */ metadataFrom)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3716);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(115);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8987);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8992);







const Int = valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .safeInteger */ .Y2b());
const Long = valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_5__/* .bigint */ .oad(), Int]), valibot__WEBPACK_IMPORTED_MODULE_5__/* .transform */ .pdi((value) => BigInt(value)));
const Json = valibot__WEBPACK_IMPORTED_MODULE_5__/* .looseObject */ ._H3({});
const SnapshotJson = valibot__WEBPACK_IMPORTED_MODULE_5__/* .looseObject */ ._H3({
    'snapshot-id': Long,
    'parent-snapshot-id': valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(Long),
    'sequence-number': Long,
    'timestamp-ms': Int,
    'manifest-list': valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    summary: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .recordOf */ .zv)(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()), {}),
    'schema-id': valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(Int),
    'first-row-id': valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(Long),
    'key-id': valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP())
});
const SpecJson = valibot__WEBPACK_IMPORTED_MODULE_5__/* .looseObject */ ._H3({
    'spec-id': Int,
    fields: valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_5__/* .looseObject */ ._H3({ name: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), transform: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), 'source-id': valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(Int) }))
});
const MetadataJson = valibot__WEBPACK_IMPORTED_MODULE_5__/* .looseObject */ ._H3({
    'format-version': valibot__WEBPACK_IMPORTED_MODULE_5__/* .picklist */ .KIO([2, 3]),
    'table-uuid': valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    location: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    'last-sequence-number': Long,
    'last-updated-ms': Int,
    'last-column-id': Int,
    schemas: valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_5__/* .looseObject */ ._H3({ 'schema-id': Int })),
    'current-schema-id': Int,
    'partition-specs': valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(SpecJson),
    'default-spec-id': Int,
    properties: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .recordOf */ .zv)(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()), {}),
    'current-snapshot-id': valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(Long),
    snapshots: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(SnapshotJson), []),
    refs: valibot__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .recordOf */ .zv)(valibot__WEBPACK_IMPORTED_MODULE_5__/* .looseObject */ ._H3({ 'snapshot-id': Long })), {}),
    'next-row-id': valibot__WEBPACK_IMPORTED_MODULE_5__/* .nullish */ .cl6(Long)
});
/**
 * Reads table metadata. Throws `ICEBERG_CORRUPT` that names `file` and the byte or field that is wrong, and
 * `ICEBERG_UNSUPPORTED` for format versions other than 2 and 3, encryption, and column types that are not done.
 */
function parseMetadata(text, file) {
    return metadataFrom((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text, file), file);
}
/** The same from parsed JSON in which big numbers are bigints. */
function metadataFrom(json, file) {
    refuseVersion(json, file);
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xLC(MetadataJson, json);
    if (!parsed.success) {
        const [issue] = parsed.issues;
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .corrupt */ .qb)(file, `The field ${valibot__WEBPACK_IMPORTED_MODULE_5__/* .getDotPath */ .BuJ(issue) ?? 'at the top'} is wrong: ${issue.message}`);
    }
    if ('encryption-keys' in parsed.output)
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .unsupported */ .qO)(`use ${file}`, 'The table is encrypted');
    if (parsed.output['format-version'] === 3 && parsed.output['next-row-id'] == null)
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .corrupt */ .qb)(file, 'The field next-row-id is missing');
    const metadata = tableOf(parsed.output, file);
    columnsOf(metadata, metadata.currentSchemaId);
    specOf(metadata, metadata.defaultSpecId);
    return metadata;
}
function refuseVersion(json, file) {
    const version = valibot__WEBPACK_IMPORTED_MODULE_5__.is(Json, json) ? json['format-version'] : undefined;
    if (typeof version === 'number' && version !== 2 && version !== 3)
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .unsupported */ .qO)(`use ${file}`, `The table has the Iceberg format version ${version}; this does 2 and 3`);
}
function tableOf(json, file) {
    const current = json['current-snapshot-id'] ?? json.refs.main?.['snapshot-id'];
    return {
        file,
        formatVersion: json['format-version'],
        uuid: json['table-uuid'],
        location: (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutSlash */ .mW)(json.location),
        lastSequenceNumber: json['last-sequence-number'],
        lastUpdatedMs: json['last-updated-ms'],
        lastColumnId: json['last-column-id'],
        schemas: new Map(json.schemas.map((schema) => [schema['schema-id'], schema])),
        currentSchemaId: json['current-schema-id'],
        specs: new Map(json['partition-specs'].map((spec) => [spec['spec-id'], specFrom(spec)])),
        defaultSpecId: json['default-spec-id'],
        properties: json.properties,
        snapshots: new Map(json.snapshots.map((snapshot) => [snapshot['snapshot-id'], snapshotFrom(snapshot)])),
        // Writers put -1 where there is none.
        currentSnapshotId: current === -1n ? undefined : current,
        main: json.refs.main ?? {},
        nextRowId: json['next-row-id'] ?? 0n
    };
}
function specFrom(spec) {
    const fields = spec.fields.map(({ name, transform, 'source-id': sourceId }) => ({
        name,
        transform,
        sourceId: sourceId ?? undefined
    }));
    return { id: spec['spec-id'], fields };
}
function snapshotFrom(snapshot) {
    return {
        id: snapshot['snapshot-id'],
        parentId: snapshot['parent-snapshot-id'] ?? undefined,
        sequenceNumber: snapshot['sequence-number'],
        timestampMs: snapshot['timestamp-ms'],
        manifestList: snapshot['manifest-list'],
        summary: snapshot.summary,
        schemaId: snapshot['schema-id'] ?? undefined,
        isEncrypted: typeof snapshot['key-id'] === 'string'
    };
}
/** The columns of one of the table's schemas. Throws `ICEBERG_CORRUPT` when it has none of this id. */
function columnsOf(metadata, schemaId) {
    const schema = metadata.schemas.get(schemaId);
    if (schema === undefined)
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .corrupt */ .qb)(metadata.file, `There is no schema with the id ${schemaId}`);
    return (0,_types_js__WEBPACK_IMPORTED_MODULE_2__/* .parseColumns */ .f)(schema, metadata.file);
}
/** One of the table's partition specs. Throws `ICEBERG_CORRUPT` when it has none of this id. */
function specOf(metadata, specId) {
    const spec = metadata.specs.get(specId);
    if (spec === undefined)
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .corrupt */ .qb)(metadata.file, `There is no partition spec with the id ${specId}`);
    return spec;
}
/** The snapshot of this id, or `ICEBERG_NOT_FOUND`. */
function snapshotOf(metadata, id) {
    const snapshot = metadata.snapshots.get(id);
    if (snapshot !== undefined)
        return snapshot;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('ICEBERG_NOT_FOUND', {
        doing: `read ${metadata.file}`,
        found: `The table has no snapshot ${id}.`
    });
}


/***/ }),

/***/ 2440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ checkSeal),
/* harmony export */   y: () => (/* binding */ sealedName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3716);


const SEALED = /-sha256-([0-9a-f]{64})\.[a-z]+$/;
/**
 * A name for a new file that nothing else has, with the digest of the file in it. Neither Avro nor these Parquet
 * files carry a checksum of their own, and what leads to a file names it, so a damaged file is known by its name.
 */
function sealedName(bytes, extension) {
    return `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}-sha256-${digestOf(bytes)}.${extension}`;
}
/** Throws `ICEBERG_CORRUPT` for a file that is not what its sealed name says. Other writers' names are not sealed. */
function checkSeal(file, bytes) {
    const expected = SEALED.exec(file)?.[1];
    if (expected !== undefined && expected !== digestOf(bytes))
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .corrupt */ .qb)(file, `Its ${bytes.length} bytes do not have the SHA-256 digest that is in its name`);
}
function digestOf(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}


/***/ }),

/***/ 5760:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ parseColumns),
/* harmony export */   g: () => (/* binding */ typeName)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _column_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5089);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3716);



/** With those of format version 3. */
const SIMPLE = [..._column_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAIN_TYPES */ .F, 'timestamp_ns', 'timestamptz_ns'];
const Id = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeInteger */ .Y2b());
const FieldJson = valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    id: Id,
    name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    required: valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
    'initial-default': valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(), null),
    'write-default': valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(), null)
});
const NESTED = ['struct', 'list', 'map'];
const OpaqueJson = valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y((name) => !NESTED.includes(name)))
});
const NestedJson = valibot__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .Oxt('type', [
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('struct'), fields: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(FieldJson) }),
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
        type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('list'),
        'element-id': Id,
        'element-required': valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
        element: valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()
    }),
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
        type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('map'),
        'key-id': Id,
        key: valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
        'value-id': Id,
        'value-required': valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
        value: valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()
    })
]);
/**
 * The columns of a schema, from its JSON (spec, appendix C). `file` is where it stands, for errors. A type that is not
 * known is opaque: only reading or writing such a column is refused. Throws `ICEBERG_CORRUPT` for what is no schema.
 */
function parseColumns(json, file) {
    const parsed = (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .reading */ .hF)(file, 'Its schema cannot be read', () => parseNested(json, file, 'schema'));
    if (parsed.kind !== 'struct')
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .corrupt */ .qb)(file, 'A schema is not a struct');
    return parsed.fields;
}
function parseType(json, file, path) {
    if (typeof json === 'string')
        return parsePrimitive(json);
    return valibot__WEBPACK_IMPORTED_MODULE_2__.is(OpaqueJson, json) ? { kind: 'opaque', name: json.type } : parseNested(json, file, path);
}
function parsePrimitive(text) {
    const simple = SIMPLE.find((name) => name === text);
    if (simple !== undefined)
        return { kind: simple };
    const decimal = /^decimal\(\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(text);
    if (decimal) {
        const [precision, scale] = [Number(decimal[1]), Number(decimal[2])];
        if (precision >= 1 && precision <= 38 && scale <= precision)
            return { kind: 'decimal', precision, scale };
    }
    const length = Number(/^fixed\[\s*(\d+)\s*\]$/.exec(text)?.[1] ?? 0);
    if (length > 0)
        return { kind: 'fixed', length };
    return { kind: 'opaque', name: text };
}
function parseNested(json, file, path) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(NestedJson, json);
    if (!parsed.success) {
        const [issue] = parsed.issues;
        const where = [path, valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue)].filter((part) => part).join('.');
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .corrupt */ .qb)(file, `${where} is not a type of the Iceberg spec: ${issue.message}`);
    }
    const type = parsed.output;
    const part = (id, name, required, json) => {
        const partType = parseType(json, file, `${path}.${name}`);
        return { id, name, required, type: partType, initialDefault: null, writeDefault: null };
    };
    if (type.type === 'list')
        return {
            kind: 'list',
            element: part(type['element-id'], 'element', type['element-required'], type.element)
        };
    if (type.type === 'map')
        return {
            kind: 'map',
            key: part(type['key-id'], 'key', true, type.key),
            value: part(type['value-id'], 'value', type['value-required'], type.value)
        };
    const fields = type.fields.map((field) => ({
        ...part(field.id, field.name, field.required, field.type),
        initialDefault: field['initial-default'],
        writeDefault: field['write-default']
    }));
    return { kind: 'struct', fields: distinct(fields, file, path) };
}
function distinct(fields, file, path) {
    for (const key of ['name', 'id'])
        if (new Set(fields.map((field) => field[key])).size < fields.length)
            throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .corrupt */ .qb)(file, `Two fields of ${path} have the same ${key}`);
    return fields;
}
/** The type as people write it, with its parts: `decimal(9,2)`, `list<string>`, `map<string, int>`, `struct<a: int>`. */
function typeName(type) {
    if (type.kind === 'decimal')
        return `decimal(${type.precision},${type.scale})`;
    if (type.kind === 'fixed')
        return `fixed[${type.length}]`;
    if (type.kind === 'opaque')
        return type.name;
    if (type.kind === 'list')
        return `list<${typeName(type.element.type)}>`;
    if (type.kind === 'map')
        return `map<${typeName(type.key.type)}, ${typeName(type.value.type)}>`;
    if (type.kind !== 'struct')
        return type.kind;
    return `struct<${type.fields.map(({ name, type: part }) => `${name}: ${typeName(part)}`).join(', ')}>`;
}


/***/ }),

/***/ 5790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ upperCaseIn),
/* harmony export */   s: () => (/* binding */ hiddenFromGlue)
/* harmony export */ });
/** The columns and fields whose names have upper-case letters, each with its path: `Id`, `place.City`. */
function upperCaseIn(fields) {
    return fields.flatMap(({ name, type }) => [
        ...(name === name.toLowerCase() ? [] : [name]),
        ...upperCaseIn(partsOf(type)).map((part) => `${name}.${part}`)
    ]);
}
function partsOf(type) {
    if (type.kind === 'struct')
        return type.fields;
    if (type.kind === 'list')
        return [type.element];
    return type.kind === 'map' ? [type.key, type.value] : [];
}
/**
 * What such names mean, in a whole sentence
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-naming.html: lower case, or the table is not visible).
 */
function hiddenFromGlue(names) {
    const what = names.length === 1 ? 'Column' : 'Columns';
    return `${what} ${names.join(', ')}: with upper-case letters in a column's name Glue and Athena do not show the table.`;
}


/***/ }),

/***/ 4150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ utf8Text)
/* harmony export */ });
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** The text of UTF-8 bytes, a byte order mark included. Throws an `Error` for bytes that are none. */
function utf8Text(bytes) {
    return decoder.decode(bytes);
}


/***/ }),

/***/ 4007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bl: () => (/* binding */ hasNamespaceOf),
/* harmony export */   N$: () => (/* binding */ tablesIn),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   qK: () => (/* binding */ inBucket),
/* harmony export */   tf: () => (/* binding */ tagsOfBucket)
/* harmony export */ });
/**
 * The tags of a table bucket; `undefined`: there is no such bucket. One with tags is there; only of one without any it is
 * asked besides whether it is.
 */
async function tagsOfBucket(look, bucketArn) {
    const tags = await look.s3tables.getTags(bucketArn);
    if (tags === undefined || Object.keys(tags).length > 0)
        return tags;
    return (await look.s3tables.hasTableBucket(bucketArn)) ? tags : undefined;
}
/** A table. Where nothing is expected any more, it is asked for only when its namespace is there. */
async function tableOf(look, id) {
    const isLost = isGoing(look) && !(await hasNamespaceOf(look, id));
    return isLost ? undefined : look.s3tables.getTable(id);
}
/**
 * Whether the namespace of a table is there: one that holds the table is, one without its bucket is not. Where nothing is
 * expected any more, it is asked for itself.
 */
async function hasNamespaceOf(look, table) {
    const { bucketArn, namespace } = table;
    if (isGoing(look))
        return look.s3tables.hasNamespace(bucketArn, namespace);
    if ((await look.s3tables.getTable(table)) !== undefined)
        return true;
    const there = await inBucket(look, bucketArn, () => look.s3tables.hasNamespace(bucketArn, namespace));
    return there ?? false;
}
/** All tables of a bucket or of one namespace in it; none where that is not there. */
async function tablesIn(look, bucketArn, namespace) {
    return (await inBucket(look, bucketArn, () => look.s3tables.listTables(bucketArn, namespace))) ?? [];
}
/** Reads what is in a table bucket; `undefined` as well where there is no such bucket. */
function inBucket(look, bucketArn, read) {
    return look.within(() => tagsOfBucket(look, bucketArn), read);
}
function isGoing({ expects }) {
    return expects === 'nothing' || expects === 'record';
}


/***/ }),

/***/ 9356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ lookAt),
  R: () => (/* binding */ sharing)
});

;// CONCATENATED MODULE: ./src/observe/readers.ts
/** What can be read, service by service. What is not in this list is no reading, or is not the core's. */
const READINGS = {
    s3tables: [
        'listTableBuckets',
        'hasTableBucket',
        'getTags',
        'getTableBucketPolicy',
        'hasNamespace',
        'listNamespaces',
        'listTables',
        'getTable'
    ],
    glue: ['listDatabases', 'getDatabase', 'listTables', 'getTags', 'getCatalog'],
    lakeFormation: ['getSettings', 'listGrants', 'effectiveGrant', 'knowsPrincipal', 'getRegistration'],
    iam: ['knowsEverybody', 'getRole', 'hasUser', 'listRoles', 'listRolePolicies', 'getRolePolicy'],
    warehouse: ['read', 'readText']
};
/** Readers that ask for each thing once: a second question gets the answer of the first, also when that is a failure. */
function readersOf(aws, context) {
    const services = Object.entries(READINGS).map(([service, readings]) => {
        const port = aws[service];
        return [service, Object.fromEntries(readings.map((name) => [name, once(port, name, context)]))];
    });
    return Object.fromEntries(services);
}
function once(port, name, context) {
    const answers = new Map();
    return (...given) => {
        const question = JSON.stringify(given);
        const answer = answers.get(question) ?? port[name](...given, context);
        answers.set(question, answer);
        return answer;
    };
}

;// CONCATENATED MODULE: ./src/observe/look.ts

/**
 * The same look, which sees a table bucket as another one does: what many environments have in common is then read once
 * for all of them.
 */
function sharing(look, bucketArn, common) {
    const { s3tables } = look;
    const of = (arn) => (arn === bucketArn ? common.s3tables : s3tables);
    const listTables = async (arn, namespace) => {
        if (arn !== bucketArn)
            return s3tables.listTables(arn, namespace);
        const all = await common.s3tables.listTables(arn, undefined);
        return all?.filter((table) => namespace === undefined || table.namespace === namespace);
    };
    return { ...look, s3tables: { ...s3tables, getTags: (arn) => of(arn).getTags(arn), listTables } };
}
/** Begins the first look of a run. */
function lookAt(aws, context, expects = 'unknown') {
    const learnt = {
        made: new Set(),
        arns: new Map(),
        neverGranted: [],
        isNamespaceProven: false,
        settingsFrom: 0
    };
    return lookWith(aws, context, expects, learnt);
}
function lookWith(aws, context, expects, learnt) {
    const ahead = (read) => {
        // Whoever asks for it gets the failure.
        if (expects === 'all' || expects === 'record')
            read().catch(() => undefined);
    };
    return {
        ...readersOf(aws, context),
        context,
        expects,
        learnt,
        anew: (next = 'unknown') => lookWith(aws, context, next, learnt),
        ahead,
        within: async (parent, read) => {
            ahead(read);
            return (await parent()) === undefined ? undefined : read();
        }
    };
}


/***/ }),

/***/ 6395:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ policyFor)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6694);

/**
 * The policy that allows all that is needed and nothing more: a statement for each set of resources. Where a
 * permission is needed on several, such as a Glue catalog and a database in it, it has to be allowed on each.
 */
function policyFor(needs) {
    const places = [...new Set(needs.map(({ place }) => place))];
    return { Version: '2012-10-17', Statement: places.map((place) => statementOn(place, needs)) };
}
function statementOn(place, needs) {
    const own = needs.filter((need) => need.place === place);
    const actions = [...new Set(own.map(({ action }) => action))].sort();
    const resources = own[0]?.resources ?? [];
    const condition = _places_js__WEBPACK_IMPORTED_MODULE_0__/* .CONDITIONS */ .V[place];
    return {
        Sid: place,
        Effect: 'Allow',
        Action: actions,
        Resource: resources,
        ...(condition && { Condition: condition })
    };
}


/***/ }),

/***/ 430:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ needsOf)
});

// EXTERNAL MODULE: ./src/permissions/places.ts
var permissions_places = __webpack_require__(6694);
;// CONCATENATED MODULE: ./src/permissions/rows.ts
const of = (step, lines) => lines.map(([verb, actions, on, only = {}]) => ({ step, verb, actions, on, ...only }));
const hasSchema = ({ columns }) => columns !== undefined;
const isCareful = ({ forceDestroy }) => !forceDestroy;
const sharesBucket = ({ isolation }) => isolation === 'namespace';
const prunes = ({ pruneDeadAdmins }) => pruneDeadAdmins;
const wantsLakeFormation = ({ access }) => access === 'lake-formation';
const REGISTER = 'lakeformation:RegisterResource lakeformation:RegisterResourceWithPrivilegedAccess';
/** What is missing of the integration is made, part by part. */
const MAKING_THE_INTEGRATION = [
    ['glue:CreateCatalog', 'Integration', { change: /^access-control$/ }],
    ['glue:CreateCatalog', 'BucketsOfIntegration', { change: /^access-control$/, maybe: true }],
    ['glue:PassConnection', 'IntegrationConnection', { change: /^access-control$/ }],
    ['iam:CreateRole', 'NewDataAccessRole', { when: wantsLakeFormation, change: /^role$/ }],
    ['iam:PutRolePolicy', 'NewDataAccessRole', { when: wantsLakeFormation, change: /^role-policy$/ }],
    ['iam:PassRole', 'PassedDataAccessRole', { when: wantsLakeFormation, change: /^registration$/ }],
    [REGISTER, 'Anything', { when: wantsLakeFormation, change: /^registration$/ }]
];
/** Several grants are made, and revoked, by one call. */
const GRANTING = [
    ['inspect', 'lakeformation:ListPermissions', 'Anything'],
    ['create', 'lakeformation:GrantPermissions', 'Anything'],
    ['create', 'lakeformation:BatchGrantPermissions', 'Anything', { maybe: true }],
    ['update', 'lakeformation:GrantPermissions', 'Anything', { change: /\b(?:permissions|grant-option)$/ }],
    ['update', 'lakeformation:BatchGrantPermissions', 'Anything', { maybe: true }],
    ['update', 'lakeformation:RevokePermissions', 'Anything', { change: /\brevoke$/ }],
    ['update', 'lakeformation:BatchRevokePermissions', 'Anything', { maybe: true }],
    ['update', 'glue:UpdateDatabase', 'GlueDatabase', { change: /\brecord$/ }],
    ['remove', 'lakeformation:RevokePermissions lakeformation:BatchRevokePermissions', 'Anything']
];
/**
 * Every IAM action that the action needs, by what it does with it: from what `src/aws` calls, and from what the
 * Service Authorization Reference says that a call is checked for
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
const ROWS = [
    ...of('permission-set', [['observe', 'iam:ListRoles', 'Anything']]),
    ...of('session-role', [['observe', 'iam:GetRole', 'Roles']]),
    ...of('preflight', [
        ['observe', 'iam:SimulatePrincipalPolicy iam:GetRole', 'Roles'],
        ['observe', 'iam:SimulatePrincipalPolicy iam:GetUser', 'Users']
    ]),
    ...of('sweep', [
        ['observe', 's3tables:ListTableBuckets', 'Anything'],
        ['observe', 's3tables:ListTagsForResource', 'TableBucket'],
        ['observe', 'glue:GetDatabases', 'GlueDatabase'],
        ['observe', 'glue:GetTags', 'GlueDatabaseTags']
    ]),
    ...of('analytics-integration', [
        ['observe', 'glue:GetCatalog', 'Integration'],
        ['observe', 'lakeformation:DescribeResource', 'Anything', { when: wantsLakeFormation, maybe: true }],
        [
            'observe',
            'iam:GetRole iam:ListRolePolicies iam:ListAttachedRolePolicies iam:GetRolePolicy',
            'DataAccessRole',
            { when: wantsLakeFormation, maybe: true }
        ],
        ...MAKING_THE_INTEGRATION.flatMap((line) => [
            ['create', ...line],
            ['update', ...line]
        ])
    ]),
    ...of('data-lake-settings', [
        ['observe', 'iam:GetRole', 'Roles', { when: prunes, maybe: true }],
        ['observe', 'iam:GetUser', 'Users', { when: prunes, maybe: true }],
        ['observe', 'lakeformation:GetDataLakeSettings', 'Anything'],
        ['update', 'lakeformation:PutDataLakeSettings', 'Anything']
    ]),
    ...of('table-bucket', [
        ['observe', 's3tables:ListTagsForResource', 'TableBucket'],
        ['observe', 's3tables:GetTableBucket', 'TableBucket', { maybe: true }],
        ['inspect', 's3tables:ListTagsForResource', 'TableBucket'],
        ['create', 's3tables:CreateTableBucket s3tables:TagResource', 'TableBucket'],
        ['create', 's3tables:ListTableBuckets', 'Anything', { maybe: true }],
        ['update', 's3tables:TagResource', 'TableBucket'],
        ['remove', 's3tables:DeleteTableBucket', 'TableBucket']
    ]),
    ...of('table-bucket-policy', [
        ['observe', 's3tables:GetTableBucketPolicy', 'TableBucket'],
        // Without a bucket it was not looked at yet.
        ['inspect', 's3tables:GetTableBucketPolicy', 'TableBucket'],
        ['create', 's3tables:PutTableBucketPolicy', 'TableBucket'],
        ['update', 's3tables:PutTableBucketPolicy', 'TableBucket'],
        ['remove', 's3tables:DeleteTableBucketPolicy', 'TableBucket']
    ]),
    ...of('namespace', [
        ['observe', 's3tables:GetNamespace', 'TableBucket', { maybe: true }],
        ['inspect', 'glue:GetDatabase', 'GlueDatabase', { when: sharesBucket }],
        ['inspect', 's3tables:GetTable s3tables:ListTagsForResource', 'Tables', { when: sharesBucket }],
        ['inspect', 's3tables:ListTables', 'TableBucket', { when: sharesBucket, maybe: true }],
        ['create', 's3tables:CreateNamespace', 'TableBucket'],
        ['remove', 's3tables:DeleteNamespace', 'TableBucket']
    ]),
    ...of('table', [
        ['observe', 's3tables:GetTable', 'Tables'],
        ['inspect', 's3tables:ListTagsForResource', 'Tables'],
        ['inspect', 's3tables:GetTableData', 'Tables', { intent: 'apply', when: hasSchema }],
        ['inspect', 's3tables:GetTableData', 'Tables', { intent: 'destroy', when: isCareful }],
        ['create', 's3tables:CreateTable', 'TableBucket'],
        ['create', 's3tables:TagResource', 'Tables'],
        ['create', 's3tables:PutTableData', 'Tables', { when: hasSchema }],
        ['update', 's3tables:TagResource', 'Tables', { change: /^tags/ }],
        [
            'update',
            's3tables:PutTableData s3tables:UpdateTableMetadataLocation',
            'Tables',
            { when: hasSchema, change: /^(?:metadata|schema)/ }
        ],
        ['remove', 's3tables:DeleteTable', 'Tables']
    ]),
    ...of('other-tables', [
        ['observe', 's3tables:ListTables s3tables:ListNamespaces', 'TableBucket'],
        ['inspect', 's3tables:GetTable s3tables:ListTagsForResource', 'Tables'],
        ['remove', 's3tables:DeleteTable', 'Tables'],
        ['remove', 's3tables:DeleteNamespace', 'TableBucket']
    ]),
    ...of('glue-database', [
        ['observe', 'glue:GetDatabase', 'GlueDatabase'],
        ['inspect', 'glue:GetTags', 'GlueDatabaseTags'],
        ['inspect', 'glue:GetTables', 'GlueDatabaseTables', { intent: 'destroy', when: isCareful }],
        ['create', 'glue:CreateDatabase', 'GlueDatabase'],
        ['create', 'glue:TagResource', 'GlueDatabaseTags', { maybe: true }],
        ['update', 'glue:UpdateDatabase', 'GlueDatabase', { change: /^parameters/ }],
        ['update', 'glue:TagResource', 'GlueDatabaseTags', { change: /^tags/ }],
        ['remove', 'glue:DeleteDatabase', 'GlueDatabaseContents']
    ]),
    ...of('database-grant', [
        ['observe', 'glue:GetDatabase', 'GlueDatabase'],
        ...GRANTING,
        ['create', 'glue:UpdateDatabase', 'GlueDatabase', { maybe: true }]
    ]),
    ...of('catalog-grant', [
        ['observe', 'glue:GetDatabase', 'GlueDatabase'],
        ['observe', 'glue:GetCatalog', 'Integration', { intent: 'apply' }],
        ['observe', 's3tables:GetNamespace', 'TableBucket', { intent: 'destroy' }],
        ...GRANTING,
        ['create', 'glue:UpdateDatabase', 'GlueDatabase']
    ]),
    ...of('smoke-test', [
        ['observe', 's3tables:GetTableBucket s3tables:ListTagsForResource', 'TableBucket'],
        ['observe', 's3tables:ListNamespaces s3tables:ListTables', 'TableBucket'],
        ['observe', 's3tables:GetTable s3tables:GetTableMetadataLocation', 'Tables'],
        ['observe', 's3tables:GetTableData', 'Tables'],
        ['observe', 'glue:GetCatalog glue:GetDatabase glue:GetTable', 'BucketInGlue'],
        ['create', 's3tables:CreateTable', 'TableBucket'],
        ['create', 's3tables:PutTableData s3tables:UpdateTableMetadataLocation', 'Tables'],
        ['remove', 's3tables:DeleteTable', 'Tables']
    ]),
    ...of('smoke-test-via-glue', [
        ['observe', 'glue:GetDatabases', 'NamespacesInGlue'],
        ['observe', 'glue:GetTables', 'BucketInGlue'],
        ['observe', 'lakeformation:GetDataAccess', 'Anything'],
        ['create', 'glue:CreateTable glue:UpdateTable', 'BucketInGlue'],
        ['remove', 'glue:DeleteTable', 'BucketInGlue']
    ])
];

;// CONCATENATED MODULE: ./src/permissions/needs.ts


/** What deeds on an environment need, each once. `sure`: without what may turn out not to be needed. Pure. */
function needsOf(deeds, spec, { intent = 'apply', sure = false } = {}) {
    const places = (0,permissions_places/* placesOf */.e)(spec);
    const rows = deeds.flatMap((deed) => ROWS.filter((row) => isAbout(row, deed)));
    const needs = rows
        .filter((row) => (row.intent ?? intent) === intent && (row.when?.(spec) ?? true))
        .filter(({ maybe = false }) => !(sure && maybe))
        .flatMap(({ actions, on: place }) => actions.split(' ').map((action) => ({ action, place, resources: places[place] })));
    return [...new Map(needs.map((need) => [`${need.action} ${need.place}`, need])).values()];
}
function isAbout({ step, verb, change }, deed) {
    if (step !== deed.step || verb !== deed.verb)
        return false;
    const { changes } = deed;
    return change === undefined || changes === undefined || changes.some(({ path }) => change.test(path));
}


/***/ }),

/***/ 6694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ CONDITIONS),
/* harmony export */   e: () => (/* binding */ placesOf)
/* harmony export */ });
/** The role that Lake Formation uses the table buckets with, and how its policy is called. */
const DATA_ACCESS_ROLE = 'S3TablesRoleForLakeFormation';
/**
 * What permissions are given on, by name: the ARNs that IAM checks an action against (Service Authorization
 * Reference). Where only AWS knows a part of an ARN, there is a `*`.
 */
function placesOf(spec) {
    const { partition, region, accountId, bucketArn, databaseArn, names } = spec;
    const glue = (resource) => `arn:${partition}:glue:${region}:${accountId}:${resource}`;
    const iam = (resource) => `arn:${partition}:iam::${accountId}:${resource}`;
    const { glueDatabase, tableBucket, namespace } = names;
    const catalog = glue('catalog');
    const integration = glue('catalog/s3tablescatalog');
    const newRole = iam(`role/${DATA_ACCESS_ROLE}`);
    const mounted = `s3tablescatalog/${tableBucket}`;
    return {
        Anything: ['*'],
        TableBucket: [bucketArn],
        Tables: [`${bucketArn}/table/*`],
        GlueDatabase: [catalog, databaseArn],
        GlueDatabaseTags: [databaseArn],
        GlueDatabaseTables: [catalog, databaseArn, glue(`table/${glueDatabase}/*`)],
        GlueDatabaseContents: [
            catalog,
            databaseArn,
            glue(`table/${glueDatabase}/*`),
            glue(`userDefinedFunction/${glueDatabase}/*`)
        ],
        Integration: [catalog, integration],
        BucketsOfIntegration: [`${integration}/*`],
        IntegrationConnection: [glue('connection/aws:s3tables')],
        BucketInGlue: [
            catalog,
            integration,
            glue(`catalog/${mounted}`),
            glue(`database/${mounted}/${namespace}`),
            glue(`table/${mounted}/${namespace}/*`)
        ],
        NamespacesInGlue: [catalog, integration, glue(`catalog/${mounted}`), glue(`database/${mounted}/*`)],
        DataAccessRole: [newRole, iam(`role/service-role/${DATA_ACCESS_ROLE}`)],
        NewDataAccessRole: [newRole],
        PassedDataAccessRole: [newRole],
        Roles: [iam('role/*')],
        Users: [iam('user/*')]
    };
}
/** What IAM is to check besides, so that nothing more is allowed than is needed. */
const CONDITIONS = {
    PassedDataAccessRole: { StringEquals: { 'iam:PassedToService': 'lakeformation.amazonaws.com' } }
};


/***/ }),

/***/ 9252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l5: () => (/* binding */ isElsewhere),
/* harmony export */   yI: () => (/* binding */ readPlace),
/* harmony export */   yf: () => (/* binding */ placeMarks)
/* harmony export */ });
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2334);

/** The parameters by which the Glue database remembers where its environment is. */
function placeMarks({ isolation, tableBucket, namespace, table }) {
    return {
        [_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.isolation]: isolation,
        [_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.tableBucket]: tableBucket,
        [_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.namespace]: namespace,
        [_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.table]: table
    };
}
/** What the marks tell of where the environment is. A database that an older version made tells nothing. */
function readPlace(marks) {
    const isolation = marks[_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.isolation];
    return {
        ...(isolation !== undefined && { isolation: isolation === 'namespace' ? isolation : 'bucket' }),
        ...given('tableBucket', marks[_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.tableBucket]),
        ...given('namespace', marks[_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.namespace]),
        ...given('table', marks[_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.table])
    };
}
/**
 * Whether the marks say that the environment is somewhere else: what it has there would be forgotten. In a table bucket
 * of its own everything is found, whatever its name; in a shared one only the namespace that is remembered.
 */
function isElsewhere(marks, place) {
    const there = readPlace(marks);
    const differs = (key) => there[key] !== undefined && there[key] !== place[key];
    const inShared = place.isolation === 'namespace';
    return differs('isolation') || differs('tableBucket') || (inShared && differs('namespace'));
}
function given(key, value) {
    return value ? { [key]: value } : {};
}


/***/ }),

/***/ 9537:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ pooled)
/* harmony export */ });
/**
 * Does `work` on all items, at most `size` at a time, in their order. Gives the results in that order. After a failure
 * nothing more is begun; what is under way is let end, and then the first failure is thrown.
 */
async function pooled(items, size, work) {
    const results = [];
    const failures = [];
    const queue = items.entries();
    const worker = async () => {
        for (const [at, item] of queue) {
            if (failures.length > 0)
                return;
            try {
                results[at] = await work(item);
            }
            catch (thrown) {
                failures.push(thrown);
            }
        }
    };
    await Promise.all(Array.from({ length: size }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}


/***/ }),

/***/ 2385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ contentsOf)
/* harmony export */ });
/* harmony import */ var _observe_buckets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4007);
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9537);


/** So many tables are looked at, at most: one of ours among thousands of others would prove little. */
const MOST_LOOKED_AT = 200;
const AT_A_TIME = 8;
/**
 * Looks whose a namespace is by the tags of its tables, the environment's own table first. Tags of tables are written
 * by other permissions than the parameters of the Glue database that remembers the namespace, so whoever can write one
 * of them cannot forge both. Throws as the port does.
 */
async function contentsOf(look, table, isOurs) {
    const isMarked = async (arn) => isOurs((await look.s3tables.getTags(arn)) ?? {});
    const own = await (0,_observe_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .tableOf */ .c_)(look, table);
    if (own !== undefined && (await isMarked(own.arn)))
        return 'ours';
    const listed = await (0,_observe_buckets_js__WEBPACK_IMPORTED_MODULE_0__/* .tablesIn */ .N$)(look, table.bucketArn, table.namespace);
    if (listed.length === 0)
        return 'empty';
    return (await some(listed, isMarked)) ? 'ours' : 'others';
}
async function some(listed, isMarked) {
    const marked = await (0,_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .pooled */ .I)(listed.slice(0, MOST_LOOKED_AT), AT_A_TIME, ({ arn }) => isMarked(arn));
    return marked.includes(true);
}


/***/ }),

/***/ 3051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ rewrite)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(910);


/** What passes by itself. An answer that is not AWS's comes from something in between, which seldom changes its mind. */
const PATIENCE = {
    CONFLICT: 60_000,
    THROTTLED: 120_000,
    AWS_FAILED: 120_000,
    UNREACHABLE: 30_000,
    GARBLED_ANSWER: 30_000
};
/**
 * Reads, merges and writes; where the write fails with what passes by itself, it begins again with the reading. A write
 * that is repeated as it was would undo what others have written since it was read.
 * Throws what `read` throws, and what `write` fails with at last.
 */
async function rewrite(context, { what, read, write, patience = {} }) {
    const start = context.clock.now();
    let last;
    const probe = async () => {
        const document = await read();
        try {
            return { done: true, value: await write(document) };
        }
        catch (thrown) {
            if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
                throw thrown;
            const patienceMs = patience[thrown.code] ?? PATIENCE[thrown.code] ?? 0;
            if (context.clock.now() - start >= patienceMs)
                throw thrown;
            if (last === undefined)
                context.reporter.info(`Trying again to ${what}, from a fresh read.`);
            context.reporter.debug(`Could not ${what}: ${thrown.code}`);
            last = thrown;
            return { done: false, seen: thrown.message };
        }
    };
    try {
        return await (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .waitUntil */ .a)(context, { what, capMs: Infinity, firstMs: 1_000, maxMs: 10_000, probe });
    }
    catch (thrown) {
        // The deadline is not what is wrong; what kept the write from succeeding is.
        const isOver = thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && thrown.code === 'TIMED_OUT';
        throw isOver && last !== undefined ? last : thrown;
    }
}


/***/ }),

/***/ 910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ waitUntil)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);

/**
 * Looks again and again until the probe is done. The only loop in the action that waits.
 * Throws what the probe throws; `TIMED_OUT` with the last thing seen when the time is over; the signal's reason
 * when the run is stopped.
 */
async function waitUntil(context, wait) {
    const cap = context.clock.now() + wait.capMs;
    const end = Math.min(context.deadline, cap);
    let pause = wait.firstMs ?? 250;
    for (;;) {
        context.signal.throwIfAborted();
        const look = await wait.probe();
        if (look.done)
            return look.value;
        const left = end - context.clock.now();
        if (left <= 0)
            throw tooLate(wait, end < cap, look.seen);
        await context.clock.sleep(Math.min(pause, left), context.signal);
        pause = Math.min(pause * 2, wait.maxMs ?? 5_000);
    }
}
function tooLate(wait, runIsOver, seen) {
    const when = runIsOver ? 'before the deadline of the run' : `within ${Math.round(wait.capMs / 1000)} s`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('TIMED_OUT', {
        doing: `wait for ${wait.what}`,
        found: `It did not happen ${when}. Last seen: ${seen}.`
    });
}


/***/ })

};
