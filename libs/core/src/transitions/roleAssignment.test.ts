/** What an observation says of a role that Keyway could not assign (AEP-29, AEP-32). */
import { expect, it } from 'vitest';
import { CONNECTED, DrivenRun } from '../../testing/drivenRun.ts';
import { aDenial, seen, unreadable } from '../../testing/exampleFacts.ts';
import { anOutage } from '../../testing/factsExcept.ts';
import { goodAssignment, goodFacts, goodVault } from '../../testing/goodFacts.ts';
import type { StepFactsOf } from '../facts.ts';

const REFUSED = anOutage({ kind: 'denied', message: 'no', status: 403 });

const withRole = (facts: Omit<StepFactsOf<'ROLE'>, 'step'>) => (driven: DrivenRun) => {
  driven.world = (track, step) => (step === 'ROLE' ? { step, ...facts } : goodFacts(track, step));
};
const assignmentFails = (driven: DrivenRun): DrivenRun =>
  driven.must('roleAssignmentFailed', {
    track: 'AEP',
    failure: REFUSED,
    attempt: 0,
    timeScale: 1,
  });
const observed = (driven: DrivenRun): DrivenRun =>
  driven.must('verificationRequested', { track: 'AEP', step: 'ROLE' }).observe();

/** Keyway assigns the role that is missing. */
function assigning(): DrivenRun {
  const azure = { ...CONNECTED.azure!, access: 'WRITE' as const };
  const driven = new DrivenRun({ connections: { ...CONNECTED, azure } });
  withRole({ assignments: seen([]) })(driven);
  driven.prepare(['AEP']);
  expect(driven.step('AEP', 'ROLE')).toMatchObject({ status: 'WORKING', acting: true });
  return driven;
}
const failed = (): DrivenRun => assignmentFails(assigning());

it('is done, by verification, once the role is observed', () => {
  const driven = failed();
  expect(driven.status('AEP', 'ROLE')).toBe('FAILED');
  withRole({ assignments: seen([goodAssignment('AEP')]) })(driven);
  expect(observed(driven).step('AEP', 'ROLE')).toMatchObject({
    status: 'DONE',
    mode: 'VERIFIED',
    failure: null,
  });
  expect(driven.approve('AEP').status('AEP', 'APPROVAL')).toBe('DONE');
});

it('is done also where an earlier version kept the failure beside the observed role', () => {
  const driven = failed();
  withRole({ assignments: seen([goodAssignment('AEP')]) })(driven);
  const { failure } = driven.step('AEP', 'ROLE');
  observed(driven);
  const { AEP } = driven.run.tracks;
  const ROLE = { ...AEP.steps.ROLE!, status: 'FAILED', failure };
  driven.run = {
    ...driven.run,
    tracks: { ...driven.run.tracks, AEP: { ...AEP, steps: { ...AEP.steps, ROLE } } },
  } as DrivenRun['run'];
  expect(observed(driven).status('AEP', 'ROLE')).toBe('DONE');
});

const age = '2026-11-23T23:59:59.000Z';
it.each<[string, Omit<StepFactsOf<'ROLE'>, 'step'>]>([
  ['is missing still', { assignments: seen([]) }],
  ['could not be read', { assignments: unreadable() }],
  [
    'is denied',
    {
      assignments: seen([goodAssignment('AEP')]),
      denials: seen([aDenial({ scope: goodVault('AEP').resourceId })]),
    },
  ],
  ['is still propagating', { assignments: seen([{ ...goodAssignment('AEP'), createdAt: age }]) }],
])('stays failed where the role %s', (_name, facts) => {
  const driven = failed();
  withRole(facts)(driven);
  expect(observed(driven).step('AEP', 'ROLE')).toMatchObject({
    status: 'FAILED',
    failure: { code: 'refused' },
  });
});

it('stays done where the refusal comes after the role was observed', () => {
  const driven = assigning();
  driven.must('factsObserved', {
    track: 'AEP',
    facts: { step: 'ROLE', assignments: seen([goodAssignment('AEP')]) },
    attempt: 0,
    waitingSince: driven.now,
    timeScale: 1,
  });
  expect(driven.status('AEP', 'ROLE')).toBe('DONE');
  expect(assignmentFails(driven).step('AEP', 'ROLE')).toMatchObject({
    status: 'DONE',
    failure: null,
  });
});
