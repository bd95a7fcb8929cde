import type { Requirement } from './commit-shape.js';
import { IcebergConflict } from './invalid.js';
import type { Long, TableMetadata } from './model.js';

/** Checks what a commit requires of the table (REST spec, TableRequirement). Throws {@link IcebergConflict}. */
export function checkRequirements(metadata: TableMetadata, requirements: readonly Requirement[]): void {
  for (const requirement of requirements) check(metadata, requirement);
}

function check(metadata: TableMetadata, requirement: Requirement): void {
  switch (requirement.type) {
    case 'assert-create':
      throw new IcebergConflict('Requirement failed: the table already exists');
    case 'assert-table-uuid':
      return same('UUID', metadata['table-uuid'], requirement.uuid);
    case 'assert-ref-snapshot-id':
      return refAt(metadata, requirement.ref, requirement['snapshot-id']);
    case 'assert-last-assigned-field-id':
      return same(
        'last assigned field id',
        metadata['last-column-id'],
        requirement['last-assigned-field-id']
      );
    case 'assert-current-schema-id':
      return same('current schema id', metadata['current-schema-id'], requirement['current-schema-id']);
    case 'assert-last-assigned-partition-id': {
      const expected = requirement['last-assigned-partition-id'];
      return same('last assigned partition id', metadata['last-partition-id'], expected);
    }
    case 'assert-default-spec-id':
      return same('default partition spec id', metadata['default-spec-id'], requirement['default-spec-id']);
    case 'assert-default-sort-order-id': {
      const expected = requirement['default-sort-order-id'];
      return same('default sort order id', metadata['default-sort-order-id'], expected);
    }
  }
}

function refAt(metadata: TableMetadata, name: string, expected: Long | null): void {
  const actual = metadata.refs?.[name]?.['snapshot-id'] ?? null;
  if (actual === expected) return;
  if (expected === null) {
    throw new IcebergConflict(`Requirement failed: the branch or tag ${name} was created concurrently`);
  }
  if (actual === null) {
    throw new IcebergConflict(
      `Requirement failed: the branch or tag ${name} is missing, expected ${expected}`
    );
  }
  throw new IcebergConflict(
    `Requirement failed: the branch or tag ${name} has changed: expected id ${expected} != ${actual}`
  );
}

function same(what: string, actual: string | number, expected: string | number): void {
  if (actual === expected) return;
  throw new IcebergConflict(`Requirement failed: the ${what} changed: expected ${expected} != ${actual}`);
}
