import { askerOf } from '../../iam/asker.js';
import { decide } from '../../policy/decide.js';
import { requestContext } from '../../policy/request-context.js';
import type { Authorizer } from '../../service.js';
import { isAdministrator } from '../../sts/caller.js';
import { glueNeeds } from './actions-glue.js';
import { iamNeeds } from './actions-iam.js';
import { icebergNeeds } from './actions-iceberg.js';
import { lakeFormationNeeds } from './actions-lakeformation.js';
import { s3Needs } from './actions-s3.js';
import { s3TablesNeeds } from './actions-s3tables.js';
import { stsNeeds } from './actions-sts.js';
import { merged, type NeedsOf } from './need.js';
import { denied } from './refusals.js';

/** What each service's operations need, by its name in the credential scope. */
const needsOf: Readonly<Record<string, NeedsOf>> = {
  glue: glueNeeds,
  iam: iamNeeds,
  lakeformation: lakeFormationNeeds,
  s3: s3Needs,
  s3tables: (request, operation) =>
    (operation.name.startsWith('Iceberg') ? icebergNeeds : s3TablesNeeds)(request, operation),
  sts: stsNeeds
};

/**
 * Decides by IAM's policies: those of the caller, and those of the thing where it has any. The sandbox's own
 * administrator may do everything.
 */
export const authorizeIam: Authorizer = (request, operation, service) => {
  const { caller, region } = request;
  if (isAdministrator(region.account, caller)) return;
  const asker = askerOf(region.account, caller);
  const general = requestContext(request);
  for (const need of needsOf[service]?.(request, operation) ?? []) {
    const { action, arn: resource, policies } = need;
    const question = { action, resource, context: merged(general, need.context) };
    const decision = decide(asker, question, policies);
    if (decision.effect !== 'allowed') throw denied(service, operation.name, caller.arn, { need, decision });
  }
};
