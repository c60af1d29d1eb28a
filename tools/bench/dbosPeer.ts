/** DBOS beside the product: on its PostgreSQL, in one process. */
import type { Pool } from 'pg';
import { sandboxOf, startProgram, type EnginePeer, type StartEngine } from './enginePeer.ts';

export const startDbos: StartEngine = (scene, environment = {}) =>
  startDbosOn(scene.database, scene.databaseUrl, { ...sandboxOf(scene), ...environment });

/** Its runs wait in its queue until a process takes them, as runs of the product do. */
export const startQueuedDbos: StartEngine = (scene, environment = {}) =>
  startDbosOn(
    scene.database,
    scene.databaseUrl,
    { ...sandboxOf(scene), DBOS_QUEUE: 'runs', ...environment },
    'bench_dbos_queue',
  );

/** `databaseUrl`: of a role that may create databases. */
export async function startDbosOn(
  database: Pool,
  databaseUrl: string,
  environment: Record<string, string> = {},
  name = 'bench_dbos',
): Promise<EnginePeer> {
  const { rowCount } = await database.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await database.query(`create database ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return startProgram('dbosRuns.ts', { DBOS_DATABASE_URL: url.href, ...environment });
}
