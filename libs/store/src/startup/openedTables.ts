/**
 * Released migrations that change rows without opening their tables first. An owner of the tables
 * that is neither a superuser nor inherits a role sees none of these rows.
 */
import type { Migration } from './readMigrations.ts';

/** Their files can't change, since databases keep the hash. All of these force their policies. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  '0004_limited_viewers': ['session'],
  '0005_counted_standing': ['run', 'run_step'],
  '0025_smaller_writes': ['run'],
  // Checks its new foreign key after it shut the table that the key points to.
  '0027_search_terms': ['organization'],
  '0035_people': ['organization'],
};

/** The tables that are opened around a migration, which its own file leaves shut. */
export const openedFor = (name: string): readonly string[] => OPENED[name] ?? [];

/** What is run for a migration, in its one transaction. */
export function statementsFor({ name, sql }: Pick<Migration, 'name' | 'sql'>): string {
  const tables = openedFor(name);
  const force = (table: string): string => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;\n`;
  const open = tables.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;\n`);
  const own = tables.reduce((text, table) => text.replaceAll(force(table), ''), sql);
  return [...open, own, '\n', ...tables.map(force)].join('');
}
