/** A vault that did not say its tenant in time is asked again, and the consent URL follows it. */
import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun } from '../../testing/drivenRun.ts';
import { keyIdentifier } from '../../testing/goodFacts.ts';
import { consentUrlOf, otherTenantOf, tenantConfirmation } from '../consentUrl.ts';
import type { EventData } from '../event.ts';
import { evidenceOf } from '../evidence.ts';
import { expectedEffects } from '../expectedEffects.ts';
import { tenantOf } from '../knowledge.ts';
import { unknownVault, VAULT_PROBE_REASONS, isPassingProbe } from '../vaultProbe.ts';

const ENTERED = '11111111-1111-4111-8111-111111111111';
const STATED = '22222222-2222-4222-8222-222222222222';
const OTHER_KEY = keyIdentifier('CJA').replace('/keys/', '/keys/other-');

function provided(
  { entered = null, connected = false }: { entered?: string | null; connected?: boolean } = {},
  part: Partial<EventData['keyProvided']> = { askVaultLater: true },
): DrivenRun {
  const driven = new DrivenRun({
    organization: { azureTenantId: entered },
    connections: connected ? CONNECTED : { adobe: null, azure: null },
  });
  for (const track of ['AEP', 'CJA'] as const)
    driven.must('stepAttested', { track, step: 'ENTITLEMENT', statement: 's', reference: null });
  return driven.must('keyProvided', {
    ...{ track: 'CJA', keyIdentifier: keyIdentifier('CJA'), vaultResourceId: null },
    ...part,
  });
}
const probed = (part: Partial<EventData['vaultProbed']> = {}): EventData['vaultProbed'] => ({
  ...{ track: 'CJA', keyIdentifier: keyIdentifier('CJA'), attempt: 0 },
  ...{ reason: 'found', vaultTenantId: STATED },
  ...part,
});
const urlOf = ({ run }: DrivenRun) => consentUrlOf(run, 'CJA')?.split('/')[3] ?? null;
const waiting = ({ effects }: DrivenRun) => effects.get('probe:CJA');
const confirmation = ({ run }: DrivenRun) => tenantConfirmation(run, 'CJA');

it('asks for it where the key is provided without an answer, and is resumed if it is lost', () => {
  const driven = provided();
  expect(waiting(driven)).toMatchObject({
    type: 'probeVault',
    data: { track: 'CJA', keyIdentifier: keyIdentifier('CJA'), attempt: 0 },
    dueAt: driven.now,
  });
  expect(expectedEffects(driven.run).map(({ jobKey }) => jobKey)).toContain('probe:CJA');
  expect(confirmation(driven)).toBe('asking');
  for (const answered of [
    {},
    { vaultTenantId: STATED },
    { vaultTenantId: STATED, askVaultLater: true as const },
  ])
    expect(waiting(provided({}, answered))).toBeUndefined();
});

it('makes the consent URL that of the stated tenant', () => {
  const driven = provided();
  expect(urlOf(driven)).toBeNull();
  driven.must('vaultProbed', probed({ vaultTenantId: STATED.toUpperCase() }));
  expect([urlOf(driven), confirmation(driven)]).toEqual([STATED, 'yes']);
  expect(expectedEffects(driven.run).map(({ jobKey }) => jobKey)).not.toContain('probe:CJA');
});

it('shows that of the entered tenant until then, and none where the vault states another one', () => {
  const driven = provided({ entered: ENTERED });
  expect([urlOf(driven), confirmation(driven)]).toEqual([ENTERED, 'asking']);
  driven.must('vaultProbed', probed());
  expect([urlOf(driven), otherTenantOf(driven.run, 'CJA')]).toEqual([null, STATED]);
});

describe('asks again', () => {
  it('later and later while there is no answer, and ends unconfirmed', () => {
    const driven = provided({ entered: ENTERED });
    const before = driven.run;
    const delays: number[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const none = { reason: 'noAnswer', vaultTenantId: null, attempt } as const;
      driven.apply('vaultProbed', probed(none));
      expect(driven.run).toBe(before);
      expect(waiting(driven)).toMatchObject({ data: { attempt: attempt + 1 } });
      delays.push((Date.parse(waiting(driven)!.dueAt) - Date.parse(driven.now)) / 1000);
    }
    expect(delays).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    driven.must('vaultProbed', probed({ reason: 'noAnswer', vaultTenantId: null, attempt: 11 }));
    expect([urlOf(driven), confirmation(driven)]).toEqual([ENTERED, 'no']);
    expect(expectedEffects(driven.run).map(({ jobKey }) => jobKey)).not.toContain('probe:CJA');
  });

  it.each(VAULT_PROBE_REASONS.filter((reason) => !isPassingProbe(reason) && reason !== 'found'))(
    'not after %s',
    (reason) => {
      const driven = provided({ entered: ENTERED });
      driven.must('vaultProbed', probed({ ...unknownVault(reason), vaultTenantId: null }));
      expect(confirmation(driven)).toBe('no');
    },
  );
});

