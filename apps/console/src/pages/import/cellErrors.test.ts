import { describe, expect, it } from 'vitest';
import { cellErrors } from './cellErrors.ts';

const GOOD = {
  name: 'Contoso',
  imsorgid: '0123456789ABCDEF01234567@AdobeOrg',
  shield: 'HEALTHCARE_SHIELD',
};
const AWS = { ...GOOD, cloud: 'aws', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' };

describe('cellFaults', () => {
  it.each([
    ['name', { ...GOOD, name: ' ' }, 'input.required'],
    ['name', { ...GOOD, name: 'x'.repeat(201) }, 'input.tooLong'],
    ['imsOrgId', { ...GOOD, imsorgid: '1234@AdobeOrg' }, 'input.imsOrgId'],
    ['imsOrgId', { ...GOOD, imsorgid: '0123456789ABCDEF01234567' }, 'input.imsOrgIdSuffix'],
    ['shield', { ...GOOD, shield: '' }, 'input.required'],
    ['shield', { ...GOOD, shield: 'NONE' }, 'import.fault.oneOf'],
    ['region', { ...GOOD, region: 'MOON1' }, 'import.fault.oneOf'],
    ['cloud', { ...GOOD, cloud: 'GCP' }, 'import.fault.oneOf'],
    ['ownsCja', { ...GOOD, ownscja: 'maybe' }, 'import.fault.oneOf'],
    ['azureTenantId', { ...GOOD, azuretenantid: 'contoso.com' }, 'input.guid'],
    [
      'azureTenantId',
      { ...AWS, azuretenantid: '11111111-1111-4111-8111-111111111111' },
      'import.fault.tenantOnAws',
    ],
    ['region', { ...AWS, region: 'NLD2' }, 'import.fault.oneOf'],
    ['region', { ...AWS, region: '' }, 'import.fault.oneOf'],
    ['region', { ...GOOD, region: 'VA6' }, 'import.fault.oneOf'],
    ['shield', { ...AWS, shield: 'HEALTHCARE_SHIELD' }, 'import.fault.oneOf'],
  ])('tells what is wrong with %s', (column, cells, id) => {
    expect(cellErrors(cells, [column], 'SKIP')).toMatchObject([{ column, id }]);
  });

  it('tells every fault of the line, since the server says the others within the first', () => {
    const faults = cellErrors({ ...GOOD, name: '', region: 'MOON1' }, ['name'], 'SKIP');
    expect(faults?.map(({ column }) => column)).toEqual(['name', 'region']);
  });

  it('tells that an organization exists with other values, where such are left as they are', () => {
    expect(cellErrors(GOOD, ['name'], 'SKIP')).toEqual([
      { column: 'name', id: 'import.fault.exists', values: '' },
    ]);
    expect(cellErrors(GOOD, ['name'], 'UPDATE')).toBeNull();
  });

  it('leaves to the server what the cells do not tell: an organization named twice, a line that cannot be read', () => {
    expect(cellErrors(GOOD, ['imsOrgId'], 'SKIP')).toBeNull();
    expect(cellErrors({ ...GOOD, name: '' }, ['imsOrgId'], 'SKIP')).toBeNull();
    expect(cellErrors({}, [], 'SKIP')).toBeNull();
    expect(
      cellErrors({ ...GOOD, region: 'nld2', ownscja: 'YES' }, ['region'], 'UPDATE'),
    ).toBeNull();
  });
});
