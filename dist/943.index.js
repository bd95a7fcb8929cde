export const id = 943;
export const ids = [943];
export const modules = {

/***/ 8943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeAsk: () => (/* binding */ makeAsk)
/* harmony export */ });
/* harmony import */ var _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5860);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9735);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8987);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8992);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6047);





/** The longest that is waited for a limit on calls to end, ms; GitHub says how long it will be. */
const LONGEST_LIMIT_MS = 60_000;
const REQUEST_MS = 10_000;
const RETRIES = 2;
/** A repository that was renamed answers so (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api). */
const REDIRECTS = new Set([301, 302, 307, 308]);
const MOST_HOPS = 3;
const Octokit = _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_0__/* .GitHub */ .gq.plugin(_octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L);
/**
 * Makes a function that asks GitHub. What fails on GitHub's side or on the way is tried again, and a limit on calls is
 * waited for when it ends soon (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api). It
 * throws `GitHubRefusal`.
 */
function makeAsk(access, context) {
    const octokit = new Octokit((0,_actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_0__/* .getOctokitOptions */ .EG)(access.token, {
        baseUrl: access.apiUrl,
        userAgent: 'iceberg-environment',
        log: { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } },
        retry: { retries: RETRIES, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] }
    }));
    const send = async (ask, url = addressOf(ask, access), hops = 0) => {
        const signal = AbortSignal.any([context.cut, AbortSignal.timeout(REQUEST_MS)]);
        const request = { signal, redirect: 'manual' };
        const answer = await octokit.request(`${ask.method} ${url}`, { ...ask.body, request });
        const { status, headers } = answer;
        const below = (place) => belowApi(place, url, ask, access);
        if (REDIRECTS.has(status) && headers.location !== undefined && hops < MOST_HOPS) {
            return send(ask, below(headers.location), hops + 1);
        }
        const next = nextPage(headers.link);
        return { data: answer.data, next: next === undefined ? undefined : below(next) };
    };
    return async (ask) => {
        try {
            return await send(ask).catch(async (thrown) => {
                await limitIsOver(thrown, context);
                return send(ask);
            });
        }
        catch (thrown) {
            throw asRefusal(thrown, ask);
        }
    };
}
/** Where to ask. GraphQL is beside the REST API of GitHub Enterprise Server, not below it. */
function addressOf({ path }, { apiUrl }) {
    if (path === '/graphql')
        return apiUrl.replace(/\/v3$/, '') + path;
    return path.startsWith('/') ? apiUrl + path : path;
}
/** The address of something that an answer names. The token goes nowhere else than below the API's own address. */
function belowApi(place, from, { doing }, { apiUrl }) {
    const api = new URL(apiUrl);
    const url = URL.canParse(place, from) ? new URL(place, from) : undefined;
    const isBelow = url?.origin === api.origin &&
        `${url.username}${url.password}` === '' &&
        url.pathname.startsWith(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSlash */ .mW)(api.pathname)}/`);
    if (isBelow)
        return url.href;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('GITHUB_UNREACHABLE', {
        doing,
        found: `What answers at ${apiUrl} leads on to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(url?.host ?? place)}, which is not below that address; the token is not sent there.`,
        todo: 'Look at what answers there: a proxy, or a server that does not know its own address (of Gitea: ROOT_URL).'
    });
}
/** Waits until GitHub takes calls again; throws what it was given when it is something else, or takes too long. */
async function limitIsOver(thrown, { clock, deadline, signal, reporter }) {
    const ms = limitMs(read(thrown), clock.now());
    if (ms === undefined || ms > Math.min(LONGEST_LIMIT_MS, deadline - clock.now()))
        throw thrown;
    reporter.info(`GitHub takes no more calls for ${Math.ceil(ms / 1000)} s; waiting.`);
    await clock.sleep(ms, signal);
}
/** How long GitHub takes no more calls of this token, ms; `undefined`: that is not what it said. */
function limitMs({ status, headers, message }, now) {
    if (status !== 403 && status !== 429)
        return undefined;
    const seconds = Number(headers['retry-after']);
    if (headers['retry-after'] !== undefined && Number.isFinite(seconds))
        return seconds * 1000;
    if (headers['x-ratelimit-remaining'] === '0') {
        return Math.max(Number(headers['x-ratelimit-reset']) * 1000 - now, 0) + 1000;
    }
    return status === 429 || /secondary rate limit/i.test(message) ? LONGEST_LIMIT_MS : undefined;
}
function asRefusal(thrown, ask) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
        return thrown;
    const failure = read(thrown);
    const { status, message } = failure;
    const refused = [401, 403, 404].includes(status) && limitMs(failure, 0) === undefined;
    return new _refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubRefusal */ .ke(refused ? 'GITHUB_DENIED' : 'GITHUB_UNREACHABLE', status, ask, message);
}
/** Octokit gives 500 to what never was answered. */
function read(thrown) {
    const error = thrown;
    const message = String(error.message ?? thrown).split(' - https://docs.github.com')[0] ?? '';
    const status = error.response === undefined ? 0 : (error.status ?? 0);
    return { status, message: message.slice(0, 500), headers: error.response?.headers ?? {} };
}
/** Of https://www.rfc-editor.org/rfc/rfc8288 as much as is needed. */
function nextPage(link = '') {
    for (const [, address, parameters = ''] of link.matchAll(/<([^<>]*)>([^<]*)/g)) {
        if (/;\s*rel="?next"?\s*(?:[;,]|$)/i.test(parameters))
            return address;
    }
    return undefined;
}


/***/ })

};
