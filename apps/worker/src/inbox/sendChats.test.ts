/** Chats, sent to a receiver by several workers, and to receivers that fail. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CHAT_INBOX_KINDS, type ChatKind } from '@keyway/core';
import type { ChatRecord, ClaimedTest, NewChat, Store } from '@keyway/store';
import { aDatabase, anOccurrence, aPartner, requireAccepted } from '@keyway/testing';
import type { TestDatabase, TestPartner } from '@keyway/testing';
import ipaddr from 'ipaddr.js';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { endOf, sendChats } from './sendChats.ts';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
});
afterAll(() => database.close());
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise<void>((end) => server.close(() => end()));
  }
  await database.query('delete from digest');
  await database.query('delete from inbox_item');
});

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;
const taken: Answer = (response) => response.writeHead(200).end('ok');
const refusing =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status).end('no');

/** An incoming webhook on this machine. */
async function aChatServer(answer: () => Answer = () => taken) {
  const received: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push(Buffer.concat(parts).toString());
      answer()(response, request);
    });
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { received, target: { url: `http://${host}/services/secret`, host } };
}

const lines: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
const LOOPBACK = [ipaddr.parseCIDR('127.0.0.0/8')];
const passOf = (of = store, allowed = LOOPBACK): Promise<void> =>
  sendChats(
    { store: of, log, allowed, proxy: null, publicUrl: 'https://keyway.example' },
    new AbortController().signal,
  );

async function mutated(
  { store: view }: TestPartner,
  change: Parameters<TestPartner['store']['mutate']>[1],
): Promise<unknown> {
  return requireAccepted(
    await view.mutate({ principal: 'p', operation: 'c', input: null }, change),
  );
}

async function connect(
  partner: TestPartner,
  target: NewChat['target'],
  kind: ChatKind = 'SLACK',
  quietHours: NewChat['quietHours'] = null,
): Promise<void> {
  const chat: NewChat = {
    ...{ kind, target, frequency: 'HOURLY', kinds: CHAT_INBOX_KINDS, locale: 'en' },
    ...{ timeZone: 'UTC', quietHours },
  };
  await mutated(partner, (unit) => unit.inbox.setChat(chat, anOccurrence()));
}

const PUT = `insert into inbox_item (id, partner_id, member_id, organization_id, kind, cause, at, created_at)
  values (gen_random_uuid(), $1, null, $2, 'RUN_BLOCKED', $3, now(), now() - interval '2 minutes')`;

async function put(partner: TestPartner, ...names: string[]): Promise<void> {
  for (const name of names) {
    const { id } = await partner.organization({ name });
    await database.query(PUT, [partner.partnerId, id, `${name} ${Math.random()}`]);
  }
}
const makeDue = () =>
  database.query(
    `update digest set due_at = now(), sent_until = least(sent_until, now() - interval '1 hour')`,
  );
const dueAgain = () => database.query('update digest set due_at = now()');
const chatOf = async ({ store: view }: TestPartner): Promise<ChatRecord> => (await view.chat())!;

it('sends nothing of a request that was decided meanwhile', async () => {
  const { received, target } = await aChatServer();
  const partner = await aPartner(database, store);
  await connect(partner, target);
  await put(partner, 'Decided Org', 'Waiting Org');
  await database.query(
    `update inbox_item i set kind = 'APPROVAL_REQUESTED', read_at = case when o.name = 'Decided Org' then now() end
     from organization o where o.id = i.organization_id`,
  );
  await makeDue();
  await passOf();
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('Waiting Org');
  expect(received[0]).not.toContain('Decided Org');
});

it('sends each chat once, however many workers there are', async () => {
  const { received, target } = await aChatServer();
  const partners: TestPartner[] = [];
  for (let number = 0; number < 8; number += 1) {
    const partner = await aPartner(database, store);
    await connect(partner, target);
    await put(partner, `Org ${number}`);
    partners.push(partner);
  }
  await makeDue();
  const others = [store, await database.store(), await database.store()];
  await Promise.all(others.map((of) => passOf(of)));
  expect(received).toHaveLength(8);
  expect(new Set(received).size).toBe(8);
  await dueAgain();
  await Promise.all(others.map((of) => passOf(of)));
  expect(received).toHaveLength(8);
  expect(await chatOf(partners[0]!)).toMatchObject({ problem: null, sentAt: expect.any(String) });
});

