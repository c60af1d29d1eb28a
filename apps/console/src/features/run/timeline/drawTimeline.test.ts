// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { drawTimeline } from './drawTimeline.ts';

const MINUTE = 60_000;
const from = Date.parse('2026-11-29T16:00:20.000Z');

describe('the times above a timeline', () => {
  it.each([0.1, 1, 7, 600])('differ in a run of %d minutes, and are there', (minutes) => {
    const until = from + minutes * MINUTE;
    const bar = { name: 'AEP Vault', party: 0, from, until, isOpen: false, note: 'Customer' };
    const formatTime = (at: Date) => at.toISOString().slice(0, 16);
    const figures = { bars: [bar], from, until, fills: ['#000'], formatTime };
    const picture = drawTimeline({ ...figures, tickMilliseconds: MINUTE }, 1200);
    const ticks = [...picture.querySelectorAll('[aria-label="x-axis tick label"] text')];
    const times = ticks.map(({ textContent }) => textContent);
    expect(times.length).toBeGreaterThan(0);
    expect(new Set(times).size).toBe(times.length);
  });
});
