/** A run as its row keeps it: the state itself and what lists and counts need of it, derived here and nowhere else. */
import {
  keyOf,
  runStatus,
  upcastRun,
  waitingOn,
  TRACK_IDS,
  type Actor,
  type Run,
  type RunStatus,
  type StepId,
  type TrackId,
} from '@keyway/core';
import type { StoredRun } from './store.ts';

export interface RunRow {
  id: string;
  partner_id: string;
  organization_id: string;
  state: unknown;
}

/** The columns of `run` under an alias that `storedRun` needs. */
export const runColumns = (alias: string): string => `${alias}.id, ${alias}.partner_id, ${alias}.organization_id, ${alias}.state`;

export function storedRun(row: RunRow): StoredRun {
  return describeRun(upcastRun(row.state), row.partner_id, row.organization_id);
}

export const describeRun = (run: Run, partnerId: string, organizationId: string): StoredRun => ({
  run,
  partnerId,
  organizationId,
  status: runStatus(run),
  waitingOn: waitingOn(run),
});

export interface Projection {
  status: RunStatus;
  waitingOn: Actor[];
  /** Lower case; what `text` filters and search find a run by. */
  searchText: string;
  vaultUris: string[];
}

export function projectionOf(run: Run): Projection {
  const words = TRACK_IDS.flatMap((track) => {
    const { key, ticket, submission } = run.tracks[track];
    return [key?.identifier, ticket?.caseNumber, submission?.externalId];
  });
  const vaultUris = TRACK_IDS.flatMap((track) => keyOf(run, track)?.vaultUri ?? []);
  return { status: runStatus(run), waitingOn: waitingOn(run), searchText: words.filter(Boolean).join('\n').toLowerCase(), vaultUris };
}

export interface StepRow {
  track: TrackId;
  step: StepId;
  status: string;
  actor: string;
  since: string;
  cancelled: boolean;
}

function stepRows(run: Run): StepRow[] {
  return TRACK_IDS.flatMap((track) =>
    Object.entries(run.tracks[track].steps).map(([step, state]) => ({
      track,
      step: step as StepId,
      status: state.status,
      actor: state.actor,
      since: state.since,
      cancelled: run.cancelled !== null,
    })),
  );
}

/** The steps whose row differs from what `before` left behind; all of them without `before`. */
export function changedSteps(before: Run | null, after: Run): StepRow[] {
  const rows = stepRows(after);
  if (!before || (before.cancelled === null) !== (after.cancelled === null)) return rows;
  return rows.filter(({ track, step, status, actor, since }) => {
    const old = before.tracks[track].steps[step];
    return !old || old.status !== status || old.actor !== actor || old.since !== since;
  });
}

/** Whether a configuration is on its way or made: from then on there is one of the organization's (run.md, rule 6). */
export function heldSubmission(run: Run | null): string | null {
  const submission = run?.tracks.AEP.submission;
  return submission && (submission.status === 'sending' || submission.status === 'sent') ? submission.id : null;
}
