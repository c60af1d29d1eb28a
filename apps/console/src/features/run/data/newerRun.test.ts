import { describe, expect, it } from 'vitest';
import { newerRun } from './newerRun.ts';

const at = (version: number, id = 'r1') => ({ id, version });

describe('newerRun', () => {
  it('takes what comes while nothing is shown', () => {
    const incoming = at(3);
    expect(newerRun(null, incoming, 'r1')).toBe(incoming);
  });

  it('keeps a pushed version when the answer of the mutation before it arrives late', () => {
    const pushed = at(14);
    expect(newerRun(pushed, at(13), 'r1')).toBe(pushed);
  });

  it('takes the same version again, which is how another language arrives', () => {
    const again = at(14);
    expect(newerRun(at(14), again, 'r1')).toBe(again);
  });

  it('never shows the run of another address while this one loads', () => {
    expect(newerRun(at(99, 'r2'), null, 'r1')).toBeNull();
    expect(newerRun(at(99, 'r2'), at(1), 'r1')).toEqual(at(1));
  });
});
