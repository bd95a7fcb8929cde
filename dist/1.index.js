export const id = 1;
export const ids = [1];
export const modules = {

/***/ 8199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   S4: () => (/* binding */ allPages),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   bk: () => (/* binding */ tagsIn),
/* harmony export */   mu: () => (/* binding */ garbledAnswer),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   oX: () => (/* binding */ someTags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);

/**
 * Gives the field of an answer that AWS always sends. Throws `GARBLED_ANSWER` without it: a proxy that answers
 * `{}` with status 200 must not be taken for AWS.
 */
function required(value, field, call) {
    if (value !== undefined && value !== null)
        return value;
    throw garbledAnswer(call, `The answer to ${call.operation} lacks ${field}, which AWS always sends.`);
}
/** The same for a list of things. What is no list, or holds nothing where something should be, is none of AWS's. */
function listIn(value, field, call) {
    const list = required(value, field, call);
    const isList = Array.isArray(list) && list.every((each) => each !== null && each !== undefined);
    if (isList)
        return list;
    throw garbledAnswer(call, `In the answer to ${call.operation} ${field} is no list, as which AWS always sends it.`);
}
/** The error of an answer that AWS does not give. */
function garbledAnswer({ doing }, found) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('GARBLED_ANSWER', { doing, found });
}
/**
 * Reads a list to its end. Throws what `read` throws; `GARBLED_ANSWER` when a page points back to one that was
 * read before, since that would never end.
 */
async function allPages(call, read) {
    const items = [];
    const seen = new Set();
    let token;
    do {
        const page = await read(token);
        items.push(...page.items);
        token = page.next === '' ? undefined : page.next;
        if (token !== undefined && seen.has(token)) {
            throw garbledAnswer(call, `The pages of ${call.operation} go round in a circle.`);
        }
        if (token !== undefined)
            seen.add(token);
    } while (token !== undefined);
    return items;
}
/** The last part of an ARN, which is the name of the resource. */
function nameOf(arn) {
    return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}
/** For a spread: AWS refuses an empty map of tags. */
function someTags(key, tags) {
    return Object.keys(tags).length === 0
        ? {}
        : { [key]: { ...tags } };
}
/**
 * The tags in an answer. S3 Tables is documented to send `{"Tags": []}` where there are none, and its model has a map
 * named `tags`; both are taken. Throws `GARBLED_ANSWER` without either: what has no tags would be taken for somebody else's.
 */
function tagsIn(answer, call) {
    const tags = answer['tags'] ?? answer['Tags'];
    if (Array.isArray(tags) && tags.length === 0)
        return {};
    const isMap = typeof tags === 'object' && tags !== null && !Array.isArray(tags);
    if (isMap && Object.values(tags).every((value) => typeof value === 'string')) {
        return tags;
    }
    throw garbledAnswer(call, `The answer to ${call.operation} lacks the tags, which AWS always sends.`);
}


/***/ }),

/***/ 1321:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assumeRole: () => (/* binding */ assumeRole),
  V: () => (/* binding */ sessionNameFor)
});

// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/aws/answer.ts
var aws_answer = __webpack_require__(8199);
// EXTERNAL MODULE: ./src/aws/call.ts + 1 modules
var call = __webpack_require__(380);
// EXTERNAL MODULE: ./src/aws/oidc.ts
var oidc = __webpack_require__(3812);
;// CONCATENATED MODULE: ./src/aws/oidc-refusals.ts

/** The issuer of GitHub itself; an Enterprise Server has its own. */
const ISSUER = 'https://token.actions.githubusercontent.com';
const ANY = /(?:)/;
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors */
const ROWS = [
    { name: /^InvalidIdentityToken/, message: /audience/i, code: 'OIDC_AUDIENCE', say: wrongAudience },
    { name: /^InvalidIdentityToken/, message: ANY, code: 'OIDC_PROVIDER', say: noProvider },
    { name: /^IDPCommunicationError/, message: ANY, code: 'AWS_FAILED', say: noContact },
    { name: /^ExpiredToken/, message: ANY, code: 'EXPIRED_CREDENTIALS', say: expired },
    { name: /^ValidationError/, message: /DurationSeconds/i, code: 'INVALID_INPUT', say: tooLong },
    { name: /^AccessDenied/, message: ANY, code: 'TRUST_MISMATCH', say: notTrusted }
];
/** What STS's refusal of a token means, with what was sent and what has to be there for it. */
function explainRefusal(error, role, sent) {
    const { answer, doing, cause } = error;
    const row = ROWS.find(({ name, message }) => name.test(answer?.name ?? '') && message.test(answer?.message ?? ''));
    if (row === undefined)
        return error;
    return new errors/* ActionError */.lZ(row.code, { doing, answer, cause, ...row.say(role, sent) });
}
function wrongAudience(role, sent) {
    const aud = sent.aud ?? '';
    return {
        found: `The token was sent with the audience ${aud}, which the identity provider ${providerArn(role, sent)} does not list.`,
        todo: `Add ${aud} to the audiences (client ids) of that provider: aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${providerArn(role, sent)} --client-id ${aud}`
    };
}
function noProvider(role, sent) {
    return {
        found: `The token's issuer is ${issuerOf(sent)} and its audience ${sent.aud}; it takes the identity provider ${providerArn(role, sent)} to check it.`,
        todo: `If account ${accountOf(role)} does not have that provider, create it: aws iam create-open-id-connect-provider --url ${issuerOf(sent)} --client-id-list ${sent.aud}. If it has, IAM must be able to reach the issuer.`
    };
}
function noContact(_role, sent) {
    return { found: `IAM could not reach the issuer of the token, ${issuerOf(sent)}.` };
}
function expired() {
    return {
        found: 'The OIDC token had expired when it came to AWS, although it was made for this call.',
        todo: 'Check the clock of the runner, and run again.'
    };
}
function tooLong({ arn, durationSeconds }) {
    return {
        found: `role-duration-seconds is ${durationSeconds}, and the role ${arn} allows less.`,
        todo: 'Lower role-duration-seconds, or raise the maximum session duration of the role (3600 unless it was changed).'
    };
}
function notTrusted(role, sent) {
    const subject = sent.sub ?? 'which cannot be read';
    return {
        found: `The trust policy of ${role.arn} does not let this workflow in, or there is no such role. The token's subject is ${subject}, its audience ${sent.aud}.`,
        todo: `Check that the role exists. Its trust policy needs this statement:\n${trustStatement(role, sent)}\n${isById(subject) ? BY_ID : ''}`
    };
}
/** Newer repositories send the ids of their owner and of themselves as well. */
function isById(subject) {
    return /^repo:[^/@:]+@\d+\/[^/@:]+@\d+:/.test(subject);
}
const BY_ID = 'This repository is named in its tokens with the ids of owner and repository (repo:owner@id/repository@id), so a statement with the names alone never matches.\n';
function trustStatement(role, sent) {
    const host = hostOf(sent);
    const lasting = lastingSubject(sent.sub);
    const statement = {
        Effect: 'Allow',
        Principal: { Federated: providerArn(role, sent) },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
            ...(lasting === sent.sub
                ? { StringEquals: { [`${host}:aud`]: sent.aud, [`${host}:sub`]: lasting } }
                : { StringEquals: { [`${host}:aud`]: sent.aud }, StringLike: { [`${host}:sub`]: lasting } })
        }
    };
    return JSON.stringify(statement, undefined, 2);
}
/**
 * The subject, with a `*` for what is new in every run: the branch that a merge queue makes for a pull request, and the
 * name of a tag. Whether the repository is written by its name or with the ids of owner and repository stays as it was
 * sent (https://docs.github.com/actions/reference/security/oidc).
 */
