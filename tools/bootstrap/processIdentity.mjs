/**
 * Identifies a recorded process by more than its number, because numbers are reused: within a boot,
 * after a restart, and at every start of a container.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * @typedef {object} ProcessIdentity
 * @property {number} pid
 * @property {string} [startedAt] as the system counts it; a later process with the same number has
 *   another one
 * @property {string} [boot] the boot in which the number counts
 * @property {string} [namespace] the process namespace in which the number counts
 * @property {string} [host]
 */

/**
 * @typedef {'runs' | 'gone' | 'elsewhere'} ProcessState `elsewhere`: in another namespace or on
 *   another machine; the number says nothing here.
 */

/**
 * @template T
 * @param {() => T} read
 * @returns {T | undefined}
 */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function startOf(pid) {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux')
    return attempt(() =>
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim(),
    );
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  if (stat === undefined) return undefined;
  // The second field is a name in parentheses that may hold anything. A zombie has ended.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

const surroundings = () => ({
  boot: attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  namespace: attempt(() => readlinkSync('/proc/self/ns/pid')),
  host: hostname(),
});

/**
 * @param {number} pid
 * @returns {ProcessIdentity}
 */
export const identify = (pid) => ({ pid, startedAt: startOf(pid), ...surroundings() });

/**
 * @param {ProcessIdentity} recorded
 * @returns {ProcessState}
 */
export function stateOf(recorded) {
  const here = surroundings();
  if (recorded.boot !== here.boot) return recorded.host === here.host ? 'gone' : 'elsewhere';
  if (recorded.namespace !== here.namespace) return 'elsewhere';
  return recorded.startedAt !== undefined && startOf(recorded.pid) === recorded.startedAt
    ? 'runs'
    : 'gone';
}
