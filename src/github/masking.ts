import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * How an earlier step masks the account id. Before its version 4, `aws-actions/configure-aws-credentials` did so unless
 * it was told not to.
 */
const MASKS = [
  /^mask-aws-account-id:\s*['"]?true\b/i,
  /^uses:\s*['"]?aws-actions\/configure-aws-credentials@v[123]\b/i
];

/** The warning that job outputs will not arrive. */
export const MASKED =
  'This workflow masks the AWS account id, so GitHub drops every job output that contains it. Use the outputs without it (table-bucket-name, namespace, table-name, glue-database-name, s3tables-table-warehouse-location, metadata-location), or hand on the file of outputs-file.';

/**
 * Whether the workflow masks the account id, as far as can be told: the runner tells nobody what is masked, but the
 * workflow's file may be checked out. False where it is not.
 */
export async function masksAccountId({ GITHUB_WORKFLOW_REF, GITHUB_WORKSPACE }: Env): Promise<boolean> {
  const [, path] = /^[^/]+\/[^/]+\/(.+\.ya?ml)@/.exec(GITHUB_WORKFLOW_REF ?? '') ?? [];
  if (path === undefined || !GITHUB_WORKSPACE) return false;
  try {
    const workflow = await readFile(join(GITHUB_WORKSPACE, path), 'utf8');
    const lines = workflow.split('\n').map((line) => line.trim().replace(/^-\s*/, ''));
    return lines.some((line) => MASKS.some((masks) => masks.test(line)));
  } catch {
    return false;
  }
}
