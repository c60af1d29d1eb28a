import { describe, expect, it } from 'vitest';
import { managedHsmFacts, vaultFacts } from './vaultFacts.ts';

const document = (properties: object) => ({
  id: '/subscriptions/s/resourceGroups/r/providers/Microsoft.KeyVault/vaults/contoso-cmk',
  name: 'contoso-cmk',
  location: 'eastus',
  properties: {
    tenantId: 't',
    sku: { family: 'A', name: 'premium' },
    vaultUri: 'https://contoso-cmk.vault.azure.net/',
    ...properties,
  },
});

describe('vaultFacts', () => {
  it('normalizes the address (API-15)', () => {
    const uri = (vaultUri: unknown) => vaultFacts(document({ vaultUri })).vaultUri;
    expect(uri('https://CONTOSO-cmk.vault.azure.net:443/')).toBe(
      'https://contoso-cmk.vault.azure.net',
    );
    expect(uri('https://contoso-cmk.vault.azure.net')).toBe('https://contoso-cmk.vault.azure.net');
    expect(uri('not a URL')).toBe('not a URL');
    expect(uri(undefined)).toBeNull();
  });

  it('takes null for absent (KV-04, KV-05)', () => {
    expect(
      vaultFacts(
        document({ enablePurgeProtection: null, enableRbacAuthorization: null, networkAcls: null }),
      ),
    ).toMatchObject({
      enablePurgeProtection: null,
      enableRbacAuthorization: null,
      networkAcls: null,
    });
  });

  it('sorts rules, so that the same rules are the same facts', () => {
    const acls = (values: string[]) =>
      vaultFacts(document({ networkAcls: { ipRules: values.map((value) => ({ value })) } }))
        .networkAcls;
    expect(acls(['20.88.123.53', '1.1.1.1/32'])).toEqual(acls(['1.1.1.1/32', '20.88.123.53']));
  });

  it.each([
    ['enablePurgeProtection', 'true'],
    ['enableSoftDelete', 1],
    ['enableRbacAuthorization', 'false'],
    ['softDeleteRetentionInDays', '90'],
    ['publicNetworkAccess', true],
    ['networkAcls', 'Deny'],
    ['networkAcls', { ipRules: [{ value: 7 }] }],
    ['sku', 'premium'],
    ['tenantId', 5],
  ])('is no fact when %s is %j: a wrong type is not "absent"', (name, value) => {
    expect(() => vaultFacts(document({ [name]: value }))).toThrow(name);
  });

  it('reads a Managed HSM, whose tier stands outside and whose access control is its own (HSM-03)', () => {
    const hsm = {
      ...document({ hsmUri: 'https://x.managedhsm.azure.net/', sku: undefined }),
      sku: { family: 'B', name: 'Standard_B1' },
    };
    expect(managedHsmFacts(hsm)).toMatchObject({
      kind: 'managedHsm',
      skuFamily: 'B',
      vaultUri: 'https://x.managedhsm.azure.net',
      enableRbacAuthorization: null,
    });
  });
});
