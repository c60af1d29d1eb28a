/**
 * What a run needs done, and that a person can always have it begun again. That no transition loses
 * any of it: properties.test.ts, stateSpace.test.ts.
 */
import { describe, expect, it } from 'vitest';
import { APPROVER, CONNECTED, DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import { goodFacts } from '../testing/goodFacts.ts';
import { expectedEffects } from './expectedEffects.ts';
import { nextActions } from './nextActions.ts';
import type { Run, StepId } from './index.ts';
import { withNeededEffect } from './withNeededEffect.ts';

const jobKeysOf = (run: Run): string[] => expectedEffects(run).map(({ jobKey }) => jobKey);
const rereading = (): DrivenRun => {
  const driven = new DrivenRun().prepare().approve('AEP');
  return driven.must('submissionRequested', {
    ...{ submissionId: 'submission-1', configurationName: 'keyway-cmk' },
    confirmImsOrgId: driven.run.organization.imsOrgId,
  });
};
const sending = (): DrivenRun => rereading().observe();
const assigning = (): DrivenRun => {
  const azure = { ...CONNECTED.azure!, access: 'WRITE' as const };
  const driven = new DrivenRun({ connections: { ...CONNECTED, azure } });
  driven.world = (track, step) => {
    const good = goodFacts(track, step);
    return good.step === 'ROLE' ? { ...good, assignments: { outcome: 'seen', value: [] } } : good;
  };
  return driven.prepare(['AEP']);
};

it.each<[string, () => DrivenRun, string[]]>([
  [
    'before a submission the steps are read and the approval expires',
    () => new DrivenRun().prepare().approve('AEP'),
    ['observe:AEP:VAULT', 'expire:AEP'],
  ],
  ['just before the act everything is read again', rereading, ['reread:AEP']],
  ['what is on its way is sent', sending, ['submit']],
  ['what was sent is asked about', () => sending().accepted(), ['poll']],
  ['a role is assigned', assigning, ['assign:AEP']],
])('%s', (_what, make, jobKeys) => {
  expect(jobKeysOf(make().run)).toEqual(expect.arrayContaining(jobKeys));
});

it('a run that is over needs nothing', () => {
  const cancelled = new DrivenRun().prepare().must('runCancelled', { reason: 'given up' });
  expect(jobKeysOf(cancelled.run)).toEqual([]);
});

it('past the point of no return nothing before it is read any more, until the submission is tried again', () => {
  const driven = sending();
  expect(jobKeysOf(driven.run).filter((jobKey) => jobKey.startsWith('observe:AEP'))).toEqual([]);
  const failure = {
    kind: 'rejected' as const,
    message: 'no',
    status: 400,
    code: null,
    permission: null,
    retryAfterSeconds: null,
  };
  const failed = {
    submissionId: 'submission-1',
    during: 'send' as const,
    definite: true,
    failure,
    attempt: 0,
    timeScale: 1,
  };
  driven
    .must('configurationSendFailed', failed)
    .must('stepRetried', { track: 'AEP', step: 'SUBMISSION' });
  expect([...driven.effects.keys()]).toEqual(
    expect.arrayContaining(['observe:AEP:VAULT', 'observe:AEP:ROLE']),
  );
});

describe('a person has it begun again, whatever became of it', () => {
  it.each<[StepId, string, () => DrivenRun]>([
    ['SUBMISSION', 'reread:AEP', rereading],
    ['SUBMISSION', 'submit', sending],
    ['ACTIVATION', 'poll', () => sending().accepted()],
    ['ROLE', 'assign:AEP', assigning],
  ])('%s (%s)', (step, jobKey, make) => {
    const driven = make();
    driven.effects.clear();
    const offered = nextActions(
      driven.run,
      { principal: OPERATOR.principal, may: () => true },
      driven.now,
    );
    expect(offered).toContainEqual({ mutation: 'verify', track: 'AEP', step, movesRun: false });
    driven.must('verificationRequested', { track: 'AEP', step });
    expect(driven.effects.get(jobKey)?.dueAt).toBe(driven.now);
  });

  it('but not where nothing is on its way', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    expect(
      driven.apply('verificationRequested', { track: 'AEP', step: 'SUBMISSION' }),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    const offered = nextActions(
      driven.run,
      { principal: APPROVER.principal, may: () => true },
      driven.now,
    );
    expect(
      offered.some(({ mutation, step }) => mutation === 'verify' && step === 'SUBMISSION'),
    ).toBe(false);
  });

  it('asking for everything does not push a submission, whose waits are there for a reason', () => {
    const driven = sending();
    driven.effects.clear();
    driven.apply('verificationRequested', { track: null, step: null });
    expect(driven.effects.has('submit')).toBe(false);
  });
});

it('work that was missing is asked for again, and only what the run still needs', () => {
  const driven = sending();
  driven.effects.clear();
  driven.must('workResumed', { missing: ['submit', 'observe:AEP:VAULT'] });
  expect([...driven.effects.keys()]).toEqual(['submit']);
  const { run } = driven;
  driven.must('workResumed', { missing: ['poll'] });
  expect(driven.run).toBe(run);
});

it('an approval that was said to have expired too early still expires', () => {
  const driven = new DrivenRun().prepare().approve('AEP');
  const { dueAt } = driven.effects.get('expire:AEP')!;
  driven.effects.delete('expire:AEP');
  driven.must('approvalExpired', { track: 'AEP' });
  expect(driven.effects.get('expire:AEP')?.dueAt).toBe(dueAt);
  expect(driven.run.tracks.AEP.approval?.status).toBe('approved');
});

it('an effect whose result brings nothing stays where the run needs it, later', () => {
  const { run } = sending();
  const nothing = { run, effects: [], clearJobKeys: [], changed: false };
  expect(withNeededEffect(nothing, 'submit').effects).toMatchObject([
    { jobKey: 'submit', due: { afterSeconds: 30 } },
  ]);
  expect(withNeededEffect(nothing, 'poll').effects).toEqual([]);
  const again = {
    ...nothing,
    effects: [
      {
        ...expectedEffects(run).find(({ jobKey }) => jobKey === 'submit')!,
        due: { afterSeconds: 5 },
      },
    ],
  };
  expect(withNeededEffect(again, 'submit')).toBe(again);
});
