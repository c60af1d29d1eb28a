/**
 * Two commands on a fresh clone must not install over each other: the second waits for the first.
 */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, stateOf } from './processIdentity.mjs';

/** The locks that this process's parents hold while it works for them. */
const HELD = 'KEYWAY_HELD_LOCKS';
const held = () => (process.env[HELD] ?? '').split(delimiter).filter(Boolean);

/**
 * Runs `work` while holding `lockFile`, which names this process. A lock whose process is gone is
 * taken over; one that a parent of this process holds is this process's too, since the parent waits
 * for it.
 * @param {string} lockFile
 * @param {(line: string) => void} say
 * @param {() => void} work
 */
export async function onlyOneAtATime(lockFile, say, work) {
  const inherited = held();
  if (inherited.includes(lockFile)) return work();
  mkdirSync(dirname(lockFile), { recursive: true });
  for (let reported = false; !take(lockFile); reported = true) {
    if (!reported) say('Another command is preparing this folder; waiting for it …');
    await sleep(200);
  }
  process.env[HELD] = [...inherited, lockFile].join(delimiter);
  try {
    work();
  } finally {
    process.env[HELD] = inherited.join(delimiter);
    rmSync(lockFile, { force: true });
  }
}

/** @param {string} lockFile */
function take(lockFile) {
  // Written beside it and then linked, so that nobody ever reads half a lock.
  const own = `${lockFile}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identify(process.pid)));
  try {
    linkSync(own, lockFile);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  if (isAbandoned(readIfThere(lockFile))) rmSync(lockFile, { force: true });
  return false;
}

/** Whether its holder has ended. @param {string} text */
function isAbandoned(text) {
  try {
    return stateOf(JSON.parse(text)) !== 'runs';
  } catch {
    return true;
  }
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
