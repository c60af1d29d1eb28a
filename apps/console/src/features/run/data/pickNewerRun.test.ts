import { describe, expect, it } from 'vitest';
import { pickNewerRun } from './pickNewerRun.ts';

const at = (version: number, id = 'r1') => ({ id, version });

describe('pickNewerRun', () => {
  it('takes what comes while nothing is shown', () => {
    const incoming = at(3);
    expect(pickNewerRun(null, incoming, 'r1')).toBe(incoming);
  });

  it('keeps a pushed version when the answer of the mutation before it arrives late', () => {
    const pushed = at(14);
    expect(pickNewerRun(pushed, at(13), 'r1')).toBe(pushed);
  });

  it('takes the same version again, which is how another language arrives', () => {
    const again = at(14);
    expect(pickNewerRun(at(14), again, 'r1')).toBe(again);
  });

  it('never shows the run of another address while this one loads', () => {
    expect(pickNewerRun(at(99, 'r2'), null, 'r1')).toBeNull();
    expect(pickNewerRun(at(99, 'r2'), at(1), 'r1')).toEqual(at(1));
  });
});
