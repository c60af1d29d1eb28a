/** Sign-in without a client secret, at an Entra that verifies what is signed. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { SandboxAgent } from '@keyway/connector-transport';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import { OWN_CODES } from '@keyway/core';
import type { AzureConnection, AzurePort } from '@keyway/core';
import { aCertificate, aSandbox, type SandboxCustomer, type TestSandbox } from '@keyway/testing';
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAzureConnector } from './createAzureConnector.ts';
import * as azure from './testing/azureDocuments.ts';

const CLIENT = '00000000-1111-2222-3333-444444444444';
const AUDIENCE = 'api://AzureADTokenExchange';
const { clientSecret: _secret, ...application } = azure.connection;

let sandbox: TestSandbox;
let agent: SandboxAgent;
let connector: AzurePort;
let customer: SandboxCustomer;

beforeAll(async () => {
  sandbox = await aSandbox();
  agent = new SandboxAgent(sandbox);
  connector = createAzureConnector({ agent, retry: { firstDelayMs: 5 } });
  customer = await sandbox.control('POST', '/scenario', { scenario: 'happyPath' });
});
afterAll(async () => {
  agent.destroy();
  await sandbox.close();
});

const named = () => ({ tenantId: customer.tenantId, subscriptionId: null, clientId: CLIENT });
const register = (given: object) =>
  sandbox.control('POST', '/credentials', {
    tenantId: customer.tenantId,
    clientId: CLIENT,
    ...given,
  });
const refusedWith = async (connection: AzureConnection, code: string): Promise<void> => {
  const error: unknown = await connector
    .tryCredential(connection)
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject({ failure: { kind: 'credential', code }, ambiguous: false });
  expect(JSON.stringify(error)).not.toMatch(/eyJ|PRIVATE/);
};

describe('a certificate', () => {
  it('signs an assertion for the token endpoint, once each, and is never sent', async () => {
    const { pem, certificate } = await aCertificate();
    const cloud = await startFakeCloud(azure.HOSTS, () => ({
      body: { expires_in: 3599, access_token: 'token' },
    }));
    const own = createAzureConnector({ agent: cloud.agent });
    const connection = { ...application, subscriptionId: null, certificatePem: pem };
    await own.tryCredential(connection);
    await own.tryCredential(connection);
    await cloud.close();
    const assertions = cloud.requests.map(({ body }) => {
      const form = new URLSearchParams(body);
      expect(form.get('client_secret')).toBeNull();
      expect(form.get('client_assertion_type')).toBe(
        'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      );
      return form.get('client_assertion')!;
    });
    const { fingerprint256 } = new X509Certificate(certificate);
    expect(decodeProtectedHeader(assertions[0]!)).toEqual({
      alg: 'PS256',
      typ: 'JWT',
      'x5t#S256': Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
    });
    const claims = assertions.map((assertion) => decodeJwt(assertion));
    expect(claims[0]).toMatchObject({
      ...{ iss: application.clientId, sub: application.clientId },
      aud: `https://login.microsoftonline.com/${application.tenantId}/oauth2/v2.0/token`,
    });
    expect(claims[0]!.exp! - claims[0]!.iat!).toBeLessThanOrEqual(600);
    expect(new Set(claims.map(({ jti }) => jti)).size).toBe(claims.length);
    expect(JSON.stringify(cloud.requests)).not.toContain('PRIVATE');
  });

  it('is accepted where it is registered, and refused where it is not or is another one', async () => {
    const [first, second] = await Promise.all([aCertificate(), aCertificate()]);
    const connection = { ...named(), certificatePem: first.pem };
    await register({});
    await refusedWith(connection, 'AADSTS700027');
    await register({ certificates: [second.certificate] });
    await refusedWith(connection, 'AADSTS700027');
    // The thumbprint of what is registered, signed by a key that does not belong to it.
    const mixed = { ...named(), certificatePem: `${first.key}\n${second.certificate}` };
    await refusedWith(mixed, 'AADSTS700027');
    await register({ certificates: [second.certificate, first.certificate] });
    await expect(connector.tryCredential(connection)).resolves.toBeUndefined();
  });

  it('that can’t be read is no credential, and nothing is asked', async () => {
    for (const certificatePem of ['nonsense', '-----BEGIN CERTIFICATE-----'])
      await refusedWith({ ...named(), certificatePem }, OWN_CODES.malformedCredential);
  });
});

describe('federation', () => {
  let issuer: string;
  let server: Server;
  let published: object;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;

  beforeAll(async () => {
    keys = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    published = { keys: [jwk] };
    server = createServer((request, response) => {
      const isKeys = request.url === '/jwks';
      response.end(JSON.stringify(isKeys ? published : { issuer, jwks_uri: `${issuer}/jwks` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const federated = (given: Record<string, unknown> = {}, key = keys.privateKey) => {
    const sign = () =>
      new SignJWT({
        iss: issuer,
        sub: 'organization',
        aud: AUDIENCE,
        jti: crypto.randomUUID(),
        ...given,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setExpirationTime('5 minutes')
        .sign(key);
    return { ...named(), federation: { subject: String(given.sub ?? 'organization'), sign } };
  };

  it('is accepted by an Entra that fetches the published keys', async () => {
    await register({ federated: [{ issuer, subject: 'organization' }] });
    await expect(connector.tryCredential(federated())).resolves.toBeUndefined();
  });

  it('is refused when it is presented again, which Keyway never does', async () => {
    await register({ federated: [{ issuer, subject: 'organization' }] });
    const once = await federated().federation.sign();
    const again = federated();
    again.federation.sign = () => Promise.resolve(once);
    await expect(connector.tryCredential(again)).resolves.toBeUndefined();
    await refusedWith(again, 'AADSTS50027');
    await expect(connector.tryCredential(federated())).resolves.toBeUndefined();
  });

  it('is signed again where Entra took it and its answer was lost', async () => {
    await register({ federated: [{ issuer, subject: 'organization' }] });
    const lost = { host: 'login.microsoftonline.com', path: '*', count: 1, doneButLost: true };
    await sandbox.control('POST', '/faults', lost);
    await expect(connector.tryCredential(federated())).resolves.toBeUndefined();
  });

  it('is refused for any other issuer, subject, audience or key', async () => {
    await register({ federated: [{ issuer, subject: 'organization' }] });
    await refusedWith(federated({ iss: 'https://other.example' }), 'AADSTS700211');
    await refusedWith(federated({ sub: 'Organization' }), 'AADSTS700213');
    await refusedWith(federated({ aud: 'api://other' }), 'AADSTS700212');
    const { privateKey } = await generateKeyPair('RS256');
    await refusedWith(federated({}, privateKey), 'AADSTS700027');
    await register({});
    await refusedWith(federated(), 'AADSTS700213');
  });

  it('passes on that Keyway could not sign', async () => {
    const sign = () => Promise.reject(new Error('no key'));
    const connection = { ...named(), federation: { subject: 'other', sign } };
    await expect(connector.tryCredential(connection)).rejects.toMatchObject({ ambiguous: false });
  });
});

it('has the key of the PEM in any order of its blocks', async () => {
  const { key, certificate } = await aCertificate();
  await register({ certificates: [certificate] });
  for (const certificatePem of [`${key}\n${certificate}`, `${certificate}\n${key}`]) {
    expect(createPrivateKey(certificatePem).asymmetricKeyType).toBe('rsa');
    await expect(connector.tryCredential({ ...named(), certificatePem })).resolves.toBeUndefined();
  }
});
