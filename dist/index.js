import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 5089:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ PLAIN_TYPES)
/* harmony export */ });
/** The primitive types that have no parameters (Iceberg spec, format version 2, "Primitive Types"). */
const PLAIN_TYPES = [
    'boolean',
    'int',
    'long',
    'float',
    'double',
    'date',
    'time',
    'timestamp',
    'timestamptz',
    'string',
    'uuid',
    'binary'
];


/***/ }),

/***/ 9288:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ byEvent),
/* harmony export */   g: () => (/* binding */ unread)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8987);
/* harmony import */ var _fork_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6080);


const SAY_IT = 'Set command to what is wanted at this event, apply or destroy, with env; or leave the event out of on:.';
/**
 * What a run comes to by its event alone, whatever else it was given; `undefined`: it goes on. So a run that there is
 * nothing to do for does not fail for what its event leaves empty: the number of a pull request, a secret. Decided by
 * the table of events.
 */
function byEvent({ command, github: { meaning, stranger }, choice }) {
    if (command !== 'auto' || meaning.does === 'destroy')
        return undefined;
    const nothing = { command, dryRun: false, results: [], outputs: { command }, failures: [] };
    if (meaning.does === 'skip')
        return { ...nothing, skipped: meaning.why };
    if (meaning.does === 'refuse') {
        return { ...nothing, failures: [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INVALID_INPUT', { found: meaning.why, todo: SAY_IT })] };
    }
    return (0,_fork_js__WEBPACK_IMPORTED_MODULE_1__/* .turnedAway */ .t)(command, { stranger, choice });
}
/**
 * What a run comes to whose inputs cannot be used. At the end of a stranger's pull request that may be for want of
 * secrets, and there is nothing to end then that was made with them.
 */
function unread({ command, github, choice }, failure) {
    const isEnd = command === 'auto' && github.meaning.does === 'destroy';
    const guest = { stranger: isEnd ? github.stranger : undefined, choice };
    const outputs = command === undefined ? {} : { command };
    const failed = { dryRun: false, results: [], outputs, failures: [failure] };
    return (0,_fork_js__WEBPACK_IMPORTED_MODULE_1__/* .turnedAway */ .t)('auto', guest, failure) ?? { ...failed, command: command ?? 'apply' };
}


/***/ }),

/***/ 6080:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ forFork),
/* harmony export */   t: () => (/* binding */ turnedAway)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8987);

/** What such a run fails with when GitHub gave it nothing: no credentials, no token. */
const EMPTY_HANDED = ['NO_CREDENTIALS', 'OIDC_UNAVAILABLE'];
const WHO = {
    fork: 'The run is for a pull request from a fork.',
    dependabot: 'The run is for Dependabot, which gets no secrets but its own: an expression such as ${{ secrets.ROLE }} comes out empty there, and an empty input counts as not set.',
    commenter: 'The run is for a comment of somebody who may not write to this repository.'
};
/** The outcome of a run that may do nothing for whom it is. `undefined`: it may, or fails by itself. */
function turnedAway(command, { stranger, choice }, cause) {
    if (stranger === undefined || choice === undefined || choice === 'apply')
        return undefined;
    return away(command, { stranger, choice }, cause);
}
/**
 * What the run of a guest comes to that could not begin for want of credentials, which is nobody's mistake: it is
 * skipped, or fails as the user wants. Anything else stays as it is.
 */
function forFork(outcome, { stranger, choice }) {
    const { command, failures } = outcome;
    if (stranger === undefined || choice === undefined || failures.length === 0)
        return outcome;
    if (!failures.every(({ code }) => EMPTY_HANDED.includes(code)))
        return outcome;
    return away(command, { stranger, choice }, failures[0]);
}
function away(command, { stranger, choice }, cause) {
    const who = WHO[stranger];
    const why = cause === undefined ? who : `${who} ${cause.found ?? cause.means}`;
    const base = { command, dryRun: false, results: [], outputs: { command } };
    if (choice !== 'skip')
        return { ...base, failures: [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('FORK', { found: why, cause })] };
    const skipped = `${why} Nothing was done. Set fork-pull-requests: fail to have such a run fail, or apply to let it go on where it has credentials.`;
    return { ...base, failures: [], skipped };
}


/***/ }),

/***/ 7437:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ icebergRestUri)
/* harmony export */ });
/**
 * The Iceberg REST endpoint of S3 Tables.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html
 */
const icebergRestUri = ({ url }) => `${url}/iceberg`;


/***/ }),

/***/ 8987:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lZ: () => (/* binding */ ActionError),
  yy: () => (/* binding */ answerText),
  z6: () => (/* binding */ asActionError),
  GZ: () => (/* binding */ isDenied)
});

;// CONCATENATED MODULE: ./src/error-catalogue.ts
const entry = (means, todo) => ({ means, todo });
/** Every way in which a run can fail. */
const CATALOGUE = {
    INVALID_INPUT: entry('One or more inputs cannot be used.', 'Correct the inputs that are listed.'),
    NO_CREDENTIALS: entry('There are no AWS credentials in this step.', 'Set role-to-assume, run aws-actions/configure-aws-credentials before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.'),
    EXPIRED_CREDENTIALS: entry('The AWS credentials have expired.', 'Get new ones right before this step. If the run is longer than the session, raise role-duration-seconds of the step that assumes the role.'),
    INVALID_CREDENTIALS: entry('AWS does not know these credentials, or the secret does not belong to the key.', 'Check which secret the step uses, that the key is active, and that the clock of the runner is right.'),
    WRONG_ACCOUNT: entry('The credentials are for an account that allowed-account-ids does not list.', 'Use the credentials of the right account, or add this account to allowed-account-ids.'),
    OIDC_UNAVAILABLE: entry('GitHub gives this job no OIDC token, so the role of role-to-assume cannot be assumed.', 'Give the job `permissions: id-token: write` (and `contents: read`). A pull request from a fork never gets a token: there use another trigger, or no AWS at all.'),
    OIDC_AUDIENCE: entry('The identity provider for GitHub in IAM does not know the audience of the token.', 'Add the audience that is named to the provider in IAM.'),
    OIDC_PROVIDER: entry('The account has no identity provider in IAM for the issuer of the token, or IAM could not check the token with it.', 'Create the provider that is named, in the account of the role.'),
    TRUST_MISMATCH: entry('The trust policy of the role does not let this workflow assume it, or there is no such role.', 'Correct role-to-assume, or give the trust policy of the role the conditions that are shown.'),
    PRINCIPAL_UNKNOWN: entry('A role or user that is named could not be found.', 'Correct identity-center-permission-set, identity-center-role-arn or lakeformation-admin-arns.'),
    REGION_UNKNOWN: entry('AWS does not have this region, or the account has not enabled it.', 'Check the region input; an opt-in region has to be enabled in the account first.'),
    UNREACHABLE: entry('The endpoint did not answer.', 'Check the region, the network and the proxy of the runner (HTTPS_PROXY, NO_PROXY), and AWS_ENDPOINT_URL if it is set.'),
    ENDPOINT_INVALID: entry('The AWS endpoint that this step asks for contradicts itself, or is no address.', 'Look at AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_<SERVICE>, AWS_USE_FIPS_ENDPOINT and AWS_USE_DUALSTACK_ENDPOINT of the step, and at the shared config.'),
    PROXY_INVALID: entry('A variable that names the proxy holds what cannot be one, so nothing was called.', 'Give HTTPS_PROXY as http://host:port, or unset it. Proxies of other kinds, such as SOCKS, are not supported.'),
    GARBLED_ANSWER: entry('The answer did not come from AWS, or was cut: it is not what this call returns.', 'Look for a proxy, a firewall or a wrong AWS_ENDPOINT_URL between the runner and AWS.'),
    PERMISSION_DENIED: entry('The credentials may not do this. It says nothing about whether the resource exists.', 'Allow the action on the resource in the policy of the role, and look for an explicit deny in bucket policies and service control policies.'),
    LAKE_FORMATION_DENIED: entry('Lake Formation does not let these credentials do this, although IAM may.', 'Make the role of this run a Lake Formation administrator, or let an administrator grant it the permission that is named, with grant option.'),
    NOT_OURS: entry('The resource exists and does not carry the tags of this environment, so it is left alone.', 'Choose another name, or set adopt: true to take it over.'),
    OWNED_BY_ANOTHER: entry('The resource belongs to another environment of this action, so it is left alone.', 'Choose another env or application, or run this from where that environment is managed.'),
    MOVED: entry('The environment exists somewhere else than this run was told, so what it has there would be forgotten.', 'Give isolation, table-bucket-name and namespace as they were when it was made. To move it, destroy it there first.'),
    INTEGRATION_OFF: entry('S3 Tables is not integrated with the AWS analytics services in this account and region: Athena, Glue, Redshift and EMR cannot see its tables.', 'Set analytics-integration: enable and let this action switch it on (once per account and region), or ignore to go on without it.'),
    INTEGRATION_INCOMPLETE: entry('The integration of S3 Tables with the AWS analytics services is only half made.', 'Set analytics-integration: enable with the analytics-access that it has, and let this action add what is missing, or add it by hand.'),
    INTEGRATION_MODE: entry('The integration exists with the other kind of access control, which is never changed, since everybody in the account and region uses it.', 'Set analytics-access to what it has, or analytics-integration: require to take it as it is.'),
    INTEGRATION_FOREIGN: entry('A Glue catalog named s3tablescatalog exists and is not the S3 Tables integration.', 'Ask its owner what it is for. The integration needs that name; set analytics-integration: ignore to go on without it.'),
    INTEGRATION_REGION: entry('AWS does not offer the integration with IAM access control in this region.', 'Set analytics-access: lake-formation, which AWS requires there.'),
    GUARDED: entry('Destroying would delete data or tables that this environment did not make, so what is named was not destroyed.', 'Move or delete what is named, or set force-destroy: true to delete it for good.'),
    NOT_EMPTY: entry('AWS does not delete this while there is something in it.', 'Run destroy again: it lists what is in there now. What somebody else put there has to go first.'),
    NAME_IN_TRANSITION: entry('S3 Tables is still removing an earlier table bucket of this name.', 'Run again in a few minutes, raise timeout-minutes, or choose another name.'),
    QUOTA_EXCEEDED: entry('A quota of the account is used up. An account has 10 table buckets per region unless AWS raised it.', 'Delete what is not needed, or ask AWS Support to raise the quota.'),
    RUNNER_FILES: entry('A file or a folder that the runner has for this step cannot be written.', 'Look whether the disk of the runner is full, and at RUNNER_TEMP, GITHUB_OUTPUT and GITHUB_ENV where anybody but the runner sets them: each names what is there and may be written.'),
    GITHUB_DENIED: entry('The token of this run may not ask GitHub for what is needed.', 'Give the job `permissions: pull-requests: write`, or set github-token to a token that has it.'),
    GITHUB_UNREACHABLE: entry('GitHub did not answer as it should, although it was asked several times.', 'Run again. If it stays so, look at the status of GitHub and at the network and the proxy of the runner.'),
    FORK: entry('The run is for somebody who gets no environment unasked: for a pull request from a fork, for Dependabot, or for the comment of a stranger.', 'Set fork-pull-requests: skip to leave such runs out, or apply to let them go on where they have credentials; or push the branch to this repository.'),
    CONFLICT: entry('Somebody else changed the same resource at the same time.', 'Run again: it starts from what is there now.'),
    VANISHED: entry('AWS no longer has what this call is about: it was removed at the same time, or never was there.', 'Run again: it starts from what is there now. If it stays so, check the names and the region.'),
    THROTTLED: entry('AWS kept asking for fewer calls.', 'Run again later, or run fewer jobs of this account at the same time.'),
    DEAD_PRINCIPAL: entry('Lake Formation refuses the whole list of administrators because one principal in it does not exist.', 'Set prune-dead-admins: true to remove administrators that no longer exist, or correct lakeformation-admin-arns.'),
    TOO_MANY_ADMINS: entry('Lake Formation allows at most 30 administrators in an account and region.', 'Remove administrators that are no longer needed, or name a role that several people use.'),
    AWS_FAILED: entry('AWS had a fault of its own, and had it again when the call was repeated.', 'Run again later; the AWS Health Dashboard tells whether the service is impaired.'),
    AWS_REFUSED: entry('AWS refused the call.', 'Read what AWS said; it names what it does not accept.'),
    NO_ENVIRONMENT: entry('The environment is not there, or not all of it.', 'Run apply first, with the same env and application.'),
    SMOKE_TEST_MISMATCH: entry('What was read from the scratch table is not what was written to it.', 'Keep the table with smoke-test-keep: true and look at it with another engine; then report it with both values.'),
    NOT_CONVERGED: entry('The change was made, but what AWS shows afterwards is still not what was asked for.', 'Run plan to see what differs. If it stays, something else keeps changing this resource.'),
    LEFT_BEHIND: entry('Not everything is gone.', 'Run destroy again: it goes on from what is there. What is named may need its own permission.'),
    BLOCKED: entry('Something this resource depends on stands in the way.', 'Solve what is said of that resource first.'),
    DRIFT: entry('There is something to do, and fail-on-changes is set.', 'Read the plan: run apply to make the changes, or find out who made the difference.'),
    ICEBERG_UNSUPPORTED: entry('The Iceberg table uses a feature that this action does not read or write.', 'Use an Iceberg engine such as Spark, Athena or PyIceberg for this table.'),
    ICEBERG_CORRUPT: entry('A file of the Iceberg table is damaged, or is not what the table says it is.', 'Look at what wrote the file that is named. An earlier snapshot of the table may still be whole.'),
    ICEBERG_CONFLICT: entry('Other writers kept changing the Iceberg table at the same time.', 'Run again: it starts from what the table is then.'),
    ICEBERG_NOT_FOUND: entry('There is no such Iceberg table, or it no longer has this snapshot.', 'Check the names. A snapshot goes away when table maintenance expires it.'),
    ICEBERG_BAD_ROW: entry('A row does not fit the columns of the Iceberg table, so nothing was written.', 'Correct the value that is named, or the schema of the table.'),
    HIDDEN_FROM_GLUE: entry('Glue and Athena do not show a table that has upper-case letters in the name of a column or field.', 'Rename what is named to lower case (ALTER TABLE in Spark, or PyIceberg), and in table-schema as well. Engines that use the catalog of S3 Tables itself read the table as it is.'),
    TABLE_BROKEN: entry('The metadata of the table is missing or damaged, so no engine can load it.', 'Point the table to an earlier metadata file that is still whole (s3tables UpdateTableMetadataLocation). If nobody needs what is in it, destroy it with force-destroy: true and apply again.'),
    SCHEMA_DIFFERS: entry('The table does not have the columns that are declared. This version gives a live table no other columns: its users would have to agree to that.', 'Change the table with an engine (ALTER TABLE in Athena or Spark), or correct table-schema; table-schema: none compares nothing. A table that nobody needs can be destroyed and made anew.'),
    TIMED_OUT: entry('The deadline of the run passed.', 'Run again: it goes on from what is there. If it needs longer, raise timeout-minutes.'),
    CANCELLED: entry('The run was cancelled.', 'Nothing is locked and nothing needs to be cleaned up first: run again, and it goes on from what is there.'),
    INTERNAL: entry('This is a mistake in the action itself.', 'Please report it with the log of a run with debug logging switched on.')
};

// EXTERNAL MODULE: ./src/text.ts
var src_text = __nccwpck_require__(8992);
;// CONCATENATED MODULE: ./src/errors.ts


/**
 * The one way in which anything fails. `message` is complete: what was being done, what AWS said with its
 * request id, what that means, what to do now, and the code, under which the troubleshooting guide has it.
 */
class ActionError extends Error {
    code;
    doing;
    found;
    answer;
    means;
    todo;
    constructor(code, situation = {}) {
        const entry = CATALOGUE[code];
        const told = safe(situation);
        const todo = told.todo ?? entry.todo;
        super(sentence(code, told, todo), { cause: situation.cause });
        this.code = code;
        this.name = 'ActionError';
        this.doing = told.doing;
        this.found = told.found;
        this.answer = told.answer;
        this.means = entry.means;
        this.todo = todo;
    }
    /** For logs and `JSON.stringify`: plain data, without the stack. */
    toJSON() {
        const { code, doing, found, answer, means, todo, message } = this;
        return { code, doing, found, answer, means, todo, message };
    }
}
/** How many characters there are of a name or of what AWS said, and of what was found. */
const LONGEST_WORDS = 2_000;
const LONGEST_FINDING = 32_768;
/** Names and what AWS says come from outside: each is one line, and none is longer than somebody reads. */
function safe({ doing, found, todo, answer, cause }) {
    const finding = (text) => text === undefined ? undefined : (0,src_text/* shorten */.ml)((0,src_text/* plain */.pj)(text), LONGEST_FINDING);
    return {
        doing: doing === undefined ? undefined : (0,src_text/* shown */.SP)(doing, LONGEST_WORDS),
        found: finding(found),
        todo: finding(todo),
        answer: answer && {
            ...answer,
            name: (0,src_text/* shown */.SP)(answer.name),
            message: (0,src_text/* shown */.SP)(answer.message, LONGEST_WORDS),
            ...(answer.requestId !== undefined && { requestId: (0,src_text/* shown */.SP)(answer.requestId) })
        },
        cause
    };
}
/** Whether these credentials were not allowed something: AWS itself, or Lake Formation, says so. */
function isDenied(error) {
    return error instanceof ActionError && /_DENIED$/.test(error.code);
}
/** Makes an `ActionError` of whatever was thrown; what nobody foresaw becomes `INTERNAL`, with its cause. */
function asActionError(thrown, doing) {
    if (thrown instanceof ActionError)
        return thrown;
    const found = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return new ActionError('INTERNAL', { doing, found, cause: thrown });
}
function sentence(code, situation, todo) {
    const parts = [
        situation.doing === undefined ? '' : `Could not ${situation.doing}.`,
        situation.answer === undefined ? '' : answerText(situation.answer),
        situation.found ?? CATALOGUE[code].means,
        `What to do: ${todo}`,
        `[${code}]`
    ];
    return parts.filter((part) => part !== '').join(' ');
}
/** What AWS said, in one sentence, with its request id. */
function answerText({ operation, name, message, requestId }) {
    const id = requestId === undefined ? '' : ` (request id ${requestId})`;
    return `AWS answered ${operation} with ${name}: ${message || 'no message'}${id}.`;
}


/***/ }),

/***/ 7382:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ condense)
/* harmony export */ });
/**
 * The changes as people read them: several additions of text under one heading, such as the tags of a new
 * resource, become one: `tags: env=dev, team=data`. Everything else stays as it is.
 */
function condense(changes) {
    const headings = new Set(changes.map(headingOf));
    return [...headings].flatMap((heading) => {
        const own = changes.filter((change) => headingOf(change) === heading);
        const additions = own.filter(isAddition);
        if (heading === undefined || additions.length < 2)
            return own;
        const list = additions
            .map(({ path, to }) => `${path.slice(heading.length + 1)}=${String(to)}`)
            .join(', ');
        return [{ path: heading, to: list }, ...own.filter((change) => !isAddition(change))];
    });
}
function headingOf({ path }) {
    const [heading, rest] = path.split('.', 2);
    return rest === undefined ? undefined : heading;
}
function isAddition({ from, to }) {
    return from === undefined && typeof to === 'string';
}


/***/ }),

/***/ 4287:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JT: () => (/* binding */ inOwnColours),
/* harmony export */   UY: () => (/* binding */ noColour),
/* harmony export */   ev: () => (/* binding */ paintFor)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8992);

const CODES = { green: 32, yellow: 33, red: 31, grey: 90, bold: 1 };
/** Text as it is: for files, summaries and whoever asked for no colour. */
const noColour = (_colour, text) => text;
/** Colours where the log shows them: on GitHub or a terminal, unless `NO_COLOR` is set (https://no-color.org). */
function paintFor(env, isTerminal) {
    const shown = env['GITHUB_ACTIONS'] === 'true' || isTerminal;
    if (!shown || env['NO_COLOR'])
        return noColour;
    return (colour, text) => `\u001b[${CODES[colour]}m${text}\u001b[0m`;
}
/** Begins each of {@link CODES}, and ends them all. */
// eslint-disable-next-line no-control-regex
const OWN = /\u001b\[(?:0|1|3[123]|90)m/g;
/** Text without what a terminal obeys or nobody sees, but for the colours that {@link paintFor} gives. */
function inOwnColours(text) {
    const colours = text.match(OWN) ?? [];
    return text
        .split(OWN)
        .map((part, at) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(part) + (colours[at] ?? ''))
        .join('');
}


/***/ }),

/***/ 5772:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ writePlanFile),
/* harmony export */   aS: () => (/* binding */ writeReportFile),
/* harmony export */   eo: () => (/* binding */ writePoliciesFile),
/* harmony export */   mP: () => (/* binding */ unwritable),
/* harmony export */   yT: () => (/* binding */ writeSweepFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8987);




/** Writes the plan as JSON; gives the path of the file. */
function writePlanFile(plan) {
    return writeJson('plan.json', plan);
}
/** Writes the report of the smoke test as JSON; gives the path of the file. */
function writeReportFile(report) {
    return writeJson('smoke-test.json', report);
}
/** Writes what a sweep did, environment by environment, as JSON; gives the path of the file. */
function writeSweepFile(swept) {
    return writeJson('sweep.json', swept.map((each) => ({ ...each, outcome: undefined })));
}
/** Writes IAM policies as one JSON file, by name; gives its path. */
function writePoliciesFile(policies) {
    const byName = policies.map(({ name, document }) => [name, document]);
    return writeJson('iam-policies.json', Object.fromEntries(byName));
}
/** The failure to write what the runner has a place for. What has a code of its own keeps it. */
function unwritable(thrown, doing) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ)
        return thrown;
    const found = thrown instanceof Error ? `${thrown.message}.` : String(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('RUNNER_FILES', { doing, found, cause: thrown });
}
/** Into a folder of its own in the runner's temporary folder, so that no later step overwrites it. */
async function writeJson(name, content) {
    try {
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'iceberg-environment-'));
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${JSON.stringify(content, undefined, 2)}\n`);
        return path;
    }
    catch (thrown) {
        throw unwritable(thrown, `write the file ${name}`);
    }
}


/***/ }),

/***/ 9906:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ SIGNS),
/* harmony export */   HX: () => (/* binding */ planTotals),
/* harmony export */   Lr: () => (/* binding */ differenceText),
/* harmony export */   Pt: () => (/* binding */ planText)
/* harmony export */ });
/* unused harmony export changeText */
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7382);
/* harmony import */ var _colour_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4287);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8992);



/** How an action looks, in the signs that users know from Terraform. */
const SIGNS = {
    create: { sign: '+', colour: 'green' },
    update: { sign: '~', colour: 'yellow' },
    keep: { sign: '=', colour: 'grey' },
    differs: { sign: '≠', colour: 'yellow' },
    remove: { sign: '-', colour: 'red' },
    blocked: { sign: '!', colour: 'red' }
};
/** The plan for the log: every resource with its changes, and how many of each at the end. */
function planText(plan, paint = _colour_js__WEBPACK_IMPORTED_MODULE_0__/* .noColour */ .UY) {
    const lines = plan.steps.flatMap((step) => stepLines(step, paint));
    return [...lines, '', paint('bold', planTotals(plan.counts))].join('\n');
}
/** `Plan: 3 to create, 1 to update, 0 to remove, 4 unchanged, 0 blocked.` */
function planTotals({ create, update, remove, keep, differs = 0, blocked }) {
    const different = differs > 0 ? `, ${differs} different` : '';
    return `Plan: ${create} to create, ${update} to update, ${remove} to remove, ${keep} unchanged${different}, ${blocked} blocked.`;
}
function stepLines(step, paint) {
    const { sign, colour } = SIGNS[step.action];
    const changes = step.action === 'keep' || step.action === 'remove' ? [] : (0,_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .condense */ .a)(step.changes);
    return [
        paint(colour, `${sign} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(step.kind)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(step.name)}`),
        ...changes.flatMap((change) => indent(changeText(change))),
        ...(step.differences ?? []).flatMap((change) => indent(`not changed: ${differenceText(change)}`)),
        ...(step.blocked === undefined ? [] : indent(`blocked: ${blockedText(step.blocked)}`)),
        ...step.notes.flatMap((note) => indent(`note: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(note)}`))
    ];
}
/** The reason, which ends in its code; the code is added where the text does not have it. */
function blockedText({ code, message }) {
    const text = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(message);
    return text.includes(`[${code}]`) ? text : `${text} [${code}]`;
}
/** `path: from -> to`; with nothing there now, `path: to`. */
function changeText({ path, from, to }) {
    const name = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(path);
    const [before, after] = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .showBoth */ .To)(from, to);
    const long = before.includes('\n') || after.includes('\n');
    if (from === undefined)
        return long ? `${name}:\n${margin(after)}` : `${name}: ${after}`;
    return long ? `${name}:\n${margin(before)}\n->\n${margin(after)}` : `${name}: ${before} -> ${after}`;
}
/** A difference that stays: what is declared, and what is there instead. */
function differenceText({ path, from, to }) {
    const [there, declared] = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .showBoth */ .To)(from, to).map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN);
    const name = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(path);
    if (from === undefined)
        return `${name} is declared as ${declared}, and is not there`;
    if (to === undefined)
        return `${name} is there as ${there}, and is not declared`;
    return `${name} is declared as ${declared}, and is ${there}`;
}
const margin = (text) => text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
const indent = (text) => text.split('\n').map((line) => `    ${line}`);


/***/ }),

/***/ 6047:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   ke: () => (/* binding */ GitHubRefusal),
/* harmony export */   t3: () => (/* binding */ whyNotAskable)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8987);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8992);



/** GitHub refused a call. `status` 404: there is no such thing, or the token may not see it. */
class GitHubRefusal extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    status;
    constructor(code, status, ask, message) {
        const said = `GitHub answered ${ask.method} ${ask.path} with ${status === 0 ? 'nothing' : status}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(message, 500)}`;
        super(code, {
            doing: ask.doing,
            found: said,
            ...(code === 'GITHUB_DENIED' && { todo: todoFor(status, ask.permission) })
        });
        this.status = status;
    }
}
/**
 * Why GitHub cannot be asked at all, known before the first attempt; nothing of a token is told. `undefined`: it can.
 */
function whyNotAskable({ token, repository, apiUrl }, doing) {
    const denied = (found, todo) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('GITHUB_DENIED', { doing, found, todo });
    if (token === '')
        return denied('There is no token: github-token is empty.', NO_TOKEN);
    if (!/^[!-~]+$/.test(token)) {
        return denied('github-token holds a blank, a line break or another character that no token has.', BROKEN_TOKEN);
    }
    if (repository === '')
        return denied('GITHUB_REPOSITORY is not set, so there is no repository to ask about.', OWN);
    if (URL.canParse(apiUrl) && /^https?:$/.test(new URL(apiUrl).protocol))
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('GITHUB_UNREACHABLE', {
        doing,
        found: `GITHUB_API_URL is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(apiUrl)}, which is no address of an API.`,
        todo: 'Leave GITHUB_API_URL as the runner sets it, or set it to an address such as https://github.example.com/api/v3.'
    });
}
const OWN = 'Run it on GitHub, where it is set, or set GITHUB_REPOSITORY=<owner>/<name>.';
const BROKEN_TOKEN = 'Look at how the secret was pasted: two lines, or quotes of another kind. Leave github-token out, or set it to one token.';
const NO_TOKEN = 'Leave github-token out, so that it is the token of the job, or set it to a token; a secret that does not exist, or that this event is not given, is empty.';
const WRONG_TOKEN = 'The token was not taken at all, so no permission helps: it is wrong, expired or revoked, or one of another server. Leave github-token out, or set it to a valid one.';
function todoFor(status, permission) {
    if (status === 401)
        return WRONG_TOKEN;
    return `Give the job \`permissions: ${permission}\`, or set github-token to a token that has it.`;
}
/** GitHub has no such thing, or does not show it to this token. */
function isNotFound(thrown) {
    return thrown instanceof GitHubRefusal && thrown.status === 404;
}
/** What GitHub answered, in the form it must have. Throws `GITHUB_UNREACHABLE` where something else came. */
function readAnswer(schema, data, doing) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(schema, data);
    if (result.success)
        return result.output;
    const found = 'What came is not what GitHub answers; something else answers at the address of its API.';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('GITHUB_UNREACHABLE', { doing, found });
}


/***/ }),

/***/ 9407:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9199);

await (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)(process.env);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ DEEPEST),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   eg: () => (/* binding */ parseWithBigints),
/* harmony export */   f_: () => (/* binding */ isTooDeep),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var json_with_bigint__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8429);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7934);


/** How deep JSON from outside may be nested. What is read here needs a few dozen levels at most. */
const DEEPEST = 500;
/**
 * Reads JSON that others wrote. What is wrong is told without a word of the text, which may be anybody's secret: by the
 * place where it stops being JSON, as far as that is known. What is nested deeper than {@link DEEPEST} is refused before
 * anything goes through it: functions that follow the levels would run out of stack.
 * @param parse for numbers that JavaScript's own loses
 */
function readJson(text, parse = JSON.parse) {
    const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
    if (isTooDeep(body))
        return { problem: `it is nested deeper than ${DEEPEST} levels` };
    try {
        return { value: parse(body) };
    }
    catch (thrown) {
        return { problem: `it is not JSON${placeOf(thrown, body)}` };
    }
}
/**
 * As `JSON.parse`, but a whole number that JavaScript's own cannot hold becomes a bigint. Where Node tells the digits
 * (from 22 on), json-with-bigint compares every value with a number, and so fails at an object with a member `toString`.
 */
function parseWithBigints(text) {
    return 'rawJSON' in JSON ? JSON.parse(text, withDigits) : (0,json_with_bigint__WEBPACK_IMPORTED_MODULE_0__/* .JSONParse */ .Q)(text);
}
function withDigits(_key, value, context) {
    if (typeof value !== 'number' || Number.isSafeInteger(value))
        return value;
    const { source = '' } = context ?? {};
    return /^-?\d+$/.test(source) ? BigInt(source) : value;
}
/** Whether brackets outside of strings are nested too deep; in text that is no JSON, any. */
function isTooDeep(text) {
    let depth = 0;
    let isText = false;
    for (let at = 0; at < text.length && depth <= DEEPEST; at++) {
        const char = text[at];
        if (char === '"')
            isText = !isText;
        else if (isText)
            at += char === '\\' ? 1 : 0;
        else if (char === '[' || char === '{')
            depth += 1;
        else if (char === ']' || char === '}')
            depth -= 1;
    }
    return depth > DEEPEST;
}
/** Node tells the place of some errors, and of the others quotes what is around it. */
function placeOf(thrown, text) {
    const message = thrown instanceof Error ? thrown.message : '';
    if (text.trim() === '')
        return ': it is empty';
    const known = /in JSON at position (\d+)/.exec(message)?.[1];
    if (/^Unexpected end of JSON/.test(message) || known === String(text.length))
        return ': it ends too early';
    const position = known === undefined ? strangeAt(text) : Number(known);
    if (position === text.length)
        return '';
    const before = text.slice(0, position).split('\n');
    return ` from line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} on`;
}
/** Where the first thing stands that is no part of any JSON; the end, where only the order is wrong. */
function strangeAt(text) {
    const token = /[\t\n\r ,:[\]{}]|"(?:[^"\\\n]|\\.)*"|true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy;
    let at = 0;
    while (at < text.length && token.test(text))
        at = token.lastIndex;
    return at;
}
/**
 * An object whose keys are names that others gave. `v.record` leaves out those that JavaScript gives a meaning, such as
 * `constructor`; here they stay, in an object that has no others than its own.
 */
function recordOf(schema) {
    return valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'Expected Object'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .rawTransform */ .NTK(({ dataset, addIssue, NEVER }) => {
        const record = Object.create(null);
        for (const [key, value] of Object.entries(dataset.value)) {
            const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, value);
            if (!parsed.success) {
                addIssue({ message: `${JSON.stringify(key)}: ${parsed.issues[0].message}` });
                return NEVER;
            }
            record[key] = parsed.output;
        }
        return record;
    }));
}


/***/ }),

