/**
 * The sandbox as a process: prints one line of JSON with its addresses, logs to standard error, and
 * ends on a signal.
 */
import { ConfigError } from '@keyway/config';
import pino from 'pino';
import { readSettings } from './settings.ts';
import type { SandboxSettings } from './settings.ts';
import { startSandbox } from './startSandbox.ts';

const settings = settingsOrExit();
const log = pino({ name: 'sandbox', level: settings.logLevel }, pino.destination(2));

// Standard output carries one line only; what libraries print for people goes to the log.
console.info = (...parts: unknown[]) => log.debug(parts.join(' '));
console.log = console.info;
console.warn = console.info;

function settingsOrExit(): SandboxSettings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78); // EX_CONFIG: starting again will not help
  }
}

/** Names the setting of a port that is taken. */
function reasonOf({ code, port, message }: NodeJS.ErrnoException & { port?: number }): string {
  if (code !== 'EADDRINUSE') return message;
  const name =
    port === settings.identityPort ? 'KEYWAY_SANDBOX_IDENTITY_PORT' : 'KEYWAY_SANDBOX_PORT';
  return `${name}=${port} is in use by another process. Example: ${name}=0 for any free port.`;
}

const sandbox = await startSandbox({ ...settings, log }).catch((error: Error) => {
  process.stderr.write(`The sandbox cannot start: ${reasonOf(error)}\n`);
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
