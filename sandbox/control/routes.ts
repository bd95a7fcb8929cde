import type { RawRequest } from '../http/message.js';
import { jsonReply } from '../protocol/rest-json.js';
import type { SandboxReply } from '../service.js';
import { putIssuerKeys } from './oidc.js';
import { BadFaults, readFaults } from './read-faults.js';
import { stateOf } from './state.js';
import type { World } from './world.js';

/** Where the paths of the sandbox itself start; they need no signature. */
export const controlPrefix = '/_sandbox/';

const routes: Readonly<Record<string, (world: World, body: Buffer) => SandboxReply>> = {
  'POST /_sandbox/reset': (world) => {
    world.reset();
    return { status: 204 };
  },
  'GET /_sandbox/calls': (world) => jsonReply(200, world.calls.list()),
  'GET /_sandbox/log': (world) => jsonReply(200, world.log.list()),
  'POST /_sandbox/faults': setFaults,
  'POST /_sandbox/oidc': putIssuerKeys,
  'GET /_sandbox/state': (world) => jsonReply(200, stateOf(world.account))
};

/** Answers a call to the sandbox itself (contract, section 3). */
export function control(request: RawRequest, world: World): SandboxReply {
  const route = routes[`${request.method} ${request.path}`];
  if (route) return route(world, request.body);
  const message = `${request.method} ${request.path} is none of ${Object.keys(routes).join(', ')}.`;
  return jsonReply(404, { message });
}

function setFaults(world: World, body: Buffer): SandboxReply {
  try {
    world.faults.set(readFaults(JSON.parse(body.toString('utf8'))));
    return { status: 204 };
  } catch (error) {
    if (error instanceof SyntaxError) return jsonReply(400, { message: 'The body is not valid JSON.' });
    if (error instanceof BadFaults) return jsonReply(400, { message: error.message });
    throw error;
  }
}
