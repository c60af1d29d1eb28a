/** Where people are signed in: who sees and ends which sessions, and what ends with them. */
import { globalId, type Role } from '@keyway/core';
import type { MemberRecord } from '@keyway/store';
import { aMember } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { anOrganization, aServer, type Payload, type TestServer } from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';
import { socketAddress } from '../testing/subscriber.ts';

const PUBLIC_URL = 'http://localhost:8585';
let server: TestServer;
beforeAll(async () => {
  server = await aServer({ publicUrl: PUBLIC_URL }, { recheckSocketsEveryMs: 60_000 });
});
afterAll(() => server.close());

/** A browser in which the member is signed in. */
async function signedIn({ id }: MemberRecord, userAgent = 'Firefox 128 · Linux') {
  const browser = new Browser(() => server, PUBLIC_URL);
  const { token } = await server.store
    .system()
    .createSession(
      id,
      { idleSeconds: 600, longestSeconds: 600 },
      { provider: 'gone', authenticatedAt: null, acr: null, idToken: 'secret.id.token', userAgent },
    );
  browser.cookies.set(new URL(PUBLIC_URL).host, new Map([['__Host-keyway', token]]));
  return browser;
}
const person = (name: string, role: Role = 'OPERATOR', imsOrgIds: string[] | null = null) =>
  aMember(server.store, server.partnerId, { name, role, imsOrgIds });
const data = async (browser: Browser, query: string): Promise<Payload> => {
  const { json } = await browser.graphql(query);
  if (json.errors) throw new Error(JSON.stringify(json.errors));
  return json.data;
};
const SESSION = 'id userAgent provider current createdAt lastUsedAt expiresAt';
const ownSessions = async (browser: Browser): Promise<Payload[]> =>
  (await data(browser, `{ viewer { sessions { ${SESSION} } } }`)).viewer.sessions;
const isIn = async (browser: Browser) =>
  (await browser.graphql('{ viewer { id } }')).status === 200;
const end = async (browser: Browser, id: string): Promise<Payload> =>
  (
    await data(
      browser,
      `mutation { endSession(input: { id: "${id}" }) { ended userErrors { code field } } }`,
    )
  ).endSession;
const endAll = async (browser: Browser, memberId?: string): Promise<Payload> =>
  (
    await data(
      browser,
      `mutation { endSessions(input: { ${memberId ? `memberId: "${memberId}"` : ''} }) { ended userErrors { code field } } }`,
    )
  ).endSessions;

describe('one’s own sessions', () => {
  it('are listed with the browser, and ended one by one', async () => {
    const ana = await person('Ana');
    const [here, there] = [await signedIn(ana), await signedIn(ana, 'Safari 17 · iOS')];
    const listed = await ownSessions(here);
    expect(listed).toHaveLength(2);
    const [current, other] = [listed.find((s) => s.current), listed.find((s) => !s.current)];
    expect([current, other]).toMatchObject([
      { userAgent: 'Firefox 128 · Linux', provider: 'gone' },
      { userAgent: 'Safari 17 · iOS', provider: 'gone' },
    ]);
    expect(JSON.stringify(listed)).not.toContain('secret');
    expect(await end(here, other.id)).toEqual({ ended: 1, userErrors: [] });
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect(await end(here, other.id)).toMatchObject({
      ended: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['id'] }],
    });
    const { history } = await server.owner.ask(
      '{ history(first: 1) { nodes { kind actor summary organization { id } } } }',
    );
    expect(history.nodes).toEqual([
      {
        kind: 'sessionsEnded',
        actor: 'Ana (console)',
        summary: 'Ended one session of Ana',
        organization: null,
      },
    ]);
  });

  it('are known to who asks: how long one lasts unused, and when it ends', async () => {
    const ana = await person('Inés');
    const [here] = [await signedIn(ana), await signedIn(ana)];
    const query = '{ viewer { session { current idleSeconds createdAt endsAt expiresAt } } }';
    const { session } = (await data(here, query)).viewer;
    expect(session).toMatchObject({ current: true, idleSeconds: 600 });
    expect(Date.parse(session.endsAt) - Date.parse(session.createdAt)).toBe(600_000);
    expect(session.expiresAt <= session.endsAt).toBe(true);
    expect((await server.owner.ask(query)).viewer).toEqual({ session: null });
  });

  it('end all at once but the one that asks, also of a person of one organization', async () => {
    const { imsOrgId } = await anOrganization(server.owner);
    const ana = await person('Lena', 'APPROVER', [imsOrgId]);
    const browsers = [await signedIn(ana), await signedIn(ana), await signedIn(ana)];
    const [here, ...others] = browsers;
    expect(await endAll(here!)).toEqual({ ended: 2, userErrors: [] });
    expect(await Promise.all(browsers.map(isIn))).toEqual([true, ...others.map(() => false)]);
    expect(await endAll(here!)).toEqual({ ended: 0, userErrors: [] });
  });

  it('end with their live connections, without waiting for the next check', async () => {
    const ana = await person('Sara');
    const [here, there] = [await signedIn(ana), await signedIn(ana)];
    const cookie = `__Host-keyway=${there.cookies.get('localhost:8585')!.get('__Host-keyway')}`;
    const socket = new WebSocket(socketAddress(server), 'graphql-transport-ws', {
      origin: PUBLIC_URL,
      headers: { cookie },
    });
    const closed = new Promise<[number, string]>((resolve) =>
      socket.on('close', (code, reason) => resolve([code, String(reason)])),
    );
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    await new Promise((resolve) => socket.on('message', resolve));
    await endAll(here);
    expect(await closed).toEqual([4403, 'Session ended']);
  });
});

