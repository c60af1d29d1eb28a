/** What workers ask Adobe I/O Events for, against the real sandbox over HTTPS. */
import { createAdobeEventsConnector } from '@keyway/connector-adobe';
import { SandboxAgent } from '@keyway/connector-transport';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partner, sandbox, store, workerUnderTest } from '../testing/workerUnderTest.ts';
import { hookLoop } from './hookLoop.ts';

workerUnderTest();
const shutdown = new AbortController();
let loops: Promise<void>[];
beforeAll(() => {
  const adobeEvents = createAdobeEventsConnector({ agent: new SandboxAgent(sandbox) });
  const deps = { store, adobeEvents, timeScale: 0.01, log: pino({ level: 'silent' }) };
  loops = [hookLoop(deps, shutdown.signal), hookLoop(deps, shutdown.signal)];
});
afterAll(async () => {
  shutdown.abort();
  await Promise.all(loops);
});

const PATH = '/prod/keys/pub-key-0123.pem';
const PEM = `-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n`;
const KEYS = 'static.adobeioevents.com';
const fault = (path: string, answer: object) =>
  sandbox.control('POST', '/faults', { host: KEYS, path, ...answer });
const known = async (path: string): Promise<string | undefined> =>
  (await store.hooks.signingKeys.find([path])).get(path);

describe('a key that a delivery names', () => {
  it('is read from Adobe’s one host', async () => {
    await fault(PATH, { status: 200, body: PEM, count: 1 });
    await store.hooks.signingKeys.want(PATH);
    await expect.poll(() => known(PATH)).toBe(PEM);
  });

  it('is read once the host answers again', async () => {
    const path = '/prod/keys/pub-key-late.pem';
    await fault(path, { reset: true, count: 2 });
    await fault(path, { status: 503, count: 2 });
    await fault(path, { status: 403, body: 'denied', count: 1 });
    await fault(path, { status: 302, headers: { location: 'https://evil.example/' }, count: 1 });
    await fault(path, { status: 200, body: '<html>', count: 1 });
    await fault(path, { status: 200, body: PEM, count: 1 });
    await store.hooks.signingKeys.want(path);
    await expect.poll(() => known(path)).toBe(PEM);
  });

  it('is unknown where Adobe has none', async () => {
    const path = '/prod/keys/pub-key-nobody.pem';
    await store.hooks.signingKeys.want(path);
    await expect
      .poll(async () => (await sandbox.control<{ answered: number }>('GET', '/calls')).answered)
      .toBeGreaterThan(0);
    expect(await known(path)).toBeUndefined();
  });
});

describe('a registration', () => {
  it('is validated at Adobe’s one host, also where that answers late', async () => {
    const { id: organizationId } = await partner.organization();
    const recipient = (await store.hooks.recipient(organizationId))!;
    await sandbox.control('POST', '/faults', {
      host: 'csm.adobe.io',
      path: '*',
      status: 503,
      count: 2,
    });
    await store.hooks.validations.want(recipient, '/validate?id=1');
    const opened = async (): Promise<string[]> =>
      (await sandbox.control<{ host: string; path: string }[]>('GET', '/ledger'))
        .filter(({ host }) => host === 'csm.adobe.io')
        .map(({ path }) => path);
    await expect.poll(opened).toEqual(['/validate']);
  });
});
