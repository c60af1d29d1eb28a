/** The files of both clouds' own tools, for a customer of the sandbox: credentials and keys. */
import type { Customer } from './sandbox.ts';

/** @param name of the organization, as Adobe knows it */
export const credentialFiles = (
  { imsOrgId, tenantId, subscriptionId, keys }: Customer,
  name: string,
) =>
  Object.entries({
    'aep-key.json': { key: { kid: keys.AEP, kty: 'RSA' } },
    'cja-key.json': { key: { kid: keys.CJA, kty: 'RSA' } },
    'project.json': {
      project: {
        org: { name, ims_org_id: imsOrgId },
        workspace: {
          details: {
            credentials: [
              {
                oauth_server_to_server: {
                  ...{
                    client_id: 'adobe-client-in-short',
                    client_secrets: ['sandbox-adobe-secret'],
                  },
                  scopes: [
                    ...['openid', 'AdobeID', 'read_organizations'],
                    'additional_info.projectedProductContext',
                  ],
                },
              },
            ],
          },
        },
      },
    },
    'az.json': {
      ...{ clientId: '8f4d0c1e-5b7a-4c3e-9a54-6a9c5d2b7f12', clientSecret: 'sandbox-azure-secret' },
      ...{ subscriptionId, tenantId },
    },
  }).map(([file, content]) => ({
    ...{ name: file, mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(content)),
  }));
