/** DBOS beside the product: on its PostgreSQL, in one process. */
import type { Pool } from 'pg';
import { sandboxOf, startProgram, type EnginePeer, type StartEngine } from './enginePeer.ts';

const DATABASE = 'bench_dbos';

export const startDbos: StartEngine = (scene, environment = {}) =>
  startDbosOn(scene.database, scene.databaseUrl, { ...sandboxOf(scene), ...environment });

/** `databaseUrl`: of a role that may create databases. */
export async function startDbosOn(
  database: Pool,
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<EnginePeer> {
  const { rowCount } = await database.query('select from pg_database where datname = $1', [
    DATABASE,
  ]);
  if (rowCount === 0) await database.query(`create database ${DATABASE}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${DATABASE}`;
  return startProgram('dbosRuns.ts', { DBOS_DATABASE_URL: url.href, ...environment });
}
