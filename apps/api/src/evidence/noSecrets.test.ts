/** What customers and people gave Keyway in confidence is in no file of an evidence pack. */
import { randomBytes } from 'node:crypto';
import { packOfBytes } from '@keyway/evidence';
import { aCertificate } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aRunToApprove } from '../testing/aRunToApprove.ts';
import { aServer, TENANT, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

/** Of the pack, each file as text. */
async function filesOf(organizationId: string): Promise<Map<string, string>> {
  const response = await fetch(`${server.url}/evidence/${organizationId}.zip`, {
    headers: { authorization: `Bearer ${server.owner.token}` },
  });
  expect(response.status).toBe(200);
  const pack = await packOfBytes(Buffer.from(await response.arrayBuffer()));
  const files = new Map<string, string>();
  for (const entry of pack.entries) {
    const parts: Uint8Array[] = [];
    for await (const part of entry.open().content) parts.push(part);
    files.set(entry.path, Buffer.concat(parts).toString('utf8'));
  }
  return files;
}

it('no client secret, private key, certificate or token is in an evidence pack', async () => {
  const [adobeSecret, azureSecret] = [0, 1].map(() => `sandbox-${randomBytes(16).toString('hex')}`);
  const { pem, key, certificate } = await aCertificate();
  const { organizationId, runId, imsOrgId } = await aRunToApprove(server);
  const credential = { organizationId, clientId: TENANT };
  await server.owner.must('connectAdobe', {
    ...{ ...credential, clientSecret: adobeSecret, scopes: ['openid'] },
  });
  const azure = { ...credential, tenantId: TENANT };
  await server.owner.must('connectAzure', { ...azure, clientSecret: azureSecret });
  await server.owner.must('connectAzure', { ...azure, certificatePem: pem });
  const handOff = { runId, actor: 'AZURE_ADMIN' };
  const { url } = await server.owner.must('createHandOff', handOff, 'url');
  await server.owner.must('requestApproval', { runId, track: 'AEP' });
  const approver = await server.person('APPROVER', ['read', 'approve']);
  await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId });

  const files = await filesOf(organizationId);
  const everything = [...files.values()].join('\n');
  // It is the pack of this organization, with what was done.
  for (const there of [imsOrgId, 'azureConnected', 'approved']) expect(everything).toContain(there);
  const lines = [key, certificate].flatMap((text) =>
    text.split(/\r?\n/).filter((line) => /^[\w+/=]{40,}$/.test(line)),
  );
  expect(lines.length).toBeGreaterThan(20);
  const tokens = [approver.token, server.owner.token, (url as string).split('/').at(-1)!];
  const secrets = ['sandbox-a', adobeSecret!, azureSecret!, 'PRIVATE KEY', ...lines, ...tokens];
  for (const [name, text] of files)
    for (const secret of secrets) expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
});
