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
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6047);


/** GitHub's own login of a workflow's token. */
const ACTIONS_BOT = 'github-actions[bot]';
const PERMISSION = 'pull-requests: write';
const PAGE = 100;
const comments = valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    body: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), ''),
    user: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), type: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) }))
}));
/** The hidden first line by which a comment is known. Nothing in a name can end it. */
function markerOf({ env, application, region }) {
    const safe = (text) => encodeURIComponent(text).replaceAll('--', '%2D%2D');
    return `<!-- iceberg-environment ${[env, application, region].map(safe).join(' ')} -->`;
}
/**
 * Puts the comment of an environment up to date, or posts it where there is none: all comments are looked through, and
 * only one that this token wrote is taken. Two runs may each post one: whoever posts looks once more, and the first stays.
 * Throws `GITHUB_DENIED` and `GITHUB_UNREACHABLE`.
 */
async function upsertComment(thread, subject, text) {
    if (await updateComment(thread, subject, text))
        return;
    const marker = markerOf(subject);
    const body = `${marker}\n${text}`;
    await call(thread, { method: 'POST', path: `issues/${thread.pullRequest}/comments`, body: { body } });
    const now = await ours(thread, marker);
    if (now.length > 1)
        await updateFirst(thread, now, body);
}
/** Puts the comment of an environment up to date, where there is one; false: there is none. Throws the same. */
async function updateComment(thread, subject, text) {
    const marker = markerOf(subject);
    return updateFirst(thread, await ours(thread, marker), `${marker}\n${text}`);
}
/** Updates the first and deletes the others. False: there is none. */
async function updateFirst(thread, [first, ...others], body) {
    for (const { id } of others)
        await remove(thread, id);
    return first !== undefined && (await update(thread, first.id, body));
}
async function ours(thread, marker) {
    const marked = (await all(thread)).filter(({ body }) => body?.startsWith(marker));
    if (marked.every(({ user }) => user?.login === ACTIONS_BOT))
        return marked;
    const login = await viewer(thread);
    return marked.filter(({ user }) => login === undefined ? user?.type === 'Bot' : user?.login === login || user?.login === `${login}[bot]`);
}
async function all(thread) {
    const found = [];
    let path = `issues/${thread.pullRequest}/comments?per_page=${PAGE}`;
    while (path !== undefined) {
        const answer = await call(thread, { method: 'GET', path });
        found.push(...valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(comments, answer.data));
        path = answer.next;
    }
    return found;
}
/** Whose token it is. The token of an app knows itself only by GraphQL, and some servers have none. */
async function viewer(thread) {
    const shape = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ data: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ viewer: valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) }) });
    try {
        const { data } = await thread.ask({
            method: 'POST',
            path: '/graphql',
            body: { query: 'query { viewer { login } }' },
            doing: 'ask GitHub whose token this is',
            permission: PERMISSION
        });
        return valibot__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qgA(shape, data).data.viewer.login;
    }
    catch {
        return undefined;
    }
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
