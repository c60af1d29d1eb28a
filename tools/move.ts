/** `npm run move`: moves the database to another server, so that nothing is lost or asked again. */
import { parseArgs } from 'node:util';
import { ConfigError, readSettings, StartError } from '@keyway/config';
import { beginMove, cancelMove, completeMove, type MoveOptions } from '@keyway/store';

const USAGE = `Name one step:
  npm run move -- --begin     on the present server: closes the database to writes
  npm run move -- --complete  on the new server, after the copy is there: opens it
  npm run move -- --cancel    on the former server, instead: opens it again
docs/operations/backup.md has all commands.
`;
const line = (text: string): void => void process.stdout.write(`${text}\n`);

async function begin(options: MoveOptions): Promise<void> {
  const { isRepeated, closedAt } = await beginMove(options);
  const since = closedAt.toISOString();
  line(
    isRepeated
      ? `The database has been closed since ${since}; nothing was changed.`
      : `The database is closed since ${since}: nothing can be written there any more, and nothing is sent.`,
  );
  line('Next, copy it to the new server, by pg_dump or pg_upgrade (docs/operations/backup.md).');
  line('Then lead DATABASE_URL and DATABASE_MIGRATION_URL to the new server, and run there:');
  line('  npm run move -- --complete');
  line('To stay on this server instead: npm run move -- --cancel');
}

async function complete(options: MoveOptions): Promise<void> {
  const { isRepeated, closedAt } = await completeMove(options);
  if (isRepeated) {
    line('The move is complete; nothing was changed. Start every process.');
    return;
  }
  line(`The database continues here as it was when it was closed, at ${closedAt.toISOString()}.`);
  line('This is right only where nothing was ever run on another copy: never open another one.');
  line('Next, start every process with the new address. The former server stays closed: shut it');
  line('down, and never run `npm run move -- --cancel` there.');
}

async function cancel(options: MoveOptions): Promise<void> {
  const { isRepeated } = await cancelMove(options);
  if (isRepeated) {
    line('The move was canceled before, and the database is open; nothing was changed.');
    return;
  }
  line('The database is open again. Processes that run continue; start the others.');
  line('Configurations are looked up at Adobe for five minutes before any is sent.');
  line('Delete the copy on the new server, and never run `npm run move -- --complete` there.');
}

const STEPS = { begin, complete, cancel };

async function main(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { begin: flag, complete: flag, cancel: flag } });
  const [name, ...others] = (Object.keys(STEPS) as (keyof typeof STEPS)[]).filter(
    (step) => values[step],
  );
  if (!name || others.length > 0) {
    process.stderr.write(USAGE);
    process.exitCode = 1;
    return;
  }
  const { DATABASE_URL: url, DATABASE_MIGRATION_URL: migrationUrl } = process.env;
  if (!url) throw new Error('Run this by `npm run move`.');
  const { dataDir } = readSettings('worker', process.env, { beforeStart: true });
  const report = (message: string): void => void process.stderr.write(`${message}\n`);
  await STEPS[name]({ url, migrationUrl: migrationUrl || url, dataDir, report });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`move: ${(error as Error).message}\n`);
  process.exitCode = error instanceof StartError || error instanceof ConfigError ? 78 : 1;
}