function lastingSubject(subject) {
    return subject
        ?.replace(/(refs\/heads\/gh-readonly-queue\/.+)\/pr-\d+-[0-9a-f]+/, '$1/*')
        .replace(/(:ref:refs\/tags)\/[^:]+$/, '$1/*');
}
function providerArn({ arn }, sent) {
    const [, partition, , , account] = arn.split(':');
    return `arn:${partition}:iam::${account}:oidc-provider/${hostOf(sent)}`;
}
function accountOf({ arn }) {
    return arn.split(':')[4] ?? '';
}
function issuerOf({ iss }) {
    return iss ?? ISSUER;
}
function hostOf(sent) {
    return issuerOf(sent).replace(/^https:\/\//, '');
}

;// CONCATENATED MODULE: ./src/aws/assume-role.ts





/**
 * Assumes a role with GitHub's token, anew each time it is called: the SDK does so before the credentials expire.
 * Throws `ActionError`: what is wrong with the token, the provider, the trust policy and the duration is told apart.
 */
async function assumeRole(role, exchange) {
    const assume = {
        operation: 'sts:AssumeRoleWithWebIdentity',
        doing: `assume the role ${role.arn}`,
        resource: role.arn,
        secret: true
    };
    const audience = audienceOf(role.arn);
    const token = await exchange.token(audience);
    const request = {
        RoleArn: role.arn,
        RoleSessionName: role.sessionName,
        DurationSeconds: role.durationSeconds,
        WebIdentityToken: token
    };
    const answer = await (0,call/* invoke */.l)(role.context, assume, async (options) => (await exchange.sts()).assumeRoleWithWebIdentity(request, options)).catch((thrown) => {
        throw explainRefusal((0,errors/* asActionError */.z6)(thrown), role, sentWith(token, audience));
    });
    role.context.reporter.debug(`Assumed ${role.arn} as ${role.sessionName}`);
    return credentialsIn(answer, role, assume);
}
/** The name of a session of this run, as far as AWS allows the characters. */
function sessionNameFor(run) {
    return `iceberg-environment-${run ?? 'local'}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
function audienceOf(arn) {
    return arn.startsWith('arn:aws-cn:') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}
function sentWith(token, audience) {
    return { aud: audience, ...(0,oidc/* claimsOf */.d)(token) };
}
function credentialsIn(answer, { arn, mask }, call) {
    const given = (0,aws_answer/* required */.mw)(answer.Credentials, 'Credentials', call);
    // All that is there, before anything is said of what is not.
    for (const secret of [given.AccessKeyId, given.SecretAccessKey, given.SessionToken]) {
        if (secret)
            mask(secret);
    }
    return {
        accessKeyId: (0,aws_answer/* required */.mw)(given.AccessKeyId, 'AccessKeyId', call),
        secretAccessKey: (0,aws_answer/* required */.mw)(given.SecretAccessKey, 'SecretAccessKey', call),
        sessionToken: (0,aws_answer/* required */.mw)(given.SessionToken, 'SessionToken', call),
        expiration: (0,aws_answer/* required */.mw)(given.Expiration, 'Expiration', call),
        accountId: arn.split(':')[4] ?? ''
    };
}


/***/ }),

/***/ 380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ invoke)
});

// EXTERNAL MODULE: ./src/aws/classify.ts + 2 modules
var classify = __webpack_require__(5380);
// EXTERNAL MODULE: ./src/aws/limit.ts
var limit = __webpack_require__(1062);
// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/wait.ts
var wait = __webpack_require__(910);
// EXTERNAL MODULE: ./src/aws/retry-rules.ts
var retry_rules = __webpack_require__(5165);
;// CONCATENATED MODULE: ./src/aws/retry.ts



const SECOND = 1_000;
/** How often the clock is shown while something is waited for. */
const RHYTHM_MS = 15 * SECOND;
/**
 * Runs `attempt` until it succeeds, or fails with what no rule covers, or the rule's time is over; then throws
 * the last error, which says what is wrong, with how long it was tried. Tells the log what it waits for.
 */
async function retrying(context, call, attempt) {
    const rules = [...retry_rules/* RULES */.y, ...(call.retry ?? [])];
    const tryOnce = () => look(attempt, (error) => ruleFor(rules, call, error));
    const first = await tryOnce();
    return first.done ? first.value : keepTrying(context, call, first, tryOnce);
}
async function keepTrying(context, call, first, tryOnce) {
    const watch = watchOf(context, call);
    let last = first.error;
    let next = first;
    const probe = async () => {
        const seen = next ?? (await tryOnce());
        next = undefined;
        if (seen.done)
            return seen;
        last = seen.error;
        watch.tell(seen.rule);
        return { done: false, seen: last.message };
    };
    const { capMs = Infinity, firstMs = SECOND, maxMs = 10 * SECOND } = first.rule;
    try {
        const value = await (0,wait/* waitUntil */.a)(context, { what: call.doing, capMs, firstMs, maxMs, probe });
        watch.end();
        return value;
    }
    catch (error) {
        // The time is not what is wrong; what kept the call from succeeding all that time is.
        if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'TIMED_OUT')
            throw error;
        throw afterWaiting(last, watch.waited());
    }
}
async function look(attempt, find) {
    try {
        return { done: true, value: await attempt() };
    }
    catch (error) {
        const rule = find(error);
        if (rule === undefined)
            throw error;
        return { done: false, error: error, rule };
    }
}
function ruleFor(rules, call, error) {
    const answer = error instanceof errors/* ActionError */.lZ ? error.answer : undefined;
    if (answer === undefined)
        return undefined;
    return rules.find(({ operations, errors, message }) => operations.some((name) => covers(name, call.operation)) &&
        errors.includes(answer.name) &&
        (message?.test(answer.message) ?? true));
}
function covers(pattern, operation) {
    return pattern.endsWith('*') ? operation.startsWith(pattern.slice(0, -1)) : pattern === operation;
}
function watchOf({ clock, deadline, reporter }, { doing }) {
    const start = clock.now();
    let told;
    const waited = () => clock.now() - start;
    return {
        waited,
        tell: ({ why, capMs = Infinity }) => {
            const now = clock.now();
            if (told !== undefined && now - told < RHYTHM_MS)
                return;
            const left = Math.min(start + capMs, deadline) - now;
            reporter.info(told === undefined
                ? `Waiting to ${doing}: ${why}. It is tried again for at most ${face(left)}.`
                : `Still waiting to ${doing}: ${face(waited())} waited, at most ${face(left)} left.`);
            told = now;
        },
        end: () => {
            if (waited() >= RHYTHM_MS)
                reporter.info(`It took ${face(waited())} until it was possible to ${doing}.`);
        }
    };
}
/** Minutes and seconds as a clock shows them: `1:05`. */
function face(ms) {
    const seconds = Math.max(0, Math.round(ms / SECOND));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
function afterWaiting(error, waitedMs) {
    const { code, doing, answer, todo, cause } = error;
    const found = `${error.found ?? error.means} It was tried again and again for ${span(waitedMs)}.`;
    return new errors/* ActionError */.lZ(code, { doing, answer, todo, cause, found });
}
function span(ms) {
    const seconds = Math.round(ms / SECOND);
    return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

;// CONCATENATED MODULE: ./src/aws/call.ts



/**
 * The one way to call AWS. Starts nothing once the run is stopped, not even what waits for its turn (`limit.ts`), repeats
 * what passes by itself, and writes the operation, its time and its request id to the debug log, never a body. Nothing repeats what may be sent only once.
 * Throws `ActionError`; the signal's reason when the run is stopped.
 */
function invoke(context, call, send) {
    const once = () => attempt(context, call, send);
    return call.once ? once() : retrying(context, call, once);
}
async function attempt(context, call, send) {
    context.signal.throwIfAborted();
    const start = context.clock.now();
    const tell = (how) => context.reporter.debug(`${call.operation}: ${how}, ${context.clock.now() - start} ms`);
    try {
        const answer = await (0,limit/* stoppedBy */.$)(context.signal, () => send({ abortSignal: context.cut }));
        tell(`ok${requestId(answer)}`);
        return answer;
    }
    catch (thrown) {
        if (context.cut.aborted) {
            tell('cut');
            throw context.cut.reason;
        }
        const error = (0,classify/* classify */.L8)(thrown, call);
        tell(`${error.answer?.name ?? error.code}${idText(error.answer?.requestId)}`);
        throw error;
    }
}
function requestId(answer) {
    const metadata = answer
        ?.$metadata;
    return idText(metadata?.requestId);
}
function idText(id) {
    return id === undefined ? '' : `, request id ${id}`;
}


/***/ }),

/***/ 5380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L8: () => (/* binding */ classify),
  kN: () => (/* binding */ isNotThere),
  LC: () => (/* binding */ isThereAlready)
});

// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/partitions.ts
var partitions = __webpack_require__(9440);
;// CONCATENATED MODULE: ./src/aws/denied.ts
/**
 * Names the IAM action and the resource to allow, from AWS's own words where they say it (a create with tags may
 * lack `TagResource`), and the kind of policy that AWS blames.
 */
function deniedTodo({ message, fromAws }, call) {
    const action = /not authorized to perform:? \[?'?([a-z0-9-]+:\w+)/i.exec(message)?.[1] ?? iamActions(call);
    const resource = /on resource:? "?(arn:[^\s"]+?)[".]?(?:\s|$)/i.exec(message)?.[1] ?? call.resource ?? '*';
    const allow = `Allow ${action} on ${resource} for the role of this run`;
    const kind = '((?:[a-z-]+ )*?(?:policy|boundary))';
    const deny = new RegExp(`explicit deny in (?:an? |the )?${kind}`, 'i').exec(message)?.[1];
    if (deny !== undefined) {
        return {
            todo: `Change the ${deny} that denies ${action} on ${resource} explicitly: no other policy can allow it.`
        };
    }
    const missing = new RegExp(`because no ${kind} allows`, 'i').exec(message)?.[1];
    if (missing !== undefined)
        return { todo: `${allow}: no ${missing} allows it.` };
    return {
        ...(!fromAws && { found: 'All that came is the status 403: AWS did not give its reason.' }),
        todo: `${allow}, and look for an explicit deny in resource policies and service control policies.`
    };
}
/** Reading and writing the files of a table goes through S3 but is governed by S3 Tables. */
const OF_FILES = {
    's3:GetObject': 's3tables:GetTableData',
    's3:PutObject': 's3tables:PutTableData'
};
function iamActions({ operation, actions }) {
    return actions?.join(' and ') ?? OF_FILES[operation] ?? operation;
}
/** Names the Lake Formation permission that is missing, and on what, where the text says so. */
function lakeFormationTodo({ message }, call) {
    const [, what, target] = /required ([\w ]+?)(?: on ([^.,;)]+)|[^\w ]|$)/i.exec(message) ?? [];
    if (what === undefined)
        return {};
    const name = what.trim().toUpperCase().replaceAll(' ', '_');
    const on = target?.trim() ?? call.resource ?? 'the resource';
    return {
        todo: `Grant the role of this run the Lake Formation permission ${name} on ${on}, with grant option, or make the role a Lake Formation administrator.`
    };
}

// EXTERNAL MODULE: ./src/aws/endpoints.ts
var endpoints = __webpack_require__(9843);
;// CONCATENATED MODULE: ./src/aws/findings.ts

const SNIPPET = 60;
const LONGEST_REFUSAL = 200;
const SKEWED = ['RequestTimeTooSkewed', 'RequestInTheFuture'];
const SKEW_TEXT = /signature expired|signature not yet current|request(?: ?time)? (?:is )?too skewed|difference between the request time/i;
/** AWS says that the signature is too old or too new, which the clock of the runner decides. */
function isSkewed({ fromAws, name, message }) {
    return fromAws && (SKEWED.includes(name) || SKEW_TEXT.test(message));
}
/** The clock first: keys and secrets have nothing to do with it. */
function clockSkew() {
    return {
        found: `AWS takes a signature for a few minutes only, and for it this one was made at another time. The clock of this runner shows ${new Date().toISOString()}.`,
        todo: 'Set the clock of the runner, or of the machine that its container runs on; AWS tells both times. Credentials and permissions are not the cause.'
    };
}
/** The SDK finds no endpoint in what the step asks for, or one that is no address. */
function isBadEndpoint({ name, message, reason, status, fromAws }) {
    if (fromAws || status !== undefined)
        return false;
    const contradicts = name === 'EndpointError' && reason === undefined;
    return (contradicts ||
        ['ERR_INVALID_URL', 'ERR_INVALID_PROTOCOL', 'ERR_UNESCAPED_CHARACTERS'].includes(reason ?? '') ||
        /^Invalid Configuration: |^The services section ".*" specified in the profile/.test(message));
}
/** What the SDK says, and by which variables the step may have asked for it. */
function badEndpoint({ message }) {
    const set = (0,endpoints/* endpointVariables */.Fy)(process.env);
    const variables = set.length === 0 ? 'None of its variables is set' : `Set are ${set.join(', ')}`;
    const both = /fips|dual-?stack/i.test(message);
    return {
        found: `The endpoint that this step asks for cannot be used: ${message.replace(/\.?$/, '.')} ${variables}; the shared config may say more.`,
        todo: both
            ? "FIPS and dual-stack endpoints are AWS's own. Unset AWS_USE_FIPS_ENDPOINT and AWS_USE_DUALSTACK_ENDPOINT (use_fips_endpoint and use_dualstack_endpoint in the shared config), or the endpoint of your own (AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_<SERVICE>, endpoint_url)."
            : 'Give AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_<SERVICE> as whole addresses, http://localhost:4566, without quotes; or correct endpoint_url and services in the shared config.'
    };
}
/** Says what came instead of AWS's answer: the status and how it begins, by which one knows a proxy's page. */
function garbled(thrown) {
    const { status, reason, name } = thrown;
    if (status === undefined)
        return { found: `What came is not HTTP (${reason ?? name}).` };
    if (reason !== undefined)
        return { found: `The answer with HTTP status ${status} broke off (${reason}).` };
    const what = whatCame(thrown);
    if (status === 403)
        return { found: `Something in between refused the call, not AWS: the 403 ${what}.` };
    return { found: `What came is not AWS's answer: HTTP status ${status}, and it ${what}.` };
}
function whatCame({ body, said, hidden, name, message }) {
    if (hidden)
        return 'is not shown, since it could hold a secret';
    if (said !== undefined)
        return `says "${start(said, LONGEST_REFUSAL)}"`;
    const text = (body ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '')
        return `begins with "${start(text, SNIPPET)}"`;
    // Without the text, what JSON.parse says quotes the beginning of it.
    return name === 'SyntaxError' ? `is no JSON (${message})` : 'has nothing in it that AWS would send';
}
function start(text, most) {
    const line = text
        .slice(0, 2 * most)
        .replace(/\s+/g, ' ')
        .trim();
    return line.length > most ? `${line.slice(0, most)}…` : line;
}
/** Says which endpoint did not answer, and what the ways in which it did not usually mean. */
function unreachable({ endpoint, hostname, reason, name, message, proxy }) {
    const where = endpoint ?? 'The endpoint';
    const how = reason ?? name;
    if (how === 'ERR_PROXY_TUNNEL')
        return refusedByProxy(where, proxy ?? 'The proxy', message);
    if (/CERT|SSL|TLS|SELF_SIGNED|LEAF_SIGNATURE|EPROTO/.test(how)) {
        return {
            found: `${where} was not trusted (${how}: ${message}).`,
            todo: 'If a proxy of your company re-encrypts the traffic, give Node its certificate by NODE_EXTRA_CA_CERTS.'
        };
    }
    if (how === 'ENOTFOUND' || how === 'EAI_AGAIN')
        return nameless(where, hostname, how);
    if (proxy === undefined)
        return { found: `${where} did not answer (${how}).` };
    return {
        found: `${where} did not answer by way of the proxy ${proxy} (${how}).`,
        todo: `Check that the runner reaches the proxy of HTTPS_PROXY, and that the proxy reaches ${where}; or name the host in NO_PROXY.`
    };
}
/** What the proxy answered to the wish for a tunnel: only the status, the rest is the proxy's. */
function refusedByProxy(where, proxy, message) {
    const status = /HTTP\/\d(?:\.\d)? (\d{3})/.exec(message)?.[1] ?? 'no HTTP status';
    const advice = {
        '403': `The proxy does not let this host through: have ${where} allowed there, or name it in NO_PROXY if the runner reaches it directly.`,
        '407': 'The proxy wants a user and a password, or others: give them in HTTPS_PROXY as http://user:password@host:port, special characters percent-encoded.'
    };
    return {
        found: `The proxy ${proxy} answered ${status} to the wish to be connected to ${where}; AWS was not asked.`,
        todo: advice[status] ??
            `The proxy does not reach ${where}: check the region, then the proxy itself, or name the host in NO_PROXY if the runner reaches it directly.`
    };
}
function nameless(where, hostname, how) {
    const name = hostname ?? where;
    if (!where.startsWith(`${name}:`)) {
        return {
            found: `${where} was not reached: there is no address for ${name} (${how}), which may be the proxy.`
        };
    }
    return {
        found: `There is no address for ${name} (${how}): AWS has no such region or service there, or this runner cannot look up names.`,
        todo: 'Check the region input first; then the DNS, the network and the proxy of the runner (HTTPS_PROXY, NO_PROXY), and AWS_ENDPOINT_URL if it is set.'
    };
}
/** Names the principal that does not exist, or, where AWS does not say which, all that were sent. */
function deadPrincipal({ message }, { principals, operation }) {
    const named = [...new Set(message.match(/arn:[^\s,'"\])}]+/g) ?? [])];
    const suspects = named.length > 0 ? named : (principals ?? []);
    const which = suspects.length === 1
        ? `Lake Formation knows no principal ${suspects[0]}.`
        : `Lake Formation does not know one of these principals: ${suspects.join(', ') || 'it does not say which'}.`;
    if (operation === 'lakeformation:PutDataLakeSettings')
        return { found: `${which} It then refuses the whole list.` };
    return {
        found: which,
        todo: 'Check identity-center-role-arn: the role must exist in IAM, and its ARN be given with its path.'
    };
}

// EXTERNAL MODULE: ./src/aws/thrown.ts
var aws_thrown = __webpack_require__(5191);
;// CONCATENATED MODULE: ./src/aws/classify.ts





const named = (names, message = /(?:)/) => (thrown) => names.split(' ').includes(thrown.name) && message.test(thrown.message);
const isNoCredentials = named('CredentialsProviderError TokenProviderError');
const isDenied = (thrown) => named('AccessDeniedException ForbiddenException AccessDenied UnauthorizedOperation')(thrown) ||
    (thrown.status === 403 && (thrown.fromAws || isBare(thrown)));
const REGION_TEXT = /scoped to a valid region|region .* is wrong|not (?:enabled|supported) in (?:this|the) region/i;
/** What is wrong with whoever signed, in a refusal that is named as one for want of permissions. */
const EXPIRED_TEXT = /(?:security )?token .*(?:has )?expired|credentials .*expired/i;
const SIGNATURE_TEXT = /signature (?:we|you|does|mismatch)|signature .*(?:not match|invalid)|security token .*invalid|missing authentication token|credential should be scoped/i;
const LAKE_FORMATION_TEXT = /lake ?formation permission|required [\w ]+ on |not authorized to access requested permissions/i;
/**
 * AWS's errors and what they mean, in the order in which they are looked at: the texts before the names, since
 * AWS uses one name for many things. From the services' models and what the services were seen to say.
 */
const ROWS = [
    { code: 'NO_CREDENTIALS', when: isNoCredentials, say: wordsOfTheSdk },
    { code: 'ENDPOINT_INVALID', when: isBadEndpoint, say: badEndpoint },
    { code: 'INVALID_CREDENTIALS', when: isSkewed, say: clockSkew },
    {
        code: 'EXPIRED_CREDENTIALS',
        when: (thrown) => named('ExpiredToken ExpiredTokenException RequestExpired ExpiredTokenError')(thrown) ||
            (isDenied(thrown) && EXPIRED_TEXT.test(thrown.message))
    },
    {
        code: 'REGION_UNKNOWN',
        when: (thrown) => named('OptInRequired')(thrown) || (thrown.fromAws && REGION_TEXT.test(thrown.message))
    },
    {
        code: 'INVALID_CREDENTIALS',
        when: named('UnrecognizedClientException InvalidClientTokenId'),
        say: () => ({
            found: 'AWS does not know these credentials here: they are wrong, or the account has not enabled this region.'
        })
    },
    {
        code: 'INVALID_CREDENTIALS',
        when: named('InvalidAccessKeyId SignatureDoesNotMatch ' +
            'InvalidSignatureException AuthFailure InvalidToken MissingAuthenticationToken ' +
            'MissingAuthenticationTokenException IncompleteSignature NotSignedUp')
    },
    {
        code: 'INVALID_CREDENTIALS',
        when: (thrown) => thrown.fromAws && isDenied(thrown) && SIGNATURE_TEXT.test(thrown.message)
    },
    { code: 'NAME_IN_TRANSITION', when: named('ConflictException', /transitional state/i) },
    { code: 'NOT_EMPTY', when: named('BadRequestException ConflictException', /not empty/i) },
    {
        code: 'QUOTA_EXCEEDED',
        when: (thrown) => named('LimitExceeded LimitExceededException ServiceQuotaExceededException')(thrown) ||
            named('ResourceNumberLimitExceededException TooManyBuckets')(thrown) ||
            (thrown.fromAws &&
                /(?:exceed|reach)\w* the (?:maximum )?(?:number|limit|quota)|quota exceeded|than allowed/i.test(thrown.message))
    },
    { code: 'DEAD_PRINCIPAL', when: named('InvalidInputException', /invalid principal/i), say: deadPrincipal },
    {
        code: 'LAKE_FORMATION_DENIED',
        when: (thrown) => isDenied(thrown) && LAKE_FORMATION_TEXT.test(thrown.message),
        say: lakeFormationTodo
    },
    { code: 'PERMISSION_DENIED', when: isDenied, say: deniedTodo },
    { code: 'THROTTLED', when: aws_thrown/* isThrottled */.B },
    {
        code: 'CONFLICT',
        when: named('ConflictException ConcurrentModificationException OperationAborted VersionMismatchException')
    },
    {
        code: 'VANISHED',
        when: ({ fromAws, name }) => fromAws && /^(?:NotFound|EntityNotFound|NoSuch)/.test(name)
    },
    { code: 'AWS_FAILED', when: ({ fromAws, status }) => fromAws && (status ?? 0) >= 500 },
    {
        code: 'AWS_FAILED',
        when: named('OperationTimeoutException InternalServiceException FederationSourceRetryableException')
    },
    { code: 'AWS_REFUSED', when: ({ fromAws }) => fromAws },
    {
        // How the SDK tells that a file is not what S3 had been given.
        code: 'GARBLED_ANSWER',
        when: ({ message }) => /^Checksum mismatch/.test(message),
        say: ({ message }) => ({ found: `What came is not what is stored: ${message.replace(/\.?$/, '.')}` })
    },
    {
        code: 'GARBLED_ANSWER',
        when: ({ status, reason }) => status !== undefined || /^HPE_/.test(reason ?? ''),
        say: garbled
    },
    {
        code: 'REGION_UNKNOWN',
        when: ({ reason, hostname, endpoint }) => reason === 'ENOTFOUND' && (0,partitions/* isAwsHost */.M)(hostname) && endpoint?.startsWith(`${hostname}:`) === true,
        say: unreachable
    },
    {
        code: 'UNREACHABLE',
        when: ({ name, reason }) => name === 'TimeoutError' || reason !== undefined,
        say: unreachable
    }
];
/**
 * Makes an `ActionError` of whatever a call to AWS threw: the only place that knows the SDK's errors. What it does
 * not know becomes `INTERNAL`, with its cause.
 */
function classify(error, call) {
    if (error instanceof errors/* ActionError */.lZ)
        return error;
    const thrown = call.secret ? withoutText((0,aws_thrown/* readThrown */.n)(error)) : (0,aws_thrown/* readThrown */.n)(error);
    const row = ROWS.find(({ when }) => when(thrown));
    const cause = call.secret ? undefined : error;
    if (row === undefined)
        return call.secret ? unreadable(thrown, call) : (0,errors/* asActionError */.z6)(error, call.doing);
    return new errors/* ActionError */.lZ(row.code, {
        doing: call.doing,
        ...row.say?.(thrown, call),
        answer: thrown.fromAws ? answerOf(thrown, call) : undefined,
        cause
    });
}
/** What AWS says in its own form is shown, and what the SDK says by itself; nothing that could quote an answer. */
function withoutText(thrown) {
    const { fromAws, name, reason, status } = thrown;
    const ownWords = fromAws || isNoCredentials(thrown) || (reason !== undefined && status === undefined);
    const hidden = status === undefined && name !== 'SyntaxError' ? thrown : { ...thrown, hidden: true };
    return ownWords ? thrown : { ...hidden, message: '', body: undefined, said: undefined };
}
function unreadable({ name }, { doing }) {
    const found = `What came cannot be read (${name}). It is not shown, since it could hold a secret.`;
    return new errors/* ActionError */.lZ('GARBLED_ANSWER', { doing, found });
}
/** AWS says that there is no such thing, however the service words it. */
function isNotThere(error) {
    const { name, message } = said(error);
    if (/^(?:NotFound|EntityNotFound|NoSuch)/.test(name))
        return true;
    return /^AccessDenied/.test(name) && /resource does not exist/i.test(message);
}
/** AWS says that it is there already. Also what a create is told whose first answer was lost. */
function isThereAlready(error) {
    const { name } = said(error);
    return /AlreadyExists/.test(name) || (name === 'ConflictException' && codeOf(error) === 'CONFLICT');
}
function said(error) {
    return (error instanceof errors/* ActionError */.lZ ? error.answer : undefined) ?? { name: '', message: '' };
}
function codeOf(error) {
    return error instanceof errors/* ActionError */.lZ ? error.code : undefined;
}
function answerOf({ name, message, status, requestId }, { operation }) {
    return { operation, name, message, status, requestId };
}
function wordsOfTheSdk({ message }) {
    return { found: `There are no AWS credentials in this step: ${message.replace(/\.?$/, '.')}` };
}
/** Nothing came but the status: neither AWS's reason nor somebody else's. */
function isBare({ name, body = '', said, hidden }) {
    return name !== 'SyntaxError' && body.trim() === '' && said === undefined && hidden !== true;
}


/***/ }),

/***/ 9679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ PageError),
/* harmony export */   cY: () => (/* binding */ EndpointError),
/* harmony export */   u7: () => (/* binding */ isErrorLike)
/* harmony export */ });
/** No answer came from an endpoint, and the SDK is not to ask once more. */
class EndpointError extends Error {
    endpoint;
    proxy;
    name = 'EndpointError';
    /** Node's code, `ECONNREFUSED`, or `TimeoutError`. Not as `code`: the SDK would look there, and ask once more. */
    reason;
    /** The host that Node could not find; may be the proxy. */
    hostname;
    constructor(
    /** `host:port` that was asked. */
    endpoint, problem, 
    /** `host:port` of the proxy that the call went through. */
    proxy) {
        super(problem.message);
        this.endpoint = endpoint;
        this.proxy = proxy;
        this.reason = problem.code ?? problem.name;
        this.hostname = problem.hostname;
    }
}
/** A web page came, so AWS was not the one who answered. The SDK asks again if the status says that it may help. */
class PageError extends Error {
    $responseBodyText;
    name = 'PageError';
    $metadata;
    constructor(status, 
    /** How the page begins. */
    $responseBodyText) {
        super(`HTTP status ${status} with a web page`);
        this.$responseBodyText = $responseBodyText;
        this.$metadata = { httpStatusCode: status };
    }
}
/** Anything with the fields of an error, whichever realm its class is from. */
function isErrorLike(thrown) {
    return typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
}


