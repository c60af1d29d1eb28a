/** Credentials were stored or removed while the run was open. */
import { UNKNOWN_STEP, jobKeys, withStep, type Outcome } from '../change.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { canDisconnect } from '../guards.ts';
import { isRereading } from '../stepGuards.ts';
import { isFrozen } from '../knowledge.ts';
import type { Connections } from '../organization.ts';
import { planSteps } from '../plans/planFor.ts';
import type { Run, RunDraft } from '../run.ts';
import { observeEffect } from '../settle.ts';
import { canObserve, connectionOf, isObservedStep } from '../stepStatus.ts';
import { TRACK_IDS, type Instant, type TrackId } from '../vocabulary.ts';
import { pollEffect } from './activation.ts';
import { forgetUnconnected } from './forget.ts';
import { assignAgain } from './roleAssignment.ts';
import { abortReread } from './attestedSubmission.ts';
import { withoutSetup } from './setup.ts';
import { effectsAfterTicket } from './ticketReread.ts';

export function connectionsChanged(run: Run, event: RunEventOf<'connectionsChanged'>): Outcome {
  const { connections } = event.data;
  const lost = (['adobe', 'azure', 'aws'] as const).filter(
    (kind) => run.connections[kind] && !connections[kind],
  );
  const refusal = lost.map((kind) => canDisconnect(run, kind)).find((problem) => problem !== null);
  if (refusal) return { refusal };
  const clearJobKeys: string[] = [];
  const effects: Effect[] = [];
  let next: RunDraft = { ...run, connections };
  if (lost.length > 0) {
    const withdrawn = withoutCredential(next, lost);
    next = withdrawn.run;
    clearJobKeys.push(...withdrawn.clearJobKeys);
  }
  for (const track of TRACK_IDS) {
    if (!mayStillSetUp(run, connections)) {
      const ended = withoutSetup(next, track, 'connectionChanged', event.at);
      next = ended.run;
      clearJobKeys.push(...ended.clearJobKeys);
    }
  }
  for (const track of TRACK_IDS)
    next = observeAgain(run.connections, next, track, event.at, effects);
  effects.push(...pollAgain(next, event.at));
  if (!run.connections.azure) effects.push(...effectsAfterTicket(next));
  return { run: next, effects, clearJobKeys };
}

/** A plan was made, and confirmed, for what the connection was. */
function mayStillSetUp(run: Run, { azure }: Connections): boolean {
  const { azure: before } = run.connections;
  return (
    azure?.access === 'WRITE' &&
    azure.tenantId === before?.tenantId &&
    azure.subscriptionId === before.subscriptionId
  );
}

/**
 * Nothing is sent that could not be read again just before, and no check continues with a
 * credential that was withdrawn.
 */
function withoutCredential(
  run: RunDraft,
  lost: readonly (keyof Connections)[],
): { run: RunDraft; clearJobKeys: string[] } {
  const clearJobKeys = lost.includes('adobe') ? [jobKeys.poll] : [];
  let next = run;
  if (isRereading(run, 'AEP')) {
    next = abortReread(next);
    clearJobKeys.push(jobKeys.reread('AEP'));
  }
  if (lost.includes('azure')) clearJobKeys.push(jobKeys.reread('CJA'));
  for (const track of TRACK_IDS) {
    if (isFrozen(next, track)) continue;
    const forgotten = forgetUnconnected(next, track);
    next = forgotten.run;
    clearJobKeys.push(...forgotten.clearJobKeys);
  }
  return { run: next, clearJobKeys };
}

/**
 * New credentials: what was attested without them is now verified, and what could not be read is
 * read again.
 */
function observeAgain(
  before: Connections,
  run: RunDraft,
  track: TrackId,
  now: Instant,
  effects: Effect[],
): RunDraft {
  let next = run;
  if (isFrozen(run, track)) return run;
  for (const { id } of planSteps(run, track)) {
    const state = next.tracks[track].steps[id];
    if (!state || !isObservedStep(id)) continue;
    const kind = connectionOf(next, id);
    if (!next.connections[kind]) continue;
    // What was read before its credential was withdrawn, on a track that was frozen then, is not
    // being checked again.
    const isChecked =
      state.status === 'DONE' && (Boolean(before[kind]) || state.attestation !== null);
    if (state.attestation) next = withStep(next, track, id, UNKNOWN_STEP);
    if (state.status === 'LOCKED' || isChecked || !canObserve(next, track, id)) continue;
    // What is assigned just now is read when that is over.
    const assigning = id === 'ROLE' && next.tracks[track].steps.ROLE?.acting;
    if (!assigning) next = withStep(next, track, id, { observing: true });
    effects.push(assigning ? assignAgain(next, track) : observeEffect(track, id, 0, now, {}));
  }
  return next;
}

/** Polls again where nobody could ask for the status. */
function pollAgain(run: RunDraft, now: Instant): Effect[] {
  const { submission, steps } = run.tracks.AEP;
  const isOpen =
    steps.ACTIVATION && steps.ACTIVATION.status !== 'DONE' && steps.ACTIVATION.status !== 'FAILED';
  if (!run.connections.adobe || submission?.status !== 'sent' || !isOpen) return [];
  return [pollEffect(submission.id, 0, submission.sentAt ?? now, {})];
}
