/** Two commands on a fresh clone must not install over each other: the second waits for the first. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while holding `lockFile`, which names this process. A lock whose process is gone is taken over.
 * @param {string} lockFile
 * @param {(line: string) => void} say
 * @param {() => void} work
 */
export async function onlyOneAtATime(lockFile, say, work) {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (let told = false; !take(lockFile); told = true) {
    if (!told) say('Another command is preparing this folder; waiting for it …');
    await sleep(200);
  }
  try {
    work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** @param {string} lockFile */
function take(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const holder = Number(readIfThere(lockFile));
  if (holder > 0 && !isAlive(holder)) rmSync(lockFile, { force: true });
  return false;
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