/***/ }),

/***/ 9843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ endpointVariables),
/* harmony export */   mF: () => (/* binding */ ownEndpoint),
/* harmony export */   rC: () => (/* binding */ makeEndpoints)
/* harmony export */ });
/* unused harmony export endpointOf */
/**
 * Where this run reaches the services, as the SDK itself decides it: from `AWS_ENDPOINT_URL` and its siblings, the
 * `services` section of the shared configuration, FIPS, dual-stack and the partition of the region. The one answer for
 * all who ask.
 */
function makeEndpoints(clients) {
    return {
        async s3tables() {
            const { ListTableBucketsCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(928)]).then(__webpack_require__.t.bind(__webpack_require__, 9928, 19));
            return endpointOf(await clients.s3tables(), ListTableBucketsCommand);
        },
        async s3() {
            const { ListBucketsCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
            return endpointOf(await clients.s3(), ListBucketsCommand);
        }
    };
}
/** Where a client sends a command. Throws the SDK's `EndpointError` where its settings contradict each other. */
async function endpointOf(client, command) {
    const { getEndpointFromInstructions } = await __webpack_require__.e(/* import() */ 85).then(__webpack_require__.t.bind(__webpack_require__, 2085, 19));
    const config = client.config;
    const { url } = await getEndpointFromInstructions({}, command, config);
    if (config.isCustomEndpoint === true)
        return { url: textOf(url), kind: 'own' };
    const usual = config.endpointProvider({
        ...{ Region: await config.region(), UseFIPS: false, UseDualStack: false }
    });
    return { url: textOf(url), kind: usual.url.host === url.host ? 'usual' : 'variant' };
}
const textOf = ({ href }) => href.replace(/\/$/, '');
/**
 * The endpoint of one's own that a client sends its calls to; `undefined`: AWS's. Throws what the SDK throws for a shared
 * config that contradicts itself.
 */
async function ownEndpoint({ config }) {
    return config.serviceConfiguredEndpoint?.();
}
/** The variables by which a step says which endpoints it wants, those that are set. Their names, without values. */
function endpointVariables(env) {
    return Object.keys(env).filter((name) => /^AWS_(?:ENDPOINT_URL|USE_FIPS_ENDPOINT|USE_DUALSTACK_ENDPOINT)/.test(name) && env[name] !== '');
}


/***/ }),

/***/ 7001:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeAws: () => (/* binding */ makeAws),
  makeClients: () => (/* reexport */ makeClients),
  sessionNameFor: () => (/* reexport */ assume_role/* sessionNameFor */.V)
});

// EXTERNAL MODULE: ./src/partitions.ts
var partitions = __webpack_require__(9440);
// EXTERNAL MODULE: ./src/errors.ts + 1 modules
var errors = __webpack_require__(8987);
// EXTERNAL MODULE: ./src/aws/classify.ts + 2 modules
var classify = __webpack_require__(5380);
;// CONCATENATED MODULE: ./src/aws/own-credentials.ts


/** The keys that a step is given. */
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
const FIND = { operation: 'credentials', doing: 'find the AWS credentials of this step', secret: true };
/**
 * Refuses keys that cannot be what AWS gave, before anything is signed with them: AWS would say of them that it does
 * not know them, or the header would be none, and neither tells which variable it is. Nothing of a value is shown.
 * Throws `INVALID_CREDENTIALS`; `NO_CREDENTIALS` where one of a pair is missing.
 */
function refuseBlemishes(env) {
    // With a profile the SDK does not look at them.
    if (env.AWS_PROFILE)
        return;
    const blemishes = KEYS.flatMap((name) => blemishOf(name, env[name] ?? '') ?? []);
    if (blemishes.length > 0) {
        throw new errors/* ActionError */.lZ('INVALID_CREDENTIALS', {
            doing: FIND.doing,
            found: `${blemishes.join('. ')}. No key or token of AWS is like that.`,
            todo: 'Set the variable, or the secret that it is taken from, anew and without it: printf, unlike echo, adds no line break.'
        });
    }
    const [id, secret] = KEYS.map((name) => Boolean(env[name]));
    if (id === secret)
        return;
    const [there, missing] = id ? [KEYS[0], KEYS[1]] : [KEYS[1], KEYS[0]];
    throw new errors/* ActionError */.lZ('NO_CREDENTIALS', {
        doing: FIND.doing,
        found: `${there} is set, and ${missing} is empty or not set.`,
        todo: `Set ${missing} as well. An expression such as a secret that this event may not see is empty.`
    });
}
function blemishOf(name, value) {
    if (/^\s*$/.test(value))
        return value === '' ? undefined : `${name} holds nothing but blanks or line breaks`;
    const where = /^\s/.test(value) ? 'begins with' : /\s$/.test(value) ? 'ends in' : 'has in it';
    if (/[\r\n]/.test(value))
        return `${name} ${where} a line break`;
    if (/\s/.test(value))
        return `${name} ${where} a blank`;
    if (/^["'].*["']$/.test(value))
        return `${name} is in quotes`;
    return /[^\x21-\x7e]/.test(value) ? `${name} has a character in it that is not ASCII` : undefined;
}
/**
 * Why there are no credentials, with nothing of what came instead: it could hold a secret. A profile that is asked for
 * is the first suspect, since the SDK then looks nowhere else.
 */
function explained(thrown, env) {
    const error = (0,classify/* classify */.L8)(thrown, FIND);
    const profile = env.AWS_PROFILE;
    if (error.code !== 'NO_CREDENTIALS' || !profile || error === thrown)
        return error;
    const keys = env.AWS_ACCESS_KEY_ID ? ', and not at the keys of this step, which are set as well' : '';
    return new errors/* ActionError */.lZ('NO_CREDENTIALS', {
        doing: FIND.doing,
        found: `AWS_PROFILE is set to ${profile}, so the SDK looks at that profile of the shared config${keys}, and has no credentials from it. ${error.found ?? ''}`,
        todo: 'Unset AWS_PROFILE for this step, which may be left over from an earlier one, or give the runner that profile.'
    });
}

// EXTERNAL MODULE: ./src/aws/endpoints.ts
var endpoints = __webpack_require__(9843);
// EXTERNAL MODULE: ./src/aws/limit.ts
var limit = __webpack_require__(1062);
;// CONCATENATED MODULE: ./src/aws/clients.ts




// Eight, because S3 Tables answers "too many requests" readily.
const MAX_ATTEMPTS = 8;
/**
 * The one place that builds the SDK's clients. Endpoints (`AWS_ENDPOINT_URL`, also per service) and credentials
 * come from where the SDK looks for them.
 */
function makeClients({ region, env, role, waves = [] }) {
    // The SDK's own switch: which Node runs the action is the runner's affair, not that of the log's reader.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    const handler = once(async () => (await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(329)]).then(__webpack_require__.bind(__webpack_require__, 7329))).makeHandler(env, { sent: () => loadNext() }));
    const basics = async () => ({
        region,
        maxAttempts: MAX_ATTEMPTS,
        retryMode: 'standard',
        requestHandler: await handler(),
        customUserAgent: 'iceberg-environment'
    });
    const stsWith = async (more) => new (await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19))).STS({ ...(await basics()), ...more });
    const assumed = role && (() => assumedBy(role, { env, handler, sts: () => stsWith({}) }));
    const sts = once(() => stsWith(assumed === undefined ? {} : { credentials: assumed }));
    // One chain for all clients: a web identity is exchanged once, not five times.
    const credentials = async () => {
        try {
            if (role === undefined)
                refuseBlemishes(env);
            return await (await sts()).config.credentials();
        }
        catch (thrown) {
            throw explained(thrown, env);
        }
    };
    const limits = makeLimits();
    const servicesWith = (more) => serviceClients({ region, limits }, async () => ({ ...(await basics()), credentials, ...more }));
    const services = servicesWith({});
    const ahead = [...waves];
    let loading = Promise.resolve();
    const loadNext = () => {
        // One after the other, so that what comes meanwhile is seen to. Whoever uses one that cannot be made is told so.
        for (const name of ahead.shift() ?? []) {
            loading = loading.then(async () => {
                await services[name]().catch(() => undefined);
            });
        }
    };
    return { handler, credentials, sts, ...services, single: servicesWith({ maxAttempts: 1 }) };
}
/** One for each service, whichever of its clients sends. An Iceberg REST catalog is a part of its service. */
function makeLimits() {
    return {
        s3tables: new limit/* Limit */.I$(),
        glue: new limit/* Limit */.I$(),
        lakeFormation: new limit/* Limit */.I$(),
        iam: new limit/* Limit */.I$(),
        s3: new limit/* Limit */.I$()
    };
}
function serviceClients({ region, limits }, config) {
    return {
        s3tables: once(async () => {
            const { S3Tables } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(928)]).then(__webpack_require__.t.bind(__webpack_require__, 9928, 19));
            return (0,limit/* limited */.TJ)(new S3Tables(await config()), limits.s3tables);
        }),
        glue: once(async () => {
            const { Glue } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(542)]).then(__webpack_require__.t.bind(__webpack_require__, 6542, 19));
            return (0,limit/* limited */.TJ)(new Glue(await config()), limits.glue);
        }),
        lakeFormation: once(async () => {
            const { LakeFormation } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(781)]).then(__webpack_require__.t.bind(__webpack_require__, 2781, 23));
            return (0,limit/* limited */.TJ)(new LakeFormation(await config()), limits.lakeFormation);
        }),
        iam: once(async () => {
            const { IAM } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(764)]).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
            return (0,limit/* limited */.TJ)(new IAM({ ...(await config()), region: (0,partitions/* partitionOf */.i)(region).homeOfIam }), limits.iam);
        }),
        s3: once(async () => {
            const { S3 } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
            const s3 = (0,limit/* limited */.TJ)(new S3(await config()), limits.s3);
            // An endpoint of one's own has no host name for each bucket.
            s3.config.forcePathStyle = (await (0,endpoints/* ownEndpoint */.mF)(s3)) !== undefined;
            return s3;
        })
    };
}
/** Loaded only when there is a role to assume. */
async function assumedBy(role, { env, handler, sts }) {
    const { assumeRole } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1321));
    const { gitHubToken } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 3812));
    const token = (audience) => gitHubToken({ env, handler, mask: role.mask }, audience, role.context);
    return assumeRole(role, { sts, token });
}
/** Keeps the promise, so that concurrent first uses share it. */
function once(make) {
    let made;
    return () => (made ??= make());
}

// EXTERNAL MODULE: ./src/aws/answer.ts
var aws_answer = __webpack_require__(8199);
;// CONCATENATED MODULE: ./src/aws/glue-catalogs.ts

