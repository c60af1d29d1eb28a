/** What is derived of a run for lists: never newer than what it stands for. */
import { nextActions, type Run } from '@keyway/core';
import { DrivenRun, goodFacts } from '@keyway/core/testing';
import { describe, expect, it } from 'vitest';
import { projectionOf } from './runRow.ts';

/**
 * Since when the run waits for somebody who may do everything, as the api answers it (`needsYou`).
 */
function waits(run: Run): string[] {
  return nextActions(run, { principal: 'member:somebody', may: () => true }, run.updatedAt)
    .filter(({ movesRun }) => movesRun)
    .map(({ track, step }) =>
      track && step ? run.tracks[track].steps[step]!.since : run.startedAt,
    );
}

/** An hour between any two things, so that every wait has a time of its own. */
const driven = (options: ConstructorParameters<typeof DrivenRun>[0] = {}): DrivenRun =>
  new DrivenRun(options).wait(3600);
const warned = (run: DrivenRun): DrivenRun => {
  run.world = (track, step) => {
    const facts = goodFacts(track, step);
    if (!('key' in facts) || facts.key.outcome !== 'seen') return facts;
    return {
      ...facts,
      key: { ...facts.key, value: { ...facts.key.value, expiresAt: '2026-12-20T00:00:00.000Z' } },
    };
  };
  return run;
};

describe('waitingSince', () => {
  it.each<[string, DrivenRun]>([
    ['begun', driven()],
    ['not connected', driven({ connections: { adobe: null, azure: null } })],
    [
      'on AWS',
      driven({
        organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
      }),
    ],
    ['one track prepared', driven().prepare(['AEP']).wait(3600)],
    ['prepared', driven().prepare().wait(3600)],
    ['warned', warned(driven()).prepare().wait(3600)],
    [
      'asked for approval',
      driven()
        .prepare()
        .wait(3600)
        .must('approvalRequested', { track: 'AEP', principal: 'member:operator' }),
    ],
    ['approved', driven().prepare().wait(3600).approve('AEP').wait(3600)],
    ['sent', driven().prepare().approve('AEP').submit().accepted().wait(3600).reported('RUNNING')],
    ['failed', driven().prepare().approve('AEP').submit().accepted().wait(3600).reported('FAILED')],
  ])('of a run that is %s is not after anything it waits for', (_name, { run }) => {
    const { waitingSince } = projectionOf(run);
    expect(waits(run).length).toBeGreaterThan(0);
    for (const since of waits(run)) expect(since >= waitingSince).toBe(true);
  });

  it('moves on with what is done, so that the longest waiting come first', () => {
    const run = driven().prepare(['AEP', 'CJA']).wait(3600);
    expect(projectionOf(run.run).waitingSince > run.run.startedAt).toBe(true);
  });
});

describe('portfolioKey', () => {
  it('is one text for runs that are counted alike, and names who is waited for and every step', () => {
    const [one, two] = [driven().prepare().run, driven().wait(60).prepare().run];
    const { portfolioKey } = projectionOf(one);
    expect(projectionOf(two).portfolioKey).toBe(portfolioKey);
    expect(portfolioKey).toMatch(/^PARTNER\|AEP\/ENTITLEMENT\/DONE .*CJA\/CONFIRMATION\/LOCKED$/);
  });
});
