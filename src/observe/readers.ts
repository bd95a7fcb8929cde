import type { Aws } from '../aws/ports.js';
import type { Context } from '../context.js';

/** What can be read, service by service. What is not in this list is no reading, or is not the core's. */
const READINGS = {
  s3tables: [
    'listTableBuckets',
    'hasTableBucket',
    'getTags',
    'getTableBucketPolicy',
    'hasNamespace',
    'listNamespaces',
    'listTables',
    'getTable'
  ],
  glue: ['listDatabases', 'getDatabase', 'listTables', 'getTags', 'getCatalog'],
  lakeFormation: ['getSettings', 'listGrants', 'effectiveGrant', 'knowsPrincipal', 'getRegistration'],
  iam: ['knowsEverybody', 'getRole', 'hasUser', 'listRoles', 'listRolePolicies', 'getRolePolicy'],
  warehouse: ['read', 'readText']
} as const satisfies { readonly [S in keyof Aws]?: readonly (keyof Aws[S])[] };

type Readings = typeof READINGS;
type Reading<F> = F extends (...args: [...infer Given, Context]) => infer Answer
  ? (...args: Given) => Answer
  : never;

/** The reading calls of AWS's services, as the ports have them, without their context. */
export type Readers = {
  readonly [S in keyof Readings]: { readonly [M in Readings[S][number]]: Reading<Aws[S][M & keyof Aws[S]]> };
};

/** The writing calls of AWS's services. What is only to be read is not within reach. */
export type Writers = {
  readonly [S in keyof Readings]: Omit<Aws[S], Readings[S][number]>;
};

type Call = (...args: readonly unknown[]) => Promise<unknown>;

/** Readers that ask for each thing once: a second question gets the answer of the first, also when that is a failure. */
export function readersOf(aws: Aws, context: Context): Readers {
  const services = Object.entries(READINGS).map(([service, readings]) => {
    const port = aws[service as keyof Readings] as unknown as Record<string, Call>;
    return [service, Object.fromEntries(readings.map((name) => [name, once(port, name, context)]))];
  });
  return Object.fromEntries(services) as Readers;
}

function once(port: Record<string, Call>, name: string, context: Context): Call {
  const answers = new Map<string, Promise<unknown>>();
  return (...given) => {
    const question = JSON.stringify(given);
    const answer = answers.get(question) ?? port[name]!(...given, context);
    answers.set(question, answer);
    return answer;
  };
}
