/**
 * Whether a port can be listened on. Imports nothing from `node_modules`: the first start asks
 * before it installs.
 */
import { createServer } from 'node:net';

/**
 * The code of the error of listening on `port` at `host`, such as `EADDRINUSE`.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
export async function portProblem(host, port) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code ?? error.message),
    );
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/**
 * Why Keyway can't listen there and what to do; undefined where it can.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
export async function takenPort(host, port) {
  const problem = await portProblem(host, port);
  if (!problem) return undefined;
  const why =
    problem === 'EADDRINUSE' ? 'is used by another program' : `cannot be used (${problem})`;
  return `Port ${port} on ${host} ${why}. Start Keyway on another one:\n  npm start -- --port ${port + 10}`;
}

/**
 * Before anything was installed the settings can't be read: what is plain is asked for, and the
 * rest is left to the start itself.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<string | undefined>}
 */
export function takenBeforeInstalling(args, environment) {
  const named = / --port[ =](\d+)(?: |$)/.exec([' ', ...args].join(' '))?.[1] ?? environment.PORT;
  const port = named === undefined ? 4000 : Number(named);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return Promise.resolve(undefined);
  return takenPort(environment.HOST ?? '127.0.0.1', port);
}
