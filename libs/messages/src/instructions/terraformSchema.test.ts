/** Every Terraform script, by HashiCorp’s parser and compared with the schemas of providers. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { everyScript } from '../../testing/everyScript.ts';
import { terraformEntries, terraformFlaws } from '../../testing/terraformFlaws.ts';
import { readTerraformTable, tableOfPackages } from '../../testing/terraformTable.ts';

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../testing/tables/${name}`, import.meta.url));
const textOf = (name: string): string => readFileSync(fileOf(name), 'utf8');

const TABLE = new Map([
  ...readTerraformTable(textOf('terraform.txt')),
  ...readTerraformTable(textOf('azapi.txt')),
]);
const SCRIPTS = everyScript('TERRAFORM');
const ENTRIES = terraformEntries(SCRIPTS);
/** Names a `node_modules` that has `@cdktf/provider-aws`, `-azuread`, `-azurerm` and `-random`. */
const packages = process.env['KEYWAY_CDKTF_MODULES'];

it.each(SCRIPTS.map((text, at) => [at, text]))('takes script %i as it is', async (_at, text) => {
  expect(await terraformFlaws(text, TABLE)).toEqual([]);
});

it('has tables of what is used, and of nothing that was used once', () => {
  expect(SCRIPTS.length).toBeGreaterThan(25);
  expect([...TABLE.keys()].toSorted()).toEqual(ENTRIES);
});

it.skipIf(!packages)(
  'has the tables that the providers’ packages give (where KEYWAY_CDKTF_MODULES names them)',
  async () => {
    await expect(tableOfPackages(packages!, ENTRIES)).toMatchFileSnapshot(fileOf('terraform.txt'));
  },
);

describe('a script that is wrong', () => {
  const one = (type: string): string => SCRIPTS.find((text) => text.includes(`"${type}"`))!;
  const KEY = one('azurerm_key_vault_key');

  it.each([
    ['an argument', KEY, 'key_size ', 'key_length ', 'takes no key_length'],
    ['a missing argument', KEY, /^ {2}key_opts.*\n/m, '', 'needs key_opts'],
    ['a computed one', KEY, 'key_size ', 'version ', 'takes no version'],
    ['a text for a number', KEY, '= 3072', '= "large"', 'key_size is a number'],
    [
      'an argument for a block',
      KEY,
      /^ {2}key_size.*/m,
      '  timeouts = "1h"',
      'timeouts is a block',
    ],
    [
      'a block for an argument',
      KEY,
      /^ {2}key_size.*/m,
      '  key_size {\n  }',
      'key_size is a number',
    ],
    [
      'a block',
      KEY,
      '  lifecycle {',
      '  network_acls {\n  }\n  lifecycle {',
      'takes no network_acls',
    ],
    [
      'a resource',
      KEY,
      'resource "azurerm_key_vault_key"',
      'resource "azurerm_kv_key"',
      'no resource',
    ],
    ['a lifecycle', KEY, 'prevent_destroy', 'prevent_removal', 'takes no prevent_removal'],
    [
      'a reference',
      KEY,
      'data.azurerm_key_vault.cmk.id',
      'data.azurerm_key_vault.cmk.key',
      'is nothing',
    ],
    [
      'another name',
      KEY,
      'data.azurerm_key_vault.cmk',
      'data.azurerm_key_vault.kv',
      'declared nowhere',
    ],
    ['what AWS lacks', one('aws_kms_key'), 'enable_key_rotation', 'rotation', 'takes no rotation'],
    ['what is ignored', one('aws_kms_key'), '[policy]', '[key_policy]', 'can’t ignore key_policy'],
    ['what azapi lacks', one('azapi_resource'), 'resource_id ', 'resource ', 'takes no resource'],
    ['an output', one('aws_kms_key'), '  value =', '  text =', 'output takes no text'],
  ])('does not pass: %s', async (_what, text, from, to, flaw) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect((await terraformFlaws(changed, TABLE)).join('\n')).toContain(flaw);
  });
});
