import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../check.ts';
import { progressOf } from './progressOf.ts';

const result = (more: Partial<CheckResult>): CheckResult => ({
  ...{ check: 'networkAdmitsAdobe', verdict: 'BLOCK', outcome: 'noBypass' },
  checkedAt: '2026-11-01T00:00:00.000Z',
  ...more,
});
const ADDRESS = [['networkAdmitsAdobe', ['noBypass']]] as const;
const by = { principal: 'member:1', name: 'A', origin: 'console' } as const;

describe('progressOf', () => {
  it('is null where no check covers it', () => expect(progressOf([result({})], [])).toBeNull());

  it.each([
    ['passes', result({ verdict: 'PASS', outcome: 'open' }), 'DONE'],
    ['was accepted', result({ outcome: 'x', override: { reason: 'r', by, at: 't' } }), 'DONE'],
    ['found something else wrong', result({}), 'DONE'],
    ['found it wrong', result({ outcome: 'noAddress' }), 'FAILING'],
    ['warns of it', result({ verdict: 'WARN', outcome: 'disabledWithBypass' }), 'FAILING'],
    ['could not read it', result({ verdict: 'UNKNOWN', outcome: 'unreadable' }), 'OPEN'],
    ['has no result', result({ check: 'vaultExists' }), 'OPEN'],
  ] as const)('where its check %s', (_name, given, expected) =>
    expect(progressOf([given], ADDRESS)).toBe(expected),
  );

  it('is done where all of its checks are', () => {
    const both = ['keyTypeIsRsa', 'keyIsLongEnough'] as const;
    const passed = result({ check: 'keyTypeIsRsa', verdict: 'PASS' });
    expect(progressOf([passed], both)).toBe('OPEN');
    expect(progressOf([passed, result({ check: 'keyIsLongEnough' })], both)).toBe('FAILING');
    const other = result({ check: 'keyIsLongEnough', verdict: 'PASS' });
    expect(progressOf([passed, other], both)).toBe('DONE');
  });
});