/***/ 6455:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   Ce: () => (/* binding */ ISOLATIONS),
/* harmony export */   P6: () => (/* binding */ brokenRules),
/* harmony export */   SX: () => (/* binding */ suggestName),
/* harmony export */   d_: () => (/* binding */ LABEL),
/* harmony export */   o0: () => (/* binding */ derivedNames),
/* harmony export */   wd: () => (/* binding */ LABEL_MAX)
/* harmony export */ });
/** What an environment shares with others: nothing, or the table bucket, of which it has a namespace. */
const ISOLATIONS = ['bucket', 'namespace'];
/** What env, application and team may be: they become tags. */
const LABEL = /^[\p{L}\p{N} _.:/=+@-]+$/u;
const LABEL_MAX = 128;
/** `owner/name`, as GitHub has it; `.` and `..` are steps of a path. */
const REPOSITORY = /^(?!\.\.?\/)[\w.-]{1,100}\/(?!\.\.?$)[\w.-]{1,100}$/;
const RESERVED_PREFIXES = ['xn--', 'sthree-', 'amzn-s3-demo-', 'aws'];
const RESERVED_SUFFIXES = ['-s3alias', '--ol-s3', '--x-s3', '--table-s3'];
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets-naming.html */
const TABLE_BUCKET_RULES = [
    length(3, 63),
    rule((name) => /[^a-z0-9-]/.test(name), 'only lower-case letters, digits and hyphens are allowed'),
    rule((name) => /^-|-$/.test(name), 'it must begin and end with a letter or a digit'),
    ...RESERVED_PREFIXES.map((prefix) => rule((name) => name.startsWith(prefix), `the prefix "${prefix}" is reserved by AWS`)),
    ...RESERVED_SUFFIXES.map((suffix) => rule((name) => name.endsWith(suffix), `the suffix "${suffix}" is reserved by AWS`))
];
const TABLE_RULES = [
    length(1, 255),
    rule((name) => /[^a-z0-9_]/.test(name), 'only lower-case letters, digits and underscores are allowed'),
    rule((name) => name.startsWith('_'), 'it must begin with a letter or a digit')
];
const NAMESPACE_RULES = [
    ...TABLE_RULES,
    rule((name) => name.startsWith('aws'), 'the prefix "aws" is reserved by AWS')
];
const GLUE_DATABASE_RULES = [
    length(1, 255),
    rule((name) => /[^a-z0-9_-]/.test(name), 'only lower-case letters, digits, underscores and hyphens are allowed')
];
/** The rules of S3 Tables and Glue, by what they are for. */
const RULES = {
    tableBucket: TABLE_BUCKET_RULES,
    namespace: NAMESPACE_RULES,
    table: TABLE_RULES,
    glueDatabase: GLUE_DATABASE_RULES
};
/** Every rule that a name breaks, as sentences; none: the name can be used. */
function brokenRules(kind, name) {
    return RULES[kind].filter((rule) => rule.breaks(name)).map((rule) => rule.says);
}
/**
 * The names that follow from env and application, as the proof of concept made them. In a table bucket that
 * environments share, only the namespace tells one from the other.
 */
function derivedNames(env, application, isolation) {
    const underscored = application.replaceAll('-', '_');
    return {
        tableBucket: `${env}-${application}`,
        namespace: isolation === 'namespace' ? `${env}_${application}`.replaceAll('-', '_') : underscored,
        table: underscored,
        glueDatabase: `${env}_${application}_db`.replaceAll('-', '_')
    };
}
/** A name near the given one that breaks no rule. */
function suggestName(kind, name) {
    const mark = kind === 'tableBucket' ? '-' : '_';
    const longest = kind === 'tableBucket' ? 63 : 255;
    const plain = trimmed(name.toLowerCase().replace(/[^a-z0-9]+/g, mark), mark);
    const begun = hasReservedPrefix(kind, plain) ? `my${mark}${plain}` : plain;
    const tidy = withoutReservedSuffix(trimmed(begun.slice(0, longest), mark), mark);
    return tidy.length < 3 ? `my${mark}${tidy || 'data'}` : tidy;
}
function hasReservedPrefix(kind, name) {
    const reserves = kind === 'tableBucket' || kind === 'namespace';
    return reserves && RESERVED_PREFIXES.some((prefix) => name.startsWith(prefix));
}
/** All of them: what is in front of one may end in another. */
function withoutReservedSuffix(name, mark) {
    const suffix = RESERVED_SUFFIXES.find((reserved) => name.endsWith(reserved));
    if (suffix === undefined)
        return name;
    return withoutReservedSuffix(trimmed(name.slice(0, -suffix.length), mark), mark);
}
function trimmed(name, mark) {
    let from = 0;
    let to = name.length;
    while (name[from] === mark)
        from += 1;
    while (to > from && name[to - 1] === mark)
        to -= 1;
    return name.slice(from, to);
}
function rule(breaks, says) {
    return { breaks, says };
}
function length(min, max) {
    return rule((name) => name.length < min || name.length > max, `it must have between ${min} and ${max} characters`);
}


/***/ }),

/***/ 2334:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ describeOwner),
/* harmony export */   $y: () => (/* binding */ birthTags),
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   HW: () => (/* binding */ isReservedTag),
/* harmony export */   I3: () => (/* binding */ scratchOwner),
/* harmony export */   Kf: () => (/* binding */ MANAGED_BY),
/* harmony export */   Q_: () => (/* binding */ lastingTags),
/* harmony export */   Rc: () => (/* binding */ sharedTags),
/* harmony export */   Zg: () => (/* binding */ SCRATCH_NAME),
/* harmony export */   aw: () => (/* binding */ isEphemeral),
/* harmony export */   j3: () => (/* binding */ SCRATCH_OWNER),
/* harmony export */   kG: () => (/* binding */ ownership),
/* harmony export */   u: () => (/* binding */ MANAGER),
/* harmony export */   yM: () => (/* binding */ isShared)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8992);

/** The tag that says which tool manages a resource, and its value for this action. */
const MANAGED_BY = 'managed-by';
const MANAGER = 'iceberg-environment';
const PREFIX = `${MANAGER}:`;
/** The tag keys of this action, by what they say. */
const TAG = {
    env: `${PREFIX}env`,
    application: `${PREFIX}application`,
    team: `${PREFIX}team`,
    repository: `${PREFIX}repository`,
    pullRequest: `${PREFIX}pull-request`,
    run: `${PREFIX}run`,
    expiresAt: `${PREFIX}expires-at`,
    isolation: `${PREFIX}isolation`,
    tableBucket: `${PREFIX}table-bucket`,
    namespace: `${PREFIX}namespace`,
    table: `${PREFIX}table`,
    shared: `${PREFIX}shared`,
    granted: `${PREFIX}granted`
};
/** Tag keys that the `tags` input must leave to this action. */
function isReservedTag(key) {
    return key.startsWith(PREFIX) || [MANAGED_BY, 'env', 'application', 'team'].includes(key);
}
/**
 * The tags that mark a resource as this environment's, and stay the same from run to run, but for the expiry, which each
 * apply sets anew. `expiresAt`: ISO 8601, UTC.
 */
function lastingTags(owner, userTags, expiresAt) {
    return {
        ...userTags,
        [MANAGED_BY]: MANAGER,
        [TAG.env]: owner.env,
        [TAG.application]: owner.application,
        env: owner.env,
        application: owner.application,
        ...(owner.team === undefined ? {} : { [TAG.team]: owner.team, team: owner.team }),
        ...(expiresAt === undefined ? {} : { [TAG.expiresAt]: expiresAt })
    };
}
/** The tags that tell where a resource was made. Set when it is made, never compared. */
function birthTags(owner) {
    return {
        ...(owner.repository === undefined ? {} : { [TAG.repository]: owner.repository }),
        ...(owner.pullRequest === undefined ? {} : { [TAG.pullRequest]: String(owner.pullRequest) }),
        ...(owner.run === undefined ? {} : { [TAG.run]: owner.run })
    };
}
/** The tags of a table bucket that environments share. It belongs to none of them. */
function sharedTags(userTags) {
    return { ...userTags, [MANAGED_BY]: MANAGER, [TAG.shared]: 'true' };
}
/** Whether a table bucket is one that environments share, made by this action. */
function isShared(tags) {
    return tags[MANAGED_BY] === MANAGER && tags[TAG.shared] !== undefined;
}
/**
 * Reads the marks. A mark that either side lacks (a run outside GitHub has no repository) decides nothing;
 * env and application always do.
 */
function ownership(tags, owner) {
    if (tags[MANAGED_BY] !== MANAGER)
        return 'unmarked';
    const same = tags[TAG.env] === owner.env &&
        tags[TAG.application] === owner.application &&
        agrees(tags[TAG.repository]?.toLowerCase(), owner.repository?.toLowerCase()) &&
        agrees(tags[TAG.pullRequest], owner.pullRequest?.toString());
    return same ? 'ours' : 'another';
}
/** Whose it is, for people: `env "dev" of application "myapp", repository octo/lake`. */
function describeOwner(tags) {
    const repository = tags[TAG.repository];
    const pullRequest = tags[TAG.pullRequest];
    return [
        `env "${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(tags[TAG.env] ?? '?')}" of application "${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(tags[TAG.application] ?? '?')}"`,
        repository === undefined ? '' : `repository ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(repository)}`,
        pullRequest === undefined ? '' : `pull request ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(pullRequest)}`
    ]
        .filter((part) => part !== '')
        .join(', ');
}
/** True: it is meant to go away: it belongs to a pull request, or has an expiry. */
function isEphemeral(tags) {
    return tags[TAG.pullRequest] !== undefined || tags[TAG.expiresAt] !== undefined;
}
function agrees(marked, own) {
    return marked === undefined || own === undefined || marked === own;
}
/** How the smoke test names its scratch tables: `smoke_<run>_<attempt>`. */
const SCRATCH_NAME = /^smoke_\d+_\d+$/;
/** The Iceberg property by which a scratch table says whose it is: it is made through the catalog, which has no tags. */
const SCRATCH_OWNER = `${MANAGER}.smoke-test`;
/** What a scratch table of this environment has as {@link SCRATCH_OWNER}. */
function scratchOwner({ env, application }) {
    return `${env}/${application}`;
}


/***/ }),

/***/ 8695:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parsePolicyDocument)
/* harmony export */ });
/* unused harmony export MAX_POLICY_LENGTH */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7934);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8301);


/** The most characters that S3 Tables takes (PutTableBucketPolicy, `resourcePolicy`). */
const MAX_POLICY_LENGTH = 20_480;
const statement = valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ Effect: valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(['Allow', 'Deny']) });
const one = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(statement, valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((only) => [only]));
const document = valibot__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    Version: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    Id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    Statement: valibot__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(statement), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1)), one])
});
/** Reads a policy document. A single statement becomes a list of one; members that are not known stay. */
function parsePolicyDocument(text) {
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(text);
    if ('problem' in json)
        return json;
    const result = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(document, json.value);
    if (!result.success) {
        return { problem: 'it is not a policy: it needs a Statement, each with an Effect of Allow or Deny' };
    }
    const { length } = JSON.stringify(result.output);
    if (length <= MAX_POLICY_LENGTH)
        return { value: result.output };
    return { problem: `it has ${length} characters; S3 Tables takes at most ${MAX_POLICY_LENGTH}` };
}


/***/ }),

/***/ 2301:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ foreignResources),
/* harmony export */   w: () => (/* binding */ foreignPrincipals)
/* harmony export */ });
/**
 * The resources in a policy that are neither the table bucket nor anything in it. A pattern that can stand for it is none
 * of them, as in AWS's own example, whose resource is `bucket/*`
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-resource-based-policies.html). Partition, region and
 * account have to be named: S3 refuses a bare `*` in the policies of its buckets, and that S3 Tables takes one is nowhere
 * said.
 */
function foreignResources(document, target) {
    const named = document.Statement.flatMap(({ Resource, NotResource }) => [Resource, NotResource].flat());
    const texts = named.filter((each) => typeof each === 'string');
    return [...new Set(texts.filter((each) => !covers(each, target)))];
}
/** The principals in a policy whose ARNs are of another partition, where nobody can be whom AWS would find here. */
function foreignPrincipals({ Statement }, partition) {
    const named = Statement.flatMap(({ Principal, NotPrincipal }) => [Principal, NotPrincipal]);
    const whos = named.flatMap((each) => [each?.AWS].flat());
    const texts = whos.filter((who) => typeof who === 'string');
    return [...new Set(texts.filter((who) => who.startsWith('arn:') && who.split(':')[1] !== partition))];
}
function covers(resource, { partition, region, accountId, tableBucket }) {
    const [arn, givenPartition, service, givenRegion, account, ...rest] = resource.split(':');
    const isThere = arn === 'arn' &&
        service === 's3tables' &&
        givenRegion === region &&
        isNamed(givenPartition, partition, /^aws[a-z-]*$/) &&
        isNamed(account, accountId, /^\d{12}$/);
    return isThere && reaches(patternOf(rest.join(':')), `bucket/${tableBucket}`);
}
/** What is not known yet is any that there can be. */
function isNamed(given = '', own, form) {
    return own === undefined ? form.test(given) : given === own;
}
/** What a variable below the bucket stands for is known when somebody asks; in the bucket's name there is none. */
function patternOf(text) {
    const [kind = '', name = '', ...below] = text.split('/');
    return [kind, name, ...below.map((part) => part.replace(/\$\{[^}]*\}/g, '*'))]
        .join('/')
        .replace(/\*+/g, '*');
}
/** Whether a pattern can stand for a text, or for something below it. */
function reaches(pattern, text) {
    return placesAfter(pattern, text).some((rest) => /^(?:\**$|\**[/*?])/.test(rest));
}
/** What may be left of the pattern once it has stood for the text. */
function placesAfter(pattern, text) {
    let places = new Set([0]);
    for (const char of text) {
        const next = new Set();
        for (const place of places) {
            for (let at = place;; at += 1) {
                const wanted = pattern[at];
                if (wanted === char || wanted === '?')
                    next.add(at + 1);
                if (wanted !== '*')
                    break;
                next.add(at);
            }
        }
        places = next;
    }
    return [...places].map((at) => pattern.slice(at));
}


/***/ }),

/***/ 615:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   iq: () => (/* binding */ parseSession),
/* harmony export */   lV: () => (/* binding */ isSession),
/* harmony export */   pF: () => (/* binding */ permissionSetOf),
/* harmony export */   tE: () => (/* binding */ RESERVED_PATH)
/* harmony export */ });
/** Where Identity Center keeps the roles of its permission sets, with or without a region after it. */
const RESERVED_PATH = '/aws-reserved/sso.amazonaws.com/';
const SESSION = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\/[\w+=,.@-]{2,64}$/;
const RESERVED_NAME = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;
/** Reads `arn:aws:sts::<account>:assumed-role/<role>/<session>`; `undefined`: it is something else. */
function parseSession(arn) {
    const [, partition, accountId, roleName] = SESSION.exec(arn) ?? [];
    if (partition === undefined || accountId === undefined || roleName === undefined)
        return undefined;
    return { partition, accountId, roleName };
}
/** Whether it is the ARN of a session, not of a role. */
function isSession(arn) {
    return parseSession(arn) !== undefined;
}
/**
 * The permission set that a role was made for by Identity Center, by the role's name or ARN; `undefined`: none. The
 * name ends in 16 hexadecimal digits, others each time that the permission set is made
 * (https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html).
 */
function permissionSetOf(role) {
    return RESERVED_NAME.exec(role.slice(role.lastIndexOf('/') + 1))?.[1];
}


/***/ }),

/***/ 8903:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ proxySettings),
/* harmony export */   eq: () => (/* binding */ proxyVariables),
/* harmony export */   qb: () => (/* binding */ shownProxy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8987);

/**
 * Reads the proxy variables, once and the same way for AWS and GitHub: lower case goes before upper case; blanks and
 * one pair of quotes around a value are taken off; `host:port` is `http://host:port`. In `NO_PROXY` a name covers
 * what is below it, as curl, Python and Go have it; `*.name` and `.name` are the same. Throws `PROXY_INVALID`, with the
 * variable's name and nothing of its value, which may hold a password.
 */
function proxySettings(env) {
    const [noName, no] = valueOf(env, 'no_proxy');
    return {
        https: proxyOf(...valueOf(env, 'https_proxy')),
        http: proxyOf(...valueOf(env, 'http_proxy')),
        direct: noName === '' ? [] : no.split(/[\s,]+/).flatMap(directHosts)
    };
}
/**
 * The same as variables, for what reads them by itself. Both spellings of each, so that it does not matter which is
 * looked at.
 */
function proxyVariables(env) {
    const { https, http, direct } = proxySettings(env);
    const values = { https_proxy: https, http_proxy: http, no_proxy: direct.join(',') || undefined };
    const entries = Object.entries(values).flatMap(([name, value = '']) => [
        [name, value],
        [name.toUpperCase(), value]
    ]);
    return Object.fromEntries(entries.filter(([name, value]) => value !== '' || env[name] !== undefined));
}
/** `host:port` of a proxy, without the password. */
function shownProxy(proxy) {
    return new URL(proxy).host;
}
/** The variable that is set, and what it holds. */
function valueOf(env, name) {
    const set = [name, name.toUpperCase()].find((each) => bare(env[each] ?? '') !== '');
    return set === undefined ? ['', ''] : [set, bare(env[set] ?? '')];
}
function bare(value) {
    const text = value.trim();
    return (/^(["'])(.*)\1$/s.exec(text)?.[2] ?? text).trim();
}
function proxyOf(name, value) {
    if (value === '')
        return undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase() ?? 'http';
    if (!['http', 'https'].includes(scheme)) {
        throw unusable(name, `names a proxy of the kind ${scheme}://, and only http:// and https:// are supported`);
    }
    if (/\s/.test(value))
        throw unusable(name, 'has a blank or a line break in it');
    const url = urlOf(value.includes('://') ? value : `http://${value.replace(/^\/\//, '')}`);
    if (url !== undefined && url.hostname !== '' && isBareAddress(url))
        return url.href;
    throw unusable(name, 'is not of the form http://host:port, with user:password@ before the host if need be');
}
/** What follows the address would not be used, so it is a sign that something else was meant. */
function isBareAddress({ pathname, search, hash }) {
    return pathname === '/' && search === '' && hash === '';
}
function urlOf(text) {
    try {
        return new URL(text);
    }
    catch {
        return undefined;
    }
}
function directHosts(entry) {
    const name = bare(entry)
        .replace(/^\*?\./, '')
        .toLowerCase();
    if (name === '' || name === '*')
        return name === '' ? [] : ['*'];
    return [name, `.${name}`];
}
function unusable(name, how) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('PROXY_INVALID', {
        found: `${name} ${how}. Its value is not shown, since it may hold a password.`,
        todo: `Give ${name} as http://host:port (special characters of a password percent-encoded), or unset it for this step.`
    });
}


/***/ }),

/***/ 9199:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// UNUSED EXPORTS: run

// EXTERNAL MODULE: ./src/commands/by-event.ts
var by_event = __nccwpck_require__(9288);
// EXTERNAL MODULE: ./src/commands/fork.ts
var fork = __nccwpck_require__(6080);
;// CONCATENATED MODULE: ./src/context.ts
/** The clock of the machine. */
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal.aborted)
            return reject(signal.reason);
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
        }, ms);
        signal.addEventListener('abort', stop, { once: true });
    })
};

// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __nccwpck_require__(8987);
;// CONCATENATED MODULE: ./src/github/end-process.ts
/**
 * Ends the process with the exit code that is set, once all that was printed is out: on a pipe it may still be on its way.
 * Without this an open connection, such as one to a proxy that never answers, would keep a run that has told its end.
 */
