import { expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import { keyIdentifier } from '../testing/goodFacts.ts';
import { tenantConflict } from './tenantConflict.ts';

const ONE = '11111111-aaaa-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

it('is what the organization or a vault names, whatever its case', () => {
  const stated = new DrivenRun({ connections: { adobe: null, azure: null } })
    .must('stepAttested', { track: 'CJA', step: 'ENTITLEMENT', statement: 's', reference: null })
    .must('keyProvided', {
      ...{ track: 'CJA', keyIdentifier: keyIdentifier('CJA'), vaultResourceId: null },
      vaultTenantId: OTHER,
    }).run;
  expect(tenantConflict(ONE, { azureTenantId: ONE.toUpperCase() }, null)).toBeNull();
  expect(tenantConflict(ONE, { azureTenantId: null }, null)).toBeNull();
  expect(tenantConflict(null, { azureTenantId: OTHER }, stated)).toBeNull();
  expect(tenantConflict(OTHER, { azureTenantId: OTHER }, stated)).toBeNull();
  expect(tenantConflict(ONE, { azureTenantId: OTHER }, null)).toEqual({
    ...{ with: 'organization', tenantId: OTHER },
  });
  expect(tenantConflict(ONE, { azureTenantId: ONE }, stated)).toEqual({
    ...{ with: 'vault', tenantId: OTHER },
  });
});
