import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/server.js';
import { call, type Answer } from '../client.js';

/** What IAM answers to one action. */
export type Iam = (Action: string, members?: Readonly<Record<string, string>>) => Promise<Answer>;

/** Starts a sandbox for the tests of a file; a new, empty account before each test. */
export function withIam(options: SandboxOptions = {}): {
  readonly iam: Iam;
  readonly sandbox: () => Sandbox;
} {
  let sandbox: Sandbox | undefined;
  const started = (): Sandbox => {
    if (!sandbox) throw new Error('the sandbox has not been started');
    return sandbox;
  };
  beforeAll(async () => {
    sandbox = await startSandbox(options);
  });
  beforeEach(() => started().reset());
  afterAll(() => sandbox?.close());
  const iam: Iam = (Action, members = {}) =>
    call(
      started().url,
      {
        method: 'POST',
        path: '/',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ Action, Version: '2010-05-08', ...members }).toString()
      },
      { service: 'iam' }
    );
  return { iam, sandbox: started };
}

/** The text of every element of that name. */
export function elements(answer: Answer, name: string): string[] {
  return [...answer.text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(
    ([, text = '']) => text
  );
}

/** Status, code and message of an error. */
export function refusalOf(answer: Answer): [number, string | undefined, string | undefined] {
  return [answer.status, elements(answer, 'Code')[0], elements(answer, 'Message')[0]];
}

/** A trust policy. */
export const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'lakeformation.amazonaws.com' }, Action: ['sts:AssumeRole'] }
  ]
});

/** A policy that says what its role may do. */
export const permission = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 's3tables:*', Resource: '*' }
});

/** A policy of these statements. */
export function policyOf(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** Lets those principals take a role on. */
export function trusting(principal: object, condition?: object): string {
  const action = 'Federated' in principal ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole';
  return policyOf({
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(condition && { Condition: condition })
  });
}

/** The account itself, as a principal. */
export const wholeAccount = { AWS: 'arn:aws:iam::123456789012:root' };
