/** The redirect keeps the real host name in TLS and trusts the sandbox's CA alone. */
import { get } from 'node:https';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFakeCloud } from '../testing/startFakeCloud.ts';
import type { FakeCloud } from '../testing/startFakeCloud.ts';
import { SandboxAgent } from './sandboxAgent.ts';

const HOSTS = ['management.azure.com', '*.vault.azure.net'];

let cloud: FakeCloud;
let other: FakeCloud;
beforeAll(async () => {
  cloud = await startFakeCloud(HOSTS, () => ({ body: 'here' }));
  other = await startFakeCloud(HOSTS, () => ({ body: 'elsewhere' }));
});
afterAll(async () => {
  await Promise.all([cloud.close(), other.close()]);
});

const ask = (agent: SandboxAgent, url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });

it('leads real names to the sandbox', async () => {
  const agent = new SandboxAgent(cloud.address);
  await expect(ask(agent, 'https://management.azure.com/x')).resolves.toBe('here');
  await expect(ask(agent, 'https://contoso-cmk.vault.azure.net:8443/x')).resolves.toBe('here');
  expect(cloud.requests.map(({ host }) => host)).toEqual([
    'management.azure.com',
    'contoso-cmk.vault.azure.net:8443',
  ]);
  agent.destroy();
});

it('refuses a name that the certificate does not hold, and a CA that is not the sandbox’s', async () => {
  const agent = new SandboxAgent(cloud.address);
  await expect(ask(agent, 'https://evil.example/x')).rejects.toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
  const mistaken = new SandboxAgent({ ...cloud.address, ca: other.address.ca });
  await expect(ask(mistaken, 'https://management.azure.com/x')).rejects.toThrow();
  agent.destroy();
  mistaken.destroy();
});
