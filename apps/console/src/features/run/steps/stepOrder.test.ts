import { describe, expect, it } from 'vitest';
import type { RunStatus, StepStatus, TrackId } from '../../../generated/enums.ts';
import type { TrackView } from '../data/runFields.ts';
import { isCurrent, findTitleStep, needsAttention, orderChecks, findRepeats } from './stepOrder.ts';

function run(status: RunStatus, aep: StepStatus[], cja: StepStatus[] = []) {
  const track = (id: TrackId, statuses: StepStatus[]) => ({
    id,
    steps: statuses.map((one, index) => ({ id: `${id}${index}`, status: one })),
  });
  return { status, tracks: [track('AEP', aep), track('CJA', cja)] as unknown as TrackView[] };
}

describe('findTitleStep', () => {
  it('names the step that blocks, wherever it is', () => {
    expect(findTitleStep(run('BLOCKED', ['DONE', 'WAITING'], ['DONE', 'BLOCKED']))?.id).toBe(
      'CJA1',
    );
  });

  it('prefers whom it waits on over what is being checked', () => {
    expect(findTitleStep(run('WAITING', ['WORKING', 'WAITING']))?.id).toBe('AEP1');
    expect(findTitleStep(run('IN_PROGRESS', ['READY', 'WORKING']))?.id).toBe('AEP1');
  });

  it('prefers a step that waits on somebody over one that waits on propagation (TM-02)', () => {
    const tracks = [
      {
        steps: [
          { id: 'NETWORK', status: 'WAITING', actor: 'SYSTEM' },
          { id: 'CONSENT', status: 'WAITING', actor: 'ENTRA_ADMIN' },
        ],
      },
    ];
    expect(findTitleStep({ status: 'WAITING', tracks: tracks as unknown as TrackView[] })?.id).toBe(
      'CONSENT',
    );
  });

  it('names none once the run ended', () => {
    expect(findTitleStep(run('COMPLETED', ['DONE']))).toBeNull();
    expect(findTitleStep(run('CANCELLED', ['WAITING']))).toBeNull();
  });
});

describe('checks', () => {
  const pass = { id: 'p', verdict: 'PASS', override: null } as const;
  const warn = { id: 'w', verdict: 'WARN', override: null } as const;
  const accepted = { id: 'a', verdict: 'WARN', override: { reason: 'x' } } as const;
  const block = { id: 'b', verdict: 'BLOCK', override: null } as const;
  const unknown = { id: 'u', verdict: 'UNKNOWN', override: null } as const;

  it('puts what fails first and an accepted warning where it was', () => {
    expect(orderChecks([pass, accepted, warn, unknown, block]).map((check) => check.id)).toEqual([
      'b',
      'u',
      'w',
      'p',
      'a',
    ]);
  });

  it('finds those that one refused call left unknown, and no others', () => {
    const denied = {
      verdict: 'UNKNOWN',
      override: null,
      observed: 'Could not be read: “denied”',
      cause: 'The credential lacks a permission.',
    } as const;
    const checks = [
      { ...denied },
      { ...denied },
      { ...denied, cause: 'Another cause' },
      { ...denied, observed: null },
      { ...denied, verdict: 'PASS' } as const,
    ];
    expect([...findRepeats(checks)]).toEqual([checks[1]]);
  });

  it('asks for attention for what could not be checked, which is neither passed nor failed', () => {
    expect([pass, warn, accepted, block, unknown].map(needsAttention)).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('isCurrent', () => {
  it('folds what is over and what is not yet', () => {
    expect(
      (['LOCKED', 'DONE', 'NOT_APPLICABLE'] as const).some((status) => isCurrent({ status })),
    ).toBe(false);
    expect(
      (['READY', 'WORKING', 'WAITING', 'BLOCKED', 'FAILED'] as const).every((status) =>
        isCurrent({ status }),
      ),
    ).toBe(true);
  });
});
