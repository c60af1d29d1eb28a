/**
 * A proxy before PostgreSQL that withholds answers to COMMIT, or to writes sent as one: the
 * transaction is committed, and the client gets no answer (`cut`) or a late one (`late`).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgresProxy } from './postgresProxy.ts';

export type CommitFault = { kind: 'cut' } | { kind: 'late'; seconds: number } | null;

export interface CommitProxy {
  /** The address to use in place of the database's. */
  url: string;
  /** How many answers were kept back. */
  faults(): number;
  close(): Promise<void>;
}

/** @param url of the database, on a host and port @param faultOf asked at each commit */
export async function startCommitProxy(
  url: string,
  faultOf: () => CommitFault,
): Promise<CommitProxy> {
  let faults = 0;
  const { through, close } = await startPostgresProxy(url, async ({ isCommit }, when) => {
    const fault = isCommit && when === 'after' ? faultOf() : null;
    if (!fault) return 'pass';
    faults += 1;
    if (fault.kind === 'cut') return 'cut';
    await sleep(fault.seconds * 1000);
    return 'pass';
  });
  return { url: through(url), faults: () => faults, close };
}
