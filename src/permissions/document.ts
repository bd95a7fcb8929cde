import type { PolicyDocument, Statement } from '../policy-document.js';
import type { Need } from './needs.js';
import { CONDITIONS } from './places.js';

/**
 * The policy that allows all that is needed and nothing more: a statement for each set of resources. Where a
 * permission is needed on several, such as a Glue catalog and a database in it, it has to be allowed on each.
 */
export function policyFor(needs: readonly Need[]): PolicyDocument {
  const places = [...new Set(needs.map(({ place }) => place))];
  return { Version: '2012-10-17', Statement: places.map((place) => statementOn(place, needs)) };
}

function statementOn(place: Need['place'], needs: readonly Need[]): Statement {
  const own = needs.filter((need) => need.place === place);
  const actions = [...new Set(own.map(({ action }) => action))].sort();
  const resources = own[0]?.resources ?? [];
  const condition = CONDITIONS[place];
  return {
    Sid: place,
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
    ...(condition && { Condition: condition })
  };
}
