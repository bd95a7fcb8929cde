import type { STS } from '@aws-sdk/client-sts';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { partitionOf } from '../partitions.js';
import { required } from './answer.js';
import { type Call, invoke } from './call.js';
import type { Clients } from './clients.js';
import type { Identity, StsPort } from './ports.js';
import { type Service, serviceOf } from './service.js';

const WHO: Call = { operation: 'sts:GetCallerIdentity', doing: 'find out which account this is' };
const CREDENTIALS: Call = { operation: 'credentials', doing: WHO.doing };

/**
 * Who the credentials belong to: the account from the credentials where they know it, else from STS; the partition
 * from the caller's ARN. Where STS cannot be asked, what the credentials know has to do, with the partition that
 * the region's name belongs to. Found out once, however often it is asked for. Throws `WRONG_ACCOUNT` when the two do not agree, which happens when
 * AWS_ACCOUNT_ID is left over from another step.
 */
export function makeSts(clients: Clients, region: string): StsPort {
  const service = serviceOf(clients.sts);
  const find = async (context: Context): Promise<Identity> => {
    const { accountId: known } = await invoke(context, CREDENTIALS, () => clients.credentials());
    const asked = await askSts(service, context, known !== undefined);
    if (known !== undefined && asked !== undefined && known !== asked.accountId) throw torn(known, asked);
    const callerArn = asked?.callerArn;
    const partition = callerArn?.split(':')[1] ?? partitionOf(region).id;
    return { accountId: known ?? asked?.accountId ?? '', partition, callerArn };
  };
  let found: Promise<Identity> | undefined;
  return {
    getIdentity(context) {
      // The credentials of a run stay those of one identity. A failure is not kept: it may have passed by the next time.
      found ??= find(context).catch((thrown: unknown) => {
        found = undefined;
        throw thrown;
      });
      return found;
    }
  };
}

interface Asked {
  readonly accountId: string;
  readonly callerArn: string;
}

/** `undefined`: STS cannot be asked, and need not be. */
async function askSts(
  service: Service<STS>,
  context: Context,
  needless: boolean
): Promise<Asked | undefined> {
  try {
    const answer = await service.ask(context, WHO, (sts, options) => sts.getCallerIdentity({}, options));
    return {
      accountId: required(answer.Account, 'Account', WHO),
      callerArn: required(answer.Arn, 'Arn', WHO)
    };
  } catch (error) {
    if (!needless || !cannotBeAsked(error)) throw error;
    context.reporter.debug('STS cannot be asked; the account id is that of the credentials');
    return undefined;
  }
}

function torn(known: string, { accountId, callerArn }: Asked): ActionError {
  return new ActionError('WRONG_ACCOUNT', {
    found: `The credentials claim to be for account ${known}, and STS says that they are for ${accountId} (${callerArn}).`,
    todo: 'Unset AWS_ACCOUNT_ID if it is left over from another step, or use the credentials of the right account.'
  });
}

function cannotBeAsked(error: unknown): boolean {
  return (
    error instanceof ActionError &&
    ['UNREACHABLE', 'PERMISSION_DENIED', 'AWS_FAILED', 'THROTTLED'].includes(error.code)
  );
}
