/** Which connections are kept, for how long, and with what they share. */
import { Agent, request } from 'node:https';
import type { AgentOptions } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SecureContext, TLSSocket } from 'node:tls';
import { afterEach, expect, it, vi } from 'vitest';
import { startFakeCloud } from '../testing/startFakeCloud.ts';
import type { FakeCloud } from '../testing/startFakeCloud.ts';
import { KeptAgent } from './keptAgent.ts';
import { SandboxAgent } from './sandboxAgent.ts';

const HOST = 'management.azure.com';
const IDLE_MILLISECONDS = 200;

let cloud: FakeCloud;
let agent: SandboxAgent;
afterEach(async () => {
  vi.restoreAllMocks();
  agent.destroy();
  await cloud.close();
});

async function start(options: AgentOptions, answer: () => Promise<void> = () => Promise.resolve()) {
  cloud = await startFakeCloud([HOST], () => answer().then(() => ({ body: {} })));
  agent = new SandboxAgent(cloud.address, options);
}
const ask = (): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const sent = request({ agent, host: HOST, path: '/' }, (response) =>
      response.resume().once('end', () => resolve(sent.socket as TLSSocket)),
    );
    sent.once('error', reject).end();
  });
const idle = (): number => Object.values(agent.freeSockets).flat().length;

it('keeps a connection for the next call', async () => {
  await start({});
  expect(await ask()).toBe(await ask());
});

it('closes a connection that is idle, and no other', async () => {
  await start({ timeout: IDLE_MILLISECONDS }, () => sleep(2 * IDLE_MILLISECONDS));
  const slow = await ask();
  expect([slow.destroyed, idle()]).toEqual([false, 1]);
  await expect.poll(() => [slow.destroyed, idle()]).toEqual([true, 0]);
});

it('closes idle connections after seconds, whatever the server would keep', () => {
  expect(new KeptAgent().options.timeout).toBe(5_000);
});

it('makes one TLS context for all connections', async () => {
  await start({});
  const connect = vi.spyOn(Agent.prototype, 'createConnection');
  await Promise.all([ask(), ask()]);
  const contexts = connect.mock.calls.map(
    ([options]) => (options as { secureContext?: SecureContext }).secureContext,
  );
  expect(contexts).toEqual([expect.anything(), contexts[0]]);
  expect(contexts[1]).toBe(contexts[0]);
});
