import type { Field, Type } from './types.js';

type Named = Pick<Field, 'name' | 'type'>;

/** The columns and fields whose names have upper-case letters, each with its path: `Id`, `place.City`. */
export function upperCaseIn(fields: readonly Named[]): readonly string[] {
  return fields.flatMap(({ name, type }) => [
    ...(name === name.toLowerCase() ? [] : [name]),
    ...upperCaseIn(partsOf(type)).map((part) => `${name}.${part}`)
  ]);
}

function partsOf(type: Type): readonly Named[] {
  if (type.kind === 'struct') return type.fields;
  if (type.kind === 'list') return [type.element];
  return type.kind === 'map' ? [type.key, type.value] : [];
}

/**
 * What such names mean, in a whole sentence
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-naming.html: lower case, or the table is not visible).
 */
export function hiddenFromGlue(names: readonly string[]): string {
  const what = names.length === 1 ? 'Column' : 'Columns';
  return `${what} ${names.join(', ')}: with upper-case letters in a column's name Glue and Athena do not show the table.`;
}