it('of a worker that stopped anywhere, sends nothing twice and nothing of another', async () => {
  const { received, target } = await aChatServer();
  const partner = await aPartner(database, store);
  await connect(partner, target);
  await put(partner, 'Contoso');
  await makeDue();
  const { chats } = store.inboxes;
  const expire = () =>
    database.query(`update digest set lease_until = now() - interval '1 second'`);
  // Stopped before it took it: the next one sends, and the first may not.
  const [early] = await chats.claim(1);
  await expire();
  await passOf();
  expect(received).toHaveLength(1);
  expect(await chats.take(early!)).toBe(false);
  // Stopped after it took it, and may have sent: nobody sends that again.
  await put(partner, 'Fabrikam');
  await makeDue();
  await database.query("update digest set sent_until = now() - interval '3 minutes'");
  await database.query(`delete from inbox_item where cause like 'Contoso%'`);
  const [late] = await chats.claim(1);
  expect(await chats.take(late!)).toBe(true);
  await expire();
  await passOf();
  expect(received).toHaveLength(1);
  expect(await chats.settle(late!, true, null)).toBe(false);
});

it('sends nothing to an address that was replaced or removed meanwhile', async () => {
  const { received, target } = await aChatServer();
  const other = await aChatServer();
  const partner = await aPartner(database, store);
  const { chats } = store.inboxes;
  await connect(partner, target);
  await put(partner, 'Contoso');
  await makeDue();
  const [claimed] = await chats.claim(1);
  await new Promise((soon) => setTimeout(soon, 5));
  await connect(partner, other.target);
  expect(await chats.take(claimed!)).toBe(false);
  await database.query(`update digest set lease_until = null`);
  await dueAgain();
  await passOf();
  expect([received, other.received].map(({ length }) => length)).toEqual([0, 1]);
  await mutated(partner, (unit) => unit.inbox.removeChat(anOccurrence()));
  expect(await partner.store.chat()).toBeNull();
  await passOf();
  expect(received).toEqual([]);
});

it('tries again what was certainly not taken, and nothing else', async () => {
  let answer = refusing(503);
  const { received, target } = await aChatServer(() => answer);
  const partner = await aPartner(database, store);
  await connect(partner, target);
  await put(partner, 'Contoso');
  await makeDue();
  await passOf();
  expect(await chatOf(partner)).toMatchObject({ problem: 'SERVER_REFUSED', sentAt: null });
  answer = (response) => response.destroy();
  await dueAgain();
  await passOf();
  expect(await chatOf(partner)).toMatchObject({ problem: 'OUTCOME_UNKNOWN' });
  answer = taken;
  await dueAgain();
  await passOf();
  expect(received).toHaveLength(2);
  expect(received[1]).toBe(received[0]);
  answer = refusing(404);
  await put(partner, 'Fabrikam');
  await database.query(
    `update digest set due_at = now(), sent_until = now() - interval '3 minutes'`,
  );
  await passOf();
  expect(await chatOf(partner)).toMatchObject({ problem: 'ADDRESS_REFUSED' });
});

it('sends nothing in quiet hours, and nothing to addresses that are not allowed', async () => {
  const { received, target } = await aChatServer();
  const partner = await aPartner(database, store);
  const now = new Date();
  const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
  const around = { from: (minute + 1380) % 1440, until: (minute + 60) % 1440 };
  await connect(partner, target, 'SLACK', around);
  await put(partner, 'Contoso');
  await makeDue();
  await passOf();
  expect(received).toEqual([]);
  expect(Date.parse((await chatOf(partner)).dueAt!)).toBeGreaterThan(Date.now());
  await connect(partner, target);
  await makeDue();
  await passOf(store, []);
  expect(received).toEqual([]);
  expect(await chatOf(partner)).toMatchObject({ problem: 'SERVER_UNREACHABLE' });
});

it('sends a test message once, and says how it ended', async () => {
  let answer = taken;
  const { received, target } = await aChatServer(() => answer);
  const partner = await aPartner(database, store);
  await connect(partner, target, 'TEAMS');
  const test = () => mutated(partner, (unit) => unit.inbox.testChat(anOccurrence()));
  await test();
  expect(await chatOf(partner)).toMatchObject({ testedAt: null });
  await Promise.all([passOf(), passOf(await database.store()), passOf()]);
  expect(received).toHaveLength(1);
  expect(JSON.parse(received[0]!)).toMatchObject({ type: 'message' });
  expect(await chatOf(partner)).toMatchObject({ testAskedAt: null, testProblem: null });
  expect((await chatOf(partner)).testedAt).not.toBeNull();
  answer = refusing(403);
  await test();
  await passOf();
  expect(await chatOf(partner)).toMatchObject({ testProblem: 'ADDRESS_REFUSED' });
});

