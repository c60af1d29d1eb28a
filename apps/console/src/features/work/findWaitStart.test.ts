import { describe, expect, it } from 'vitest';
import type { StepStatus } from '../../generated/enums.ts';
import { findWaitStart } from './findWaitStart.ts';

const tracks = (...steps: [StepStatus, string][]) => [
  { steps: steps.map(([status, since]) => ({ status, since })) },
];

describe('findWaitStart', () => {
  it('is the earliest instant at which a step still stands open, on either track', () => {
    const aep = tracks(
      ['DONE', '2026-01-01T00:00:00Z'],
      ['BLOCKED', '2026-11-03T00:00:00Z'],
      ['LOCKED', '2026-01-02T00:00:00Z'],
    );
    const cja = tracks(['READY', '2026-11-02T00:00:00.000Z'], ['WORKING', '2026-01-03T00:00:00Z']);
    expect(findWaitStart({ status: 'BLOCKED', tracks: [...aep, ...cja] })).toBe(
      Date.parse('2026-11-02T00:00:00.000Z'),
    );
  });
  it('is nothing where all is at work, or over', () => {
    expect(
      findWaitStart({ status: 'IN_PROGRESS', tracks: tracks(['WORKING', '2026-11-02T00:00:00Z']) }),
    ).toBeNull();
    expect(
      findWaitStart({ status: 'CANCELLED', tracks: tracks(['WAITING', '2026-11-02T00:00:00Z']) }),
    ).toBeNull();
  });
});