it('takes nothing but a GUID', () => {
  for (const vaultTenantId of ['common', 'evil.example/x', '']) {
    const driven = provided();
    driven.must('vaultProbed', probed({ vaultTenantId }));
    expect([urlOf(driven), tenantOf(driven.run, 'CJA')]).toEqual([null, null]);
  }
});

it('takes no answer for a key that was replaced, and asks the vault of the new one', () => {
  const driven = provided();
  driven.must('keyProvided', {
    ...{ track: 'CJA', keyIdentifier: OTHER_KEY, vaultResourceId: null, askVaultLater: true },
  });
  const before = driven.run;
  driven.apply('vaultProbed', probed());
  expect(driven.run).toBe(before);
  expect(waiting(driven)).toMatchObject({ data: { keyIdentifier: OTHER_KEY } });
  driven.must('keyProvided', {
    ...{ track: 'CJA', keyIdentifier: OTHER_KEY, vaultResourceId: null, vaultTenantId: STATED },
  });
  expect(waiting(driven)).toBeUndefined();
});

describe('while approval is requested or given', () => {
  const PREPARED = ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'] as const;
  function requested(entered: string | null): DrivenRun {
    const driven = provided({ entered });
    for (const step of PREPARED)
      driven.must('stepAttested', { track: 'CJA', step, statement: 's', reference: null });
    return driven.must('approvalRequested', { track: 'CJA', principal: 'operator' });
  }
  const approved = (entered: string | null): DrivenRun =>
    requested(entered).must('approvalGranted', {
      ...{ track: 'CJA', principal: 'approver', comment: null },
      confirmImsOrgId: requested(entered).run.organization.imsOrgId,
    });
  const approvalOf = ({ run }: DrivenRun) => run.tracks.CJA.approval;
  const VOID = { status: 'void', voided: { code: 'evidenceChanged', values: { steps: 'VAULT' } } };

  it.each([
    ['requested', requested],
    ['given', approved],
  ] as const)('one that is %s becomes void where the vault names a tenant', (_, begun) => {
    for (const entered of [null, ENTERED]) {
      const driven = begun(entered);
      driven.must('vaultProbed', probed());
      expect(approvalOf(driven), String(entered)).toMatchObject(VOID);
    }
  });

  it.each([
    ['requested', requested],
    ['approved', approved],
  ] as const)('one stays %s where it is the tenant that was entered, or none', (status, begun) => {
    const same = begun(STATED);
    same.must('vaultProbed', probed());
    expect(approvalOf(same)).toMatchObject({ status });
    const none = begun(ENTERED);
    none.must('vaultProbed', probed({ reason: 'otherAnswer', vaultTenantId: null }));
    expect(approvalOf(none)).toMatchObject({ status });
  });

  it('asked for again, it holds what the vault said, and stays valid', () => {
    const driven = requested(ENTERED);
    driven.must('vaultProbed', probed());
    driven.must('approvalRequested', { track: 'CJA', principal: 'operator' });
    expect(evidenceOf(driven.run, 'CJA')).toMatchObject({
      ...{ tenantId: ENTERED, vaultTenantId: STATED },
    });
    driven.must('vaultProbed', probed());
    expect(approvalOf(driven)).toMatchObject({ status: 'requested' });
  });
});

it('is no better than a connection, and changes nothing that was approved and is done', () => {
  const connected = provided({ connected: true });
  connected.must('vaultProbed', probed());
  expect(otherTenantOf(connected.run, 'CJA')).toBeNull();
  const closed = provided();
  closed.must('runCancelled', { reason: 'given up' });
  expect(closed.effects.size).toBe(0);
  const before = closed.run;
  closed.apply('vaultProbed', probed());
  expect(closed.run).toBe(before);
});
