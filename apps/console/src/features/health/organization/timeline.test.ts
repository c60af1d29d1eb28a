import { describe, expect, it } from 'vitest';
import { extentOf, inOrder, marksOf, spansOf, spansWithin, toPercent } from './timeline.ts';
import type { HealthEntry } from './timeline.ts';

const entry = (at: number, kind: string, data: unknown = {}): HealthEntry => ({
  ...{ id: `${kind}-${at}`, at: new Date(at).toISOString(), kind, data },
  summary: `${kind} ${at}`,
});
const changed = (at: number, from: string, to: string, track = 'AEP') =>
  entry(at, 'healthChanged', { track, from, to });
const healthy = { health: 'HEALTHY', since: new Date(1000).toISOString() } as const;
const shape = (entries: HealthEntry[], current: Parameters<typeof spansOf>[2] = healthy) =>
  spansOf(entries, 'AEP', current, 9000).map(({ health, from, to }) => [health, from, to]);

describe('the spans of a track', () => {
  it('follow its changes, not those of the other track', () => {
    expect(
      shape([
        entry(1000, 'watchStarted'),
        changed(2000, 'NOT_WATCHED', 'HEALTHY'),
        changed(3000, 'HEALTHY', 'REVOKED', 'CJA'),
        changed(4000, 'HEALTHY', 'REVOKED'),
        changed(5000, 'REVOKED', 'HEALTHY'),
      ]),
    ).toEqual([
      ['NOT_WATCHED', 1000, 2000],
      ['HEALTHY', 2000, 4000],
      ['REVOKED', 4000, 5000],
      ['HEALTHY', 5000, 9000],
    ]);
  });

  it('begin with what was before the first change that is known', () => {
    expect(shape([entry(1500, 'versionSeen'), changed(4000, 'CUT_OFF', 'HEALTHY')])).toEqual([
      ['CUT_OFF', 1500, 4000],
      ['HEALTHY', 4000, 9000],
    ]);
  });

  it('say what is now where the entries are older, and what was without any', () => {
    const lost = { health: 'REVOKED', since: new Date(7000).toISOString() } as const;
    expect(shape([changed(4000, 'NOT_WATCHED', 'HEALTHY')], lost).at(-1)).toEqual([
      ...['REVOKED', 7000, 9000],
    ]);
    expect(shape([])).toEqual([['HEALTHY', 1000, 9000]]);
  });

  it('begin again with a newer run', () => {
    expect(
      shape([
        changed(2000, 'NOT_WATCHED', 'REVOKED'),
        entry(3000, 'watchStarted'),
        changed(4000, 'NOT_WATCHED', 'HEALTHY'),
      ]).map(([health]) => health),
    ).toEqual(['NOT_WATCHED', 'REVOKED', 'NOT_WATCHED', 'HEALTHY']);
  });

  it('ignore what another version wrote', () => {
    expect(shape([entry(2000, 'healthChanged', null), changed(3000, 'HEALTHY', 'PURPLE')])).toEqual(
      [['HEALTHY', 1000, 9000]],
    );
  });

  it('are cut at the ends of what is shown, the worst last', () => {
    const spans = spansOf(
      [changed(2000, 'HEALTHY', 'REVOKED'), changed(3000, 'REVOKED', 'HEALTHY')],
      ...(['AEP', healthy, 9000] as const),
    );
    expect(spansWithin(spans, { start: 2500, end: 8000 })).toEqual([
      { health: 'HEALTHY', from: 3000, to: 8000 },
      { health: 'REVOKED', from: 2500, to: 3000 },
    ]);
  });
});

describe('the marks of a track', () => {
  it('are one where they are too close to be apart', () => {
    const extent = { start: 0, end: 100_000 };
    const entries = Array.from({ length: 300 }, (_, at) =>
      entry(at * 100, 'alertOpened', { track: 'AEP' }),
    );
    const marks = marksOf(entries, 'AEP', extent);
    expect(marks.length).toBeLessThan(30);
    expect(marks.flatMap((mark) => mark.entries)).toHaveLength(300);
    expect(marksOf(entries, 'CJA', extent)).toEqual([]);
  });
});

describe('the extent', () => {
  const hour = 3_600_000;
  it('continues to an expiry that is no farther away than the range is long', () => {
    const now = 1000 * hour;
    const at = (expiries: number[]) => extentOf('24h', { oldest: 0, now, expiries });
    expect(at([]).start).toBe(now - 24 * hour);
    expect(at([now + 20 * hour]).end).toBeGreaterThan(now + 20 * hour);
    expect(at([now + 30 * hour]).end).toBeLessThan(now + 2 * hour);
    expect(at([now - hour]).end).toBeLessThan(now + 2 * hour);
    expect(extentOf('all', { oldest: now, now, expiries: [] }).start).toBeLessThan(now);
    expect(toPercent(5, { start: 0, end: 10 })).toBe(50);
  });
});

it('reads each entry once, oldest first', () => {
  const one = changed(2000, 'HEALTHY', 'REVOKED');
  expect(inOrder([changed(3000, 'REVOKED', 'HEALTHY'), one, one]).map(({ at }) => at)).toEqual([
    ...[new Date(2000).toISOString(), new Date(3000).toISOString()],
  ]);
});
