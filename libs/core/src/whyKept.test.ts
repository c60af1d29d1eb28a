import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import type { Run, Submission } from './run.ts';
import type { UnansweredChange } from './setup/setupState.ts';
import { whyKept } from './whyKept.ts';

const NOW = '2030-01-01T00:00:00.000Z';
const by = { name: 'Olu', origin: null };
const SENT: Submission = {
  ...{ id: 's', status: 'sent', name: 'keyway-cmk', body: '{}', host: 'platform.adobe.io' },
  ...{ requestedBy: by, requestedAt: NOW, sends: 1, unresolved: false, inFlightUntil: null },
  ...{ sentAt: NOW, externalId: 'job-1', statuses: [{ status: 'COMPLETED', at: NOW }] },
};

const open = (): Run => structuredClone(new DrivenRun().run);
const cancelled = (): Run =>
  structuredClone(new DrivenRun().must('runCancelled', { reason: 'Begun twice' }).run);
const completed = (change: Partial<Submission> = {}): Run => {
  const run = open();
  run.tracks.AEP.submission = { ...SENT, ...change };
  return { ...run, completedAt: NOW };
};

describe('whyKept', () => {
  it('is nothing where a run was completed, or cancelled before anything was sent', () => {
    expect([completed(), cancelled()].map((run) => whyKept(run, NOW))).toEqual([null, null]);
  });

  it('is an open run, also one whose configuration was sent', () => {
    expect(whyKept(open(), NOW)).toBe('runOpen');
    expect(whyKept({ ...completed(), completedAt: null }, NOW)).toBe('runOpen');
  });

  it.each<[string, Partial<Submission>]>([
    ['that is being sent', { status: 'sending' }],
    ['that is about to be', { status: 'rereading' }],
    ['of which an answer is missing', { unresolved: true }],
    ['that may have left something at Adobe', { status: 'failed', outcome: 'unknown' }],
    ['of which no outcome is kept', { status: 'failed' }],
  ])('is a submission %s, whatever else the run says', (_, change) => {
    expect(whyKept(completed(change), NOW)).toBe('submissionInDoubt');
  });

  it('is an earlier submission of which nothing is known, unless the run was completed', () => {
    const earlierSubmissions = [
      { id: 's', name: 'keyway-cmk', outcome: 'unknown' as const, failure: null },
    ];
    const runs = [completed(), cancelled()];
    for (const run of runs) run.tracks.AEP.earlierSubmissions = earlierSubmissions;
    expect(runs.map((run) => whyKept(run, NOW))).toEqual([null, 'submissionInDoubt']);
  });

  it('is a change that may still arrive in Azure, until it no longer can', () => {
    const change: Pick<UnansweredChange, 'inFlightUntil'> = {
      inFlightUntil: '2030-01-01T00:00:01.000Z',
    };
    // Cast: only until when it may arrive is compared.
    const run = { ...completed(), unanswered: [change as UnansweredChange] };
    expect(whyKept(run, NOW)).toBe('changeInFlight');
    expect(whyKept(run, '2030-01-01T00:00:02.000Z')).toBeNull();
  });
});
