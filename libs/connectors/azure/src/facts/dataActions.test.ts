import { describe, expect, it } from 'vitest';
import { dataActions } from './dataActions.ts';

const KEYS = 'Microsoft.KeyVault/vaults/keys';
const definition = (...permissions: object[]) => ({ permissions });

describe('dataActions', () => {
  it('keeps what is granted, wildcards too', () => {
    expect(
      dataActions(
        definition({ dataActions: [`${KEYS}/*`] }, { dataActions: [`${KEYS}/read`] }),
        'azureRbac',
      ),
    ).toEqual([`${KEYS}/*`, `${KEYS}/read`]);
  });

  it('takes out what is taken back, whatever the case, and spells out what remains of a wildcard', () => {
    const permission = {
      dataActions: [`${KEYS}/*`, `${KEYS}/Wrap/action`],
      notDataActions: [`${KEYS.toUpperCase()}/WRAP/*`],
    };
    expect(dataActions(definition(permission), 'azureRbac')).toEqual([
      `${KEYS}/read`,
      `${KEYS}/unwrap/action`,
    ]);
    expect(
      dataActions(definition({ dataActions: ['*'], notDataActions: ['*'] }), 'azureRbac'),
    ).toEqual([]);
  });

  it('takes exceptions back from their own permission only, as Azure does', () => {
    const wide = { dataActions: [`${KEYS}/*`], notDataActions: [`${KEYS}/wrap/action`] };
    expect(
      dataActions(definition(wide, { dataActions: [`${KEYS}/wrap/action`] }), 'azureRbac'),
    ).toContain(`${KEYS}/wrap/action`);
  });

  it('reads a wildcard of any length at once: customers write these', () => {
    const permission = {
      dataActions: [`${'*'.repeat(40)}x`],
      notDataActions: [`${KEYS}/wrap/action`],
    };
    expect(dataActions(definition(permission), 'azureRbac')).toEqual([]);
  });

  it('is no fact from another form', () => {
    for (const wrong of [null, {}, { permissions: 'all' }, { permissions: [{ dataActions: 'x' }] }])
      expect(() => dataActions(wrong, 'azureRbac')).toThrow();
  });
});
