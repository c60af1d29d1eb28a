/**
 * What customers paste, in every situation: it changes only what has to change, names what was
 * observed, and may be run again.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '@keyway/core/testing';
import {
  DENY,
  GROUP,
  hcl,
  inHcl,
  keyOf,
  OFF,
  resourceIdOf,
  instructionsAt,
  SITUATIONS,
  SUBNET,
  textOf,
  toolsOf,
  type Block,
  type Place,
} from '../../testing/scriptSituations.ts';
import { LOCALES, type StepId } from '@keyway/core';
import { messagesIn } from '../messagesIn.ts';
import { instructionsFor } from './instructionsFor.ts';

const STEPS = ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'] as const;
const each = Object.entries(SITUATIONS).flatMap(([name, place]) =>
  STEPS.map((step) => ({ name, step, place })),
);
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
  return [...text.matchAll(/^resource \w+ '([^@']+)@[\d-]+' (existing )?= \{$/gm)].map(
    ([, type, existing]) => ({
      type: type!,
      existing: !!existing,
    }),
  );
}

describe.each(each)('$name, $step', ({ step, place }) => {
  it.each(LOCALES)('reads in every language of its script, with comments in %s', async (locale) => {
    for (const { tool, text } of instructionsAt(place, step, locale).scripts) {
      if (tool === 'AZ_CLI') execFileSync('sh', ['-n'], { input: text });
      if (tool === 'TERRAFORM')
        expect(Object.keys((await hcl(text)).resource ?? {}).length).toBeGreaterThan(0);
      if (tool === 'BICEP') expect(bicepResources(text).length).toBeGreaterThan(0);
    }
  });

  it('has no placeholder where the value is known', () => {
    for (const locale of LOCALES) {
      const { anotherKey, resourceGroup, location, subscriptionId, resourceId } =
        messagesIn(locale).instructions.placeholders;
      const unknown = exists(place)
        ? [anotherKey]
        : [anotherKey, resourceGroup, location, subscriptionId, resourceId];
      const allowed = new RegExp(`<(?:${unknown.join('|')})>`, 'g');
      const { text, scripts, values } = instructionsAt(place, step, locale);
      for (const one of [
        text,
        ...scripts.map((script) => script.text),
        ...values.map(({ value }) => value),
      ])
        expect(one.replace(allowed, '')).not.toMatch(/<\p{L}[\p{L}-]*>/u);
    }
  });

  it('never creates or replaces what exists', () => {
    for (const { tool, text } of instructionsAt(place, step).scripts) {
      if (exists(place))
        expect(text).not.toMatch(
          /az keyvault create|New-AzKeyVault(ManagedHsm)? |resource "azurerm_key_vault(_managed_hardware_security_module)?" /,
        );
      if (tool === 'BICEP') {
        const written = bicepResources(text).filter(({ existing }) => !existing);
        for (const { type } of written)
          expect(exists(place) && /^Microsoft.KeyVault\/(vaults|managedHSMs)$/.test(type)).toBe(
            false,
          );
      }
      if (step === 'KEY' && place.key !== 'absent')
        expect(text).not.toMatch(
          /KEY='ajo-cmk'[\s\S]*key create|Add-AzKeyVaultKey \S+ \S+ -Name 'ajo-cmk'/,
        );
    }
  });
});

describe('what is made', () => {
  /**
   * Which `create` lines run where every `show` prints this and ends so, and where choosing the
   * subscription or signing in ends with `signIn`.
   */
  function created(script: string, show: string, status: number, signIn = 0): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'keyway-az-'));
    try {
      const log = join(folder, 'log');
      writeFileSync(log, '');
      writeFileSync(join(folder, 'show'), show);
      const stub = `#!/bin/sh\ncase "$*" in *\\ show\\ *) cat '${join(folder, 'show')}' >&2; exit ${status};; *\\ create\\ *) echo "$*" >> '${log}';; login\\ *|account\\ set\\ *) exit ${signIn};; esac\n`;
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
  ] as const)(
    'is a %s only where Azure says that there is none, not where it says anything else',
    (_what, place, step, code) => {
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
    },
  );

  it.each([
    ['vault', { vault: 'absent' } as Place, 'VAULT', 'ResourceNotFound'],
    ['Managed HSM', { vault: 'absent', hsm: true } as Place, 'VAULT', 'ResourceNotFound'],
    ['service principal', {} as Place, 'CONSENT', 'Request_ResourceNotFound'],
  ] as const)(
    'is no %s in the tenant or subscription that one was signed in to before',
    (_what, place, step, code) => {
      const script = textOf(place, step, 'AZ_CLI');
      const nothing = `ERROR: (${code}) It was not found.`;
      expect(created(script, nothing, 3)).toHaveLength(1);
      expect(created(script, nothing, 3, 1)).toEqual([]);
      const makes = textOf(place, step, 'POWERSHELL')
        .split('\n')
        .find((line) => line.startsWith('if ('));
      expect(makes).toMatch(
        step === 'CONSENT'
          ? /^if \(\(Get-MgContext\)\.TenantId -eq '[-\da-f]{36}' -and -not \(/
          : /^if \(\(Set-AzContext -Subscription ('[^']+'|\$subscriptionId) -ErrorAction Stop\) -and -not \(/,
      );
    },
  );
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
    expect(instructionsAt({}, 'VAULT').text).toContain('there is no script');
    expect(textOf({ vault: { enablePurgeProtection: null } }, 'VAULT', 'AZ_CLI')).not.toContain(
      'rbac',
    );
  });

  it('says why Bicep is missing, and offers it for a vault that is proven not to exist', () => {
    expect(instructionsAt(SITUATIONS['vault with rules']!, 'VAULT').text).toContain(
      'none for Bicep',
    );
    for (const hsm of [true, false])
      expect(textOf({ vault: 'absent', hsm }, 'VAULT', 'BICEP')).toMatch(
        /@onlyIfNotExists\(\)\nresource vault 'Microsoft.KeyVault/,
      );
    const notObserved = new DrivenRun().must('keyProvided', {
      track: 'AEP',
      keyIdentifier: keyOf({}),
      vaultResourceId: resourceIdOf({}),
    });
    const before = instructionsFor(notObserved.run, 'AEP', 'VAULT', 'en')!;
    expect(before.scripts.map(({ tool }) => tool)).toEqual(['AZ_CLI', 'POWERSHELL', 'TERRAFORM']);
    expect(before.text).toContain('no Bicep script');
    // A remark is not numbered as a thing to do.
    expect(before.remarks).toHaveLength(1);
    expect(before.text.endsWith(`\n\n${before.remarks[0]!}`)).toBe(true);
    expect(before.lines.map(({ text }) => text)).not.toContain(before.remarks[0]);
    expect(before.scripts[0]!.text).toContain(`RESOURCE_GROUP='${GROUP}'`);
  });

  it('recovers a deleted vault and does not create another', () => {
    expect(textOf({ vault: 'deleted' }, 'VAULT', 'AZ_CLI')).toContain(
      'az keyvault recover --name="$VAULT"',
    );
    for (const { text } of instructionsAt({ vault: 'deleted' }, 'VAULT').scripts)
      expect(text).not.toMatch(/create|New-AzKeyVault|azurerm_key_vault/);
  });
});

