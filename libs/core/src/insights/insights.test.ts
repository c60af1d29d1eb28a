import { describe, expect, it } from 'vitest';
import { planFor } from '../plans/planFor.ts';
import type { StepSummary, TrackSummary } from '../runSummary.ts';
import type { Cloud, StepId, StepStatus, TrackId } from '../vocabulary.ts';
import { measureFunnel, PHASES, type MeasuredRun } from './funnel.ts';
import { measureStepTimes } from './stepTimes.ts';

/** 2026-11-02 is a Monday. */
const day = (n: number): string => new Date(Date.UTC(2026, 10, 2) + n * 86_400_000).toISOString();
const DAY = 86_400;

type Ends = Partial<Record<StepId, number | [StepStatus, number]>>;
/** Steps by the day on which they were done; those that aren't named are locked from day 0 on. */
function track(id: TrackId, ends: Ends, cloud: Cloud = 'AZURE'): TrackSummary {
  const steps = planFor(cloud).tracks[id]!.map(({ id: step }): StepSummary => {
    const end = ends[step] ?? ['LOCKED', 0];
    const [status, at] = typeof end === 'number' ? (['DONE', end] as const) : end;
    return { id: step, track: id, status, actor: 'SYSTEM', mode: null, since: day(at) };
  });
  return { id, status: 'READY', refused: false, usableFrom: null, delay: null, steps };
}
const NO_CJA: TrackSummary = {
  ...{ id: 'CJA', status: 'NOT_APPLICABLE', refused: false, usableFrom: null },
  ...{ delay: null, steps: [] },
};
const run = (tracks: TrackSummary[], begun = 0, completed: number | null = null): MeasuredRun => ({
  organizationId: 'one',
  startedAt: day(begun),
  completedAt: completed === null ? null : day(completed),
  tracks,
});
const PREPARED = {
  ...{ ENTITLEMENT: 1, VAULT: 3, NETWORK: 4, KEY: 4, APP_REGISTRATION: 1, CONSENT: 6, ROLE: 7 },
};
const SENT = { ...PREPARED, APPROVAL: 15, SUBMISSION: 22 };

/** The phases in which there is an organization, by week. */
const phases = (runs: MeasuredRun[], weeks: number, now: number): string[] =>
  measureFunnel(runs, weeks, day(now)).map(({ counts }) =>
    counts.flatMap(({ phase, count }) => (count > 0 ? [`${count} ${phase}`] : [])).join(', '),
  );

describe('the funnel', () => {
  it('has every phase of every week, which begins on Monday', () => {
    const weeks = measureFunnel([], 3, day(15.5));
    expect(weeks.map(({ weekStart }) => weekStart)).toEqual([day(0), day(7), day(14)]);
    for (const { counts } of weeks)
      expect(counts).toEqual(PHASES.map((phase) => ({ phase, count: 0 })));
    // Sunday's last moment and Monday's first one.
    const last = (now: number) => measureFunnel([], 1, day(now))[0]!.weekStart;
    expect([last(6.999), last(7)]).toEqual([day(0), day(7)]);
  });

  it('follows a run from week to week, and not before it began', () => {
    const done = run([track('AEP', { ...SENT, ACTIVATION: 30 }), NO_CJA], 0.5, 30);
    expect(phases([done], 7, 36)).toEqual([
      '',
      ...['1 APPROVAL', '1 APPROVAL', '1 SUBMISSION', '1 ADOBE', '1 COMPLETED', '1 COMPLETED'],
    ]);
  });

  it('counts an organization by its track that is furthest behind', () => {
    const cja = { ENTITLEMENT: 1, VAULT: 3, NETWORK: 4, KEY: 4, CONSENT: 20 };
    const both = run([track('AEP', { ...SENT, ACTIVATION: 30 }), track('CJA', cja)]);
    expect(phases([both], 1, 36)).toEqual(['1 PREPARATION']);
    const confirmed = track('CJA', {
      ...cja,
      ROLE: 21,
      APPROVAL: 22,
      TICKET: 23,
      CONFIRMATION: 24,
    });
    expect(phases([run([track('AEP', SENT), confirmed])], 1, 36)).toEqual(['1 ADOBE']);
  });

  it('leaves with Adobe what was sent, whatever happens to the vault afterwards', () => {
    const blocked = run([track('AEP', { ...SENT, VAULT: ['BLOCKED', 25] }), NO_CJA]);
    expect(phases([blocked], 1, 36)).toEqual(['1 ADOBE']);
  });

  it('counts an organization once, by the run that was its newest then', () => {
    const second = run([track('AEP', {}), NO_CJA], 29);
    const first = run([track('AEP', { ...SENT, ACTIVATION: 24 }), NO_CJA], 0, 24);
    expect(phases([second, first], 3, 36)).toEqual([
      '1 COMPLETED',
      '1 PREPARATION',
      '1 PREPARATION',
    ]);
    const other = { ...first, organizationId: 'two' };
    expect(phases([second, first, other], 1, 36)).toEqual(['1 PREPARATION, 1 COMPLETED']);
  });

  it('ends the current week now', () => {
    const prepared = run([track('AEP', { ...PREPARED, APPROVAL: 10 }), NO_CJA]);
    expect(phases([prepared], 1, 9)).toEqual(['1 APPROVAL']);
  });
});

