/**
 * Scripts of KEY and ROLE: what exists is taken over as it is, and applying again changes nothing.
 */
import { describe, expect, it } from 'vitest';
import { anAssignment, APPLICATION, DrivenRun } from '@keyway/core/testing';
import {
  ASSIGNMENT,
  vaultAssignment,
  GROUP,
  inHcl,
  keyOf,
  PRINCIPAL,
  resourceIdOf,
  instructionsAt,
  SITUATIONS,
  SUBSCRIPTION,
  terraformOf,
  textOf,
  toolsOf,
  VERSION,
  type Block,
  type Place,
} from '../../testing/scriptSituations.ts';
import type { RoleAssignmentFacts } from '@keyway/core';
import { instructionsFor } from './instructionsFor.ts';

describe('KEY', () => {
  it('imports the key that exists with its type, size and operations', async () => {
    const place: Place = {
      key: { kty: 'RSA', bits: 4096, keyOps: ['decrypt', 'sign', 'unwrapKey', 'wrapKey'] },
    };
    const { import: imported, resource } = await terraformOf(place, 'KEY');
    expect(imported).toEqual([{ to: '${azurerm_key_vault_key.cmk}', id: keyOf(place) }]);
    expect(resource!['azurerm_key_vault_key']!['cmk']![0]).toMatchObject({
      name: 'ajo-cmk',
      key_vault_id: resourceIdOf(place),
      key_type: 'RSA',
      key_size: 4096,
      key_opts: ['decrypt', 'sign', 'unwrapKey', 'wrapKey'],
      lifecycle: [{ prevent_destroy: true }],
    });
    expect(toolsOf(place, 'KEY')).not.toContain('BICEP');
  });

  it('adds the operations that are missing to those that are there', async () => {
    const place: Place = { key: { keyOps: ['sign', 'wrapKey'], enabled: true } };
    expect(textOf(place, 'KEY', 'AZ_CLI')).toContain(
      `set-attributes --vault-name="$VAULT" --name="$KEY" --version='${VERSION}' --ops sign wrapKey unwrapKey`,
    );
    expect(await inHcl(place, 'KEY', 'azurerm_key_vault_key')).toMatchObject({
      key_opts: ['sign', 'wrapKey', 'unwrapKey'],
    });
  });

  it('leaves a disabled key to the tools that say that they enable it', () => {
    const place: Place = { key: { enabled: false } };
    expect(textOf(place, 'KEY', 'AZ_CLI')).toContain('--enabled true');
    expect(toolsOf(place, 'KEY')).toEqual(['AZ_CLI', 'POWERSHELL']);
  });
});