const CATALOG = 's3tablescatalog';
const EVERYBODY_IAM_ALLOWS = 'IAM_ALLOWED_PRINCIPALS';
const call = (action, doing) => ({ operation: `glue:${action}`, doing });
/** The calls of Glue to the catalog that makes the integration with the analytics services. */
function makeCatalogs(service) {
    return {
        async getCatalog(catalogId, context) {
            const look = call('GetCatalog', `look at the Glue catalog ${catalogId}`);
            const answer = await service.find(context, look, (glue, options) => glue.getCatalog({ CatalogId: catalogId }, options));
            if (answer === undefined)
                return undefined;
            const catalog = (0,aws_answer/* required */.mw)(answer.Catalog, 'Catalog', look);
            (0,aws_answer/* required */.mw)(catalog.Name, 'Name', look);
            return {
                connectionName: catalog.FederatedCatalog?.ConnectionName,
                identifier: catalog.FederatedCatalog?.Identifier,
                iamControlled: leavesItToIam(catalog.CreateDatabaseDefaultPermissions) &&
                    leavesItToIam(catalog.CreateTableDefaultPermissions)
            };
        },
        createS3TablesCatalog(identifier, access, context) {
            const create = call('CreateCatalog', `switch on the analytics integration (Glue catalog ${CATALOG})`);
            return service.create(context, create, (glue, options) => glue.createCatalog({ Name: CATALOG, CatalogInput: integrationOf(identifier, access) }, options));
        }
    };
}
/**
 * With IAM access control, what the console's button makes today ("Integrating Amazon S3 Tables with AWS analytics
 * services" in the S3 user guide); with Lake Formation's, the same without default permissions ("Enabling S3 Tables
 * integration" in the Lake Formation developer guide).
 */
function integrationOf(identifier, access) {
    const defaults = () => access === 'iam'
        ? [{ Principal: { DataLakePrincipalIdentifier: EVERYBODY_IAM_ALLOWS }, Permissions: ['ALL'] }]
        : [];
    return {
        FederatedCatalog: { Identifier: identifier, ConnectionName: 'aws:s3tables' },
        CreateDatabaseDefaultPermissions: defaults(),
        CreateTableDefaultPermissions: defaults(),
        AllowFullTableExternalDataAccess: 'True'
    };
}
function leavesItToIam(permissions = []) {
    return permissions.some(({ Principal, Permissions = [] }) => Principal?.DataLakePrincipalIdentifier === EVERYBODY_IAM_ALLOWS && Permissions.includes('ALL'));
}

// EXTERNAL MODULE: ./src/rewrite.ts
var rewrite = __webpack_require__(3051);
// EXTERNAL MODULE: ./src/aws/retry-rules.ts
var retry_rules = __webpack_require__(5165);
// EXTERNAL MODULE: ./src/aws/wire.ts
var wire = __webpack_require__(2424);
;// CONCATENATED MODULE: ./src/aws/glue-databases.ts





/** The most that Glue gives at once (GetDatabases, `MaxResults`). */
const PAGE = 100;
const glue_databases_call = (action, doing, resource) => ({
    operation: `glue:${action}`,
    doing,
    resource
});
/** The calls of Glue to the databases of the account's default catalog. `single`: never repeats by itself. */
function makeDatabases(service, single) {
    return {
        listDatabases(context) {
            const list = glue_databases_call('GetDatabases', 'list the Glue databases');
            return (0,aws_answer/* allPages */.S4)(list, (NextToken) => service.ask(context, list, async (glue, options) => {
                const answer = await glue.getDatabases({ NextToken, MaxResults: PAGE }, options);
                const databases = (0,aws_answer/* listIn */.Of)(answer.DatabaseList, 'DatabaseList', list);
                return {
                    items: databases.map((database) => asDatabase(database, (0,aws_answer/* required */.mw)(database.Name, 'Name', list))),
                    next: answer.NextToken
                };
            }));
        },
        async getDatabase(name, context) {
            const database = await readDatabase(service, name, context);
            return (database && asDatabase({ ...database, Parameters: database.Parameters ?? {} }, database.Name ?? name));
        },
        createDatabase(database, retryDenied, context) {
            const create = glue_databases_call('CreateDatabase', `create the Glue database ${database.name}`);
            const retry = retryDenied ? [retry_rules/* NEW_ADMINISTRATOR */.n] : [];
            return service.create(context, { ...create, retry }, (glue, options) => glue.createDatabase(requestFor(database), options));
        },
        addParameters: (name, parameters, context) => addParameters({ service, single }, { name, parameters }, context),
        deleteDatabase(name, context) {
            const remove = { ...glue_databases_call('DeleteDatabase', `delete the Glue database ${name}`), once: true };
            return single.remove(context, remove, (glue, options) => glue.deleteDatabase({ Name: name }, options));
        }
    };
}
/**
 * Glue replaces a database as a whole, so that it is read first, and again before each repetition. Throws `VANISHED`
 * where there is none.
 */
function addParameters({ service, single }, { name, parameters }, context) {
    const update = { ...glue_databases_call('UpdateDatabase', `mark the Glue database ${name}`), once: true };
    return (0,rewrite/* rewrite */.v)(context, {
        what: update.doing,
        read: () => readDatabase(service, name, context),
        write: async (database) => {
            if (database === undefined)
                throw new errors/* ActionError */.lZ('VANISHED', { doing: update.doing });
            const DatabaseInput = inputOf(database, parameters);
            await single
                .ask(context, update, async (glue, options) => {
                const { UpdateDatabaseCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(542)]).then(__webpack_require__.t.bind(__webpack_require__, 6542, 19));
                const command = new UpdateDatabaseCommand({ Name: name, DatabaseInput: { Name: name } });
                (0,wire/* sendJson */.jD)(command, { Name: name, DatabaseInput });
                await glue.send(command, options);
            })
                .catch((thrown) => {
                throw namingUnknown(thrown, DatabaseInput);
            });
        }
    });
}
/** The calls of Glue to the tags of its resources. */
function makeGlueTags(service) {
    return {
        getTags(ResourceArn, context) {
            const read = glue_databases_call('GetTags', `read the tags of ${ResourceArn}`, ResourceArn);
            return service.find(context, read, async (glue, options) => {
                const { GetTagsCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(542)]).then(__webpack_require__.t.bind(__webpack_require__, 6542, 19));
                const command = new GetTagsCommand({ ResourceArn });
                const json = (0,wire/* keepJson */.CB)(command, read);
                await glue.send(command, options);
                return (0,aws_answer/* tagsIn */.bk)(json(), read);
            });
        },
        async addTags(ResourceArn, tags, context) {
            if (Object.keys(tags).length === 0)
                return;
            const write = glue_databases_call('TagResource', `tag ${ResourceArn}`, ResourceArn);
            await service.ask(context, write, (glue, options) => glue.tagResource({ ResourceArn, TagsToAdd: { ...tags } }, options));
        }
    };
}
function asDatabase({ Description, Parameters }, name) {
    return { name, description: Description, parameters: Parameters ?? {} };
}
async function readDatabase(service, name, context) {
    const read = glue_databases_call('GetDatabase', `look at the Glue database ${name}`);
    return service.find(context, read, async (glue, options) => {
        const { GetDatabaseCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(542)]).then(__webpack_require__.t.bind(__webpack_require__, 6542, 19));
        const command = new GetDatabaseCommand({ Name: name });
        const json = (0,wire/* keepJson */.CB)(command, read);
        await glue.send(command, options);
        return databaseIn(json()['Database'], read);
    });
}
function databaseIn(database, read) {
    if ((0,wire/* isJsonObject */.OW)(database) && typeof database['Name'] === 'string' && isMap(database['Parameters'])) {
        return database;
    }
    throw (0,aws_answer/* garbledAnswer */.mu)(read, `The answer to ${read.operation} lacks a Database as AWS always sends it.`);
}
/** Glue leaves the parameters out where there are none. */
function isMap(value) {
    return value === undefined || value === null || (0,wire/* isJsonObject */.OW)(value);
}
function requestFor({ name, description, parameters, tags }) {
    const input = { Name: name, Description: description, Parameters: { ...parameters } };
    return { DatabaseInput: input, ...(0,aws_answer/* someTags */.oX)('Tags', tags) };
}
/** What Glue tells of a database, or of its other things, of its own accord: no part of any input. */
const TOLD_BY_GLUE = ['CreateTime', 'UpdateTime', 'CreatedBy', 'CatalogId', 'VersionId'];
/** What the input of a database is made of (https://docs.aws.amazon.com/glue/latest/webapi/API_DatabaseInput.html). */
const INPUT = [
    'Name',
    'Description',
    'LocationUri',
    'Parameters',
    'CreateTableDefaultPermissions',
    'TargetDatabase',
    'FederatedDatabase'
];
/**
 * UpdateDatabase replaces everything, so everything that was there is sent again, also what nobody has heard of: left
 * out it would be lost for certain.
 */
function inputOf(database, parameters) {
    const kept = Object.entries(database).filter(([key]) => !TOLD_BY_GLUE.includes(key));
    return { ...Object.fromEntries(kept), Parameters: { ...database.Parameters, ...parameters } };
}
/** Where Glue refuses to be told of a member that it told of itself, nothing is written, and the member is named. */
function namingUnknown(thrown, input) {
    const unknown = Object.keys(input).filter((key) => !INPUT.includes(key));
    if (!(thrown instanceof errors/* ActionError */.lZ) || thrown.code !== 'AWS_REFUSED' || unknown.length === 0)
        return thrown;
    const { code, doing, answer, cause } = thrown;
    const found = `The database has what this action does not know and does not drop: ${unknown.join(', ')}.`;
    const todo = 'If AWS refuses just that, a newer version of this action may know it; nothing was changed.';
    return new errors/* ActionError */.lZ(code, { doing, answer, cause, found, todo });
}

// EXTERNAL MODULE: ./src/aws/call.ts + 1 modules
var aws_call = __webpack_require__(380);
;// CONCATENATED MODULE: ./src/aws/service.ts



