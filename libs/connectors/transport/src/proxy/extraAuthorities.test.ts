/** A proxy that inspects TLS, with and without `NODE_EXTRA_CA_CERTS`, which Node reads at start. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startConnectProxy, type ConnectProxy } from '../../testing/startConnectProxy.ts';
import { startFakeCloud, type FakeCloud } from '../../testing/startFakeCloud.ts';

const HOST = 'management.azure.com';
let inspecting: FakeCloud;
let proxy: ConnectProxy;
let folder: string;
beforeAll(async () => {
  inspecting = await startFakeCloud([HOST], () => ({ body: { read: true } }));
  proxy = await startConnectProxy(inspecting.address);
  folder = await mkdtemp(join(tmpdir(), 'keyway-ca-'));
  await writeFile(join(folder, 'ca.pem'), inspecting.address.ca);
});
afterAll(async () => {
  await proxy.close();
  await inspecting.close();
  await rm(folder, { recursive: true });
});

/** What a process of its own gets from the cloud through the proxy. */
async function asked(environment: Record<string, string>): Promise<string> {
  const agent = JSON.stringify(join(import.meta.dirname, 'proxyAgent.ts'));
  const exchange = JSON.stringify(join(import.meta.dirname, '../exchange.ts'));
  const settings = { address: proxy.address, bypass: { all: false, names: [], ranges: [] } };
  const program = `
    const { ProxyAgent } = await import(${agent});
    const { exchange } = await import(${exchange});
    const agent = new ProxyAgent(${JSON.stringify(settings)});
    const limits = { agent, timeoutMs: 5000, signal: null };
    const request = { method: 'GET', url: 'https://${HOST}/', headers: {} };
    const { body } = await exchange(request, limits).catch(({ failure }) => ({ body: failure.code }));
    console.log(body);
    agent.destroy();`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@keyway/source', '--input-type=module', '--eval', program],
    { env: { ...process.env, ...environment } },
  );
  return stdout.trim();
}

it('is trusted where its authority is named, and not otherwise', async () => {
  expect(await asked({ NODE_EXTRA_CA_CERTS: '' })).toBe('KEYWAY_UNKNOWN_AUTHORITY');
  expect(await asked({ NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') })).toBe('{"read":true}');
});