describe('ROLE', () => {
  /**
   * What azurerm_role_assignment reads back, and what of it forces a new assignment when the code
   * says something else.
   */
  const readBack = ({
    id,
    scope,
    principalId,
    principalType,
    roleDefinitionGuid,
  }: RoleAssignmentFacts) => ({
    name: id.split('/').at(-1),
    scope,
    role_definition_id: `/subscriptions/${scope.split('/')[2]}/providers/Microsoft.Authorization/roleDefinitions/${roleDefinitionGuid}`,
    principal_id: principalId,
    principal_type: principalType,
  });
  function wouldReplace(code: Block, state: Record<string, string | null | undefined>): string[] {
    const same = (name: string) =>
      name === 'role_definition_id'
        ? String(code[name]).toLowerCase() === state[name]?.toLowerCase()
        : code[name] === state[name];
    return Object.keys(state).filter((name) => code[name] !== undefined && !same(name));
  }

  it.each([
    ['at the vault', vaultAssignment],
    [
      'in other letters',
      {
        ...vaultAssignment,
        scope: vaultAssignment.scope!.replace('resourceGroups', 'resourcegroups'),
        id: vaultAssignment.id!.replace('resourceGroups', 'resourcegroups'),
      },
    ],
    [
      'at the resource group',
      {
        id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
        scope: `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}`,
      },
    ],
  ])(
    'imports the assignment %s, and applying again changes nothing',
    async (_where, assignment) => {
      const place: Place = { assignments: [assignment] };
      const { import: imported } = await terraformOf(place, 'ROLE');
      expect(imported).toEqual([{ to: '${azurerm_role_assignment.adobe}', id: assignment.id }]);
      const code = await inHcl(place, 'ROLE', 'azurerm_role_assignment');
      expect(
        wouldReplace(code, readBack(anAssignment({ principalId: PRINCIPAL, ...assignment }))),
      ).toEqual([]);
      expect(code['lifecycle']).toMatchObject([{ prevent_destroy: true }]);
    },
  );

  it('creates it so that applying again changes nothing, under the name that Keyway itself would use', async () => {
    const place: Place = { assignments: [] };
    const code = await inHcl(place, 'ROLE', 'azurerm_role_assignment');
    const made = anAssignment({
      id: `${resourceIdOf(place)}/providers/Microsoft.Authorization/roleAssignments/${String(code['name'])}`,
      scope: resourceIdOf(place),
      principalId: PRINCIPAL,
    });
    expect(wouldReplace(code, readBack(made))).toEqual([]);
    expect(code['name']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    for (const tool of ['AZ_CLI', 'BICEP'] as const)
      expect(textOf(place, 'ROLE', tool)).toContain(String(code['name']));
    // The form that is a change on every apply, which the test has to notice.
    expect(
      wouldReplace(
        {
          ...code,
          role_definition_id: `/providers/Microsoft.Authorization/roleDefinitions/${made.roleDefinitionGuid}`,
        },
        readBack(made),
      ),
    ).toEqual(['role_definition_id']);
  });

  it('writes no Terraform for an assignment above all subscriptions, and no second assignment beside one that reaches the vault', () => {
    expect(toolsOf(SITUATIONS['assignment in a management group']!, 'ROLE')).toEqual([]);
    expect(toolsOf(SITUATIONS['assignment above']!, 'ROLE')).toEqual(['TERRAFORM']);
    expect(instructionsAt(SITUATIONS['assignment above']!, 'ROLE').text).toContain(
      'already assigned',
    );
  });

  it('takes the name of the assignment that is there in Bicep', () => {
    expect(textOf(SITUATIONS['assignment exists']!, 'ROLE', 'BICEP')).toContain(
      `name: '${ASSIGNMENT}'`,
    );
  });

  it('asks Azure for the principal where it is not known yet', () => {
    const driven = new DrivenRun().prepare();
    const { CONSENT, ...steps } = driven.run.tracks.AEP.steps;
    const run = {
      ...driven.run,
      tracks: {
        ...driven.run.tracks,
        AEP: {
          ...driven.run.tracks.AEP,
          steps: { ...steps, CONSENT: { ...CONSENT!, facts: null } },
        },
      },
    };
    const { scripts } = instructionsFor(run, 'AEP', 'ROLE', 'en')!;
    expect(scripts.find(({ tool }) => tool === 'AZ_CLI')!.text).toContain(
      `PRINCIPAL=$(az ad sp show --id='${APPLICATION}' --query id --output tsv)`,
    );
    expect(scripts.map(({ text }) => text).join('')).not.toMatch(/<[a-z-]+>/);
  });

  it('imports the local assignment of a Managed HSM by its address', async () => {
    const place = SITUATIONS['HSM in order']!;
    const { import: imported } = await terraformOf(place, 'ROLE');
    expect(imported?.[0]?.id).toBe(
      `https://fabrikamhsm.managedhsm.azure.net//keys/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
    );
    expect(
      await inHcl(
        place,
        'ROLE',
        'azurerm_key_vault_managed_hardware_security_module_role_assignment',
      ),
    ).toMatchObject({
      managed_hsm_id: resourceIdOf(place),
      name: ASSIGNMENT,
      scope: '/keys',
      role_definition_id:
        '/Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/33413926-3206-4cdd-b39a-83574fe37a17',
    });
  });
});
