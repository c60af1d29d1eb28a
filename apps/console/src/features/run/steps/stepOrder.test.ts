import { describe, expect, it } from 'vitest';
import type { RunStatus, StepStatus, TrackId } from '../../../generated/enums.ts';
import type { TrackView } from '../data/runFields.ts';
import {
  findRepeats,
  findTitleStep,
  findTrackStep,
  foldChecks,
  groupSteps,
  isCurrent,
  needsAttention,
  orderChecks,
} from './stepOrder.ts';

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

describe('the step that a track is at', () => {
  const of = (...statuses: StepStatus[]) =>
    findTrackStep(run('IN_PROGRESS', statuses).tracks[0]!)?.id ?? null;

  it('is its worst one, then one that a person can do', () => {
    expect(of('DONE', 'WAITING', 'BLOCKED', 'FAILED')).toBe('AEP3');
    expect(of('DONE', 'WAITING', 'BLOCKED')).toBe('AEP2');
    expect(of('WORKING', 'WAITING', 'READY', 'LOCKED')).toBe('AEP2');
  });

  it('is none where all are done, or none can begin', () => {
    expect(of('DONE', 'NOT_APPLICABLE')).toBeNull();
    expect(of('LOCKED')).toBeNull();
  });
});

describe('the groups of a track', () => {
  const of = (...statuses: StepStatus[]) =>
    groupSteps(statuses.map((status, id) => ({ id, status }))).map(({ kind, steps }) => [
      kind,
      ...steps.map(({ id }) => id),
    ]);

  it('are what is done, open and ahead, in this order', () => {
    expect(
      of('DONE', 'DONE', 'BLOCKED', 'LOCKED', 'DONE', 'LOCKED', 'LOCKED', 'NOT_APPLICABLE'),
    ).toEqual([
      ['done', 0, 1, 4, 7],
      ['open', 2],
      ['ahead', 3, 5, 6],
    ]);
  });

  it('leave a few steps where they are, and all steps of a run that has ended', () => {
    expect(of('DONE', 'READY', 'LOCKED', 'LOCKED')).toEqual([['open', 0, 1, 2, 3]]);
    expect(of('DONE', 'DONE', 'DONE', 'LOCKED')).toEqual([['open', 0, 1, 2, 3]]);
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

  it('folds what passed and what is unknown for the same reason below what a person reads', () => {
    const seen = { observed: 'denied', cause: null };
    const made = (verdict: 'PASS' | 'WARN' | 'UNKNOWN', id: string, of: object = {}) =>
      ({ id, verdict, override: null, ...seen, ...of }) as Parameters<typeof foldChecks>[0][0] & {
        id: string;
      };
    const ids = (...checks: ReturnType<typeof made>[]) =>
      Object.values(foldChecks(checks)).map((group) => group.map(({ id }) => id).join(''));
    const unknowns = [made('UNKNOWN', 'u'), made('UNKNOWN', 'v'), made('UNKNOWN', 'x')];
    const passes = [made('PASS', 'p'), made('PASS', 'q')];
    const took = made('WARN', 'a', { override: { reason: 'x' } });
    expect(ids(...unknowns, took, ...passes)).toEqual(['ua', 'vx', 'pq']);
    expect(ids(...unknowns.slice(0, 2), passes[0]!)).toEqual(['uvp', '', '']);
    expect(ids(...passes)).toEqual(['pq', '', '']);
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
