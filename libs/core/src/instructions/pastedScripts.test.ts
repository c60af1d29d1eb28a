/** What customers paste, in every situation: it changes only what has to change, names what was observed, and may be run again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../../testing/drivenRun.ts';
import {
  absent,
  aKey,
  anAssignment,
  anHsm,
  aPrincipal,
  APPLICATION,
  aVault,
  roleStep,
  seen,
  TENANT,
  vaultStep,
} from '../../testing/exampleFacts.ts';
import type { KeyFacts, RoleAssignmentFacts, StepFacts, VaultFacts } from '../facts.ts';
import { LOCALES, type ObservedStepId, type StepId } from '../vocabulary.ts';
import type { ScriptTool } from './instruction.ts';
import { instructionsFor } from './instructionsFor.ts';

const SUBSCRIPTION = '4f1c2d3e-0000-4000-8000-0000000000aa';
const GROUP = 'rg-prod keys';
const VERSION = '02cee357ad5d4c72b2b04881fdffd626';
const PRINCIPAL = 'aaaaaaaa-0000-4000-8000-000000000001';
const SUBNET = `/subscriptions/${SUBSCRIPTION}/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub/subnets/apps`;
const RULES = ['198.51.100.24/32', '203.0.113.0/24'];
const ASSIGNMENT = '7e57ab1e-0000-4000-8000-00000000beef';

interface Place {
  hsm?: boolean;
  vault?: Partial<VaultFacts> | 'absent' | 'deleted';
  key?: Partial<KeyFacts> | 'absent';
  assignments?: Partial<RoleAssignmentFacts>[];
  principal?: 'absent';
}

const nameOf = (place: Place): string => (place.hsm ? 'fabrikamhsm' : 'fabrikam-cmk');
const uriOf = (place: Place): string => `https://${nameOf(place)}.${place.hsm ? 'managedhsm' : 'vault'}.azure.net`;
const resourceIdOf = (place: Place): string =>
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}/providers/Microsoft.KeyVault/${place.hsm ? 'managedHSMs' : 'vaults'}/${nameOf(place)}`;
const keyOf = (place: Place): string => `${uriOf(place)}/keys/ajo-cmk/${VERSION}`;

function vaultIn(place: Place): StepFacts & { step: 'VAULT' } {
  if (place.vault === 'absent') return vaultStep(absent());
  if (place.vault === 'deleted') return vaultStep(absent(), { deletedVault: { name: nameOf(place), scheduledPurgeDate: null } });
  const make = place.hsm ? anHsm : aVault;
  const own = { name: nameOf(place), resourceId: resourceIdOf(place), vaultUri: uriOf(place), location: 'norwayeast', skuName: 'standard' };
  return vaultStep(seen(make({ ...own, ...place.vault })));
}

function facts(place: Place, step: ObservedStepId): StepFacts {
  const vault = vaultIn(place);
  switch (step) {
    case 'VAULT':
      return vault;
    case 'NETWORK':
      return { step, vault: vault.vault };
    case 'KEY':
      return { step, key: place.key === 'absent' ? absent() : seen(aKey({ keyIdentifier: keyOf(place), ...place.key })) };
    case 'CONSENT':
      return {
        step,
        servicePrincipal: place.principal ?? seen(aPrincipal({ tenantId: TENANT, objectId: PRINCIPAL, appId: APPLICATION })),
      } as StepFacts;
    case 'ROLE':
      return roleStep(...(place.assignments ?? []).map((one) => anAssignment({ principalId: PRINCIPAL, ...one })));
    default:
      return new DrivenRun().world('AEP', step);
  }
}

/** A run whose AEP track observed this place at every step. */
function runAt(place: Place) {
  const driven = new DrivenRun();
  driven.world = (track, step) => (track === 'AEP' ? facts(place, step) : new DrivenRun().world(track, step));
  driven.must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', statement: 's', reference: null });
  driven.must('keyProvided', { track: 'AEP', keyIdentifier: keyOf(place), vaultResourceId: null });
  driven.look();
  // Steps that wait for a blocked one are shown what is there as well.
  const steps = Object.fromEntries(
    Object.entries(driven.run.tracks.AEP.steps).map(([step, state]) => [
      step,
      ['NETWORK', 'KEY', 'CONSENT', 'ROLE'].includes(step) && place.vault !== 'absent' && place.vault !== 'deleted'
        ? { ...state, facts: place.principal && step !== 'NETWORK' && step !== 'KEY' ? null : facts(place, step as ObservedStepId) }
        : state,
    ]),
  );
  return { ...driven.run, tracks: { ...driven.run.tracks, AEP: { ...driven.run.tracks.AEP, steps } } } as typeof driven.run;
}

