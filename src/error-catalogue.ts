/** What an error code means and what to do about it. The troubleshooting guide is generated from this. */
export interface CatalogueEntry {
  readonly means: string;
  readonly todo: string;
}

const entry = (means: string, todo: string): CatalogueEntry => ({ means, todo });

/** Every way in which a run can fail. */
export const CATALOGUE = {
  INVALID_INPUT: entry('One or more inputs cannot be used.', 'Correct the inputs that are listed.'),
  NO_CREDENTIALS: entry(
    'There are no AWS credentials in this step.',
    'Set role-to-assume, run aws-actions/configure-aws-credentials before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.'
  ),
  EXPIRED_CREDENTIALS: entry(
    'The AWS credentials have expired.',
    'Get new ones right before this step. If the run is longer than the session, raise role-duration-seconds of the step that assumes the role.'
  ),
  INVALID_CREDENTIALS: entry(
    'AWS does not know these credentials, or the secret does not belong to the key.',
    'Check which secret the step uses, that the key is active, and that the clock of the runner is right.'
  ),
  WRONG_ACCOUNT: entry(
    'The credentials are for an account that allowed-account-ids does not list.',
    'Use the credentials of the right account, or add this account to allowed-account-ids.'
  ),
  OIDC_UNAVAILABLE: entry(
    'GitHub gives this job no OIDC token, so the role of role-to-assume cannot be assumed.',
    'Give the job `permissions: id-token: write` (and `contents: read`). A pull request from a fork never gets a token: there use another trigger, or no AWS at all.'
  ),
  OIDC_AUDIENCE: entry(
    'The identity provider for GitHub in IAM does not know the audience of the token.',
    'Add the audience that is named to the provider in IAM.'
  ),
  OIDC_PROVIDER: entry(
    'The account has no identity provider in IAM for the issuer of the token, or IAM could not check the token with it.',
    'Create the provider that is named, in the account of the role.'
  ),
  TRUST_MISMATCH: entry(
    'The trust policy of the role does not let this workflow assume it, or there is no such role.',
    'Correct role-to-assume, or give the trust policy of the role the conditions that are shown.'
  ),
  PRINCIPAL_UNKNOWN: entry(
    'A role or user that is named could not be found.',
    'Correct identity-center-permission-set, identity-center-role-arn or lakeformation-admin-arns.'
  ),
  REGION_UNKNOWN: entry(
    'AWS does not have this region, or the account has not enabled it.',
    'Check the region input; an opt-in region has to be enabled in the account first.'
  ),
  UNREACHABLE: entry(
    'The endpoint did not answer.',
    'Check the region, the network and the proxy of the runner (HTTPS_PROXY, NO_PROXY), and AWS_ENDPOINT_URL if it is set.'
  ),
  ENDPOINT_INVALID: entry(
    'The AWS endpoint that this step asks for contradicts itself, or is no address.',
    'Look at AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_<SERVICE>, AWS_USE_FIPS_ENDPOINT and AWS_USE_DUALSTACK_ENDPOINT of the step, and at the shared config.'
  ),
  PROXY_INVALID: entry(
    'A variable that names the proxy holds what cannot be one, so nothing was called.',
    'Give HTTPS_PROXY as http://host:port, or unset it. Proxies of other kinds, such as SOCKS, are not supported.'
  ),
  GARBLED_ANSWER: entry(
    'The answer did not come from AWS, or was cut: it is not what this call returns.',
    'Look for a proxy, a firewall or a wrong AWS_ENDPOINT_URL between the runner and AWS.'
  ),
  PERMISSION_DENIED: entry(
    'The credentials may not do this. It says nothing about whether the resource exists.',
    'Allow the action on the resource in the policy of the role, and look for an explicit deny in bucket policies and service control policies.'
  ),
  LAKE_FORMATION_DENIED: entry(
    'Lake Formation does not let these credentials do this, although IAM may.',
    'Make the role of this run a Lake Formation administrator, or let an administrator grant it the permission that is named, with grant option.'
  ),
  NOT_OURS: entry(
    'The resource exists and does not carry the tags of this environment, so it is left alone.',
    'Choose another name, or set adopt: true to take it over.'
  ),
  OWNED_BY_ANOTHER: entry(
    'The resource belongs to another environment of this action, so it is left alone.',
    'Choose another env or application, or run this from where that environment is managed.'
  ),
  MOVED: entry(
    'The environment exists somewhere else than this run was told, so what it has there would be forgotten.',
    'Give isolation, table-bucket-name and namespace as they were when it was made. To move it, destroy it there first.'
  ),
  INTEGRATION_OFF: entry(
    'S3 Tables is not integrated with the AWS analytics services in this account and region: Athena, Glue, Redshift and EMR cannot see its tables.',
    'Set analytics-integration: enable and let this action switch it on (once per account and region), or ignore to go on without it.'
  ),
  INTEGRATION_INCOMPLETE: entry(
    'The integration of S3 Tables with the AWS analytics services is only half made.',
    'Set analytics-integration: enable with the analytics-access that it has, and let this action add what is missing, or add it by hand.'
  ),
  INTEGRATION_MODE: entry(
    'The integration exists with the other kind of access control, which is never changed, since everybody in the account and region uses it.',
    'Set analytics-access to what it has, or analytics-integration: require to take it as it is.'
  ),
  INTEGRATION_FOREIGN: entry(
    'A Glue catalog named s3tablescatalog exists and is not the S3 Tables integration.',
    'Ask its owner what it is for. The integration needs that name; set analytics-integration: ignore to go on without it.'
  ),
  INTEGRATION_REGION: entry(
    'AWS does not offer the integration with IAM access control in this region.',
    'Set analytics-access: lake-formation, which AWS requires there.'
  ),
  GUARDED: entry(
    'Destroying would delete data or tables that this environment did not make, so what is named was not destroyed.',
    'Move or delete what is named, or set force-destroy: true to delete it for good.'
  ),
  NOT_EMPTY: entry(
    'AWS does not delete this while there is something in it.',
    'Run destroy again: it lists what is in there now. What somebody else put there has to go first.'
  ),
  NAME_IN_TRANSITION: entry(
    'S3 Tables is still removing an earlier table bucket of this name.',
    'Run again in a few minutes, raise timeout-minutes, or choose another name.'
  ),
  QUOTA_EXCEEDED: entry(
    'A quota of the account is used up. An account has 10 table buckets per region unless AWS raised it.',
    'Delete what is not needed, or ask AWS Support to raise the quota.'
  ),
  RUNNER_FILES: entry(
    'A file or a folder that the runner has for this step cannot be written.',
    'Look whether the disk of the runner is full, and at RUNNER_TEMP, GITHUB_OUTPUT and GITHUB_ENV where anybody but the runner sets them: each names what is there and may be written.'
  ),
  GITHUB_DENIED: entry(
    'The token of this run may not ask GitHub for what is needed.',
    'Give the job `permissions: pull-requests: write`, or set github-token to a token that has it.'
  ),
  GITHUB_UNREACHABLE: entry(
    'GitHub did not answer as it should, although it was asked several times.',
    'Run again. If it stays so, look at the status of GitHub and at the network and the proxy of the runner.'
  ),
  FORK: entry(
    'The run is for somebody who gets no environment unasked: for a pull request from a fork, for Dependabot, or for the comment of a stranger.',
    'Set fork-pull-requests: skip to leave such runs out, or apply to let them go on where they have credentials; or push the branch to this repository.'
  ),
  CONFLICT: entry(
    'Somebody else changed the same resource at the same time.',
    'Run again: it starts from what is there now.'
  ),
  VANISHED: entry(
    'AWS no longer has what this call is about: it was removed at the same time, or never was there.',
    'Run again: it starts from what is there now. If it stays so, check the names and the region.'
  ),
  THROTTLED: entry(
    'AWS kept asking for fewer calls.',
    'Run again later, or run fewer jobs of this account at the same time.'
  ),
  DEAD_PRINCIPAL: entry(
    'Lake Formation refuses the whole list of administrators because one principal in it does not exist.',
    'Set prune-dead-admins: true to remove administrators that no longer exist, or correct lakeformation-admin-arns.'
  ),
  TOO_MANY_ADMINS: entry(
    'Lake Formation allows at most 30 administrators in an account and region.',
    'Remove administrators that are no longer needed, or name a role that several people use.'
  ),
  AWS_FAILED: entry(
    'AWS had a fault of its own, and had it again when the call was repeated.',
    'Run again later; the AWS Health Dashboard tells whether the service is impaired.'
  ),
  AWS_REFUSED: entry('AWS refused the call.', 'Read what AWS said; it names what it does not accept.'),
  NO_ENVIRONMENT: entry(
    'The environment is not there, or not all of it.',
    'Run apply first, with the same env and application.'
  ),
  SMOKE_TEST_MISMATCH: entry(
    'What was read from the scratch table is not what was written to it.',
    'Keep the table with smoke-test-keep: true and look at it with another engine; then report it with both values.'
  ),
  NOT_CONVERGED: entry(
    'The change was made, but what AWS shows afterwards is still not what was asked for.',
    'Run plan to see what differs. If it stays, something else keeps changing this resource.'
  ),
  LEFT_BEHIND: entry(
    'Not everything is gone.',
    'Run destroy again: it goes on from what is there. What is named may need its own permission.'
  ),
  BLOCKED: entry(
    'Something this resource depends on stands in the way.',
    'Solve what is said of that resource first.'
  ),
  DRIFT: entry(
    'There is something to do, and fail-on-changes is set.',
    'Read the plan: run apply to make the changes, or find out who made the difference.'
  ),
  ICEBERG_UNSUPPORTED: entry(
    'The Iceberg table uses a feature that this action does not read or write.',
    'Use an Iceberg engine such as Spark, Athena or PyIceberg for this table.'
  ),
  ICEBERG_CORRUPT: entry(
    'A file of the Iceberg table is damaged, or is not what the table says it is.',
    'Look at what wrote the file that is named. An earlier snapshot of the table may still be whole.'
  ),
  ICEBERG_CONFLICT: entry(
    'Other writers kept changing the Iceberg table at the same time.',
    'Run again: it starts from what the table is then.'
  ),
  ICEBERG_NOT_FOUND: entry(
    'There is no such Iceberg table, or it no longer has this snapshot.',
    'Check the names. A snapshot goes away when table maintenance expires it.'
  ),
  ICEBERG_BAD_ROW: entry(
    'A row does not fit the columns of the Iceberg table, so nothing was written.',
    'Correct the value that is named, or the schema of the table.'
  ),
  HIDDEN_FROM_GLUE: entry(
    'Glue and Athena do not show a table that has upper-case letters in the name of a column or field.',
    'Rename what is named to lower case (ALTER TABLE in Spark, or PyIceberg), and in table-schema as well. Engines that use the catalog of S3 Tables itself read the table as it is.'
  ),
  TABLE_BROKEN: entry(
    'The metadata of the table is missing or damaged, so no engine can load it.',
    'Point the table to an earlier metadata file that is still whole (s3tables UpdateTableMetadataLocation). If nobody needs what is in it, destroy it with force-destroy: true and apply again.'
  ),
  SCHEMA_DIFFERS: entry(
    'The table does not have the columns that are declared. This version gives a live table no other columns: its users would have to agree to that.',
    'Change the table with an engine (ALTER TABLE in Athena or Spark), or correct table-schema; table-schema: none compares nothing. A table that nobody needs can be destroyed and made anew.'
  ),
  TIMED_OUT: entry(
    'The deadline of the run passed.',
    'Run again: it goes on from what is there. If it needs longer, raise timeout-minutes.'
  ),
  CANCELLED: entry(
    'The run was cancelled.',
    'Nothing is locked and nothing needs to be cleaned up first: run again, and it goes on from what is there.'
  ),
  INTERNAL: entry(
    'This is a mistake in the action itself.',
    'Please report it with the log of a run with debug logging switched on.'
  )
} as const satisfies Record<string, CatalogueEntry>;

/** The name of a way to fail; stable, so that scripts can rely on it. */
export type ErrorCode = keyof typeof CATALOGUE;
