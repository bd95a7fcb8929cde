import * as v from 'valibot';

/** A schema, partition spec, sort order or metadata file that breaks the Iceberg spec. The message says where and how. */
export class IcebergInvalid extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'IcebergInvalid';
  }
}

/** A commit that was made from a version of the table that is no longer the current one. */
export class IcebergConflict extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'IcebergConflict';
  }
}

/**
 * Reads `value` by a valibot schema.
 * Throws {@link IcebergInvalid} with every problem, each with its path in the document.
 */
export function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new IcebergInvalid(`${what}: ${describe(result.issues)}`);
}

/** The problems that valibot found, on one line: `fields.0.name: Invalid type …; …`. */
export function describe(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(': ')).join('; ');
}
