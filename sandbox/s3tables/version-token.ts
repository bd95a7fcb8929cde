import { randomBytes } from 'node:crypto';
import { conflict } from './refusals.js';
import type { Table } from './state.js';

/** A token that no table had before. */
export function newVersionToken(): string {
  return randomBytes(10).toString('hex');
}

/** Throws ConflictException when a token is given and is not the table's. */
export function checkVersionToken(table: Table, given: string | undefined): void {
  if (given === undefined || given === table.versionToken) return;
  throw conflict('Provided version token does not match the table version token.');
}

/** Marks a table as changed by that account: a new token, a new time. */
export function touch(table: Table, accountId: string): void {
  table.versionToken = newVersionToken();
  table.modifiedAt = new Date();
  table.modifiedBy = accountId;
}
