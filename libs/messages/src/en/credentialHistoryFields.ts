/** Labels of what history holds of credentials; as `historyFields.ts`, which spreads them. */
export const credentialLabels = {
  scopes: 'Scopes',
  issuer: 'Issuer',
  clientId: 'Client ID',
  credential: 'Credential',
  credentialKind: 'Credential',
  thumbprint: 'SHA-256 of the certificate',
  waits: 'Waits to replace another',
} as const;

export const credentialCodes = {
  credentialKind: { CLIENT_SECRET: 'Client secret', CERTIFICATE: 'Certificate' },
  'credential.kind': {
    CLIENT_SECRET: 'Client secret',
    CERTIFICATE: 'Certificate',
    FEDERATED: 'Workload identity federation',
  },
} as const;
