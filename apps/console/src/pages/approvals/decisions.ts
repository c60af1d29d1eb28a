/** Decisions on approvals, as the history has them. */
import type { TrackId } from '../../generated/enums.ts';
import type { Decision } from './approvalsDocument.ts';
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
  organization: { id: string; name: string };
  runId: string;
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

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
    organization,
    runId: run.id,
  } satisfies DecisionRow;
}
