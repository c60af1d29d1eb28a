import { bulkFindings, type BulkOutcome, type Locale, type Run } from '@keyway/core';
import { DrivenRun, factsExcept, noPurgeProtection } from '@keyway/core/testing';
import { expect, it } from 'vitest';
import { describeBulkChecks } from './describeBulkChecks.ts';

const said = (run: Run, outcome: BulkOutcome, locale: Locale = 'en'): string =>
  describeBulkChecks(run, null, outcome, locale);

it('names the checks that failed, with their rules, and where the run is blocked', () => {
  const driven = new DrivenRun().prepare();
  driven.world = factsExcept(noPurgeProtection);
  driven.wait(24 * 3600).observe();
  expect(bulkFindings(driven.run, 'CJA')).toEqual([]);
  expect(bulkFindings(driven.run, null)).toMatchObject([
    { track: 'AEP', step: 'VAULT', status: 'BLOCKED', checks: [{ verdict: 'BLOCK' }] },
  ]);
  expect(said(driven.run, 'NEEDS_ATTENTION')).toMatch(
    /^1 check failed: [A-Z]+-\d+ [^.]+\. Blocked at [^.]+ · [^.]+\.$/,
  );
  expect(said(driven.run, 'NEEDS_ATTENTION', 'es')).toMatch(
    /^1 comprobación no superada: .+\. Bloqueado en .+\.$/,
  );
});

it('says where the run waits, that nothing could be checked, that all passed or is being checked', () => {
  const unconnected = new DrivenRun({ connections: { adobe: null, azure: null } });
  expect(said(unconnected.run, 'WAITING')).toBe('Nothing could be checked yet.');
  for (const track of ['AEP', 'CJA'] as const)
    unconnected.must('stepAttested', {
      ...{ track, step: 'ENTITLEMENT', statement: 's', reference: null },
    });
  expect(said(unconnected.run, 'WAITING')).toMatch(/^Nothing failed\. Not done yet: .+, .+\.$/);
  const { run } = new DrivenRun().prepare();
  expect(said(run, 'PASSED')).toBe('All checks passed.');
  expect(said(run, 'CHECKING')).toBe('Checking…');
});
