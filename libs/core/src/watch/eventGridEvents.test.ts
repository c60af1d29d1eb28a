import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventGridEvents, vaultNameOf } from './eventGridEvents.ts';

const TOPIC = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/Contoso-Keys';
const own = (eventType: string, data: object = {}, topic: string | null = TOPIC) => ({
  ...{ id: '1', topic, subject: 'key', eventType, data, dataVersion: '1' },
});

describe('events of Event Grid', () => {
  it.each([
    'Microsoft.KeyVault.KeyNewVersionCreated',
    'Microsoft.KeyVault.KeyNearExpiry',
    'Microsoft.KeyVault.KeyExpired',
    'Microsoft.KeyVault.VaultAccessPolicyChanged',
  ])('name their vault in both schemas: %s', (type) => {
    const key = [{ kind: 'key', vault: 'contoso-keys' }];
    expect(eventGridEvents([own(type)])).toEqual(key);
    const cloudEvent = { specversion: '1.0', id: '1', source: TOPIC, type, data: {} };
    expect(eventGridEvents(cloudEvent)).toEqual(key);
    expect(eventGridEvents([cloudEvent])).toEqual(key);
  });

  it('are read as Microsoft’s own samples write them (MON-03)', () => {
    const event = {
      Id: '1',
      'EventType ': ' microsoft.keyvault.KEYEXPIRED ',
      Data: { 'VaultName ': ' CONTOSO-keys', 'ObjectName ': 'k', EXP: '1', NBF: '1' },
    };
    expect(eventGridEvents([event])).toEqual([{ kind: 'key', vault: 'contoso-keys' }]);
  });

  it('name the vault that Event Grid states, whatever their data says', () => {
    const event = own('Microsoft.KeyVault.KeyExpired', { VaultName: 'other' });
    expect(eventGridEvents([event])).toEqual([{ kind: 'key', vault: 'contoso-keys' }]);
    const storage = TOPIC.replace('vaults', 'accounts');
    const foreign = own('Microsoft.KeyVault.KeyExpired', { VaultName: 'contoso-keys' }, storage);
    expect(eventGridEvents([foreign])).toBeNull();
  });

  it('validate with a code of a bounded length', () => {
    const type = 'Microsoft.EventGrid.SubscriptionValidationEvent';
    expect(eventGridEvents([own(type, { validationCode: 'c' })])).toEqual([
      { kind: 'validation', code: 'c' },
    ]);
    for (const validationCode of [null, '', 7, 'x'.repeat(201)])
      expect(eventGridEvents([own(type, { validationCode })])).toBeNull();
  });

  it('are nothing else', () => {
    expect(eventGridEvents([own('Microsoft.KeyVault.SecretExpired')])).toEqual([{ kind: 'other' }]);
    for (const body of [null, 'x', [], {}, [{}], [own('Microsoft.KeyVault.KeyExpired', {}, null)]])
      expect(eventGridEvents(body)).toBeNull();
    const tooMany = Array.from({ length: 1_001 }, () => own('x'));
    expect(eventGridEvents(tooMany)).toBeNull();
    fc.assert(fc.property(fc.jsonValue(), (body) => void eventGridEvents(body)));
  });
});

it('finds vaults and Managed HSMs in resource IDs', () => {
  expect(vaultNameOf(`${TOPIC}/`)).toBe('contoso-keys');
  expect(vaultNameOf(TOPIC.replace('vaults', 'managedHSMs'))).toBe('contoso-keys');
  for (const id of ['', 'contoso-keys', `${TOPIC}/keys/k`, '/vaults/'])
    expect(vaultNameOf(id)).toBeNull();
});