it('answers the test of a worker that stopped anywhere, and sends it once at the most', async () => {
  const { received, target } = await aChatServer();
  const partner = await aPartner(database, store);
  await connect(partner, target);
  const { chats } = store.inboxes;
  const test = () => mutated(partner, (unit) => unit.inbox.testChat(anOccurrence()));
  const expire = () =>
    database.query(`update digest set test_taken_at = test_taken_at - interval '3 minutes'`);
  const passes = async () => Promise.all([passOf(), passOf(await database.store())]);
  const unknown = {
    testAskedAt: null,
    testProblem: 'OUTCOME_UNKNOWN',
    testedAt: expect.any(String),
  };
  // Stopped before it sent: it is being sent for as long as its lease, and then nobody knows.
  await test();
  const [early] = await chats.claimTests(1);
  await passes();
  expect(await chatOf(partner)).toMatchObject({ testAskedAt: expect.any(String), testedAt: null });
  await expire();
  await passes();
  expect(await chatOf(partner)).toMatchObject(unknown);
  // It was only late: it sends nothing any more.
  expect(await chats.takeTest(early!)).toBe(false);
  expect(received).toEqual([]);
  // Stopped after it sent.
  await test();
  const mortal = {
    giveUpTests: () => chats.giveUpTests(),
    claimTests: (limit: number) => chats.claimTests(limit),
    claim: (limit: number) => chats.claim(limit),
    takeTest: (claimed: ClaimedTest) => chats.takeTest(claimed),
    recordTest: () => Promise.reject(new Error('stopped')),
  } satisfies Partial<typeof chats>;
  await passOf({ inboxes: { chats: mortal } } as unknown as Store);
  expect(received).toHaveLength(1);
  await expire();
  await passes();
  expect(received).toHaveLength(1);
  expect(await chatOf(partner)).toMatchObject(unknown);
});

it('of a late test, says what is known after all, but nothing of the one after it', async () => {
  const { target } = await aChatServer();
  const partner = await aPartner(database, store);
  await connect(partner, target);
  const { chats } = store.inboxes;
  const test = () => mutated(partner, (unit) => unit.inbox.testChat(anOccurrence()));
  await test();
  const [late] = await chats.claimTests(1);
  expect(await chats.takeTest(late!)).toBe(true);
  await database.query(`update digest set test_taken_at = now() - interval '3 minutes'`);
  await chats.giveUpTests();
  expect(await chats.recordTest(late!, null)).toBe(true);
  expect(await chatOf(partner)).toMatchObject({ testProblem: null, testedAt: expect.any(String) });
  await test();
  expect(await chats.recordTest(late!, null)).toBe(false);
  const [next] = await chats.claimTests(1);
  expect(await chats.recordTest(late!, 'SERVER_REFUSED')).toBe(false);
  expect(await chatOf(partner)).toMatchObject({ testedAt: null, testProblem: null });
  await connect(partner, target);
  expect(await chats.takeTest(next!)).toBe(false);
  expect(await chats.recordTest(next!, null)).toBe(false);
});

it('keeps its address out of logs and rows', async () => {
  const { target } = await aChatServer(() => refusing(500));
  const partner = await aPartner(database, store);
  await connect(partner, target);
  await put(partner, 'Contoso');
  await makeDue();
  lines.length = 0;
  await passOf();
  expect(lines.join()).toContain('a chat was not sent to');
  expect(lines.join()).not.toContain('secret');
  const rows = await database.query<{ row: string }>('select d::text as row from digest d');
  const history = await database.query<{ row: string }>(
    `select h.data::text as row from history_entry h where h.kind = 'chatSet'`,
  );
  expect(history.length).toBeGreaterThan(0);
  expect(JSON.stringify([rows, history])).not.toContain('services/secret');
  expect(Buffer.from(JSON.stringify(rows)).includes('c2VjcmV0')).toBe(false);
});

it('knows what an answer means', () => {
  const base = { error: null, retryAfterSeconds: null };
  const answered = (statusCode: number) =>
    endOf({ ...base, result: 'refused', statusCode, isConnected: true });
  expect(endOf(null)).toMatchObject({ isSent: false, isFinal: false });
  expect(answered(429)).toMatchObject({ isSent: false, isFinal: false });
  expect(answered(410)).toMatchObject({ isSent: false, isFinal: true });
  expect(answered(302)).toMatchObject({ isSent: false, isFinal: true });
  expect(answered(502)).toMatchObject({ isSent: null, problem: 'OUTCOME_UNKNOWN' });
  const late = { ...base, result: 'late', statusCode: null } as const;
  expect(endOf({ ...late, isConnected: true })).toMatchObject({ isSent: null });
  expect(endOf({ ...late, isConnected: false })).toMatchObject({ isSent: false });
});
