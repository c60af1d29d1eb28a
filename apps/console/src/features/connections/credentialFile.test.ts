import { describe, expect, it } from 'vitest';
import { readAdobeProject, readServicePrincipal } from './credentialFile.ts';
import { MAX_FILE_BYTES } from './jsonFile.ts';

const OAUTH = {
  client_id: 'client-of-contoso',
  client_secrets: ['p8e-secret', 'p8e-former'],
  technical_account_id: 'technical@techacct.adobe.com',
  scopes: ['openid', 'AdobeID', 42],
};
const projectOf = (...credentials: unknown[]) =>
  JSON.stringify({
    project: {
      org: { id: '1', name: 'Contoso', ims_org_id: '0123456789ABCDEF01234567@AdobeOrg' },
      workspace: { details: { credentials } },
    },
  });
const TENANT = '11111111-1111-4111-8111-111111111111';
const SUBSCRIPTION = '33333333-3333-4333-8333-333333333333';

describe('a project of the Developer Console', () => {
  it('has the credential, its scopes and its organization', () => {
    const others = [
      { jwt: { client_id: 'other' } },
      { oauth_server_to_server: { client_id: 'a' } },
    ];
    expect(readAdobeProject(projectOf(...others, { oauth_server_to_server: OAUTH }))).toEqual({
      imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
      organizationName: 'Contoso',
      clientId: 'client-of-contoso',
      clientSecret: 'p8e-secret',
      scopes: ['openid', 'AdobeID'],
    });
  });

  it('may say no organization and no scopes', () => {
    const credentials = [{ oauth_server_to_server: { ...OAUTH, scopes: 'openid' } }];
    const text = JSON.stringify({ project: { workspace: { details: { credentials } } } });
    expect(readAdobeProject(text)).toMatchObject({
      ...{ imsOrgId: null, organizationName: null, scopes: [] },
    });
  });
});

describe('an answer of az ad sp create-for-rbac', () => {
  it('is read as az prints it', () => {
    const text = JSON.stringify({
      ...{ appId: 'app', displayName: 'azure-cli-2026', password: 'secret', tenant: TENANT },
    });
    expect(readServicePrincipal(`\n ${text}\n`)).toEqual({
      ...{ tenantId: TENANT, subscriptionId: null, clientId: 'app', clientSecret: 'secret' },
    });
  });

  it('is read as az prints it for --json-auth', () => {
    const text = JSON.stringify({
      ...{ clientId: 'app', clientSecret: 'secret', tenantId: TENANT },
      ...{ subscriptionId: SUBSCRIPTION, activeDirectoryEndpointUrl: 'https://login.example' },
    });
    expect(readServicePrincipal(text)).toMatchObject({ subscriptionId: SUBSCRIPTION });
  });
});

it.each([
  ['', 'nothing'],
  ['client-of-contoso', 'a value'],
  ['{"project":', 'broken JSON'],
  ['{"project":null}', 'null'],
  ['{"project":{"workspace":{"details":{"credentials":{"0":{}}}}}}', 'no list'],
  ['{"clientId":1,"clientSecret":{},"tenantId":[]}', 'no texts'],
  ['{"appId":" ","password":"secret","tenant":"t"}', 'an empty text'],
  [`{"project":"${'x'.repeat(MAX_FILE_BYTES)}"}`, 'too much'],
  [projectOf({ oauth_server_to_server: { ...OAUTH, client_secrets: [] } }), 'no secret'],
])('is no credential: %#', (text) => {
  expect(readAdobeProject(text)).toBeNull();
  expect(readServicePrincipal(text)).toBeNull();
});
