/** What is typed of a credential in the customer's Entra tenant, and what is sent of it. */
import type { AzureAccess, AzureCredentialKind } from '../../generated/enums.ts';
import type { ServicePrincipal } from './credentialFile.ts';
import { toExpiry } from './SecretExpiryField.tsx';

export const EMPTY_AZURE = {
  tenantId: '',
  subscriptionId: '',
  clientId: '',
  kind: 'CLIENT_SECRET' as AzureCredentialKind,
  clientSecret: '',
  secretExpires: '',
  certificatePem: '',
  access: 'READ' as AzureAccess,
};
export type AzureDraft = typeof EMPTY_AZURE;

/** Exactly one credential is sent, whatever was typed before the kind was changed. */
function credentialOf({ kind, clientSecret, secretExpires, certificatePem }: AzureDraft) {
  if (kind === 'FEDERATED') return { federated: true };
  if (kind === 'CERTIFICATE') return { certificatePem };
  const clientSecretExpiresAt = toExpiry(secretExpires);
  return { clientSecret, ...(clientSecretExpiresAt && { clientSecretExpiresAt }) };
}

/** The required fields that are empty. */
export const lackingOfAzure = (draft: AzureDraft): (keyof AzureDraft)[] => [
  ...(['tenantId', 'clientId'] as const).filter((name) => draft[name].trim() === ''),
  ...(['clientSecret', 'certificatePem'] as const).filter(
    (name) => (credentialOf(draft) as Record<string, unknown>)[name] === '',
  ),
];

/** Without the organization. */
export const azureValues = (draft: AzureDraft) => ({
  tenantId: draft.tenantId.trim(),
  subscriptionId: draft.subscriptionId.trim() || null,
  clientId: draft.clientId.trim(),
  ...credentialOf(draft),
  access: draft.access,
});

/** What `az ad sp create-for-rbac` fills in. */
export const filledByPrincipal = ({ subscriptionId, ...others }: ServicePrincipal) => ({
  ...others,
  kind: 'CLIENT_SECRET' as const,
  ...(subscriptionId && { subscriptionId }),
});
