import { describe, expect, it } from 'vitest';
import type { StepId, StepStatus } from '../../../generated/enums.ts';
import { measureSteps } from './stepTimes.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-20T08:00:00.000Z');
const at = (hours: number) => new Date(START + hours * HOUR).toISOString();
const step = (id: StepId, status: StepStatus, hours: number) => ({ id, status, since: at(hours) });

describe('how long the steps of a run took', () => {
  it('counts from when a step could begin: the start of the run, or the last step before it', () => {
    const steps = [
      step('ENTITLEMENT', 'DONE', 2),
      step('VAULT', 'DONE', 26),
      step('NETWORK', 'DONE', 30),
      step('KEY', 'WAITING', 27),
      step('APPROVAL', 'LOCKED', 0),
    ];
    const times = measureSteps({ id: 'CJA', steps }, at(0), START + 50 * HOUR);
    const hours = steps.map(({ id }) => (times.get(id)?.milliseconds ?? 0) / HOUR);
    expect(hours).toEqual([2, 24, 4, 24, 0]);
    expect(times.has('APPROVAL')).toBe(false);
  });

  it('has no duration for a step that was done before it could begin', () => {
    const steps = [step('ENTITLEMENT', 'DONE', 5), step('VAULT', 'DONE', 1)];
    const times = measureSteps({ id: 'AEP', steps }, at(5), START + 9 * HOUR);
    expect([...times.values()].map(({ milliseconds }) => milliseconds)).toEqual([0, null]);
  });

  it('follows the steps that the plan has, where it omits some (AWS-04)', () => {
    const steps = [step('ENTITLEMENT', 'DONE', 1), step('KEY', 'DONE', 4)];
    const times = measureSteps({ id: 'AEP', steps }, at(0), START + 9 * HOUR);
    expect(times.get('KEY')?.milliseconds).toBe(3 * HOUR);
  });
});
