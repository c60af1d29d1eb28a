/** What people choose to be sent of their inbox, from outside. */
import type { Role } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type Payload, type TestServer } from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8587';
let server: TestServer;
beforeAll(async () => {
  server = await aServer({ publicUrl: PUBLIC_URL, mailFrom: 'keyway@example.com' });
});
afterAll(() => server.close());

const FIELDS = `isAvailable address digest kinds timeZone quietHours { from until } language dueAt sentAt problem`;

/** A person, signed in with a browser. */
async function person(of: TestServer, name: string, email: string | null, role: Role = 'AUDITOR') {
  const { id } = await aMember(of.store, of.partnerId, { name, role });
  await of.database.query('update member set email = $2 where id = $1', [id, email]);
  const limits = { idleSeconds: 600, longestSeconds: 600 };
  const { token } = await of.store.system().createSession(id, limits);
  const browser = new Browser(() => of, PUBLIC_URL);
  browser.cookies.set(new URL(PUBLIC_URL).host, new Map([['__Host-keyway', token]]));
  const ask = async (query: string): Promise<Payload> => {
    const { json } = await browser.graphql(query);
    if (json.errors) throw new Error(JSON.stringify(json.errors));
    return json.data;
  };
  return {
    settings: async (): Promise<Payload> =>
      (await ask(`{ viewer { notificationSettings { ${FIELDS} } } }`)).viewer.notificationSettings,
    set: async (input: string): Promise<Payload> =>
      (
        await ask(
          `mutation { setNotificationSettings(input: { ${input} }) { notificationSettings { ${FIELDS} } userErrors { code field message } } }`,
        )
      ).setNotificationSettings,
  };
}

const codes = ({ userErrors }: Payload): unknown[] =>
  userErrors.map(({ code, field }: Payload) => [code, field?.join('.') ?? null]);

describe('notification settings', () => {
  it('are off at first, and then what their owner chooses', async () => {
    const ana = await person(server, 'Ana', 'ana@example.com');
    const ben = await person(server, 'Ben', 'ben@example.com');
    const none = await ana.settings();
    expect(none).toMatchObject({
      ...{ isAvailable: true, address: 'ana@example.com', digest: 'OFF', timeZone: 'UTC' },
      ...{ quietHours: null, language: 'en', dueAt: null, sentAt: null, problem: null },
    });
    expect(none.kinds).toContain('HEALTH');
    const quietHours = { from: '22:00', until: '07:30' };
    const wanted = {
      ...{ digest: 'DAILY', kinds: ['MENTIONED', 'HEALTH'], timeZone: 'America/Sao_Paulo' },
      ...{ quietHours, language: 'es' },
    };
    const { notificationSettings, userErrors } = await ana.set(
      `digest: DAILY, kinds: [HEALTH, MENTIONED, HEALTH], timeZone: "America/Sao_Paulo", quietHours: { from: "22:00", until: "07:30" }, language: "es-MX"`,
    );
    expect(userErrors).toEqual([]);
    expect(notificationSettings).toMatchObject(wanted);
    // Eight in the morning, three hours behind UTC.
    expect(notificationSettings.dueAt).toMatch(/T11:00:00\.000Z$/);
    expect(await ana.settings()).toEqual(notificationSettings);
    expect(await ben.settings()).toMatchObject({ digest: 'OFF' });
    const off = await ana.set('digest: OFF, timeZone: "UTC"');
    expect(off.notificationSettings).toMatchObject({ digest: 'OFF', dueAt: null });
  });

  it('are refused with the field that is wrong', async () => {
    const ana = await person(server, 'Ana', 'ana@example.com');
    for (const [input, refused] of [
      ['timeZone: "Mars/Olympus"', ['INVALID_INPUT', 'timeZone']],
      ['timeZone: "+02:00"', ['INVALID_INPUT', 'timeZone']],
      ['timeZone: "UTC", kinds: []', ['INVALID_INPUT', 'kinds']],
      [
        'timeZone: "UTC", quietHours: { from: "24:00", until: "07:00" }',
        ['INVALID_INPUT', 'quietHours.from'],
      ],
      [
        'timeZone: "UTC", quietHours: { from: "7:00", until: "07:00" }',
        ['INVALID_INPUT', 'quietHours.from'],
      ],
      [
        'timeZone: "UTC", quietHours: { from: "07:00", until: "07:00" }',
        ['INVALID_INPUT', 'quietHours.until'],
      ],
    ] as const)
      expect(codes(await ana.set(`digest: HOURLY, ${input}`)), input).toEqual([refused]);
    expect(await ana.settings()).toMatchObject({ digest: 'OFF' });
    const without = await person(server, 'Without', null);
    const noAddress = await without.set('digest: HOURLY, timeZone: "UTC"');
    expect(codes(noAddress)).toEqual([['CONFLICT', 'digest']]);
  });

  it('are a person’s: a token has none', async () => {
    for (const client of [server.owner, await server.person('AUDITOR', ['read'])]) {
      const { data } = await client.raw({
        query: '{ viewer { notificationSettings { digest } } }',
      });
      expect(data).toMatchObject({ viewer: { notificationSettings: null } });
      const input = { digest: 'OFF', timeZone: 'UTC' };
      const set = await client.mutate('setNotificationSettings', input);
      expect(codes(set)).toEqual([['FORBIDDEN', null]]);
    }
  });

  it('can only be turned off where the installation sends no mail', async () => {
    const silent = await aServer({ publicUrl: PUBLIC_URL });
    try {
      const ana = await person(silent, 'Ana', 'ana@example.com');
      expect(await ana.settings()).toMatchObject({ isAvailable: false });
      const on = await ana.set('digest: DAILY, timeZone: "UTC"');
      expect(codes(on)).toEqual([['CONFLICT', 'digest']]);
      expect((await ana.set('digest: OFF, timeZone: "UTC"')).userErrors).toEqual([]);
    } finally {
      await silent.close();
    }
  });
});
