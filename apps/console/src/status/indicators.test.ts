import { describe, expect, it } from 'vitest';
import type { Health, StepStatus } from '../generated/enums.ts';
import { toHealthIndicator, toStepIndicator, toVerdictIndicator } from './indicators.ts';

const STATUSES: StepStatus[] = [
  'LOCKED',
  'READY',
  'WORKING',
  'WAITING',
  'BLOCKED',
  'FAILED',
  'DONE',
  'NOT_APPLICABLE',
];

describe('toStepIndicator', () => {
  it('gives every status a shape of its own', () => {
    expect(new Set(STATUSES.map((status) => toStepIndicator(status).shape)).size).toBe(
      STATUSES.length,
    );
  });

  it('never shows attested as verified', () => {
    expect(toStepIndicator('DONE', null, 'ATTESTED').shape).not.toBe(
      toStepIndicator('DONE', null, 'VERIFIED').shape,
    );
    expect(toStepIndicator('DONE', null, 'AUTOMATIC').shape).toBe(
      toStepIndicator('DONE', null, 'VERIFIED').shape,
    );
  });

  it('shows on whom a step waits', () => {
    expect(toStepIndicator('WAITING', 'ADOBE').shape).toBe('adobe');
    expect(toStepIndicator('WAITING', 'SYSTEM').shape).toBe('hourglass');
    expect(toStepIndicator('WAITING', 'ENTRA_ADMIN').shape).toBe('person');
  });
});

describe('toVerdictIndicator', () => {
  it('shows "could not check" neither as passed nor as failed', () => {
    const unknown = toVerdictIndicator('UNKNOWN');
    for (const verdict of ['PASS', 'WARN', 'BLOCK'] as const) {
      expect(unknown.shape).not.toBe(toVerdictIndicator(verdict).shape);
      expect(unknown.tone).not.toBe(toVerdictIndicator(verdict).tone);
    }
  });
});

describe('toHealthIndicator', () => {
  it('gives every health a shape of its own, never color alone', () => {
    const all: Health[] = [
      ...(['REVOKED', 'CUT_OFF', 'AT_RISK', 'UNREACHABLE'] as const),
      ...(['HEALTHY', 'NOT_WATCHED'] as const),
    ];
    expect(new Set(all.map((health) => toHealthIndicator(health).shape)).size).toBe(all.length);
  });
});
