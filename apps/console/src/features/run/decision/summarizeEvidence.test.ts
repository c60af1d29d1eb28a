import { describe, expect, it } from 'vitest';
import { aCheck, aStep, aTrack, WARNING_CHECK } from '../../../fixtures/aRun.ts';
import { splitKey, summarizeEvidence } from './summarizeEvidence.ts';

describe('the summary of the evidence', () => {
  it('counts what the approval rests on, and nothing that comes after it', () => {
    const override = { reason: 'Rotated every year', by: 'Omar', at: '2026-11-24T12:00:00Z' };
    const attestation = { statement: 'Seen', reference: null, by: 'Omar', at: '2026-11-24T12:00Z' };
    const steps = [
      aStep('ENTITLEMENT', 'DONE', { attestation }),
      aStep('VAULT', 'DONE', {
        checks: [aCheck(), aCheck({ id: 'vaultIsPremium', checkedAt: '2026-11-20T12:00:00Z' })],
      }),
      aStep('KEY', 'DONE', {
        checks: [{ ...WARNING_CHECK, override }, aCheck({ verdict: 'WARN' })],
      }),
      aStep('APPROVAL', 'WAITING'),
      aStep('SUBMISSION', 'LOCKED', { checks: [aCheck({ checkedAt: '2026-11-01T12:00:00Z' })] }),
    ];
    const { accepted, open, ...rest } = summarizeEvidence(aTrack('AEP', { steps }));
    expect(rest).toEqual({
      ...{ passed: 2, attested: 1, lastBlocked: [], oldest: '2026-11-20T12:00:00Z' },
    });
    expect(accepted.map((check) => check.override.reason)).toEqual(['Rotated every year']);
    expect(open).toHaveLength(1);
  });

  it.each([
    ['https://kv.vault.azure.net/keys/cmk/0123', 'cmk', '0123', 'kv.vault.azure.net'],
    ['https://kv.vault.azure.net/keys/cmk', 'cmk', null, 'kv.vault.azure.net'],
    ['arn:aws:kms:us-east-1:1:key/abc', 'arn:aws:kms:us-east-1:1:key/abc', null, null],
    ['The key of the contract', 'The key of the contract', null, null],
  ])('splits %s', (identifier, key, version, vault) => {
    expect(splitKey(identifier)).toEqual({ key, version, vault });
  });
});
