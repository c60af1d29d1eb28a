/**
 * How much memory a process holds, as the system sees it (resident set), while something else goes
 * on.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EVERY_MILLISECONDS = 250;

/** Megabytes (10^6 bytes); undefined where the process is gone. */
export function residentMegabytes(pid: number): number | undefined {
  try {
    const kilobytes =
      process.platform === 'linux'
        ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return kilobytes === undefined ? undefined : (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return undefined;
  }
}

/** Samples until `stop`, which answers all samples in order. */
export function watchMemory(pid: number): { stop: () => number[] } {
  const samples: number[] = [];
  const sample = (): void => {
    const now = residentMegabytes(pid);
    if (now !== undefined) samples.push(now);
  };
  const timer = setInterval(sample, EVERY_MILLISECONDS);
  return { stop: () => (clearInterval(timer), sample(), samples) };
}
