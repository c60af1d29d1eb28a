/**
 * The data of a history entry: that of its event, and for facts also the results of the checks, so
 * that each entry can be understood alone.
 */
import type { CheckResult } from './check.ts';
import { globalId } from './globalId.ts';
import type { RunEvent, RunEventOf } from './event.ts';
import type { StepFacts } from './facts.ts';
import { lastBlockedOf } from './lastBlocked.ts';
import { loosens } from './policy.ts';
import type { Run, RunDraft } from './run.ts';
import { affectedApprovals } from './affectedApprovals.ts';
import { applyReread } from './transitions/reread.ts';
import type { TrackId, Verdict } from './vocabulary.ts';

/** A check's result in an entry; its text follows from the code. */
export interface EntryCheck {
  check: string;
  verdict: Verdict;
  outcome: string;
  /** Somebody accepted it. */
  accepted?: true;
}

const entryCheck = ({ check, verdict, outcome, override }: CheckResult): EntryCheck => ({
  ...{ check, verdict, outcome },
  ...(override && { accepted: true }),
});

function checksAfter(run: RunDraft, track: TrackId, facts: readonly StepFacts[]): EntryCheck[] {
  return facts.flatMap(({ step }) => (run.tracks[track].steps[step]?.checks ?? []).map(entryCheck));
}

/** Of an observation that came too late for the step, what blocked and is kept of it. */
function checksSeen(
  { at, data: { track, facts } }: RunEventOf<'factsObserved'>,
  run: Run,
): EntryCheck[] {
  const { steps, lastBlocked = [] } = run.tracks[track];
  const kept = lastBlocked.find((reading) => reading.step === facts.step && reading.at === at);
  const isApplied = steps[facts.step]?.checks.some(({ checkedAt }) => checkedAt === at);
  return kept && !isApplied
    ? kept.checks.filter(({ checkedAt }) => checkedAt === at).map(entryCheck)
    : checksAfter(run, track, [facts]);
}

/** So that the entry alone says in spite of what a person attested. */
function blockedBefore({ track, step }: RunEventOf<'stepAttested'>['data'], run: Run) {
  const blocked = lastBlockedOf(run, track, step);
  return blocked && { lastBlocked: { at: blocked.at, checks: blocked.checks } };
}

/**
 * The event's data; for observations with the results of their checks, for approvals with the hash
 * of the evidence, for a send with its body, for an accepted configuration with the number of
 * sends, for a policy with whether it is loosened, and what that did to approvals, for an
 * attestation with what was last seen BLOCKED.
 * @param run after the event
 * @param before before it; null: the event started the run
 */
export function entryData(event: RunEvent, run: Run, before: Run | null): object {
  if (event.kind === 'factsObserved') return { ...event.data, checks: checksSeen(event, run) };
  if (event.kind === 'policyChanged' && before)
    return {
      ...event.data,
      loosened: loosens(before.policy, run.policy),
      approvals: affectedApprovals(before, run, event.at),
    };
  // So that what was approved and the exact bytes that are sent are hashed, and signed before the
  // send.
  if (event.kind === 'approvalRequested' || event.kind === 'approvalGranted')
    return { ...event.data, evidenceHash: run.tracks[event.data.track].approval!.evidenceHash };
  if (event.kind === 'configurationSending')
    return { ...event.data, body: run.tracks.AEP.submission?.body ?? null };
  // Whether the found configuration is the one that was sent.
  if (event.kind === 'configurationAccepted')
    return { ...event.data, sends: run.tracks.AEP.submission?.sends ?? null };
  // What stayed as it was too, so that the entry says who is responsible from then on.
  if (event.kind === 'runAssigned') {
    const { owner, dueAt } = run;
    const named = owner && { ...owner, memberId: globalId('Member', owner.memberId) };
    const { bulkJob } = event.data;
    return { owner: named, dueAt, ...(bulkJob !== undefined && { bulkJob }) };
  }
  if (event.kind === 'commentAdded' && event.data.mentions) {
    const mentions = event.data.mentions.map((id) => globalId('Member', id));
    return { ...event.data, mentions };
  }
  if (event.kind === 'stepAttested') return { ...event.data, ...blockedBefore(event.data, run) };
  if (event.kind !== 'trackReread') return event.data;
  // After the point of no return the facts only explain a failure (AEP-43); the steps stay.
  const { track, purpose, facts } = event.data;
  // The steps stay here too, so that none of them has these facts.
  if (purpose === 'ticketRecorded')
    return { ...event.data, checks: checksAfter(applyReread(run, event), track, facts) };
  if (purpose !== 'diagnosis') return { ...event.data, checks: checksAfter(run, track, facts) };
  const found = run.tracks[track].steps.ACTIVATION?.checks ?? [];
  return {
    ...event.data,
    checks: found.map(entryCheck),
  };
}
