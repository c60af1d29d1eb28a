/** Verifies a stored chain, and that it is what its signed checkpoints say. */
import type { ChainVerification } from '../history/historyRecord.ts';
import { verifyStoredChain } from '../history/historyVerification.ts';
import type { View } from '../tenancy/view.ts';
import type { EvidenceKeys } from './evidenceKeys.ts';
import { verifyCheckpoints, type CheckpointVerification } from './listCheckpoints.ts';

/** `ok`: every entry has its hash, and none contradicts a checkpoint. */
export interface HistoryVerification extends ChainVerification {
  checkpoints: CheckpointVerification;
}

export async function verifyHistory(
  view: View,
  keys: EvidenceKeys,
  organizationId: string | null,
): Promise<HistoryVerification> {
  // First, so that none is signed for entries that were written after the chain was verified.
  const checkpoints = await verifyCheckpoints(view, keys, organizationId);
  const chain = await verifyStoredChain(view, organizationId);
  return {
    ...chain,
    ok: chain.ok && checkpoints.valid,
    brokenAt: chain.brokenAt ?? checkpoints.entry,
    checkpoints,
  };
}
