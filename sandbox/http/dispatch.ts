import { randomUUID } from 'node:crypto';
import { faultRefusal, pause, type FaultRule } from '../control/faults.js';
import type { World } from '../control/world.js';
import { restJsonRefusal } from '../protocol/rest-json.js';
import {
  AwsRefusal,
  type Operation,
  type SandboxReply,
  type SandboxRequest,
  type Service
} from '../service.js';
import type { Authorization } from '../sigv4/authorization.js';
import { SignatureProblem } from '../sigv4/problem.js';
import { refusalFor } from '../sigv4/refusals.js';
import { verify } from '../sigv4/verify.js';
import { administratorOf } from '../sts/caller.js';
import { identify } from './identify.js';
import type { RawRequest } from './message.js';

/** What calls are answered from. */
export interface Dispatcher {
  readonly world: World;
  readonly services: readonly Service[];
  /** Added to every call, ms. */
  readonly latency: number;
}

/** Answers one call to AWS and records it. Nothing: the connection is to be cut. */
export async function dispatch(raw: RawRequest, dispatcher: Dispatcher): Promise<SandboxReply | undefined> {
  const { world, services, latency } = dispatcher;
  const id = randomUUID();
  const { service: name, authorization } = identify(raw);
  const service = services.find((one) => one.name === name) ?? unknownService(name);
  const call = world.calls.begin(name);
  let reply: SandboxReply | undefined;
  let operation: Operation | undefined;
  try {
    await pause(latency);
    operation = service.route(admit(raw, id, authorization, world));
    call.operation = operation.name;
    reply = await perform(operation, world.faults.take(name, operation.name));
  } catch (error) {
    const refusal = asRefusal(error, name);
    reply = operation?.refuse?.(refusal) ?? service.refuse(refusal, id);
  }
  call.finish(reply?.status ?? 0);
  return reply && { ...reply, headers: { ...reply.headers, ...idHeaders(name, id) } };
}

/** Lets in what is signed as it should be. Throws a SignatureProblem or an AwsRefusal. */
function admit(
  raw: RawRequest,
  id: string,
  authorization: Authorization | SignatureProblem,
  world: World
): SandboxRequest {
  if (authorization instanceof SignatureProblem) throw authorization;
  const { partition, region, account } = world;
  const payload = verify(raw, authorization, { partition, region, now: Date.now() });
  return {
    id,
    method: raw.method,
    path: raw.path,
    query: new URLSearchParams(raw.queryText),
    headers: { ...raw.headers, ...payload.trailers },
    body: payload.body,
    caller: administratorOf(account),
    region: account.region(authorization.region)
  };
}

async function perform(
  operation: Operation,
  fault: FaultRule | undefined
): Promise<SandboxReply | undefined> {
  await pause(fault?.ms ?? 0);
  if (fault?.kind === 'error') throw faultRefusal(fault);
  if (fault?.kind === 'reset') return undefined;
  const reply = await operation.handle();
  return fault?.kind === 'lost-response' ? undefined : reply;
}

function asRefusal(error: unknown, service: string): AwsRefusal {
  if (error instanceof AwsRefusal) return error;
  if (error instanceof SignatureProblem) return refusalFor(error, service);
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`sandbox: ${service} failed: ${stack}\n`);
  const code = service === 's3' ? 'InternalError' : 'InternalServerErrorException';
  return new AwsRefusal(500, code, 'An internal error occurred. Try again.');
}

function idHeaders(service: string, id: string): Record<string, string> {
  const common = { 'x-amzn-requestid': id };
  return service === 's3' ? { ...common, 'x-amz-request-id': id, 'x-amz-id-2': id } : common;
}

/** Stands for a service that the sandbox does not have: says so, whatever it is asked. */
function unknownService(name: string): Service {
  return {
    name,
    route: () => {
      const message = `The sandbox does not have the service ${name}.`;
      throw new AwsRefusal(400, 'UnknownOperationException', message);
    },
    refuse: (refusal) => restJsonRefusal(refusal, true)
  };
}
