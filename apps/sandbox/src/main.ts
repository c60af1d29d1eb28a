/**
 * The sandbox as a process: says in one line of JSON where it listens, logs to standard error, and
 * ends cleanly on a signal.
 */
import pino from 'pino';
import { readSettings } from './settings.ts';
import type { SandboxSettings } from './settings.ts';
import { startSandbox } from './startSandbox.ts';

const settings = settingsOrExit();
const log = pino({ name: 'sandbox', level: settings.logLevel }, pino.destination(2));

// Standard output carries one line only; what libraries print for people goes where the log goes.
console.info = (...words: unknown[]) => log.debug(words.join(' '));
console.log = console.info;
console.warn = console.info;

function settingsOrExit(): SandboxSettings {
  try {
    return readSettings(process.env);
  } catch (fault) {
    process.stderr.write(`${(fault as Error).message}\n`);
    process.exit(78); // EX_CONFIG: starting again will not help
  }
}

/** A port that is taken is said by the setting that names it. */
function reasonOf({ code, port, message }: NodeJS.ErrnoException & { port?: number }): string {
  if (code !== 'EADDRINUSE') return message;
  const name =
    port === settings.identityPort ? 'KEYWAY_SANDBOX_IDENTITY_PORT' : 'KEYWAY_SANDBOX_PORT';
  return `${name}=${port} is taken: another process listens there. Right would be another one, or ${name}=0 for any that is free.`;
}

const sandbox = await startSandbox({ ...settings, log }).catch((fault: Error) => {
  process.stderr.write(`The sandbox cannot start: ${reasonOf(fault)}\n`);
  process.exit(1);
});
process.stdout.write(
  `${JSON.stringify({ listening: sandbox.address, ca: sandbox.ca, identity: sandbox.identity })}\n`,
);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
