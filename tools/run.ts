/**
 * `npm run api|worker|sandbox|…`: one program each. Api and worker join a running `npm start` on
 * the same data folder, with its database, sandbox and poll scale; the environment has precedence.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withSettingFiles } from '@keyway/config';
import { openDatabase } from '@keyway/postgres';
import { programFile } from './bundle/bundles.ts';
import { programs, type Program } from './run/programs.ts';
import { runProgram } from './run/runProgram.ts';
import { nodeArguments, serviceArguments, serviceEnvironment } from './start/nodeArguments.ts';
import { RunFolder, supervisorName } from './start/runFolder.ts';
import { dataFolder } from './start/settings.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const [name = '', ...args] = process.argv.slice(2);
const program = programs[name];
if (!program) {
  process.stderr.write(
    `Run what? "${name}" is none of ${Object.keys(programs).join(', ')}. For example: npm run api\n`,
  );
  process.exit(1);
}
try {
  process.exit(await run(program));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

async function run({ file: source, bundle, database, service }: Program): Promise<number> {
  const file = bundle ? programFile(bundle) : source;
  const node = service ? serviceArguments : nodeArguments;
  const started = service ? serviceEnvironment : (environment: NodeJS.ProcessEnv) => environment;
  if (!database) return runProgram(join(root, file), args, started(process.env), node);
  const own = withSettingFiles(process.env);
  const dataDir = dataFolder(own, root);
  const opened = await openDatabase({
    databaseUrl: own.DATABASE_URL || undefined,
    migrationUrl: own.DATABASE_MIGRATION_URL || undefined,
    dataDir,
  });
  try {
    const places = {
      DATA_DIR: dataDir,
      DATABASE_URL: opened.url,
      DATABASE_MIGRATION_URL: opened.migrationUrl,
    };
    const environment = { ...joined(dataDir), ...own, ...places };
    return await runProgram(join(root, file), args, started(environment), node);
  } finally {
    await opened.close();
  }
}

/** What a running `npm start` on this data folder runs its parts with; empty where none runs. */
function joined(dataDir: string): Record<string, string> {
  if (!new RunFolder(dataDir).alive(supervisorName)) return {};
  try {
    const environment = JSON.parse(
      readFileSync(join(dataDir, 'run', 'environment.json'), 'utf8'),
    ) as Record<string, string>;
    process.stderr.write(`Joining the Keyway that runs on ${dataDir}.\n`);
    return environment;
  } catch {
    return {}; // It is still starting and has not written it yet.
  }
}
