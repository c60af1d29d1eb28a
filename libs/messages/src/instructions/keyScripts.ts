/**
 * Scripts of KEY. A key that exists is never created again: that would make a new version of it,
 * and Adobe may use this one (AEP-13..18, ROT-01).
 */
import type { KeyFacts } from '@keyway/core';
import { script, type Instructions } from './instruction.ts';
import { bicep, powerShell, shell, terraform } from './quoting.ts';
import { comment } from './scriptText.ts';
import { or, placeholder, type Setting } from './setting.ts';

type Script = Instructions['scripts'][number];

const OPERATIONS = ['wrapKey', 'unwrapKey'];
/** What the data plane and the Terraform provider take. */
const KNOWN_OPERATIONS = ['decrypt', 'encrypt', 'sign', 'unwrapKey', 'verify', 'wrapKey'];

/**
 * `new`: create it; `settings`: operations or enabled have to change; `ready`: nothing to change by
 * a script; `unfit`: type or size can never become right, so another key is needed (AEP-17).
 */
export type KeyState = 'new' | 'settings' | 'ready' | 'unfit';

const allows = (operations: readonly string[], wanted: string): boolean =>
  operations.some((one) => one.toLowerCase() === wanted.toLowerCase());

const allowsWrapping = ({ keyOps }: KeyFacts): boolean =>
  OPERATIONS.every((wanted) => allows(keyOps, wanted));

export function keyStateOf(key: KeyFacts | null): KeyState {
  if (!key) return 'new';
  if (!/^RSA(-HSM)?$/i.test(key.kty) || (key.bits !== null && key.bits < 3072)) return 'unfit';
  return allowsWrapping(key) && key.enabled !== false ? 'ready' : 'settings';
}

/** Everything the key may do now, and what is missing. */
function operationsOf({ keyOps }: KeyFacts): string[] {
  return [
    ...keyOps.filter((one) => KNOWN_OPERATIONS.includes(one)),
    ...OPERATIONS.filter((wanted) => !allows(keyOps, wanted)),
  ];
}

const versionOf = (key: KeyFacts): string => key.keyIdentifier.split('/').at(-1) ?? '';

/**
 * The name to create: of a key that can never become right, another one, which only the customer
 * can choose.
 */
const nameOf = (s: Setting): string =>
  keyStateOf(s.keyFacts) === 'unfit' ? placeholder(s, 'anotherKey') : or(s, 'key');

function azCli(s: Setting): Script {
  const state = keyStateOf(s.keyFacts);
  const place = `${s.isHsm ? '--hsm-name' : '--vault-name'}="$VAULT" --name="$KEY"`;
  const show = `az keyvault key show ${place} --query key.kid --output tsv`;
  const head = [`VAULT=${shell(or(s, 'vault'))}`, `KEY=${shell(nameOf(s))}`];
  if (state === 'new' || state === 'unfit') {
    return script(
      'AZ_CLI',
      ...head,
      comment(s, 'newKeyOnly'),
      `if ${show} 2>&1 | tee /dev/stderr | grep -q '(KeyNotFound)'; then`,
      `  az keyvault key create ${place} --kty ${s.isHsm ? 'RSA-HSM' : 'RSA'} --size 3072 --ops wrapKey unwrapKey --output none`,
      'fi',
      show,
    );
  }
  const { keyFacts } = s;
  const update =
    keyFacts && `az keyvault key set-attributes ${place} --version=${shell(versionOf(keyFacts))}`;
  return script(
    'AZ_CLI',
    ...head,
    keyFacts && !allowsWrapping(keyFacts) && `${update} --ops ${operationsOf(keyFacts).join(' ')}`,
    keyFacts?.enabled === false && `${update} --enabled true`,
    show,
  );
}

/** Quoted, though PowerShell needs no quotes: then other parsers read it as well. */
const listOf = (operations: readonly string[]): string => operations.map(powerShell).join(',');