/** Calls a service by the client that `load` gives. */
function serviceOf(load) {
    const ask = (context, call, request) => (0,aws_call/* invoke */.l)(context, call, async (options) => request(await load(), options));
    return {
        ask,
        find: (context, call, request) => unless(classify/* isNotThere */.kN, ask(context, call, request)),
        create: async (context, call, request) => {
            const made = async (client, options) => {
                await request(client, options);
                return true;
            };
            return (await unless(classify/* isThereAlready */.LC, ask(context, call, made))) ?? false;
        },
        remove: async (context, call, request) => {
            await unless(classify/* isNotThere */.kN, ask(context, call, request));
        }
    };
}
/** Reads all pages of a list, each by a call of its own. `undefined`: what would hold the list is not there. */
function findAll(call, page) {
    return unless(classify/* isNotThere */.kN, (0,aws_answer/* allPages */.S4)(call, page));
}
/** Gives what is there; `undefined` when `is` knows the error as one that need not be one. */
async function unless(is, work) {
    try {
        return await work;
    }
    catch (error) {
        if (is(error))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/aws/glue-tables.ts


const glue_tables_call = (action, doing) => ({ operation: `glue:${action}`, doing });
/** The calls of Glue to tables: of the default catalog, and of the federated one. */
function makeGlueTables(service) {
    return {
        async hasTable({ catalogId: CatalogId, database: DatabaseName, name: Name }, context) {
            const look = glue_tables_call('GetTable', `look at ${DatabaseName}.${Name} in the Glue catalog ${CatalogId}`);
            const answer = await service.find(context, look, (glue, options) => glue.getTable({ CatalogId, DatabaseName, Name }, options));
            return answer !== undefined && (0,aws_answer/* required */.mw)(answer.Table?.Name, 'Table', look) !== '';
        },
        listTables(DatabaseName, context) {
            const list = glue_tables_call('GetTables', `list the tables of the Glue database ${DatabaseName}`);
            return findAll(list, (NextToken) => service.ask(context, list, async (glue, options) => {
                const answer = await glue.getTables({ DatabaseName, NextToken }, options);
                const tables = (0,aws_answer/* listIn */.Of)(answer.TableList, 'TableList', list);
                return { items: tables.map(({ Name }) => (0,aws_answer/* required */.mw)(Name, 'Name', list)), next: answer.NextToken };
            }));
        }
    };
}

;// CONCATENATED MODULE: ./src/aws/iam.ts



const iam_call = (action, doing, resource) => ({
    operation: `iam:${action}`,
    doing,
    resource
});
/** The calls of IAM to roles, their policies, and users. */
function makeIam(service, client) {
    return {
        async knowsEverybody() {
            return (await (0,endpoints/* ownEndpoint */.mF)(await client())) === undefined;
        },
        async getRole(RoleName, context) {
            const look = iam_call('GetRole', `look at the role ${RoleName}`);
            const answer = await service.find(context, look, (iam, options) => iam.getRole({ RoleName }, options));
            return answer && asRole((0,aws_answer/* required */.mw)(answer.Role, 'Role', look), look);
        },
        async hasUser(UserName, context) {
            const look = iam_call('GetUser', `look at the user ${UserName}`);
            const answer = await service.find(context, look, (iam, options) => iam.getUser({ UserName }, options));
            return answer !== undefined && (0,aws_answer/* required */.mw)(answer.User?.UserName, 'UserName', look) !== '';
        },
        listRoles: (PathPrefix, context) => {
            const list = iam_call('ListRoles', `list the roles below ${PathPrefix}`);
            return (0,aws_answer/* allPages */.S4)(list, (Marker) => service.ask(context, list, async (iam, options) => {
                const answer = await iam.listRoles({ PathPrefix, Marker }, options);
                const roles = (0,aws_answer/* listIn */.Of)(answer.Roles, 'Roles', list);
                return { items: roles.map((role) => asRole(role, list)), next: answer.Marker };
            }));
        },
        createRole({ name, description, trustPolicy }, context) {
            const request = { RoleName: name, Description: description, AssumeRolePolicyDocument: trustPolicy };
            return service.create(context, iam_call('CreateRole', `create the role ${name}`), (iam, options) => iam.createRole(request, options));
        },
        ...makeRolePolicies(service)
    };
}
function makeRolePolicies(service) {
    return {
        async listRolePolicies(RoleName, context) {
            const [inline, attached] = await Promise.all([
                inlinePolicies(service, RoleName, context),
                attachedPolicies(service, RoleName, context)
            ]);
            return inline && attached && { inline, attached };
        },
        async getRolePolicy(RoleName, PolicyName, context) {
            const look = iam_call('GetRolePolicy', `look at the policy ${PolicyName} of the role ${RoleName}`);
            const answer = await service.find(context, look, (iam, options) => iam.getRolePolicy({ RoleName, PolicyName }, options));
            return answer && decodeURIComponent((0,aws_answer/* required */.mw)(answer.PolicyDocument, 'PolicyDocument', look));
        },
        async putRolePolicy(RoleName, PolicyName, PolicyDocument, context) {
            const write = iam_call('PutRolePolicy', `write the policy ${PolicyName} of the role ${RoleName}`);
            await service.ask(context, write, (iam, options) => iam.putRolePolicy({ RoleName, PolicyName, PolicyDocument }, options));
        }
    };
}
function inlinePolicies(service, RoleName, context) {
    const list = iam_call('ListRolePolicies', `list the inline policies of the role ${RoleName}`);
    return findAll(list, (Marker) => service.ask(context, list, async (iam, options) => {
        const answer = await iam.listRolePolicies({ RoleName, Marker }, options);
        return { items: (0,aws_answer/* listIn */.Of)(answer.PolicyNames, 'PolicyNames', list), next: answer.Marker };
    }));
}
function attachedPolicies(service, RoleName, context) {
    const list = iam_call('ListAttachedRolePolicies', `list the managed policies of the role ${RoleName}`);
    return findAll(list, (Marker) => service.ask(context, list, async (iam, options) => {
        const answer = await iam.listAttachedRolePolicies({ RoleName, Marker }, options);
        const items = (0,aws_answer/* listIn */.Of)(answer.AttachedPolicies, 'AttachedPolicies', list).flatMap(({ PolicyArn }) => PolicyArn ?? []);
        return { items, next: answer.Marker };
    }));
}
function asRole(role, look) {
    return {
        name: (0,aws_answer/* required */.mw)(role.RoleName, 'RoleName', look),
        arn: (0,aws_answer/* required */.mw)(role.Arn, 'Arn', look),
        trustPolicy: decodeURIComponent(role.AssumeRolePolicyDocument ?? '')
    };
}

;// CONCATENATED MODULE: ./src/aws/iam-simulate.ts


const SIMULATE = {
    operation: 'iam:SimulatePrincipalPolicy',
    doing: 'ask IAM what the credentials may do'
};
/**
 * Asks IAM what a principal may do, by its own policies, its permissions boundary and, as far as IAM knows them,
 * the organization's; resource policies are not looked at
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html).
 */
function makeSimulator(service) {
    const simulate = async (principal, question, context) => {
        try {
            return await ask(service, principal, question, context);
        }
        catch (error) {
            // Actions that IAM authorizes by different information cannot be asked about in one call; which, it does not tell.
            const { actions } = question;
            if (!isInvalid(error) || actions.length < 2)
                throw error;
            const middle = Math.ceil(actions.length / 2);
            const halves = [actions.slice(0, middle), actions.slice(middle)];
            const answers = halves.map((half) => simulate(principal, { ...question, actions: half }, context));
            return (await Promise.all(answers)).flat();
        }
    };
    return { simulate };
}
async function ask(service, principal, { actions, resources, facts }, context) {
    const request = {
        PolicySourceArn: principal,
        ActionNames: [...actions],
        ResourceArns: [...resources],
        ContextEntries: Object.entries(facts).map(([ContextKeyName, value]) => ({
            ContextKeyName,
            ContextKeyType: typeof value === 'boolean' ? 'boolean' : 'string',
            ContextKeyValues: [String(value)]
        }))
    };
    const results = await (0,aws_answer/* allPages */.S4)(SIMULATE, (Marker) => service.ask(context, SIMULATE, async (iam, options) => {
        const answer = await iam.simulatePrincipalPolicy({ ...request, Marker }, options);
        const next = answer.IsTruncated === true ? answer.Marker : undefined;
        return { items: (0,aws_answer/* listIn */.Of)(answer.EvaluationResults, 'EvaluationResults', SIMULATE), next };
    }));
    return results.flatMap((result) => verdictsOf(result, resources));
}
/** With several resources the answer for each is inside the one for the action. */
function verdictsOf(result, resources) {
    const action = result.EvalActionName ?? '';
    const each = result.ResourceSpecificResults ?? [];
    if (each.length > 0) {
        return each.map((one) => ({
            action,
            resource: one.EvalResourceName ?? '',
            decision: (0,aws_answer/* required */.mw)(one.EvalResourceDecision, 'EvalResourceDecision', SIMULATE),
            unknownFacts: one.MissingContextValues ?? []
        }));
    }
    const named = result.EvalResourceName;
    const about = named === undefined || !resources.includes(named) ? resources : [named];
    const decision = (0,aws_answer/* required */.mw)(result.EvalDecision, 'EvalDecision', SIMULATE);
    return about.map((resource) => ({
        action,
        resource,
        decision,
        unknownFacts: result.MissingContextValues ?? []
    }));
}
function isInvalid(error) {
    return error instanceof errors/* ActionError */.lZ && /^(?:InvalidInput|ValidationError)/.test(error.answer?.name ?? '');
}

;// CONCATENATED MODULE: ./src/aws/iceberg-operations.ts
const CONFIG = /^\/v1\/config$/;
const NAMESPACES = /\/namespaces$/;
const TABLE = /\/namespaces\/[^/]+\/tables\/[^/]+$/;
const TABLES = /\/namespaces\/[^/]+\/tables$/;
const LOAD = ['s3tables:GetTableMetadataLocation', 's3tables:GetTableData'];
const COMMIT = ['s3tables:UpdateTableMetadataLocation', 's3tables:PutTableData', 's3tables:GetTableData'];
/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html and
 * https://docs.aws.amazon.com/glue/latest/dg/iceberg-rest-apis.html
 */
const OPERATIONS = [
    {
        name: 'getConfig',
        method: 'GET',
        path: CONFIG,
        s3tables: ['s3tables:GetTableBucket'],
        glue: ['glue:GetCatalog']
    },
    {
        name: 'listNamespaces',
        method: 'GET',
        path: NAMESPACES,
        s3tables: ['s3tables:ListNamespaces'],
        glue: ['glue:GetDatabases']
    },
    {
        name: 'listTables',
        method: 'GET',
        path: TABLES,
        s3tables: ['s3tables:ListTables'],
        glue: ['glue:GetTables']
    },
    {
        name: 'createTable',
        method: 'POST',
        path: TABLES,
        s3tables: ['s3tables:CreateTable', 's3tables:PutTableData'],
        glue: ['glue:CreateTable']
    },
    { name: 'loadTable', method: 'GET', path: TABLE, s3tables: LOAD, glue: ['glue:GetTable'] },
    {
        name: 'tableExists',
        method: 'HEAD',
        path: TABLE,
        s3tables: ['s3tables:GetTable'],
        glue: ['glue:GetTable']
    },
    { name: 'updateTable', method: 'POST', path: TABLE, s3tables: COMMIT, glue: ['glue:UpdateTable'] },
    {
        name: 'dropTable',
        method: 'DELETE',
        path: TABLE,
        s3tables: ['s3tables:DeleteTable'],
        glue: ['glue:DeleteTable']
    }
];
/** What a request is for the log and for errors: its operation, and what it takes to be allowed. */
function icebergCall(service, request) {
    const { method, path } = request;
    const known = OPERATIONS.find((each) => each.method === method && each.path.test(path));
    const name = known?.name ?? `${method} ${path}`;
    return {
        operation: `${service}:Iceberg ${name}`,
        doing: `call ${name} of the Iceberg catalog (${method} ${path})`,
        actions: known?.[service],
        resource: service === 's3tables' ? arnsOf(request) : 'the Glue catalogs, database and table'
    };
}
/** The table bucket of a request's path, and what permissions on its tables are given on. */
function arnsOf({ path, query }) {
    const [, , prefix = ''] = path.split('/');
    const arn = query?.['warehouse'] ?? decodeURIComponent(prefix);
    if (!arn.startsWith('arn:'))
        return undefined;
    return TABLE.test(path) || TABLES.test(path) ? `${arn} and ${arn}/table/*` : arn;
}

;// CONCATENATED MODULE: ./src/aws/iceberg-http.ts



/**
 * Sends requests to the Iceberg REST catalog of S3 Tables or Glue through the SDK's own client of the service, so
 * that endpoint, signature, proxy, time-outs and repetition are those of every other call. A command of the
 * service is the carrier: its request is replaced before it is signed, its answer before it is read
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html).
 */
function makeIcebergHttp(clients, service) {
    const carrier = service === 'glue' ? byGlue(clients) : byS3Tables(clients);
    return {
        request(request, context) {
            return (0,aws_call/* invoke */.l)(context, icebergCall(service, request), async (options) => {
                const answers = [];
                await carrier((stack) => carry(stack, request, answers), options);
                const answer = answers.at(-1);
                if (answer === undefined)
                    throw new Error('The SDK gave no answer.');
                return answer;
            });
        }
    };
}
function byS3Tables(clients) {
    return async (carryOn, options) => {
        const { ListTableBucketsCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(928)]).then(__webpack_require__.t.bind(__webpack_require__, 9928, 19));
        const command = new ListTableBucketsCommand({});
        carryOn(command.middlewareStack);
        return (await clients.s3tables()).send(command, options);
    };
}
function byGlue(clients) {
    return async (carryOn, options) => {
        const { GetDatabasesCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(542)]).then(__webpack_require__.t.bind(__webpack_require__, 6542, 19));
        const command = new GetDatabasesCommand({});
        carryOn(command.middlewareStack);
        return (await clients.glue()).send(command, options);
    };
}
function carry(stack, request, answers) {
    stack.add((next) => (args) => {
        replace(args.request, request);
        return next(args);
    }, { step: 'build', priority: 'high', name: 'icebergRequest' });
    stack.add((next) => async (args) => {
        const result = await next(args);
        await keepAnswer(result.response, answers);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'icebergAnswer' });
}
/** The path of an endpoint of one's own, which the SDK has put before that of the carrier's operation. */
function prefixOf(path) {
    return path.replace(/\/(?:buckets)?$/, '').replace(/\/$/, '');
}
function replace(carrier, { method, path, query, body }) {
    carrier.method = method;
    carrier.path = `${prefixOf(carrier.path)}/iceberg${path}`;
    carrier.query = { ...query };
    carrier.headers = body === undefined ? {} : { 'content-type': 'application/json' };
    carrier.body = body;
}
/** Of whoever called, and of calling too often: the SDK and the ports know what these are, in AWS's own form. */
const OF_THE_CALLER = /^(?:AccessDenied|Forbidden|Unauthorized|Expired|RequestExpired|UnrecognizedClient|InvalidClientToken|InvalidSignature|SignatureDoesNot|IncompleteSignature|MissingAuthentication|RequestTimeTooSkewed|OptInRequired|Throttl|TooManyRequests|RequestLimit|SlowDown)/;
/** Keeps the answer and hands on an empty success; what the SDK should repeat or the ports explain stays an error. */
async function keepAnswer(response, answers) {
    const { statusCode: status, headers } = response;
    const text = await (0,wire/* textOf */.b6)(response.body);
    const refusal = status < 400 ? undefined : refusalIn(text, headers);
    response.body = Buffer.from(text);
    if (status === 403 || status === 429 || status >= 500 || OF_THE_CALLER.test(refusal?.name ?? '')) {
        if (refusal === undefined)
            return;
        headers['x-amzn-errortype'] = refusal.name;
        response.body = Buffer.from(JSON.stringify({ message: refusal.message }));
        return;
    }
    answers.push({ status, text, requestId: headers['x-amzn-requestid'] ?? headers['x-amz-request-id'] });
    response.statusCode = 200;
    response.headers = { 'content-type': 'application/json' };
    response.body = Buffer.from('{"tableBuckets":[],"DatabaseList":[]}');
}
/** AWS's name of an error and its words, in the form of Iceberg (REST spec, ErrorModel) or in AWS's own. */
function refusalIn(text, headers) {
    const json = (0,wire/* membersIn */.Jp)(text);
    const body = (0,wire/* isJsonObject */.OW)(json['error']) ? json['error'] : json;
    const texts = (keys) => keys.map((key) => body[key]).find((value) => typeof value === 'string');
    const name = headers['x-amzn-errortype'] ?? texts(['type', '__type', 'code', 'Code']);
    if (name === undefined)
        return undefined;
    return { name: bareName(name), message: texts(['message', 'Message']) ?? '' };
}
/** `com.amazonaws.glue#EntityNotFoundException:http://…` without what is around it. */
function bareName(name) {
    const [before = ''] = name.split(':', 1);
    return before.slice(before.lastIndexOf('#') + 1);
}

;// CONCATENATED MODULE: ./src/aws/lake-formation.ts



/** A new role is not known to Lake Formation at once. */
const SPREADING_MS = 120_000;
// Lake Formation's actions have no resource types in IAM: they are allowed on `*` or not at all.
const lake_formation_call = (action, doing, principals = []) => ({
    operation: `lakeformation:${action}`,
    doing,
    principals
});
/**
 * The calls of Lake Formation to its settings of the account and region. They are read and written as the JSON that
 * AWS gave, since the SDK drops what its model does not know, and what is not written back is lost. `single`: never
 * repeats by itself, since a repetition would undo what others have written since the settings were read.
 */
function makeSettings(service, single) {
    const getSettings = (context) => {
        const read = lake_formation_call('GetDataLakeSettings', 'read the Lake Formation settings');
        return service.ask(context, read, async (lakeFormation, options) => {
            const { GetDataLakeSettingsCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(781)]).then(__webpack_require__.t.bind(__webpack_require__, 2781, 23));
            const command = new GetDataLakeSettingsCommand({});
            const json = (0,wire/* keepJson */.CB)(command, read);
            await lakeFormation.send(command, options);
            return settingsIn(json()['DataLakeSettings'], read);
        });
    };
    const putSettings = async (settings, context) => {
        const admins = settings.DataLakeAdmins?.map((admin) => admin.DataLakePrincipalIdentifier ?? '') ?? [];
        const write = lake_formation_call('PutDataLakeSettings', 'write the Lake Formation settings', admins);
        await single.ask(context, { ...write, once: true }, async (lakeFormation, options) => {
            const { PutDataLakeSettingsCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(781)]).then(__webpack_require__.t.bind(__webpack_require__, 2781, 23));
            const command = new PutDataLakeSettingsCommand({ DataLakeSettings: {} });
            (0,wire/* sendJson */.jD)(command, { DataLakeSettings: settings });
            await lakeFormation.send(command, options);
        });
    };
    return {
        getSettings,
        changeSettings: (change, context) => (0,rewrite/* rewrite */.v)(context, {
            what: 'write the Lake Formation settings',
            patience: { DEAD_PRINCIPAL: SPREADING_MS },
            read: () => getSettings(context),
            write: async (there) => {
                const settings = change(there);
                if (settings !== undefined)
                    await putSettings(settings, context);
                return settings !== undefined;
            }
        })
    };
}
/** An answer without the list of administrators is none of AWS's: written back, it would take them all away. */
function settingsIn(settings, read) {
    if ((0,wire/* isJsonObject */.OW)(settings) && Array.isArray(settings['DataLakeAdmins']))
        return settings;
    throw (0,aws_answer/* garbledAnswer */.mu)(read, `The answer to ${read.operation} lacks DataLakeSettings with the list DataLakeAdmins, which AWS always sends.`);
}
/** The calls of Lake Formation to the locations that it manages. */
function makeRegistrations(service) {
    return {
        async getRegistration(ResourceArn, context) {
            const look = lake_formation_call('DescribeResource', `look at the registration of ${ResourceArn}`);
            const answer = await service.find(context, look, (lakeFormation, options) => lakeFormation.describeResource({ ResourceArn }, options));
            if (answer === undefined)
                return undefined;
            const info = (0,aws_answer/* required */.mw)(answer.ResourceInfo, 'ResourceInfo', look);
            (0,aws_answer/* required */.mw)(info.ResourceArn, 'ResourceArn', look);
            const { RoleArn = '', WithFederation = false, HybridAccessEnabled = false } = info;
            return { roleArn: RoleArn, withFederation: WithFederation, hybridAccess: HybridAccessEnabled };
        },
        register(ResourceArn, RoleArn, context) {
            const register = lake_formation_call('RegisterResource', `register ${ResourceArn} with Lake Formation`);
            const request = { ResourceArn, RoleArn, WithFederation: true, WithPrivilegedAccess: true };
            return service.create(context, register, (lakeFormation, options) => lakeFormation.registerResource(request, options));
        }
    };
}

