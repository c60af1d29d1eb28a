/**
 * What history keeps of an event: its data, and of what was read also what the checks made of it,
 * so that an entry can be understood alone.
 */
import type { RunEvent } from './event.ts';
import type { StepFacts } from './facts.ts';
import type { Run, RunDraft } from './run.ts';
import { readAgain } from './transitions/submission.ts';
import type { TrackId, Verdict } from './vocabulary.ts';

/** A check's result as an entry keeps it; its words follow from the code. */
export interface EntryCheck {
  check: string;
  verdict: Verdict;
  outcome: string;
}

function checksAfter(run: RunDraft, track: TrackId, facts: readonly StepFacts[]): EntryCheck[] {
  return facts.flatMap(({ step }) =>
    (run.tracks[track].steps[step]?.checks ?? []).map(({ check, verdict, outcome }) => ({
      check,
      verdict,
      outcome,
    })),
  );
}

/**
 * `run`: as the event left it. The event can be read from the entry again: what is added is beside
 * its own data.
 */
export function entryData(event: RunEvent, run: Run): object {
  if (event.kind === 'factsObserved')
    return { ...event.data, checks: checksAfter(run, event.data.track, [event.data.facts]) };
  // Whether what was found is what was sent.
  if (event.kind === 'configurationAccepted')
    return { ...event.data, sends: run.tracks.AEP.submission?.sends ?? null };
  if (event.kind !== 'trackReread') return event.data;
  // After the point of no return the facts are put beside the failure that they may explain
  // (AEP-43), and the steps stay as they were.
  const { track, purpose, facts } = event.data;
  // The steps stay as they were here too, so that what was read is in none of them.
  if (purpose === 'ticketRecorded')
    return { ...event.data, checks: checksAfter(readAgain(run, event), track, facts) };
  if (purpose !== 'diagnosis') return { ...event.data, checks: checksAfter(run, track, facts) };
  const found = run.tracks[track].steps.ACTIVATION?.checks ?? [];
  return {
    ...event.data,
    checks: found.map(({ check, verdict, outcome }) => ({ check, verdict, outcome })),
  };
}
