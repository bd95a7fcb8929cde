export const id = 329;
export const ids = [329];
export const modules = {

/***/ 7329:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeHandler: () => (/* binding */ makeHandler)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1279);
/* harmony import */ var _endpoint_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9679);
/* harmony import */ var _limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1062);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8903);






const DEFAULT_PATIENCE = { connectionMs: 5_000, requestMs: 60_000 };
const SNIPPET_BYTES = 200;
/** Of one host: an endpoint of one's own is that of all six services. A file is still being read when its turn is over. */
const MOST_SOCKETS = 6 * _limit_js__WEBPACK_IMPORTED_MODULE_3__/* .MOST_AT_ONCE */ .SV;
/** Sends the SDK's requests; names the endpoint of those that failed, and the proxy, and ends hopeless retries early. */
class WatchedHandler extends _smithy_node_http_handler__WEBPACK_IMPORTED_MODULE_5__.NodeHttpHandler {
    proxyFor;
    sent;
    constructor(options, 
    /** `host:port` of the proxy for a host; `undefined`: it is reached directly. */
    proxyFor, sent) {
        super(options);
        this.proxyFor = proxyFor;
        this.sent = sent;
    }
    async handle(...[request, options]) {
        // `localhost:4566` is read as an address with the scheme "localhost".
        if (!/^https?:$/.test(request.protocol)) {
            throw Object.assign(new Error('It begins with neither http:// nor https://'), {
                code: 'ERR_INVALID_PROTOCOL'
            });
        }
        const answering = super.handle(request, options);
        setImmediate(this.sent);
        const answer = await answering.catch((thrown) => {
            if (!(0,_endpoint_error_js__WEBPACK_IMPORTED_MODULE_2__/* .isErrorLike */ .u7)(thrown) || thrown.name === 'AbortError')
                throw thrown;
            const isPlain = request.protocol === 'http:';
            const port = request.port ?? (isPlain ? 80 : 443);
            const endpoint = `${request.hostname}:${port}`;
            const proxy = isPlain ? undefined : this.proxyFor(request.hostname, port);
            const { attempt, most } = attemptsOf(request.headers);
            if (attempt < Math.min(most, attemptsFor(thrown)))
                throw Object.assign(thrown, { endpoint, proxy });
            throw new _endpoint_error_js__WEBPACK_IMPORTED_MODULE_2__/* .EndpointError */ .cY(endpoint, thrown, proxy);
        });
        const type = answer.response.headers['content-type'] ?? '';
        if (!type.startsWith('text/html'))
            return answer;
        throw new _endpoint_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PageError */ .AX(answer.response.statusCode, await startOf(answer.response));
    }
}
/**
 * The handler that all clients share: connections are kept open, proxies are taken from `env` (HTTPS_PROXY, NO_PROXY;
 * Node 24 and later), a connection may take 5 s and an answer 60 s. An endpoint by plain HTTP is one of one's own, and
 * reached directly. Throws `PROXY_INVALID`.
 */
function makeHandler(env, { patience = DEFAULT_PATIENCE, sent = () => undefined } = {}) {
    const options = {
        httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true, maxSockets: MOST_SOCKETS }),
        httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({
            keepAlive: true,
            maxSockets: MOST_SOCKETS,
            proxyEnv: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_4__/* .proxyVariables */ .eq)(env)
        }),
        connectionTimeout: patience.connectionMs,
        requestTimeout: patience.requestMs,
        // A body that stops half-way would otherwise be waited for until the deadline.
        socketTimeout: patience.requestMs,
        throwOnRequestTimeout: true
    };
    return new WatchedHandler(options, proxyFinder(env), sent);
}
/** Which proxy a call goes through: what the agent does, told for errors. */
function proxyFinder(env) {
    const { https, direct } = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_4__/* .proxySettings */ .EM)(env);
    return (hostname, port) => {
        if (https === undefined)
            return undefined;
        const isDirect = [hostname, `${hostname}:${port}`].some((host) => direct.some((entry) => entry === '*' || entry === host || (entry.startsWith('.') && host.endsWith(entry))));
        return isDirect ? undefined : (0,_proxy_js__WEBPACK_IMPORTED_MODULE_4__/* .shownProxy */ .qb)(https);
    };
}
/** The SDK counts its attempts in a header: `attempt=2; max=8`. A request that is not the SDK's is sent once. */
function attemptsOf(headers) {
    const [, attempt = 1, most = 1] = /attempt=(\d+)(?:; max=(\d+))?/.exec(headers['amz-sdk-request'] ?? '') ?? [];
    return { attempt: Number(attempt), most: Number(most) };
}
/** Eight is what the SDK is told: over a minute, were the host one that drops packets. */
function attemptsFor({ code, message }) {
    // The SDK's own time-outs, of 5 s or 60 s each.
    if (message.startsWith('@smithy/node-http-handler'))
        return 2;
    // A proxy that says no says it again; one that does not reach the host may do so later.
    if (code === 'ERR_PROXY_TUNNEL')
        return /\b50\d\b/.test(message) ? 4 : 1;
    // Looking up a name without a name server takes seconds.
    if (code === 'EAI_AGAIN')
        return 3;
    return ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code ?? '') ? 5 : 8;
}
async function startOf({ body }) {
    let start = '';
    // Leaving the loop early destroys the body, and with it the connection.
    for await (const chunk of body) {
        start += Buffer.from(chunk).toString('utf8');
        if (start.length >= SNIPPET_BYTES)
            break;
    }
    return start.slice(0, SNIPPET_BYTES);
}


/***/ })

};