const shown = (place: Place, step: StepId) => instructionsFor(runAt(place), 'AEP', step, 'en')!;
const toolsOf = (place: Place, step: StepId): ScriptTool[] => shown(place, step).scripts.map(({ tool }) => tool);
const textOf = (place: Place, step: StepId, tool: ScriptTool): string =>
  shown(place, step).scripts.find((one) => one.tool === tool)?.text ?? '';

type Block = Record<string, unknown>;
type Hcl = { resource?: Record<string, Record<string, Block[]>>; import?: { to: string; id: string }[]; data?: Block };
const hcl = async (text: string): Promise<Hcl> => (await parse('main.tf', text)) as Hcl;
const terraformOf = async (place: Place, step: StepId): Promise<Hcl> => hcl(textOf(place, step, 'TERRAFORM'));
const inHcl = async (place: Place, step: StepId, type: string): Promise<Block> =>
  Object.values((await terraformOf(place, step)).resource![type]!)[0]![0]!;

const DENY = { bypass: 'None', defaultAction: 'Deny', ipRules: RULES, virtualNetworkRules: [SUBNET] };
const atVault: Partial<RoleAssignmentFacts> = {
  id: `${resourceIdOf({})}/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
  scope: resourceIdOf({}),
};
const atHsm: Partial<RoleAssignmentFacts> = {
  id: `/keys/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
  scope: '/keys',
  store: 'hsmLocal',
  roleDefinitionGuid: '33413926-3206-4cdd-b39a-83574fe37a17',
};
const OFF = { enablePurgeProtection: null, enableRbacAuthorization: false };
const SITUATIONS: Record<string, Place> = {
  'nothing exists': { vault: 'absent', key: 'absent', assignments: [] },
  'vault deleted': { vault: 'deleted', key: 'absent', assignments: [] },
  'vault with rules': { vault: { ...OFF, networkAcls: DENY }, key: 'absent', assignments: [] },
  'vault closed': { vault: { publicNetworkAccess: 'Disabled', networkAcls: DENY }, key: { enabled: false, keyOps: ['sign'] } },
  'legacy vault': { vault: { ...OFF, enableSoftDelete: false }, key: { kty: 'EC', bits: null } },
  perimeter: { vault: { publicNetworkAccess: 'SecuredByPerimeter' }, key: { bits: 2048 } },
  'key exists': { key: { expires: 2_000_000_000, keyOps: ['encrypt', 'unwrapKey', 'wrapKey'] }, assignments: [] },
  'assignment exists': { assignments: [atVault] },
  'assignment above': {
    assignments: [
      {
        id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
        scope: `/subscriptions/${SUBSCRIPTION}`,
      },
    ],
  },
  'assignment in a management group': {
    assignments: [
      {
        id: `/providers/Microsoft.Management/managementGroups/m/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
        scope: '/providers/Microsoft.Management/managementGroups/m',
      },
    ],
  },
  'HSM to change': { hsm: true, vault: { enablePurgeProtection: null, networkAcls: DENY }, key: 'absent', assignments: [] },
  'HSM absent': { hsm: true, vault: 'absent', key: 'absent', assignments: [] },
  'HSM in order': { hsm: true, assignments: [atHsm] },
};
const STEPS = ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'] as const;
const each = Object.entries(SITUATIONS).flatMap(([name, place]) => STEPS.map((step) => ({ name, step, place })));
const exists = (place: Place): boolean => place.vault !== 'absent' && place.vault !== 'deleted';

/** Bicep's grammar as far as these scripts use it: strings closed, brackets in pairs. */
function bicepResources(text: string): { type: string; existing: boolean }[] {
  const bare = text.replace(/\/\/.*/g, '').replace(/'(\\.|[^'\\])*'/g, "''");
  expect(bare).not.toMatch(/''[^\s,)\]@:=}]/);
  let open = '';
  for (const bracket of bare.replace(/[^{}[\]()]/g, '')) {
    if ('{[('.includes(bracket)) open += bracket;
    else {
      expect(open.at(-1)).toBe({ '}': '{', ']': '[', ')': '(' }[bracket]);
      open = open.slice(0, -1);
    }
  }
  expect(open).toBe('');
  return [...text.matchAll(/^resource \w+ '([^@']+)@[\d-]+' (existing )?= \{$/gm)].map(([, type, existing]) => ({
    type: type!,
    existing: !!existing,
  }));
}

describe.each(each)('$name, $step', ({ step, place }) => {
  it('reads in every language of its script', async () => {
    for (const { tool, text } of shown(place, step).scripts) {
      if (tool === 'AZ_CLI') execFileSync('sh', ['-n'], { input: text });
      if (tool === 'TERRAFORM') expect(Object.keys((await hcl(text)).resource ?? {}).length).toBeGreaterThan(0);
      if (tool === 'BICEP') expect(bicepResources(text).length).toBeGreaterThan(0);
    }
  });

  it('has no placeholder where the value is known', () => {
    const allowed = exists(place)
      ? /<name-of-another-key>/g
      : /<(resource-group|location|name-of-another-key|subscription-id|resource-id-of-the-vault)>/g;
    for (const locale of LOCALES) {
      const { text, scripts, values } = instructionsFor(runAt(place), 'AEP', step, locale)!;
      for (const one of [text, ...scripts.map((script) => script.text), ...values.map(({ value }) => value)])
        expect(one.replace(allowed, '')).not.toMatch(/<[a-z][a-z-]*>/);
    }
  });

  it('never creates or replaces what exists', () => {
    for (const { tool, text } of shown(place, step).scripts) {
      if (exists(place))
        expect(text).not.toMatch(
          /az keyvault create|New-AzKeyVault(ManagedHsm)? |resource "azurerm_key_vault(_managed_hardware_security_module)?" /,
        );
      if (tool === 'BICEP') {
        const written = bicepResources(text).filter(({ existing }) => !existing);
        for (const { type } of written) expect(exists(place) && /^Microsoft.KeyVault\/(vaults|managedHSMs)$/.test(type)).toBe(false);
      }
      if (step === 'KEY' && place.key !== 'absent')
        expect(text).not.toMatch(/KEY='ajo-cmk'[\s\S]*key create|Add-AzKeyVaultKey \S+ \S+ -Name 'ajo-cmk'/);
    }
  });
});

describe('what is made', () => {
  /** Which `create` lines run where every `show` prints this and ends so. */
  function created(script: string, show: string, status: number): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'keyway-az-'));
    try {
      const log = join(folder, 'log');
      writeFileSync(log, '');
      writeFileSync(join(folder, 'show'), show);
      const stub = `#!/bin/sh\ncase "$*" in *\\ show\\ *) cat '${join(folder, 'show')}' >&2; exit ${status};; *\\ create\\ *) echo "$*" >> '${log}';; esac\n`;
      writeFileSync(join(folder, 'az'), stub, { mode: 0o755 });
      execFileSync('sh', ['-c', `${script}true`], {
        env: { PATH: `${folder}:${process.env['PATH']}`, ADMINISTRATOR: 'a' },
        stdio: 'ignore',
      });
      return readFileSync(log, 'utf8').split('\n').filter(Boolean);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it.each([
    ['vault', { vault: 'absent' } as Place, 'VAULT', 'ResourceNotFound'],
    ['Managed HSM', { vault: 'absent', hsm: true } as Place, 'VAULT', 'ResourceNotFound'],
    ['key', { key: 'absent' } as Place, 'KEY', 'KeyNotFound'],
    ['key of a Managed HSM', { key: 'absent', hsm: true } as Place, 'KEY', 'KeyNotFound'],
  ] as const)('is a %s only where Azure says that there is none, not where it says anything else', (_what, place, step, code) => {
    const script = textOf(place, step, 'AZ_CLI');
    expect(created(script, `ERROR: (${code}) It was not found.`, 3)).toHaveLength(1);
    expect(created(script, 'https://it.is.there', 0)).toEqual([]);
    for (const other of [
      '(Forbidden) Client address is not authorized',
      '(TooManyRequests) Later.',
      'Connection reset',
      '(ResourceGroupNotFound) r',
    ])
      expect(created(script, `ERROR: ${other}`, 1)).toEqual([]);
  });
});

describe('VAULT', () => {
  it('changes what is wrong on a vault that exists, as a patch, and nothing where all is right', async () => {
    const place = SITUATIONS['vault with rules']!;
    expect(toolsOf(place, 'VAULT')).toEqual(['AZ_CLI', 'POWERSHELL', 'TERRAFORM']);
    const patch = await inHcl(place, 'VAULT', 'azapi_update_resource');
    expect(patch).toEqual({
      type: 'Microsoft.KeyVault/vaults@2023-07-01',
      resource_id: resourceIdOf(place),
      body: { properties: { enablePurgeProtection: true, enableRbacAuthorization: true } },
    });
    expect(toolsOf({}, 'VAULT')).toEqual([]);
    expect(shown({}, 'VAULT').text).toContain('there is no script');
    expect(textOf({ vault: { enablePurgeProtection: null } }, 'VAULT', 'AZ_CLI')).not.toContain('rbac');
  });

  it('says why Bicep is missing, and offers it for a vault that is proven not to exist', () => {
    expect(shown(SITUATIONS['vault with rules']!, 'VAULT').text).toContain('none for Bicep');
    expect(toolsOf({ vault: 'absent' }, 'VAULT')).toContain('BICEP');
    const notObserved = new DrivenRun().must('keyProvided', { track: 'AEP', keyIdentifier: keyOf({}), vaultResourceId: resourceIdOf({}) });
    const before = instructionsFor(notObserved.run, 'AEP', 'VAULT', 'en')!;
    expect(before.scripts.map(({ tool }) => tool)).toEqual(['AZ_CLI', 'POWERSHELL', 'TERRAFORM']);
    expect(before.text).toContain('no script for Bicep');
    expect(before.scripts[0]!.text).toContain(`RESOURCE_GROUP='${GROUP}'`);
  });

  it('recovers a deleted vault and does not create another', () => {
    expect(textOf({ vault: 'deleted' }, 'VAULT', 'AZ_CLI')).toContain('az keyvault recover --name="$VAULT"');
    for (const { text } of shown({ vault: 'deleted' }, 'VAULT').scripts)
      expect(text).not.toMatch(/create|New-AzKeyVault|azurerm_key_vault/);
  });
});

describe('NETWORK', () => {
  const isPatch = (patch: Block) => patch['type'] === 'Microsoft.KeyVault/vaults@2023-07-01' && patch['resource_id'] === resourceIdOf({});

  it('offers nothing for a vault that is open, lets Adobe in, or is in a perimeter', () => {
    const adobe = { bypass: 'AzureServices', defaultAction: 'Deny', ipRules: ['20.88.123.0/24'], virtualNetworkRules: [] };
    for (const vault of [{}, { networkAcls: null }, { networkAcls: adobe }, { publicNetworkAccess: 'SecuredByPerimeter' }])
      expect(toolsOf({ vault }, 'NETWORK')).toEqual([]);
  });

  it('keeps every observed rule, on any list of rules', async () => {
    const range = fc.tuple(fc.ipV4(), fc.integer({ min: 8, max: 32 })).map(([address, length]) => `${address}/${length}`);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(range, { maxLength: 12 }), fc.boolean(), async (ipRules, disabled) => {
        const place: Place = {
          vault: { publicNetworkAccess: disabled ? 'Disabled' : 'Enabled', networkAcls: { ...DENY, ipRules } },
        };
        const patch = await inHcl(place, 'NETWORK', 'azapi_update_resource');
        expect(isPatch(patch)).toBe(true);
        const { publicNetworkAccess, networkAcls } = (patch['body'] as { properties: { publicNetworkAccess?: string; networkAcls: Block } })
          .properties;
        expect(publicNetworkAccess).toBe(disabled ? 'Enabled' : undefined);
        expect(Object.keys(networkAcls)).toEqual(['bypass', 'defaultAction', 'ipRules']);
        expect(networkAcls).toMatchObject({ bypass: 'AzureServices', defaultAction: 'Deny' });
        for (const rule of ipRules) expect(networkAcls['ipRules']).toContain(`"${rule}"`);
        expect(networkAcls['ipRules']).toContain('data.azapi_resource.vault_network.output.properties.networkAcls.ipRules[*].value');
        const { text, scripts } = shown(place, 'NETWORK');
        for (const rule of [...ipRules, SUBNET]) expect(text).toContain(rule);
        for (const script of scripts)
          expect(script.text).not.toMatch(/network-rule remove|Remove-AzKeyVaultNetworkRule|-IpAddressRange '(?!20\.88\.123\.53)/);
      }),
      { numRuns: 25 },
    );
  });

  it('never opens a closed vault wider than to the listed addresses, and denies first', () => {
    const az = textOf(SITUATIONS['vault closed']!, 'NETWORK', 'AZ_CLI');
    expect(az).toMatch(/--default-action Deny --bypass AzureServices --public-network-access Enabled/);
    expect(az.indexOf('network-rule add')).toBeLessThan(az.indexOf('--public-network-access'));
    const powerShell = textOf(SITUATIONS['vault closed']!, 'NETWORK', 'POWERSHELL');
    expect(powerShell.indexOf('-DefaultAction Deny')).toBeLessThan(powerShell.indexOf('-PublicNetworkAccess Enabled'));
    const selected = textOf(SITUATIONS['vault with rules']!, 'NETWORK', 'AZ_CLI');
    expect(selected).not.toMatch(/default-action|public-network-access/);
  });

  it('says that the firewall applies to the reader too, and offers to admit their address without knowing it', () => {
    for (const place of [SITUATIONS['vault with rules']!, SITUATIONS['HSM to change']!]) {
      expect(shown(place, 'NETWORK').text).toContain('applies to you as well');
      const az = textOf(place, 'NETWORK', 'AZ_CLI');
      expect(az).toMatch(/ADMIT_MY_ADDRESS=no\n[\s\S]*network-rule add .* --ip-address="\$MY_ADDRESS"/);
    }
    expect(textOf(SITUATIONS['vault with rules']!, 'NETWORK', 'TERRAFORM')).toContain('variable "admin_addresses"');
    expect(textOf(SITUATIONS['vault with rules']!, 'NETWORK', 'POWERSHELL')).toContain('if ($MyAddress)');
  });

  it('only adds where the firewall was not observed', () => {
    const driven = new DrivenRun().must('keyProvided', { track: 'AEP', keyIdentifier: keyOf({}), vaultResourceId: null });
    const { scripts } = instructionsFor(driven.run, 'AEP', 'NETWORK', 'en')!;
    expect(scripts.map(({ tool }) => tool)).toEqual(['AZ_CLI', 'POWERSHELL']);
    for (const { text } of scripts) expect(text).not.toMatch(/-action|-DefaultAction|Access Enabled|access Enabled/);
  });
});

describe('KEY', () => {
  it('imports the key that exists with its type, size and operations', async () => {
    const place: Place = { key: { kty: 'RSA', bits: 4096, keyOps: ['decrypt', 'sign', 'unwrapKey', 'wrapKey'] } };
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
    expect(await inHcl(place, 'KEY', 'azurerm_key_vault_key')).toMatchObject({ key_opts: ['sign', 'wrapKey', 'unwrapKey'] });
  });

  it('leaves a disabled key to the tools that say that they enable it', () => {
    const place: Place = { key: { enabled: false } };
    expect(textOf(place, 'KEY', 'AZ_CLI')).toContain('--enabled true');
    expect(toolsOf(place, 'KEY')).toEqual(['AZ_CLI', 'POWERSHELL']);
  });
});

describe('ROLE', () => {
  /** What azurerm_role_assignment reads back, and what of it forces a new assignment when the code says something else. */
  const readBack = ({ id, scope, principalId, principalType, roleDefinitionGuid }: RoleAssignmentFacts) => ({
    name: id.split('/').at(-1),
    scope,
    role_definition_id: `/subscriptions/${scope.split('/')[2]}/providers/Microsoft.Authorization/roleDefinitions/${roleDefinitionGuid}`,
    principal_id: principalId,
    principal_type: principalType,
  });
  function wouldReplace(code: Block, state: Record<string, string | null | undefined>): string[] {
    const same = (name: string) =>
      name === 'role_definition_id' ? String(code[name]).toLowerCase() === state[name]?.toLowerCase() : code[name] === state[name];
    return Object.keys(state).filter((name) => code[name] !== undefined && !same(name));
  }

  it.each([
    ['at the vault', atVault],
    [
      'in other letters',
      {
        ...atVault,
        scope: atVault.scope!.replace('resourceGroups', 'resourcegroups'),
        id: atVault.id!.replace('resourceGroups', 'resourcegroups'),
      },
    ],
    [
      'at the resource group',
      {
        id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
        scope: `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}`,
      },
    ],
  ])('imports the assignment %s, and applying again changes nothing', async (_where, assignment) => {
    const place: Place = { assignments: [assignment] };
    const { import: imported } = await terraformOf(place, 'ROLE');
    expect(imported).toEqual([{ to: '${azurerm_role_assignment.adobe}', id: assignment.id }]);
    const code = await inHcl(place, 'ROLE', 'azurerm_role_assignment');
    expect(wouldReplace(code, readBack(anAssignment({ principalId: PRINCIPAL, ...assignment })))).toEqual([]);
    expect(code['lifecycle']).toMatchObject([{ prevent_destroy: true }]);
  });

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
    for (const tool of ['AZ_CLI', 'BICEP'] as const) expect(textOf(place, 'ROLE', tool)).toContain(String(code['name']));
    // The form that is a change on every apply, which the test has to notice.
    expect(
      wouldReplace(
        { ...code, role_definition_id: `/providers/Microsoft.Authorization/roleDefinitions/${made.roleDefinitionGuid}` },
        readBack(made),
      ),
    ).toEqual(['role_definition_id']);
  });

  it('writes no Terraform for an assignment above all subscriptions, and no second assignment beside one that reaches the vault', () => {
    expect(toolsOf(SITUATIONS['assignment in a management group']!, 'ROLE')).toEqual([]);
    expect(toolsOf(SITUATIONS['assignment above']!, 'ROLE')).toEqual(['TERRAFORM']);
    expect(shown(SITUATIONS['assignment above']!, 'ROLE').text).toContain('assigned already');
  });

  it('takes the name of the assignment that is there in Bicep', () => {
    expect(textOf(SITUATIONS['assignment exists']!, 'ROLE', 'BICEP')).toContain(`name: '${ASSIGNMENT}'`);
  });

  it('asks Azure for the principal where it is not known yet', () => {
    const driven = new DrivenRun().prepare();
    const { CONSENT, ...steps } = driven.run.tracks.AEP.steps;
    const run = {
      ...driven.run,
      tracks: { ...driven.run.tracks, AEP: { ...driven.run.tracks.AEP, steps: { ...steps, CONSENT: { ...CONSENT!, facts: null } } } },
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
    expect(await inHcl(place, 'ROLE', 'azurerm_key_vault_managed_hardware_security_module_role_assignment')).toMatchObject({
      managed_hsm_id: resourceIdOf(place),
      name: ASSIGNMENT,
      scope: '/keys',
      role_definition_id: '/Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/33413926-3206-4cdd-b39a-83574fe37a17',
    });
  });
});

describe('on AWS', () => {
  it('makes one key however often it is run, and puts no policy that nobody added to', () => {
    const driven = new DrivenRun({
      organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
      connections: { adobe: null, azure: null },
    });
    const { text } = instructionsFor(driven.run, 'AEP', 'KEY', 'en')!.scripts[0]!;
    execFileSync('sh', ['-n'], { input: text });
    expect(text).toMatch(/list-aliases[\s\S]*\[ -z "\$KEY_ID" \]; then\n {2}KEY_ID=\$\(aws kms create-key/);
    expect(text).toMatch(/if \[ -s policy.json \][^\n]*\n {2}aws kms put-key-policy/);
  });
});
