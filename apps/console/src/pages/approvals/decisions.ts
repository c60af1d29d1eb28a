/** Decisions on approvals, as the history has them. */
import type { TrackId } from '../../generated/enums.ts';
import type { Decision } from './decisionsDocument.ts';
import type { DecisionKind } from './approvalsSearch.ts';

/** The kind of entry of each. */
export const DECISION_KINDS = {
  approved: 'approvalGranted',
  refused: 'approvalRefused',
  withdrawn: 'approvalWithdrawn',
} as const satisfies Record<DecisionKind, string>;

const KINDS = Object.entries(DECISION_KINDS) as [DecisionKind, string][];

/** The kinds of entries to read; of every decision where none is chosen. */
export const kindsOf = (decision: DecisionKind | undefined): string[] =>
  decision ? [DECISION_KINDS[decision]] : Object.values(DECISION_KINDS);

export interface DecisionRow {
  id: string;
  at: string;
  by: string;
  decision: DecisionKind;
  track: TrackId;
  /** The comment, or why it was refused or withdrawn. */
  text: string | null;
  /** Since when, and why, what was approved can't be used any more; null where it stands. */
  voided: { at: string | null; reason: string | null } | null;
  organization: { id: string; name: string };
  runId: string;
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

/** Of an approval that the track still has: a later request has a decision of its own. */
function voidedOf(run: NonNullable<Decision['run']>, track: TrackId, decidedAt: string) {
  const approval = run.tracks.find(({ id }) => id === track)?.approval;
  if (!approval?.decidedAt || Date.parse(approval.decidedAt) !== Date.parse(decidedAt)) return null;
  const isOver = approval.status === 'VOID' || approval.status === 'EXPIRED';
  return isOver ? { at: approval.voidedAt, reason: approval.reason } : null;
}

/** Null for what is no decision on a run. */
export function decisionOf({ id, at, actor, kind, data, organization, run }: Decision) {
  const decision = KINDS.find(([, name]) => name === kind)?.[0];
  if (!decision || !organization || !run || typeof data !== 'object' || data === null) return null;
  const { track, comment, reason } = data as Record<string, unknown>;
  if (track !== 'AEP' && track !== 'CJA') return null;
  const text = textOf(comment) ?? textOf(reason);
  return {
    id,
    at,
    by: actor,
    decision,
    track,
    text,
    voided: decision === 'approved' ? voidedOf(run, track, at) : null,
    organization,
    runId: run.id,
  } satisfies DecisionRow;
}
