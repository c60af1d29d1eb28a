import { describe, expect, it } from 'vitest';
import { aRun, aStep, aTrack } from '../../../fixtures/aRun.ts';
import { measureWaits } from './measureWaits.ts';

const DAY = 86_400_000;
const day = (n: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + n * DAY).toISOString();

describe('the waits of a completed run', () => {
  it('counts a wait once, also where both tracks wait on the same party', () => {
    const steps = (confirmation: number) => [
      aStep('ENTITLEMENT', 'DONE', { since: day(1) }),
      aStep('VAULT', 'DONE', { since: day(4) }),
      aStep('NETWORK', 'DONE', { since: day(4) }),
      aStep('KEY', 'DONE', { since: day(5) }),
      aStep('APPROVAL', 'DONE', { since: day(6) }),
      aStep('ACTIVATION', 'DONE', { since: day(confirmation) }),
    ];
    const run = aRun({
      ...{ startedAt: day(0), completedAt: day(9), status: 'COMPLETED' },
      tracks: [aTrack('AEP', { steps: steps(9) }), aTrack('CJA', { steps: steps(7) })],
    });
    const { total, of } = measureWaits(run);
    expect(total).toBe(9 * DAY);
    expect(of.customer).toBe(4 * DAY);
    expect(of.us).toBeLessThanOrEqual(total);
    expect(of.adobe).toBeGreaterThan(0);
    for (const wait of Object.values(of)) expect(wait).toBeLessThanOrEqual(total);
  });

  it('counts waits of seconds too', () => {
    const second = (n: number) => new Date(Date.parse(day(0)) + n * 1000).toISOString();
    const steps = [
      aStep('ENTITLEMENT', 'DONE', { since: second(20) }),
      aStep('VAULT', 'DONE', { since: second(50) }),
    ];
    const run = aRun({
      ...{ startedAt: day(0), completedAt: second(50), status: 'COMPLETED' },
      tracks: [aTrack('AEP', { steps })],
    });
    expect(measureWaits(run)).toMatchObject({ of: { us: 20_000, customer: 30_000 } });
  });
});
