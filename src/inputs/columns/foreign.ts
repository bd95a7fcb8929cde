import type { Loose } from '../loose.js';

/** What people have of a schema in forms that say it otherwise, and what to give instead. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [
    /^root[ \t\r]*\n *\|--/,
    'it is what printSchema() of Spark prints; give what SHOW CREATE TABLE or df.schema.json() says'
  ],
  [/^(?:\+-|\|.*\|\s*(?:\n|$))/, 'it is a table that was printed; give what SHOW CREATE TABLE says'],
  [/^(?:\w+\.)?(?:StructType|StructField)\(/, 'it is code of PySpark; give what df.schema.json() says'],
  [/^(?:\w+\.)?(?:Schema|NestedField)\(/, 'it is code of PyIceberg; give what print(schema) says'],
  [/^(?:\w+\.)?schema\(/, 'it is code; give name: type, one column a line'],
  [/^struct<|^row\(/i, 'it is the type of a struct; give its columns as name: type, one a line'],
  [/^locals\s*\{/, 'it is the locals block of Terraform; give the list of columns alone'],
  [
    /^[\w-]+:[ \t\r]*\n[ \t]+\w+:/,
    'it is YAML of one level more than is read; give name: type, one column a line'
  ]
];

/** What a text is that is no schema; `undefined`: nothing that is known. */
export function foreignSchema(text: string): string | undefined {
  return FOREIGN.find(([pattern]) => pattern.test(text))?.[1];
}

/** The same of JSON. */
export function foreignTree(tree: Loose): string | undefined {
  if (tree.kind !== 'map') return undefined;
  const of = (key: string): Loose | undefined => tree.entries.find(([each]) => each === key)?.[1];
  const [type, metadata] = [of('type'), of('metadata')];
  const kind = type?.kind === 'text' ? type.text : '';
  if (kind === 'record') return 'it is a schema of Avro; give name: type, one column a line';
  if (of('properties')?.kind === 'map' && kind === 'object') {
    return 'it is a JSON Schema; give name: type, one column a line';
  }
  if (of('schemas') !== undefined) {
    return 'it is the metadata of a table, which may have several schemas; give the one that is meant';
  }
  return metadata === undefined ? undefined : foreignTree(metadata);
}
