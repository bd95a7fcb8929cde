import * as v from 'valibot';
import { text } from './field.js';

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

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
  const plain = name.toLowerCase().replace(/[\s_.-]+/g, '-');
  const [meant] = /^[a-z]{2,}(?:-[a-z]+)+-\d+/.exec(plain) ?? [];
  return meant === undefined ? '' : `: ${meant} is probably meant`;
}
