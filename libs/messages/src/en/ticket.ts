/** The text of the case with Adobe Customer Care. */
import type { TicketItem } from '../ticketItems.ts';

export const ticket = {
  draft:
    'DRAFT. Not ready to be sent{steps, select, none {: a valid approval is missing} other {. Open: {steps}}}.',
  draftUntil: 'DRAFT. Not ready to be sent: the approval can be used from {until}.',
  subject: 'Subject: Set up customer-managed keys (CMK) for Customer Journey Analytics',
  request:
    'Please set up customer-managed keys for Customer Journey Analytics for this organization.',
  why: 'It is needed for Journey Optimizer, which uses components of Customer Journey Analytics, even if Customer Journey Analytics itself is not licensed.',
  licensed: 'This organization also owns Customer Journey Analytics.',
  organization: 'Organization: {organization}',
  imsOrgId: 'IMS organization ID: {imsOrgId}',
  region: 'Experience Platform region (on Azure): {region}',
  shield: 'Entitlement: {shield}',
  key: 'Azure URI (Key Identifier, with version): {key, select, none {not known yet} other {{key}}}',
  vault: 'Azure URI (vault): {vault, select, none {not known yet} other {{vault}}}',
  tenant: 'Microsoft Entra tenant ID: {tenant, select, none {not known yet} other {{tenant}}}',
  application: 'Application ID of the CJA CMK application: {application}',
  principal:
    'Object ID of its service principal in this tenant: {principal, select, none {not known yet} other {{principal}}}',
  preparation: 'State of the preparation:',
  verified: 'verified in Azure on {at}{excepted, select, true {, except for} other {}}',
  attested:
    'attested by {name} on {at}, not verified{excepted, select, true {; observed otherwise} other {}}',
  finding:
    '{observed} (expected: {expected}{accepted, select, true {; accepted with a reason} other {}})',
  open: 'open',
  confirm:
    'Please confirm in writing when customer-managed keys are in effect for Customer Journey Analytics.',
};

export const ticketItems = {
  ENTITLEMENT: 'Entitlement to customer-managed keys for Customer Journey Analytics',
  VAULT: 'Vault used for Customer Journey Analytics only, with purge protection and Azure roles',
  NETWORK: 'Firewall of the vault',
  KEY: 'RSA key of at least 3072 bits that may wrap and unwrap',
  CONSENT: 'Consent to the CJA CMK application in this tenant',
  ROLE: 'Role Key Vault Crypto Service Encryption User for its service principal (on a Managed HSM: Managed HSM Crypto Service Encryption User)',
} satisfies Record<TicketItem, string>;