const timesOf = (runs: MeasuredRun[], step: StepId, id: TrackId = 'AEP') =>
  measureStepTimes(runs).find((one) => one.track === id && one.step === step);

describe('the times of steps', () => {
  it('are from the last step before it, or the beginning of the run, until it was done', () => {
    const found = [run([track('AEP', { ...SENT, ACTIVATION: 30 }), NO_CJA], 0, 30)];
    const seconds = (step: StepId) => timesOf(found, step)?.medianSeconds;
    expect(seconds('ENTITLEMENT')).toBe(DAY);
    expect(seconds('KEY')).toBe(DAY);
    expect(seconds('CONSENT')).toBe(3 * DAY);
    // ROLE was done on day 7, the last of three.
    expect(seconds('APPROVAL')).toBe(8 * DAY);
    expect(seconds('ACTIVATION')).toBe(8 * DAY);
    expect(seconds('CONFIRMATION')).toBeUndefined();
  });

  it('say who is waited for', () => {
    const steps = measureStepTimes([run([track('AEP', SENT), track('CJA', PREPARED)])]);
    const of = (party: string) =>
      steps.flatMap((one) => (one.party === party ? [`${one.track} ${one.step}`] : []));
    expect(of('ADOBE')).toEqual(['AEP ACTIVATION', 'CJA CONFIRMATION']);
    expect(of('CUSTOMER')).toEqual(
      ['AEP', 'CJA'].flatMap((id) =>
        ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'].map((step) => `${id} ${step}`),
      ),
    );
    expect(of('PARTNER')).toContain('AEP APPROVAL');
  });

  it('have no duration of what is open, locked, or was done before it could begin', () => {
    const early = { ENTITLEMENT: 1, VAULT: ['BLOCKED', 2], CONSENT: 1.5 } satisfies Ends;
    const open = run([track('AEP', early), NO_CJA]);
    expect(timesOf([open], 'VAULT')).toMatchObject({ count: 0, openCount: 1, medianSeconds: null });
    expect(timesOf([open], 'CONSENT')).toMatchObject({ count: 0, openCount: 0 });
    expect(timesOf([open], 'KEY')).toMatchObject({ count: 0, openCount: 0, p90Seconds: null });
    const attested = run([track('AEP', { ENTITLEMENT: 3, VAULT: 2 }), NO_CJA]);
    expect(timesOf([attested], 'VAULT')).toMatchObject({ count: 0 });
  });

  it('have the median and the nearest rank of nine in ten', () => {
    const runs = Array.from({ length: 10 }, (_, index) =>
      run([track('AEP', { ENTITLEMENT: index + 1 }), NO_CJA]),
    );
    expect(timesOf(runs, 'ENTITLEMENT')).toMatchObject({
      ...{ count: 10, medianSeconds: 5 * DAY, p90Seconds: 9 * DAY },
    });
    expect(timesOf(runs.slice(0, 1), 'ENTITLEMENT')).toMatchObject({
      ...{ count: 1, medianSeconds: DAY, p90Seconds: DAY },
    });
  });

  it('are known of a run on AWS, also of one without POLICY', () => {
    const aws = track('AEP', { ENTITLEMENT: 1, KEY: 2, POLICY: 4, APPROVAL: 6 }, 'AWS');
    expect(timesOf([run([aws])], 'APPROVAL')).toMatchObject({ medianSeconds: 2 * DAY });
    const old = { ...aws, steps: aws.steps.filter(({ id }) => id !== 'POLICY') };
    expect(timesOf([run([old])], 'APPROVAL')).toMatchObject({ medianSeconds: 4 * DAY });
    expect(timesOf([run([aws])], 'KEY')).toMatchObject({ party: 'CUSTOMER' });
  });
});