function powerShellScript(s: Setting): Script {
  const state = keyStateOf(s.keyFacts);
  const place = `${s.isHsm ? '-HsmName' : '-VaultName'} ${powerShell(or(s, 'vault'))} -Name ${powerShell(nameOf(s))}`;
  if (state === 'new' || state === 'unfit') {
    return script(
      'POWERSHELL',
      comment(s, 'newKeyOnly'),
      `if (-not (Get-AzKeyVaultKey ${place} -ErrorAction Stop)) {`,
      `  Add-AzKeyVaultKey ${place}${s.isHsm ? '' : ' -Destination Software'} -KeyType RSA -Size 3072 -KeyOps ${listOf(OPERATIONS)}`,
      '}',
      `(Get-AzKeyVaultKey ${place}).Id`,
    );
  }
  const { keyFacts } = s;
  const update =
    keyFacts && `Update-AzKeyVaultKey ${place} -Version ${powerShell(versionOf(keyFacts))}`;
  return script(
    'POWERSHELL',
    keyFacts && !allowsWrapping(keyFacts) && `${update} -KeyOps ${listOf(operationsOf(keyFacts))}`,
    keyFacts?.enabled === false && `${update} -Enable $true`,
    `(Get-AzKeyVaultKey ${place}).Id`,
  );
}

/**
 * Azure leaves a key that exists as it is when a deployment names it, so it is for a new one only.
 */
const bicepScript = (s: Setting): Script =>
  script(
    'BICEP',
    `resource vault 'Microsoft.KeyVault/${s.isHsm ? 'managedHSMs' : 'vaults'}@2023-07-01' existing = {`,
    `  name: ${bicep(or(s, 'vault'))}`,
    '}',
    `resource key 'Microsoft.KeyVault/${s.isHsm ? 'managedHSMs' : 'vaults'}/keys@2023-07-01' = {`,
    '  parent: vault',
    `  name: ${bicep(nameOf(s))}`,
    '  properties: {',
    `    kty: '${s.isHsm ? 'RSA-HSM' : 'RSA'}'`,
    '    keySize: 3072',
    "    keyOps: [\n      'wrapKey'\n      'unwrapKey'\n    ]",
    '  }',
    '}',
  );

/**
 * Where the vault is: its resource ID where it was observed, else a data source that finds it by
 * name.
 */
function vaultIn(s: Setting): { source: string[]; id: string } {
  if (s.resourceId !== null) return { source: [], id: terraform(s.resourceId) };
  const type = `azurerm_key_vault${s.isHsm ? '_managed_hardware_security_module' : ''}`;
  const source = [
    `data "${type}" "cmk" {`,
    `  name                = ${terraform(or(s, 'vault'))}`,
    `  resource_group_name = ${terraform(or(s, 'resourceGroup'))}`,
    '}',
  ];
  return { source, id: `data.${type}.cmk.id` };
}

/**
 * Dates, tags and rotation are the customer's: an imported key keeps what it has of them. A key is
 * never destroyed by a plan.
 */
function terraformScript(s: Setting): Script | null {
  const state = keyStateOf(s.keyFacts);
  const known = state === 'unfit' ? null : s.keyFacts;
  // The provider enables a key with every change, and does not say so; and it has to name the size
  // of a key.
  if (known && (known.enabled === false || known.bits === null)) return null;
  const { source, id } = vaultIn(s);
  const type = `azurerm_key_vault${s.isHsm ? '_managed_hardware_security_module' : ''}_key`;
  const attribute = (name: string, value: string): string =>
    `  ${name.padEnd(s.isHsm ? 14 : 12)} = ${value}`;
  const operations = known ? operationsOf(known) : OPERATIONS;
  const kept = [
    'expiration_date',
    'not_before_date',
    'tags',
    ...(s.isHsm ? [] : ['rotation_policy']),
  ];
  if (known && allowsWrapping(known)) kept.push('key_opts');
  return script(
    'TERRAFORM',
    ...source,
    known && 'import {',
    known && `  to = ${type}.cmk`,
    known &&
      `  id = ${terraform(s.isHsm ? known.keyIdentifier.split('/').slice(0, -1).join('/') : known.keyIdentifier)}`,
    known && '}',
    `resource "${type}" "cmk" {`,
    attribute('name', terraform(nameOf(s))),
    attribute(s.isHsm ? 'managed_hsm_id' : 'key_vault_id', id),
    attribute('key_type', terraform(known ? known.kty : s.isHsm ? 'RSA-HSM' : 'RSA')),
    attribute('key_size', String(known?.bits ?? 3072)),
    attribute('key_opts', `[${operations.map(terraform).join(', ')}]`),
    '  lifecycle {',
    '    prevent_destroy = true',
    known && `    ignore_changes  = [${kept.join(', ')}]`,
    '  }',
    '}',
  );
}

export const keyScripts = (s: Setting): Instructions['scripts'] =>
  [
    azCli(s),
    powerShellScript(s),
    ['new', 'unfit'].includes(keyStateOf(s.keyFacts)) ? bicepScript(s) : null,
    terraformScript(s),
  ].filter((one) => one !== null);