;// CONCATENATED MODULE: ./src/aws/grant-target.ts
/** The name under which Lake Formation lists what is granted on all tables of a database. */
const ALL_TABLES = 'ALL_TABLES';
/** What a grant is on, as Lake Formation's API takes it. */
function resourceOf(on) {
    const { catalogId } = on;
    if (on.kind === 'catalog')
        return { Catalog: catalogId === undefined ? {} : { Id: catalogId } };
    const CatalogId = catalogId === undefined ? {} : { CatalogId: catalogId };
    if (on.kind === 'database')
        return { Database: { ...CatalogId, Name: on.database } };
    return { Table: { ...CatalogId, DatabaseName: on.database, TableWildcard: {} } };
}
/** For people: `all tables of the database dev_db`. */
function shownTarget(on) {
    if (on.kind === 'catalog')
        return on.catalogId === undefined ? 'the Data Catalog' : `the catalog ${on.catalogId}`;
    const name = on.catalogId === undefined ? on.database : `${on.catalogId}/${on.database}`;
    return on.kind === 'database' ? `the database ${name}` : `all tables of the database ${name}`;
}
/** Whether an entry of a list is on exactly this; the list may hold others. */
function isOn({ Resource: it }, on) {
    if (on.kind === 'catalog') {
        return it?.Catalog !== undefined && pathOf(it.Catalog.Id) === pathOf(on.catalogId);
    }
    const path = pathOf(on.catalogId, on.database);
    if (on.kind === 'database') {
        return it?.Database !== undefined && pathOf(it.Database.CatalogId, it.Database.Name) === path;
    }
    const tables = allTables(it?.Table) ?? allColumnsOfAllTables(it?.TableWithColumns);
    return tables !== undefined && pathOf(tables.CatalogId, tables.DatabaseName) === path;
}
function allTables(table) {
    return table?.TableWildcard !== undefined || table?.Name === ALL_TABLES ? table : undefined;
}
/** SELECT on tables comes back as one on their columns. */
function allColumnsOfAllTables(table) {
    if (table?.Name !== ALL_TABLES || table.ColumnWildcard === undefined)
        return undefined;
    return (table.ColumnWildcard.ExcludedColumnNames ?? []).length === 0 ? table : undefined;
}
/**
 * The path inside the account, which is the same whether AWS puts the catalog into the id or before the database's
 * name (`s3tablescatalog/<bucket>/<namespace>`). Glue folds names to lower case.
 */
function pathOf(catalogId, name) {
    const catalog = catalogId?.replace(/^\d{12}(?::|$)/, '') ?? '';
    return [catalog, name ?? '']
        .filter((part) => part !== '')
        .join('/')
        .toLowerCase();
}

;// CONCATENATED MODULE: ./src/aws/lake-formation-grants.ts




/** BatchGrantPermissions and BatchRevokePermissions take so many entries at most. */
const MAX_ENTRIES = 20;
/** The calls of Lake Formation to grants. The top-level `CatalogId` is left out: it takes nothing but our account. */
function makeGrants(service) {
    return {
        async listGrants(on, context) {
            // By resource alone: with a principal as well, AWS answers with what is effective, not with what was granted.
            const entries = await list(service, { Resource: resourceOf(on) }, `list the grants on ${shownTarget(on)}`, context);
            return entries && merged(entries.filter((entry) => isOn(entry, on)));
        },
        async effectiveGrant(principal, on, context) {
            const asked = { Principal: { DataLakePrincipalIdentifier: principal }, Resource: resourceOf(on) };
            const doing = `see what ${principal} may do on ${shownTarget(on)}`;
            const entries = await list(service, asked, doing, context);
            return entries && (merged(entries)[0] ?? { principal, permissions: [], grantable: [] });
        },
        async knowsPrincipal(principal, context) {
            // AWS takes no principal without a resource: the one that there always is, is the Data Catalog.
            const Resource = resourceOf({ kind: 'catalog' });
            const asked = { Principal: { DataLakePrincipalIdentifier: principal }, Resource, MaxResults: 1 };
            const look = callOf('ListPermissions', `ask Lake Formation for ${principal}`);
            const work = service.ask(context, look, async (client, options) => {
                const answer = await client.listPermissions(asked, options);
                return (0,aws_answer/* listIn */.Of)(answer.PrincipalResourcePermissions, 'PrincipalResourcePermissions', look);
            });
            return (await unless(isUnknown, work)) !== undefined;
        },
        grant: (grants, context) => changeAll(grants, batchOf(service, 'Grant', context), (each) => grantOne(service, each, context)),
        async revoke(grants, context) {
            const never = [];
            await changeAll(grants, batchOf(service, 'Revoke', context), async (each) => {
                never.push(...(await revokeOne(service, each, context)));
            });
            return never;
        }
    };
}
function list(service, asked, doing, context) {
    const look = callOf('ListPermissions', doing);
    const pages = (0,aws_answer/* allPages */.S4)(look, (NextToken) => service.ask(context, look, async (client, options) => {
        const answer = await client.listPermissions({ ...asked, NextToken }, options);
        const items = (0,aws_answer/* listIn */.Of)(answer.PrincipalResourcePermissions, 'PrincipalResourcePermissions', look);
        return { items, next: answer.NextToken };
    }));
    return unless(isGone, pages);
}
/**
 * Changes one by a call of its own, more by batches. What fails in a batch is done again by a call of its own,
 * which has its own patience, error and request id; one that fails stops no other.
 */
async function changeAll(grants, batch, single) {
    const failures = [];
    for (let at = 0; at < grants.length; at += MAX_ENTRIES) {
        const some = grants.slice(at, at + MAX_ENTRIES);
        for (const grant of some.length === 1 ? some : await batch(some)) {
            await single(grant).catch((error) => failures.push(error));
        }
    }
    if (failures.length > 0)
        throw failures[0];
}
function batchOf(service, what, context) {
    return async (entries) => {
        const principals = [...new Set(entries.map(({ principal }) => principal))];
        const doing = `${what.toLowerCase()} ${principals.join(', ')} on ${entries.map(({ on }) => shownTarget(on)).join(', ')}`;
        const change = callOf(`Batch${what}Permissions`, doing, principals);
        const Entries = entries.map((entry, at) => ({ Id: String(at), ...lake_formation_grants_requestFor(entry) }));
        const answer = await service.ask(context, change, (client, options) => what === 'Grant'
            ? client.batchGrantPermissions({ Entries }, options)
            : client.batchRevokePermissions({ Entries }, options));
        return (answer.Failures ?? []).map((failure) => entryOf(failure, entries, change));
    };
}
function entryOf({ RequestEntry }, entries, change) {
    return (0,aws_answer/* required */.mw)(entries[Number(RequestEntry?.Id)], 'the id of an entry that failed', change);
}
async function grantOne(service, grant, context) {
    const { principal, on } = grant;
    const give = callOf('GrantPermissions', `grant ${principal} on ${shownTarget(on)}`, [principal]);
    await service.ask(context, give, (client, options) => client.grantPermissions(lake_formation_grants_requestFor(grant), options));
}
/**
 * Gives what was never granted. AWS refuses the whole list when one of it never was; then each is taken away by
 * itself.
 */
async function revokeOne(service, grant, context) {
    const { principal, on } = grant;
    const take = callOf('RevokePermissions', `revoke ${principal} on ${shownTarget(on)}`, [principal]);
    const work = service.ask(context, take, (client, options) => client.revokePermissions(lake_formation_grants_requestFor(grant), options));
    const outcome = await work.then(() => 'revoked', (error) => refusalOf(error));
    if (outcome === 'revoked' || outcome === 'gone')
        return [];
    if (outcome === 'unknown principal')
        return [grant];
    const each = [...new Set([...grant.permissions, ...grant.grantable])];
    if (each.length < 2)
        return [grant];
    const never = [];
    for (const permission of each) {
        const only = (names) => names.filter((name) => name === permission);
        const one = { principal, on, permissions: only(grant.permissions), grantable: only(grant.grantable) };
        never.push(...(await revokeOne(service, one, context)));
    }
    return never;
}
/** Why there is nothing to revoke. Throws what is another error. */
function refusalOf(error) {
    if (isGone(error))
        return 'gone';
    // What a role held that no longer exists is of no use to anybody, and cannot be revoked.
    if (isUnknown(error))
        return 'unknown principal';
    if (error instanceof errors/* ActionError */.lZ && /no permissions revoked/i.test(error.answer?.message ?? '')) {
        return 'never granted';
    }
    throw error;
}
/**
 * Not "access denied", which Lake Formation words as "resource does not exist or requester is not authorized": that
 * may be either.
 */
function isGone(error) {
    return error instanceof errors/* ActionError */.lZ && error.answer?.name === 'EntityNotFoundException';
}
function isUnknown(error) {
    return error instanceof errors/* ActionError */.lZ && error.code === 'DEAD_PRINCIPAL';
}
// Lake Formation's actions have no resource types in IAM: they are allowed on `*` or not at all.
function callOf(action, doing, principals = []) {
    return { operation: `lakeformation:${action}`, doing, principals };
}
function lake_formation_grants_requestFor({ on, principal, permissions, grantable }) {
    return {
        Principal: { DataLakePrincipalIdentifier: principal },
        Resource: resourceOf(on),
        Permissions: [...permissions],
        ...(grantable.length > 0 && { PermissionsWithGrantOption: [...grantable] })
    };
}
/** One grant may come back as several entries. `ALL` is left as AWS gives it, not spelt out. */
function merged(entries) {
    const grants = new Map();
    for (const { Principal, Permissions = [], PermissionsWithGrantOption = [] } of entries) {
        const principal = Principal?.DataLakePrincipalIdentifier;
        if (principal === undefined)
            continue;
        const before = grants.get(principal);
        grants.set(principal, {
            principal,
            permissions: [...new Set([...(before?.permissions ?? []), ...Permissions])].sort(),
            grantable: [...new Set([...(before?.grantable ?? []), ...PermissionsWithGrantOption])].sort()
        });
    }
    return [...grants.values()];
}

;// CONCATENATED MODULE: ./src/aws/namespaces.ts


const namespaces_call = (action, doing, resource) => ({
    operation: `s3tables:${action}`,
    doing,
    resource
});
/** The calls of S3 Tables to namespaces. AWS gives a namespace as a list of one name. */
function makeNamespaces(service) {
    return {
        async hasNamespace(tableBucketARN, namespace, context) {
            const look = namespaces_call('GetNamespace', `look at the namespace ${namespace}`, tableBucketARN);
            const answer = await service.find(context, look, (s3tables, options) => s3tables.getNamespace({ tableBucketARN, namespace }, options));
            if (answer === undefined)
                return false;
            const [name] = Array.isArray(answer.namespace) ? answer.namespace : [];
            return (0,aws_answer/* required */.mw)(name, 'namespace', look) !== '';
        },
        createNamespace(tableBucketARN, namespace, context) {
            const create = namespaces_call('CreateNamespace', `create the namespace ${namespace}`, tableBucketARN);
            return service.create(context, create, async (s3tables, options) => {
                const answer = await s3tables.createNamespace({ tableBucketARN, namespace: [namespace] }, options);
                return (0,aws_answer/* required */.mw)(answer.namespace, 'namespace', create);
            });
        },
        deleteNamespace(tableBucketARN, namespace, context) {
            const remove = namespaces_call('DeleteNamespace', `delete the namespace ${namespace}`, tableBucketARN);
            return service.remove(context, remove, (s3tables, options) => s3tables.deleteNamespace({ tableBucketARN, namespace }, options));
        },
        listNamespaces(tableBucketARN, context) {
            const list = namespaces_call('ListNamespaces', `list the namespaces of ${(0,aws_answer/* nameOf */.Vb)(tableBucketARN)}`, tableBucketARN);
            return findAll(list, (continuationToken) => service.ask(context, list, async (s3tables, options) => {
                const answer = await s3tables.listNamespaces({ tableBucketARN, continuationToken }, options);
                const items = (0,aws_answer/* listIn */.Of)(answer.namespaces, 'namespaces', list).map(({ namespace, createdAt }) => ({
                    name: (0,aws_answer/* required */.mw)(namespace?.[0], 'namespace', list),
                    createdAtMs: (0,aws_answer/* required */.mw)(createdAt, 'createdAt', list).getTime()
                }));
                return { items, next: answer.continuationToken };
            }));
        }
    };
}

;// CONCATENATED MODULE: ./src/aws/sts.ts





const WHO = { operation: 'sts:GetCallerIdentity', doing: 'find out which account this is' };
const CREDENTIALS = { operation: 'credentials', doing: WHO.doing };
/**
 * Who the credentials belong to: the account from the credentials where they know it, else from STS; the partition
 * from the caller's ARN. Where STS cannot be asked, what the credentials know has to do, with the partition that
 * the region's name belongs to. Found out once, however often it is asked for. Throws `WRONG_ACCOUNT` when the two do not agree, which happens when
 * AWS_ACCOUNT_ID is left over from another step.
 */
function makeSts(clients, region) {
    const service = serviceOf(clients.sts);
    const find = async (context) => {
        const { accountId: known } = await (0,aws_call/* invoke */.l)(context, CREDENTIALS, () => clients.credentials());
        const asked = await askSts(service, context, known !== undefined);
        if (known !== undefined && asked !== undefined && known !== asked.accountId)
            throw torn(known, asked);
        const callerArn = asked?.callerArn;
        const partition = callerArn?.split(':')[1] ?? (0,partitions/* partitionOf */.i)(region).id;
        return { accountId: known ?? asked?.accountId ?? '', partition, callerArn };
    };
    let found;
    return {
        getIdentity(context) {
            // The credentials of a run stay those of one identity. A failure is not kept: it may have passed by the next time.
            found ??= find(context).catch((thrown) => {
                found = undefined;
                throw thrown;
            });
            return found;
        }
    };
}
/** `undefined`: STS cannot be asked, and need not be. */
async function askSts(service, context, needless) {
    try {
        const answer = await service.ask(context, WHO, (sts, options) => sts.getCallerIdentity({}, options));
        return {
            accountId: (0,aws_answer/* required */.mw)(answer.Account, 'Account', WHO),
            callerArn: (0,aws_answer/* required */.mw)(answer.Arn, 'Arn', WHO)
        };
    }
    catch (error) {
        if (!needless || !cannotBeAsked(error))
            throw error;
        context.reporter.debug('STS cannot be asked; the account id is that of the credentials');
        return undefined;
    }
}
function torn(known, { accountId, callerArn }) {
    return new errors/* ActionError */.lZ('WRONG_ACCOUNT', {
        found: `The credentials claim to be for account ${known}, and STS says that they are for ${accountId} (${callerArn}).`,
        todo: 'Unset AWS_ACCOUNT_ID if it is left over from another step, or use the credentials of the right account.'
    });
}
function cannotBeAsked(error) {
    return (error instanceof errors/* ActionError */.lZ &&
        ['UNREACHABLE', 'PERMISSION_DENIED', 'AWS_FAILED', 'THROTTLED'].includes(error.code));
}

;// CONCATENATED MODULE: ./src/aws/table-buckets.ts



