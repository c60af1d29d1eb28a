/**
 * The migrations that only build indexes, outside of a transaction, and how far these indexes are.
 */
import type pg from 'pg';
import type { Migration } from './readMigrations.ts';

const CONCURRENTLY = /^CREATE\s+(UNIQUE\s+)?INDEX\s+CONCURRENTLY\b/i;

export interface ConcurrentIndex {
  name: string;
  table: string;
  statement: string;
}

/**
 * The indexes of a migration that consists of `CREATE INDEX CONCURRENTLY` alone; null for others.
 * @throws where it has anything else, which needs the transaction that PostgreSQL refuses here
 */
export function concurrentIndexes({ name, sql }: Migration): ConcurrentIndex[] | null {
  const statements = sql
    .replaceAll(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  if (!statements.some((statement) => CONCURRENTLY.test(statement))) return null;
  return statements.map((statement) => {
    const [, index, table] =
      /^CREATE INDEX CONCURRENTLY ([a-z_\d]{1,50}) ON ([a-z_\d]+)\b/.exec(statement) ?? [];
    if (!index || !table)
      throw new Error(
        `Migration ${name}: beside CREATE INDEX CONCURRENTLY <name> ON <table>, with names of at most 50 letters, it may have nothing else.`,
      );
    return { name: index, table, statement };
  });
}

/** Of an index, in the database. */
type State = 'missing' | 'unfinished' | 'built';

/** An index that was interrupted stays, costs writes, and is used by no query. */
export async function stateOf(client: pg.ClientBase, { name }: ConcurrentIndex): Promise<State> {
  const { rows } = await client.query<{ valid: boolean }>(
    'select indisvalid as valid from pg_index where indexrelid = to_regclass($1)',
    [name],
  );
  if (!rows[0]) return 'missing';
  return rows[0].valid ? 'built' : 'unfinished';
}

export async function areBuilt(
  client: pg.ClientBase,
  indexes: readonly ConcurrentIndex[],
): Promise<boolean> {
  for (const index of indexes) if ((await stateOf(client, index)) !== 'built') return false;
  return true;
}
