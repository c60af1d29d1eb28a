/**
 * Reads every fact again after CJA's ticket was recorded, because a person opens it at Adobe
 * (docs/reference/run.md, rule 6). A failing check becomes an anomaly and changes no step (ST-08).
 */
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { withTrack } from '../change.ts';
import type { CheckResult } from '../check.ts';
import { planSteps } from '../plans/planFor.ts';
import type { Run, RunDraft } from '../run.ts';
import { canObserve, isObservedStep } from '../stepStatus.ts';
import type { StepId } from '../vocabulary.ts';
import { withAnomaly } from './anomaly.ts';
import { applyReread, rereadEffect } from './reread.ts';

/** The run that asks for the reading; as it was where nothing can be read. */
export function requestTicketReread(run: RunDraft): RunDraft {
  const isReadable = planSteps(run, 'CJA').some(
    ({ id }) =>
      isObservedStep(id) && !run.tracks.CJA.steps[id]?.attestation && canObserve(run, 'CJA', id),
  );
  return isReadable ? withTrack(run, 'CJA', { ticketReread: 'asked' }) : run;
}

/** Waited for and possible; without a credential it waits for the next one. */
export const isTicketRereadDue = ({ tracks, connections }: RunDraft): boolean =>
  tracks.CJA.ticketReread === 'asked' && connections.azure !== null;

export const effectsAfterTicket = (run: RunDraft): Effect[] =>
  isTicketRereadDue(run) ? [rereadEffect('CJA', 'ticketRecorded', 0, {})] : [];

const blocksIn = (run: RunDraft, step: StepId): CheckResult[] =>
  run.tracks.CJA.steps[step]?.checks.filter(
    ({ verdict, override }) => verdict === 'BLOCK' && !override,
  ) ?? [];

export function rereadAfterTicket(run: Run, event: RunEventOf<'trackReread'>): RunDraft {
  const seen = applyReread(run, event);
  const found = event.data.facts.flatMap(({ step }) => blocksIn(seen, step));
  const next = withTrack(run, 'CJA', { ticketReread: 'done' });
  if (found.length === 0) return next;
  const checks = found.map(({ check, outcome, values }) => ({
    check,
    outcome,
    ...(values ? { values } : {}),
  }));
  const anomaly = { code: 'blockedAfterTicket', values: {}, checks } as const;
  return withAnomaly(next, 'TICKET', anomaly, event.at);
}
