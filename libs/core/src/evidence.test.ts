/**
 * What an approval stands for: everything seen, and nothing of how well the seeing went
 * (docs/reference/run.md, rule 5).
 */
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import { aDenial, seen, unreadable } from '../testing/exampleFacts.ts';
import { goodAssignment, goodFacts, goodVault } from '../testing/goodFacts.ts';
import type { StepFactsOf } from './facts.ts';
import type { ObservedStepId, TrackId } from './vocabulary.ts';

describe('deny assignments in the evidence (RB-06)', () => {
  type Denials = StepFactsOf<'ROLE'>['denials'];
  const withDenials = (denials: Denials) => (track: TrackId, step: ObservedStepId) =>
    track === 'AEP' && step === 'ROLE'
      ? {
          step: 'ROLE' as const,
          assignments: seen([goodAssignment('AEP')]),
          ...(denials ? { denials } : {}),
        }
      : goodFacts(track, step);
  /**
   * Approved while deny assignments were `before`; observed again when they are `after`.
   */
  function approvedThen(before: Denials, after: Denials): DrivenRun {
    const driven = new DrivenRun();
    driven.world = withDenials(before);
    driven.prepare().approve('AEP');
    driven.world = withDenials(after);
    return driven.must('verificationRequested', { track: 'AEP', step: 'ROLE' }).observe();
  }

  it.each<[string, Denials, Denials]>([
    ['read, then not', seen([]), unreadable()],
    ['not read, then read', unreadable(), seen([])],
    ['not asked for by an earlier version, then read', undefined, seen([])],
  ])('an approval stands where there is none: %s', (_name, before, after) => {
    const driven = approvedThen(before, after);
    expect([driven.status('AEP', 'ROLE'), driven.run.tracks.AEP.approval?.status]).toEqual([
      'DONE',
      'approved',
    ]);
  });

  it('one that came voids it, whether it surely hits Adobe or perhaps', () => {
    const scope = goodVault('AEP').resourceId;
    const hit = approvedThen(seen([]), seen([aDenial({ scope })]));
    expect([hit.status('AEP', 'ROLE'), hit.run.tracks.AEP.approval?.status]).toEqual([
      'BLOCKED',
      'void',
    ]);
    const perhaps = approvedThen(unreadable(), seen([aDenial({ scope, condition: 'x' })]));
    expect([perhaps.status('AEP', 'ROLE'), perhaps.run.tracks.AEP.approval?.status]).toEqual([
      'DONE',
      'void',
    ]);
  });
});
