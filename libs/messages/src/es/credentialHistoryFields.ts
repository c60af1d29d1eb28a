export const credentialLabels = {
  scopes: 'Ámbitos',
  issuer: 'Emisor',
  clientId: 'ID de cliente',
  credential: 'Credencial',
  credentialKind: 'Credencial',
  thumbprint: 'SHA-256 del certificado',
  waits: 'Espera para reemplazar a otra',
} as const;

export const credentialCodes = {
  credentialKind: { CLIENT_SECRET: 'Secreto de cliente', CERTIFICATE: 'Certificado' },
  'credential.kind': {
    CLIENT_SECRET: 'Secreto de cliente',
    CERTIFICATE: 'Certificado',
    FEDERATED: 'Federación de identidad de carga de trabajo',
  },
} as const;
