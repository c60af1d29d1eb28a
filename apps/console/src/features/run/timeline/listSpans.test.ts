import { describe, expect, it } from 'vitest';
import type { StepId, StepStatus } from '../../../generated/enums.ts';
import { listSpans } from './listSpans.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-20T08:00:00.000Z');
const at = (hours: number) => new Date(START + hours * HOUR).toISOString();
const step = (id: StepId, status: StepStatus, hours: number) => ({ id, status, since: at(hours) });
const RUN = {
  ...{ startedAt: at(0), completedAt: null, updatedAt: at(40), status: 'BLOCKED' as const },
  tracks: [
    {
      id: 'AEP' as const,
      steps: [
        step('ENTITLEMENT', 'DONE', 2),
        step('VAULT', 'BLOCKED', 26),
        step('CONSENT', 'NOT_APPLICABLE', 3),
        step('APPROVAL', 'LOCKED', 0),
      ],
    },
    { id: 'CJA' as const, steps: [step('ENTITLEMENT', 'DONE', 0)] },
  ],
};
/** In hours from the start. */
const spansOf = (run: Parameters<typeof listSpans>[0], now = 50) =>
  listSpans(run, START + now * HOUR).steps.map(({ track, step: id, from, until, isOpen }) => [
    ...[track, id, (from - START) / HOUR, (until - START) / HOUR],
    ...(isOpen ? ['open'] : []),
  ]);

describe('the spans of a run', () => {
  it('are from when a step could begin until it was done, or until now', () => {
    expect(spansOf(RUN)).toEqual([
      ['AEP', 'ENTITLEMENT', 0, 2],
      // Since when it is blocked doesn't matter: it has been open since hour 2.
      ['AEP', 'VAULT', 2, 50, 'open'],
      ['CJA', 'ENTITLEMENT', 0, 0],
    ]);
    expect(listSpans(RUN, START + 50 * HOUR)).toMatchObject({
      ...{ from: START, until: START + 50 * HOUR },
    });
  });

  it('end with a run that was cancelled or completed, however late somebody sees it', () => {
    expect(spansOf({ ...RUN, status: 'CANCELLED' }, 900)[1]).toEqual([
      ...['AEP', 'VAULT', 2, 40, 'open'],
    ]);
    const completed = listSpans({ ...RUN, status: 'COMPLETED', completedAt: at(30) }, Date.now());
    expect(completed.until).toBe(START + 30 * HOUR);
  });

  it('say who is waited on', () => {
    expect(listSpans(RUN, START).steps.map(({ waited }) => waited)).toEqual([
      ...['us', 'customer', 'us'],
    ]);
  });
});
