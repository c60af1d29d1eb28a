import { describe, expect, it } from 'vitest';
import { findOnlyOrganization, hasRole, ownedOrganizations } from './viewerAccess.ts';

const CONTOSO = { id: 'contoso', name: 'Contoso' };
const ADATUM = { id: 'adatum', name: 'Adatum' };

describe('a role', () => {
  const grants = [
    { role: 'OPERATOR', organization: CONTOSO },
    { role: 'AUDITOR', organization: null },
  ] as const;

  it('for one organization is none for the partner', () => {
    expect(hasRole(grants, ['OPERATOR', 'OWNER'], 'partner')).toBe(false);
    expect(hasRole(grants, ['OPERATOR', 'OWNER'], 'anywhere')).toBe(true);
    expect(hasRole(grants, ['AUDITOR'], 'partner')).toBe(true);
    expect(hasRole([], ['AUDITOR'], 'anywhere')).toBe(false);
  });
});

describe('the only organization', () => {
  it('is found where all grants are about it', () => {
    const twice = [
      { role: 'OPERATOR', organization: CONTOSO },
      { role: 'APPROVER', organization: CONTOSO },
    ] as const;
    expect(findOnlyOrganization(twice)).toEqual(CONTOSO);
  });

  it.each([
    [[]],
    [[{ role: 'AUDITOR', organization: null }]],
    [
      [
        { role: 'APPROVER', organization: CONTOSO },
        { role: 'AUDITOR', organization: null },
      ],
    ],
    [
      [
        { role: 'APPROVER', organization: CONTOSO },
        { role: 'APPROVER', organization: ADATUM },
      ],
    ],
  ] as const)('is none for %j', (grants) => {
    expect(findOnlyOrganization(grants)).toBeNull();
  });
});

describe('the owned organizations', () => {
  it('are those with the role OWNER, or all', () => {
    const some = [
      { role: 'OWNER', organization: CONTOSO },
      { role: 'AUDITOR', organization: null },
    ] as const;
    expect(ownedOrganizations(some)).toEqual([CONTOSO]);
    expect(ownedOrganizations([{ role: 'OWNER', organization: null }])).toBeNull();
    expect(ownedOrganizations([{ role: 'AUDITOR', organization: null }])).toEqual([]);
  });
});
