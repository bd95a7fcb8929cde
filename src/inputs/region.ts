import * as v from 'valibot';
import { text } from './field.js';

const REGION = /^(?!fips-)[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;

/** The name of an AWS region, of any partition. Whether there is such a region, only AWS knows. */
export const region = v.pipe(
  text,
  v.check(
    (name) => REGION.test(name),
    (issue) => `it is not the name of an AWS region${hint(issue.input)}`
  )
);

/** Of a zone, or with other marks between its parts. */
function hint(name: string): string {
  // As old configurations name the endpoints of FIPS, which is no region of its own.
  const [, base] = /^fips-([a-z].*)$/i.exec(name) ?? [];
  if (base !== undefined) return `: write ${base.toLowerCase()}, and set AWS_USE_FIPS_ENDPOINT=true`;
  const plain = name.toLowerCase().replace(/[\s_.-]+/g, '-');
  const [meant] = /^[a-z]{2,}(?:-[a-z]+)+-\d{1,2}(?!\d)/.exec(plain) ?? [];
  return meant === undefined ? '' : `: ${meant} is probably meant`;
}
