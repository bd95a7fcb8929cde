import type { Verdict } from '../aws/ports.js';
import type { Need } from './needs.js';

/** A permission that is not there. */
export interface Lack {
  readonly need: Need;
  /** Those of the need's resources that it lacks on. */
  readonly resources: readonly string[];
  /** A policy denies it, so no other can allow it. */
  readonly denied: boolean;
  /** False: something that IAM was not asked about, such as a bucket policy, may allow it. */
  readonly certain: boolean;
}

/** What is lacking of what is needed, by what IAM says. What IAM says nothing of is not lacking. Pure. */
export function lackingOf(
  needs: readonly Need[],
  verdicts: readonly Verdict[],
  mayHavePolicy: boolean
): readonly Lack[] {
  return needs.flatMap((need) => {
    const refused = verdicts.filter(
      ({ action, resource, decision }) =>
        action === need.action && need.resources.includes(resource) && decision !== 'allowed'
    );
    if (refused.length === 0) return [];
    const denied = refused.some(({ decision }) => decision === 'explicitDeny');
    const told = refused.every(({ unknownFacts }) => unknownFacts.length === 0);
    return [
      {
        need,
        resources: refused.map(({ resource }) => resource),
        denied,
        certain: told && (denied || !(mayHavePolicy && isOfBucket(need.action)))
      }
    ];
  });
}

/** A resource policy of the table bucket may allow it, once there is a table bucket. */
function isOfBucket(action: string): boolean {
  return action.startsWith('s3tables:') && action !== 's3tables:CreateTableBucket';
}

/** `glue:CreateDatabase on arn:…, arn:…` */
export function lackLine({ need, resources, denied }: Lack): string {
  const how = denied ? ' (a policy denies it explicitly)' : '';
  return `${need.action} on ${resources.join(', ')}${how}`;
}
