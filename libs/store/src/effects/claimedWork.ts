/** What claimed effects need before they begin, read in one round trip for all of them. */
import type { Run } from '@keyway/core';
import type { OpenedConnections } from '../connections/connectionRecord.ts';
import { openSealed, readSealed, type SealedRow } from '../connections/sealedConnection.ts';
import { UnknownCommit, type Database } from '../database/database.ts';
import { withRetry } from '../database/retry.ts';
import { runColumns, runOf, type RunRow } from '../runs/runRow.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { ClaimedEffect } from './claimedEffect.ts';

const RUNS = {
  name: 'claimed_runs',
  text: `select ${runColumns('r')} from run r where r.id = any ($1)`,
};

type Found = [runs: RunRow[], sealed: SealedRow[]];

/** As it was after the claim: what is read here is never older than what an effect waited for. */
export class ClaimedWork {
  private readonly rows: ReadonlyMap<string, RunRow>;
  private readonly runs = new Map<string, Run>();
  private readonly sealed: readonly SealedRow[];
  private readonly opened = new Map<string, Promise<OpenedConnections>>();
  private readonly sealing: Sealing;

  constructor(sealing: Sealing, [runs, sealed]: Found) {
    this.sealing = sealing;
    this.rows = new Map(runs.map((row) => [row.id, row]));
    this.sealed = sealed;
  }

  /** Null where it was deleted. Throws where this version cannot read it. */
  run(id: string): Run | null {
    const known = this.runs.get(id);
    const row = this.rows.get(id);
    if (known || !row) return known ?? null;
    const run = runOf(row);
    this.runs.set(id, run);
    return run;
  }

  /** As `SystemStore.connections`; the same objects for all who ask. */
  connections(organizationId: string): Promise<OpenedConnections> {
    const known = this.opened.get(organizationId);
    if (known) return known;
    const rows = this.sealed.filter((row) => row.organizationId === organizationId);
    const opening = openSealed(this.sealing, organizationId, rows);
    this.opened.set(organizationId, opening);
    return opening;
  }
}

export async function readClaimedWork(
  database: Database,
  sealing: Sealing,
  effects: readonly ClaimedEffect[],
): Promise<ClaimedWork> {
  const ids = (of: 'runId' | 'organizationId'): string[] => [
    ...new Set(effects.map((effect) => effect[of])),
  ];
  const read = (): Promise<Found> =>
    database.transaction('system', (transaction) =>
      Promise.all([
        transaction.query<RunRow>(RUNS, [ids('runId')]),
        readSealed(
          { query: (query, values) => transaction.finish(query, values) },
          ids('organizationId'),
        ),
      ]),
    );
  return new ClaimedWork(sealing, await withRetry(read, (error) => error instanceof UnknownCommit));
}
