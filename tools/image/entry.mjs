/**
 * Runs in the image what its first argument names. It imports the program instead of starting it,
 * so that the container has one process.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OPERATE = ['migrate', 'move', 'rebuild', 'restored', 'rotate-evidence-key', 'show-run'];
const HELP = `Name what to run:
  api                  serves the API and the console on PORT
  worker               runs effects and polls
  migrate              brings the database to this version, and ends
  move STEP            moves the database to another server (--begin, --complete, --cancel)
  rebuild              writes again what lists read of every run
  restored             says that the database comes from a backup
  rotate-evidence-key  lets another key sign evidence and checkpoints
  show-run ID          prints a run's state as JSON
  keyway …             the command line
  probe api|worker     ends with 0 where the process of this container can work

The configuration is read from the environment; docs/operations/configuration.md lists it.
`;

const COMMAND_LINE = 'file:///app/apps/cli/dist/keyway.mjs';
/** The worker has no port: its event loop writes the time to this file. */
const HEARTBEAT = join(tmpdir(), 'keyway-worker.heartbeat');
const BEAT_MILLISECONDS = 10_000;
const MAX_AGE_MILLISECONDS = 60_000;
const PROBE_MILLISECONDS = 8000;

// The first process of a container gets no signal that it does not listen to, and programs listen
// only once they have started: one that waits for the database would be killed at last.
for (const [signal, code] of /** @type {const} */ ([
  ['SIGTERM', 143],
  ['SIGINT', 130],
]))
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(code);
  });

const [role = '', ...rest] = process.argv.slice(2);
process.argv.splice(2, 1);

if (role === 'api' || role === 'worker') {
  checkDatabase();
  if (role === 'worker') beat();
  await import(here(`${role}.js`));
} else if (OPERATE.includes(role)) {
  checkDatabase();
  process.argv.splice(2, 0, role);
  await import(here('operate.js'));
} else if (role === 'keyway') {
  await import(COMMAND_LINE);
} else if (role === 'probe') {
  process.exit((await probe(rest[0])) ? 0 : 1);
} else {
  const isHelp = ['--help', '-h', 'help'].includes(role);
  (isHelp ? process.stdout : process.stderr).write(HELP);
  process.exitCode = isHelp ? 0 : 64; // EX_USAGE
}

/** @param {string} name */
function here(name) {
  return new URL(`./${name}`, import.meta.url).href;
}

function checkDatabase() {
  if (isSet('DATABASE_URL')) return;
  process.stderr.write(
    'DATABASE_URL is required: the image has no database of its own. Example: DATABASE_URL_FILE=/run/secrets/database_url\n',
  );
  process.exit(78); // EX_CONFIG: a restart won't help
}

/** @param {string} name */
function isSet(name) {
  return Boolean(process.env[name]?.trim() || process.env[`${name}_FILE`]?.trim());
}

/** @param {string} name */
function setting(name) {
  const path = process.env[`${name}_FILE`]?.trim();
  return (process.env[name]?.trim() || (path && readFileSync(path, 'utf8')) || '').trim();
}

function beat() {
  const write = () => {
    try {
      writeFileSync(HEARTBEAT, String(Date.now()));
    } catch (error) {
      // A full disk is no reason to end; the probe says so.
      process.stderr.write(`The heartbeat cannot be written: ${String(error)}\n`);
    }
  };
  write();
  setInterval(write, BEAT_MILLISECONDS).unref();
}

/** @param {string | undefined} what */
async function probe(what) {
  if (what === 'worker') return Date.now() - lastBeat() < MAX_AGE_MILLISECONDS;
  const port = setting('PORT') || '4000';
  // The certificate is for the name that people open, not for this machine.
  const [client, options] = isSet('KEYWAY_TLS_CERT')
    ? [https, { rejectUnauthorized: false }]
    : [http, {}];
  return new Promise((resolve) => {
    const request = client.get({ host: '127.0.0.1', port, path: '/readyz', ...options });
    request.on('response', ({ statusCode }) => resolve(statusCode === 200));
    request.on('error', () => resolve(false));
    request.setTimeout(PROBE_MILLISECONDS, () => request.destroy());
  });
}

function lastBeat() {
  try {
    return Number(readFileSync(HEARTBEAT, 'utf8'));
  } catch {
    return 0;
  }
}