describe('the sessions of others', () => {
  const SESSIONS_OF = (memberId: string) =>
    `{ node(id: "${memberId}") { ... on Member { sessions { ${SESSION} } } } }`;

  it('are seen and ended by owners', async () => {
    const [olga, omar] = [await person('Olga', 'OWNER'), await person('Omar')];
    const owner = await signedIn(olga);
    const browsers = [await signedIn(omar), await signedIn(omar), await signedIn(omar)];
    const memberId = globalId('Member', omar.id);
    const { node } = await data(owner, SESSIONS_OF(memberId));
    expect(node.sessions.map((session: Payload) => session.current)).toEqual([false, false, false]);
    expect(await end(owner, node.sessions[0].id)).toMatchObject({ ended: 1 });
    expect(await endAll(owner, memberId)).toMatchObject({ ended: 2 });
    expect(await Promise.all(browsers.map(isIn))).toEqual([false, false, false]);
    expect(await isIn(owner)).toBe(true);
  });

  it.each(['OPERATOR', 'APPROVER', 'AUDITOR'] as const)(
    'are hidden from a person who is %s',
    async (role) => {
      const [omar, eve] = [await person('Omar'), await person('Eve', role)];
      const [target, attacker] = [await signedIn(omar), await signedIn(eve)];
      const [session] = await ownSessions(target);
      const memberId = globalId('Member', omar.id);
      const missing = globalId('Session', crypto.randomUUID());
      expect(await end(attacker, session.id)).toEqual(await end(attacker, missing));
      expect(await endAll(attacker, memberId)).toMatchObject({
        ended: null,
        userErrors: [{ code: 'NOT_FOUND', field: ['memberId'] }],
      });
      expect((await data(attacker, SESSIONS_OF(memberId))).node).toBeNull();
      expect(await isIn(target)).toBe(true);
    },
  );

  it('are none of another partner’s, and none of a token’s', async () => {
    const omar = await person('Omar');
    const target = await signedIn(omar);
    const [session] = await ownSessions(target);
    const foreignOwner = await server.otherOwner();
    const operator = await server.person('OPERATOR');
    for (const client of [foreignOwner, operator]) {
      const one = await client.mutate('endSession', { id: session.id }, 'ended');
      const all = await client.mutate(
        'endSessions',
        { memberId: globalId('Member', omar.id) },
        'ended',
      );
      const own = await client.mutate('endSessions', {}, 'ended');
      for (const { ended, userErrors } of [one, all, own])
        expect([ended, userErrors[0].code]).toEqual([null, 'NOT_FOUND']);
      expect((await client.ask('{ viewer { sessions { id } } }')).viewer.sessions).toEqual([]);
    }
    expect(await isIn(target)).toBe(true);
  });

  it('repeated with a key, end nothing more', async () => {
    const omar = await person('Omar');
    const [here, first] = [await signedIn(omar), await signedIn(omar)];
    const ask = `mutation { endSessions(input: { idempotencyKey: "once" }) { ended } }`;
    expect((await data(here, ask)).endSessions).toEqual({ ended: 1 });
    const second = await signedIn(omar);
    expect((await data(here, ask)).endSessions).toEqual({ ended: 1 });
    expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
  });
});
