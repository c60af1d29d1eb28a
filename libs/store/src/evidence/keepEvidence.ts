/** Keeps what an approval is for, so that the hash that was approved can be explained later. */
import { canonicalJson, evidenceOf, sha256Hex, type RunEvent } from '@keyway/core';
import type { Query, Transaction } from '../database/database.ts';
import type { StoredRun } from '../runs/runRecord.ts';

const KEEP: Query = {
  name: 'approval_evidence_keep',
  text: `insert into approval_evidence (organization_id, hash, partner_id, evidence, at) values ($1, $2, $3, $4, $5)
    on conflict (organization_id, hash) do nothing`,
};

/** Writes nothing unless the event requests an approval. @param run after the event */
export function keepEvidence(transaction: Transaction, run: StoredRun, event: RunEvent): void {
  if (event.kind !== 'approvalRequested') return;
  const { track } = event.data;
  const approval = run.run.tracks[track].approval;
  const evidence = canonicalJson(evidenceOf(run.run, track));
  const hash = sha256Hex(evidence);
  if (!approval || approval.evidenceHash !== hash) return;
  transaction.write(KEEP, [
    ...[run.organizationId, hash, run.partnerId, evidence, approval.requestedAt],
  ]);
}
