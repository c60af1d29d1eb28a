/** In a corporate network: the proxy is asked for documented hosts of Adobe alone (REG-09). */
import { ProxyAgent } from '@keyway/connector-transport';
import { startConnectProxy, startFakeCloud } from '@keyway/connector-transport/testing';
import type { ConnectProxy, FakeAnswer, FakeCloud } from '@keyway/connector-transport/testing';
import type { AdobePort } from '@keyway/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdobeConnector } from './createAdobeConnector.ts';
import { createAdobeEventsConnector } from './createAdobeEventsConnector.ts';
import * as adobe from './testing/adobeDocuments.ts';

const IMS = 'ims-na1.adobelogin.com:443';
const PLATFORM = `${adobe.connection.host}:443`;
const TOKEN = { access_token: adobe.ACCESS_TOKEN, token_type: 'bearer', expires_in: 86399 };

let cloud: FakeCloud;
let proxy: ConnectProxy;
let agent: ProxyAgent;
/** By host; signing in succeeds and nothing is there where it has none. */
let answers: Record<string, FakeAnswer>;
/** Names that were to be reached without the proxy. */
let resolved: string[];
let connector: AdobePort;
beforeEach(async () => {
  answers = {};
  resolved = [];
  cloud = await startFakeCloud(
    adobe.HOSTS,
    ({ host }) =>
      answers[host] ??
      (host in { [IMS.split(':')[0]!]: 1 } ? { body: TOKEN } : { status: 404, body: '' }),
  );
  proxy = await startConnectProxy(cloud.address);
});
afterEach(async () => {
  agent.destroy();
  await proxy.close();
  await cloud.close();
});

function behind(names: readonly string[] = []): void {
  const bypass = { all: false, ranges: [], names: names.map((name) => ({ name, port: null })) };
  agent = new ProxyAgent(
    { address: proxy.address, bypass },
    {
      ca: cloud.address.ca,
      lookup: (name, _options, done) => {
        resolved.push(name);
        done(Object.assign(new Error(`ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), '');
      },
    },
  );
  connector = createAdobeConnector({ agent, retry: { maxRetries: 0 } });
}
const asked = (): string[] => [...new Set(proxy.asked.map(({ target }) => target))].toSorted();
const read = (host = adobe.connection.host) =>
  connector.readConfiguration({ ...adobe.connection, host }, 'Config1');

it('asks the proxy for the documented hosts by their own names', async () => {
  behind();
  await expect(read()).rejects.toMatchObject({ failure: { kind: 'notFound' } });
  expect(asked()).toEqual([IMS, PLATFORM].toSorted());
  expect(resolved).toEqual([]);
});

it('reaches without it what NO_PROXY names, and the others by it', async () => {
  behind(['adobe.io']);
  await expect(read()).rejects.toMatchObject({ failure: { code: 'ENOTFOUND' } });
  expect(asked()).toEqual([IMS]);
  expect(resolved).toEqual([adobe.connection.host]);
});

it('reaches IMS without it where NO_PROXY names it, and sends no token elsewhere', async () => {
  behind(['ims-na1.adobelogin.com']);
  await expect(read()).rejects.toMatchObject({ failure: { code: 'ENOTFOUND' } });
  expect(asked()).toEqual([]);
  expect(resolved).toEqual(['ims-na1.adobelogin.com']);
});

describe('never asks the proxy', () => {
  it.each([
    'platform.adobe.io.evil.example',
    'evil.example',
    'platform.adobe.io:8443',
    'x@platform.adobe.io',
    '127.0.0.1',
    '',
  ])('for the host %j', async (host) => {
    behind();
    await expect(read(host)).rejects.toMatchObject({ failure: { kind: 'rejected' } });
    expect(proxy.asked).toEqual([]);
  });

  it.each([301, 302, 307, 308])('for where Platform redirects to (%i)', async (status) => {
    behind();
    answers[adobe.connection.host] = { status, headers: { location: 'https://evil.example/' } };
    await expect(read()).rejects.toMatchObject({ failure: { kind: 'badResponse' } });
    expect(asked()).toEqual([IMS, PLATFORM].toSorted());
  });

  it('for where IMS redirects to', async () => {
    behind();
    answers['ims-na1.adobelogin.com'] = {
      ...{ status: 307, headers: { location: 'https://evil.example/' } },
    };
    await expect(read()).rejects.toMatchObject({ failure: { kind: 'badResponse' } });
    expect(asked()).toEqual([IMS]);
  });

  it.each(['@evil.example/', '\\evil.example', '.evil.example/'])(
    'for a path that would be another host: %j',
    async (path) => {
      behind();
      const events = createAdobeEventsConnector({ agent });
      await expect((async () => events.openValidation(path))()).rejects.toMatchObject({
        failure: { kind: 'rejected' },
      });
      await expect((async () => events.readSigningKey(path))()).rejects.toMatchObject({
        failure: { kind: 'rejected' },
      });
      for (const target of asked()) expect(target).toMatch(/^[a-z0-9.-]+\.adobe\.io:443$/);
    },
  );
});
