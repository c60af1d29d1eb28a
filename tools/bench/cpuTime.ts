/** How much of the processors a process has used, as the system counts it. */
import { readFileSync } from 'node:fs';

/** Ticks a second; the same on every Linux. */
const TICKS = 100;

/** Milliseconds in the program and for it in the system; NaN where the system does not say. */
export function cpuMilliseconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
  } catch {
    return Number.NaN;
  }
}
