/** The details of an organization: their names, their values, and why one can’t be changed now. */
import type { FixedReason, OrganizationField } from '@keyway/core';

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
