/** A proxy's own authority by `NODE_EXTRA_CA_CERTS`, which Node reads at start. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConnectProxy, type ConnectProxy } from '../../testing/startConnectProxy.ts';
import { startFakeCloud, type FakeCloud } from '../../testing/startFakeCloud.ts';

const HOST = 'management.azure.com';
let inspecting: FakeCloud;
let proxy: ConnectProxy;
/** Asked by TLS itself. */
let secure: ConnectProxy;
let folder: string;
beforeAll(async () => {
  inspecting = await startFakeCloud([HOST], () => ({ body: { read: true } }));
  proxy = await startConnectProxy(inspecting.address);
  folder = await mkdtemp(join(tmpdir(), 'keyway-ca-'));
  const own = await certificateOfProxy();
  const credentials = 'user:p@ss';
  secure = await startConnectProxy(inspecting.address, { credentials, tls: own });
  await writeFile(join(folder, 'proxy.pem'), own.cert);
  await writeFile(join(folder, 'both.pem'), `${own.cert}\n${inspecting.address.ca}`);
  await writeFile(join(folder, 'ca.pem'), inspecting.address.ca);
});
afterAll(async () => {
  await proxy.close();
  await secure.close();
  await inspecting.close();
  await rm(folder, { recursive: true });
});

/** For the address and the name that it is asked by. */
async function certificateOfProxy(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'Proxy' }], {
    ...{ keyType: 'ec', algorithm: 'sha256' },
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** What a process of its own gets from the cloud through the proxy. */
async function asked(
  environment: Record<string, string>,
  address = proxy.address,
): Promise<string> {
  const agent = JSON.stringify(join(import.meta.dirname, 'proxyAgent.ts'));
  const exchange = JSON.stringify(join(import.meta.dirname, '../exchange.ts'));
  const settings = { address, bypass: { all: false, names: [], ranges: [] } };
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

describe('a proxy that is asked by TLS', () => {
  const named = (file: string) => ({ NODE_EXTRA_CA_CERTS: file && join(folder, file) });
  const signedIn = () => ({
    ...secure.address,
    authorization: `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
  });

  it('leads to the cloud where both authorities are named', async () => {
    for (const host of ['127.0.0.1', 'localhost'])
      expect(await asked(named('both.pem'), { ...signedIn(), host })).toBe('{"read":true}');
    expect(secure.asked.at(-1)).toEqual({
      target: `${HOST}:443`,
      authorization: signedIn().authorization,
    });
  });

  it('gets neither its password nor a request while its own authority is unknown', async () => {
    const before = secure.asked.length;
    for (const file of ['', 'ca.pem'])
      expect(await asked(named(file), signedIn())).toBe('KEYWAY_PROXY_UNREACHABLE');
    expect(secure.asked.length).toBe(before);
  });

  it('does not vouch for the cloud by its own authority', async () => {
    expect(await asked(named('proxy.pem'), signedIn())).toBe('KEYWAY_UNKNOWN_AUTHORITY');
  });

  it('is asked for a sign-in where it wants one and none, or another, is given', async () => {
    const wrong = `Basic ${Buffer.from('user:wrong').toString('base64')}`;
    for (const authorization of [null, wrong])
      expect(await asked(named('both.pem'), { ...secure.address, authorization })).toBe(
        'KEYWAY_PROXY_SIGN_IN',
      );
  });

  it('is out of reach where it speaks no TLS, or TLS where none is expected', async () => {
    const plain = { ...proxy.address, isSecure: true };
    expect(await asked(named('both.pem'), plain)).toBe('KEYWAY_PROXY_UNREACHABLE');
    const notExpected = { ...signedIn(), isSecure: false };
    expect(await asked(named('both.pem'), notExpected)).toBe('KEYWAY_PROXY_UNREACHABLE');
  });
});
