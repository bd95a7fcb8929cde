import { randomUUID } from 'node:crypto';
import { answerOf, takesEffect } from '../control/answers.js';
import { faultRefusal, pause, type FaultRule } from '../control/faults.js';
import type { World } from '../control/world.js';
import { restJsonRefusal } from '../protocol/rest-json.js';
import {
  AwsRefusal,
  type Authorizer,
  type Operation,
  type SandboxReply,
  type SandboxRequest,
  type Service
} from '../service.js';
import { credentialOf } from '../sigv4/credentials.js';
import { SignatureProblem } from '../sigv4/problem.js';
import { refusalFor } from '../sigv4/refusals.js';
import { verify } from '../sigv4/verify.js';
import { nobody } from '../sts/caller.js';
import { takesUnsigned } from '../sts/unsigned.js';
import { identify, type Identified } from './identify.js';
import type { RawRequest } from './message.js';

/** What calls are answered from. */
export interface Dispatcher {
  readonly world: World;
  readonly services: readonly Service[];
  /** Asked before each operation, in order. */
  readonly authorizers: readonly Authorizer[];
  /** Added to every call, ms. */
  readonly latency: number;
}

/** Answers one call to AWS and records it. Nothing: the connection is to be cut. */
export async function dispatch(raw: RawRequest, dispatcher: Dispatcher): Promise<SandboxReply | undefined> {
  const { world, services, authorizers, latency } = dispatcher;
  const id = randomUUID();
  const identified = identify(raw);
  const name = identified.service;
  const service = services.find((one) => one.name === name) ?? unknownService(name);
  const call = world.calls.begin(name);
  let reply: SandboxReply | undefined;
  let operation: Operation | undefined;
  try {
    await pause(latency);
    const request = admit(raw, id, identified, world);
    const found = (operation = service.route(request));
    call.operation = found.name;
    const authorize = (): void => authorizers.forEach((allow) => allow(request, found, name));
    reply = await perform(found, authorize, world.faults.take(name, found.name));
  } catch (error) {
    const refusal = asRefusal(error, name);
    const { reason: message } = refusal;
    if (message !== undefined) {
      world.log.write({ service: name, operation: call.operation, requestId: id, message });
    }
    reply = operation?.refuse?.(refusal) ?? service.refuse(refusal, id);
  }
  call.finish(reply?.status ?? 0);
  return reply && { ...reply, headers: { ...reply.headers, ...idHeaders(name, id) } };
}

/** Lets in what is signed as it should be. Throws a SignatureProblem or an AwsRefusal. */
function admit(
  raw: RawRequest,
  id: string,
  { service, authorization }: Identified,
  world: World
): SandboxRequest {
  const { account, partition, region: home } = world;
  const { method, path } = raw;
  const message = { id, method, path, query: new URLSearchParams(raw.queryText) };
  if (authorization instanceof SignatureProblem) {
    if (authorization.kind !== 'missing' || !takesUnsigned(service, raw)) throw authorization;
    return { ...message, headers: raw.headers, body: raw.body, caller: nobody, region: account.region(home) };
  }
  const credential = credentialOf(account, authorization.accessKeyId);
  const verifier = { partition, region: home, credential, now: Date.now() };
  const { body, trailers } = verify(raw, authorization, verifier);
  return {
    ...message,
    headers: { ...raw.headers, ...trailers },
    body,
    caller: credential?.caller ?? nobody,
    region: account.region(authorization.region)
  };
}

async function perform(
  operation: Operation,
  authorize: () => void,
  fault: FaultRule | undefined
): Promise<SandboxReply | undefined> {
  if (fault) return disturbed(operation, authorize, fault);
  authorize();
  return operation.handle();
}

/** Throws the refusal of an `error`. Nothing: the connection is to be cut. */
async function disturbed(
  operation: Operation,
  authorize: () => void,
  fault: FaultRule
): Promise<SandboxReply | undefined> {
  await pause(fault.ms ?? 0);
  if (fault.kind === 'error') throw faultRefusal(fault);
  let reply: SandboxReply | undefined;
  if (takesEffect(fault)) {
    authorize();
    reply = await operation.handle();
  }
  if (fault.kind === 'answer') return answerOf(fault, reply);
  return fault.kind === 'delay' ? reply : undefined;
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
