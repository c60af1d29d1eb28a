/** How much of the processors a process has used, as the system counts it. */
import { readFileSync } from 'node:fs';

/** Ticks a second; the same on every Linux. */
const TICKS = 100;

/** Milliseconds in the program and for it in the system; NaN where the system does not say. */
export const cpuMilliseconds = (pid: number): number => sumOf(pid, [11, 12]);

/** As `cpuMilliseconds`, and of its children that have ended, such as connections of PostgreSQL. */
export const withEndedChildren = (pid: number): number => sumOf(pid, [11, 12, 13, 14]);

function sumOf(pid: number, indexes: readonly number[]): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (indexes.reduce((sum, index) => sum + Number(fields[index]), 0) / TICKS) * 1000;
  } catch {
    return Number.NaN;
  }
}
