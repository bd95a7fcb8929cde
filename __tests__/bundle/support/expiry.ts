import { TAG } from '../../../src/ownership.js';
import type { Arena } from './arena.js';
import { ACCOUNT } from './values.js';

/** Long over. */
const PAST = '2026-01-01T00:00:00Z';

/** Sets when an environment expires that has a table bucket of its own. */
export async function expireBucket({ aws, region }: Arena, bucket: string, at = PAST): Promise<void> {
  const resourceArn = `arn:aws:s3tables:${region}:${ACCOUNT}:bucket/${bucket}`;
  await aws.s3tables.tagResource({ resourceArn, tags: { [TAG.expiresAt]: at } });
}

/** Sets when an environment expires whose record is its Glue database: in the parameters, and in the tags. */
export async function expireDatabase({ aws, region }: Arena, Name: string, at = PAST): Promise<void> {
  const { Database } = await aws.glue.getDatabase({ Name });
  const Parameters = { ...Database?.Parameters, [TAG.expiresAt]: at };
  await aws.glue.updateDatabase({ Name, DatabaseInput: { Name, Parameters } });
  const ResourceArn = `arn:aws:glue:${region}:${ACCOUNT}:database/${Name}`;
  await aws.glue.tagResource({ ResourceArn, TagsToAdd: { [TAG.expiresAt]: at } });
}
