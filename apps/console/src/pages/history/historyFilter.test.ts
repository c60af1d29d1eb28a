import { describe, expect, it } from 'vitest';
import { parseDayStart, toHistoryFilter } from './historyFilter.ts';

describe('toHistoryFilter', () => {
  it('asks for everything but sign-ins where nothing is chosen, and for them where shown', () => {
    expect(toHistoryFilter({})).toEqual({ exceptKind: ['memberSignedIn'] });
    expect(toHistoryFilter({ signIns: 'shown' })).toEqual({});
  });

  it('includes the whole of the last day', () => {
    const { since, until } = toHistoryFilter({ since: '2026-11-24', until: '2026-11-24' });
    expect(Date.parse(until ?? '') - Date.parse(since ?? '')).toBe(24 * 60 * 60 * 1000);
  });

  it('drops what somebody wrote into the address by hand', () => {
    expect(
      toHistoryFilter({ actor: ' ', kind: 'EVERYTHING', since: 'yesterday', until: '2026-13' }),
    ).toEqual(toHistoryFilter({}));
  });

  it('turns a group into its kinds', () => {
    expect(toHistoryFilter({ kind: 'RUNS', organization: 'abc' })).toEqual({
      organizationId: 'abc',
      kind: ['runStarted', 'runAssigned', 'commentAdded', 'runCancelled'],
    });
  });

  it('takes the beginning of a name as typed, without spaces around it', () => {
    expect(toHistoryFilter({ actor: ' Ana A ' })).toMatchObject({ actor: 'Ana A' });
  });

  it('finds sign-ins under access', () => {
    expect(toHistoryFilter({ kind: 'ACCESS' }).kind).toContain('memberSignedIn');
  });
});

describe('parseDayStart', () => {
  it('goes over the end of a month', () => {
    expect(parseDayStart('2026-11-30', 1)).toBe(new Date(2026, 11, 1).toISOString());
  });
});