describe('NETWORK', () => {
  const isPatch = (patch: Block) =>
    patch['type'] === 'Microsoft.KeyVault/vaults@2023-07-01' &&
    patch['resource_id'] === resourceIdOf({});

  it('offers nothing for a vault that is open, lets Adobe in, or is in a perimeter', () => {
    const adobe = {
      bypass: 'AzureServices',
      defaultAction: 'Deny',
      ipRules: ['20.88.123.0/24'],
      virtualNetworkRules: [],
    };
    for (const vault of [
      {},
      { networkAcls: null },
      { networkAcls: adobe },
      { publicNetworkAccess: 'SecuredByPerimeter' },
    ])
      expect(toolsOf({ vault }, 'NETWORK')).toEqual([]);
  });

  it('keeps every observed rule, on any list of rules', async () => {
    const range = fc
      .tuple(fc.ipV4(), fc.integer({ min: 8, max: 32 }))
      .map(([address, length]) => `${address}/${length}`);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(range, { maxLength: 12 }),
        fc.boolean(),
        async (ipRules, disabled) => {
          const place: Place = {
            vault: {
              publicNetworkAccess: disabled ? 'Disabled' : 'Enabled',
              networkAcls: { ...DENY, ipRules },
            },
          };
          const patch = await inHcl(place, 'NETWORK', 'azapi_update_resource');
          expect(isPatch(patch)).toBe(true);
          const { publicNetworkAccess, networkAcls } = (
            patch['body'] as { properties: { publicNetworkAccess?: string; networkAcls: Block } }
          ).properties;
          expect(publicNetworkAccess).toBe(disabled ? 'Enabled' : undefined);
          expect(Object.keys(networkAcls)).toEqual(['bypass', 'defaultAction', 'ipRules']);
          expect(networkAcls).toMatchObject({ bypass: 'AzureServices', defaultAction: 'Deny' });
          for (const rule of ipRules) expect(networkAcls['ipRules']).toContain(`"${rule}"`);
          expect(networkAcls['ipRules']).toContain(
            'data.azapi_resource.vault_network.output.properties.networkAcls.ipRules[*].value',
          );
          const { text, scripts } = instructionsAt(place, 'NETWORK');
          for (const rule of [...ipRules, SUBNET]) expect(text).toContain(rule);
          for (const script of scripts)
            expect(script.text).not.toMatch(
              /network-rule remove|Remove-AzKeyVaultNetworkRule|-IpAddressRange '(?!20\.88\.123\.53)/,
            );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('lists an address once, whether it is written alone or as a range', async () => {
    const networkAcls = { ...DENY, ipRules: ['192.0.2.44', '192.0.2.44/32'] };
    const { body } = await inHcl({ vault: { networkAcls } }, 'NETWORK', 'azapi_update_resource');
    const { ipRules } = (body as { properties: { networkAcls: { ipRules: string } } }).properties
      .networkAcls;
    expect(ipRules.replace(/\s+/g, ' ')).toMatch(
      /^\$\{\[for range in distinct\(\[for each in concat\(.*var\.admin_addresses, \) : strcontains\(each, "\/"\) \? each : "\$\{each\}\/32"\]\) : \{ value = range \}\]\}$/,
    );
  });

  it('never opens a closed vault wider than to the listed addresses, and denies first', () => {
    const az = textOf(SITUATIONS['vault closed']!, 'NETWORK', 'AZ_CLI');
    expect(az).toMatch(
      /--default-action Deny --bypass AzureServices --public-network-access Enabled/,
    );
    expect(az.indexOf('network-rule add')).toBeLessThan(az.indexOf('--public-network-access'));
    const powerShell = textOf(SITUATIONS['vault closed']!, 'NETWORK', 'POWERSHELL');
    expect(powerShell.indexOf('-DefaultAction Deny')).toBeLessThan(
      powerShell.indexOf('-PublicNetworkAccess Enabled'),
    );
    const selected = textOf(SITUATIONS['vault with rules']!, 'NETWORK', 'AZ_CLI');
    expect(selected).not.toMatch(/default-action|public-network-access/);
  });

  it('says that the firewall applies to the reader too, and offers to admit their address without knowing it', () => {
    for (const place of [SITUATIONS['vault with rules']!, SITUATIONS['HSM to change']!]) {
      expect(instructionsAt(place, 'NETWORK').text).toContain('applies to you as well');
      const az = textOf(place, 'NETWORK', 'AZ_CLI');
      expect(az).toMatch(
        /ADMIT_MY_ADDRESS=no\n[\s\S]*network-rule add .* --ip-address="\$MY_ADDRESS"/,
      );
    }
    expect(textOf(SITUATIONS['vault with rules']!, 'NETWORK', 'TERRAFORM')).toContain(
      'variable "admin_addresses"',
    );
    expect(textOf(SITUATIONS['vault with rules']!, 'NETWORK', 'POWERSHELL')).toContain(
      'if ($MyAddress)',
    );
  });

  it('only adds where the firewall was not observed', () => {
    const driven = new DrivenRun().must('keyProvided', {
      track: 'AEP',
      keyIdentifier: keyOf({}),
      vaultResourceId: null,
    });
    const { scripts } = instructionsFor(driven.run, 'AEP', 'NETWORK', 'en')!;
    expect(scripts.map(({ tool }) => tool)).toEqual(['AZ_CLI', 'POWERSHELL']);
    for (const { text } of scripts)
      expect(text).not.toMatch(/-action|-DefaultAction|Access Enabled|access Enabled/);
  });
});

describe('names that are hostile', () => {
  it('stay values in every script, whatever the resource group and the rules are called', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom("';id;'", '$(id)', '${x}', '%{if}', '"; x', '\\', '# */', '\n}', '\u{2f800}'),
    );
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        const group = text.replaceAll('/', '-').replace(/[\p{Cc}\u2028\u2029]/gu, '-');
        const resourceId = resourceIdOf({}).replace(GROUP, () => group);
        const vault = {
          ...OFF,
          resourceId,
          networkAcls: { ...DENY, virtualNetworkRules: [`${SUBNET}${group}`] },
        };
        for (const step of ['VAULT', 'NETWORK'] as const) {
          const place: Place = { vault };
          const az = textOf(place, step, 'AZ_CLI').split('az account set')[0];
          expect(execFileSync('sh', ['-c', `${az}printf %s "$RESOURCE_GROUP"`]).toString()).toBe(
            group,
          );
          // HCL's specification: every string is brought to Unicode's NFC when it is read.
          expect((await inHcl(place, step, 'azapi_update_resource'))['resource_id']).toBe(
            resourceId.replace(/[$%](?=\{)/g, '$&$&').normalize('NFC'),
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('on AWS', () => {
  it('makes one key however often it is run, and puts no policy that nobody added to', () => {
    const driven = new DrivenRun({
      organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
      connections: { adobe: null, azure: null },
    });
    const textOf = (step: StepId): string =>
      instructionsFor(driven.run, 'AEP', step, 'en')!.scripts[0]!.text;
    const [text, policy] = [textOf('KEY'), textOf('POLICY')];
    for (const input of [text, policy]) execFileSync('sh', ['-n'], { input });
    expect(text).toMatch(
      /list-aliases[\s\S]*\[ -z "\$KEY_ID" \]; then\n {2}KEY_ID=\$\(aws kms create-key/,
    );
    expect(policy).toMatch(/if \[ -s policy.json \][^\n]*\n {2}aws kms put-key-policy/);
  });
});
