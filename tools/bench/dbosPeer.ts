/** DBOS beside the product: on its PostgreSQL, in one process. */
import { startProgram, type StartEngine } from './enginePeer.ts';

const DATABASE = 'bench_dbos';

export const startDbos: StartEngine = async (scene, environment = {}) => {
  const { database, databaseUrl } = scene;
  const { rowCount } = await database.query('select from pg_database where datname = $1', [
    DATABASE,
  ]);
  if (rowCount === 0) await database.query(`create database ${DATABASE}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${DATABASE}`;
  return startProgram('dbosRuns.ts', scene, { DBOS_DATABASE_URL: url.href, ...environment });
};
