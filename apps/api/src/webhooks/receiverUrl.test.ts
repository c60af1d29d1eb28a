/** With KEYWAY_WEBHOOK_ALLOW, what could never be sent to is refused when it is given. */
import { parseCIDR } from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import type { Refused } from '@keyway/store';
import { aServer } from '../testing/aServer.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import { validateReceiver } from './receiverUrl.ts';

const ALLOWED = [parseCIDR('127.0.0.0/8'), parseCIDR('10.20.0.0/16')];
const NAMES: Readonly<Record<string, string[]>> = {
  'example.com': ['93.184.215.14'],
  'mixed.example.com': ['93.184.215.14', '10.20.0.9'],
  'hooks.internal': ['10.20.0.7'],
  'db.internal': ['10.99.0.7'],
  'printer.local': ['192.168.1.4'],
  'public.local': ['93.184.215.14'],
  localhost: ['::1', '127.0.0.1'],
};
const asked: string[] = [];
const resolve = (host: string) => {
  asked.push(host);
  return Promise.resolve(NAMES[host] ?? null);
};

async function reasonOf(url: string, allowed = ALLOWED): Promise<string | null> {
  const validate = new InputValidator();
  await validateReceiver(validate, url, allowed, resolve);
  try {
    validate.pass();
    return null;
  } catch (error) {
    return (error as Refused).refusals[0]!.reason;
  }
}

describe('with allowed networks, a receiver', () => {
  it.each([
    'http://127.0.0.1:9000/',
    'http://10.20.3.4/',
    'https://10.20.3.4/',
    'http://hooks.internal/',
    'https://hooks.internal:8443/',
    'http://mixed.example.com/',
    'http://localhost:3000/',
    'https://localhost/',
    'https://bücher.example.com/',
    'https://my_host.example.com/',
  ])('may be %s', async (url) => expect(await reasonOf(url)).toBeNull());

  it.each([
    ['https://example.com:0/', 'webhookUrlInvalid'],
    ['https://example..com/', 'webhookUrlInvalid'],
    ['https://-/', 'webhookUrlInvalid'],
    ['https://a-.example.com/', 'webhookUrlInvalid'],
    ['https://com/', 'webhookUrlUnresolved'],
    ['https://metadata.google.internal/', 'webhookUrlUnresolved'],
    ['https://a.localhost/', 'webhookUrlUnresolved'],
    ['http://example.com/', 'webhookUrlHttp'],
    ['http://8.8.8.8/', 'webhookUrlHttp'],
    ['http://10.99.0.7/', 'webhookUrlHttp'],
    ['http://db.internal/', 'webhookUrlHttp'],
    ['https://db.internal/', 'webhookUrlPrivate'],
    ['https://printer.local/', 'webhookUrlPrivate'],
    ['https://public.local/', 'webhookUrlPrivate'],
    ['https://[::1]/', 'webhookUrlPrivate'],
    ['https://nobody.internal/', 'webhookUrlUnresolved'],
    ['http://nobody.example.com/', 'webhookUrlUnresolved'],
  ])('can’t be %s: %s', async (url, reason) => expect(await reasonOf(url)).toBe(reason));

  it('is this machine by its name only where that is allowed', async () => {
    const others = [parseCIDR('10.20.0.0/16')];
    expect(await reasonOf('https://localhost/', others)).toBe('webhookUrlPrivate');
    expect(await reasonOf('http://localhost/', others)).toBe('webhookUrlHttp');
  });
});

it('a public name is not resolved, and none where no network is allowed', async () => {
  asked.length = 0;
  expect(await reasonOf('https://later.example.com/')).toBeNull();
  expect(await reasonOf('http://later.example.com/', [])).toBe('webhookUrlNotHttps');
  expect(await reasonOf('https://hooks.internal/', [])).toBe('webhookUrlPrivate');
  expect(asked).toEqual([]);
});

it('creating and changing a webhook follow it, and say what is right', async () => {
  const server = await aServer({ webhookAllow: ALLOWED });
  try {
    const make = (url: string) =>
      server.owner.mutate('createWebhook', { url, events: ['*'] }, 'webhook { id }');
    const { webhook, userErrors } = await make('http://127.0.0.1:9/');
    expect(userErrors).toEqual([]);
    for (const url of ['http://8.8.8.8/', 'http://[::1]/']) {
      const changed = await server.owner.mutate('updateWebhook', { id: webhook.id, url });
      for (const refused of [await make(url), changed])
        expect(refused.userErrors).toEqual([
          expect.objectContaining({
            ...{ code: 'INVALID_INPUT', field: ['url'] },
            message: expect.stringMatching(/KEYWAY_WEBHOOK_ALLOW.*Use https:\/\//),
          }),
        ]);
    }
  } finally {
    await server.close();
  }
});
