import type { ListedBucket, Tags } from '../aws/ports.js';
import { ActionError } from '../errors.js';
import { describeOwner, isShared, MANAGED_BY, MANAGER, TAG } from '../ownership.js';
import type { Look } from '../observe/look.js';
import { unlessDenied } from './principals.js';
import type { EnvironmentSpec } from './spec.js';

/** So many are looked at: AWS allows 10 unless asked, and the list is read by a person. */
const SHOWN = 30;
const SHARE =
  'set isolation: namespace and a table-bucket-name, so that many environments share one table bucket';

/**
 * Tells who holds the table buckets of the account and region, and until when, where there may be no more of them; other
 * errors stay as they are, and so does this one where the buckets may not be listed.
 */
export async function namingHolders(
  error: unknown,
  { isolation, region }: EnvironmentSpec,
  look: Look
): Promise<unknown> {
  if (!(error instanceof ActionError) || error.code !== 'QUOTA_EXCEEDED') return error;
  const buckets = await unlessDenied(look.s3tables.listTableBuckets());
  if (buckets === undefined) return error;
  const shown = buckets.slice(0, SHOWN);
  const lines = await Promise.all(shown.map((bucket) => lineOf(bucket, look)));
  const more = buckets.length > SHOWN ? `- and ${buckets.length - SHOWN} more\n` : '';
  const { code, doing, answer, cause } = error;
  return new ActionError(code, {
    doing,
    answer,
    cause,
    found: `The account may have no more table buckets in ${region}. These hold the ${buckets.length} there are:\n${lines.join('')}${more}`,
    todo: [
      'Run the command sweep, which removes what has expired or belongs to a closed pull request',
      ...(isolation === 'bucket' ? [SHARE] : []),
      'or ask AWS Support to raise the quota.'
    ].join('; ')
  });
}

async function lineOf({ name, arn }: ListedBucket, look: Look): Promise<string> {
  const tags = await unlessDenied(look.s3tables.getTags(arn));
  return `- ${name}: ${tags === undefined ? 'its tags may not be read' : holderOf(tags)}\n`;
}

function holderOf(tags: Tags): string {
  if (tags[MANAGED_BY] !== MANAGER) return 'not of this action';
  if (isShared(tags)) return 'shared by environments with isolation: namespace';
  const expiry = tags[TAG.expiresAt];
  return `${describeOwner(tags)}, ${expiry === undefined ? 'without an expiry' : `expires at ${expiry}`}`;
}
