/** What a customer has, and the steps whose scripts must work there: one organization a story. */
import type { StepId } from '@keyway/core';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';

const GROUP = 'rg-adobe-cmk';

export interface StoryStep {
  step: StepId;
  /** In place of what only the customer can know, and choices that the script leaves to them. */
  fillIn?: Record<string, string>;
}

export interface Story {
  name: string;
  scenario: string;
  /** The identifier that is provided for AEP, where it is not the sandbox's own. */
  keyIdentifier?: (customer: SandboxCustomer) => string;
  /** Lines of `az` that bring the customer's side into the state the story is about. */
  before?: (customer: SandboxCustomer) => string;
  steps: StoryStep[];
  /** What is wrong in the calls that changed something; null where nothing is. */
  wrong?: (rows: LedgerRow[]) => string | null;
}

const hostOf = (identifier: string): string => new URL(identifier).hostname;
const vaultOf = ({ keys }: SandboxCustomer): string => hostOf(keys.AEP).split('.')[0]!;
const newVault = (customer: SandboxCustomer, suffix: string): string =>
  `https://new-${customer.tenantId.slice(0, 8)}.${suffix}.azure.net/keys/journey-cmk`;
const CHOSEN = { "'<resource-group>'": `'${GROUP}'`, "'<location>'": "'norwayeast'" };

/** The last body sent to an address that ends so. */
const lastBody = (rows: LedgerRow[], end: RegExp): string =>
  rows.filter(({ method, path }) => method === 'PUT' && end.test(path)).at(-1)?.body ?? '';

function rulesKept(rows: LedgerRow[]): string | null {
  const body = lastBody(rows, /\/(vaults|managedHSMs)\/[^/]+$/);
  const missing = ['198.51.100.24/32', '20.88.123.53', '203.0.113.10'].filter(
    (rule) => !body.includes(rule),
  );
  return missing.length === 0 ? null : `The vault’s last rules lack ${missing.join(', ')}: ${body}`;
}

const once = (rows: LedgerRow[], what: RegExp): string | null => {
  const found = rows.filter(({ method, path }) => what.test(`${method} ${path}`)).length;
  return found === 1 ? null : `${found} calls match ${what}, and not one`;
};

const onlyOneKey = (rows: LedgerRow[]): string | null =>
  once(rows, /^POST \/keys\/journey-cmk\/create$/);

export const stories: Story[] = [
  {
    name: 'nothing exists: vault, key, service principal and role are made',
    scenario: 'wrongTenantConsent',
    keyIdentifier: (customer) => newVault(customer, 'vault'),
    steps: [
      { step: 'VAULT', fillIn: CHOSEN },
      { step: 'KEY' },
      { step: 'CONSENT' },
      { step: 'ROLE' },
    ],
    wrong: onlyOneKey,
  },
  {
    name: 'a vault without purge protection',
    scenario: 'noPurgeProtection',
    steps: [{ step: 'VAULT' }],
  },
  {
    name: 'a vault with access policies',
    scenario: 'accessPolicyVault',
    steps: [{ step: 'VAULT' }],
  },
  {
    name: 'a deleted vault',
    scenario: 'happyPath',
    before: (customer) =>
      `az keyvault delete --name='${vaultOf(customer)}' --resource-group='${GROUP}'`,
    steps: [{ step: 'VAULT' }],
  },
  {
    name: 'a firewall with rules, and the reader behind it',
    scenario: 'firewallWithoutAdobe',
    steps: [{ step: 'NETWORK', fillIn: { 'ADMIT_MY_ADDRESS=no': 'ADMIT_MY_ADDRESS=yes' } }],
    wrong: rulesKept,
  },
  {
    name: 'a vault closed to public access, with rules that wait',
    scenario: 'firewallWithoutAdobe',
    before: (customer) =>
      `az keyvault update --name='${vaultOf(customer)}' --resource-group='${GROUP}' --public-network-access Disabled --bypass None --output none`,
    steps: [{ step: 'NETWORK', fillIn: { 'ADMIT_MY_ADDRESS=no': 'ADMIT_MY_ADDRESS=yes' } }],
    wrong: rulesKept,
  },
  { name: 'a key that may not wrap', scenario: 'noWrapKey', steps: [{ step: 'KEY' }] },
  {
    name: 'a key that is disabled',
    scenario: 'happyPath',
    before: (customer) =>
      `az keyvault key set-attributes --id='${customer.keys.AEP}' --enabled false --output none`,
    steps: [{ step: 'KEY' }],
  },
  { name: 'a role that is missing', scenario: 'roleMissing', steps: [{ step: 'ROLE' }] },
  {
    name: 'nothing exists, on a Managed HSM',
    scenario: 'managedHsm',
    keyIdentifier: (customer) => newVault(customer, 'managedhsm'),
    steps: [{ step: 'VAULT', fillIn: CHOSEN }, { step: 'KEY' }, { step: 'ROLE' }],
    wrong: onlyOneKey,
  },
  {
    name: 'a Managed HSM with a firewall',
    scenario: 'managedHsm',
    before: (customer) =>
      [
        `az keyvault network-rule add --hsm-name='${vaultOf(customer)}' --resource-group='${GROUP}' --ip-address 198.51.100.24/32 --output none`,
        `az keyvault update-hsm --hsm-name='${vaultOf(customer)}' --resource-group='${GROUP}' --default-action Deny --bypass None --output none`,
      ].join(' && '),
    steps: [{ step: 'NETWORK', fillIn: { 'ADMIT_MY_ADDRESS=no': 'ADMIT_MY_ADDRESS=yes' } }],
    wrong: rulesKept,
  },
];
