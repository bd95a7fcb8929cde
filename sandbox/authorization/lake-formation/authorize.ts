import { readJson } from '../../protocol/rest-json.js';
import type { Authorizer } from '../../service.js';
import { glueRules } from './glue-rules.js';
import { icebergRules } from './iceberg-rules.js';

/**
 * Decides by Lake Formation's permissions who may do what in the Data Catalog, through Glue's operations and through
 * its Iceberg REST catalog; S3 Tables' own operations know nothing of them. What lists show, and who may grant, the
 * operations decide themselves: a batch is refused entry by entry.
 * Throws AccessDeniedException, and what the operation would throw for a request that cannot be read.
 */
export const authorizeLakeFormation: Authorizer = (request, { name, labels }, service) => {
  if (service !== 'glue') return;
  const { region, caller } = request;
  if (Object.hasOwn(glueRules, name)) glueRules[name]?.({ region, caller }, readJson(request));
  if (labels && Object.hasOwn(icebergRules, name))
    icebergRules[name]?.({ region, caller }, { ...request, labels });
};
