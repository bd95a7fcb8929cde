import { describe, expect, test } from '@jest/globals';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import {
  allowing,
  CI_ROLE,
  makeCiRole,
  makeProvider,
  PROVIDER,
  SUBJECT,
  withTokenService,
  type TokenService
} from './support/ci-role.js';
import { NODE } from './support/nodes.js';
import type { Run } from './support/step.js';

const given = useArena();
const EVERYTHING = allowing('*');

/** What is printed and kept, without the lines that tell the runner what to hide. */
const told = ({ log, summary, outputs, exported }: Run): string =>
  [log.replace(/^::add-mask::.*$/gm, ''), summary, JSON.stringify([outputs, exported])].join('\n');

function run(command: string, service: TokenService, inputs = {}, env = {}): Promise<Run> {
  const options = { env: { ...service.env, ...env } };
  return given.arena.run(command, { 'role-to-assume': CI_ROLE, ...inputs }, options);
}

describe(`role-to-assume, ${NODE.title}`, () => {
  test('one step is all: the role is assumed with the token, and nothing of it is left behind', async () => {
    const { arena } = given;
    await settleAccount(arena);
    await makeProvider(arena);
    await makeCiRole(arena, EVERYTHING);
    await withTokenService(async (service) => {
      const applied = await run('apply', service);
      expect([applied.codes, applied.exitCode]).toEqual([[], 0]);
      expect(applied.log).toContain(`assumed-role/LakeDeployer/iceberg-environment-77001-2`);
      expect(applied.calls.filter((call) => call.startsWith('sts:AssumeRole'))).toHaveLength(1);
      expect(applied.exported).toEqual({});
      expect(service.requests).toHaveLength(1);
      expect(service.requests[0]?.url).toContain('audience=sts.amazonaws.com');
      const { log } = applied;
      for (const secret of [...service.secrets, ...sessionSecrets()]) {
        expect(told(applied)).not.toContain(secret);
      }
      // The mask comes before anything that could hold the token.
      expect(log.indexOf('::add-mask::ey')).toBeGreaterThanOrEqual(0);
      expect(log.indexOf('::add-mask::ey')).toBeLessThan(log.indexOf('sts:AssumeRoleWithWebIdentity'));
    });
  });

  test('the name of the session and its duration are the inputs', async () => {
    await makeProvider(given.arena);
    await makeCiRole(given.arena, EVERYTHING);
    await withTokenService(async (service) => {
      const named = { 'role-session-name': 'lake@main', 'role-duration-seconds': '900' };
      const planned = await run('plan', service, named);
      expect(planned.log).toContain('assumed-role/LakeDeployer/lake@main');
      const session = [...given.arena.sandbox.account.sts.sessions.values()].at(-1);
      const seconds = ((session?.expiresAt.getTime() ?? 0) - Date.now()) / 1000;
      expect([seconds > 700, seconds <= 900]).toEqual([true, true]);
    });
  });

  test('without id-token: write it says so', async () => {
    await withTokenService(async (service) => {
      const env = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' };
      const refused = await run('apply', service, {}, env);
      expect([refused.exitCode, refused.codes, refused.calls]).toEqual([1, ['OIDC_UNAVAILABLE'], []]);
      expect(refused.error).toContain('permissions: id-token: write');
    });
  });

  test('with no identity provider it names the one to create', async () => {
    await withTokenService(async (service) => {
      const refused = await run('apply', service);
      expect([refused.codes, refused.writes]).toEqual([['OIDC_PROVIDER'], []]);
      expect(refused.error).toContain(PROVIDER);
    });
  });

  test('with a wrong audience it names the one that was sent', async () => {
    await makeProvider(given.arena, 'somebody-else');
    await withTokenService(async (service) => {
      const refused = await run('apply', service);
      expect([refused.codes, refused.writes]).toEqual([['OIDC_AUDIENCE'], []]);
      expect(refused.error).toContain('with the audience sts.amazonaws.com');
    });
  });

  test('with another subject in the trust policy it shows the lines that are needed', async () => {
    await makeProvider(given.arena);
    await makeCiRole(given.arena, EVERYTHING, 'repo:hydro-ops/gauges:environment:prod');
    await withTokenService(async (service) => {
      const refused = await run('apply', service);
      expect([refused.codes, refused.writes]).toEqual([['TRUST_MISMATCH'], []]);
      expect(refused.error).toContain(`subject is ${SUBJECT}`);
      expect(refused.error).toContain(`"token.actions.githubusercontent.com:sub": "${SUBJECT}"`);
      for (const secret of service.secrets) expect(told(refused)).not.toContain(secret);
    });
  });

  test('with a longer session than the role allows it says so', async () => {
    await makeProvider(given.arena);
    await makeCiRole(given.arena, EVERYTHING);
    await withTokenService(async (service) => {
      const refused = await run('apply', service, { 'role-duration-seconds': '43200' });
      expect([refused.codes, refused.writes]).toEqual([['INVALID_INPUT'], []]);
      expect(refused.error).toContain('role-duration-seconds is 43200');
    });
  });

  test('without it the chain of the SDK is used, whatever tokens there are', async () => {
    await settleAccount(given.arena);
    await withTokenService(async (service) => {
      const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '' } = service.env;
      const planned = await given.arena.run('plan', {}, { env: { ACTIONS_ID_TOKEN_REQUEST_URL: url } });
      expect([planned.exitCode, service.requests.length]).toEqual([0, 0]);
      expect(planned.log).toContain('user/sandbox');
    });
  });
});

/** The secrets of every session that the account's STS gave out. */
function sessionSecrets(): string[] {
  const sessions = [...given.arena.sandbox.account.sts.sessions.values()];
  return sessions.flatMap(({ secretAccessKey, token }) => [secretAccessKey, token]);
}
