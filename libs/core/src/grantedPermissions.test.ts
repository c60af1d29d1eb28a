/** Azure's wildcards and exceptions, role by role. */
import { describe, expect, it } from 'vitest';
import { listedPermissions, permissionListsSchema } from './grantedPermissions.ts';

const READ = 'Microsoft.KeyVault/vaults/read';
const ASSIGN = 'Microsoft.Authorization/roleAssignments/write';
const grant = (actions: string[], notActions: string[] = [], conditional = false) => ({
  ...{ actions, notActions, conditional },
});

describe('a list of permissions', () => {
  it.each([
    ['nothing', [], 'MISSING'],
    ['its own name, in another case', [grant(['microsoft.keyvault/VAULTS/Read'])], 'GRANTED'],
    ['a wildcard', [grant(['*/read'])], 'GRANTED'],
    ['another permission that begins as it does', [grant([`${READ}/action`])], 'MISSING'],
    ['a wildcard that it is taken from', [grant(['*'], ['Microsoft.KeyVault/*'])], 'MISSING'],
    [
      'a role that it is taken from, and another that has it',
      [grant(['*'], [READ]), grant([READ])],
      'GRANTED',
    ],
    ['a role under a condition', [grant(['*'], [], true)], 'UNKNOWN'],
    [
      'one role under a condition and one without',
      [grant(['*'], [], true), grant(['*'])],
      'GRANTED',
    ],
  ])('with %s', (_what, list, expected) => {
    expect(listedPermissions(list)[READ]).toBe(expected);
  });

  it('of a Contributor lacks the assignment of roles', () => {
    const contributor = grant(
      ['*'],
      ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write'],
    );
    const listed = listedPermissions([contributor]);
    expect([listed[READ], listed[ASSIGN]]).toEqual(['GRANTED', 'MISSING']);
  });

  it('says nothing of Graph, nor of the roles of a Managed HSM (HSM-03)', () => {
    const listed = listedPermissions([grant(['*'])]);
    expect(listed).not.toHaveProperty('Application.Read.All');
    expect(listed).not.toHaveProperty('Microsoft.KeyVault/managedHsm/keys/read/action');
  });

  it('that another version stored is read without what is not known', () => {
    const listed = {
      [READ]: 'GRANTED',
      'Microsoft.New/things/read': 'MISSING',
      constructor: 'GRANTED',
    };
    const at = { scope: '/subscriptions/s', readAt: '2026-01-01T00:00:00.000Z' };
    expect(permissionListsSchema.parse([{ ...at, listed }])).toEqual([
      { ...at, listed: { [READ]: 'GRANTED' } },
    ]);
  });
});
