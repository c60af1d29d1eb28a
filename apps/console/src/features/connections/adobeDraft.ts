/** What is typed of Adobe's OAuth Server-to-Server credential (ROLE-03), and what is sent. */
import type { AdobeCredential } from './credentialFile.ts';
import { toExpiry } from './SecretExpiryField.tsx';

export const EMPTY_ADOBE = {
  clientId: '',
  clientSecret: '',
  secretExpires: '',
  scopes: 'openid, AdobeID, read_organizations, additional_info.projectedProductContext',
};
export type AdobeDraft = typeof EMPTY_ADOBE;

const scopesOf = ({ scopes }: AdobeDraft) => scopes.split(/[\s,]+/).filter(Boolean);

/** The required fields that are empty. */
export const lackingOfAdobe = (draft: AdobeDraft): (keyof AdobeDraft)[] => [
  ...(draft.clientId.trim() === '' ? (['clientId'] as const) : []),
  ...(draft.clientSecret === '' ? (['clientSecret'] as const) : []),
  ...(scopesOf(draft).length === 0 ? (['scopes'] as const) : []),
];

/** Without the organization. */
export const adobeValues = (draft: AdobeDraft) => ({
  clientId: draft.clientId.trim(),
  clientSecret: draft.clientSecret,
  scopes: scopesOf(draft),
  ...(draft.secretExpires && { clientSecretExpiresAt: toExpiry(draft.secretExpires) }),
});

/** What a project of the Developer Console fills in. */
export const filledByProject = ({ clientId, clientSecret, scopes }: AdobeCredential) => ({
  ...{ clientId, clientSecret },
  // Adobe issues no token for a scope that the credential doesn't have.
  ...(scopes.length > 0 && { scopes: scopes.join(', ') }),
});
