import { Account, type AccountOptions } from '../account.js';
import { partitionOf, type Partition } from '../sigv4/regions.js';
import { CallLog } from './calls.js';
import { FaultList } from './faults.js';
import { SandboxLog } from './log.js';

/** All that one sandbox knows: the account, the calls made to it and why it refused, the faults it was told to make. */
export class World {
  readonly calls = new CallLog();
  readonly faults = new FaultList();
  readonly log: SandboxLog;
  readonly partition: Partition;
  account: Account;

  /**
   * @param accountId 12 digits
   * @param region the account's home region
   * @param options of the account, now and after each reset, and what prints the lines of the log
   * Throws a RangeError if AWS has no such region, or the account is not one.
   */
  constructor(
    readonly accountId: string,
    readonly region: string,
    readonly options: AccountOptions & { readonly log?: (line: string) => void } = {}
  ) {
    this.log = new SandboxLog(options.log);
    const partition = partitionOf(region);
    if (!partition) throw new RangeError(`AWS has no region '${region}'.`);
    if (!/^\d{12}$/.test(accountId)) throw new RangeError(`'${accountId}' is not an account: 12 digits.`);
    this.partition = partition;
    this.account = new Account(accountId, partition.name, options);
  }

  /** As if the sandbox had just been started: an empty account, no calls, no faults. */
  reset(): void {
    this.account = new Account(this.accountId, this.partition.name, this.options);
    this.calls.clear();
    this.log.clear();
    this.faults.set([]);
  }
}
