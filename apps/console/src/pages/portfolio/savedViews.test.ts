import { describe, expect, it } from 'vitest';
import { isSameView, parseViews, addView } from './savedViews.ts';

describe('parseViews', () => {
  it('takes what it knows and drops the rest', () => {
    const text = JSON.stringify([
      { name: 'Old ones', search: { status: 'BLOCKED', sort: 'wait', foreign: 'x', text: [7] } },
      { name: 3 },
      null,
      'x',
    ]);
    expect(parseViews(text)).toEqual([
      { name: 'Old ones', search: { status: 'BLOCKED', sort: 'wait' } },
    ]);
  });
  it.each([null, '', '{', '{}', '7'])('is empty for %j', (text) => {
    expect(parseViews(text)).toEqual([]);
  });
});

describe('isSameView', () => {
  it('treats an absent field like an empty one', () => {
    expect(isSameView({ status: 'BLOCKED' }, { status: 'BLOCKED', text: '' })).toBe(true);
    expect(isSameView({ status: 'BLOCKED' }, { status: 'BLOCKED', sort: 'wait' })).toBe(false);
  });
});

describe('addView', () => {
  it('replaces one of the same name and keeps twenty', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ name: `v${at}`, search: {} }));
    expect(addView(many, { name: 'v3', search: { text: 'x' } })).toHaveLength(20);
    const next = addView(many, { name: 'new', search: {} });
    expect([next.length, next[0]?.name, next.at(-1)?.name]).toEqual([20, 'v1', 'new']);
  });
});
