import type { Account, AccountOptions } from './account.js';
import { authorizersFor, enforcesLakeFormation, type Enforce } from './authorization/index.js';
import type { CallRecord } from './control/calls.js';
import type { FaultRule } from './control/faults.js';
import type { LogEntry } from './control/log.js';
import { control, controlPrefix } from './control/routes.js';
import { World } from './control/world.js';
import { dispatch } from './http/dispatch.js';
import { listen } from './http/listen.js';
import type { LakeFormationOptions } from './lakeformation/state.js';
import type { PageToken } from './s3tables/state.js';
import { services } from './services.js';
import { partitionNamed } from './sigv4/regions.js';

/** How a sandbox is started; the command line's options have the same names. */
export interface SandboxOptions extends Pick<AccountOptions, 'principals' | 'iamDelay'> {
  /** 0 picks a free port. Default 0. */
  readonly port?: number;
  /** Default `123456789012`. */
  readonly account?: string;
  /** The account's home region; its partition is the account's. Default `us-east-1`, or the first of `partition`. */
  readonly region?: string;
  /** `aws`, `aws-us-gov`, `aws-cn` or `aws-eusc`. Default that of `region`. */
  readonly partition?: string;
  /** Added to every call, ms. Default 0. */
  readonly latency?: number;
  /** What is checked before a call takes effect, besides its signature. Default `none`. */
  readonly enforce?: Enforce;
  /** How long after a grant, a revoke or a change of the settings Lake Formation decides by it, ms. Default 0. */
  readonly lakeFormationDelay?: number;
  /** Whether AWS's quotas hold: `aws`, or `none`. Default `aws`. */
  readonly quotas?: 'aws' | 'none';
  /** How long the name of a deleted table bucket is refused, ms. Default 0. */
  readonly transition?: number;
  /**
   * Under which name S3 Tables' Iceberg REST catalog gives the token of a list's next page: `spec` for
   * `next-page-token`, `aws` for the `nextPageToken` that is reported of AWS. Default `both`.
   */
  readonly pageToken?: PageToken;
  /** Given each line of the log: why a call was refused where AWS does not say. Default: nobody. */
  readonly log?: (line: string) => void;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** The account's home region. */
  readonly region: string;
  /** What it holds now: live, and another object after each reset. */
  readonly account: Account;
  /** Every call since the reset, in the order they came. */
  calls(): readonly CallRecord[];
  /** Why calls were refused where AWS does not say, since the reset. */
  log(): readonly LogEntry[];
  /** Replaces the fault rules; their counts start again. */
  setFaults(rules: readonly FaultRule[]): void;
  /** As if it had just been started: an empty account, no calls, no faults. */
  reset(): void;
  /** Stops listening and ends the open connections. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox on 127.0.0.1.
 * Throws a RangeError for an account, a region or a partition that AWS does not have; rejects when the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, account = '123456789012', latency = 0, enforce = 'none', log } = options;
  const world = new World(account, homeRegion(options), { ...accountOptions(options), ...(log && { log }) });
  const dispatcher = { world, services, authorizers: authorizersFor(enforce), latency };
  const listening = await listen(port, async (request) =>
    request.path.startsWith(controlPrefix) ? control(request, world) : dispatch(request, dispatcher)
  );
  return {
    url: `http://127.0.0.1:${listening.port}`,
    region: world.region,
    get account() {
      return world.account;
    },
    calls: () => world.calls.list(),
    log: () => world.log.list(),
    setFaults: (rules) => world.faults.set(rules),
    reset: () => world.reset(),
    close: () => listening.close()
  };
}

/**
 * The region that an account is at home in, by what is given of region and partition.
 * Throws a RangeError where the two do not go together.
 */
export function homeRegion({ region, partition }: Pick<SandboxOptions, 'region' | 'partition'>): string {
  const named = partitionNamed(partition ?? 'aws');
  if (!named) throw new RangeError(`AWS has no partition '${partition}'.`);
  if (region !== undefined && partition !== undefined && !named.regions.includes(region)) {
    throw new RangeError(`The partition ${partition} has no region '${region}'.`);
  }
  return region ?? named.globalRegion;
}

function accountOptions(options: SandboxOptions): AccountOptions {
  const { principals = 'any', iamDelay = 0, quotas = 'aws', transition = 0, pageToken = 'both' } = options;
  const s3tables = { quotas: quotas === 'aws', transitionMs: transition, pageToken };
  return { principals, iamDelay, s3tables, lakeFormation: lakeFormationOptions(options) };
}

function lakeFormationOptions({
  enforce = 'none',
  lakeFormationDelay = 0
}: SandboxOptions): LakeFormationOptions {
  return { isEnforced: enforcesLakeFormation(enforce), delay: lakeFormationDelay };
}
