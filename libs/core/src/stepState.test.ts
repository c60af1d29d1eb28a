/** A step cannot have a status that contradicts what is known of it: the compiler proves most. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import { withStep } from './change.ts';
import type { RunDraft } from './run.ts';
import {
  lockedStep,
  settledStep,
  type Attestation,
  type DoneStep,
  type StepDraft,
  type StepFailure,
  type StepState,
  type WaitingStep,
} from './stepState.ts';
import { STEP_STATUSES } from './vocabulary.ts';

const NOW = '2026-11-24T00:00:00.000Z';
const LATER = '2026-11-24T01:00:00.000Z';
const failure: StepFailure = { code: 'refused', values: {}, upstreamMessage: 'no', at: NOW };
const attestation: Attestation = {
  statement: 's',
  reference: null,
  by: { name: 'Omar', origin: 'console' },
  at: NOW,
};
const locked = lockedStep(NOW);

describe('impossible states', () => {
  it('do not compile as a step', () => {
    const steps: StepState[] = [
      // @ts-expect-error a locked step is not observed
      { ...locked, observing: true },
      // @ts-expect-error nor scheduled to be
      { ...locked, nextObservationAt: LATER },
      // @ts-expect-error a done step has no failure
      { ...locked, status: 'DONE', failure },
      // @ts-expect-error a failed step says why
      { ...locked, status: 'FAILED', failure: null, attestation: null },
      // @ts-expect-error an attested step does not wait
      { ...locked, status: 'WAITING', attestation, failure: null },
      // @ts-expect-error only a working step acts
      { ...locked, status: 'BLOCKED', acting: true, attestation: null, failure: null },
      // @ts-expect-error a ready step is not being observed
      { ...locked, status: 'READY', observing: true, attestation: null, failure: null },
    ];
    expect(steps).toHaveLength(7);
  });

  it('do not compile as an edit', () => {
    const run: RunDraft = new DrivenRun().run;
    const edits = [
      // @ts-expect-error a status is derived, never set
      withStep(run, 'AEP', 'VAULT', { status: 'DONE' }),
      // @ts-expect-error what failed stays failed
      withStep(run, 'AEP', 'ROLE', { failure, acting: true }),
      // @ts-expect-error what is attested is not observed
      withStep(run, 'AEP', 'VAULT', { attestation, observing: true }),
      // @ts-expect-error a transition does not answer with a run whose statuses are not settled
      (draft: RunDraft): StepState => draft.tracks.AEP.steps.VAULT!,
    ];
    expect(edits).toHaveLength(4);
  });

  it('narrow by status', () => {
    const of = (step: StepState): string =>
      step.status === 'FAILED' ? step.failure.code : String(step.failure?.code);
    expect(of({ ...locked, status: 'FAILED', failure, attestation: null })).toBe('refused');
    const done: DoneStep = { ...locked, status: 'DONE', failure: null };
    // @ts-expect-error a step that is done is not a step that waits
    const waiting: WaitingStep = done;
    expect(waiting).toBe(done);
  });
});

describe('settledStep', () => {
  const everything: StepDraft = {
    ...locked,
    observing: true,
    acting: true,
    nextObservationAt: LATER,
    attestation,
    failure,
  };

  it.each(STEP_STATUSES)('%s drops what cannot be true of it', (status) => {
    const step = settledStep(everything, { status, actor: 'PARTNER', mode: null }, LATER);
    expect([step.status, step.acting]).toEqual([status, status === 'WORKING']);
    expect(step.failure === null).toBe(status !== 'FAILED' && status !== 'LOCKED');
    expect(step.attestation === null).toBe(status !== 'DONE' && status !== 'LOCKED');
  });

  it('keeps the object where nothing changed, and since where the status did not', () => {
    const derived = { status: 'LOCKED', actor: 'SYSTEM', mode: null } as const;
    expect(settledStep(locked, derived, LATER)).toBe(locked);
    expect(settledStep(locked, { ...derived, actor: 'ADOBE' }, LATER).since).toBe(NOW);
    expect(settledStep(locked, { ...derived, status: 'READY' }, LATER).since).toBe(LATER);
  });

  it('keeps the object exactly where making it again changes nothing', () => {
    const changes = fc.record({
      status: fc.constantFrom(...STEP_STATUSES),
      actor: fc.constantFrom('SYSTEM', 'PARTNER'),
      observing: fc.boolean(),
      acting: fc.boolean(),
      nextObservationAt: fc.constantFrom(null, LATER),
      attestation: fc.constantFrom(null, attestation),
      failure: fc.constantFrom(null, failure),
    });
    const statuses = fc.constantFrom(...STEP_STATUSES);
    const property = fc.property(changes, statuses, fc.boolean(), (changed, other, keeps) => {
      const draft: StepDraft = { ...locked, ...changed };
      const status = keeps ? draft.status : other;
      const derived = { status, actor: 'PARTNER', mode: null } as const;
      const settled = settledStep(draft, derived, LATER);
      // Another mode, so that it is never as it should be.
      const again = settledStep({ ...draft, mode: 'ATTESTED' }, derived, LATER);
      expect(settled).toEqual(again);
      expect(settled === draft).toBe(isDeepStrictEqual(again, draft));
    });
    fc.assert(property, { numRuns: 2000 });
  });
});
