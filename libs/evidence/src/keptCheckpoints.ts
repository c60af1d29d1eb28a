/** Compares a pack with checkpoints that somebody kept outside, which no database can take back. */
import { readCheckpoint, renews } from './checkpoint.ts';
import type { EvidenceKeyring } from './evidenceKeys.ts';
import type { Manifest } from './manifest.ts';
import type { PackProblems } from './packProblem.ts';
import type { SignedPositions } from './signedPositions.ts';

/** What became of checkpoints that somebody kept. */
export interface KeptReport {
  /** How many were given. */
  count: number;
  /** How many are of this chain, and were compared with it. */
  compared: number;
  /**
   * How many were signed after the pack was made, which therefore can't have them. Only those that
   * sign an entry in the pack are compared.
   */
  later: number;
}

const FILE = 'checkpoints.jsonl';

/**
 * Each kept checkpoint must be in the pack as it is, or renew the one before it, and history must
 * be what it signs. Those of other chains are left out.
 */
export function compareKept(
  kept: readonly string[],
  given: {
    keyring: EvidenceKeyring;
    /** Of the pack, in their order. */
    jws: readonly string[];
    manifest: Manifest;
    positions: SignedPositions;
    problems: PackProblems;
  },
): KeptReport {
  const { keyring, jws, manifest, positions, problems } = given;
  const report: KeptReport = { count: kept.length, compared: 0, later: 0 };
  kept.forEach((one, index) => {
    const by = `kept checkpoint ${index + 1}`;
    const read = readCheckpoint(one, keyring);
    if ('problem' in read) {
      problems.add('keptCheckpoint', `The kept checkpoint is not valid: ${read.problem}.`, {
        ...{ entry: by, found: read.kid },
      });
      return;
    }
    const { checkpoint } = read;
    if (checkpoint.organization !== manifest.organization.id) return;
    if (checkpoint.at > manifest.createdAt) {
      report.later += 1;
      // Not in the pack, yet it may sign an entry that is.
      if (checkpoint.entries <= manifest.chain.end.entries)
        positions.add(checkpoint, by, 'keptCheckpoint', problems);
      return;
    }
    report.compared += 1;
    const own = jws[checkpoint.number - 1] ?? null;
    if (own !== one && !renews(checkpoint, jws[checkpoint.number - 2]))
      problems.add(
        'keptCheckpoint',
        own === null
          ? 'The pack does not have a checkpoint that was kept: it was deleted.'
          : 'The pack has another checkpoint of this number than the one that was kept.',
        { file: FILE, entry: `checkpoint ${checkpoint.number}`, expected: one, found: own },
      );
    positions.add(checkpoint, by, 'keptCheckpoint', problems);
  });
  if (report.count > 0 && report.compared + report.later === 0)
    problems.add('keptCheckpoint', 'None of the kept checkpoints is of this organization.', {
      expected: manifest.organization.id,
    });
  return report;
}
