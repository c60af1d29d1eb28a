/** The very same key, provided again, changes nothing that was read or approved. */
import { describe, expect, it } from 'vitest';
import { AWS_ROLE, factsOnAws, KEY_ARN, ON_AWS, POLICY_TEMPLATE } from '../../testing/awsFacts.ts';
import { APPROVER, DrivenRun } from '../../testing/drivenRun.ts';
import { keyIdentifier } from '../../testing/goodFacts.ts';
import type { EventData } from '../event.ts';

const RESOURCE =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/a/providers/Microsoft.KeyVault/vaults/contoso-cmk';
const TENANT = '22222222-2222-4222-8222-222222222222';

function onAws(connected: boolean): DrivenRun {
  const aws = connected ? AWS_ROLE : null;
  const driven = new DrivenRun({
    ...{ organization: ON_AWS, connections: { adobe: null, azure: null, aws } },
  });
  driven.world = (_track, step) => factsOnAws(step);
  const attest = (step: 'ENTITLEMENT' | 'KEY' | 'POLICY') =>
    driven.must('stepAttested', { track: 'AEP', step, statement: 's', reference: null });
  attest('ENTITLEMENT');
  driven
    .must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null })
    .must('keyPolicyProvided', { policy: POLICY_TEMPLATE })
    .observe();
  if (!connected) {
    attest('KEY');
    attest('POLICY');
  }
  for (const step of ['KEY', 'POLICY'] as const)
    for (const { check, verdict } of driven.step('AEP', step).checks)
      if (verdict === 'WARN')
        driven.must('checkOverridden', { track: 'AEP', check, reason: 'accepted' });
  return driven.approve('AEP');
}
const onAzure = (): DrivenRun => new DrivenRun().prepare().approve('AEP');

const provide = (
  driven: DrivenRun,
  keyIdentifierText: string,
  part: Partial<EventData['keyProvided']> = {},
): DrivenRun =>
  driven.must(
    'keyProvided',
    { track: 'AEP', keyIdentifier: keyIdentifierText, vaultResourceId: null, ...part },
    APPROVER,
  );
const approvalOf = ({ run }: DrivenRun) => run.tracks.AEP.approval?.status;

describe.each<[string, () => DrivenRun, string]>([
  ['a connected run on Azure', onAzure, keyIdentifier('AEP')],
  ['a connected run on AWS', () => onAws(true), KEY_ARN],
  ['a run on AWS that was attested', () => onAws(false), KEY_ARN],
])('%s', (_what, make, text) => {
  it('is the very same run after its key was provided again, as often as that is', () => {
    const driven = make();
    const { run } = driven;
    const [events, effects] = [driven.events.length, [...driven.effects.keys()]];
    expect(approvalOf(driven)).toBe('approved');
    for (const given of [text, `  ${text}\n`, text]) {
      provide(driven, given);
      expect(driven.run).toBe(run);
    }
    expect(driven.events).toHaveLength(events);
    expect([...driven.effects.keys()]).toEqual(effects);
  });

  it('loses its approval to another key', () => {
    const driven = make();
    provide(driven, text.replace(/[0-9a-f]{4}$/, 'eeee'));
    expect(approvalOf(driven)).toBe('void');
  });
});

describe('a key on Azure', () => {
  it('is the same in other letters of its host', () => {
    const driven = onAzure();
    const { run } = driven;
    provide(driven, keyIdentifier('AEP').replace('https://contoso', 'HTTPS://Contoso'));
    expect(driven.run).toBe(run);
  });

  it('is forgotten as before where its vault’s resource ID is another one', () => {
    const driven = onAzure();
    provide(driven, keyIdentifier('AEP'), { vaultResourceId: RESOURCE });
    expect(driven.run.tracks.AEP.key?.vaultResourceId).toBe(RESOURCE);
    expect(approvalOf(driven)).toBe('void');
    expect(driven.step('AEP', 'VAULT').facts).toBeNull();
  });

  it('takes the tenant that its vault states now, and keeps the rest', () => {
    const driven = onAzure();
    const { steps } = driven.run.tracks.AEP;
    provide(driven, keyIdentifier('AEP'), { vaultTenantId: TENANT.toUpperCase() });
    expect(driven.run.tracks.AEP.key?.probedTenantId).toBe(TENANT);
    expect(driven.run.tracks.AEP.steps.VAULT).toBe(steps.VAULT);
    expect(approvalOf(driven)).toBe('approved');
    const { run } = driven;
    // Nothing was found out this time: what is known stays.
    provide(driven, keyIdentifier('AEP'), { askVaultLater: true });
    expect(driven.run).toBe(run);
  });

  it('is asked again for its tenant where that is not known, and once', () => {
    const driven = onAzure();
    provide(driven, keyIdentifier('AEP'), { askVaultLater: true });
    expect(driven.run.tracks.AEP.key?.tenantAsked).toBe(true);
    expect(driven.effects.get('probe:AEP')).toMatchObject({ type: 'probeVault' });
    expect(approvalOf(driven)).toBe('approved');
    const { run } = driven;
    provide(driven, keyIdentifier('AEP'), { askVaultLater: true });
    expect(driven.run).toBe(run);
    expect([...driven.effects.keys()].filter((key) => key === 'probe:AEP')).toHaveLength(1);
  });
});
