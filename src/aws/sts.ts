import { ActionError } from '../errors.js';
import { required } from './answer.js';
import { type Call, invoke } from './call.js';
import type { Clients } from './clients.js';
import type { StsPort } from './ports.js';
import { serviceOf } from './service.js';

const WHO: Call = { operation: 'sts:GetCallerIdentity', doing: 'find out which account this is' };
const CREDENTIALS: Call = { operation: 'credentials', doing: WHO.doing };

/**
 * Who the credentials belong to. STS is believed before an account id that the environment may carry from
 * another step; where STS cannot be asked (no route to it, or denied), that account id has to do, with the
 * partition that the region's name belongs to.
 */
export function makeSts(clients: Clients, region: string): StsPort {
  const service = serviceOf(clients.sts);
  return {
    async getIdentity(context) {
      try {
        const answer = await service.ask(context, WHO, (sts, options) => sts.getCallerIdentity({}, options));
        const callerArn = required(answer.Arn, 'Arn', WHO);
        const accountId = required(answer.Account, 'Account', WHO);
        return { accountId, partition: callerArn.split(':')[1] ?? partitionOf(region), callerArn };
      } catch (error) {
        if (!cannotBeAsked(error)) throw error;
        const { accountId } = await invoke(context, CREDENTIALS, () => clients.credentials());
        if (accountId === undefined) throw error;
        context.reporter.debug(`STS cannot be asked; the credentials say account ${accountId}`);
        return { accountId, partition: partitionOf(region) };
      }
    }
  };
}

function cannotBeAsked(error: unknown): boolean {
  return error instanceof ActionError && ['UNREACHABLE', 'PERMISSION_DENIED'].includes(error.code);
}

/** The partition a region belongs to, by its name. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
