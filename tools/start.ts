/**
 * `npm start`: database, sandbox, api and worker as separate processes, kept alive until Ctrl-C.
 * Started by tools/start.mjs, which has installed and built what was missing.
 */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { renameSync, writeFileSync } from 'node:fs';
import { ConfigError, withSettingFiles } from '@keyway/config';
import { openDatabase } from '@keyway/postgres';
import { ArgumentError, parseArguments } from './start/parseArguments.ts';
import { RunFolder, supervisorName } from './start/runFolder.ts';
import { readSettings, type Settings } from './start/settings.ts';
import { takenPort } from './start/takenPort.mjs';
import { Supervisor } from './start/supervisor.ts';
import { Terminal } from './start/terminal.ts';
import { welcome } from './start/welcome.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = fileURLToPath(import.meta.url);
/**
 * A second Ctrl-C within this time is the same one, delivered twice (by the terminal and by npm).
 */
const sameSignalMs = 1_000;

try {
  await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}

function messageOf(error: unknown): string {
  if (error instanceof ArgumentError) return error.message;
  if (error instanceof ConfigError)
    return `Keyway cannot start with this configuration:\n${error.message.replace(/^/gm, '  ')}`;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `Keyway cannot start: the disk of its data folder is full (${message}).`;
  return stack ?? String(error);
}

async function main(): Promise<void> {
  const environment = withSettingFiles(process.env);
  const settings = readSettings(parseArguments(process.argv.slice(2)), environment, root);
  const runFolder = new RunFolder(settings.dataDir);
  await refuseSecondStart(runFolder, settings);
  const left = await runFolder.clearLeftovers();
  await refuseTakenPort(settings);

  const terminal = new Terminal(settings.dataDir);
  if (left.length > 0)
    terminal.say(`Ended what an earlier start had left running: ${left.join(', ')}.`);
  const supervisor: Supervisor = new Supervisor({
    root,
    settings,
    environment,
    runFolder,
    terminal,
    openDatabase,
    onHopeless,
  });
  let stopping: Promise<void> | undefined;

  function stop(exitCode: number): void {
    stopping ??= supervisor.stop().then(
      () => end(exitCode),
      (error: unknown) => {
        terminal.say(`Stopping failed: ${(error as Error).message}`);
        end(1);
      },
    );
  }
  function end(exitCode: number): void {
    runFolder.forget(supervisorName);
    if (exitCode === 0) terminal.say('Stopped. Everything is kept in the data folder.');
    process.exit(exitCode);
  }
  function onHopeless(message: string): void {
    if (stopping) return;
    terminal.say(message);
    stop(1);
  }
  listenForTheEnd(terminal, supervisor, stop);

  if (!(await supervisor.start())) return;
  try {
    const file = join(settings.dataDir, 'run', 'environment.json');
    writeFileSync(`${file}.next`, JSON.stringify(joiningEnvironment(supervisor)), { mode: 0o600 });
    // At once: a process that joins may be waiting for it.
    renameSync(`${file}.next`, file);
  } catch (error) {
    terminal.say(
      `\`npm run api\` and \`npm run worker\` cannot join this start: ${(error as Error).message}`,
    );
  }
  await supervisor.loadDemo();
  if (stopping) return;
  terminal.block(welcome(settings, supervisor.sandbox));
  await supervisor.loadDemoHealth();
}

function listenForTheEnd(
  terminal: Terminal,
  supervisor: Supervisor,
  stop: (exitCode: number) => void,
): void {
  let firstAt: number | undefined;
  const onSignal = () => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      terminal.say('Stopping (press Ctrl-C again to hurry) …');
      stop(0);
    } else if (performance.now() - firstAt > sameSignalMs) {
      terminal.say('Stopping at once.');
      supervisor.kill();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  // The command that started this process was killed: its terminal is gone, so this ends too.
  process.once('disconnect', () => stop(0));
  process.channel?.unref();
}

/** What `npm run api` and `npm run worker` take over when they join this start. */
function joiningEnvironment(supervisor: Supervisor): Record<string, string | undefined> {
  const all = supervisor.environment();
  const names = [
    'KEYWAY_CLOUD',
    'KEYWAY_SANDBOX_ADDRESS',
    'KEYWAY_SANDBOX_CA',
    'OIDC_ISSUER',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'KEYWAY_POLL_SCALE',
  ];
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

async function refuseSecondStart(runFolder: RunFolder, settings: Settings): Promise<void> {
  const watching = (): void =>
    void process.stderr.write(
      'An earlier start elsewhere left its record; checking that it has ended …\n',
    );
  const other = await runFolder.claim(program, watching);
  if (!other) return;
  const which =
    other.pid === undefined
      ? ''
      : ` (process ${other.pid}${other.host ? ` on ${other.host}` : ''})`;
  throw new ArgumentError(
    `Keyway already runs on ${settings.dataDir}${which}. Stop it with Ctrl-C, or start beside it on data of its own:\n` +
      `  DATA_DIR=.keyway-2 npm start -- --port ${settings.port + 10}`,
  );
}

async function refuseTakenPort({ host, port }: Settings): Promise<void> {
  const problem = await takenPort(host, port);
  if (problem) throw new ArgumentError(problem);
}
