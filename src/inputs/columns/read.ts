import { readLoose } from '../loose.js';
import { withoutBullet } from '../notation.js';
import type { RawColumns } from './column-text.js';
import { foreignSchema } from './foreign.js';
import { readLines } from './lines.js';
import { isCreateTable, otherStatement, readCreateTable } from './sql.js';
import { readTree } from './tree.js';
import { isYamlColumns, readYamlColumns } from './yaml.js';

/** JSON, or a list of it; `[id] bigint` is a name in brackets. */
const JSON_START = /^(?:\{|\[\s*(?:[{[\]"']|$))/;
/** A block or an attribute of Terraform. */
const HCL_START =
  /^(?:resource|metadata|iceberg|schema|schema_v2|field|fields|columns)(?:\s+"[^"\n]*")*\s*(?:=\s*)?[{[]/;

/** Reads columns in whichever notation they are written. `text` has no blanks around it. */
export function readColumns(text: string): RawColumns {
  if (isCreateTable(text)) return readCreateTable(text);
  const other = otherStatement(text) ?? foreignSchema(text);
  if (other !== undefined) return { columns: [], problems: [other] };
  const isHcl = HCL_START.test(text);
  if (isHcl || JSON_START.test(text)) {
    const tree = readLoose(text, isHcl ? 'body' : 'value');
    return 'value' in tree ? readTree(tree.value) : { columns: [], problems: [tree.problem] };
  }
  const printed = /^table \{([ \t\r]*\n[\s\S]*)\}$/.exec(text)?.[1];
  if (printed !== undefined) return readLines(printed);
  return isYamlColumns(text) ? readYamlColumns(text) : (readFlowLines(text) ?? readLines(text));
}

/** Reads lines that are an object each, `- { name: id, type: long }`; `undefined`: they are not. */
function readFlowLines(text: string): RawColumns | undefined {
  const lines = text.split('\n').map((line) => withoutBullet(line.trim()));
  if (text === '' || !lines.every((line) => line === '' || line.startsWith('{'))) return undefined;
  // In brackets they are a list; the commas that end a line already are not repeated.
  const items = lines.map((line) => (line === '' || line.endsWith(',') ? line : `${line},`));
  const tree = readLoose(`[${items.join('\n')}]`);
  return 'value' in tree ? readTree(tree.value) : { columns: [], problems: [tree.problem] };
}