async function endProcess() {
    await Promise.all([process.stdout, process.stderr].map(flushed));
    process.exit();
}
/** A reader that has gone away takes nothing any more, and is not waited for. */
function flushed(stream) {
    return new Promise((resolve) => {
        stream.once('error', () => resolve());
        stream.write('', () => resolve());
    });
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __nccwpck_require__(7934);
// EXTERNAL MODULE: ./src/github/refusal.ts
var github_refusal = __nccwpck_require__(6047);
;// CONCATENATED MODULE: ./src/github/pull-requests.ts


const PERMISSION = 'pull-requests: read';
const numbered = dist/* array */.YOg(dist/* object */.Ikc({ number: dist/* number */.aig() }));
const pullRequest = dist/* object */.Ikc({ state: dist/* picklist */.KIO(['open', 'closed']) });
/** The pull requests of the run's repository. Asked anew each time: a state is old as soon as it is known. */
function pullRequestsOf(access) {
    const path = `/repos/${access.repository}`;
    return {
        async stateOf(number, context) {
            const doing = `ask GitHub whether the pull request ${number} is open`;
            const ask = await asker(access, doing, context);
            try {
                const get = { method: 'GET', path: `${path}/pulls/${number}`, doing, permission: PERMISSION };
                return (0,github_refusal/* readAnswer */.JN)(pullRequest, (await ask(get)).data, doing).state;
            }
            catch (thrown) {
                if (!(0,github_refusal/* isNotFound */.c4)(thrown))
                    throw thrown;
                // It also answers so when the token may not see the repository at all.
                await ask({ method: 'GET', path, doing, permission: PERMISSION });
                return 'missing';
            }
        },
        async open(context) {
            const doing = 'ask GitHub which pull requests are open';
            const ask = await asker(access, doing, context);
            const numbers = new Set();
            let next = `${path}/pulls?state=open&per_page=100`;
            while (next !== undefined) {
                const answer = await ask({ method: 'GET', path: next, doing, permission: PERMISSION });
                for (const { number } of (0,github_refusal/* readAnswer */.JN)(numbered, answer.data, doing))
                    numbers.add(number);
                next = answer.next;
            }
            return numbers;
        }
    };
}
/** Loaded when it is needed: most runs do without. */
async function asker(access, doing, context) {
    const refusal = (0,github_refusal/* whyNotAskable */.t3)(access, doing);
    if (refusal !== undefined)
        throw refusal;
    const { makeAsk } = await Promise.all(/* import() */[__nccwpck_require__.e(290), __nccwpck_require__.e(943)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8943));
    return makeAsk(access, context);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./src/github/colour.ts
var colour = __nccwpck_require__(4287);
// EXTERNAL MODULE: ./src/github/files.ts
var files = __nccwpck_require__(5772);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./src/github/masking.ts


/**
 * How an earlier step masks the account id. Before its version 4, `aws-actions/configure-aws-credentials` did so unless
 * it was told not to.
 */
const MASKS = [
    /^mask-aws-account-id:\s*['"]?true\b/i,
    /^uses:\s*['"]?aws-actions\/configure-aws-credentials@v[123]\b/i
];
/** The warning that job outputs will not arrive. */
const MASKED = 'This workflow masks the AWS account id, so GitHub drops every job output that contains it. Use the outputs without it (table-bucket-name, namespace, table-name, glue-database-name, s3tables-table-warehouse-location, metadata-location), or hand on the file of outputs-file.';
/**
 * Whether the workflow masks the account id, as far as can be told: the runner tells nobody what is masked, but the
 * workflow's file may be checked out. False where it is not.
 */
async function masksAccountId({ GITHUB_WORKFLOW_REF, GITHUB_WORKSPACE }) {
    const [, path] = /^[^/]+\/[^/]+\/(.+\.ya?ml)@/.exec(GITHUB_WORKFLOW_REF ?? '') ?? [];
    if (path === undefined || !GITHUB_WORKSPACE)
        return false;
    try {
        const workflow = await (0,promises_.readFile)((0,external_node_path_.join)(GITHUB_WORKSPACE, path), 'utf8');
        const lines = workflow.split('\n').map((line) => line.trim().replace(/^-\s*/, ''));
        return lines.some((line) => MASKS.some((masks) => masks.test(line)));
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/github/expiry-text.ts
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const HOW_LONG = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
/** `25 Nov 2026, 14:00 UTC`; `at`: ms since the epoch. */
function timeText(at) {
    return `${WHEN.format(at)} UTC`;
}
/** When an environment expires, for people. `expiresAt`: ISO 8601; `now`: ms since the epoch. */
function expiryText(expiresAt, now) {
    const at = Date.parse(expiresAt);
    if (Number.isNaN(at))
        return `Its expiry cannot be read: ${expiresAt}.`;
    const left = at - now;
    const [unit, ms] = Math.abs(left) >= 2 * DAY_MS
        ? ['day', DAY_MS]
        : Math.abs(left) >= 2 * HOUR_MS
            ? ['hour', HOUR_MS]
            : ['minute', MINUTE_MS];
    const long = HOW_LONG.format(Math.round(left / ms), unit);
    return left < 0 ? `Expired ${long}, on ${timeText(at)}.` : `Expires ${long}, on ${timeText(at)}.`;
}

// EXTERNAL MODULE: ./src/text.ts
var src_text = __nccwpck_require__(8992);
;// CONCATENATED MODULE: ./src/github/markdown.ts

/** What a job summary may hold, in bytes. GitHub refuses the whole of it when it is larger. */
const SUMMARY_LIMIT = 1024 * 1024;
/**
 * Text from outside as text of Markdown: every character that means something to Markdown or HTML becomes a
 * character reference, which CommonMark never reads as markup (section 2.5). The dot is among them because of
 * GitHub's links from bare `www.`, a hyphen at the beginning because it would begin a list. GitHub looks for `@name`
 * and `#123` and `GH-123` once more in what comes out, where a comment of HTML keeps the sign from the rest.
 */
function markdown_escape(text) {
    return references(text).replace(/&#(?:64|35);|(?<=gh)-(?=\d)/gi, '$&<!---->');
}
function references(text) {
    const reference = (char) => `&#${char.codePointAt(0)};`;
    return (0,src_text/* oneLine */.TN)(text).replace(/^-|[^\p{L}\p{M}\p{N} ,;/…-]/gu, reference);
}
/** Text from outside as code, on one line. HTML, because a backtick could end Markdown's. */
function code(text) {
    return `<code>${references(text)}</code>`;
}
/** A block of code. The fence is longer than any run of backticks in it, so nothing in it can end it. */
function fence(language, text) {
    const runs = text.match(/`+/g) ?? [];
    const ticks = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
    return `${ticks}${language}\n${(0,src_text/* plain */.pj)(text)}\n${ticks}\n`;
}
/** A table; the cells must be escaped already. */
function table(columns, rows, noun) {
    const line = (cells) => `| ${cells.join(' | ')} |\n`;
    const rule = columns.map((column) => (column === 'Time' ? '---:' : '---'));
    return { head: line(columns) + line(rule), rows: rows.map(line), noun };
}
/** A part that is folded until one opens it. The title must be escaped already. */
function details(title, body) {
    return `<details>\n<summary>${title}</summary>\n\n${body}\n</details>\n`;
}
/** The bytes a line takes that says how many rows are missing. */
const ROOM = 120;
const MORE = 'There is more to tell than fits here; the log has it all.\n';
/**
 * The document, at most `limit` bytes of UTF-8. Rows are left out from the end of each list, the first list
 * having the first claim to the room, and a line says how many. Where even that is too much, whole parts are left out
 * from the end, and a line says so.
 */
function render(blocks, limit = SUMMARY_LIMIT) {
    const least = blocks.reduce((sum, block) => sum + leastBytes(block), 0);
    if (least > limit && blocks.length > 1)
        return render(withoutLast(blocks), limit);
    let room = limit - least;
    const parts = blocks.map((block) => {
        if (typeof block === 'string')
            return block;
        const kept = fitting(block.rows, room);
        room -= bytes(kept.join(''));
        return block.head + kept.join('') + missing(block, block.rows.length - kept.length);
    });
    return parts.join('\n');
}
function withoutLast(blocks) {
    return [...blocks.filter((block) => block !== MORE).slice(0, -1), MORE];
}
function leastBytes(block) {
    return typeof block === 'string' ? bytes(block) + 1 : bytes(block.head) + ROOM;
}
function fitting(rows, room) {
    let used = 0;
    const end = rows.findIndex((row) => (used += bytes(row)) > room);
    return end < 0 ? rows : rows.slice(0, end);
}
function missing({ noun, prefix = '' }, number) {
    if (number === 0)
        return '';
    const nouns = number === 1 ? noun : `${noun}s`;
    return `${prefix}\n${prefix}${number} more ${nouns} did not fit here; the log has them all.\n`;
}
const bytes = (text) => Buffer.byteLength(text);

// EXTERNAL MODULE: ./src/github/plan-text.ts
var plan_text = __nccwpck_require__(9906);
;// CONCATENATED MODULE: ./src/github/results-text.ts



const DONE = {
    create: 'created',
    update: 'updated',
    keep: 'unchanged',
    differs: 'different',
    remove: 'removed',
    blocked: 'blocked'
};
const PLANNED = {
    ...DONE,
    create: 'to create',
    update: 'to update',
    remove: 'to remove'
};
/** Every resource of the plan, in its order, with what became of it. */
function rows(outcome) {
    const results = new Map(outcome.results.map((result) => [result.id, result]));
    return (outcome.plan?.steps ?? []).map((step) => {
        const result = results.get(step.id);
        return { step, result, what: what(outcome, step, result) };
    });
}
function what({ command, results }, step, result) {
    if (result !== undefined && result.status !== 'done')
        return result.status;
    if (step.action === 'keep' && command === 'destroy')
        return 'kept';
    if (result !== undefined)
        return DONE[step.action];
    return results.length === 0 ? PLANNED[step.action] : unreached(step.action);
}
/** A step with no result in a run that had some. */
const unreached = (action) => action === 'keep' || action === 'differs' || action === 'blocked' ? DONE[action] : 'not reached';
/** The results for the log: one line per resource, what happened to it and how long it took. */
function resultsText(outcome, paint = colour/* noColour */.UY) {
    const lines = rows(outcome).map((row) => resultLine(row, paint));
    return [...lines, '', paint('bold', resultTotals(outcome))].join('\n');
}
function resultLine({ step, result, what }, paint) {
    const { sign, colour } = look(step, result);
    const time = result === undefined || result.ms === 0 || step.action === 'keep' ? '' : ` (${(0,src_text/* seconds */.YA)(result.ms)})`;
    const why = result?.error === undefined ? '' : `\n    ${(0,src_text/* oneLine */.TN)(result.error.message)}`;
    return paint(colour, `${sign} ${(0,src_text/* oneLine */.TN)(step.kind)} ${(0,src_text/* oneLine */.TN)(step.name)}: ${what}${time}`) + why;
}
function look(step, result) {
    if (result?.status === 'failed')
        return { sign: '!', colour: 'red' };
    if (result?.status === 'skipped')
        return { sign: '.', colour: 'yellow' };
    return plan_text/* SIGNS */.B2[step.action];
}
const TOTALS = [
    'created',
    'updated',
    'removed',
    'unchanged',
    'different',
    'kept',
    'blocked',
    'failed',
    'skipped',
    'not reached'
];
const ALWAYS = new Set(['created', 'updated', 'removed', 'failed']);
/** `Done: 3 created, 1 updated, 0 removed, 4 unchanged, 0 failed.` */
function resultTotals(outcome) {
    const whats = rows(outcome).map((row) => row.what);
    const counted = TOTALS.map((name) => [name, whats.filter((what) => what === name).length]);
    const shown = counted.filter(([name, number]) => number > 0 || ALWAYS.has(name));
    const head = outcome.failures.length === 0 ? 'Done' : 'Failed';
    return `${head}: ${shown.map(([name, number]) => `${number} ${name}`).join(', ')}.`;
}

;// CONCATENATED MODULE: ./src/github/smoke-table.ts


const ICONS = { passed: '✔️', failed: '❌', skipped: '⏭️' };
const COLUMNS = ['', 'Step', 'Time', 'Rows', 'Files', 'Bytes', 'Note'];
/** The steps of the smoke test, for the job summary; nothing when it did not run. */
function smokeTable({ smokeTest }) {
    if (smokeTest === undefined)
        return [];
    const { result, via, namespace, scratchTable, ms, kept } = smokeTest;
    const where = `${code(`${namespace}.${scratchTable}`)}, through the Iceberg catalog of ${code(via)}`;
    const what = `Smoke test ${result} in ${(0,src_text/* seconds */.YA)(ms)}, with the table ${where}${kept ? ', which was kept' : ''}.`;
    return [`### Smoke test\n`, `${what}\n`, table(COLUMNS, smokeTest.steps.map(cells), 'step')];
}
function cells(step) {
    const { status, title, ms, rows, files, bytes, note, error } = step;
    const number = (value) => (value === undefined ? '' : String(value));
    const remark = error === undefined ? (note ?? '') : String(error['code']);
    return [
        ICONS[status],
        markdown_escape(title),
        status === 'skipped' ? '' : (0,src_text/* seconds */.YA)(ms),
        number(rows),
        number(files),
        number(bytes),
        markdown_escape((0,src_text/* shorten */.ml)((0,src_text/* oneLine */.TN)(remark)))
    ];
}

;// CONCATENATED MODULE: ./src/github/state.ts

const NAMES = {
    plan: 'Plan',
    apply: 'Apply',
    destroy: 'Destroy',
    'smoke-test': 'Smoke test',
    sweep: 'Sweep',
    auto: 'Auto',
    'iam-policy': 'IAM policy'
};
/** In one line what a run came to: `✅ Applied`. Nothing in it comes from outside. */
function stateOf(outcome) {
    if (outcome.failures.length > 0)
        return failed(outcome);
    if (outcome.skipped !== undefined)
        return '⏭️ Skipped';
    if (outcome.command === 'smoke-test')
        return '✅ Smoke test passed';
    if (outcome.command === 'iam-policy')
        return '📜 What each command may do at least';
    if (outcome.command === 'sweep')
        return sweptState(outcome);
    const changes = changesIn(outcome);
    if (outcome.results.length === 0)
        return planned(outcome, changes);
    if (outcome.command === 'destroy')
        return changes === 0 ? '✅ Nothing to destroy' : '🗑️ Destroyed';
    return changes > 0 ? '✅ Applied' : unchanged(outcome);
}
function unchanged({ plan }) {
    const differs = (plan?.counts.differs ?? 0) > 0;
    return differs ? '✅ Nothing to change; the plan shows what differs' : '✅ Nothing to do';
}
function sweptState({ swept = [], dryRun }) {
    const count = swept.filter(({ what }) => what === 'destroyed' || what === 'to destroy').length;
    if (count === 0)
        return '✅ Nothing to sweep';
    return `${dryRun ? '📋 To sweep' : '🧹 Swept'}: ${count === 1 ? 'one environment' : `${count} environments`}`;
}
function failed({ command, failures }) {
    const codes = new Set(failures.map(({ code }) => code));
    const name = NAMES[command];
    if (codes.has('CANCELLED'))
        return `🚫 ${name} was cancelled`;
    if (codes.has('TIMED_OUT'))
        return `❌ ${name} ran out of time`;
    if (codes.size === 1 && codes.has('DRIFT'))
        return '❌ Drift: there is something to do';
    return `❌ ${name} failed`;
}
function planned({ command, dryRun, plan }, changes) {
    if ((plan?.counts.blocked ?? 0) > 0)
        return `⛔ ${NAMES[command]} is blocked`;
    if ((plan?.counts.differs ?? 0) > 0)
        return '📋 There is something to do';
    if (changes === 0)
        return command === 'destroy' ? '✅ Nothing to destroy' : '✅ Nothing to do';
    return dryRun && command === 'destroy' ? '📋 What destroy would remove' : '📋 There is something to do';
}
const WRITES = new Set(['create', 'update', 'remove']);
function changesIn(outcome) {
    const acted = outcome.results.length > 0;
    return rows(outcome).filter(({ step, result }) => WRITES.has(step.action) && (!acted || result?.status === 'done')).length;
}

// EXTERNAL MODULE: ./src/github/changes.ts
var github_changes = __nccwpck_require__(7382);
// EXTERNAL MODULE: ./src/endpoints.ts
var src_endpoints = __nccwpck_require__(7437);
;// CONCATENATED MODULE: ./src/github/snippets.ts
/**
 * https://py.iceberg.apache.org/configuration/#rest-catalog. The file access is fsspec's: S3 Tables refused the
 * multipart uploads of the default one. s3fs is named because an older pip does not find its way to one that fits.
 */
function pyiceberg({ restUri, bucketArn, region, endpoints, namespace, table }) {
    const settings = Object.entries({
        type: 'rest',
        uri: restUri,
        warehouse: bucketArn,
        'rest.sigv4-enabled': 'true',
        'rest.signing-name': 's3tables',
        'rest.signing-region': region,
        's3.region': region,
        ...(endpoints.s3.kind !== 'usual' && { 's3.endpoint': endpoints.s3.url }),
        ...(endpoints.s3.kind === 'variant' && { 's3.force-virtual-addressing': 'true' }),
        'py-io-impl': 'pyiceberg.io.fsspec.FsspecFileIO'
    });
    return `# Tried with PyIceberg 0.12.0 under Python 3.11.
# pip install "pyiceberg[pyarrow,s3fs,rest-sigv4]==0.12.0" "s3fs==2026.9.0"
from pyiceberg.catalog import load_catalog

catalog = load_catalog("lake", **{
${settings.map(([key, value]) => `    ${quote(key)}: ${quote(value)},`).join('\n')}
})
table = catalog.load_table((${quote(namespace)}, ${quote(table)}))
print(table.scan(limit=10).to_arrow())`;
}
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html */
function spark({ restUri, bucketArn, region, endpoints: { s3 }, namespace, table }) {
    const settings = [
        'type=rest',
        `uri=${restUri}`,
        `warehouse=${bucketArn}`,
        'rest.auth.type=sigv4',
        'rest.signing-name=s3tables',
        `rest.signing-region=${region}`,
        'rest-metrics-reporting-enabled=false',
        'io-impl=org.apache.iceberg.aws.s3.S3FileIO',
        `client.region=${region}`,
        ...(s3.kind === 'usual' ? [] : [`s3.endpoint=${s3.url}`]),
        ...(s3.kind === 'own' ? ['s3.path-style-access=true'] : [])
    ];
    const extensions = 'spark.sql.extensions=org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions';
    const all = [
        extensions,
        'spark.sql.catalog.lake=org.apache.iceberg.spark.SparkCatalog',
        ...settings.map((setting) => `spark.sql.catalog.lake.${setting}`)
    ];
    const command = [
        'spark-sql',
        `--packages "org.apache.iceberg:iceberg-spark-runtime-$RUNTIME,org.apache.iceberg:iceberg-aws-bundle:\${RUNTIME#*:}"`,
        ...all.map((setting) => `--conf ${shell(setting)}`),
        `-e ${shell(`SELECT * FROM lake.${tick(namespace)}.${tick(table)} LIMIT 10`)}`
    ];
    return `${RUNTIMES}\n${command.join(' \\\n  ')}`;
}
/** Iceberg has a runtime for each line of Spark and Scala, and the newest Iceberg not one for every line. */
const RUNTIMES = `# Tried with Spark 4.1.3, which pip install "pyspark==4.1.3" brings. For another Spark, set RUNTIME to
#   4.0_2.13:1.11.0   Spark 4.0, tried with 4.0.5
#   3.5_2.12:1.12.0   Spark 3.5 with Scala 2.12, tried with 3.5.9
RUNTIME=4.1_2.13:1.12.0`;
/**
 * https://duckdb.org/docs/current/core_extensions/iceberg/amazon_s3_tables. ENDPOINT_TYPE knows AWS's usual endpoint and
 * no other, and takes no notice of ENDPOINT.
 */
function duckdb(connection) {
    const { restUri, bucketArn, region, endpoints, namespace, table } = connection;
    const s3 = endpoints.s3.url === `https://s3.${region}.amazonaws.com` ? [] : s3Options(endpoints.s3);
    const secret = ['TYPE s3', 'PROVIDER credential_chain', `REGION ${literal(region)}`, ...s3];
    const usual = restUri === `https://s3tables.${region}.amazonaws.com/iceberg`;
    const options = usual ? ['ENDPOINT_TYPE s3_tables'] : catalogOptions(connection);
    return `-- Tried with DuckDB 1.5.5.
INSTALL aws; INSTALL httpfs; INSTALL iceberg;
CREATE SECRET (${listed(secret)});
ATTACH ${literal(bucketArn)} AS lake (${listed(['TYPE iceberg', ...options])});
SELECT * FROM lake.${snippets_name(namespace)}.${snippets_name(table)} LIMIT 10;`;
}
/** On lines of their own when there are many. */
const listed = (options) => options.length > 3 ? `\n  ${options.join(',\n  ')}\n` : options.join(', ');
function s3Options({ url, kind }) {
    const { protocol } = new URL(url);
    return [
        `ENDPOINT ${literal(url.slice(protocol.length + 2))}`,
        ...(kind === 'own' ? ["URL_STYLE 'path'"] : []),
        ...(protocol === 'http:' ? ['USE_SSL false'] : [])
    ];
}
/** What ENDPOINT_TYPE s3_tables would set, with another endpoint. */
function catalogOptions({ restUri, region }) {
    return [
        'AUTHORIZATION_TYPE sigv4',
        "SIGV4_SERVICE 's3tables'",
        `SIGV4_REGION ${literal(region)}`,
        `ENDPOINT ${literal(restUri)}`,
        'STAGE_CREATE_TABLES false',
        'DISABLE_MULTI_TABLE_COMMIT true'
    ];
}
/** https://docs.aws.amazon.com/athena/latest/ug/gdc-register-s3-table-bucket-cat.html */
function athena({ bucket, namespace, table }) {
    return `SELECT * FROM ${snippets_name(`s3tablescatalog/${bucket}`)}.${snippets_name(namespace)}.${snippets_name(table)} LIMIT 10;`;
}
/** What the demo of the proof of concept reads, and where the SDKs are to go if not to the usual endpoints. */
function variables({ warehouse, region, endpoints: { s3tables, s3 } }) {
    const values = {
        ICEBERG_WAREHOUSE_PATH: warehouse,
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        ...(s3tables.kind !== 'usual' && { AWS_ENDPOINT_URL_S3TABLES: s3tables.url }),
        ...(s3.kind !== 'usual' && { AWS_ENDPOINT_URL_S3: s3.url })
    };
    return Object.entries(values)
        .map(([key, value]) => `export ${key}=${shell(value)}`)
        .join('\n');
}
/** A string of Python; JSON's are. */
const quote = (text) => JSON.stringify(text);
/** A string of SQL. */
const literal = (text) => `'${text.replaceAll("'", "''")}'`;
/** A name of SQL. */
const snippets_name = (text) => `"${text.replaceAll('"', '""')}"`;
/** A name of Spark's SQL. */
const tick = (text) => `\`${text.replaceAll('`', '``')}\``;
/** A word of the shell. */
const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

;// CONCATENATED MODULE: ./src/github/connect.ts




/** How to reach the table, or nothing while there is no table to reach. */
function connectionOf({ outputs, endpoints }) {
    const get = (name) => (0,src_text/* oneLine */.TN)(outputs[name] ?? '');
    const connection = {
        bucketArn: get('s3tables-bucket-arn'),
        bucket: get('table-bucket-name'),
        namespace: get('namespace'),
        table: get('table-name'),
        region: get('region'),
        warehouse: get('s3tables-table-warehouse-location')
    };
    const unknown = get('table-arn') === '' || Object.values(connection).includes('');
    if (unknown || endpoints === undefined)
        return undefined;
    return { ...connection, endpoints, restUri: (0,src_endpoints/* icebergRestUri */.k)(endpoints.s3tables) };
}
/** "How to connect": one folded part per reader, ready to paste. */
function connectText(connection) {
    const readers = [
        ['PyIceberg', 'python', pyiceberg],
        ['Spark', 'sh', spark],
        ['DuckDB', 'sql', duckdb],
        ...(isAws(connection) ? [ATHENA] : []),
        ['Environment variables of the proof of concept', 'sh', variables]
    ];
    const parts = readers.map(([title, language, write]) => details(title, fence(language, write(connection))));
    return `### How to connect\n\n${where(connection)}${parts.join('\n')}`;
}
const ATHENA = [
    'Athena (needs the integration with AWS analytics services)',
    'sql',
    athena
];
/** Athena looks at AWS itself, which is not what stands behind an endpoint of one's own. */
const isAws = ({ endpoints }) => endpoints.s3tables.kind !== 'own';
/** Says which endpoints the snippets name, where those are not the usual ones. */
function where({ endpoints: { s3tables, s3 } }) {
    if (s3tables.kind === 'usual' && s3.kind === 'usual')
        return '';
    const urls = [...new Set([s3tables.url, s3.url])].map((url) => code(url)).join(', ');
    const without = s3tables.kind === 'own' ? ' Athena does not look there.' : '';
    return `The endpoints are those that the run itself used: ${urls}.${without}\n\n`;
}

;// CONCATENATED MODULE: ./src/github/picture.ts


/** More boxes than this nobody reads. */
const MOST = 50;
const LONGEST = 40;
/** Colours that can be read on light and on dark ground: the box is filled, and its text has its own colour. */
const CLASSES = {
    created: 'fill:#1a7f37,stroke:#116329,color:#ffffff',
    updated: 'fill:#9a6700,stroke:#7d4e00,color:#ffffff',
    unchanged: 'fill:#eaeef2,stroke:#8c959f,color:#24292f',
    removed: 'fill:#6e40c9,stroke:#512a97,color:#ffffff',
    blocked: 'fill:#bc4c00,stroke:#953800,color:#ffffff',
    failed: 'fill:#cf222e,stroke:#a40e26,color:#ffffff',
    skipped: 'fill:#ffffff,stroke:#8c959f,color:#57606a,stroke-dasharray:4'
};
/** What a row of results is drawn as. */
const CLASS_OF = {
    'to create': 'created',
    'to update': 'updated',
    'to remove': 'removed',
    kept: 'unchanged',
    'not reached': 'skipped'
};
/** The environment's resources as a Mermaid flowchart, coloured by what happened to each; nothing without a plan. */
function picture(outcome) {
    const shown = rows(outcome);
    if (shown.length === 0 || shown.length > MOST)
        return [];
    const ids = new Map(shown.map(({ step }, at) => [step.id, `n${at}`]));
    const nodes = shown.map((row) => `  ${ids.get(row.step.id)}["${label(row)}"]:::${classOf(row)}`);
    const arrows = shown.flatMap(({ step }) => step.needs.flatMap((need) => (ids.has(need) ? [`  ${ids.get(need)} --> ${ids.get(step.id)}`] : [])));
    const used = [...new Set(shown.map(classOf))].sort();
    const classes = used.map((name) => `  classDef ${name} ${CLASSES[name]}`);
    const lines = ['flowchart LR', ...nodes, ...arrows, ...classes];
    return [`\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`];
}
function classOf({ what }) {
    const name = CLASS_OF[what] ?? what;
    return name in CLASSES ? name : 'unchanged';
}
/** Kind, name and result, a line each. */
function label({ step, what }) {
    return [step.kind, cut(step.name), what].map(safe).join('<br>');
}
function cut(name) {
    const line = (0,src_text/* oneLine */.TN)(name);
    return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
/** Mermaid's own entity codes for whatever could mean something to it, to Markdown or to HTML. */
function safe(text) {
    return (0,src_text/* oneLine */.TN)(text).replace(/[^\p{L}\p{M}\p{N} ,…_-]/gu, (char) => `#${char.codePointAt(0)};`);
}

;// CONCATENATED MODULE: ./src/github/sweep-table.ts


const sweep_table_COLUMNS = ['', 'Environment', 'Application', 'Where', 'Result', 'Why'];
const sweep_table_ICONS = { destroyed: '➖', 'to destroy': '📋', failed: '❌', left: '⏭️', kept: '✔️' };
/** The order in which they are shown, so that what did not fit is what matters least. */
const ORDER = ['failed', 'destroyed', 'to destroy', 'left', 'kept'];
/** What a sweep did, environment by environment; nothing where none was done. */
function sweepTable({ swept }) {
    if (swept === undefined)
        return [];
    const rank = ({ what, doubtful }) => doubtful && what === 'kept' ? 0.5 : ORDER.indexOf(what);
    const sorted = [...swept].sort((one, other) => rank(one) - rank(other));
    const counts = ORDER.map((what) => [what, swept.filter((each) => each.what === what).length]);
    const totals = counts.filter(([, number]) => number > 0).map(([what, number]) => `${number} ${what}`);
    const line = swept.length === 0 ? 'There are no environments of this action here.' : `${totals.join(', ')}.`;
    return swept.length === 0 ? [`${line}\n`] : [`${line}\n`, table(sweep_table_COLUMNS, sorted.map(sweep_table_cells), 'environment')];
}
function sweep_table_cells({ env, application, isolation, names, ...swept }) {
    const where = isolation === 'bucket'
        ? code((0,src_text/* shorten */.ml)(names.tableBucket))
        : `${code((0,src_text/* shorten */.ml)(names.tableBucket))}, ${code((0,src_text/* shorten */.ml)(names.namespace))}`;
    const why = swept.what === 'failed' ? swept.failures.map(({ code: name }) => code(name)).join(' ') : '';
    return [
        swept.doubtful ? '❓' : sweep_table_ICONS[swept.what],
        code((0,src_text/* shorten */.ml)(env)),
        code((0,src_text/* shorten */.ml)(application)),
        where,
        swept.what,
        [markdown_escape((0,src_text/* shorten */.ml)(swept.why, 300)), why].filter((each) => each !== '').join(' ')
    ];
}

;// CONCATENATED MODULE: ./src/github/summary.ts












/** How much of an error text and of a value a summary shows; the log has all of it. */
const LONG = 2000;
/** How much of a new value a table cell shows, with nothing to compare it with. */
const ALONE = 90;
/** How many changes of one resource a summary shows. */
const CHANGES = 8;
/**
 * The job summary of a run, as Markdown: what it came to, what to do about what failed, every resource, the
 * outputs, and how to connect. All text from outside is escaped; at most `limit` bytes.
 */
function summaryOf(outcome, limit = SUMMARY_LIMIT) {
    return render([
        ...head(outcome),
        ...problems(outcome),
        ...resources(outcome),
        ...sweepTable(outcome),
        ...smokeTable(outcome),
        ...policies(outcome),
        ...results(outcome),
        ...picture(outcome)
    ], limit);
}
function head(outcome) {
    const { plan } = outcome;
    const title = `## ${stateOf(outcome)}\n`;
    const skipped = outcome.skipped === undefined ? [] : [`${prose(outcome.skipped)}\n`];
    if (plan === undefined)
        return [title, ...skipped];
    return [title, ...skipped, whereLine(plan), totalsLine(outcome), ...expiryLine(outcome)];
}
/** Which environment it is, and where. */
function whereLine({ environment: { env, application, accountId, region } }) {
    return (`Environment ${code(env)} of ${code(application)} · ` +
        `account ${code(accountId)} · region ${code(region)}\n`);
}
/** How many resources there are of each kind of result. */
function totalsLine(outcome) {
    const { plan, results: acted } = outcome;
    return `${plan === undefined || acted.length > 0 ? resultTotals(outcome) : (0,plan_text/* planTotals */.HX)(plan.counts)}\n`;
}
/** When the environment expires; nothing when it does not, or is gone. `now`: ms since the epoch. */
function expiryLine({ expiresAt }, now = Date.now()) {
    return expiresAt === undefined ? [] : [`⏳ ${markdown_escape(expiryText(expiresAt, now))}\n`];
}
/** What failed and what is blocked, with what to do. */
function problems({ plan, failures }) {
    const told = new Set(failures.map(({ message }) => message));
    const blocked = (plan?.steps ?? []).flatMap((step) => step.blocked === undefined || told.has(step.blocked.message) ? [] : [{ step, ...step.blocked }]);
    const reasons = blocked.map(({ step, code: reason, message }) => {
        const why = prose(message.replace(`[${reason}]`, ''));
        return `**${markdown_escape(step.kind)} ${markdown_escape(step.name)}** ${why} ${code(reason)}`;
    });
    return [
        ...summary_alert('CAUTION', failures.map(failureText), 'failure'),
        ...summary_alert('WARNING', reasons, 'blocked resource')
    ];
}
function summary_alert(kind, items, noun) {
    const rows = items.map((item) => `> - ${item}\n`);
    return items.length === 0 ? [] : [{ head: `> [!${kind}]\n`, rows, noun, prefix: '> ' }];
}
function failureText({ code: name, doing, answer, found, means, todo }) {
    const said = answer === undefined ? [] : [(0,errors/* answerText */.yy)(answer)];
    const why = [...said, found ?? means].map(prose).join(' ');
    const what = doing === undefined ? '' : `**Could not ${prose(doing)}.** `;
    return `${what}${why}<br>**What to do:** ${prose(todo)} ${code(name)}`;
}
/** Text from outside in a sentence, its line breaks kept. */
const prose = (text) => (0,src_text/* plain */.pj)((0,src_text/* shorten */.ml)(text.trim(), LONG)).split('\n').map(markdown_escape).join('<br>');
function resources(outcome) {
    return resourceTable(rows(outcome));
}
/** A table of resources with what became of them; none without any. */
function resourceTable(shown) {
    const cells = shown.map((row) => [
        icon(row),
        markdown_escape(row.step.kind).replaceAll(' ', '&nbsp;'),
        code((0,src_text/* shorten */.ml)(row.step.name, LONG)),
        row.what,
        row.result === undefined || row.result.ms === 0 || row.step.action === 'keep'
            ? ''
            : (0,src_text/* seconds */.YA)(row.result.ms),
        changeCell(row)
    ]);
    return cells.length === 0
        ? []
        : [table(['', 'Resource', 'Name', 'Result', 'Time', 'Changes'], cells, 'resource')];
}
const summary_ICONS = {
    create: '➕',
    update: '✏️',
    keep: '✔️',
    differs: '≠',
    remove: '➖',
    blocked: '⛔',
    failed: '❌',
    skipped: '⏭️'
};
function icon({ step, result }) {
    const sign = result === undefined || result.status === 'done' ? step.action : result.status;
    return summary_ICONS[sign] ?? '';
}
function changeCell({ step }) {
    const changes = step.action === 'create' || step.action === 'update' ? (0,github_changes/* condense */.a)(step.changes) : [];
    const shown = changes.slice(0, CHANGES).map(changeItem);
    const rest = changes.length > CHANGES ? [`and ${changes.length - CHANGES} more`] : [];
    const blocked = step.blocked === undefined ? [] : [code(step.blocked.code)];
    const differences = (step.differences ?? []).map((change) => `not changed: ${markdown_escape((0,src_text/* shorten */.ml)((0,plan_text/* differenceText */.Lr)(change)))}`);
    const notes = step.notes.map((note) => `<em>${prose(note)}</em>`);
    return [...shown, ...rest, ...differences, ...blocked, ...notes].join('<br>');
}
function changeItem({ path, from, to }) {
    const name = markdown_escape((0,src_text/* shorten */.ml)(path));
    const [before, after] = (0,src_text/* showBoth */.To)(from, to);
    return from === undefined
        ? `${name}: ${lines((0,src_text/* shorten */.ml)(after, ALONE))}`
        : `${name}: ${lines(before)} → ${lines(after)}`;
}
/** A value as code, each of its lines on its own. */
const lines = (value) => value.split('\n').map(code).join('<br>');
function policies({ policies: sheets = [] }) {
    return sheets.map(({ title, document }) => details(markdown_escape(title), fence('json', JSON.stringify(document, undefined, 2))));
}
/** The outputs, and how to connect, both folded. */
function results({ command, outputs, endpoints }, long = LONG) {
    const known = Object.entries(outputs).filter(([, value]) => value !== undefined && value !== '');
    const cells = known.map(([name, value]) => `| ${code(name)} | ${code((0,src_text/* shorten */.ml)(value, long))} |\n`).join('');
    const list = cells === '' ? [] : [details('Outputs', `| Output | Value |\n| --- | --- |\n${cells}`)];
    const connection = command === 'destroy' ? undefined : connectionOf({ outputs, endpoints });
    return connection === undefined ? list : [...list, connectText(connection)];
}

;// CONCATENATED MODULE: ./src/github/comment-body.ts







/** GitHub refuses a longer one. It counts characters, this counts bytes; the marker needs a little as well. */
const COMMENT_LIMIT = 65_536 - 1_024;
/** How much of an output a comment shows. */
const OUTPUT = 400;
/**
 * The comment on a pull request, as Markdown: the same as the job summary, with only what changed, everything long
 * folded, and a link to the run. At most 65,536 characters, with room for the marker.
 */
function commentOf(outcome, subject) {
    const blocks = isGone(outcome) ? gone(outcome) : state(outcome, subject.now);
    return render([heading(outcome, subject), ...blocks, footer(subject)], COMMENT_LIMIT);
}
/** True: there is nothing of the environment any more. */
function isGone({ command, dryRun, failures, skipped }) {
    return command === 'destroy' && !dryRun && failures.length === 0 && skipped === undefined;
}
function heading(outcome, { env, application }) {
    return `### ${stateOf(outcome)} · environment ${code((0,src_text/* shorten */.ml)(env))} of ${code((0,src_text/* shorten */.ml)(application))}\n`;
}
function gone(outcome) {
    const removed = rows(outcome).filter(({ step }) => step.action === 'remove');
    const what = removed.length === 0 ? 'There was nothing left of it.' : 'Everything that belonged to it was removed.';
    return [
        `The environment is gone. ${what}\n`,
        ...(removed.length === 0
            ? []
            : [details(`Removed: ${(0,src_text/* count */.U9)(removed.length, 'resource')}`, listOf(removed))])
    ];
}
function listOf(removed) {
    return removed.map(({ step }) => `- ${prose(step.kind)} ${code(step.name)}\n`).join('');
}
function state(outcome, now) {
    const { plan, skipped, failures } = outcome;
    const changed = rows(outcome).filter(({ step, result }) => step.action !== 'keep' || hasFailed(result));
    return [
        ...(skipped === undefined ? [] : [`${prose(skipped)}\n`]),
        ...(plan === undefined ? [] : [whereLine(plan), totalsLine(outcome)]),
        ...expiryLine(outcome, now),
        ...problems(outcome),
        ...resourceTable(outcome.dryRun ? changed : changed.map(withoutMaking)),
        ...smoke(outcome),
        ...(failures.length > 0 || outcome.command === 'destroy' ? [] : results(outcome, OUTPUT))
    ];
}
/** What something was made with is in the summary. */
function withoutMaking(row) {
    return row.step.action === 'create' ? { ...row, step: { ...row.step, changes: [] } } : row;
}
function hasFailed(result) {
    return result !== undefined && result.status !== 'done';
}
function smoke(outcome) {
    const { smokeTest } = outcome;
    if (smokeTest === undefined)
        return [];
    const { result, ms } = smokeTest;
    const title = `${result === 'passed' ? '✔️' : '❌'} Smoke test ${result} in ${(0,src_text/* seconds */.YA)(ms)}`;
    return [details(title, render(smokeTable(outcome).slice(1), COMMENT_LIMIT / 4))];
}
function footer({ runUrl, now }) {
    const run = runUrl === undefined ? 'the last run' : `[the last run](${encodeURI(runUrl)})`;
    return `<sub>Updated by ${run} on ${timeText(now)}. Its summary has more.</sub>\n`;
}

;// CONCATENATED MODULE: ./src/github/post-comment.ts




/** How long the comment may take at the end of a run, ms; one that was cancelled is killed soon. */
const WHOLE_MS = 20_000;
/** And each after the first, ms. */
const NEXT_MS = 4_000;
/**
 * Brings the comment of the environment up to date. Never throws: a comment that cannot be posted is a warning that
 * names the permission, and on a pull request from a fork a notice.
 */
async function postComment(outcome, { access, subject, pullRequest, runUrl, fromFork }, reporter, patience = {}) {
    if (outcome.command === 'iam-policy' || outcome.command === 'sweep')
        return;
    try {
        const { comments, thread } = await openThread(access, pullRequest, shortContext(reporter, patience));
        const body = commentOf(outcome, { ...subject, runUrl, now: Date.now() });
        await (foundNothing(outcome) ? comments.updateComment : comments.upsertComment)(thread, subject, body);
    }
    catch (thrown) {
        const { message } = (0,errors/* asActionError */.z6)(thrown);
        const what = `The pull request ${pullRequest} was not commented on: ${message}`;
        if (fromFork)
            reporter.notice(what);
        else
            reporter.warning(what);
    }
}
/** The comments of a pull request, and what writes them; loaded only by runs that comment. */
async function openThread(access, pullRequest, context) {
    const refusal = (0,github_refusal/* whyNotAskable */.t3)(access, `comment on the pull request ${pullRequest}`);
    if (refusal !== undefined)
        throw refusal;
    const [{ makeAsk }, comments] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(290), __nccwpck_require__.e(943)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8943)), __nccwpck_require__.e(/* import() */ 645).then(__nccwpck_require__.bind(__nccwpck_require__, 6645))]);
    const warn = (message) => context.reporter.warning(message);
    const thread = { ask: makeAsk(access, context), repository: access.repository, pullRequest, warn };
    return { comments, thread };
}
/** There never was an environment, or an earlier run has told of its end: that is worth no comment of its own. */
function foundNothing({ command, dryRun, outputs, failures }) {
    return command === 'destroy' && !dryRun && failures.length === 0 && outputs.destroyed === 'false';
}
/** The run itself may be over its deadline; the comment has its own, and so have several together. */
function shortContext(reporter, { mostMs = Infinity, signal }, comments = 1) {
    const ms = Math.min(mostMs, WHOLE_MS + (comments - 1) * NEXT_MS);
    const cut = AbortSignal.any([AbortSignal.timeout(ms), ...(signal === undefined ? [] : [signal])]);
    return { deadline: Date.now() + ms, signal: cut, cut, reporter, clock: systemClock };
}

;// CONCATENATED MODULE: ./src/github/post-gone.ts




/**
 * Says in the comments of pull requests that their environments are gone, where there is such a comment. Never throws:
 * what cannot be updated is one warning that names the permission.
 */
async function postGone({ swept = [] }, { access, region, runUrl }, reporter, patience = {}) {
    const gone = swept.flatMap((each) => goneOf(each, access.repository));
    if (gone.length === 0 || access.token === '')
        return;
    const failures = [];
    const context = shortContext(reporter, patience, gone.length);
    for (const { env, application, pullRequest, outcome } of gone) {
        const text = commentOf(outcome, { env, application, runUrl, now: Date.now() });
        await openThread(access, pullRequest, context)
            .then(({ comments, thread }) => comments.updateComment(thread, { env, application, region }, text))
            .catch((thrown) => failures.push((0,errors/* asActionError */.z6)(thrown).message));
    }
    if (failures.length === 0)
        return;
    reporter.warning(`${(0,src_text/* count */.U9)(failures.length, 'comment')} could not be told that the environment is gone. The first: ${failures[0]}`);
}
/** What is gone, and was of a pull request of this repository. */
function goneOf(swept, own) {
    const { repository, pullRequest, outcome } = swept;
    if (outcome === undefined || pullRequest === undefined)
        return [];
    return repository?.toLowerCase() === own.toLowerCase() ? [{ ...swept, pullRequest, outcome }] : [];
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/workspace-file.ts



/**
 * Reads a file that an input names. Who wrote the path, or a symbolic link in the workspace, may be a stranger with a
 * pull request: only what lies in the workspace is read, or in the runner's temporary folder, wherever the path leads.
 * @param limit in bytes
 */
function readWorkspaceFile(path, { workspace, temp }, limit) {
    try {
        const target = (0,external_node_path_.resolve)(workspace, path);
        const folders = [workspace, (0,external_node_fs_.realpathSync)(workspace), ...(temp && (0,external_node_path_.isAbsolute)(path) ? [temp] : [])];
        const folder = folders.find((each) => isWithin(each, target));
        if (folder === undefined)
            return 'outside';
        const real = (0,external_node_fs_.realpathSync)(target);
        if (!isWithin((0,external_node_fs_.realpathSync)(folder), real))
            return 'outside';
        const file = (0,external_node_fs_.statSync)(real);
        if (!file.isFile())
            return 'absent';
        return file.size > limit ? 'too large' : decoded((0,external_node_fs_.readFileSync)(real));
    }
    catch {
        // Not there, not allowed, or text that no path can be, such as a policy in YAML.
        return 'absent';
    }
}
/** Windows writes UTF-16 where it is not told otherwise: every other byte of plain English is a zero there. */
function decoded(bytes) {
    const [first, second] = bytes;
    const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    if (isMarked || (bytes.length > 1 && (first === 0) !== (second === 0)))
        return 'UTF-16';
    // The mark of UTF-8 at the beginning is left out.
    return (0,external_node_buffer_.isUtf8)(bytes) ? { text: new TextDecoder().decode(bytes) } : 'no UTF-8';
}
/**
 * Whether a file that is to be written in the workspace would be written somewhere else, since a symbolic link in the
 * workspace leads there. Of a path that is not in the workspace to begin with nothing is said: who wrote it wants it so.
 */
function isLedOut(path, folder) {
    const target = (0,external_node_path_.resolve)(path);
    if (!isWithin(folder, target))
        return false;
    if ((0,external_node_fs_.lstatSync)(target, { throwIfNoEntry: false })?.isSymbolicLink())
        return true;
    return !isWithin((0,external_node_fs_.realpathSync)(folder), (0,external_node_fs_.realpathSync)(existing(target)));
}
/** The path, or the nearest folder above it that is there. */
function existing(path) {
    const isThere = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
    return isThere || (0,external_node_path_.dirname)(path) === path ? path : existing((0,external_node_path_.dirname)(path));
}
/** Whether a path lies in a folder, or is it, by its names alone. */
function isWithin(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}

;// CONCATENATED MODULE: ./src/github/outputs.ts




/** Sets every output the run has. */
function setOutputs(outputs, runner) {
    for (const [name, value] of Object.entries(outputs)) {
        if (value !== undefined)
            runner.setOutput(name, value);
    }
}
/** Exports what the demo of the proof of concept reads, as far as the run knows it. */
function exportEnvironment(outputs, runner) {
    const variables = {
        ICEBERG_WAREHOUSE_PATH: outputs['s3tables-table-warehouse-location'],
        AWS_REGION: outputs.region,
        AWS_DEFAULT_REGION: outputs.region
    };
    for (const [name, value] of Object.entries(variables)) {
        if (value)
            runner.exportVariable(name, value);
    }
}
/**
 * Writes every output to a JSON file, and makes the folders it is in. Throws `INVALID_INPUT` when it cannot, and where a
 * symbolic link of the workspace, which may come with a pull request, leads out of it.
 */
async function writeOutputsFile(path, outputs, workspace = process.env['GITHUB_WORKSPACE'] || process.cwd()) {
    try {
        if (isLedOut(path, workspace))
            throw new Error('A symbolic link leads out of the workspace');
        await makeFolder((0,external_node_path_.dirname)(path));
        await (0,promises_.writeFile)(path, `${JSON.stringify(outputs, undefined, 2)}\n`);
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('INVALID_INPUT', {
            doing: `write the outputs to ${path}`,
            found: cause instanceof Error ? `${cause.message}.` : String(cause),
            todo: 'Set outputs-file to a path that the runner may write.',
            cause
        });
    }
}
/** Not Node's own `recursive`: under `/proc`, where no folder can be made, it tries for ever. */
async function makeFolder(path) {
    try {
        await (0,promises_.mkdir)(path);
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST')
            return;
        if (code !== 'ENOENT' || (0,external_node_path_.dirname)(path) === path)
            throw error;
        await makeFolder((0,external_node_path_.dirname)(path));
        await (0,promises_.mkdir)(path);
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./src/github/actions-core.ts

// Not by the package's own door: behind it is its client of OIDC tokens as well, and with that undici, which takes as
// long to load as all else that is needed to check the inputs.


/** What the action uses of `@actions/core`, as it is there; how it is written for the runner is left to the package. */
const core = {
    info: (text) => void process.stdout.write(text + external_node_os_.EOL),
    debug: (text) => issueCommand('debug', {}, text),
    annotate: (kind, text, title) => issueCommand(kind, title === undefined ? {} : { title }, text),
    startGroup: (title) => issueCommand('group', {}, title),
    endGroup: () => issueCommand('endgroup', {}, ''),
    setSecret: (secret) => issueCommand('add-mask', {}, secret),
    setOutput: (name, value) => issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value)),
    exportVariable: (name, value) => {
        process.env[name] = value;
        issueFileCommand('ENV', prepareKeyValueMessage(name, value));
    }
};

;// CONCATENATED MODULE: ./src/github/runner.ts



/**
 * The GitHub runner, or a terminal when there is none. `env` decides; what GitHub keeps in files
 * (`GITHUB_OUTPUT`, `GITHUB_ENV`) is written by `@actions/core`, which reads the environment of the process.
 */
function runnerOf(env) {
    const base = safely(env['GITHUB_ACTIONS'] === 'true' ? actions : terminal(env));
    return {
        ...base,
        setOutput: env['GITHUB_OUTPUT'] ? core.setOutput : (name, value) => base.line(`${name} = ${value}`),
        exportVariable: env['GITHUB_ENV']
            ? core.exportVariable
            : (name, value) => base.line(`export ${name}=${value}`)
    };
}
/** Every text passes here, so that none can be a command, whoever prints it. */
function safely(base) {
    return {
        ...base,
        line: (text) => base.line(harmless(text)),
        debug: (text) => base.debug(harmless(text)),
        annotate: (kind, message, title) => base.annotate(kind, harmless((0,src_text/* shorten */.ml)(message, LONGEST_LINE)), title === undefined ? undefined : harmless((0,src_text/* shown */.SP)(title))),
        startGroup: (title) => base.startGroup(harmless((0,src_text/* shown */.SP)(title)))
    };
}
const fail = () => {
    process.exitCode = 1;
};
const actions = {
    line: core.info,
    debug: core.debug,
    annotate: core.annotate,
    startGroup: core.startGroup,
    endGroup: core.endGroup,
    mask: core.setSecret,
    fail
};
function terminal(env) {
    const line = core.info;
    return {
        line,
        debug: (text) => (env['RUNNER_DEBUG'] === '1' ? line(`debug: ${text}`) : undefined),
        annotate: (kind, message, title) => line(`${kind}: ${title === undefined ? '' : `${title}: `}${message}`),
        startGroup: line,
        endGroup: () => undefined,
        mask: () => undefined,
        fail
    };
}
/** How many characters of one line the log shows. */
const LONGEST_LINE = 32_768;
/**
 * Text as the log may have it, whoever wrote it: the runner obeys a line that begins, after all that .NET takes for white
 * space, with `::`, or that holds `##[` anywhere, and compares without what Unicode says is to be ignored. So what is
 * not seen goes, but for the colours of this action, and nothing before the first letter or digit of a line is `::`.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function harmless(text) {
    return (0,colour/* inOwnColours */.JT)(text).split('\n').map(harmlessLine).join('\n');
}
function harmlessLine(line) {
    const cut = (0,src_text/* shorten */.ml)(line, LONGEST_LINE).replaceAll('##[', '## [');
    const at = cut.search(/[\p{L}\p{N}]/u);
    const end = at < 0 ? cut.length : at;
    return cut.slice(0, end).replace(/:(?=:)/g, ': ') + cut.slice(end);
}

;// CONCATENATED MODULE: ./src/github/reporter.ts




/** GitHub shows 10 annotations of a kind per step; the last one is kept to say how many more there are. */
const SHOWN = 9;
/** How many characters the last annotation takes; all of it is in the log. */
const LAST = 4000;
/** What was held back, by kind. */
class Annotations {
    runner;
    told = new Map();
    held = new Map();
    constructor(runner) {
        this.runner = runner;
    }
    add(kind, message, title) {
        const told = this.told.get(kind) ?? 0;
        if (told < SHOWN) {
            this.told.set(kind, told + 1);
            this.runner.annotate(kind, message, title);
        }
        else {
            this.runner.line(`${kind}: ${title === undefined ? '' : `${title}: `}${message}`);
            this.held.set(kind, [...(this.held.get(kind) ?? []), message]);
        }
    }
    finish() {
        for (const [kind, messages] of this.held) {
            const rest = (0,src_text/* shorten */.ml)(messages.join('\n'), LAST);
            this.runner.annotate(kind, `And ${(0,src_text/* count */.U9)(messages.length, `more ${kind}`)}:\n${rest}`);
        }
        this.held.clear();
    }
}
/**
 * Tells a run to GitHub: lines and groups in the log, annotations for what a user must see. After nine
 * annotations of a kind the rest become lines of the log, and `finish` says how many. On a terminal, with no
 * `GITHUB_ACTIONS`, everything is a line.
 */
function githubReporter(env, runner = runnerOf(env)) {
    const annotations = new Annotations(runner);
    return {
        runner,
        plan: (plan) => runner.line((0,plan_text/* planText */.Pt)(plan, (0,colour/* paintFor */.ev)(env, process.stdout.isTTY))),
        info: (message) => runner.line(message),
        debug: (message) => runner.debug(message),
        notice: (message) => annotations.add('notice', message),
        warning: (message) => annotations.add('warning', message),
        error: (message, title) => annotations.add('error', message, title),
        finish: () => annotations.finish(),
        group: async (title, work) => {
            runner.startGroup(title);
            try {
                return await work();
            }
            finally {
                runner.endGroup();
            }
        }
    };
}

;// CONCATENATED MODULE: ./src/github/report.ts










/** GitHub's runner kills what goes on 10 s after a cancellation, and the calls in flight may have taken 5 of them; ms. */
const HASTY_MS = 2_000;
/**
 * Tells GitHub what a run did: log, outputs, variables, outputs file, job summary, and an annotation per
 * failure; with any failure the process ends with 1. Never throws: a file that cannot be written is a failure
 * of the run, a summary that cannot be written a warning. `reporter` is the one the run used, so that its
 * annotations count; without one a new one is made.
 */
async function report(outcome, options, reporter = githubReporter(options.env)) {
    log(outcome, options.env, reporter);
    const failures = [...outcome.failures, ...(await handOver(outcome, options, reporter))];
    // First what can be told at once: a run that was cancelled is killed soon.
    for (const failure of failures)
        reporter.error(failure.message, failure.code);
    reporter.finish();
    if (failures.length > 0)
        reporter.runner.fail();
    if (options.summary)
        await writeSummary({ ...outcome, failures }, options.env, reporter);
    if (outcome.outputs['account-id'] && (await masksAccountId(options.env)))
        reporter.warning(MASKED);
    const patience = patienceFor(failures, options.signal);
    if (options.comment)
        await postComment({ ...outcome, failures }, options.comment, reporter, patience);
    if (options.gone)
        await postGone(outcome, options.gone, reporter, patience);
    reporter.finish();
}
/** A run that was cancelled has a few seconds left; one that is cancelled now has as well. */
function patienceFor(failures, signal) {
    if (failures.some(({ code }) => code === 'CANCELLED'))
        return { mostMs: HASTY_MS };
    return signal === undefined || signal.aborted ? {} : { signal };
}
/** What became of each resource was told when it happened; all of it once more only when something went wrong. */
function log(outcome, env, reporter) {
    if (outcome.results.length === 0)
        return;
    const paint = (0,colour/* paintFor */.ev)(env, process.stdout.isTTY);
    const whole = outcome.results.some(({ status }) => status !== 'done');
    reporter.info(whole ? resultsText(outcome, paint) : paint('bold', resultTotals(outcome)));
}
/** Everything that later steps read; what could not be handed over is returned. */
async function handOver({ outputs }, { exportEnv, outputsFile }, { runner }) {
    const steps = [
        ['set the outputs', () => setOutputs(outputs, runner)],
        ['export the variables', () => (exportEnv ? exportEnvironment(outputs, runner) : undefined)],
        ['write the outputs file', () => (outputsFile ? writeOutputsFile(outputsFile, outputs) : undefined)]
    ];
    const failures = [];
    for (const [doing, step] of steps) {
        try {
            await step();
        }
        catch (thrown) {
            failures.push((0,files/* unwritable */.mP)(thrown, doing));
        }
    }
    return failures;
}
async function writeSummary(outcome, env, reporter) {
    const path = env['GITHUB_STEP_SUMMARY'];
    if (!path)
        return reporter.debug('No job summary: GITHUB_STEP_SUMMARY is not set.');
    try {
        await (0,promises_.appendFile)(path, summaryOf(outcome));
    }
    catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        reporter.warning(`The job summary could not be written: ${why}`);
    }
}

// EXTERNAL MODULE: ./src/names.ts
var src_names = __nccwpck_require__(6455);
;// CONCATENATED MODULE: ./src/outcome.ts
/** The commands of the action. */
const COMMANDS = ['plan', 'apply', 'destroy', 'smoke-test', 'sweep', 'auto', 'iam-policy'];

// EXTERNAL MODULE: ./src/principal-arn.ts
var principal_arn = __nccwpck_require__(615);
;// CONCATENATED MODULE: ./src/inputs/problem.ts
/** How many UTF-16 code units of what was given are shown. */
const problem_SHOWN = 200;
/** Characters that nobody sees, but for the blank: they would make two texts look alike. */
const UNSEEN = /[^\P{C}]|[^\P{Z} ]|\p{Default_Ignorable_Code_Point}/gu;
/** `table-bucket-name: "Dev" cannot be used: … Example: dev-myapp` */
function problemLine({ input, given, says, example }) {
    const what = given === '' ? 'is missing' : `${quoted(given, problem_SHOWN)} cannot be used`;
    return `${input}: ${what}: ${says}. Example: ${example}`;
}
/** Text in quotes, on one line, cut when it is long, with everything that cannot be seen written as its code. */
function quoted(text, longest = problem_SHOWN) {
    // What is left of a pair that was cut in two has no meaning.
    const cut = text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
    return JSON.stringify(cut).replace(UNSEEN, escaped);
}
function escaped(char) {
    return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}

;// CONCATENATED MODULE: ./src/inputs/account-ids.ts

/** Whether it is the id of an AWS account. */
function isAccountId(text) {
    return /^\d{12}$/.test(text);
}
/** What is wrong with an entry that is no account id. */
function accountIdProblem(text) {
    return `${quoted(text)} is not an account id of 12 digits${hint(text)}`;
}
function hint(text) {
    const digits = text.replace(/[-\s]/g, '');
    if (isAccountId(digits))
        return `: write ${digits}`;
    if (/^\d{9,11}$/.test(text)) {
        return `: it has ${text.length}; YAML takes the zeros off the front of a number, so put it in quotes`;
    }
    if (/^[\d.]+e\+?\d+$/i.test(text))
        return ': it was read as a number, so put it in quotes';
    const [, id] = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text) ?? [];
    return id === undefined ? '' : `: write ${id}`;
}

;// CONCATENATED MODULE: ./src/inputs/notation.ts

const QUOTES = ['"', "'", '`'];
const BRACKETS = { '(': ')', '[': ']', '<': '>', '{': '}' };
const CLOSING = Object.values(BRACKETS);
/** Without one pair of quotes of the same kind around it. */
function unquoted(text) {
    const first = text.charAt(0);
    const paired = text.length > 1 && QUOTES.includes(first) && text.endsWith(first);
    return paired ? text.slice(1, -1) : text;
}
/** Without a bullet of a list in front of it. A `*` alone is none: it may stand for everything. */
function withoutBullet(line) {
    return /^(?:[-•](?:\s|$)|\*\s+\S)/.test(line) ? line.slice(1).trim() : line;
}
/** The lines with their comments taken out: what begins with a mark at the start of a line, or after a blank. */
function withoutComments(text, marks) {
    if (!marks.some((mark) => text.includes(mark)))
        return text;
    const lines = text.split('\n').map((line) => {
        const at = commentAt(line, marks);
        return at < 0 ? line : line.slice(0, at);
    });
    return lines.join('\n');
}
function commentAt(line, marks) {
    return walk(line, (at, inside) => {
        const begins = marks.some((mark) => line.startsWith(mark, at));
        return begins && !inside && (at === 0 || /\s/.test(line.charAt(at - 1)));
    });
}
/** Splits at a separator, where that is in no quotes, and in no brackets either. */
function splitOutside(text, separator) {
    const parts = [];
    let depth = 0;
    let from = 0;
    walk(text, (at, inside) => {
        const char = text.charAt(at);
        if (inside)
            return false;
        if (char in BRACKETS)
            depth += 1;
        else if (CLOSING.includes(char))
            depth = Math.max(0, depth - 1);
        else if (char === separator && depth === 0) {
            parts.push(text.slice(from, at));
            from = at + 1;
        }
        return false;
    });
    return [...parts, text.slice(from)];
}
/** Where the bracket closes that `text` has at `open`; -1: nowhere. */
function closingBracket(text, open) {
    let depth = 0;
    return walk(text, (at, inside) => {
        if (inside || at < open)
            return false;
        const char = text.charAt(at);
        if (char === '(')
            depth += 1;
        if (char === ')')
            depth -= 1;
        return depth === 0;
    });
}
/**
 * The first place that `stop` holds for; -1: none. `inside`: in quotes. A quote that does not end in its line is a
 * character like any other, such as the apostrophe of a word.
 */
function walk(text, stop) {
    let end = -1;
    for (let at = 0; at < text.length; at += 1) {
        const inside = at <= end;
        if (!inside && QUOTES.includes(text.charAt(at)))
            end = quoteEnd(text, at);
        if (stop(at, inside || at <= end))
            return at;
    }
    return -1;
}
/** Where the quotes that begin at `open` end; -1: not in this line. An apostrophe within a word begins none. */
function quoteEnd(text, open) {
    if (/[\p{L}\p{N}]/u.test(text.charAt(open - 1)))
        return -1;
    const end = text.indexOf(text.charAt(open), open + 1);
    return text.slice(open, end).includes('\n') ? -1 : end;
}
/** What no input takes, whatever it is for: text that another program would have had to work out first. */
function foreignText(text) {
    if (/^<<[-~]?\s*["']?\w/.test(text)) {
        return 'it begins like a heredoc of Terraform or a shell; leave out the line with << and the last one';
    }
    const called = /^(tolist|toset|tomap|concat|merge|jsonencode|yamlencode|jsondecode|file|templatefile)\s*\(/.exec(text);
    if (called?.[1] === 'file' || called?.[1] === 'templatefile') {
        return `it calls Terraform's ${called[1]}; give the path of the file, or what it holds`;
    }
    if (called)
        return `it calls Terraform's ${called[1]}; give what is in its brackets, written out`;
    const isReference = /^(?:var|local|each|module|aws_\w+|data\.(?:aws|terraform)_\w+)\.[\w.[\]"-]+$/.test(text);
    return isReference ? `${quoted(text)} is an expression of Terraform; give its value` : undefined;
}
/** What a list or a map is not: the line of a file that gives it a name. */
function assignedText(text) {
    const [, name] = /^([\w-]{1,64})\s*=\s*[[{]/.exec(text) ?? [];
    return name === undefined ? undefined : `it begins with ${quoted(`${name} =`)}; leave that out`;
}

;// CONCATENATED MODULE: ./src/inputs/arns.ts




/** The name comes last, after a path that may have several parts. */
const NAMED = '(?:[\\w+=,.@-]+/)*[\\w+=,.@-]{1,64}';
const ROLE_ARN = new RegExp(`^arn:aws[a-z-]*:iam::\\d{12}:role/${NAMED}$`);
const ADMIN_ARN = new RegExp(`^arn:aws[a-z-]*:iam::\\d{12}:(root|(role|user)/${NAMED})$`);
const ROLE_EXAMPLE = 'arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_DataRole_0123456789abcdef';
/** An ARN without what it is pasted with: quotes, angle brackets, the comma of a list. */
const arn = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* trim */.Bqr(), dist/* transform */.pdi((text) => {
    const bare = unquoted(text.replace(/[,;]$/, ''));
    return /^<.*>$/.test(bare) ? bare.slice(1, -1) : bare;
}), dist/* trim */.Bqr());
/** The ARN of an IAM role, or of a session of one, whose role is looked up later. */
const roleOrSession = dist/* pipe */.FsL(arn, dist/* check */.z6Y((text) => isRole(text) || (0,principal_arn/* isSession */.lV)(text), roleProblem));
/** The ARN of an IAM role. */
const role = dist/* pipe */.FsL(arn, dist/* check */.z6Y(isRole, roleProblem));
/** Whether it can be a Lake Formation administrator. */
function isAdmin(text) {
    return ADMIN_ARN.test(text);
}
/** What is wrong with an ARN that cannot. */
function adminProblem(text) {
    return `${quoted(text)}: ${arnProblem(text, 'an IAM role or user')}`;
}
function isRole(text) {
    return ROLE_ARN.test(text);
}
function roleProblem(issue) {
    return arnProblem(issue.input, 'an IAM role');
}
/** What a text is instead of the ARN that is needed; the first that fits is told. */
const INSTEAD = [
    [
        /:assumed-role\//,
        (what) => `it is the ARN of a session; give that of ${what}, which begins arn:aws:iam:: and has the role's whole path`
    ],
    [
        /:identitystore:/,
        (what) => `Lake Formation does not take users and groups of Identity Center here; give the ARN of ${what}`
    ],
    [
        /:permissionSet\//,
        () => 'it is the ARN of a permission set; give that of the role that Identity Center made for it, or its name in identity-center-permission-set'
    ]
];
/** What may be wrong with an ARN that is nearly one. */
const FLAWS = [
    [/^https?:/i, 'it is an address'],
    [/[\u2018-\u201f]/, 'it has typographic quotes around it; leave them out'],
    [/^[-*•]\s/, 'it begins like an entry of a list, and only one can be named'],
    [/^\[/, 'it is a list, and only one can be named'],
    [/\s(?:#|\/\/)/, 'a comment follows it; leave that out'],
    [/\$\{/, 'it has an expression in it, which nothing works out here'],
    [/\s/, 'it has a blank or a line break in it'],
    [/[*?]/, 'it has a wildcard, and only one can be named'],
    [/\/$/, 'it ends in a slash, and the name comes last'],
    [/\/\//, 'it has two slashes in a row'],
    [/^arn:aws[a-z-]*:iam::\d{12}:(?:Role|ROLE|User|USER)\//, 'role or user is written in lower case'],
    [/^(?!arn)[Aa][Rr][Nn]:/, 'it has to be in lower case up to the account id'],
    [/^arn:[^:]*:iam:[^:]+:/, "the ARNs of IAM have no region: two colons follow 'iam'"],
    [/^arn:[^:]*:iam::\d{4}-\d{4}-\d{4}:/, 'its account id has dashes'],
    [/^arn:[^:]*:iam::(?!\d{12}:)/, 'its account id has not 12 digits'],
    [/^arn:[^:]*:iam::\d{12}:(?:role|user)$/, 'the name is missing'],
    [/\/[\w+=,.@-]{65,}$/, 'its name has more than 64 characters'],
    [/^arn:[^:]*:iam::\d{12}:(?:role|user)\//, 'only letters, digits and + = , . @ _ - are allowed in its name']
];
function arnProblem(text, what) {
    const foreign = foreignText(text);
    if (foreign !== undefined)
        return foreign;
    const instead = INSTEAD.find(([pattern]) => pattern.test(text))?.[1];
    if (instead)
        return instead(what);
    const base = `it is not the ARN of ${what}, with account id and path`;
    const kind = /^arn:[^:]*:iam::\d{12}:([a-z-]+)/.exec(text)?.[1];
    if (kind !== undefined && !what.includes(kind))
        return `${base}: it names ${KINDS[kind] ?? `a ${kind}`}`;
    if (/^[\w+=,.@-]{1,64}$/.test(text))
        return `${base}: arn:aws:iam::<account id>:role/<path, if any>${text}`;
    const flaw = FLAWS.find(([pattern]) => pattern.test(text))?.[1];
    return flaw === undefined ? base : `${base}: ${flaw}`;
}
const KINDS = {
    root: 'the account itself',
    'instance-profile': 'an instance profile, which has a role',
    'oidc-provider': 'an identity provider',
    'saml-provider': 'an identity provider'
};

;// CONCATENATED MODULE: ./src/inputs/loose.ts

/** What is read has a few levels. */
const DEEPEST = 30;
/**
 * Reads JSON with what people leave in it: commas at the end, comments, words without quotes, `=` for `:`, and the
 * blocks of HCL.
 * @param form `body`: the entries of a map without the braces, as a file of HCL has them
 */
function readLoose(text, form = 'value') {
    try {
        return { value: new LooseReader(text).whole(form) };
    }
    catch (thrown) {
        if (thrown instanceof LooseProblem)
            return { problem: thrown.message };
        throw thrown;
    }
}
class LooseProblem extends Error {
}
class LooseReader {
    text;
    at = 0;
    line = 1;
    constructor(text) {
        this.text = text;
    }
    whole(form) {
        this.skip();
        const value = form === 'value' ? this.value(0) : this.map(0, '');
        this.skip();
        if (this.char() === ';')
            this.step();
        this.skip();
        if (this.at < this.text.length)
            throw this.problem(`there is more after its end: ${this.near()}`);
        return value;
    }
    value(depth) {
        if (depth > DEEPEST)
            throw this.problem(`it is nested deeper than ${DEEPEST} levels`);
        const char = this.char();
        if (char === '[')
            return this.list(depth + 1);
        if (char === '{') {
            this.step();
            return this.map(depth + 1, '}');
        }
        const { line } = this;
        if (char === '"' || char === "'")
            return { kind: 'text', text: this.string(char), inQuotes: true, line };
        return { kind: 'text', text: this.word(), inQuotes: false, line };
    }
    list(depth) {
        const { line } = this;
        const items = [];
        this.step();
        for (this.skip(); this.char() !== ']'; this.skip()) {
            items.push(this.value(depth));
            this.skip();
            if (this.char() === ',')
                this.step();
            else if (this.char() !== ']')
                throw this.problem(`a comma or the closing ] is missing ${this.before()}`);
        }
        this.step();
        return { kind: 'list', items, line };
    }
    /** `end`: the closing brace, or nothing where the text ends. */
    map(depth, end) {
        const { line } = this;
        const entries = [];
        for (this.skip(); this.char() !== end; this.skip()) {
            if (this.at >= this.text.length)
                throw this.problem('a closing } is missing');
            if (this.char() === ',')
                this.step();
            else
                entries.push(this.entry(depth));
        }
        if (end !== '')
            this.step();
        return { kind: 'map', entries, line };
    }
    entry(depth) {
        const key = this.key();
        this.skip();
        // The labels of a block: resource "aws_s3tables_table" "orders" {
        while (this.char() === '"') {
            this.string('"');
            this.skip();
        }
        if (this.char() === ':' || this.char() === '=') {
            this.step();
            if (this.char() === '>')
                this.step();
            this.skip();
        }
        else if (this.char() !== '{') {
            throw this.problem(`${quoted(key)} has no value`);
        }
        if (this.at >= this.text.length)
            throw this.problem(`${quoted(key)} has no value`);
        return [key, this.value(depth)];
    }
    key() {
        const char = this.char();
        if (char === '"' || char === "'")
            return this.string(char);
        const from = this.at;
        while (/[^\s:={},[\]"'#]/.test(this.char()))
            this.step();
        if (this.at === from)
            throw this.problem(`a name is missing ${this.before()}`);
        return this.text.slice(from, this.at);
    }
    string(quote) {
        const from = this.at;
        this.step();
        while (this.char() !== quote) {
            if (this.char() === '' || this.char() === '\n')
                throw this.problem('the quotes of a text do not end');
            if (this.char() === '\\')
                this.step();
            this.step();
        }
        this.step();
        const raw = this.text.slice(from, this.at);
        if (quote === "'")
            return raw.slice(1, -1);
        try {
            return String(JSON.parse(raw));
        }
        catch {
            throw this.problem(`${quoted(raw)} has a backslash or a tab that no JSON has`);
        }
    }
    /** Up to a comma, the end of the line or of what it stands in, or a comment, brackets of its own left out. */
    word() {
        const from = this.at;
        let depth = 0;
        for (; this.at < this.text.length; this.step()) {
            const char = this.char();
            if (char === '\n' || (depth === 0 && /[,\]}]/.test(char)) || this.isComment())
                break;
            if (/[([{<]/.test(char))
                depth += 1;
            if (/[)\]}>]/.test(char))
                depth = Math.max(0, depth - 1);
        }
        const word = this.text.slice(from, this.at).trim();
        if (word === '')
            throw this.problem(`a value is missing ${this.before()}`);
        return word;
    }
    isComment() {
        const blank = this.at === 0 || /\s/.test(this.text.charAt(this.at - 1));
        return blank && ['#', '//', '/*'].some((mark) => this.text.startsWith(mark, this.at));
    }
    /** Blanks, line breaks and comments. */
    skip() {
        for (; this.at < this.text.length; this.step()) {
            const end = this.commentEnd();
            if (end !== undefined)
                while (this.at < end)
                    this.step();
            else if (!/\s/.test(this.char()))
                return;
        }
    }
    /** The last place of the comment that begins here. */
    commentEnd() {
        const close = this.text.startsWith('/*', this.at)
            ? this.text.indexOf('*/', this.at + 2) + 1
            : this.char() === '#' || this.text.startsWith('//', this.at)
                ? this.text.indexOf('\n', this.at)
                : undefined;
        return close !== undefined && close <= 0 ? this.text.length - 1 : close;
    }
    char() {
        return this.text.charAt(this.at);
    }
    step() {
        if (this.char() === '\n')
            this.line += 1;
        this.at += 1;
    }
    near() {
        return quoted(this.text.slice(this.at).split('\n', 1)[0] ?? '', 40);
    }
    before() {
        return this.at < this.text.length ? `before ${this.near()}` : 'at its end';
    }
    problem(says) {
        const place = this.text.includes('\n') ? `in line ${this.line}, ` : '';
        return new LooseProblem(`${place}${says}`);
    }
}

;// CONCATENATED MODULE: ./src/inputs/lists.ts



/** What an expression or another program writes where there is nothing. */
const NOTHING = ['', 'null', '~', '""', "''"];
/** Whether a list or a map is empty, however that is written. */
function isNothing(text) {
    return NOTHING.includes(text);
}
/**
 * Reads a list: one entry per line, comma-separated, or an array as JSON, Terraform or YAML write it. Quotes, bullets
 * and comments are no part of an entry. Empty entries are dropped, repeated ones kept once.
 */
function parseList(given) {
    const text = given.trim();
    if (isNothing(text))
        return { value: [] };
    const foreign = foreignText(text) ?? assignedText(text);
    if (foreign !== undefined)
        return { problem: foreign };
    if (text.startsWith('{'))
        return { problem: 'it is an object, and a list is needed' };
    const entries = text.startsWith('[') ? arrayEntries(text) : { value: lineEntries(text) };
    if ('problem' in entries)
        return entries;
    const cleaned = entries.value.map((entry) => entry.trim()).filter((entry) => entry !== '');
    return { value: [...new Set(cleaned)] };
}
/** The entries of lines and of what is between commas, each without what is around it. */
function lineEntries(text) {
    return withoutComments(text, ['#', '//'])
        .split('\n')
        .flatMap((line) => splitOutside(withoutBullet(line.trim()), ','))
        .map((entry) => unquoted(entry.trim()));
}
function arrayEntries(text) {
    const array = readLoose(text);
    if ('problem' in array)
        return { problem: `${BROKEN}: ${array.problem}` };
    const items = array.value.kind === 'list' ? array.value.items : [array.value];
    const odd = items.findIndex((item) => !isText(item));
    if (odd >= 0)
        return { problem: `${BROKEN}: entry ${odd + 1} is ${described(items[odd])}` };
    return { value: items.map((item) => (item.kind === 'text' ? item.text : '')) };
}
const BROKEN = 'it begins like a JSON array and is not an array of strings';
/** Numbers are none: a number has lost the zeros that an account id may begin with. */
function isText(item) {
    return item.kind === 'text' && (item.inQuotes || !/^(?:[-+.\d]|true$|false$|null$)/i.test(item.text));
}
function described(item) {
    if (item?.kind === 'list')
        return 'an array of its own';
    if (item?.kind === 'map')
        return 'an object';
    return `${item?.text ?? 'nothing'} without quotes; write ${quoted(item?.text ?? '')}`;
}

;// CONCATENATED MODULE: ./src/inputs/field.ts



/** Text without blanks around it, and without the quotes that it was pasted with. */
const field_text = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* trim */.Bqr(), dist/* transform */.pdi(unquoted), dist/* trim */.Bqr());
/** A list: a line each, comma-separated, or an array. */
const list = parsed(parseList);
/** A list that narrows what is allowed: one that is given and names nothing must not be taken for none given. */
const guardList = parsed((given) => {
    const read = parseList(given);
    const isVoid = 'value' in read && read.value.length === 0 && given.trim() !== '';
    return isVoid
        ? { problem: 'it names nothing, and would limit nothing; leave it out if that is meant' }
        : read;
});
function field(schema, example, fallback) {
    return fallback === undefined ? { schema, example } : { schema, example, fallback };
}
/** `true` or `false`, as YAML 1.2 writes them. */
function flag(fallback) {
    const words = dist/* picklist */.KIO(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'], 'allowed: true, false');
    return field(dist/* pipe */.FsL(field_text, words, dist/* transform */.pdi((word) => word.toLowerCase() === 'true')), 'true', fallback);
}
/** One of a few words. */
function oneOf(options) {
    return dist/* pipe */.FsL(field_text, dist/* picklist */.KIO(options, `allowed: ${options.join(', ')}`));
}
/** Lake Formation's permissions on one kind of thing. */
function permissions(what, allowed) {
    return dist/* pipe */.FsL(list, dist/* transform */.pdi((entries) => entries.map((entry) => entry.toUpperCase().replace(/[\s-]+/g, '_'))), dist/* minLength */.BpQ(1, 'it names no permission'), everyEntry((entry) => allowed.includes(entry), (entry) => `${JSON.stringify(entry)} is not a permission on ${what}; allowed: ${allowed.join(', ')}`));
}
/** What one of our own readers reads. */
function parsed(parse) {
    return dist/* pipe */.FsL(dist/* string */.YjP(), dist/* rawTransform */.NTK(({ dataset, addIssue, NEVER }) => {
        const result = parse(dataset.value);
        if ('value' in result)
            return result.value;
        addIssue({ message: result.problem });
        return NEVER;
    }));
}
/** Every entry of a list has to be allowed; `says` is the problem with one that is not. */
function everyEntry(allowed, says) {
    return dist/* rawCheck */.H0v(({ dataset, addIssue }) => {
        if (!dataset.typed)
            return;
        for (const entry of dataset.value.filter((each) => !allowed(each)))
            addIssue({ message: says(entry) });
    });
}

;// CONCATENATED MODULE: ./src/inputs/durations.ts
/** Seconds of each unit, by its first letter. Months and years have none. */
const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const PART = /(\d{1,9}(?:\.\d{1,3})?) ?(weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z]) ?/g;
/** How many seconds `1h30m`, `24 hours`, `1.5h` or `PT72H` are; `undefined`: it is something else. */
function secondsIn(text) {
    const plain = text
        .trim()
        .toLowerCase()
        .replace(/^p(?=[\dt])/, '')
        .replace(/(^|\D)t(?=\d)/, '$1');
    const parts = [...plain.matchAll(PART)];
    if (parts.length === 0 || parts.map(([part]) => part).join('') !== plain)
        return undefined;
    return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit?.charAt(0) ?? ''] ?? 0), 0);
}

;// CONCATENATED MODULE: ./src/inputs/numbers.ts



/** A whole number. `seconds`: how many one of them is, where it counts time. */
function wholeNumber(what, limits, seconds) {
    return number(/^\d+$/, `it is not a whole number${what}`, limits, seconds);
}
/** A number that may have a fraction. */
function anyNumber(what, limits, seconds) {
    return number(/^\d+(?:\.\d+)?$/, `it is not a number${what}`, limits, seconds);
}
function number(form, says, limits, seconds) {
    return dist/* pipe */.FsL(field_text, dist/* check */.z6Y((given) => form.test(given), (issue) => `${says}${numbers_hint(issue.input, form, seconds)}`), dist/* transform */.pdi(Number), dist/* check */.z6Y((value) => value >= limits.min && value <= limits.max, limits.says));
}
/** The same number as it is to be written: without marks between the digits, and without a unit. */
function numbers_hint(given, form, seconds) {
    const bare = given.replace(/[_,'\s](?=\d{3}(?:\D|$))|_/g, '');
    if (form.test(bare))
        return `; write ${bare}`;
    const counted = seconds === undefined ? undefined : secondsIn(given);
    const value = String((counted ?? Number.NaN) / (seconds ?? 1));
    return form.test(value) ? `; write ${value}` : '';
}

;// CONCATENATED MODULE: ./src/inputs/pairs.ts




/**
 * Reads pairs: `key=value` or `key: value`, one per line or with commas between them; `Key=a,Value=b`, as the AWS CLI
 * takes tags; an object or an array of `Key` and `Value`, as JSON; a map of Terraform. A value may hold further `=`.
 * A key may be there once.
 */
function parsePairs(given) {
    const text = given.trim();
    if (isNothing(text))
        return { value: {} };
    const foreign = foreignText(text) ?? assignedText(text);
    if (foreign !== undefined)
        return { problem: foreign };
    const pairs = /^[[{]/.test(text) ? treePairs(text) : linePairs(text);
    if ('problem' in pairs)
        return pairs;
    const keys = pairs.value.map(([key]) => key);
    const twice = keys.find((key, at) => keys.indexOf(key) !== at);
    if (twice !== undefined)
        return { problem: `the key ${quoted(twice)} is there twice` };
    return { value: Object.fromEntries(pairs.value) };
}
function linePairs(text) {
    const lines = withoutComments(text, ['#', '//']).split('\n');
    const nested = nestedKey(lines.filter((line) => line.trim() !== ''));
    if (nested !== undefined) {
        return { problem: `${quoted(nested)} has further lines below it; leave it out, and give key=value` };
    }
    const entries = lines
        .flatMap((line) => splitOutside(withoutBullet(line.trim()).replace(/\s(?=(?:Tag)?Key=)/g, ','), ','))
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
    const pairs = entries.map(readPair);
    const problem = pairs.find((pair) => typeof pair === 'string');
    return problem === undefined ? folded(pairs.filter((pair) => typeof pair !== 'string')) : { problem };
}
/** A key of YAML that has no value in its line, but lines of its own below it. */
function nestedKey(lines) {
    const indent = (line = '') => line.search(/\S/);
    const at = lines.findIndex((line, each) => {
        const next = lines[each + 1];
        const isBelow = indent(next) > indent(line) || (/^\s*-\s/.test(next ?? '') && !/^\s*-\s/.test(line));
        return /:\s*$/.test(line) && next !== undefined && isBelow;
    });
    return lines[at]?.trim();
}
/** `--tags a=b c=d`, and lines that YAML's `>` has put into one. */
const FURTHER = /\s[\w.:/+@-]+=/;
/** Reads one pair, or tells what is wrong with it. */
function readPair(entry) {
    const equals = entry.indexOf('=');
    const colon = /:(?:\s|$)/.exec(entry)?.index ?? -1;
    const isYaml = equals < 0 || (colon >= 0 && colon < equals);
    const at = isYaml ? colon : equals;
    if (at < 1)
        return `the line ${quoted(entry)} is not key=value`;
    const [key, written] = [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
    if (/^--\w/.test(key))
        return `${quoted(key)} is an option of a command; leave it out`;
    const value = unquoted(written);
    const problem = value === written ? valueProblem(value, entry, isYaml) : undefined;
    return problem ?? [unquoted(key), value];
}
/** What a value without quotes would be taken for, and is not. */
function valueProblem(value, entry, isYaml) {
    if (FURTHER.test(value) || (isYaml && /:\s/.test(value))) {
        return `the line ${quoted(entry)} has more than one pair; give each a line of its own, or put the value in quotes`;
    }
    const reference = foreignText(value);
    return reference === undefined ? undefined : `${reference}, or put it in quotes`;
}
/** The halves of a pair, as the AWS CLI, CloudFormation and KMS have them. */
const HALVES = [
    ['Key', 'Value'],
    ['TagKey', 'TagValue']
];
/** What other programs have for them, and somebody may have as tags. */
const LIKE_HALVES = ['key', 'value'];
/** `Key` and `Value` in turn, whichever comes first, are the two halves of a pair. */
function folded(pairs) {
    const names = pairs.map(([name]) => name);
    if (LIKE_HALVES.every((half) => names.includes(half))) {
        return { problem: 'key and value may be the two halves of one tag, or two tags; give key=value' };
    }
    const halves = HALVES.find((each) => each.every((half) => names.includes(half)));
    if (halves === undefined)
        return { value: pairs };
    const twos = pairs.flatMap((pair, at) => (at % 2 === 0 ? [[pair, pairs[at + 1]]] : []));
    const whole = twos.map((two) => halves.map((half) => two.find((pair) => pair?.[0] === half)?.[1]));
    const value = whole.flatMap(([key, text]) => key === undefined || text === undefined ? [] : [[key, text]]);
    if (value.length === twos.length)
        return { value };
    return { problem: `${halves.join(' and ')} do not come in pairs; give key=value` };
}
function treePairs(text) {
    const tree = readLoose(text);
    if ('problem' in tree)
        return { problem: `it begins like JSON and cannot be read: ${tree.problem}` };
    return tree.value.kind === 'list' ? listPairs(tree.value.items) : mapPairs(tree.value);
}
function mapPairs(tree) {
    const entries = tree.kind === 'map' ? tree.entries : [];
    const odd = entries.find(([, value]) => plainText(value) === undefined);
    if (odd)
        return { problem: `the value of the key ${quoted(odd[0])} is not a text; put it in quotes` };
    return folded(entries.map(([key, value]) => [key, plainText(value) ?? '']));
}
/** `[{ "Key": "a", "Value": "b" }]`, or `["a=b"]`. */
function listPairs(items) {
    const pairs = items.map((item) => item.kind === 'map' ? keyAndValue(item) : readPair(plainText(item) ?? ''));
    const broken = pairs.findIndex((pair) => typeof pair !== 'object');
    if (broken >= 0)
        return { problem: `entry ${broken + 1} is neither an object with Key and Value nor "key=value"` };
    return { value: pairs.filter((pair) => typeof pair === 'object') };
}
function keyAndValue({ entries }) {
    const of = (name) => {
        const value = entries.find(([key]) => key.toLowerCase() === name)?.[1];
        return value && plainText(value);
    };
    const [key, value] = [of('key'), of('value')];
    return entries.length === 2 && key && value !== undefined ? [key, value] : undefined;
}
/** Text, and whole numbers and truth values, of which all that write JSON make the same text. */
function plainText(value) {
    if (value.kind !== 'text')
        return undefined;
    const isPlain = value.inQuotes || /^(?:0|[1-9]\d{0,14}|true|false)$/.test(value.text);
    return isPlain ? value.text : undefined;
}

;// CONCATENATED MODULE: ./src/inputs/region.ts


const REGION = /^(?!fips-)[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;
/** The name of an AWS region, of any partition. Whether there is such a region, only AWS knows. */
const region = dist/* pipe */.FsL(field_text, dist/* check */.z6Y((name) => REGION.test(name), (issue) => `it is not the name of an AWS region${region_hint(issue.input)}`));
/** Of a zone, or with other marks between its parts. */
function region_hint(name) {
    // As old configurations name the endpoints of FIPS, which is no region of its own.
    const [, base] = /^fips-([a-z].*)$/i.exec(name) ?? [];
    if (base !== undefined)
        return `: write ${base.toLowerCase()}, and set AWS_USE_FIPS_ENDPOINT=true`;
    const plain = name.toLowerCase().replace(/[\s_.-]+/g, '-');
    const [meant] = /^[a-z]{2,}(?:-[a-z]+)+-\d{1,2}(?!\d)/.exec(plain) ?? [];
    return meant === undefined ? '' : `: ${meant} is probably meant`;
}

// EXTERNAL MODULE: ./src/column.ts
var column = __nccwpck_require__(5089);
;// CONCATENATED MODULE: ./src/inputs/nearest.ts
/** How many letters may be wrong in a name that is still recognised. */
const FARTHEST = 2;
/** The known name that was probably meant; `undefined`: none is near. Upper and lower case are the same here. */
function nearest(given, known) {
    const wanted = given.toLowerCase();
    const near = known
        .map((name) => ({ name, distance: distance(wanted, name.toLowerCase()) }))
        .filter((each) => each.distance <= Math.min(FARTHEST, Math.floor(wanted.length / 3)))
        .sort((a, b) => a.distance - b.distance);
    return near[0]?.name;
}
/** How many letters have to be added, left out or exchanged; long names are not compared. */
function distance(one, other) {
    if (Math.abs(one.length - other.length) > FARTHEST)
        return FARTHEST + 1;
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= other.length; j += 1) {
            const same = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
            next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[other.length] ?? 0;
}

;// CONCATENATED MODULE: ./src/inputs/column-types.ts


/** All that a column can be, for whoever wrote something else. */
const ALLOWED_TYPES = `${column/* PLAIN_TYPES */.F.join(', ')}, decimal(precision,scale), fixed[length]`;
/** What other programs call the types of Iceberg, where that is all it can mean. */
const ALIASES = {
    boolean: ['bool'],
    int: ['integer', 'int4', 'int32', 'smallint', 'int2', 'int16', 'short', 'tinyint', 'byte', 'mediumint'],
    long: ['bigint', 'int64'],
    float: ['real', 'float4', 'float32'],
    double: ['double precision', 'float8', 'float64'],
    date: ['date32', 'date32[day]'],
    time: ['time without time zone', 'time64[us]'],
    timestamp: ['timestamp_ntz', 'timestampntz', 'timestamp without time zone', 'timestamp[us]'],
    timestamptz: [
        ...['timestamp_ltz', 'timestamp_tz', 'timestampltz', 'timestamp with time zone'],
        ...['timestamp with local time zone', 'timestamp[us, tz=utc]']
    ],
    string: [
        ...['text', 'varchar', 'char', 'character', 'character varying', 'char varying', 'bpchar', 'varchar2'],
        ...['nvarchar', 'nvarchar2', 'nchar', 'ntext', 'tinytext', 'mediumtext', 'longtext', 'clob', 'nclob'],
        ...['str', 'utf8', 'large_string', 'large_utf8', 'string_view']
    ],
    uuid: ['guid', 'uniqueidentifier'],
    binary: [
        'bytes',
        'bytea',
        'varbinary',
        'blob',
        'tinyblob',
        'mediumblob',
        'longblob',
        'binary varying',
        'large_binary'
    ]
};
const KNOWN = new Map([
    ...column/* PLAIN_TYPES */.F.map((type) => [type, type]),
    ...Object.entries(ALIASES).flatMap(([type, names]) => names.map((name) => [name, type]))
]);
const DECIMALS = ['decimal', 'dec', 'numeric', 'number', 'decimal128'];
const VERSION_3 = 'it needs format version 3 of Iceberg, and the table is made with version 2';
const NESTED = 'nested columns cannot be declared here; declare the flat ones, and add it with an engine such as Spark';
const EITHER = 'write timestamp for a time without zone, timestamptz for one with a zone';
/** In SQL the first of them means either. */
const EITHER_IN_SQL = 'write timestamp_ntz for a time without zone, timestamptz for one with a zone';
/** What cannot be taken, and what was probably meant. */
const MEANT = [
    [/^timestamp(tz)?_ns$|^timestamp(tz)?\(9\)|^timestamp\[ns/, `${VERSION_3}; write timestamp or timestamptz`],
    [/^(variant|geometry|geography|unknown)\b/, `${VERSION_3}; write string or binary`],
    [/^object$/, 'in pandas it is any value; write string for text'],
    [/^(array|list|struct|map|row|record|nested|repeated|tuple)\b|\[\]$/, NESTED],
    [/^(datetime|smalldatetime|datetime2|datetime64)\b/, EITHER],
    [/^datetimeoffset\b/, 'write timestamptz'],
    [/^(timestamp|int96$|instant$|localdatetime$)/, EITHER],
    [/^(timetz|time)\b/, 'Iceberg has no time with a zone or another precision than microseconds; write time'],
    [/^(json|jsonb|super|xml|enum|set|hstore|inet|cidr|interval|citext|name|year)\b/, 'write string'],
    [/^int8$/, 'it has 8 bytes in PostgreSQL, and 8 bits in Arrow; write long or int'],
    [/^(uint8|uint16|int24|smallserial)$/, 'write int'],
    [/^(u?bigint|uint64|hugeint|uhugeint|int128)\b/, 'write long, or decimal(20,0) for what is larger'],
    [
        /^(int|integer|uint|uint32|smallint|mediumint|counter|bigserial|serial|rowversion)\b/,
        'write int or long'
    ],
    [/^(float16|halffloat|half_float)$/, 'write float'],
    [/^(tinyint|bit|logical)\b/, 'write boolean, or int'],
    [/^(money|smallmoney)$/, 'write decimal(19,4)'],
    [/^(float|double|real)\b/, 'write float (4 bytes) or double (8 bytes)'],
    [/^(raw|image|longvarbinary)\b/, 'write binary'],
    [/^binary\b/, 'write binary, or fixed[length] for one length']
];
/**
 * The Iceberg type that a type of SQL, Spark, Glue, Arrow or Iceberg itself stands for, if it can mean one only; else
 * what was probably meant. A length that Iceberg has no place for, as that of `varchar(20)`, is left out.
 * @param isSql in SQL a TIMESTAMP has a zone in Spark, and none in Athena and Trino
 */
function icebergType(given, isSql) {
    const { name, base, parameters } = parts(given);
    if (base === 'timestamp' && isSql)
        return { problem: `in Spark it has a zone, in Athena it has none; ${EITHER_IN_SQL}` };
    const known = KNOWN.get(base);
    if (known !== undefined && takes(known, base, parameters))
        return { value: known };
    if (DECIMALS.includes(base))
        return decimal(parameters);
    if (base.startsWith('fixed'))
        return fixed(name);
    const meant = MEANT.find(([pattern]) => pattern.test(name))?.[1];
    if (meant !== undefined)
        return { problem: meant };
    const near = nearest(base, [...KNOWN.keys(), ...DECIMALS]);
    const type = near === undefined ? undefined : (KNOWN.get(near) ?? 'decimal(precision,scale)');
    return { problem: type === undefined ? 'no type of Iceberg is called so' : `${type} is probably meant` };
}
function parts(given) {
    const name = given
        .trim()
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .replace(/ ?([(),<>[\]]) ?/g, '$1');
    const open = name.indexOf('(');
    const close = name.indexOf(')', open);
    if (open < 0 || close < 0)
        return { name, base: name, parameters: undefined };
    const base = `${name.slice(0, open)} ${name.slice(close + 1)}`.trim();
    return { name, base, parameters: name.slice(open + 1, close) };
}
/** Whether a type with these parameters is still the same type of Iceberg. */
function takes(known, base, parameters) {
    if (parameters === undefined)
        return true;
    if (known === 'string')
        return base !== 'string' && /^(\d+|max)( (byte|char))?$/.test(parameters);
    if (known === 'binary')
        return base !== 'binary' && /^(\d+|max)$/.test(parameters);
    if (known.startsWith('time'))
        return parameters === '6';
    // The width that MySQL shows a number with; tinyint(1) is its boolean.
    return /^(int|bigint|integer|smallint|mediumint)$/.test(base) && /^\d+$/.test(parameters);
}
/** Iceberg spec, "Primitive Types": up to 38 digits. */
function decimal(parameters = '') {
    const [, precision, scale] = /^(\d{1,9})(?:,(\d{1,9}))?$/.exec(parameters) ?? [];
    if (precision === undefined)
        return { problem: 'write decimal(precision,scale), such as decimal(10,2)' };
    const [digits, after] = [Number(precision), Number(scale ?? 0)];
    const type = `decimal(${digits},${after})`;
    if (digits < 1 || digits > 38)
        return { problem: 'the precision is 1 to 38' };
    if (after > digits)
        return { problem: 'the scale is at most the precision' };
    return `decimal(${parameters})` === type ? { value: type } : { problem: `write ${type}` };
}
/** What Parquet can write: its length is a signed number of 32 bits. */
const LONGEST_FIXED = 2_147_483_647;
function fixed(name) {
    const [, length = ''] = /^fixed\[(\d+)\]$/.exec(name) ?? [];
    if (length !== '' && !length.startsWith('0') && Number(length) <= LONGEST_FIXED)
        return { value: name };
    const [, meant] = /^fixed\((\d+)\)$/.exec(name) ?? [];
    if (meant !== undefined)
        return { problem: `write fixed[${meant}]` };
    return { problem: `write fixed[length], such as fixed[16]; the length is 1 to ${LONGEST_FIXED}` };
}

;// CONCATENATED MODULE: ./src/inputs/columns/foreign.ts
/** What people have of a schema in forms that say it otherwise, and what to give instead. */
const FOREIGN = [
    [
        /^root[ \t\r]*\n *\|--/,
        'it is what printSchema() of Spark prints; give what SHOW CREATE TABLE or df.schema.json() says'
    ],
    [/^(?:\+-|\|.*\|\s*(?:\n|$))/, 'it is a table that was printed; give what SHOW CREATE TABLE says'],
    [/^(?:\w+\.)?(?:StructType|StructField)\(/, 'it is code of PySpark; give what df.schema.json() says'],
    [/^(?:\w+\.)?(?:Schema|NestedField)\(/, 'it is code of PyIceberg; give what print(schema) says'],
    [/^(?:\w+\.)?schema\(/, 'it is code; give name: type, one column a line'],
    [/^struct<|^row\(/i, 'it is the type of a struct; give its columns as name: type, one a line'],
    [/^locals\s*\{/, 'it is the locals block of Terraform; give the list of columns alone'],
    [
        /^[\w-]+:[ \t\r]*\n[ \t]+\w+:/,
        'it is YAML of one level more than is read; give name: type, one column a line'
    ]
];
/** What a text is that is no schema; `undefined`: nothing that is known. */
function foreignSchema(text) {
    return FOREIGN.find(([pattern]) => pattern.test(text))?.[1];
}
/** The same of JSON. */
function foreignTree(tree) {
    if (tree.kind !== 'map')
        return undefined;
    const of = (key) => tree.entries.find(([each]) => each === key)?.[1];
    const [type, metadata] = [of('type'), of('metadata')];
    const kind = type?.kind === 'text' ? type.text : '';
    if (kind === 'record')
        return 'it is a schema of Avro; give name: type, one column a line';
    if (of('properties')?.kind === 'map' && kind === 'object') {
        return 'it is a JSON Schema; give name: type, one column a line';
    }
    if (of('schemas') !== undefined) {
        return 'it is the metadata of a table, which may have several schemas; give the one that is meant';
    }
    return metadata === undefined ? undefined : foreignTree(metadata);
}

;// CONCATENATED MODULE: ./src/inputs/columns/column-text.ts


const column_text_CLOSING = { '"': '"', "'": "'", '`': '`', '[': ']' };
/** As Iceberg for Java and PyIceberg print a column: `1: id: required long`. */
const PRINTED = /^\d+: ?(?=[^\s:]+:)/;
const LAST_WORDS = /(?:^| )(not null|null|nullable|required|optional)$/i;
/** What this action and Iceberg have, and SQL has not. */
const NOT_SQL = /^(?:long|fixed\[.*|required|optional)$/;
const CONSTRAINT = /(?:^| )(primary key|unique|identity|auto_increment|autoincrement|default|references|check|generated|collate|constraint|as|encode|masked)(?: |\(|$)/i;
/**
 * Reads one column: `name: type`, or `name type` as SQL has it, each with `required`, `NOT NULL`, a `COMMENT` and so on
 * after it. Returns what is wrong otherwise.
 * @param inSql it stands in a statement of SQL; else a line that lacks its colon is no SQL when it uses Iceberg's words
 */
function readColumn(text, line, inSql = false) {
    const { name, rest } = splitName(text.trim().replace(PRINTED, ''));
    const isSql = !rest.startsWith(':');
    const written = (isSql ? rest : rest.slice(1)).trim().replace(/\s+/g, ' ');
    const { type, words } = splitType(withoutComment(unquoted(written)));
    const isColumn = name !== '' && written !== '' && (!isSql || isSqlColumn(rest, [type, ...words], inSql));
    if (!isColumn)
        return `the line ${quoted(text.trim())} is not "name: type" or "name: type required"`;
    const problem = problemOf(type, words);
    if (problem !== undefined)
        return `the column ${quoted(name)} ${problem}`;
    return { name, type, required: words.some((word) => REQUIRED.includes(word)), isSql, line };
}
const REQUIRED = ['required', 'not null'];
/** No colon comes before the type, as in `my id: long`, and no word is one that only Iceberg has. */
function isSqlColumn(rest, words, inSql) {
    return !/^[^<(]*:/.test(rest) && (inSql || !words.some((word) => NOT_SQL.test(word)));
}
function problemOf(type, words) {
    const constraint = CONSTRAINT.exec(type)?.[1];
    if (constraint !== undefined) {
        return `has ${quoted(constraint)}, which cannot be declared here; leave it out`;
    }
    const needed = words.filter((word) => REQUIRED.includes(word));
    if (needed.length > 0 && needed.length < words.length)
        return 'is both required and optional';
    return type === '' ? 'has no type' : undefined;
}
/** The name without its quotes, and what comes after it. */
function splitName(text) {
    const close = column_text_CLOSING[text.charAt(0)];
    const end = close === undefined ? -1 : text.indexOf(close, 1);
    if (end > 0) {
        const rest = text.slice(end + 1).trim();
        // A name of several parts, or what is no name: it is refused as it was written.
        const isWhole = rest === '' || rest.startsWith(':') || /\s/.test(text.charAt(end + 1));
        if (isWhole)
            return { name: text.slice(1, end), rest };
    }
    const name = /^[^\s:]+/.exec(text)?.[0] ?? '';
    return { name, rest: text.slice(name.length).trim() };
}
/** Takes `required`, `NOT NULL` and so on off both ends of a type. */
function splitType(text) {
    const words = new Set();
    const first = /^(required|optional) /i.exec(text)?.[1];
    let type = text;
    if (first !== undefined) {
        words.add(first.toLowerCase());
        type = text.slice(first.length).trim();
    }
    for (let last = LAST_WORDS.exec(type); last; last = LAST_WORDS.exec(type)) {
        words.add(last[1]?.toLowerCase() ?? '');
        type = type.slice(0, last.index).trim();
    }
    return { type, words: [...words] };
}
/** Without `COMMENT 'what it is'`; Iceberg would keep it, and loses nothing else with it. */
function withoutComment(text) {
    const parts = splitOutside(text, ' ');
    const at = parts.findIndex((part) => part.toLowerCase() === 'comment');
    if (at < 0 || !/^['"]/.test(parts[at + 1] ?? ''))
        return text;
    return parts.filter((_, each) => each !== at && each !== at + 1).join(' ');
}

;// CONCATENATED MODULE: ./src/inputs/columns/sql-comments.ts
const sql_comments_QUOTES = ['"', "'", '`'];
/**
 * Takes the comments out: `--` to the end of the line, and what is between the marks of a block. What stands in quotes is
 * none. Each becomes blanks, and line breaks stay, so that lines can be counted. Engines differ in whether blocks nest
 * (Spark: yes, Trino: no) and whether a backslash escapes a quote (Spark: yes, Trino: no), so neither is taken.
 */
function withoutSqlComments(text) {
    let bare = '';
    for (let at = 0; at < text.length;) {
        const end = endOf(text, at);
        if (end < 0)
            return { problem: 'a comment that begins with /* does not end' };
        const part = text.slice(at, end);
        if (part.startsWith('/*') && part.includes('/*', 2)) {
            return { problem: 'a comment has another one in it, which engines read differently; leave it out' };
        }
        if (sql_comments_QUOTES.includes(part.charAt(0)) && part.endsWith(`\\${part.charAt(0)}`)) {
            return {
                problem: `a backslash before a quote is read differently by engines; leave it out of ${JSON.stringify(part)}`
            };
        }
        bare += /^(?:--|\/\*)/.test(part) ? part.replace(/[^\n]/g, ' ') : part;
        at = end;
    }
    return { text: bare };
}
/** Where the comment, the quotes or the one character ends that begins at `at`; -1: nowhere. */
function endOf(text, at) {
    if (text.startsWith('/*', at)) {
        const close = text.indexOf('*/', at + 2);
        return close < 0 ? -1 : close + 2;
    }
    if (text.startsWith('--', at))
        return orEnd(text, text.indexOf('\n', at));
    return sql_comments_QUOTES.includes(text.charAt(at)) ? quotesEnd(text, at) : at + 1;
}
/** An apostrophe within a word begins no quotes, nor does a quote that does not end in its line. */
function quotesEnd(text, at) {
    if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1)))
        return at + 1;
    const close = text.indexOf(text.charAt(at), at + 1);
    return close < 0 || text.slice(at, close).includes('\n') ? at + 1 : close + 1;
}
function orEnd(text, at) {
    return at < 0 ? text.length : at;
}

;// CONCATENATED MODULE: ./src/inputs/columns/lines.ts



/**
 * Reads columns of one line each, or several with commas between them: `name: type`, as this action has them, or
 * `name type`, as SQL has them. Bullets, comments, empty lines and commas too many are passed over.
 */
function readLines(text) {
    const bare = withoutSqlComments(withoutComments(text, ['#', '//']));
    if ('problem' in bare)
        return { columns: [], problems: [bare.problem] };
    const columns = [];
    const problems = [];
    const lines = withoutBrackets(bare.text).split('\n');
    for (const [at, line] of lines.entries()) {
        const parts = splitOutside(withoutBullet(line.trim()), ',');
        for (const part of parts.filter((each) => each.trim() !== '')) {
            const column = readColumn(part, at + 1);
            if (typeof column === 'string')
                problems.push(column);
            else
                columns.push(column);
        }
    }
    return { columns, problems };
}
/** What stands in one pair of brackets, as between those of `CREATE TABLE`. */
function withoutBrackets(text) {
    const trimmed = text.trimEnd();
    const open = trimmed.search(/\S/);
    const isBracketed = trimmed.charAt(open) === '(' && closingBracket(trimmed, open) === trimmed.length - 1;
    // The line breaks in front stay, so that the lines can be counted.
    return isBracketed ? `${trimmed.slice(0, open)}${trimmed.slice(open + 1, -1)}` : text;
}

;// CONCATENATED MODULE: ./src/inputs/columns/sql.ts




const CREATE = /^create\s(?:[\w\s]{0,60}\s)?table\s/i;
/** A name of one part; dbt and Jinja have expressions there. */
const sql_PART = '(?:[\\w$@-]+|`[^`\\n]*`|"[^"\\n]*"|\\[[^\\]\\n]*\\]|\\{\\{[^}\\n]*\\}\\})';
/** What comes before the brackets of the columns: a name, and nothing that has brackets of its own. */
const HEAD = new RegExp(`^\\s*(?:if\\s+not\\s+exists\\s+)?${sql_PART}(?:\\s*\\.\\s*${sql_PART})*\\s*(?=\\()`, 'i');
const AFTER = /^(?:using iceberg)? ?;?$/i;
const OF_THE_TABLE = /^(?:primary key|foreign key|unique|check|constraint|like)[\s(]/i;
/** Statements that are no columns, and may come before one that has some. */
const OTHER = /^(?:(?:alter|drop|replace|describe)\s+(?:table|view)|use\s+[^\s:,]+\s*;|insert\s+into|select)\s/i;
/** Whether a text is a `CREATE TABLE` statement, with or without comments before it. */
function isCreateTable(text) {
    return CREATE.test(bareStart(text));
}
/** What a statement of SQL is told that has no columns to take. */
function otherStatement(text) {
    const [found] = OTHER.exec(`${bareStart(text)} `) ?? [];
    return found && `it begins with ${quoted(found.trim())}; give CREATE TABLE and its columns alone`;
}
function bareStart(text) {
    const bare = withoutSqlComments(withoutHashes(text));
    return ('text' in bare ? bare.text : text).trimStart();
}
/** Lines that are comments as YAML and MySQL have them. */
function withoutHashes(text) {
    return text.replace(/^[ \t]*#.*$/gm, '');
}
/** Reads the columns of a `CREATE TABLE` statement, which may have nothing else that would make a difference. */
function readCreateTable(given) {
    const bare = withoutSqlComments(withoutHashes(given));
    if ('problem' in bare)
        return sql_failed(bare.problem);
    const { text } = bare;
    const start = text.search(/\btable\s/i) + 'table'.length;
    const head = HEAD.exec(text.slice(start));
    const open = head === null ? -1 : start + head[0].length;
    const close = open < 0 ? -1 : closingBracket(text, open);
    if (close < 0)
        return sql_failed('it is a CREATE TABLE without columns in brackets after its name');
    const after = text
        .slice(close + 1)
        .replace(/\s+/g, ' ')
        .trim();
    if (!AFTER.test(after)) {
        return sql_failed(`of CREATE TABLE only the columns are taken; leave out ${quoted(after, 60)} after them`);
    }
    const firstLine = text.slice(0, open).split('\n').length;
    return readBody(text.slice(open + 1, close), firstLine);
}
/** A column ends at its comma, wherever the lines end. */
function readBody(text, firstLine) {
    const columns = [];
    const problems = [];
    let line = firstLine;
    for (const part of splitOutside(text, ',')) {
        const start = line + (part.slice(0, Math.max(0, part.search(/\S/))).split('\n').length - 1);
        line += part.split('\n').length - 1;
        const trimmed = part.trim();
        if (trimmed === '')
            continue;
        if (OF_THE_TABLE.test(trimmed)) {
            problems.push(`${quoted(trimmed, 60)} cannot be declared here; leave it out`);
            continue;
        }
        const column = readColumn(trimmed, start, true);
        if (typeof column === 'string')
            problems.push(column);
        else
            columns.push(column);
    }
    return { columns, problems };
}
function sql_failed(problem) {
    return { columns: [], problems: [problem] };
}

;// CONCATENATED MODULE: ./src/inputs/columns/members.ts
/** What the name and the type of a column are called, in whatever has columns. */
const NAME = ['name', 'Name', 'column', 'column_name', 'columnName'];
const TYPE = ['type', 'Type', 'data_type', 'dataType', 'physicalType'];
const members_REQUIRED = ['required', 'Required'];
const OPTIONAL = ['nullable', 'optional', 'Nullable'];
/** Where a type is one of SQL, of Spark or of Glue, whose timestamps have a zone or none. */
const OF_SQL = [
    'data_type',
    'dataType',
    'physicalType',
    'Type',
    'column_name',
    'columnName',
    'nullable',
    'Nullable'
];
/** S3 Tables gives ids by the order. */
const FIELD_ID = ['id', 'fieldId', 'field-id'];
/** What says nothing of the table itself. */
const IGNORED = [
    ...['doc', 'comment', 'Comment', 'description', 'tests', 'data_tests', 'meta'],
    ...['tags', 'quote', 'metadata']
];
const members_KNOWN = [NAME, TYPE, members_REQUIRED, OPTIONAL, FIELD_ID, IGNORED].flat();
/** Ids of what is empty say nothing. */
const IDS = ['spec-id', 'specId', 'order-id', 'orderId'];
/** Whether a value says nothing. */
function isEmpty(value) {
    if (value.kind === 'text')
        return value.text === '' || value.text === 'null';
    if (value.kind === 'list')
        return value.items.every(isEmpty);
    return value.entries.every(([key, each]) => IDS.includes(key) || isEmpty(each));
}

;// CONCATENATED MODULE: ./src/inputs/columns/find.ts




/** What has the columns in it, in Iceberg's JSON, the AWS CLI, Terraform, Glue and dbt. */
const WRAPPERS = [
    ...['resource', 'aws_s3tables_table', 'metadata', 'iceberg', 'schema', 'schema_v2', 'schemaV2', 'table'],
    ...['Table', 'StorageDescriptor', 'models', 'fields', 'columns', 'Columns', 'field', 'column']
];
/** What a table may have besides, and would not be made with. */
const LEFT_OUT = [
    ...['partitionSpec', 'partition-spec', 'partition_spec', 'writeOrder', 'sort-order', 'write_order'],
    ...['properties', 'identifier-field-ids', 'identifierFieldIds', 'PartitionKeys']
];
/** What is a column each, wherever it stands in the whole; what is wrong with the whole goes into `problems`. */
function columnsIn(tree, problems) {
    if (tree.kind === 'text')
        return [tree];
    if (tree.kind === 'list') {
        const groups = tree.items.map((item) => item.kind === 'map' && !isColumn(item) ? columnsIn(item, problems) : [item]);
        const tables = tree.items.filter((item, at) => groups[at]?.[0] !== item && (groups[at] ?? []).length > 0);
        if (tables.length > 1)
            problems.push(TWO_TABLES);
        return groups.flat();
    }
    problems.push(...leftOut(tree));
    const types = typesByName(tree);
    if (typeof types === 'string') {
        problems.push(types);
        return [];
    }
    if (types !== undefined)
        return types;
    if (isColumn(tree))
        return [tree];
    const inside = tree.entries.filter(([key]) => WRAPPERS.includes(key));
    const twice = inside.some(([key], at) => TABLES.includes(key) && inside.findIndex(([each]) => each === key) < at);
    if (twice)
        problems.push(TWO_TABLES);
    if (inside.length > 0)
        return inside.flatMap(([key, value]) => insideOf(key, value, problems));
    const isPlain = tree.entries.every(([, value]) => value.kind === 'text');
    return isPlain ? tree.entries.map(asColumn) : [];
}
/** A block of Terraform for one column is one, even where its values are types as well. */
function insideOf(key, value, problems) {
    const isOne = ONE.includes(key) && value.kind === 'map' && isColumn(value);
    return isOne ? [value] : columnsIn(value, problems);
}
/** What is wrong where it is not plain which columns are meant. */
const TWO_TABLES = 'it has the columns of more than one table; give those of one';
/** Blocks that are one table each, and those that are one column each. */
const TABLES = WRAPPERS.filter((key) => !['field', 'column'].includes(key));
const ONE = ['field', 'column'];
/** `{ "id": "long" }`: columns by their names. What could as well be one column is told. */
function typesByName({ entries }) {
    const isPlain = entries.length > 0 && entries.every(([, value]) => value.kind === 'text' && isType(value.text));
    if (!isPlain)
        return undefined;
    const keys = entries.map(([key]) => key);
    const couldBeOne = keys.every((key) => members_KNOWN.includes(key) && !FIELD_ID.includes(key)) &&
        [NAME, TYPE].every((each) => keys.some((key) => each.includes(key)));
    if (couldBeOne)
        return `${quoted(keys.join(', '))} may be one column, or the names of several; give name: type`;
    return entries.map(asColumn);
}
function isType(text) {
    return 'value' in icebergType(splitType(text).type, false);
}
function isColumn(tree) {
    const keys = tree.entries.map(([key]) => key);
    const hasType = keys.some((key) => TYPE.includes(key));
    return keys.some((key) => NAME.includes(key)) && (hasType || !keys.some((key) => WRAPPERS.includes(key)));
}
/** A column by its name. */
function asColumn([name, value]) {
    const { line } = value;
    const text = { kind: 'text', text: name, inQuotes: true, line };
    return {
        kind: 'map',
        entries: [
            ['name', text],
            ['type', value]
        ],
        line
    };
}
function leftOut(tree) {
    return tree.entries
        .filter(([key, value]) => LEFT_OUT.includes(key) && !isEmpty(value))
        .map(([key]) => `${quoted(key)} cannot be declared here; leave it out`);
}

;// CONCATENATED MODULE: ./src/inputs/columns/tree.ts





const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE', 'null'];
/** Finds the columns in Iceberg's schema JSON, a request of the AWS CLI, or the blocks of Terraform. */
function readTree(tree) {
    const foreign = foreignTree(tree);
    if (foreign !== undefined)
        return { columns: [], problems: [foreign] };
    const problems = [];
    const found = columnsIn(tree, problems);
    if (found.length === 0 && problems.length === 0) {
        problems.push('it has no columns where a schema has them: fields, each with a name and a type');
    }
    const columns = [];
    for (const each of found) {
        const column = readEntry(each);
        if (typeof column === 'string')
            problems.push(column);
        else
            columns.push(column);
    }
    return { columns, problems };
}
function readEntry(entry) {
    if (entry.kind !== 'map')
        return 'a column is not an object with a name and a type';
    const of = (keys) => entry.entries.find(([key]) => keys.includes(key))?.[1];
    const [name, type] = [of(NAME), of(TYPE)];
    if (name?.kind !== 'text')
        return 'a column has no name';
    const column = `the column ${quoted(name.text)}`;
    if (type === undefined)
        return `${column} has no type`;
    if (type.kind !== 'text')
        return `${column} is a nested one, which cannot be declared here`;
    const problem = strangeIn(entry);
    if (problem !== undefined)
        return `${column} ${problem}`;
    const { type: bare, words } = splitType(type.text.trim());
    const needs = isRequired(entry, words);
    if (needs === 'neither')
        return `whether ${column} is required is neither true nor false`;
    if (needs === 'both')
        return `${column} is both required and optional`;
    const isSql = entry.entries.some(([key]) => OF_SQL.includes(key));
    return { name: name.text, type: bare, required: needs, isSql, line: name.line };
}
/** What a column has that would be lost, or that it has twice. */
function strangeIn({ entries }) {
    const strange = entries.find(([key, value]) => !isEmpty(value) && !isNotNull(key, value) && !(members_KNOWN.includes(key) && !isStrangeId(key, value)));
    if (strange)
        return `has ${quoted(strange[0])}, which cannot be declared here`;
    const twice = [NAME, TYPE].find((keys) => entries.filter(([key]) => keys.includes(key)).length > 1);
    return twice && `has ${quoted(twice[0] ?? '')} twice`;
}
/** The id of a field is a number; a column of that name has a type. */
function isStrangeId(key, value) {
    return FIELD_ID.includes(key) && !(value.kind === 'text' && /^\d+$/.test(value.text));
}
/** The one constraint of dbt that a column of Iceberg can have. */
function isNotNull(key, value) {
    if (key !== 'constraints' || value.kind !== 'list')
        return false;
    return value.items.every((item) => item.kind === 'map' && textOf(item, 'type') === 'not_null');
}
function isRequired(entry, words) {
    const said = entry.entries.flatMap(([key, value]) => {
        if (isNotNull(key, value))
            return [true];
        const word = value.kind === 'text' ? value.text : '';
        const truth = TRUE.includes(word) ? true : FALSE.includes(word) ? false : undefined;
        if (members_REQUIRED.includes(key))
            return [truth];
        return OPTIONAL.includes(key) ? [truth === undefined ? undefined : !truth] : [];
    });
    said.push(...words.map((word) => word === 'required' || word === 'not null'));
    if (said.includes(undefined))
        return 'neither';
    return said.includes(true) && said.includes(false) ? 'both' : said.includes(true);
}
function textOf(map, key) {
    const value = map.entries.find(([each]) => each === key)?.[1];
    return value?.kind === 'text' ? value.text : undefined;
}

;// CONCATENATED MODULE: ./src/inputs/columns/yaml-lines.ts

const LINE = /^(\s*)(- +)?([\w"'-]+):(?!\S)(.*)$/;
/** The text is in the lines below, whatever it looks like. */
const BLOCK = /^[|>][-+\d]{0,2}$/;
/** The lines that say something: no comments, no empty ones, and nothing of a text in several lines. */
function readYamlLines(text) {
    const lines = [];
    let block;
    for (const [at, raw] of withoutComments(text, ['#']).split('\n').entries()) {
        const indent = raw.search(/\S/);
        if (indent < 0 || (block !== undefined && indent > block))
            continue;
        const line = readLine(raw.trimEnd(), at + 1);
        const isBlock = BLOCK.test(line.value);
        block = isBlock ? line.depth : undefined;
        lines.push(isBlock ? { ...line, value: TEXT } : line);
    }
    return lines;
}
/** What stands for a text in several lines: nothing that could be a name or a type. */
const TEXT = '|';
function readLine(raw, number) {
    const [, indent = '', bullet = '', key, value = ''] = LINE.exec(raw) ?? [];
    if (key !== undefined) {
        const depth = indent.length + bullet.length;
        return { depth, isItem: bullet !== '', key: unquoted(key), value: value.trim(), number };
    }
    const bare = raw.trim();
    return { depth: raw.search(/\S/), isItem: /^-(?:\s|$)/.test(bare), key: '', value: bare, number };
}

;// CONCATENATED MODULE: ./src/inputs/columns/yaml.ts






/** Whether a text has columns as the YAML of dbt and others has them: `- name: id`, and below it `data_type: bigint`. */
function isYamlColumns(text) {
    const lines = readYamlLines(text);
    return lines.some((line, at) => {
        const next = lines[at + 1];
        return line.isItem && line.key !== '' && next?.depth === line.depth && !next.isItem;
    });
}
/** Reads such columns. What is deeper than the members of a column, such as tests, says nothing, but for constraints. */
function readYamlColumns(text) {
    const items = [];
    const problems = [];
    let tables = 0;
    for (const line of readYamlLines(text)) {
        const last = items.at(-1);
        if (isOfTable(last, line)) {
            // What came before is the table that has them.
            items.pop();
            tables += line.key === 'columns' ? 1 : 0;
        }
        else
            addLine(items, line, problems);
    }
    if (tables > 1)
        problems.push(TWO_TABLES);
    const columns = items.map(({ entries, line }) => ({ kind: 'map', entries, line }));
    if (problems.length > 0)
        return { columns: [], problems };
    return readTree({ kind: 'list', items: columns, line: 1 });
}
function isOfTable(last, { isItem, depth, key, value }) {
    return last?.depth === depth && !isItem && CONTAINERS.includes(key) && value === '';
}
function addLine(items, line, problems) {
    const last = items.at(-1);
    const isNew = line.isItem && line.key !== '' && (last === undefined || line.depth <= last.depth);
    if (isNew)
        items.push(itemOf(line));
    // Members of what the columns stand in.
    else if (last === undefined || line.depth < last.depth)
        return;
    else if (line.isItem || line.depth > last.depth)
        addBelow(last, line, problems);
    else
        addMember(last, line, problems);
}
const CONTAINERS = ['columns', 'tables'];
function itemOf(line) {
    const { key, value, depth, number } = line;
    return { entries: [[key, yaml_valueOf(line)]], depth, line: number, open: value === '' ? key : undefined };
}
function addMember(item, line, problems) {
    if (line.key === '')
        problems.push(`the line ${quoted(line.value)} is no member of a column (line ${line.number})`);
    item.open = line.value === '' ? line.key : undefined;
    if (line.value !== '' && line.key !== '')
        item.entries.push([line.key, yaml_valueOf(line)]);
}
/** What is below a member, or goes on with its value. */
function addBelow(item, line, problems) {
    if (item.open === 'constraints' && line.key === 'type')
        item.entries.push(['constraints', constraintOf(line)]);
    else if (item.open === undefined && line.isItem) {
        problems.push(`the line ${quoted(line.key || line.value)} is an entry of nothing (line ${line.number})`);
    }
}
function yaml_valueOf({ value, number }) {
    const flow = /^[[{]/.test(value) ? readLoose(value) : undefined;
    if (flow !== undefined && 'value' in flow)
        return flow.value;
    return { kind: 'text', text: unquoted(value), inQuotes: false, line: number };
}
function constraintOf(line) {
    const entry = { kind: 'map', entries: [['type', yaml_valueOf(line)]], line: line.number };
    return { kind: 'list', items: [entry], line: line.number };
}

;// CONCATENATED MODULE: ./src/inputs/columns/read.ts







/** JSON, or a list of it; `[id] bigint` is a name in brackets. */
const JSON_START = /^(?:\{|\[\s*(?:[{[\]"']|$))/;
/** A block or an attribute of Terraform. */
const HCL_START = /^(?:resource|metadata|iceberg|schema|schema_v2|field|fields|columns)(?:\s+"[^"\n]*")*\s*(?:=\s*)?[{[]/;
/** Reads columns in whichever notation they are written. `text` has no blanks around it. */
function readColumns(text) {
    if (isCreateTable(text))
        return readCreateTable(text);
    const other = otherStatement(text) ?? foreignSchema(text);
    if (other !== undefined)
        return { columns: [], problems: [other] };
    const isHcl = HCL_START.test(text);
    if (isHcl || JSON_START.test(text)) {
        const tree = readLoose(text, isHcl ? 'body' : 'value');
        return 'value' in tree ? readTree(tree.value) : { columns: [], problems: [tree.problem] };
    }
    const printed = /^table \{([ \t\r]*\n[\s\S]*)\}$/.exec(text)?.[1];
    if (printed !== undefined)
        return readLines(printed);
    return isYamlColumns(text) ? readYamlColumns(text) : (readFlowLines(text) ?? readLines(text));
}
/** Reads lines that are an object each, `- { name: id, type: long }`; `undefined`: they are not. */
function readFlowLines(text) {
    const lines = text.split('\n').map((line) => withoutBullet(line.trim()));
    if (text === '' || !lines.every((line) => line === '' || line.startsWith('{')))
        return undefined;
    // In brackets they are a list; the commas that end a line already are not repeated.
    const items = lines.map((line) => (line === '' || line.endsWith(',') ? line : `${line},`));
    const tree = readLoose(`[${items.join('\n')}]`);
    return 'value' in tree ? readTree(tree.value) : { columns: [], problems: [tree.problem] };
}

;// CONCATENATED MODULE: ./src/inputs/table-schema.ts




/** What an engine takes as a name that is in no quotes. */
const table_schema_NAME = /^[\p{L}\p{M}\p{N}_$]+$/u;
const LONGEST_NAME = 255;
/**
 * Reads a schema: one column a line, `name: type` or `name: type required`; or as SQL, Terraform, dbt, the AWS CLI or
 * Iceberg itself have it (`columns/read.ts`). `none` is no schema. Upper-case column names are refused, since Glue, Lake
 * Formation and Athena do not show such a table
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets-naming.html).
 */
function parseTableSchema(given) {
    const text = given.trim();
    if (/^(["']?)none\1$/i.test(text))
        return { value: undefined };
    const foreign = foreignText(text);
    if (foreign !== undefined)
        return { problem: foreign };
    const raw = readColumns(text);
    const hasLines = text.includes('\n');
    const columns = [];
    const problems = [...raw.problems];
    for (const each of raw.columns) {
        const column = checked(each);
        if (typeof column !== 'string')
            columns.push(column);
        else
            problems.push(hasLines ? `${column} (line ${each.line})` : column);
    }
    problems.push(...repeated(raw.columns));
    if (raw.columns.length === 0 && problems.length === 0)
        problems.push('it has no column');
    if (problems.length === 0)
        return { value: columns };
    const types = problems.some((problem) => problem.includes(UNKNOWN)) ? `; allowed: ${ALLOWED_TYPES}` : '';
    return { problem: `${problems.join('; ')}${types}` };
}
const UNKNOWN = 'has the unknown type';
function checked({ name, type, required, isSql }) {
    const bad = nameProblem(name);
    if (bad !== undefined)
        return `the column ${quoted(name, 60)} ${bad}`;
    const known = icebergType(type, isSql);
    if ('value' in known)
        return { name, type: known.value, required };
    return `the column ${quoted(name)} ${UNKNOWN} ${quoted(type, 60)}: ${known.problem}`;
}
function nameProblem(name) {
    if (name.length > LONGEST_NAME)
        return `is longer than ${LONGEST_NAME} characters`;
    if (!table_schema_NAME.test(name)) {
        return 'has a character that no engine takes in a name without quotes; allowed: letters, digits and _';
    }
    if (name !== name.toLowerCase())
        return 'must be in lower case';
    // Two that look the same would be two columns.
    if (name !== name.normalize())
        return `has an accent as a character of its own; write ${quoted(name.normalize())}`;
    // JavaScript gives it a meaning of its own, and the AWS SDK loses it.
    return name === '__proto__' ? 'has a name that cannot be sent to AWS; choose another' : undefined;
}
function repeated(columns) {
    const seen = new Map();
    const problems = new Set();
    for (const { name } of columns) {
        const other = seen.get(name.toLowerCase());
        if (other === name)
            problems.add(`the column ${quoted(name)} is there twice`);
        else if (other !== undefined) {
            problems.add(`the columns ${quoted(other)} and ${quoted(name)} differ in upper and lower case alone`);
        }
        else
            seen.set(name.toLowerCase(), name);
    }
    return [...problems];
}

;// CONCATENATED MODULE: ./src/inputs/ttl.ts


const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_DAYS = 365;
/** Reads `90m`, `72h`, `7d` as milliseconds; at most a year. */
function parseTtl(given) {
    const text = unquoted(given.trim()).trim();
    const [, digits = '', unit = ''] = /^(\d+)([mhd])$/.exec(text) ?? [];
    const ms = Number(digits) * (UNITS[unit] ?? Number.NaN);
    if (digits === '' || Number.isNaN(ms)) {
        return { problem: `it is not a number of minutes, hours or days${ttl_hint(text)}` };
    }
    if (ms === 0)
        return { problem: 'the environment would expire at once' };
    if (ms > LONGEST_DAYS * 86_400_000)
        return { problem: `it is longer than ${LONGEST_DAYS} days` };
    return { value: ms };
}
/** The same time as it is to be written. */
function ttl_hint(text) {
    if (/^\d{1,9}$/.test(text))
        return `: say which, such as ${Number(text) || 72}h`;
    // A month, or a minute.
    if (/^P?\d+ ?M$/.test(text))
        return '';
    const ms = (secondsIn(text) ?? Number.NaN) * 1000;
    const unit = ['d', 'h', 'm'].find((each) => ms > 0 && ms % (UNITS[each] ?? 1) === 0);
    return unit === undefined ? '' : `: write ${ms / (UNITS[unit] ?? 1)}${unit}`;
}

;// CONCATENATED MODULE: ./src/inputs/fields.ts













/** They are held in memory twice: as written, and as read. */
const MAX_SMOKE_TEST_ROWS = 100_000;
const DATABASE_PERMISSIONS = ['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'];
const TABLE_PERMISSIONS = ['ALL', 'ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'];
const MAX_ADMINS = 30;
const MAX_SWEPT = 10_000;
const fields_label = dist/* pipe */.FsL(field_text, dist/* maxLength */.Ru6(src_names/* LABEL_MAX */.wd, `it has more than ${src_names/* LABEL_MAX */.wd} characters`), dist/* regex */.yGV(src_names/* LABEL */.d_, 'only letters, digits, spaces and _ . : / = + - @ are allowed, since it becomes a tag'));
/** Of the role that Identity Center made for it. */
function meantSet(given) {
    const name = (0,principal_arn/* permissionSetOf */.pF)(given);
    return name === undefined ? '' : `; write ${name}`;
}
/** Of its address, which ends in `.git` where it is for Git. */
function meantRepository(given) {
    const [, name] = /^(?:(?:https?:\/\/|git@)[^/:]+[/:])?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(given) ?? [];
    return name === undefined || name === given ? '' : `; write ${name}`;
}
/** Every input of `action.yml`. */
const FIELDS = {
    command: field(oneOf(COMMANDS), 'apply', 'apply'),
    region: field(region, 'us-east-1'),
    env: field(fields_label, 'dev'),
    application: field(fields_label, 'myapp'),
    team: field(fields_label, 'data-platform'),
    'identity-center-role-arn': field(roleOrSession, ROLE_EXAMPLE),
    'identity-center-permission-set': field(dist/* pipe */.FsL(field_text, dist/* check */.z6Y((name) => /^[\w+=,.@-]{1,32}$/.test(name), ({ input }) => `it is not the name of a permission set${meantSet(input)}`)), 'SoftwareEngineersFull'),
    'lakeformation-admin-arns': field(dist/* pipe */.FsL(list, everyEntry(isAdmin, adminProblem), dist/* maxLength */.Ru6(MAX_ADMINS, `Lake Formation takes at most ${MAX_ADMINS} administrators`)), ROLE_EXAMPLE, ''),
    'table-bucket-name': field(field_text, 'dev-myapp'),
    namespace: field(field_text, 'myapp'),
    table: field(field_text, 'myapp'),
    'glue-database': field(field_text, 'dev_myapp_db'),
    'table-schema': field(parsed(parseTableSchema), 'id: long required', 'id: long required\nname: string'),
    tags: field(parsed(parsePairs), 'cost-center=1234', ''),
    'table-bucket-policy': field(field_text, 'default', 'default'),
    'database-permissions': field(permissions('a database', DATABASE_PERMISSIONS), 'CREATE_TABLE, DESCRIBE', 'CREATE_TABLE, DESCRIBE, ALTER'),
    'table-permissions': field(permissions('tables', TABLE_PERMISSIONS), 'SELECT, DESCRIBE'),
    'analytics-integration': field(oneOf(['require', 'enable', 'ignore']), 'enable', 'require'),
    'analytics-access': field(oneOf(['iam', 'lake-formation']), 'lake-formation', 'iam'),
    'lake-formation': field(oneOf(['manage', 'ignore']), 'manage', 'manage'),
    'prune-dead-admins': flag('false'),
    adopt: flag('false'),
    'force-destroy': flag('false'),
    'smoke-test': flag('false'),
    'smoke-test-rows': field(wholeNumber('', {
        min: 0,
        max: MAX_SMOKE_TEST_ROWS,
        says: `at most ${MAX_SMOKE_TEST_ROWS} rows are written`
    }), '100', '100'),
    'smoke-test-via': field(oneOf(['s3tables', 'glue']), 's3tables', 's3tables'),
    'smoke-test-keep': flag('false'),
    'allowed-account-ids': field(dist/* pipe */.FsL(guardList, everyEntry(isAccountId, accountIdProblem)), '123456789012', ''),
    'role-to-assume': field(role, 'arn:aws:iam::123456789012:role/lake-deployer'),
    'role-session-name': field(dist/* pipe */.FsL(field_text, dist/* regex */.yGV(/^[\w+=,.@-]{2,64}$/, 'only 2 to 64 letters, digits and _ + = , . @ - are allowed')), 'lake-deploy'),
    'role-duration-seconds': field(wholeNumber(' of seconds', { min: 900, max: 43_200, says: 'it must be 900 to 43200' }, 1), '3600', '3600'),
    ttl: field(parsed(parseTtl), '72h'),
    isolation: field(oneOf(src_names/* ISOLATIONS */.Ce), 'namespace', 'bucket'),
    'fork-pull-requests': field(oneOf(['skip', 'fail', 'apply']), 'skip', 'skip'),
    'fail-on-changes': flag('false'),
    'dry-run': flag('false'),
    'sweep-limit': field(wholeNumber('', { min: 1, max: MAX_SWEPT, says: `it must be 1 to ${MAX_SWEPT}` }), '50', '50'),
    'sweep-repositories': field(dist/* pipe */.FsL(guardList, everyEntry((entry) => src_names/* REPOSITORY */.Bw.test(entry) && !entry.endsWith('.git'), (entry) => `${quoted(entry)} is not owner/name${meantRepository(entry)}`)), 'octo/lake', ''),
    'sweep-applications': field(dist/* pipe */.FsL(guardList, everyEntry((entry) => src_names/* LABEL */.d_.test(entry) && entry.length <= src_names/* LABEL_MAX */.wd, (entry) => `${quoted(entry)} cannot be an application`)), 'myapp', ''),
    comment: field(oneOf(['auto', 'always', 'never']), 'auto', 'auto'),
    'github-token': field(dist/* pipe */.FsL(field_text, 
    // The default of action.yml, where nobody has filled it in.
    dist/* transform */.pdi((token) => (token.startsWith('${{') ? '' : token))), '${{ github.token }}', ''),
    summary: flag('true'),
    'export-env': flag('false'),
    'outputs-file': field(field_text, 'lake-outputs.json'),
    'timeout-minutes': field(anyNumber(' of minutes', { min: Number.MIN_VALUE, max: 1440, says: 'it must be more than 0 and at most 1440' }, 60), '15', '15')
};

// EXTERNAL MODULE: ./src/json.ts
var src_json = __nccwpck_require__(8301);
;// CONCATENATED MODULE: ./src/inputs/github-event.ts

const github_event_number = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1));
const repository = dist/* nullish */.cl6(dist/* object */.Ikc({ id: dist/* nullish */.cl6(dist/* number */.aig()) }));
const end = dist/* nullish */.cl6(dist/* object */.Ikc({ repo: repository }));
/** What somebody wrote: a comment or a review. */
const github_event_text = dist/* nullish */.cl6(dist/* object */.Ikc({ author_association: dist/* nullish */.cl6(dist/* string */.YjP()) }));
const user = dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* nullish */.cl6(dist/* string */.YjP()) }));
/**
 * What is read of an event's payload (https://docs.github.com/webhooks/webhook-events-and-payloads). Other servers and
 * tools leave out what GitHub sends, or send `null` where GitHub sends nothing.
 */
const payload = dist/* object */.Ikc({
    action: dist/* nullish */.cl6(dist/* string */.YjP()),
    deleted: dist/* nullish */.cl6(dist/* boolean */.zMY()),
    pull_request: dist/* nullish */.cl6(dist/* object */.Ikc({ number: github_event_number, state: dist/* nullish */.cl6(dist/* string */.YjP()), head: end, base: end, user })),
    issue: dist/* nullish */.cl6(dist/* object */.Ikc({ number: github_event_number, state: dist/* nullish */.cl6(dist/* string */.YjP()), pull_request: dist/* nullish */.cl6(dist/* unknown */.L5J()) })),
    merge_group: dist/* nullish */.cl6(dist/* unknown */.L5J()),
    release: dist/* nullish */.cl6(dist/* unknown */.L5J()),
    comment: github_event_text,
    review: github_event_text,
    workflow_run: dist/* nullish */.cl6(dist/* object */.Ikc({
        event: dist/* nullish */.cl6(dist/* string */.YjP()),
        actor: user,
        head_repository: repository,
        pull_requests: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ number: github_event_number, base: end })))
    })),
    repository
});
/** Those who may write to the repository (https://docs.github.com/graphql/reference/enums#commentauthorassociation). */
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/** Anybody may say something to a public repository, and starts runs by that. */
const SAYS = ['issue_comment', 'pull_request_review', 'pull_request_review_comment'];
const DEPENDABOT = 'dependabot[bot]';
/** Reads a payload. */
function parseEvent(json) {
    const parsed = dist/* safeParse */.xLC(payload, json);
    if (parsed.success)
        return { value: parsed.output };
    const [issue] = parsed.issues;
    return { problem: `${dist/* getDotPath */.BuJ(issue) ?? 'it'} is not what GitHub sends` };
}
/** Which event a payload is of, where nobody says so: outside GitHub. */
function guessName(event) {
    if (event.pull_request)
        return 'pull_request';
    if (event.merge_group != null)
        return 'merge_group';
    if (event.workflow_run)
        return 'workflow_run';
    if (event.issue && event.comment)
        return 'issue_comment';
    if (event.release != null)
        return 'release';
    return event.deleted === true ? 'push' : 'workflow_dispatch';
}
/** The pull request whose environment the event is about. */
function pullRequestOf(name, event) {
    if (event.pull_request)
        return event.pull_request.number;
    if (name === 'issue_comment')
        return onPullRequest(event);
    const run = name === 'workflow_run' ? event.workflow_run : undefined;
    return run?.event?.startsWith('pull_request') ? ofRun(event) : undefined;
}
/** The pull request that is told: also where the event is about a comment on it, or any workflow run of it. */
function commentOn(event) {
    return event.pull_request?.number ?? onPullRequest(event) ?? ofRun(event);
}
/**
 * A run is listed with every pull request of its branch, those into forks as well: which of several it was for is not
 * told.
 */
function ofRun({ workflow_run: run, repository: own }) {
    const here = (run?.pull_requests ?? []).filter(({ base }) => !base?.repo || base.repo.id === own?.id);
    return here.length === 1 ? here[0]?.number : undefined;
}
function onPullRequest({ issue }) {
    return issue?.pull_request == null ? undefined : issue.number;
}
/** @param actor GITHUB_ACTOR: who the run acts for, also where somebody else pushed to Dependabot's branch */
function strangerIn(name, event, actor) {
    if (isFromFork(event) || (name === 'workflow_run' && isRunOfFork(event)))
        return 'fork';
    if (SAYS.includes(name))
        return isTrusted(event) ? undefined : 'commenter';
    if (name === 'schedule')
        return undefined;
    return actorsIn(event, actor).includes(DEPENDABOT) ? 'dependabot' : undefined;
}
/** A workflow run is also for whoever started the run that it follows. */
function actorsIn({ workflow_run: run, pull_request: pullRequest }, actor) {
    return [run?.actor?.login, actor || pullRequest?.user?.login];
}
function isRunOfFork({ workflow_run: run, repository: own }) {
    return run != null && run.head_repository?.id !== own?.id;
}
function isTrusted({ comment, review }) {
    return TRUSTED.includes((comment ?? review)?.author_association ?? '');
}
/** A fork that was deleted has no repository any more. */
function isFromFork({ pull_request: pullRequest }) {
    const [head, base] = [pullRequest?.head, pullRequest?.base];
    if (!head || !base?.repo)
        return false;
    return head.repo?.id !== base.repo.id;
}

;// CONCATENATED MODULE: ./src/inputs/events.ts
const ENDED = ['deleted', 'destroyed', 'unpublished', 'closed', 'dismissed'];
const hasEnded = ({ action = '' }) => ENDED.includes(action);
const isOver = (event) => hasEnded(event) || event.isClosed === true;
/**
 * What each event means for `auto`
 * (https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows). Nothing is ever made
 * for what has ended, and an event that is not here is refused: `command` says then what is wanted.
 */
const EVENTS = [
    {
        events: ['pull_request', 'pull_request_target'],
        when: '`closed`, merged or not; anything that happens to one that is closed',
        subject: 'pull request',
        does: 'destroy',
        note: 'only what carries the mark of this pull request',
        holds: ({ action, isClosed }) => action === 'closed' || isClosed === true
    },
    {
        events: ['pull_request', 'pull_request_target'],
        when: 'anything else',
        subject: 'pull request',
        does: 'apply',
        note: 'where it is open; forks and Dependabot by `fork-pull-requests`'
    },
    {
        events: ['pull_request_review', 'pull_request_review_comment'],
        when: '`dismissed`, `deleted`, or on what is closed',
        subject: 'pull request',
        does: 'skip',
        note: 'something ended',
        holds: isOver
    },
    {
        events: ['pull_request_review', 'pull_request_review_comment'],
        when: 'anything else',
        subject: 'pull request',
        does: 'apply',
        note: 'where it is open; forks, Dependabot and who may not write by `fork-pull-requests`'
    },
    {
        events: ['issue_comment'],
        when: '`deleted`, or on what is closed',
        subject: 'pull request',
        does: 'skip',
        note: 'something ended',
        holds: isOver
    },
    {
        events: ['issue_comment'],
        when: 'on a pull request',
        subject: 'pull request',
        does: 'apply',
        note: 'of an owner, a member or a collaborator; anybody else by `fork-pull-requests`',
        holds: ({ ofPullRequest }) => ofPullRequest
    },
    {
        events: ['issue_comment'],
        when: 'on an issue',
        subject: 'env',
        does: 'skip',
        note: 'an issue has no environment',
        why: 'is on an issue, which has no environment'
    },
    {
        events: ['workflow_run'],
        when: 'of a pull request',
        subject: 'pull request',
        does: 'apply',
        note: 'where it is open; of a fork by `fork-pull-requests`',
        holds: ({ ofPullRequest }) => ofPullRequest
    },
    {
        events: ['workflow_run'],
        when: 'of anything else',
        subject: 'env',
        does: 'apply',
        note: 'of a fork by `fork-pull-requests`'
    },
    {
        events: ['merge_group'],
        when: '`destroyed`',
        subject: 'env',
        does: 'skip',
        note: 'something ended',
        holds: hasEnded
    },
    {
        events: ['merge_group'],
        when: '`checks_requested`',
        subject: 'env',
        does: 'apply',
        note: 'the queue has no pull request of its own, so `env` must name one that is meant for it',
        holds: ({ action }) => action === 'checks_requested'
    },
    {
        events: ['push'],
        when: 'of a deleted branch or tag',
        subject: 'env',
        does: 'skip',
        note: 'something ended',
        holds: ({ deleted }) => deleted
    },
    { events: ['push'], when: 'anything else', subject: 'env', does: 'apply', note: '' },
    { events: ['delete'], subject: 'env', does: 'skip', note: 'something ended' },
    {
        events: ['release', 'deployment', 'deployment_status', 'registry_package'],
        when: '`deleted`, `unpublished`',
        subject: 'env',
        does: 'skip',
        note: 'something ended',
        holds: hasEnded
    },
    {
        events: [
            'release',
            'deployment',
            'deployment_status',
            'registry_package',
            'create',
            'schedule',
            'workflow_dispatch',
            'repository_dispatch',
            'workflow_call'
        ],
        when: 'anything else',
        subject: 'env',
        does: 'apply',
        note: ''
    }
];

;// CONCATENATED MODULE: ./src/inputs/meaning.ts


/** The row of an event; `undefined`: `auto` does not know it. Pure. */
function rowOf(name, event) {
    return EVENTS.find(({ events, holds }) => events.includes(name) && (holds?.(event) ?? true));
}
/** What an event means. Pure. */
function meaningOf(name, event) {
    const row = rowOf(name, event);
    const action = event.action === undefined ? '' : ` (${(0,src_text/* shown */.SP)(event.action)})`;
    const what = `\`${(0,src_text/* shown */.SP)(name)}\`${action}`;
    if (row === undefined) {
        return {
            does: 'refuse',
            why: `What auto should do at the event ${what} is not known.`
        };
    }
    if (row.does === 'skip') {
        return {
            does: 'skip',
            why: `The event ${what} ${row.why ?? 'tells that something ended'}. Nothing was done.`
        };
    }
    return { does: row.does };
}

;// CONCATENATED MODULE: ./src/inputs/github-context.ts





const NUMBER = /^\d{1,20}$/;
/** Reads the runner's variables and the event's payload; of a payload that cannot be read nothing is known. */
function readGitHubContext(env) {
    const { GITHUB_REPOSITORY: name } = env;
    const { event, problem: unread } = readEvent(env);
    const { pull_request: pullRequest } = event;
    // Outside GitHub, where nobody says which event it is, its payload tells.
    const eventName = env.GITHUB_EVENT_NAME || guessName(event);
    const about = pullRequestOf(eventName, event);
    const problem = unread ?? withoutNumber(eventName, event);
    const run = runOf(env);
    return {
        repository: name || undefined,
        pullRequest: pullRequest?.number,
        action: pullRequest ? (event.action ?? undefined) : undefined,
        about,
        meaning: problem === undefined ? meaningIn(eventName, event) : { does: 'refuse', why: problem },
        stranger: strangerIn(eventName, event, env.GITHUB_ACTOR),
        problem,
        fromFork: isFromFork(event),
        commentOn: commentOn(event),
        run,
        runUrl: run && urlOf(env),
        apiUrl: (0,src_text/* withoutSlash */.mW)(env.GITHUB_API_URL || 'https://api.github.com')
    };
}
/** Numbers, wherever there are any; something else cannot become a tag, or the name of a table. */
function runOf({ GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: given }) {
    const attempt = given || '1';
    return NUMBER.test(id) && NUMBER.test(attempt) ? `${id}-${attempt}` : undefined;
}
function meaningIn(name, event) {
    return meaningOf(name, {
        action: event.action ?? undefined,
        deleted: event.deleted ?? false,
        isClosed: (event.pull_request ?? event.issue)?.state === 'closed',
        ofPullRequest: pullRequestOf(name, event) !== undefined
    });
}
function urlOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, ...env }) {
    const attempt = env.GITHUB_RUN_ATTEMPT || '1';
    // Gitea has no page for an attempt.
    const run = attempt === '1' ? env.GITHUB_RUN_ID : `${env.GITHUB_RUN_ID}/attempts/${attempt}`;
    return `${server || 'https://github.com'}/${name}/actions/runs/${run}`;
}
function readEvent({ GITHUB_EVENT_PATH: path }) {
    if (!path)
        return { event: {} };
    const unread = (why) => ({
        event: {},
        problem: `The payload of the event, ${path}, cannot be read: ${why}. Without it auto does not know whether there is anything to make.`
    });
    try {
        const bytes = (0,external_node_fs_.readFileSync)(path);
        if (isUtf16(bytes))
            return unread('it is UTF-16, and GitHub writes UTF-8');
        const json = (0,src_json/* readJson */.Vh)(bytes.toString('utf8'));
        if (!('value' in json))
            return unread(json.problem);
        const event = parseEvent(json.value);
        return 'value' in event ? { event: event.value } : unread(event.problem);
    }
    catch (thrown) {
        return unread(thrown.code ?? 'reading it failed');
    }
}
function isUtf16(bytes) {
    return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
/** An event of a pull request whose payload has none must not be taken for one of something else. */
function withoutNumber(name, event) {
    const isOfOne = name.startsWith('pull_request') ||
        (name === 'workflow_run' && event.workflow_run?.event?.startsWith('pull_request'));
    if (name === 'workflow_run' && !event.workflow_run)
        return unsaid(name);
    if (!isOfOne || pullRequestOf(name, event) !== undefined)
        return undefined;
    return unsaid(name);
}
function unsaid(name) {
    return `The payload of the event \`${(0,src_text/* shown */.SP)(name)}\` does not say which open pull request it is about, and without that auto does not know whose environment is meant.`;
}

;// CONCATENATED MODULE: ./src/inputs/names.ts

/** The input that each name can be set by. */
const INPUT_OF = {
    tableBucket: 'table-bucket-name',
    namespace: 'namespace',
    table: 'table',
    glueDatabase: 'glue-database'
};
const names_KINDS = Object.keys(INPUT_OF);
/** The names as set, and derived from env and application where they are not. */
function namesFrom(values) {
    const derived = (0,src_names/* derivedNames */.o0)(values.env ?? '', values.application ?? '', values.isolation);
    return {
        tableBucket: values['table-bucket-name'] ?? derived.tableBucket,
        namespace: values.namespace ?? derived.namespace,
        table: values.table ?? derived.table,
        glueDatabase: values['glue-database'] ?? derived.glueDatabase
    };
}
/** What begins or ends as if something were missing of it: `pr-`, where there is no number. */
function halfNameProblems(values) {
    const says = 'it begins or ends with - or _: an expression in it is probably empty';
    return ['env', 'application'].flatMap((input) => {
        const given = values[input] ?? '';
        const example = input === 'env' ? 'dev' : 'myapp';
        return /^[-_]|[-_]$/.test(given) ? [{ input, given, says, example }] : [];
    });
}
/** The environment of a pull request by its name, and what derives the same names as that. */
const OF_PULL_REQUEST = /^pr[-_](\d+)(?![^-_])/i;
/**
 * `auto` takes the name of a pull request's environment only for that pull request: for any other it would touch what is
 * not its own, or make what no closing ends.
 */
function othersNameProblems({ command, env = '' }, pullRequest) {
    const number = OF_PULL_REQUEST.exec(env)?.[1];
    if (command !== 'auto' || number === undefined || Number(number) === pullRequest)
        return [];
    const whose = `auto takes this name at events of pull request ${Number(number)} alone`;
    const says = pullRequest === undefined
        ? `${whose}, and this event is about none: give another name, or say what is wanted by command: apply`
        : `${whose}, and this event is about ${pullRequest}: leave env out, and auto names it`;
    return [
        { input: 'env', given: env, says, example: pullRequest === undefined ? 'dev' : `pr-${pullRequest}` }
    ];
}
/** Every rule that a name breaks, with a name that breaks none. A name derived from nothing is no problem of its own. */
function nameProblems(names, given, values) {
    const derivable = values.env !== undefined && values.application !== undefined;
    return names_KINDS.flatMap((kind) => {
        const input = INPUT_OF[kind];
        if (given[input] === '' && !derivable)
            return [];
        const broken = (0,src_names/* brokenRules */.P6)(kind, names[kind]);
        if (broken.length === 0)
            return [];
        const origin = given[input] === '' ? `it is derived from env and application, and ` : '';
        return [
            { input, given: names[kind], says: origin + broken.join('; '), example: (0,src_names/* suggestName */.SX)(kind, names[kind]) }
        ];
    });
}

// EXTERNAL MODULE: ./src/policy-document.ts
var policy_document = __nccwpck_require__(8695);
;// CONCATENATED MODULE: ./src/inputs/policy-actions.ts
/**
 * The actions of S3 Tables, to recognise one that is misspelt. AWS adds some every few months, so one that is missing
 * here is no mistake
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3tables.html).
 */
const S3_TABLES_ACTIONS = [
    ...[
        'CreateNamespace',
        'CreateTable',
        'CreateTableBucket',
        'DeleteNamespace',
        'DeleteTable',
        'DeleteTableBucket'
    ],
    ...['DeleteTableBucketEncryption', 'DeleteTableBucketMetricsConfiguration', 'DeleteTableBucketPolicy'],
    ...[
        'DeleteTableBucketReplication',
        'DeleteTablePolicy',
        'DeleteTableReplication',
        'GetNamespace',
        'GetTable'
    ],
    ...['GetTableBucket', 'GetTableBucketEncryption', 'GetTableBucketMaintenanceConfiguration'],
    ...['GetTableBucketMetricsConfiguration', 'GetTableBucketPolicy', 'GetTableBucketReplication'],
    ...['GetTableBucketStorageClass', 'GetTableData', 'GetTableEncryption', 'GetTableMaintenanceConfiguration'],
    ...['GetTableMaintenanceJobStatus', 'GetTableMetadataLocation', 'GetTablePolicy'],
    ...['GetTableRecordExpirationConfiguration', 'GetTableRecordExpirationJobStatus', 'GetTableReplication'],
    ...[
        'GetTableReplicationStatus',
        'GetTableStorageClass',
        'ListNamespaces',
        'ListTableBuckets',
        'ListTables'
    ],
    ...['ListTagsForResource', 'PutTableBucketEncryption', 'PutTableBucketMaintenanceConfiguration'],
    ...['PutTableBucketMetricsConfiguration', 'PutTableBucketPolicy', 'PutTableBucketReplication'],
    ...['PutTableBucketStorageClass', 'PutTableData', 'PutTableEncryption', 'PutTableMaintenanceConfiguration'],
    ...[
        'PutTablePolicy',
        'PutTableRecordExpirationConfiguration',
        'PutTableReplication',
        'PutTableStorageClass'
    ],
    ...['RenameTable', 'TagResource', 'UntagResource', 'UpdateTableMetadataLocation']
];
/** What is meant by the actions of S3 that people know. */
const OF_S3 = {
    's3:getobject': 's3tables:GetTableData',
    's3:putobject': 's3tables:PutTableData',
    's3:listbucket': 's3tables:ListTables',
    's3:*': 's3tables:*'
};

;// CONCATENATED MODULE: ./src/inputs/policy-rules.ts



const MEMBERS = ['Version', 'Id', 'Statement'];
const VERSIONS = ['2012-10-17', '2008-10-17'];
/** Of each pair a statement has one. */
const PAIRS = [
    ['Principal', 'NotPrincipal'],
    ['Action', 'NotAction'],
    ['Resource', 'NotResource']
];
const STATEMENT_MEMBERS = ['Sid', 'Effect', ...PAIRS.flat(), 'Condition'];
const PRINCIPAL_KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const AWS_PRINCIPAL = /^(?:\*|\d{12}|arn:aws[-a-z]*:(?:iam::\d{12}:(?:root|(?:user|role)\/[^*?\s]+)|sts::\d{12}:(?:assumed-role|federated-user)\/[^*?\s]+))$/;
/**
 * What AWS would refuse of a policy that is declared, each a sentence without the final stop: by the grammar of policies
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html), and by what S3 Tables takes in the
 * policy of a table bucket.
 */
function policyProblems(document) {
    const { Version, Id, Statement } = document;
    const version = Version === undefined || VERSIONS.includes(Version);
    const sids = Statement.flatMap(({ Sid }) => (typeof Sid === 'string' && Sid !== '' ? [Sid] : []));
    const twice = sids.find((sid, at) => sids.indexOf(sid) !== at);
    return [
        ...strangers(document, MEMBERS, 'the policy'),
        ...(version ? [] : [`Version ${quoted(Version)} is not 2012-10-17`]),
        ...(Id === undefined || typeof Id === 'string' ? [] : ['Id is not a text']),
        ...(twice === undefined ? [] : [`the Sid ${quoted(twice)} is there twice`]),
        ...Statement.flatMap((statement, at) => statementProblems(statement, labelOf(statement, at)))
    ];
}
function labelOf({ Sid }, at) {
    return typeof Sid === 'string' && Sid !== '' ? `the statement ${quoted(Sid, 40)}` : `statement ${at + 1}`;
}
function statementProblems(statement, label) {
    const { Sid, Condition } = statement;
    const plainSid = Sid === undefined || (typeof Sid === 'string' && /^[A-Za-z0-9 ]*$/.test(Sid));
    const isEverybody = statement.Effect === 'Allow' && namesEverybody(statement.Principal);
    return [
        ...strangers(statement, STATEMENT_MEMBERS, label),
        ...(plainSid ? [] : [`the Sid of ${label} may have letters and digits alone`]),
        ...PAIRS.flatMap(([one, other]) => pairProblem(statement, [one, other], label)),
        ...principalProblems(statement.Principal ?? statement.NotPrincipal, label),
        ...actionProblems(statement.Action ?? statement.NotAction, label),
        ...listProblem(statement.Resource ?? statement.NotResource, `the Resource of ${label}`),
        ...conditionProblems(Condition, label),
        ...(statement.Effect === 'Allow' && statement.NotPrincipal !== undefined
            ? [`${label} allows all but its NotPrincipal, which AWS takes only where it denies; name principals`]
            : []),
        ...(isEverybody && isVoid(Condition)
            ? [
                `${label} allows everybody, which AWS always blocks for table buckets; name principals, or add a Condition`
            ]
            : [])
    ];
}
function strangers(object, known, label) {
    const strange = Object.keys(object).filter((key) => !known.includes(key));
    return strange.map((key) => {
        const near = known.find((each) => each.toLowerCase() === key.toLowerCase()) ?? nearest(key, known);
        const hint = near === undefined ? `; there are ${known.join(', ')}` : `; ${near} is probably meant`;
        return `${label} has the unknown member ${quoted(key, 60)}${hint}`;
    });
}
function pairProblem(statement, [one, other], label) {
    const [has, hasOther] = [Object.hasOwn(statement, one), Object.hasOwn(statement, other)];
    if (has && hasOther)
        return [`${label} has both ${one} and ${other}`];
    return has || hasOther ? [] : [`${label} has no ${one}, which the policy of a table bucket needs`];
}
function principalProblems(value, label) {
    if (value === undefined || value === '*')
        return [];
    if (!isObject(value)) {
        return [`the Principal of ${label} is neither "*" nor an object such as {"AWS": "123456789012"}`];
    }
    const entries = Object.entries(value);
    if (entries.length === 0)
        return [`the Principal of ${label} is empty`];
    return [
        ...strangers(value, PRINCIPAL_KINDS, `the Principal of ${label}`),
        ...entries.flatMap(([kind, who]) => listProblem(who, `${kind} in the Principal of ${label}`)),
        ...textsOf(value.AWS)
            .filter((who) => !AWS_PRINCIPAL.test(who))
            .map((who) => `${quoted(who)} is no principal: ${principalHint(who)}`),
        ...textsOf(value.Service)
            .filter((who) => !/^[a-z0-9.-]+\.amazonaws\.(?:com(?:\.cn)?|eu)$/.test(who))
            .map((who) => `${quoted(who)} is no service: write it as glue.amazonaws.com`)
    ];
}
function principalHint(who) {
    if (/[*?]/.test(who))
        return 'a wildcard is allowed alone, not in an ARN; use a Condition on aws:PrincipalArn';
    if (/:group\//.test(who))
        return 'a group cannot be one';
    if (/^A(?:ID|RO)A[A-Z0-9]+$/.test(who))
        return 'it is the id of a role or user that is gone';
    return 'give an account id of 12 digits, or the ARN of a role, a user or the root of an account';
}
function actionProblems(value, label) {
    const odd = textsOf(value).flatMap((action) => {
        if (!/^(?:\*|s3tables:[A-Za-z*?]+)$/i.test(action)) {
            const meant = OF_S3[action.toLowerCase()];
            const hint = meant === undefined ? 'those of S3 Tables begin with s3tables:' : `${meant} is probably meant`;
            return [`${label} has the action ${quoted(action)}, which is none of S3 Tables; ${hint}`];
        }
        const name = action.slice(action.indexOf(':') + 1);
        const isKnown = S3_TABLES_ACTIONS.some((each) => each.toLowerCase() === name.toLowerCase());
        const near = isKnown || /[*?]/.test(name) ? undefined : nearest(name, S3_TABLES_ACTIONS);
        return near === undefined
            ? []
            : [`${label} has the action ${quoted(action)}; s3tables:${near} is probably meant`];
    });
    return [...listProblem(value, `the Action of ${label}`), ...odd];
}
/** A text, or a list of texts that is not empty. */
function listProblem(value, what) {
    if (value === undefined)
        return [];
    const list = Array.isArray(value) ? value : [value];
    const isFine = list.length > 0 && list.every((each) => typeof each === 'string' && each !== '');
    return isFine ? [] : [`${what} is neither a text nor a list of texts`];
}
function textsOf(value) {
    return [value].flat().filter((each) => typeof each === 'string');
}
function namesEverybody(principal) {
    return principal === '*' || (isObject(principal) && textsOf(principal.AWS).includes('*'));
}
function isVoid(condition) {
    return condition === undefined || (isObject(condition) && Object.keys(condition).length === 0);
}
/** The operators there are, by what may be put around them (IAM User Guide, "Condition operators"). */
const OPERATORS = [
    ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike'],
    ...['StringNotLike', 'NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals'],
    ...['NumericGreaterThan', 'NumericGreaterThanEquals', 'DateEquals', 'DateNotEquals', 'DateLessThan'],
    ...['DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals', 'Bool', 'BinaryEquals', 'IpAddress'],
    ...['NotIpAddress', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'Null']
];
function conditionProblems(condition, label) {
    if (condition === undefined)
        return [];
    if (!isObject(condition) || !Object.values(condition).every(isObject)) {
        return [`the Condition of ${label} is not an object of objects`];
    }
    const values = Object.values(condition).flatMap((keys) => Object.values(keys));
    const isPlain = (value) => ['string', 'number', 'boolean'].includes(typeof value);
    return [
        ...Object.keys(condition).flatMap((operator) => operatorProblem(operator, label)),
        ...(values.flat().every(isPlain)
            ? []
            : [`the Condition of ${label} has a value that is no text, number or boolean`])
    ];
}
function operatorProblem(operator, label) {
    const bare = operator.replace(/^For(?:All|Any)Values?:/i, '').replace(/IfExists$/i, '');
    if (OPERATORS.some((each) => each.toLowerCase() === bare.toLowerCase()))
        return [];
    const near = nearest(bare, OPERATORS);
    const hint = near === undefined ? 'such as StringEquals or ArnLike' : `${near} is probably meant`;
    return [`the Condition of ${label} has the unknown operator ${quoted(operator, 60)}; ${hint}`];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/inputs/policy.ts




/** A policy has at most 20,480 characters; blanks and line breaks are none of them. */
const LARGEST_FILE = 1024 * 1024;
const PROBLEMS = {
    absent: 'it is not default, none, a JSON policy document, or the path of a file that can be read',
    outside: 'it is the path of a file outside of the workspace, which is not read',
    'too large': 'the file has more than 1 MiB, which no policy has',
    'UTF-16': 'the file is written in UTF-16; save it as UTF-8',
    'no UTF-8': 'the file is not written in UTF-8; save it as that'
};
/** Reads the input: `default`, `none`, a JSON document, or the path of one. */
function parsePolicy(text, places) {
    if (text === 'default' || text === 'none')
        return { value: text };
    if (text.startsWith('{') || text.startsWith('['))
        return declared(text);
    const file = readWorkspaceFile(text, places, LARGEST_FILE);
    if (typeof file !== 'string')
        return declared(file.text);
    return { problem: (file === 'absent' ? looksLike(text) : undefined) ?? PROBLEMS[file] };
}
function isYaml(text) {
    return /^(?:Version|Statement|Id):/m.test(text);
}
/** A policy that AWS would take, as far as that can be known without asking. */
function declared(text) {
    const policy = (0,policy_document/* parsePolicyDocument */.X)(text);
    if ('problem' in policy)
        return { problem: looksLike(text) ?? `${policy.problem}${commaHint(text)}` };
    const problems = policyProblems(policy.value);
    return problems.length === 0 ? policy : { problem: problems.join('; ') };
}
/** The comma that people leave before a bracket, which Node tells no place of. */
function commaHint(text) {
    const tokens = text.matchAll(/"(?:[^"\\\n]|\\.)*"|,\s*[\]}]/g);
    const comma = [...tokens].find(([token]) => token.startsWith(','));
    if (comma === undefined)
        return '';
    return `: the comma at the end of line ${text.slice(0, comma.index).split('\n').length} has nothing after it`;
}
/** What it is instead of a policy, where that is plain to see. */
function looksLike(text) {
    if (/^\s*\{\s*"resourcePolicy"\s*:/.test(text))
        return 'it is an answer of the AWS CLI; give what resourcePolicy holds';
    return isYaml(text) ? 'it is YAML, and a policy is JSON' : foreignText(text.trim());
}

// EXTERNAL MODULE: ./src/ownership.ts
var ownership = __nccwpck_require__(2334);
;// CONCATENATED MODULE: ./src/inputs/tags.ts


/** 50 on a resource (S3 Tables, TagResource), less those that this action sets. */
const MAX_USER_TAGS = 38;
/** Of the separators that AWS takes only the blanks: what ends a line is no part of a tag that anybody wants. */
const CHARACTERS = /^[\p{L}\p{Zs}\p{N}_.:/=+@-]*$/u;
const EXAMPLE = 'cost-center=1234';
/** What S3 Tables or Glue would refuse of the user's tags, and what would get in the way of this action's own. */
function tagProblems(tags) {
    const problem = (given, says) => ({
        input: 'tags',
        given,
        says,
        example: EXAMPLE
    });
    const problems = Object.entries(tags).flatMap(([key, value]) => brokenTagRules(key, value).map((says) => problem(`${key}=${value}`, says)));
    const count = Object.keys(tags).length;
    if (count > MAX_USER_TAGS)
        problems.push(problem(`${count} tags`, `at most ${MAX_USER_TAGS} are allowed`));
    return problems;
}
function brokenTagRules(key, value) {
    const rules = [
        [(0,ownership/* isReservedTag */.HW)(key), `the key ${quoted(key)} is set by this action`],
        // JavaScript gives it a meaning of its own, and the AWS SDK loses it.
        [key === '__proto__', `the key ${quoted(key)} cannot be sent to AWS; choose another`],
        [/^aws:/i.test(key), 'keys that begin with aws: are reserved by AWS'],
        [key === '', 'the key is empty'],
        [characters(key) > 128, 'the key has more than 128 characters'],
        [characters(value) > 256, 'the value has more than 256 characters'],
        [!CHARACTERS.test(key + value), 'only letters, digits, spaces and _ . : / = + - @ are allowed']
    ];
    return rules.filter(([broken]) => broken).map(([, says]) => says);
}
/** As Unicode counts them. */
function characters(text) {
    return [...text].length;
}

// EXTERNAL MODULE: ./src/policy-resources.ts
var policy_resources = __nccwpck_require__(2301);
;// CONCATENATED MODULE: ./src/inputs.ts










/** What cannot be left out, by command. */
const ALWAYS_REQUIRED = ['env', 'application'];
const REQUIRED_TO_BUILD = ['team'];
/** What takes the environment as it is. */
const WITHOUT_BUILDING = ['destroy', 'smoke-test', 'iam-policy'];
/**
 * Reads every `INPUT_*` variable as GitHub's runner sets them, with the defaults of `action.yml` for those that
 * are empty. Throws `INVALID_INPUT` with all the problems of all inputs.
 */
function readInputs(env) {
    const read = readGitHubContext(env);
    const given = givenTexts(env, read);
    const github = given.command === 'auto' ? { ...read, pullRequest: read.about } : read;
    const problems = [];
    const values = readValues(given, problems);
    const deed = isEnd(values, github) ? 'destroy' : values.command;
    problems.push(...inputs_missing(given, values.command, deed));
    const names = namesFrom(values);
    problems.push(...halfNameProblems(values), ...othersNameProblems(values, github.pullRequest), ...repositoryProblems(github), ...nameProblems(names, given, values), ...tagProblems(values.tags ?? {}));
    const policy = readPolicy(given['table-bucket-policy'], env, problems);
    const { region, env: envName = '', application = '' } = values;
    problems.push(...policyPlaceProblems(policy, { region, deed }, names, given['table-bucket-policy']));
    const isNamed = values.command === 'sweep' || envName !== '';
    if (problems.length > 0 || !region || !isNamed)
        throw invalid(problems);
    return { ...values, region, env: envName, application, names, policy, github };
}
/** `auto` at the end of a pull request needs no more than `destroy` does. */
function isEnd({ command }, { meaning }) {
    return command === 'auto' && meaning.does === 'destroy';
}
/** The runner upper-cases an input's name and keeps its hyphens. */
function givenTexts(env, { about }) {
    const names = Object.keys(FIELDS);
    const texts = names.map((name) => [name, env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '']);
    const given = Object.fromEntries(texts);
    if (given.command === 'auto' && about !== undefined)
        given.env ||= `pr-${about}`;
    given.region ||= env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1';
    return given;
}
function readValues(given, problems) {
    const entries = Object.keys(FIELDS).map((input) => {
        const { schema, example, fallback } = FIELDS[input];
        const text = given[input] || fallback;
        if (text === undefined)
            return [input, undefined];
        const result = dist/* safeParse */.xLC(schema, text);
        if (result.success)
            return [input, result.output];
        const says = result.issues.map((issue) => issue.message).join('; ');
        problems.push({ input, given: given[input], says, example });
        return [input, undefined];
    });
    return Object.fromEntries(entries);
}
function inputs_missing(given, command, deed = command) {
    if (command === 'sweep')
        return [];
    const building = !WITHOUT_BUILDING.includes(deed);
    const required = building ? [...ALWAYS_REQUIRED, ...REQUIRED_TO_BUILD] : ALWAYS_REQUIRED;
    const says = `${command ?? 'the command'} needs it${command === 'auto' ? ', as the event is about no pull request' : ''}`;
    return [
        ...required
            .filter((input) => given[input] === '')
            .map((input) => ({ input, given: '', says, example: FIELDS[input].example })),
        ...sharedBucketProblems(given),
        ...(building ? roleProblems(given, says) : [])
    ];
}
/** It becomes a mark, and part of the addresses that GitHub is asked at. GitHub's runner sets it; elsewhere people do. */
function repositoryProblems({ repository: given }) {
    if (given === undefined || src_names/* REPOSITORY */.Bw.test(given))
        return [];
    return [{ input: 'GITHUB_REPOSITORY', given, says: 'it is not owner/name', example: 'octo/lake' }];
}
/** A bucket that environments share cannot be named after one of them. */
function sharedBucketProblems(given) {
    if (given.isolation !== 'namespace' || given['table-bucket-name'] !== '')
        return [];
    const says = 'isolation: namespace needs it: the table bucket that the environments share';
    return [{ input: 'table-bucket-name', given: '', says, example: 'lake-pull-requests' }];
}
/** The role is named by its ARN or by its permission set; both could name two. */
function roleProblems(given, says) {
    const [input, other] = ['identity-center-role-arn', 'identity-center-permission-set'];
    const { example } = FIELDS[input];
    if (given[input] === '' && given[other] === '') {
        return [{ input, given: '', says: `${says}, or ${other}`, example }];
    }
    if (given[input] === '' || given[other] === '')
        return [];
    const both = `it is given together with ${input}; give one of them`;
    return [{ input: other, given: given[other], says: both, example: FIELDS[other].example }];
}
function readPolicy(given, env, problems) {
    const places = { workspace: env.GITHUB_WORKSPACE || process.cwd(), temp: env.RUNNER_TEMP };
    const result = parsePolicy(given || 'default', places);
    if ('value' in result)
        return result.value;
    problems.push({ input: 'table-bucket-policy', given, says: result.problem, example: 'policies/lake.json' });
    return 'default';
}
/** Which account it is for is known later (`environment.ts`); which table bucket, now. */
function policyPlaceProblems(policy, { region, deed }, { tableBucket }, given) {
    // What is removed has its own policy, whatever this one says.
    const isUsed = deed !== 'destroy' && deed !== 'sweep';
    if (typeof policy === 'string' || region === undefined || !isUsed)
        return [];
    const foreign = (0,policy_resources/* foreignResources */.c)(policy, { region, tableBucket });
    if (foreign.length === 0)
        return [];
    const bucket = `arn:aws:s3tables:${region}:<account id>:bucket/${tableBucket}`;
    const says = `${foreign.map((each) => quoted(each)).join(', ')} is not the table bucket that the policy is for, nor anything in it${wildcardHint(foreign)}`;
    return [{ input: 'table-bucket-policy', given, says, example: `"Resource": ["${bucket}", "${bucket}/*"]` }];
}
function wildcardHint(resources) {
    const has = resources.some((each) => /[*?]/.test(each.split(':').slice(0, 5).join(':')));
    return has ? '; a wildcard may stand only after bucket/, so name region and account' : '';
}
function invalid(problems) {
    const lines = problems.map((problem) => `- ${problemLine(problem)}`);
    const inputs = new Set(problems.map(({ input }) => input)).size;
    const count = inputs === 1 ? 'One input' : `${inputs} inputs`;
    return new errors/* ActionError */.lZ('INVALID_INPUT', { found: `${count} cannot be used:\n${lines.join('\n')}\n` });
}
/** Reads what {@link Wishes} says, one input at a time. Throws nothing. */
function readWishes(env) {
    const github = readGitHubContext(env);
    const values = readValues(givenTexts(env, github), []);
    return {
        command: values.command,
        github,
        choice: values['fork-pull-requests'],
        summary: values.summary ?? true,
        exportEnv: values['export-env'] ?? false,
        outputsFile: values['outputs-file']
    };
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./src/lifetime.ts


/**
 * Calls in flight may end, and be cleaned up after, for so long after a signal or the deadline, ms: the runner sends
 * SIGTERM 7,500 ms after SIGINT.
 */
const GRACE_MS = 5_000;
const SIGNALS = ['SIGINT', 'SIGTERM'];
/**
 * Begins a run: one deadline, and an end on SIGINT or SIGTERM. The first signal stops new work and lets the calls
 * in flight end; the second ends the process with 130.
 */
function beginLifetime({ timeoutMs, reporter, clock, signals }) {
    const stop = new AbortController();
    const cut = new AbortController();
    // Every call listens, and there may be many at once: that is no leak, and no warning in the log.
    (0,external_node_events_.setMaxListeners)(Infinity, stop.signal, cut.signal);
    const timers = [];
    const end = (reason) => {
        if (stop.signal.aborted)
            return;
        stop.abort(reason);
        timers.push(setTimeout(() => cut.abort(reason), GRACE_MS));
    };
    const onSignal = (name) => {
        if (stop.signal.aborted) {
            reporter.error(`Received ${name} while the run was being stopped.`, 'CANCELLED');
            signals.exit(130);
        }
        reporter.warning(`Received ${name}: no new work is begun, calls in flight are let end.`);
        end(new errors/* ActionError */.lZ('CANCELLED', { found: `The run was cancelled (${name}).` }));
    };
    timers.push(setTimeout(() => end(tooLate(timeoutMs)), timeoutMs));
    for (const name of SIGNALS)
        signals.on(name, onSignal);
    return {
        context: { deadline: clock.now() + timeoutMs, signal: stop.signal, cut: cut.signal, reporter, clock },
        close: () => {
            timers.forEach(clearTimeout);
            for (const name of SIGNALS)
                signals.off(name, onSignal);
        }
    };
}
function tooLate(timeoutMs) {
    const minutes = timeoutMs / 60_000;
    return new errors/* ActionError */.lZ('TIMED_OUT', {
        found: `The run did not end in time (timeout-minutes: ${minutes}).`
    });
}

// EXTERNAL MODULE: ./src/proxy.ts
var proxy = __nccwpck_require__(8903);
;// CONCATENATED MODULE: ./src/run.ts











/** Runs the action and ends the process with it, whatever connection is still open. */
async function main(env) {
    await run(env);
    await endProcess();
}
/** Runs the action: inputs, command, outcome, report. Never throws; a failure is told, and sets the exit code 1. */
async function run(env) {
    const reporter = githubReporter(env);
    const begun = begin(env);
    if ('told' in begun)
        return tell(begun.told, begun.wishes, { env, reporter });
    const { inputs } = begun;
    if (inputs['github-token'] !== '')
        reporter.runner.mask(inputs['github-token']);
    const timeoutMs = inputs['timeout-minutes'] * 60_000;
    // Until the report is done: a signal that comes during it must not end the process with half of it.
    const lifetime = beginLifetime({ timeoutMs, reporter, clock: systemClock, signals: process });
    try {
        const outcome = await perform(inputs, { env, reporter, context: lifetime.context });
        if (outcome.skipped !== undefined)
            reporter.notice(outcome.skipped);
        const { summary, 'export-env': exportEnv, 'outputs-file': outputsFile } = inputs;
        const wishes = { summary, exportEnv, outputsFile, env, signal: lifetime.context.signal };
        await report(outcome, {
            ...wishes,
            comment: outcome.skipped === undefined ? commentFor(inputs) : undefined,
            gone: goneFor(inputs)
        }, reporter);
    }
    finally {
        lifetime.close();
    }
}
function begin(env) {
    const wishes = readWishes(env);
    const told = (0,by_event/* byEvent */.e)(wishes);
    if (told !== undefined)
        return { told, wishes };
    try {
        return { inputs: readInputs(env) };
    }
    catch (thrown) {
        return { told: (0,by_event/* unread */.g)(wishes, (0,errors/* asActionError */.z6)(thrown)), wishes };
    }
}
/** What can be read of the wishes counts, although the inputs as a whole are not. */
function tell(outcome, { summary, exportEnv, outputsFile }, { env, reporter }) {
    if (outcome.skipped !== undefined)
        reporter.notice(outcome.skipped);
    return report(outcome, { summary, exportEnv, outputsFile, env }, reporter);
}
const OF_AN_ENVIRONMENT = [
    ['s3tables', 'glue'],
    ['lakeFormation', 's3']
];
/**
 * The services that a command asks. Their clients are loaded while the run waits: those that are asked first while it waits
 * to know whose account it is.
 */
const WAVES = {
    plan: OF_AN_ENVIRONMENT,
    apply: [...OF_AN_ENVIRONMENT, ['iam']],
    auto: [...OF_AN_ENVIRONMENT, ['iam']],
    destroy: OF_AN_ENVIRONMENT,
    sweep: [['s3tables', 'glue'], ['lakeFormation']],
    'smoke-test': [['s3tables', 's3']],
    'iam-policy': []
};
async function perform(inputs, { env, reporter, context }) {
    const { command, region } = inputs;
    // Loaded only for inputs that can be used.
    const [{ RUN }, { makeAws, sessionNameFor }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(138), __nccwpck_require__.e(144)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1144)),
        __nccwpck_require__.e(/* import() */ 1).then(__nccwpck_require__.bind(__nccwpck_require__, 7001))
    ]);
    const guest = { stranger: inputs.github.stranger, choice: inputs['fork-pull-requests'] };
    try {
        // What asks GitHub reads these variables by itself.
        Object.assign(env, (0,proxy/* proxyVariables */.eq)(env));
        const role = roleToAssume(inputs, sessionNameFor(inputs.github.run), context, reporter);
        const aws = makeAws({ region, env, role, waves: WAVES[command] });
        const pullRequests = pullRequestsOf(accessOf(inputs));
        return (0,fork/* forFork */.C)(await RUN[command]({ inputs, context, aws, pullRequests }), guest);
    }
    catch (thrown) {
        const failures = [(0,errors/* asActionError */.z6)(thrown)];
        return (0,fork/* forFork */.C)({ command, dryRun: false, results: [], outputs: { command }, failures }, guest);
    }
}
/** GitHub's API, as the run may use it. */
function accessOf({ github, 'github-token': token }) {
    return { token, repository: github.repository ?? '', apiUrl: github.apiUrl };
}
/** Where to comment; `undefined`: nowhere. */
function commentFor(inputs) {
    const { comment, github, env, application, region } = inputs;
    const pullRequest = comment === 'always' ? github.commentOn : github.pullRequest;
    if (comment === 'never' || pullRequest === undefined || env === '')
        return undefined;
    const { runUrl, fromFork } = github;
    return { access: accessOf(inputs), subject: { env, application, region }, pullRequest, runUrl, fromFork };
}
/** Where to say that swept environments are gone; `undefined`: nowhere. */
function goneFor(inputs) {
    if (inputs.comment === 'never' || inputs.command !== 'sweep')
        return undefined;
    return { access: accessOf(inputs), region: inputs.region, runUrl: inputs.github.runUrl };
}
/** The role that the run is to assume itself; `undefined`: the SDK finds credentials. */
function roleToAssume(inputs, defaultName, context, { runner }) {
    const { 'role-to-assume': arn, 'role-session-name': name, 'role-duration-seconds': seconds } = inputs;
    if (arn === undefined)
        return undefined;
    const sessionName = name ?? defaultName;
    return { arn, sessionName, durationSeconds: seconds, context, mask: (secret) => runner.mask(secret) };
}


/***/ }),

/***/ 8992:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ beginning),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   To: () => (/* binding */ showBoth),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   mW: () => (/* binding */ withoutSlash),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/** How many characters of a value a line shows. */
const SHOWN = 120;
/** … and a value that stands alone, with nothing to compare it with. */
const SHOWN_ALONE = 400;
/** What .NET, and so GitHub's runner, JavaScript or a browser takes for the end of a line. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Sequences that a terminal obeys. */
// eslint-disable-next-line no-control-regex
const ANSI = /[\u001b\u009b]\[?[0-?]*[ -/]*[@-~]/g;
/**
 * What is not seen, but means something: control characters, what turns the direction of writing, and what Unicode says
 * is to be ignored, which .NET also ignores when it compares.
 */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/**
 * Text from outside without what a terminal or a browser would obey, and without what nobody sees. Line feeds and tabs
 * stay. In time linear in its length, as is everything here.
 */
function plain(text) {
    return text.toWellFormed().replace(LINE_END, '\n').replace(ANSI, '').replace(UNSEEN, '');
}
/** Text from outside as one line. */
function oneLine(text) {
    return plain(text).replace(/\s+/g, ' ').trim();
}
/** `text`, or its beginning and how much more there is, in at most about `limit` characters. */
function shorten(text, limit = SHOWN) {
    const start = beginning(text, limit);
    return start === text ? text : `${start}… and ${text.length - start.length} more characters`;
}
/** At most the first `limit` UTF-16 code units, no character cut in two. */
function beginning(text, limit) {
    if (text.length <= limit)
        return text;
    const isCut = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
    return text.slice(0, isCut ? limit - 1 : limit);
}
/** A name or another short text that a stranger wrote, to be put into a sentence. */
function shown(text, limit = SHOWN) {
    return shorten(oneLine(beginning(text, LONGEST_READ)), limit);
}
/** Nobody reads more than that of a text in a sentence. */
const LONGEST_READ = 100_000;
/** A value of a plan for people: text as it is, everything else as compact JSON, nothing as `(none)`. */
function show(value) {
    if (value === undefined)
        return '(none)';
    if (typeof value === 'string')
        return value === '' ? '""' : plain(value);
    return plain(JSON.stringify(value) ?? '(none)');
}
/** Two values side by side, both cut to the part in which they differ when they are long. */
function showBoth(from, to) {
    const [before, after] = [show(from), show(to)];
    if (from === undefined)
        return [before, shorten(after, SHOWN_ALONE)];
    if (before.length <= SHOWN && after.length <= SHOWN)
        return [before, after];
    const start = Math.max(0, commonPrefix(before, after) - 20);
    return [cut(before, start), cut(after, start)];
}
function commonPrefix(one, other) {
    let length = 0;
    while (length < one.length && one[length] === other[length])
        length++;
    return length;
}
function cut(text, start) {
    const part = text.slice(start, start + SHOWN).toWellFormed();
    return `${start > 0 ? '…' : ''}${part}${start + SHOWN < text.length ? '…' : ''}`;
}
/** Milliseconds as seconds with one digit: `1.2 s`. */
function seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}
/** `1 error`, `2 errors`. */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
/** An address or a path without the slashes at its end. */
function withoutSlash(text) {
    let end = text.length;
    while (text[end - 1] === '/')
        end--;
    return text.slice(0, end);
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ JSONParse),
/* harmony export */   i: () => (/* binding */ JSONStringify)
/* harmony export */ });
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/; // Noise - strings that match the custom format before being converted to it
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;

const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;

/**
 * @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
 * @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
 */

/**
 * Checks if a value is unstringifiable according to native JSON.stringify rules.
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is undefined, a function, or a symbol.
 */
const isUnstringifiable = (val) =>
  val === undefined || typeof val === "function" || typeof val === "symbol";

/**
 * Checks if a value is a native JSON.rawJSON object (Node.js 22+).
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is a RawJSON instance.
 */
const isRawJSON = (val) =>
  val !== null &&
  typeof val === "object" &&
  val.constructor &&
  val.constructor.name === "RawJSON";

/**
 * Iteratively converts a JS value to a JSON string.
 * Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
 * Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
 *
 * @param {any} rootValue The value to stringify.
 * @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
 * @param {string | number} [spaceParam] Indentation for pretty-printing.
 * @returns {string | undefined} The generated JSON string.
 */
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
  let space = "";

  if (typeof spaceParam === "number") {
    space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
  } else if (typeof spaceParam === "string") {
    space = spaceParam.slice(0, 10);
  }

  const isFunctionReplacer = typeof replacer === "function";
  const propertyList = Array.isArray(replacer)
    ? new Set(replacer.map(String))
    : null;

  /**
   * Prepares a value for stringification by resolving toJSON, handling BigInts,
   * applying custom replacers, and unwrapping primitive objects.
   *
   * @param {object|Array} parent The parent object or array holding the value.
   * @param {string} key The key associated with the value.
   * @param {any} val The raw value to process.
   * @returns {any} The processed value ready for stringification.
   */
  const prepareVal = (parent, key, val) => {
    const isObject = val !== null && typeof val === "object";
    const hasToJSON = isObject && typeof val.toJSON === "function";

    if (hasToJSON) {
      val = val.toJSON(key);
    }

    const isNoise = typeof val === "string" && noiseValue.test(val);

    if (isNoise) return val + "n";

    const isBigInt = typeof val === "bigint";

    if (isBigInt) {
      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return JSON.rawJSON(val.toString());

      return val.toString() + "n";
    }

    if (isFunctionReplacer) {
      val = replacer.call(parent, key, val);
    }

    const isPostReplacerObject = val !== null && typeof val === "object";

    if (isPostReplacerObject) {
      const isPrimitiveWrapper =
        val instanceof Number ||
        val instanceof String ||
        val instanceof Boolean;

      if (isPrimitiveWrapper) {
        val = val.valueOf();
      }
    }

    return val;
  };

  const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);

  if (isUnstringifiable(rootProcessed)) {
    return undefined;
  }

  const isRootPrimitive =
    rootProcessed === null || typeof rootProcessed !== "object";
  const isRootNativeRawJSON = isRawJSON(rootProcessed);

  if (isRootPrimitive || isRootNativeRawJSON) {
    return originalStringify(rootProcessed);
  }

  const chunks = [];
  let level = 0;

  const stack = [
    {
      parent: { "": rootProcessed },
      key: "",
      val: rootProcessed,
      isArray: Array.isArray(rootProcessed),
      keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
      index: 0,
      first: true,
    },
  ];

  const visited = new WeakSet([rootProcessed]);

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (node.index === 0) {
      chunks.push(node.isArray ? "[" : "{");
      level++;
    }

    let isDone = false;

    if (node.isArray) {
      if (node.index < node.val.length) {
        if (!node.first) chunks.push(",");

        if (space) chunks.push("\n" + space.repeat(level));

        const childRaw = node.val[node.index];
        const childVal = prepareVal(node.val, String(node.index), childRaw);

        if (isUnstringifiable(childVal)) {
          chunks.push("null");
          node.first = false;
          node.index++;
        } else {
          const isComplexObject =
            childVal !== null && typeof childVal === "object";
          const isNativeRaw = isRawJSON(childVal);

          if (isComplexObject && !isNativeRaw) {
            if (visited.has(childVal)) {
              throw new TypeError("Converting circular structure to JSON");
            }

            visited.add(childVal);

            stack.push({
              parent: node.val,
              key: String(node.index),
              val: childVal,
              isArray: Array.isArray(childVal),
              keys: Array.isArray(childVal) ? null : Object.keys(childVal),
              index: 0,
              first: true,
            });

            node.first = false;
            node.index++;
          } else {
            chunks.push(originalStringify(childVal));
            node.first = false;
            node.index++;
          }
        }
      } else {
        isDone = true;
      }
    } else {
      while (node.index < node.keys.length) {
        const k = node.keys[node.index++];

        const isFilteredOutByArray = propertyList && !propertyList.has(k);

        if (isFilteredOutByArray) continue;

        const childRaw = node.val[k];
        const childVal = prepareVal(node.val, k, childRaw);

        if (isUnstringifiable(childVal)) continue;

        if (!node.first) chunks.push(",");

        if (space) {
          chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
        } else {
          chunks.push(originalStringify(k) + ":");
        }

        const isComplexObject =
          childVal !== null && typeof childVal === "object";
        const isNativeRaw = isRawJSON(childVal);

        if (isComplexObject && !isNativeRaw) {
          if (visited.has(childVal)) {
            throw new TypeError("Converting circular structure to JSON");
          }

          visited.add(childVal);

          stack.push({
            parent: node.val,
            key: k,
            val: childVal,
            isArray: Array.isArray(childVal),
            keys: Array.isArray(childVal) ? null : Object.keys(childVal),
            index: 0,
            first: true,
          });

          node.first = false;

          break; // Stop current loop level to process the newly pushed stack node
        } else {
          chunks.push(originalStringify(childVal));
          node.first = false;
        }
      }

      const isNodeFullyProcessed =
        node.index >= node.keys.length && stack[stack.length - 1] === node;

      if (isNodeFullyProcessed) {
        isDone = true;
      }
    }

    if (isDone) {
      level--;

      if (!node.first && space) chunks.push("\n" + space.repeat(level));

      chunks.push(node.isArray ? "]" : "}");
      visited.delete(node.val);
      stack.pop();
    }
  }

  return chunks.join("");
};

/**
 * Converts a JavaScript value to a JSON string.
 *
 * Supports serialization of BigInt values using two strategies:
 * 1. Custom format "123n" → "123" (universal fallback)
 * 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
 *
 * All other values are serialized exactly like native JSON.stringify().
 *
 * @param {*} value The value to convert to a JSON string.
 * @param {Replacer | Array<string | number> | null} [replacer]
 * A function that alters the behavior of the stringification process,
 * or an array of strings/numbers to indicate properties to exclude.
 * @param {string | number} [space]
 * A string or number to specify indentation or pretty-printing.
 * @returns {string} The JSON string representation.
 */
const JSONStringify = (value, replacer, space) => {
  try {
    const supportsRawJSON = "rawJSON" in JSON;

    if (supportsRawJSON) {
      return originalStringify(
        value,
        (key, val) => {
          if (typeof val === "bigint") return JSON.rawJSON(val.toString());

          const hasFunctionReplacer = typeof replacer === "function";

          if (hasFunctionReplacer) return replacer(key, val);

          const isKeyInArrayReplacer =
            Array.isArray(replacer) && replacer.includes(key);

          if (isKeyInArrayReplacer) return val;

          return val;
        },
        space,
      );
    }

    if (!value) return originalStringify(value, replacer, space);

    const convertedToCustomJSON = originalStringify(
      value,
      (key, val) => {
        const isNoise = typeof val === "string" && noiseValue.test(val);

        if (isNoise) return val.toString() + "n"; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

        if (typeof val === "bigint") return val.toString() + "n";

        const hasFunctionReplacer = typeof replacer === "function";

        if (hasFunctionReplacer) return replacer(key, val);

        const isKeyInArrayReplacer =
          Array.isArray(replacer) && replacer.includes(key);

        if (isKeyInArrayReplacer) return val;

        return val;
      },
      space,
    );

    const processedJSON = convertedToCustomJSON.replace(
      bigIntsStringify,
      "$1$2$3",
    ); // Delete one "n" off the end of every BigInt value

    const denoisedJSON = processedJSON.replace(noiseStringify, "$1$2$3"); // Remove one "n" off the end of every noisy string

    return denoisedJSON;
  } catch (error) {
    if (error instanceof RangeError) {
      const convertedJSON = stringifyIteratively(value, replacer, space);

      if (convertedJSON === undefined) return undefined;

      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return convertedJSON;

      const processedJSON = convertedJSON.replace(bigIntsStringify, "$1$2$3");

      return processedJSON.replace(noiseStringify, "$1$2$3");
    }

    throw error;
  }
};

const featureCache = new Map();

/**
 * Detects if the current JSON.parse implementation supports the context.source feature.
 *
 * Uses toString() fingerprinting to cache results and automatically detect runtime
 * replacements of JSON.parse (polyfills, mocks, etc.).
 *
 * @returns {boolean} true if context.source is supported, false otherwise.
 */
const isContextSourceSupported = () => {
  const parseFingerprint = JSON.parse.toString();

  if (featureCache.has(parseFingerprint)) {
    return featureCache.get(parseFingerprint);
  }

  try {
    const result = JSON.parse(
      "1",
      (_, __, context) => !!context?.source && context.source === "1",
    );
    featureCache.set(parseFingerprint, result);

    return result;
  } catch {
    featureCache.set(parseFingerprint, false);

    return false;
  }
};

/**
 * Reviver function that converts custom-format BigInt strings back to BigInt values.
 * Also handles "noise" strings that accidentally match the BigInt format.
 *
 * @param {string | number | undefined} key The object key.
 * @param {*} value The value being parsed.
 * @param {object} [context] Parse context (if supported by JSON.parse).
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The transformed value.
 */
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
  const isCustomFormatBigInt =
    typeof value === "string" && customFormat.test(value);

  if (isCustomFormatBigInt) return BigInt(value.slice(0, -1));

  const isNoiseValue = typeof value === "string" && noiseValue.test(value);
  if (isNoiseValue) return value.slice(0, -1);

  const hasUserReviver = typeof userReviver === "function";

  if (!hasUserReviver) return value;

  return userReviver(key, value, context);
};

/**
 * Fast JSON.parse implementation (~2x faster than classic fallback).
 * Uses JSON.parse's context.source feature to detect integers and convert
 * large numbers directly to BigInt without string manipulation.
 *
 * Does not support legacy custom format from v1 of this library.
 *
 * @param {string} text JSON string to parse.
 * @param {Reviver} [reviver] Transform function to apply to each value.
 * @returns {any} Parsed JavaScript value.
 */
const JSONParseV2 = (text, reviver) => {
  return JSON.parse(text, (key, value, context) => {
    const isNumber = typeof value === "number";
    const isOutOfBounds =
      value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
    const isBigNumber = isNumber && isOutOfBounds;
    const isInt = context && intRegex.test(context.source);
    const isBigInt = isBigNumber && isInt;

    if (isBigInt) return BigInt(context.source);

    const hasCustomReviver = typeof reviver === "function";

    if (!hasCustomReviver) return value;

    return reviver(key, value, context);
  });
};

const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers =
  /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/; // Noise - strings that match the custom format before being converted to it

/**
 * Iteratively traverses the parsed object bottom-up (post-order),
 * emulating the native JSON.parse reviver behavior.
 * This avoids Call Stack overflows (RangeError) on deeply nested structures.
 *
 * @param {any} parsed The natively parsed JSON object.
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The fully processed object.
 */
const applyReviverIteratively = (parsed, userReviver) => {
  const rootHolder = { "": parsed };
  const stack = [{ parent: rootHolder, key: "", visited: false }];

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (!node.visited) {
      node.visited = true;

      const value = node.parent[node.key];
      const isComplexObject = value !== null && typeof value === "object";

      if (isComplexObject) {
        const keys = Object.keys(value);

        for (let i = keys.length - 1; i >= 0; i--) {
          stack.push({ parent: value, key: keys[i], visited: false });
        }
      }
    } else {
      const { parent, key } = node;
      let value = parent[key];

      if (typeof value === "string") {
        const isCustomFormatBigInt = customFormat.test(value);

        if (isCustomFormatBigInt) {
          value = BigInt(value.slice(0, -1));
        } else {
          const isNoise = noiseValue.test(value);

          if (isNoise) value = value.slice(0, -1);
        }
      }

      const hasUserReviver = typeof userReviver === "function";

      if (hasUserReviver) {
        value = userReviver.call(parent, key, value);
      }

      const isDeleted = value === undefined;

      if (isDeleted) {
        delete parent[key];
      } else {
        parent[key] = value;
      }

      stack.pop();
    }
  }

  return rootHolder[""];
};

/**
 * Pre-processes the JSON string to mark large numbers with an 'n' suffix.
 *
 * @param {string} text The raw JSON string.
 * @returns {string} The serialized string with marked BigInts.
 */
const serializeBigInts = (text) => {
  return text.replace(
    stringsOrLargeNumbers,
    (match, digits, fractional, exponential) => {
      const isString = match[0] === '"';
      const isNoise = isString && noiseValueWithQuotes.test(match);

      if (isNoise) return match.substring(0, match.length - 1) + 'n"'; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

      const hasFractionalOrExponential = fractional || exponential;

      // With a fixed number of digits, we can correctly use lexicographical comparison to do a numeric comparison
      const isLessThanMaxSafeInt =
        digits &&
        (digits.length < MAX_DIGITS ||
          (digits.length === MAX_DIGITS && digits <= MAX_INT));

      const isStandardValue =
        isString || hasFractionalOrExponential || isLessThanMaxSafeInt;

      if (isStandardValue) return match;

      return '"' + match + 'n"';
    },
  );
};

/**
 * Converts a JSON string into a JavaScript value.
 *
 * Supports parsing of large integers using two strategies:
 * 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
 * 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
 *
 * All other JSON values are parsed exactly like native JSON.parse().
 *
 * @param {string} text A valid JSON string.
 * @param {Reviver} [reviver]
 * A function that transforms the results. This function is called for each member
 * of the object. If a member contains nested objects, the nested objects are
 * transformed before the parent object is.
 * @returns {any} The parsed JavaScript value.
 * @throws {SyntaxError} If text is not valid JSON.
 */
const JSONParse = (text, reviver) => {
  if (!text) return originalParse(text, reviver);

  try {
    if (isContextSourceSupported()) return JSONParseV2(text, reviver); // Shortcut to a faster (2x) and simpler version

    // Find and mark big numbers with "n"
    const serializedData = serializeBigInts(text);

    return originalParse(serializedData, (key, value, context) =>
      convertMarkedBigIntsReviver(key, value, context, reviver),
    );
  } catch (error) {
    if (error instanceof RangeError) {
      const serializedData = serializeBigInts(text);
      const parsed = originalParse(serializedData);

      return applyReviverIteratively(parsed, reviver);
    }

    throw error;
  }
};




/***/ }),

/***/ 7934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BpQ: () => (/* binding */ minLength),
/* harmony export */   Bqr: () => (/* binding */ trim),
/* harmony export */   BuJ: () => (/* binding */ getDotPath),
/* harmony export */   FsL: () => (/* binding */ pipe),
/* harmony export */   H0v: () => (/* binding */ rawCheck),
/* harmony export */   IeY: () => (/* binding */ custom),
/* harmony export */   Ikc: () => (/* binding */ object),
/* harmony export */   KCZ: () => (/* binding */ union),
/* harmony export */   KIO: () => (/* binding */ picklist),
/* harmony export */   L5J: () => (/* binding */ unknown),
/* harmony export */   NTK: () => (/* binding */ rawTransform),
/* harmony export */   Oxt: () => (/* binding */ variant),
/* harmony export */   RZV: () => (/* binding */ lazy),
/* harmony export */   Ru6: () => (/* binding */ maxLength),
/* harmony export */   Wwf: () => (/* binding */ minValue),
/* harmony export */   Y2b: () => (/* binding */ safeInteger),
/* harmony export */   YOg: () => (/* binding */ array),
/* harmony export */   YjP: () => (/* binding */ string),
/* harmony export */   _H3: () => (/* binding */ looseObject),
/* harmony export */   aig: () => (/* binding */ number),
/* harmony export */   cl6: () => (/* binding */ nullish),
/* harmony export */   euz: () => (/* binding */ literal),
/* harmony export */   is: () => (/* binding */ is),
/* harmony export */   lqM: () => (/* binding */ optional),
/* harmony export */   ndf: () => (/* binding */ integer),
/* harmony export */   oad: () => (/* binding */ bigint),
/* harmony export */   pdi: () => (/* binding */ transform),
/* harmony export */   qgA: () => (/* binding */ parse),
/* harmony export */   xLC: () => (/* binding */ safeParse),
/* harmony export */   yGV: () => (/* binding */ regex),
/* harmony export */   yhX: () => (/* binding */ isoTimestamp),
/* harmony export */   z6Y: () => (/* binding */ check),
/* harmony export */   zMY: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony exports BASE64_REGEX, BIC_REGEX, CUID2_REGEX, DECIMAL_REGEX, DIGITS_REGEX, DOMAIN_REGEX, EMAIL_REGEX, EMOJI_REGEX, HEXADECIMAL_REGEX, HEX_COLOR_REGEX, IMEI_REGEX, IPV4_REGEX, IPV6_REGEX, IP_REGEX, ISO_DATE_REGEX, ISO_DATE_TIME_REGEX, ISO_DATE_TIME_SECOND_REGEX, ISO_TIMESTAMP_REGEX, ISO_TIME_REGEX, ISO_TIME_SECOND_REGEX, ISO_WEEK_REGEX, ISRC_REGEX, JWS_COMPACT_REGEX, KSUID_REGEX, MAC48_REGEX, MAC64_REGEX, MAC_REGEX, NANO_ID_REGEX, OCTAL_REGEX, RFC_EMAIL_REGEX, SLUG_REGEX, ULID_REGEX, UUID_REGEX, ValiError, _addIssue, _cloneDataset, _formatCase, _getByteCount, _getCodePointCount, _getGraphemeCount, _getLastMetadata, _getWordCount, _isLuhnAlgo, _isSameValueZero, _isValidObjectKey, _isValueMatch, _joinExpects, _standardSchema, _stringify, any, args, argsAsync, arrayAsync, assert, awaitAsync, base64, bic, blob, brand, bytes, cache, cacheAsync, checkAsync, checkItems, checkItemsAsync, codePoints, config, creditCard, cuid2, customAsync, date, decimal, deleteGlobalConfig, deleteGlobalMessage, deleteSchemaMessage, deleteSpecificMessage, description, digits, domain, email, emoji, empty, endsWith, entries, entriesFromList, entriesFromObjects, enum, enum_, everyItem, exactOptional, exactOptionalAsync, examples, excludes, fallback, fallbackAsync, file, filterItems, findItem, finite, flatten, flavor, forward, forwardAsync, function, function_, getDefault, getDefaults, getDefaultsAsync, getDescription, getExamples, getFallback, getFallbacks, getFallbacksAsync, getGlobalConfig, getGlobalMessage, getMetadata, getSchemaMessage, getSpecificMessage, getTitle, graphemes, gtValue, guard, hash, hexColor, hexadecimal, imei, includes, instance, intersect, intersectAsync, ip, ipv4, ipv6, isOfKind, isOfType, isValiError, isbn, isoDate, isoDateTime, isoDateTimeSecond, isoTime, isoTimeSecond, isoWeek, isrc, jwsCompact, keyof, ksuid, lazyAsync, length, looseObjectAsync, looseTuple, looseTupleAsync, ltValue, mac, mac48, mac64, map, mapAsync, mapItems, maxBytes, maxCodePoints, maxEntries, maxGraphemes, maxSize, maxValue, maxWords, message, metadata, mimeType, minBytes, minCodePoints, minEntries, minGraphemes, minSize, minWords, multipleOf, nan, nanoid, never, nonEmpty, nonNullable, nonNullableAsync, nonNullish, nonNullishAsync, nonOptional, nonOptionalAsync, normalize, notBytes, notCodePoints, notEntries, notGraphemes, notLength, notSize, notValue, notValues, notWords, null, null_, nullable, nullableAsync, nullishAsync, objectAsync, objectWithRest, objectWithRestAsync, octal, omit, optionalAsync, parseAsync, parseBoolean, parseJson, parser, parserAsync, partial, partialAsync, partialCheck, partialCheckAsync, pick, pipeAsync, promise, rawCheckAsync, rawTransformAsync, readonly, record, recordAsync, reduceItems, required, requiredAsync, returns, returnsAsync, rfcEmail, safeParseAsync, safeParser, safeParserAsync, set, setAsync, setGlobalConfig, setGlobalMessage, setSchemaMessage, setSpecificMessage, size, slug, someItem, sortItems, startsWith, strictObject, strictObjectAsync, strictTuple, strictTupleAsync, stringifyJson, summarize, symbol, title, toBigint, toBoolean, toCamelCase, toDate, toKebabCase, toLowerCase, toMaxValue, toMinValue, toNumber, toPascalCase, toSnakeCase, toString, toUpperCase, transformAsync, trimEnd, trimStart, tuple, tupleAsync, tupleWithRest, tupleWithRestAsync, ulid, undefined, undefined_, undefinedable, undefinedableAsync, unionAsync, unwrap, url, uuid, value, values, variantAsync, void, void_, words */
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9407);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
