/** Which migrations a database has, and which of a program's are missing there. */
import { StartError } from '@keyway/config';
import type pg from 'pg';
import type { Migration } from './readMigrations.ts';
import { VERSION } from './version.ts';

/** A migration that a database has, and which version applied it; null: one that did not say so. */
export interface AppliedMigration {
  name: string;
  checksum: string;
  version: string | null;
  at: Date;
}

/** Nothing is written, so that a login which may not migrate can ask too. */
export async function appliedTo(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  );
  if (!rows[0]!.there) return [];
  const applied = await client.query<AppliedMigration>(
    `select migration_name as name, checksum, substring(logs from '^Keyway (.+)$') as version, finished_at as at
     from _prisma_migrations where finished_at is not null and rolled_back_at is null order by 1`,
  );
  return applied.rows;
}

/**
 * Where nothing is missing nothing is written, so that a login which may not migrate can ask too.
 * @throws StartError where the database knows one that this program does not (it is newer)
 * @throws where an applied migration was changed since
 */
export async function missingMigrations(
  client: pg.ClientBase,
  wanted: readonly Migration[],
): Promise<Migration[]> {
  const applied = await appliedTo(client);
  const [newer] = newerOf(applied, wanted);
  if (newer) throw new StartError(newerText(newer, wanted), { final: true });
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of wanted) {
    if (checksums.has(name) && checksums.get(name) !== checksum)
      throw new Error(`Migration ${name} was changed after it was applied.`);
  }
  return wanted.filter(({ name }) => !checksums.has(name));
}

/** Those of a database that this program does not know: a newer version applied them. */
export const newerOf = (
  applied: readonly AppliedMigration[],
  wanted: readonly Migration[],
): AppliedMigration[] =>
  applied.filter(({ name }) => !wanted.some((migration) => migration.name === name));

function newerText({ name, version }: AppliedMigration, wanted: readonly Migration[]): string {
  const by = version === null ? '' : ` by version ${version}`;
  return (
    `The database is newer than this program: migration ${name} was applied${by}, and version ${VERSION} knows those up to ${wanted.at(-1)?.name ?? 'none'}. ` +
    `Start ${version === null ? 'the version that applied it' : `version ${version}`} or a later one, or restore the backup from before that upgrade (docs/operations/upgrades.md).`
  );
}
