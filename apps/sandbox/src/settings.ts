/**
 * The sandbox's settings, read from the environment once. A wrong value stops it with its name, its
 * fault and a right example.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

export interface SandboxSettings {
  host: string;
  /** 0 takes any free port. */
  port: number;
  identityPort: number;
  /** Holds the certificate authority, the secrets and, unless said otherwise, the state. */
  directory: string;
  stateFile: string;
  /** Pino's. */
  logLevel: string;
  scale: number;
  /** Patterns; `*` stands for any port. */
  redirectUris: string[];
}

const REDIRECT_URIS = 'http://localhost:*/auth/callback,http://127.0.0.1:*/auth/callback';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

const isFolder = (place: string): boolean =>
  statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The file that stands where a folder should; undefined where the folder is or can be made. */
function fileOn(directory: string): string | undefined {
  if (existsSync(directory)) return isFolder(directory) ? undefined : directory;
  const above = path.dirname(directory);
  return above === directory ? undefined : fileOn(above);
}

/** @throws Error with one line for each wrong value. */
export function readSettings(environment: Record<string, string | undefined>): SandboxSettings {
  const faults: string[] = [];
  const text = (name: string, fallback: string): string => environment[name]?.trim() || fallback;
  const port = (name: string, fallback: number): number => {
    const value = Number(text(name, String(fallback)));
    if (!Number.isInteger(value) || value < 0 || value > 65_535)
      faults.push(
        `${name} is "${environment[name]}", which is no port from 0 to 65535. Right: ${name}=${fallback}`,
      );
    return value;
  };
  const scale = Number(text('KEYWAY_POLL_SCALE', '1'));
  if (!(scale > 0 && scale <= 1000))
    faults.push(
      `KEYWAY_POLL_SCALE is "${environment.KEYWAY_POLL_SCALE}", which is no number above 0 and up to 1000. Right: KEYWAY_POLL_SCALE=0.01`,
    );
  const redirectUris = text('KEYWAY_SANDBOX_REDIRECT_URIS', REDIRECT_URIS)
    .split(',')
    .map((uri) => uri.trim())
    .filter(Boolean);
  for (const uri of redirectUris) {
    if (!/^https?:\/\/[^\s/]+\/\S*$/.test(uri))
      faults.push(
        `KEYWAY_SANDBOX_REDIRECT_URIS has "${uri}", which is no http address. Right: KEYWAY_SANDBOX_REDIRECT_URIS=${REDIRECT_URIS}`,
      );
  }
  const directory = path.resolve(
    text('KEYWAY_SANDBOX_DIR', path.join(text('DATA_DIR', '.keyway'), 'sandbox')),
  );
  const stateFile = path.resolve(text('KEYWAY_SANDBOX_STATE', path.join(directory, 'state.jsonl')));
  const file = fileOn(directory);
  if (file)
    faults.push(
      `KEYWAY_SANDBOX_DIR is "${directory}", but ${file} is a file. Right: KEYWAY_SANDBOX_DIR=.keyway/sandbox`,
    );
  if (isFolder(stateFile))
    faults.push(
      `KEYWAY_SANDBOX_STATE is "${stateFile}", which is a folder. Right: KEYWAY_SANDBOX_STATE=.keyway/sandbox/state.jsonl`,
    );
  const logLevel = text('LOG_LEVEL', 'info');
  if (!LOG_LEVELS.includes(logLevel))
    faults.push(
      `LOG_LEVEL is "${logLevel}", none of ${LOG_LEVELS.join(', ')}. Right: LOG_LEVEL=info`,
    );
  const settings = {
    host: text('KEYWAY_SANDBOX_HOST', '127.0.0.1'),
    port: port('KEYWAY_SANDBOX_PORT', 8443),
    identityPort: port('KEYWAY_SANDBOX_IDENTITY_PORT', 8444),
    directory,
    stateFile,
    logLevel,
    scale,
    redirectUris,
  };
  if (faults.length) throw new Error(faults.join('\n'));
  return settings;
}
