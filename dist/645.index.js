export const id = 645;
export const ids = [645];
export const modules = {

/***/ 6645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   markerOf: () => (/* binding */ markerOf),
/* harmony export */   updateComment: () => (/* binding */ updateComment),
/* harmony export */   upsertComment: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8992);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6047);



/** GitHub's own login of a workflow's token. */
const ACTIONS_BOT = 'github-actions[bot]';
const PERMISSION = 'pull-requests: write';
const PAGE = 100;
const user = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), type: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) });
const known = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1)) });
const graphQlUser = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ data: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ viewer: known }) });
const comment = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    body: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), ''),
    // Gitea and Forgejo know no type.
    user: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(user)
});
/** The hidden first line by which a comment is known. Nothing in a name can end it. */
function markerOf({ env, application, region }) {
    const safe = (text) => encodeURIComponent(text.toWellFormed()).replaceAll('--', '%2D%2D');
    return `<!-- iceberg-environment ${[env, application, region].map(safe).join(' ')} -->`;
}
/**
 * Puts the comment of an environment up to date, or posts it where there is none: all comments are looked through, and
 * only one that this token wrote is taken. Two runs may each post one: whoever posts looks once more, and the first stays.
 * Throws `GITHUB_DENIED` and `GITHUB_UNREACHABLE`.
 */
async function upsertComment(thread, subject, text) {
    const { marker, body } = marked(subject, text);
    const { mine } = await find(thread, marker);
    if (!(await updateFirst(thread, mine, body)))
        await settle(thread, marker, body);
}
/**
 * Puts the comment of an environment up to date, where there is one; false: there is none. Where the server does not say
 * who this token is, one is posted to learn it, and does not stay. Throws the same.
 */
async function updateComment(thread, subject, text) {
    const { marker, body } = marked(subject, text);
    const { mine, unknown } = await find(thread, marker);
    if (unknown === 0 || mine.length > 0)
        return updateFirst(thread, mine, body);
    const { posted, mine: now } = await settle(thread, marker, body);
    if (now.length > 1)
        return true;
    await remove(thread, posted.id);
    return false;
}
function marked(subject, text) {
    const marker = markerOf(subject);
    return { marker, body: `${marker}\n${text}` };
}
/**
 * Posts, which tells who this token is, whatever the server: the oldest comment of the same author becomes the one, and
 * what this leaves over goes.
 */
async function settle(thread, marker, body) {
    const path = `issues/${thread.pullRequest}/comments`;
    const answer = await call(thread, { method: 'POST', path, body: { body } });
    const posted = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .readAnswer */ .JN)(comment, answer.data, `comment on the pull request ${thread.pullRequest}`);
    const all = await withMarker(thread, marker);
    const mine = all.filter(({ id, user }) => id === posted.id || (user?.login && user.login === posted.user?.login));
    if (mine.length > 1)
        await updateFirst(thread, mine, body);
    const strange = all.length - mine.length;
    if (strange > 0)
        thread.warn(strangers(thread, strange));
    return { posted, mine };
}
function strangers({ pullRequest }, number) {
    return `The pull request ${pullRequest} has ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number, 'comment')} with this environment's marker that somebody else wrote, or a run with another token. What they say was not brought up to date.`;
}
/** Updates the first that is still there, and deletes those after it. False: there is none. */
async function updateFirst(thread, mine, body) {
    for (const [at, { id }] of mine.entries()) {
        if (!(await update(thread, id, body)))
            continue;
        for (const other of mine.slice(at + 1))
            await remove(thread, other.id);
        return true;
    }
    return false;
}
/** The comments with this marker that this token wrote, and how many cannot be told to be anybody's. */
async function find(thread, marker) {
    const found = await withMarker(thread, marker);
    if (found.every(({ user }) => user?.login === ACTIONS_BOT))
        return { mine: found, unknown: 0 };
    const login = await viewer(thread);
    if (login !== undefined) {
        const own = [login, `${login}[bot]`];
        return { mine: found.filter(({ user }) => own.includes(user?.login ?? '')), unknown: 0 };
    }
    const mine = found.filter(({ user }) => user?.type === 'Bot');
    return { mine, unknown: found.filter(({ user }) => user?.type === undefined).length };
}
async function withMarker(thread, marker) {
    return (await all(thread)).filter(({ body }) => body?.startsWith(marker));
}
async function all(thread) {
    const doing = `read the comments of the pull request ${thread.pullRequest}`;
    const found = [];
    let path = `issues/${thread.pullRequest}/comments?per_page=${PAGE}`;
    while (path !== undefined) {
        const answer = await call(thread, { method: 'GET', path });
        found.push(...(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .readAnswer */ .JN)(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(comment), answer.data, doing));
        path = answer.next;
    }
    return found;
}
/**
 * Whose token it is. The token of an app knows itself only by GraphQL; Gitea has none, and tells a token that may read
 * its user. `undefined`: this server does not tell this token.
 */
async function viewer({ ask }) {
    const asking = { doing: 'ask GitHub whose token this is', permission: PERMISSION };
    const body = { query: 'query { viewer { login } }' };
    const ways = [
        async () => valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(graphQlUser, (await ask({ method: 'POST', path: '/graphql', body, ...asking })).data).data
            .viewer,
        async () => valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(known, (await ask({ method: 'GET', path: '/user', ...asking })).data)
    ];
    for (const way of ways) {
        try {
            return (await way()).login;
        }
        catch {
            // The next way.
        }
    }
    return undefined;
}
/** False: it is gone; somebody deleted it meanwhile. */
async function update(thread, id, body) {
    return unlessGone(call(thread, { method: 'PATCH', path: `issues/comments/${id}`, body: { body } }));
}
async function remove(thread, id) {
    await unlessGone(call(thread, { method: 'DELETE', path: `issues/comments/${id}` }));
}
async function unlessGone(work) {
    try {
        await work;
        return true;
    }
    catch (thrown) {
        if ((0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotFound */ .c4)(thrown))
            return false;
        throw thrown;
    }
}
function call({ ask, repository, pullRequest }, { method, path, body }) {
    const whole = path.startsWith('http') ? path : `/repos/${repository}/${path}`;
    const doing = `comment on the pull request ${pullRequest}`;
    return ask({ method, path: whole, doing, permission: PERMISSION, ...(body && { body }) });
}


/***/ })

};