const table_buckets_call = (action, doing, resource) => ({
    operation: `s3tables:${action}`,
    doing,
    resource
});
/** The call of S3 Tables that lists table buckets. */
function makeBucketList(service) {
    return {
        listTableBuckets(context) {
            const list = table_buckets_call('ListTableBuckets', 'list the table buckets');
            return (0,aws_answer/* allPages */.S4)(list, (continuationToken) => service.ask(context, list, async (s3tables, options) => {
                const answer = await s3tables.listTableBuckets({ continuationToken }, options);
                const items = (0,aws_answer/* listIn */.Of)(answer.tableBuckets, 'tableBuckets', list)
                    .filter(({ type }) => type !== 'aws')
                    .map(({ name, arn }) => ({
                    name: (0,aws_answer/* required */.mw)(name, 'name', list),
                    arn: (0,aws_answer/* required */.mw)(arn, 'arn', list)
                }));
                return { items, next: answer.continuationToken };
            }));
        }
    };
}
/** The calls of S3 Tables to table buckets. */
function makeTableBuckets(service) {
    return {
        async hasTableBucket(tableBucketARN, context) {
            const look = table_buckets_call('GetTableBucket', `look at the table bucket ${(0,aws_answer/* nameOf */.Vb)(tableBucketARN)}`, tableBucketARN);
            const answer = await service.find(context, look, (s3tables, options) => s3tables.getTableBucket({ tableBucketARN }, options));
            return answer !== undefined && (0,aws_answer/* required */.mw)(answer.arn, 'arn', look) !== '';
        },
        createTableBucket(name, tags, context) {
            const create = table_buckets_call('CreateTableBucket', `create the table bucket ${name}`);
            return service.create(context, create, async (s3tables, options) => {
                const answer = await s3tables.createTableBucket({ name, ...(0,aws_answer/* someTags */.oX)('tags', tags) }, options);
                return (0,aws_answer/* required */.mw)(answer.arn, 'arn', create);
            });
        },
        deleteTableBucket(tableBucketARN, context) {
            const remove = table_buckets_call('DeleteTableBucket', `delete the table bucket ${(0,aws_answer/* nameOf */.Vb)(tableBucketARN)}`, tableBucketARN);
            return service.remove(context, remove, (s3tables, options) => s3tables.deleteTableBucket({ tableBucketARN }, options));
        }
    };
}
/** The calls of S3 Tables to the policies of table buckets. `single`: never repeats by itself. */
function makePolicies(service, single) {
    const policyCall = (action, verb, arn) => table_buckets_call(`${action}TableBucketPolicy`, `${verb} the policy of ${(0,aws_answer/* nameOf */.Vb)(arn)}`, arn);
    const getTableBucketPolicy = async (tableBucketARN, context) => {
        const read = policyCall('Get', 'read', tableBucketARN);
        const answer = await service.find(context, read, (s3tables, options) => s3tables.getTableBucketPolicy({ tableBucketARN }, options));
        // An empty policy is none that AWS would keep.
        return answer && (0,aws_answer/* required */.mw)(answer.resourcePolicy || undefined, 'resourcePolicy', read);
    };
    return {
        getTableBucketPolicy,
        async putTableBucketPolicy(tableBucketARN, resourcePolicy, context) {
            await service.ask(context, policyCall('Put', 'set', tableBucketARN), (s3tables, options) => s3tables.putTableBucketPolicy({ tableBucketARN, resourcePolicy }, options));
        },
        addTableBucketPolicy(tableBucketARN, resourcePolicy, context) {
            const write = { ...policyCall('Put', 'set', tableBucketARN), once: true };
            return (0,rewrite/* rewrite */.v)(context, {
                what: write.doing,
                read: () => getTableBucketPolicy(tableBucketARN, context),
                // A new bucket is not known everywhere at once.
                patience: { VANISHED: 15_000 },
                write: async (there) => {
                    if (there !== undefined)
                        return false;
                    await single.ask(context, write, (s3tables, options) => s3tables.putTableBucketPolicy({ tableBucketARN, resourcePolicy }, options));
                    return true;
                }
            });
        },
        deleteTableBucketPolicy(tableBucketARN, context) {
            return service.remove(context, policyCall('Delete', 'delete', tableBucketARN), (s3tables, options) => s3tables.deleteTableBucketPolicy({ tableBucketARN }, options));
        }
    };
}
/** The calls of S3 Tables to the tags of table buckets and tables. */
function makeTags(service) {
    return {
        getTags(resourceArn, context) {
            const read = table_buckets_call('ListTagsForResource', `read the tags of ${resourceArn}`, resourceArn);
            return service.find(context, read, async (s3tables, options) => {
                const { ListTagsForResourceCommand } = await Promise.all(/* import() */[__webpack_require__.e(85), __webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(928)]).then(__webpack_require__.t.bind(__webpack_require__, 9928, 19));
                const command = new ListTagsForResourceCommand({ resourceArn });
                const json = (0,wire/* keepJson */.CB)(command, read);
                await s3tables.send(command, options);
                return (0,aws_answer/* tagsIn */.bk)(json(), read);
            });
        },
        async addTags(resourceArn, tags, context) {
            if (Object.keys(tags).length === 0)
                return;
            const write = table_buckets_call('TagResource', `tag ${resourceArn}`, resourceArn);
            await service.ask(context, write, (s3tables, options) => s3tables.tagResource({ resourceArn, tags: { ...tags } }, options));
        }
    };
}

;// CONCATENATED MODULE: ./src/aws/tables.ts



// The ARN of a table has an id in it that only AWS knows, so permissions are named on all tables of the bucket.
const tables_call = (action, verb, { bucketArn, namespace, name }) => ({
    operation: `s3tables:${action}`,
    doing: `${verb} the table ${namespace}.${name}`,
    resource: `${bucketArn}/table/*`
});
const listOf = (resource, doing) => ({
    operation: 's3tables:ListTables',
    doing,
    resource
});
/** The calls of S3 Tables to tables. */
function makeTables(service) {
    return {
        listTables: (bucketArn, namespace, context) => {
            const what = namespace === undefined ? (0,aws_answer/* nameOf */.Vb)(bucketArn) : `${namespace} in ${(0,aws_answer/* nameOf */.Vb)(bucketArn)}`;
            const list = listOf(bucketArn, `list the tables of ${what}`);
            return findAll(list, (continuationToken) => service.ask(context, list, async (s3tables, options) => {
                const where = { tableBucketARN: bucketArn, namespace, continuationToken };
                const answer = await s3tables.listTables(where, options);
                const tables = (0,aws_answer/* listIn */.Of)(answer.tables, 'tables', list);
                return {
                    items: tables.map((table) => listed(bucketArn, table, list)),
                    next: answer.continuationToken
                };
            }));
        },
        async getTable(id, context) {
            const look = tables_call('GetTable', 'look at', id);
            const answer = await service.find(context, look, (s3tables, options) => s3tables.getTable(keyOf(id), options));
            return answer && asTable(answer, look);
        },
        createTable(table, context) {
            const create = tables_call('CreateTable', 'create', table.id);
            const made = service.ask(context, create, async (s3tables, options) => {
                const answer = await s3tables.createTable(tables_requestFor(table), options);
                return (0,aws_answer/* required */.mw)(answer.tableARN, 'tableARN', create);
            });
            return unless(classify/* isThereAlready */.LC, made);
        },
        deleteTable(id, versionToken, context) {
            const remove = tables_call('DeleteTable', 'delete', id);
            return service.remove(context, remove, (s3tables, options) => s3tables.deleteTable({ ...keyOf(id), versionToken }, options));
        }
    };
}
/** The calls of S3 Tables to where the metadata of a table is. */
function makeTableMetadata(service) {
    return {
        async updateMetadataLocation(id, { location, versionToken }, context) {
            const update = tables_call('UpdateTableMetadataLocation', 'set the metadata of', id);
            await service.ask(context, update, (s3tables, options) => s3tables.updateTableMetadataLocation({ ...keyOf(id), metadataLocation: location, versionToken }, options));
        }
    };
}
function listed(bucketArn, { namespace, name, tableARN }, list) {
    return {
        bucketArn,
        namespace: (0,aws_answer/* required */.mw)(namespace?.[0], 'namespace', list),
        name: (0,aws_answer/* required */.mw)(name, 'name', list),
        arn: (0,aws_answer/* required */.mw)(tableARN, 'tableARN', list)
    };
}
function keyOf({ bucketArn, namespace, name }) {
    return { tableBucketARN: bucketArn, namespace, name };
}
/** With explicit field ids, so that they are the same whoever assigns them. */
function tables_requestFor({ id, columns, tags }) {
    const fields = columns?.map(({ name, type, required }, index) => ({ id: index + 1, name, type, required }));
    return {
        ...keyOf(id),
        format: 'ICEBERG',
        ...(fields && { metadata: { iceberg: { schema: { fields } } } }),
        ...(0,aws_answer/* someTags */.oX)('tags', tags)
    };
}
function asTable(answer, look) {
    return {
        arn: (0,aws_answer/* required */.mw)(answer.tableARN, 'tableARN', look),
        namespace: (0,aws_answer/* required */.mw)(answer.namespace?.[0], 'namespace', look),
        name: (0,aws_answer/* required */.mw)(answer.name, 'name', look),
        versionToken: (0,aws_answer/* required */.mw)(answer.versionToken, 'versionToken', look),
        metadataLocation: answer.metadataLocation,
        warehouseLocation: (0,aws_answer/* required */.mw)(answer.warehouseLocation, 'warehouseLocation', look),
        managed: managedBy(answer),
        ...(answer.format !== 'ICEBERG' && { otherFormat: String(answer.format ?? 'unknown') })
    };
}
/** Replication and migration write the tables that they keep, and nobody else may. */
function managedBy({ managedByService, managedTableInformation }) {
    const source = managedTableInformation?.replicationInformation?.sourceTableARN;
    if (source !== undefined)
        return `a replica of ${source}`;
    return managedByService === undefined ? undefined : `managed by the service ${managedByService}`;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/aws/warehouse.ts



/** Gets and puts files of tables. S3 Tables lets them be neither listed nor deleted. */
function makeWarehouse(service) {
    const read = (location, context) => {
        const call = { operation: 's3:GetObject', doing: `read ${location}` };
        const place = placeOf(location, call);
        return service.ask(context, call, async (s3, options) => {
            const answer = await s3.getObject(place, options);
            // Within the call, so that a cut in the middle of the body is an error of the call.
            return (0,aws_answer/* required */.mw)(answer.Body, 'a body', call).transformToByteArray();
        });
    };
    return {
        read,
        async readText(location, context) {
            const bytes = await read(location, context);
            return Buffer.from(isGzip(bytes) ? unzipped(bytes, location) : bytes).toString('utf8');
        },
        async write(location, bytes, context) {
            const call = { operation: 's3:PutObject', doing: `write ${location}` };
            const place = placeOf(location, call);
            await service.ask(context, call, (s3, options) => s3.putObject({ ...place, Body: bytes }, options));
        }
    };
}
/** Writers name compressed metadata `….metadata.json.gz` or `….gz.metadata.json`, so the bytes have the say. */
function isGzip([first, second]) {
    return first === 0x1f && second === 0x8b;
}
function unzipped(bytes, location) {
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes);
    }
    catch (cause) {
        const found = `It is damaged: it cannot be decompressed (${String(cause)}).`;
        throw new errors/* ActionError */.lZ('ICEBERG_CORRUPT', { doing: `read ${location}`, found, cause });
    }
}
function placeOf(location, { doing }) {
    const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(location) ?? [];
    if (Bucket !== undefined && Key !== undefined)
        return { Bucket, Key };
    throw new errors/* ActionError */.lZ('GARBLED_ANSWER', {
        doing,
        found: `"${location}" is not of the form s3://bucket/key.`
    });
}

// EXTERNAL MODULE: ./src/aws/assume-role.ts + 1 modules
var assume_role = __webpack_require__(1321);
;// CONCATENATED MODULE: ./src/aws/index.ts


















/**
 * AWS as the core knows it, by the SDK. Nothing is called before it is needed, and nothing loaded but what `first` names;
 * all ports share one HTTP handler and one chain of credentials.
 */
function makeAws(options) {
    const clients = makeClients(options);
    const s3tables = serviceOf(clients.s3tables);
    const glue = serviceOf(clients.glue);
    const lakeFormation = serviceOf(clients.lakeFormation);
    const { single } = clients;
    return {
        sts: makeSts(clients, options.region),
        s3tables: {
            ...makeBucketList(s3tables),
            ...makeTableBuckets(s3tables),
            ...makePolicies(s3tables, serviceOf(single.s3tables)),
            ...makeTags(s3tables),
            ...makeNamespaces(s3tables),
            ...makeTables(s3tables),
            ...makeTableMetadata(s3tables)
        },
        warehouse: makeWarehouse(serviceOf(clients.s3)),
        glue: {
            ...makeDatabases(glue, serviceOf(single.glue)),
            ...makeGlueTables(glue),
            ...makeGlueTags(glue),
            ...makeCatalogs(glue)
        },
        iam: makeIam(serviceOf(clients.iam), clients.iam),
        simulator: makeSimulator(serviceOf(clients.iam)),
        endpoints: (0,endpoints/* makeEndpoints */.rC)(clients),
        iceberg: (service) => makeIcebergHttp(clients, service),
        lakeFormation: {
            ...makeSettings(lakeFormation, serviceOf(single.lakeFormation)),
            ...makeRegistrations(lakeFormation),
            ...makeGrants(lakeFormation)
        }
    };
}


/***/ }),

/***/ 1062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stoppedBy),
/* harmony export */   I$: () => (/* binding */ Limit),
/* harmony export */   SV: () => (/* binding */ MOST_AT_ONCE),
/* harmony export */   TJ: () => (/* binding */ limited)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_async_hooks__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _thrown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5191);


/** How many requests to one service are on their way at most; S3 Tables readily answers "too many requests". */
const MOST_AT_ONCE = 16;
/** Of the call that is being made: the SDK hands on the signal that cuts a request, not the one that lets none begin. */
const stops = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
/** Makes a call, whose requests wait for their turn until `stop` is aborted. */
function stoppedBy(stop, call) {
    return stops.run(stop, call);
}
/**
 * How many requests to one service may be on their way at once; the others wait, in the order in which they came.
 * Halved when AWS says that there are too many, and one more again for each row of successes as long as the limit: what
 * TCP does (additive increase, multiplicative decrease), since AWS publishes no numbers.
 */
class Limit {
    waiting = [];
    most = MOST_AT_ONCE;
    inside = 0;
    successes = 0;
    /** How often it was halved. */
    halvings = 0;
    /** Sends one request as soon as there is room. Throws what `send` throws; the signal's reason if it is still waiting. */
    async pass(send, stop = stops.getStore()) {
        await this.enter(stop);
        const { halvings } = this;
        try {
            const answer = await send();
            this.succeeded();
            return answer;
        }
        catch (thrown) {
            // All that were on their way together may be refused: that is one refusal.
            if ((0,_thrown_js__WEBPACK_IMPORTED_MODULE_1__/* .isThrottled */ .B)((0,_thrown_js__WEBPACK_IMPORTED_MODULE_1__/* .readThrown */ .n)(thrown)) && halvings === this.halvings)
                this.halve();
            throw thrown;
        }
        finally {
            this.leave();
        }
    }
    async enter(stop) {
        stop?.throwIfAborted();
        if (this.inside < this.most) {
            this.inside += 1;
            return;
        }
        await new Promise((resolve, reject) => {
            const enter = () => {
                stop?.removeEventListener('abort', giveUp);
                resolve();
            };
            const giveUp = () => {
                this.waiting.splice(this.waiting.indexOf(enter), 1);
                reject(stop?.reason);
            };
            stop?.addEventListener('abort', giveUp, { once: true });
            this.waiting.push(enter);
        });
    }
    leave() {
        this.inside -= 1;
        while (this.inside < this.most && this.waiting.length > 0) {
            this.inside += 1;
            this.waiting.shift()?.();
        }
    }
    succeeded() {
        this.successes += 1;
        if (this.successes < this.most || this.most === MOST_AT_ONCE)
            return;
        this.most += 1;
        this.successes = 0;
    }
    halve() {
        this.most = Math.max(1, Math.floor(this.most / 2));
        this.successes = 0;
        this.halvings += 1;
    }
}
/**
 * Makes each request of a client wait for its turn before it is signed, a repetition as well; while the SDK pauses before
 * it repeats one, that one holds no place. Gives the client.
 */
function limited(client, limit) {
    const inTurn = (next) => (args) => limit.pass(() => next(args));
    client.middlewareStack.addRelativeTo(inTurn, {
        relation: 'after',
        toMiddleware: 'retryMiddleware',
        name: 'limit'
    });
    return client;
}


