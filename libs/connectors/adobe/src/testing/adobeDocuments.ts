/**
 * Documents in the forms that Adobe documents (API-04 to API-12, ERR-01 to ERR-03), for the tests.
 */
import type { AdobeConnection } from '@keyway/core';

/** Whom the fake cloud stands for. */
export const HOSTS = ['*.adobe.io', '*.adobelogin.com'];
export const ORGANIZATION = '0123456789ABCDEF01234567@AdobeOrg';
export const SECRET = 'planted~secret+/=value';
export const ACCESS_TOKEN = 'planted-access-token';
export const connection: AdobeConnection = {
  imsOrgId: ORGANIZATION,
  host: 'platform-nld2.adobe.io',
  clientId: 'client-1',
  clientSecret: SECRET,
  scopes: ['openid', 'AdobeID', 'read_organizations'],
};

const APP = 'acpebae9422Caepcmkmultitenantapp';
const APP_ID = 'e463a445-c6ac-4ca2-b36a-b5146fcf6a52';
export const appRegistration = {
  id: 'byok',
  name: APP,
  applicationUri: `https://adobe.com/${APP}`,
  applicationId: APP_ID,
  applicationRedirectUrl: `https://login.microsoftonline.com/common/oauth2/authorize?response_type=code&client_id=${APP_ID}&redirect_uri=https://adobe.com/${APP}&scope=user.read`,
};

export const KEY =
  'https://adobecmkexample.vault.azure.net/keys/adobeCMK-key/7c1d50lo28234cc895534c00d7eb4eb4';
const configData = {
  keyVaultUri: 'https://adobecmkexample.vault.azure.net',
  keyVaultKeyIdentifier: KEY,
  keyVersion: '7c1d50lo28234cc895534c00d7eb4eb4',
  keyName: 'Config1',
  providerType: 'AZURE_KEYVAULT',
};
export const posted = {
  id: '4df7886b-a122-4391-880b-47888d5c5b92',
  config: {
    configData,
    name: 'acpcf978863Aaepcmkmultitenantapp',
    type: 'BYOK_CONFIG',
    imsOrgId: ORGANIZATION,
    status: 'NEW',
  },
  status: 'CREATED',
};
export const configuration = (status: unknown) => ({
  name: 'acpcf978863Aaepcmkmultitenantapp',
  type: 'BYOK_CONFIG',
  status,
  configData,
  imsOrgId: ORGANIZATION,
  subscriptionId: 'cf978863-7325-47b1-8fd9-554b9fdb6c36',
  id: '4df7886b-a122-4391-880b-47888d5c5b92',
  rowType: 'BYOK_KEY',
});

const OLD_KEY =
  'https://adobecmkexample1.vault.azure.net/keys/adobeCMK-key/02cee357ad5d4c72b2b04881fdffd626';
export const betaStatus = {
  name: 'config1',
  type: 'BYOK_CONFIG',
  status: 'COMPLETED',
  configData: { keyVaultUri: OLD_KEY, keyName: 'key1', providerType: 'AZURE_KEYVAULT' },
  imsOrgId: ORGANIZATION,
  subscriptionId: 'undefined',
  id: '282397ed-ab19-47fb-9bf2-057270d401aa',
};
export const betaPosted = {
  id: '042db66e-3525-4a2b-b9de-703f21294425',
  jobType: 'CustomerPolicyJob',
  status: 'CREATED',
  jobData: {
    config: {
      name: 'config1',
      status: 'NEW',
      configData: { providerType: 'AZURE_KEYVAULT', keyVaultUri: OLD_KEY, keyName: 'key1' },
      imsOrgId: ORGANIZATION,
    },
  },
  imsOrgId: ORGANIZATION,
};
export { OLD_KEY };
