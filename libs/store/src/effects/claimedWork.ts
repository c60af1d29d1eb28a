/** What claimed effects need before they begin, read in the transaction that claimed them. */
import type { Run } from '@keyway/core';
import type { OpenedConnections } from '../connections/connectionRecord.ts';
import { openSealed, sealedOf, type SealedRow } from '../connections/sealedConnection.ts';
import type { Query } from '../database/database.ts';
import { changedRuns } from '../runs/advanceStatements.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { claimedIds, claimedRows } from './claimStatement.ts';

/**
 * $1 as in `changedRuns`. After the claim, so that what is read is never older than what an effect
 * waited for.
 */
export const CLAIMED_RUNS: Query = {
  name: 'claimed_runs',
  text: changedRuns(claimedRows('runs')),
};
export const CLAIMED_CREDENTIALS: Query = {
  name: 'claimed_credentials',
  text: sealedOf(claimedIds('partners'), claimedIds('organizations')),
};

/** The runs and the credentials of effects that were claimed together. */
export class ClaimedWork {
  private readonly runs: ReadonlyMap<string, () => Run>;
  private readonly sealed: readonly SealedRow[];
  private readonly opened = new Map<string, Promise<OpenedConnections>>();
  private readonly sealing: Sealing;

  /** @param runs each read from its row when it is asked for */
  constructor(
    sealing: Sealing,
    runs: ReadonlyMap<string, () => Run>,
    sealed: readonly SealedRow[],
  ) {
    this.sealing = sealing;
    this.runs = runs;
    this.sealed = sealed;
  }

  /** Null where it was deleted. Throws where this version cannot read it. */
  run(id: string): Run | null {
    return this.runs.get(id)?.() ?? null;
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
