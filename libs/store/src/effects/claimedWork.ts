/** What claimed effects need before they begin, read in one round trip for all of them. */
import type { Run } from '@keyway/core';
import type { OpenedConnections } from '../connections/connectionRecord.ts';
import { openSealed, SEALED, type SealedRow } from '../connections/sealedConnection.ts';
import type { Database } from '../database/database.ts';
import type { KnownRow } from '../runs/advanceRun.ts';
import { KNOWN_COLUMNS } from '../runs/advanceStatements.ts';
import { runOf, type RunRow } from '../runs/runRow.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { ClaimedEffect } from './claimedEffect.ts';

const RUNS = {
  name: 'claimed_runs',
  text: `select ${KNOWN_COLUMNS}, h.at from run r join chain_head h on h.chain_id = r.organization_id where r.id = any ($1)`,
};

type Found = [runs: KnownRow[], sealed: SealedRow[]];

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
): Promise<{ work: ClaimedWork; runs: KnownRow[] }> {
  const ids = (of: 'runId' | 'organizationId'): string[] => [
    ...new Set(effects.map((effect) => effect[of])),
  ];
  const found = await database.readTogether<Found>([
    { query: RUNS, values: [ids('runId')] },
    { query: SEALED, values: [ids('organizationId')] },
  ]);
  return { work: new ClaimedWork(sealing, found), runs: found[0] };
}
