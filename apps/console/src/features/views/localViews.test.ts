import { describe, expect, it } from 'vitest';
import { parseLocalViews } from './localViews.ts';

describe('parseLocalViews', () => {
  it('takes every view as it was kept, and drops what is none', () => {
    const search = { status: 'BLOCKED', sort: 'wait', foreign: 'x' };
    const text = JSON.stringify([{ name: 'Old ones', search }, { name: 3 }, null, 'x']);
    expect(parseLocalViews(text)).toEqual([{ name: 'Old ones', search }]);
  });
  it.each([null, '', '{', '{}', '7'])('is empty for %j', (text) => {
    expect(parseLocalViews(text)).toEqual([]);
  });
});