/***/ }),

/***/ 3812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf),
/* harmony export */   gitHubToken: () => (/* binding */ gitHubToken)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8987);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(380);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2424);



const GET_TOKEN = {
    operation: 'GitHub OIDC token',
    doing: 'get an OIDC token from GitHub',
    secret: true
};
const ATTEMPTS = 3;
const PAUSE_MS = 1_000;
/**
 * Asks GitHub for an OIDC token for `audience`. Throws `OIDC_UNAVAILABLE` where the job may have none or GitHub
 * refuses, `UNREACHABLE` when nobody answers
 * (https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token).
 */
async function gitHubToken(options, audience, context) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = options.env;
    if (!url || !bearer) {
        const found = 'GitHub gives this job no OIDC token: ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not both set.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('OIDC_UNAVAILABLE', { doing: GET_TOKEN.doing, found });
    }
    options.mask(bearer);
    const request = requestFor(url, bearer, audience);
    for (let attempt = 1;; attempt++) {
        const { status, text } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .invoke */ .l)(context, GET_TOKEN, async ({ abortSignal }) => send(await options.handler(), request, abortSignal));
        if (status === 200)
            return tokenIn(text, options.mask);
        if (status < 500 || attempt === ATTEMPTS)
            throw refused(status);
        await context.clock.sleep(PAUSE_MS, context.signal);
    }
}
/** Reads what a token says; it is not verified, that is for AWS to do. `{}`: it cannot be read. */
function claimsOf(token) {
    const claims = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .membersIn */ .Jp)(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const text = (name) => (typeof claims[name] === 'string' ? { [name]: claims[name] } : {});
    return { ...text('sub'), ...text('aud'), ...text('iss') };
}
function requestFor(address, bearer, audience) {
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const request = {
        method: 'GET',
        protocol: url.protocol,
        hostname: url.hostname,
        ...(url.port !== '' && { port: Number(url.port) }),
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: { host: url.host, authorization: `Bearer ${bearer}`, accept: 'application/json' }
    };
    return request;
}
async function send(handler, request, abortSignal) {
    const { response } = await handler.handle(request, { abortSignal });
    const chunks = [];
    for await (const chunk of (response.body ?? []))
        chunks.push(chunk);
    return { status: response.statusCode, text: Buffer.concat(chunks).toString('utf8') };
}
function tokenIn(text, mask) {
    const token = valueIn(text);
    if (token === undefined) {
        const found = 'The answer of the token service has no token in it.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('GARBLED_ANSWER', { doing: GET_TOKEN.doing, found });
    }
    mask(token);
    return token;
}
function valueIn(text) {
    const { value } = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .membersIn */ .Jp)(text);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** What came with the status is not shown: it could hold what must stay secret. */
function refused(status) {
    const found = `GitHub's token service refused to give a token (HTTP status ${status}).`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('OIDC_UNAVAILABLE', { doing: GET_TOKEN.doing, found });
}


/***/ }),

/***/ 5165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ NEW_ADMINISTRATOR),
/* harmony export */   y: () => (/* binding */ RULES)
/* harmony export */ });
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/**
 * For what passes by itself, but as well may be the work of another run: after so long everything is looked at again
 * (`engine/rounds.ts`), several times if need be.
 */
const PATIENCE_MS = 15 * SECOND;
const GRANT = ['lakeformation:GrantPermissions', 'lakeformation:BatchGrantPermissions'];
const REVOKE = ['lakeformation:RevokePermissions', 'lakeformation:BatchRevokePermissions'];
const BUSY = 'somebody else is changing the same thing';
const SPREADING = 'what was just made is not known everywhere yet';
/**
 * What the SDK does not repeat by itself, though it passes. What was merged with what was read is not among it:
 * that needs a fresh read (`rewrite.ts`). Durations are what others measured.
 */
const RULES = [
    {
        operations: ['s3tables:CreateTableBucket'],
        errors: ['ConflictException'],
        message: /transitional state/i,
        why: 'S3 Tables is still removing an earlier table bucket of this name, which takes it some minutes; nothing is wrong',
        firstMs: 5 * SECOND,
        maxMs: 30 * SECOND
    },
    {
        operations: ['s3tables:CreateTable'],
        errors: ['NotFoundException'],
        message: /namespace/i,
        why: SPREADING,
        capMs: PATIENCE_MS
    },
    {
        operations: ['s3tables:CreateTable', 's3tables:CreateNamespace', 's3tables:PutTableBucketPolicy'],
        errors: ['NotFoundException'],
        message: /bucket/i,
        why: SPREADING,
        capMs: PATIENCE_MS
    },
    {
        operations: ['s3tables:DeleteTableBucket', 's3tables:DeleteNamespace'],
        errors: ['BadRequestException', 'ConflictException'],
        message: /not empty/i,
        why: 'what was just deleted in it still lingers',
        capMs: PATIENCE_MS
    },
    {
        operations: ['s3tables:DeleteNamespace', 's3tables:DeleteTableBucket'],
        errors: ['ConflictException'],
        why: BUSY,
        capMs: 2 * MINUTE
    },
    {
        operations: GRANT,
        errors: ['InvalidInputException'],
        message: /invalid principal/i,
        why: 'a new role is not known to Lake Formation at once',
        capMs: 2 * MINUTE
    },
    {
        operations: GRANT,
        errors: ['InvalidInputException'],
        message: /grantee has no permissions|register the s3 path/i,
        why: SPREADING,
        capMs: 2 * MINUTE
    },
    {
        operations: REVOKE,
        errors: ['InvalidInputException'],
        message: /register the s3 path/i,
        why: SPREADING,
        capMs: MINUTE
    },
    {
        operations: [...GRANT, ...REVOKE],
        errors: ['ConcurrentModificationException'],
        why: BUSY,
        capMs: 2 * MINUTE
    },
    {
        operations: [...GRANT, ...REVOKE],
        errors: ['AccessDeniedException'],
        message: /not authorized to access requested permissions/i,
        why: 'the rights of an administrator take a while to hold',
        capMs: 2 * MINUTE
    },
    {
        operations: ['lakeformation:GrantPermissions'],
        errors: ['EntityNotFoundException'],
        why: SPREADING,
        capMs: PATIENCE_MS
    },
    {
        operations: ['lakeformation:RegisterResource'],
        errors: ['InvalidInputException', 'AccessDeniedException', 'EntityNotFoundException'],
        message: /assume|invalid (?:role|principal)|role .*(?:does not exist|not found|cannot be found)/i,
        why: SPREADING,
        capMs: 2 * MINUTE
    },
    {
        operations: ['glue:*'],
        errors: [
            'ConcurrentModificationException',
            'FederationSourceRetryableException',
            'OperationTimeoutException'
        ],
        why: 'Glue asks to try again',
        capMs: 2 * MINUTE
    },
    {
        operations: ['glue:CreateCatalog'],
        errors: ['FederationSourceException', 'InvalidInputException', 'AccessDeniedException'],
        message: /invalid role provided|unable to assume/i,
        why: SPREADING,
        capMs: 2 * MINUTE
    }
];
/** For the caller that has become a Lake Formation administrator in this run. */
const NEW_ADMINISTRATOR = {
    operations: ['glue:CreateDatabase'],
    errors: ['AccessDeniedException'],
    why: 'the rights of a new Lake Formation administrator take a while to hold',
    capMs: 2 * MINUTE
};


/***/ }),

/***/ 5191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isThrottled),
/* harmony export */   n: () => (/* binding */ readThrown)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8992);
/* harmony import */ var _endpoint_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9679);


// What the SDK calls an error when the answer does not name one, and puts for a message when there is none.
const NAMELESS = new Set(['UnknownError', 'Unknown', 'Error', '']);
/** Reads what was thrown; never throws itself. */
function readThrown(thrown) {
    if (thrown instanceof _endpoint_error_js__WEBPACK_IMPORTED_MODULE_0__/* .EndpointError */ .cY) {
        const { name, message, reason, endpoint, hostname, proxy } = thrown;
        return { name, message, fromAws: false, reason, endpoint, hostname, proxy };
    }
    if (!(0,_endpoint_error_js__WEBPACK_IMPORTED_MODULE_0__/* .isErrorLike */ .u7)(thrown))
        return { name: 'Error', message: String(thrown), fromAws: false };
    const error = thrown;
    return {
        name: textOf(error.name) || 'Error',
        message: plain(textOf(error.message)),
        fromAws: isFromAws(error),
        status: error.$metadata?.httpStatusCode ?? error.$response?.statusCode,
        requestId: error.$metadata?.requestId,
        reason: typeof error.code === 'string' ? error.code : undefined,
        endpoint: error.endpoint,
        hostname: error.hostname,
        proxy: error.proxy,
        body: typeof error.$responseBodyText === 'string' ? error.$responseBodyText : undefined,
        said: isFromAws(error) ? undefined : saidBy(error)
    };
}
/** Too many requests, in whichever words: of a service, or of a status alone. */
function isThrottled({ name, status }) {
    return (status === 429 ||
        ['SlowDown', 'ThrottledException', 'RequestLimitExceeded'].includes(name) ||
        /^(?:Throttling|RequestThrottled|TooManyRequests)/.test(name));
}
function isFromAws({ name, message, $fault }) {
    if ($fault === undefined || NAMELESS.has(textOf(name)))
        return false;
    // What the SDK makes of any 404 in the services that speak XML.
    return !(name === 'NotFound' && NAMELESS.has(textOf(message)));
}
/** The SDK takes over what stands in the answer under the names of an error's members, whatever it is. */
function textOf(member) {
    return typeof member === 'string' ? member : '';
}
/** How much of what AWS said is looked at: its own texts are shorter, and patterns are slow on long ones. */
const LONGEST = 4_000;
// The SDK adds advice for its own developers on a second line.
const ADVICE = 'Deserialization error: to see the raw response';
function plain(message) {
    const [words = ''] = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .beginning */ .Ir)(message, LONGEST).split(ADVICE, 1);
    return NAMELESS.has(words.trim()) ? '' : words.trim();
}
/** The SDK puts the members of a refusal that it does not know onto the error, beside what it makes up itself. */
function saidBy(error) {
    if (error.$fault === undefined)
        return undefined;
    const members = Object.entries(error).filter(([key, value]) => !key.startsWith('$') && key !== 'name' && !(typeof value === 'string' && NAMELESS.has(value)));
    const own = Object.fromEntries(members.filter(([key]) => key !== 'Error'));
    const texts = [own, own['error']].flatMap((each) => (isRecord(each) ? TEXTS.map((key) => each[key]) : []));
    const text = texts.find((each) => typeof each === 'string' && each !== '');
    if (typeof text === 'string')
        return text;
    return Object.keys(own).length === 0 ? undefined : JSON.stringify(own);
}
const TEXTS = ['message', 'Message', 'error', 'detail', 'reason', 'title'];
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}


/***/ }),

/***/ 2424:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ keepJson),
/* harmony export */   Jp: () => (/* binding */ membersIn),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   jD: () => (/* binding */ sendJson)
/* harmony export */ });
/* harmony import */ var json_with_bigint__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8429);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8199);



/**
 * Makes a command keep the JSON of its answer, since the SDK drops the members that its model does not know. What is
 * given tells, once the command was sent, what came: throws `GARBLED_ANSWER` where that was no JSON object.
 */
function keepJson({ middlewareStack }, call) {
    let text = '';
    middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const response = result.response;
        text = await textOf(response.body);
        response.body = Buffer.from(text);
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'keepJson' });
    return () => {
        const json = jsonIn(text);
        if (isJsonObject(json))
            return json;
        throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .garbledAnswer */ .mu)(call, `The answer to ${call.operation} is not the JSON that AWS always sends.`);
    };
}
/** Makes a command send just this JSON, with the members that the SDK's model does not know. */
function sendJson({ middlewareStack }, document) {
    middlewareStack.add((next) => (args) => {
        args.request.body = (0,json_with_bigint__WEBPACK_IMPORTED_MODULE_0__/* .JSONStringify */ .i)(document);
        return next(args);
    }, { step: 'build', priority: 'high', name: 'sendJson' });
}
/** Whether it is JSON that has members; a list has none. */
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The whole body as text. */
async function textOf(body) {
    const chunks = [];
    for await (const chunk of (body ?? []))
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
/** The members of a JSON text; `{}`: it is none, or is no object. */
function membersIn(text) {
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(text);
    return 'value' in json && isJsonObject(json.value) ? json.value : {};
}
/** With whole 64-bit numbers; `undefined`: it is no JSON. */
function jsonIn(text) {
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(text, _json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWithBigints */ .eg);
    return 'value' in json ? json.value : undefined;
}


/***/ }),

/***/ 9440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isAwsHost),
/* harmony export */   i: () => (/* binding */ partitionOf)
/* harmony export */ });
const COMMERCIAL = {
    id: 'aws',
    regions: /^(?:us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    domain: 'amazonaws.com',
    dualStackDomain: 'api.aws',
    homeOfIam: 'us-east-1'
};
/**
 * All partitions, as botocore's `partitions.json` and IAM's rules for endpoints have them (November 2026). The names of
 * service principals (`glue.amazonaws.com`) are the same in all of them, as the AWS CDK has found out; so is the audience
 * of an OIDC token, but for China.
 */
const PARTITIONS = [
    COMMERCIAL,
    {
        id: 'aws-cn',
        regions: /^cn-\w+-\d+$/,
        domain: 'amazonaws.com.cn',
        dualStackDomain: 'api.amazonwebservices.com.cn',
        homeOfIam: 'cn-north-1'
    },
    {
        id: 'aws-us-gov',
        regions: /^us-gov-\w+-\d+$/,
        domain: 'amazonaws.com',
        dualStackDomain: 'api.aws',
        homeOfIam: 'us-gov-west-1'
    },
    {
        id: 'aws-eusc',
        regions: /^eusc-\w+-\w+-\d+$/,
        domain: 'amazonaws.eu',
        dualStackDomain: 'api.amazonwebservices.eu',
        homeOfIam: 'eusc-de-east-1'
    },
    {
        id: 'aws-iso',
        regions: /^us-iso-\w+-\d+$/,
        domain: 'c2s.ic.gov',
        dualStackDomain: 'api.aws.ic.gov',
        homeOfIam: 'us-iso-east-1'
    },
    {
        id: 'aws-iso-b',
        regions: /^us-isob-\w+-\d+$/,
        domain: 'sc2s.sgov.gov',
        dualStackDomain: 'api.aws.scloud',
        homeOfIam: 'us-isob-east-1'
    },
    {
        id: 'aws-iso-e',
        regions: /^eu-isoe-\w+-\d+$/,
        domain: 'cloud.adc-e.uk',
        dualStackDomain: 'api.cloud-aws.adc-e.uk',
        homeOfIam: 'eu-isoe-west-1'
    },
    {
        id: 'aws-iso-f',
        regions: /^us-isof-\w+-\d+$/,
        domain: 'csp.hci.ic.gov',
        dualStackDomain: 'api.aws.hci.ic.gov',
        homeOfIam: 'us-isof-south-1'
    }
];
/** The partition that a region belongs to, by its name; a name that nobody knows is taken for one of `aws`. */
function partitionOf(region) {
    return PARTITIONS.find(({ regions }) => regions.test(region)) ?? COMMERCIAL;
}
/** Whether a host name is one of AWS. */
function isAwsHost(host) {
    const domains = PARTITIONS.flatMap(({ domain, dualStackDomain }) => [domain, dualStackDomain]);
    return domains.some((domain) => host?.endsWith(`.${domain}`) === true);
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
