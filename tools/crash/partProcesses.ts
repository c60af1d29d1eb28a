/**
 * The processes of a part, to end or to stop them. PostgreSQL is its postmaster and a process a
 * connection: stopped are all, killed the first.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { PartName, Product } from '../product/startProduct.ts';

/** Only where `/proc` is. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    try {
      const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // `pid (name) state parent …`; a name may hold anything.
      const [, owner] = status.slice(status.lastIndexOf(')') + 2).split(' ');
      return Number(owner) === parent ? [pid] : [];
    } catch {
      return []; // It ended meanwhile.
    }
  });
}

/** False where it ended meanwhile. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** PostgreSQL's postmaster and its processes. */
export const pidsOfTree = (pid: number): number[] => [pid, ...childrenOf(pid)];

/** The first is the part itself; none while it is down. */
export function pidsOf(product: Product, part: PartName): number[] {
  const pid = product.pid(part);
  if (pid === undefined) return [];
  return part === 'database' ? pidsOfTree(pid) : [pid];
}

/** Whether there was anything to kill. */
export function kill(product: Product, part: PartName): boolean {
  const pid = product.pid(part);
  return pid !== undefined && signal(pid, 'SIGKILL');
}

/** The last first: a postmaster continues when all of its children do. */
export const resume = (pids: readonly number[]): void => {
  for (const pid of pids.toReversed()) signal(pid, 'SIGCONT');
};

/** Stops processes for so long, the first one first, so that it makes no further ones meanwhile. */
export async function stall(pids: readonly number[], seconds: number): Promise<void> {
  for (const pid of pids) signal(pid, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  resume(pids);
}
