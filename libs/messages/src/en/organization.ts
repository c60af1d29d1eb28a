/** The details of an organization: their names, their values, and why one can’t be changed now. */
import type { FixedReason, OrganizationField, TenantConflict } from '@keyway/core';

export const fields = {
  name: 'name',
  imsOrgId: 'IMS organization ID',
  cloud: 'cloud',
  region: 'region',
  shield: 'shield',
  ownsCja: 'Customer Journey Analytics',
  azureTenantId: 'Entra tenant',
} satisfies Record<OrganizationField, string>;

/** Values that are stored as constants. */
export const values = {
  true: 'purchased',
  false: 'not purchased',
  AZURE: 'Azure',
  AWS: 'AWS',
  HEALTHCARE_SHIELD: 'Healthcare Shield',
  PRIVACY_AND_SECURITY_SHIELD: 'Privacy & Security Shield',
};

export const fixed = {
  SUBMITTED: 'Fixed: the configuration was submitted to Adobe.',
  HAS_RUN: 'Fixed: this organization has a run, whose history contains this ID.',
  OPEN_RUN: 'Cancel the run to change this: the cloud determines its steps.',
  AZURE_CONNECTED: 'Disconnect Azure to change this.',
  AWS_CONNECTED: 'Disconnect AWS to change this.',
} satisfies Record<FixedReason, string>;

/** The connection to Azure is in another tenant than what is known. */
export const otherTenant = {
  organization:
    'This connection is in tenant {connected}, and the organization’s tenant is {tenant}. No vault can pass the checks. Connect to the other tenant, or correct the organization.',
  vault:
    'This connection is in tenant {connected}, and a vault of the run states tenant {tenant}. Connect to that tenant, or provide a key of a vault in this one.',
} satisfies Record<TenantConflict['with'], string>;
