import { describe, expect, it } from 'vitest';
import type { StepStatus } from '../generated/enums.ts';
import { stepSign, verdictSign } from './vocabulary.ts';

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

describe('stepSign', () => {
  it('gives every status a shape of its own', () => {
    expect(new Set(STATUSES.map((status) => stepSign(status).shape)).size).toBe(STATUSES.length);
  });

  it('never shows attested as verified', () => {
    expect(stepSign('DONE', null, 'ATTESTED').shape).not.toBe(
      stepSign('DONE', null, 'VERIFIED').shape,
    );
    expect(stepSign('DONE', null, 'AUTOMATIC').shape).toBe(
      stepSign('DONE', null, 'VERIFIED').shape,
    );
  });

  it('shows on whom a step waits', () => {
    expect(stepSign('WAITING', 'ADOBE').shape).toBe('adobe');
    expect(stepSign('WAITING', 'SYSTEM').shape).toBe('hourglass');
    expect(stepSign('WAITING', 'ENTRA_ADMIN').shape).toBe('person');
  });
});

describe('verdictSign', () => {
  it('shows "could not check" neither as passed nor as failed', () => {
    const unknown = verdictSign('UNKNOWN');
    for (const verdict of ['PASS', 'WARN', 'BLOCK'] as const) {
      expect(unknown.shape).not.toBe(verdictSign(verdict).shape);
      expect(unknown.tone).not.toBe(verdictSign(verdict).tone);
    }
  });
});
