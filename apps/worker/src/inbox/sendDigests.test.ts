/** Digests, sent to a real mail server by several workers, and by servers that fail. */
import { INBOX_KINDS } from '@keyway/core';
import type { NotificationSettings, Store } from '@keyway/store';
import { PUT_INBOX_ITEM } from '@keyway/store/testing';
import { onOutboundCall, type OutboundCall } from '@keyway/telemetry';
import { aDatabase, aMember, aPartner, requireAccepted } from '@keyway/testing';
import type { TestDatabase, TestPartner } from '@keyway/testing';
import { pino } from 'pino';
import { generate } from 'selfsigned';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createMailer, sentOf, type Mailer } from './mailer.ts';
import { sendDigests } from './sendDigests.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let certificate: { key: string; cert: string };
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Mail' }], {
    ...{ keyType: 'ec', algorithm: 'sha256' },
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  certificate = { key, cert };
});
afterAll(() => database.close());

interface Received {
  to: string[];
  text: string;
  user: string | null;
}
const servers: SMTPServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((end) => server.close(end));
  await database.query('delete from digest');
  await database.query('delete from inbox_item');
});

const AUTH = { user: 'keyway', pass: 'quite secret' };
const FROM = 'keyway@keyway.example';

/** A mail server on this machine. */
async function aMailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    ...certificate,
    onAuth: ({ username, password }, _session, done) =>
      password === AUTH.pass ? done(null, { user: username }) : done(new Error('no')),
    onData: (stream, { envelope, user }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        const text = Buffer.concat(parts).toString();
        received.push({ to, text, user: user === undefined ? null : String(user) });
        done();
      });
    },
    ...options,
  });
  servers.push(server);
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  const at = { isSecure: false, host: 'localhost', port, auth: AUTH };
  return { received, port, mailer: createMailer(at, FROM, certificate.cert) };
}

const lines: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
const passOf = (mailer: Mailer, of = store): Promise<void> =>
  sendDigests(
    { store: of, log, mailer, from: FROM, publicUrl: 'https://keyway.example' },
    new AbortController().signal,
  );

const HOURLY: NotificationSettings = {
  ...{ frequency: 'HOURLY', kinds: INBOX_KINDS, locale: 'en', timeZone: 'UTC', quietHours: null },
};

/** Somebody with a digest that is due, and items in it. */
async function someone(name: string, items: string[], email: string | null = `${name}@a.example`) {
  const { id } = await aMember(store, partner.partnerId, { name });
  await database.query('update member set email = $2 where id = $1', [id, email]);
  const viewer = `MEMBER:${id}`;
  const view = store.forPartner({ partnerId: partner.partnerId, organizationIds: null, viewer });
  requireAccepted(
    await view.mutate({ principal: viewer, operation: 'n', input: null }, (unit) =>
      unit.inbox.setNotifications(HOURLY, { memberId: id, name, at: new Date().toISOString() }),
    ),
  );
  for (const item of items) {
    const { id: organizationId } = await partner.organization({ name: item });
    await database.query(PUT_INBOX_ITEM, [partner.partnerId, organizationId, id, item]);
  }
  return view;
}

const makeDue = async (): Promise<void> => {
  await database.query(`update inbox_item set created_at = now() - interval '2 minutes'`);
  await database.query(
    `update digest set due_at = now(), sent_until = least(sent_until, now() - interval '1 hour')`,
  );
};
const headerOf = ({ text }: Received, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(text)?.[1]?.trim();

it('sends each digest once, however many workers there are, signed in and by TLS', async () => {
  const { received, mailer } = await aMailServer();
  for (let number = 0; number < 12; number += 1) await someone(`p${number}`, [`Org ${number}`]);
  await makeDue();
  const others = [store, await database.store(), await database.store()];
  await Promise.all(others.map((of) => passOf(mailer, of)));
  expect(received).toHaveLength(12);
  expect(new Set(received.map(({ to }) => to.join())).size).toBe(12);
  expect(new Set(received.map((one) => headerOf(one, 'message-id'))).size).toBe(12);
  expect(received.every(({ user }) => user === AUTH.user)).toBe(true);
  await passOf(mailer);
  expect(received).toHaveLength(12);
});

it('says what happened in plain text, with links to the console alone', async () => {
  const { received, mailer } = await aMailServer();
  const calls: OutboundCall[] = [];
  onOutboundCall((call) => calls.push(call));
  onTestFinished(() => onOutboundCall(null));
  const view = await someone('Ana', ['Contoso', 'B <b>x</b>\u202e']);
  await makeDue();
  await passOf(mailer);
  const [mail] = received;
  expect(mail!.to).toEqual(['Ana@a.example']);
  expect(calls).toEqual([{ host: 'localhost', status: null, seconds: expect.any(Number) }]);
  expect(headerOf(mail!, 'subject')).toBe('2 new items in your Keyway inbox');
  expect(headerOf(mail!, 'content-type')).toMatch(/^text\/plain/);
  expect(headerOf(mail!, 'auto-submitted')).toBe('auto-generated');
  expect(headerOf(mail!, 'list-unsubscribe')).toBe(
    '<https://keyway.example/settings/notifications>',
  );
  expect(mail!.text).toContain('https://keyway.example/inbox');
  expect(mail!.text).not.toContain('text/html');
  expect(await view.notificationSettings()).toMatchObject({ sentAt: expect.any(String) });
});

it('repeats a mail that may have arrived as the same mail', async () => {
  let breaks = true;
  const all: string[] = [];
  const { mailer } = await aMailServer({
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        all.push(text);
        if (!breaks) return done();
        // Taken, and the answer is lost.
        for (const server of servers) server.connections.forEach((one) => one.close());
      });
    },
  });
  const view = await someone('Ana', ['Contoso']);
  await makeDue();
  await passOf(mailer);
  expect(await view.notificationSettings()).toMatchObject({ problem: 'SERVER_UNREACHABLE' });
  breaks = false;
  await database.query('update digest set due_at = now()');
  await passOf(mailer);
  const ids = all.map((text) => headerOf({ text, to: [], user: null }, 'message-id'));
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBeTruthy();
  expect(ids[1]).toBe(ids[0]);
  expect(await view.notificationSettings()).toMatchObject({ problem: null });
});

it('sends nothing to a server without TLS, or with a certificate of others', async () => {
  const { received, port } = await aMailServer();
  const plain = await aMailServer({ disabledCommands: ['STARTTLS'], authOptional: true });
  const view = await someone('Ana', ['Contoso']);
  const untrusted = createMailer({ isSecure: false, host: 'localhost', port, auth: AUTH }, FROM);
  for (const [mailer, problem] of [
    [untrusted, 'SERVER_UNREACHABLE'],
    [plain.mailer, 'SERVER_REFUSED'],
  ] as const) {
    await makeDue();
    await passOf(mailer);
    expect([...received, ...plain.received]).toEqual([]);
    expect(await view.notificationSettings()).toMatchObject({ sentAt: null, problem });
  }
});

it('gives up a digest whose address is refused or missing, and says so', async () => {
  const { received, mailer } = await aMailServer({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
  });
  const [ana, ben] = [await someone('Ana', ['Contoso']), await someone('Ben', ['Fabrikam'], null)];
  await makeDue();
  await passOf(mailer);
  expect(received).toEqual([]);
  expect(await ana.notificationSettings()).toMatchObject({ problem: 'ADDRESS_REFUSED' });
  expect(await ben.notificationSettings()).toMatchObject({ problem: 'ADDRESS_MISSING' });
  const waits = await database.query<{ later: boolean }>(
    `select due_at > now() and window_until is null as later from digest`,
  );
  expect(waits).toEqual([{ later: true }, { later: true }]);
});

it('neither sends nor logs a secret where the server refuses to sign in', async () => {
  const { received, port } = await aMailServer();
  await someone('Ana', ['Contoso']);
  await makeDue();
  lines.length = 0;
  const auth = { user: 'keyway', pass: 'wrong and secret' };
  const at = { isSecure: false, host: 'localhost', port, auth };
  await passOf(createMailer(at, FROM, certificate.cert));
  expect(received).toEqual([]);
  expect(lines.join()).toContain('a digest was not sent');
  expect(lines.join()).not.toContain('secret');
});

it('survives a database that fails, and a digest that another worker took over', async () => {
  const { received, mailer } = await aMailServer();
  lines.length = 0;
  const fails = () => Promise.reject(new Error('gone'));
  await passOf(mailer, { inboxes: { digests: { claim: fails } } } as unknown as Store);
  expect(lines).toHaveLength(1);
  await someone('Ana', ['Contoso']);
  await makeDue();
  // Stopped after it claimed, until its lease had ended.
  const [digest] = await store.inboxes.digests.claim(1);
  await database.query(`update digest set lease_until = now() - interval '1 second'`);
  await passOf(mailer);
  expect(received).toHaveLength(1);
  expect(await store.inboxes.digests.renew(digest!)).toBe(false);
});

it('knows what an answer means', () => {
  const retried = { isSent: false, isFinal: false };
  expect(sentOf({ code: 'ESOCKET', syscall: 'connect' })).toMatchObject({
    ...{ ...retried, mayHaveArrived: false },
  });
  expect(sentOf({ code: 'ETIMEDOUT', command: 'CONN' })).toMatchObject({
    ...{ ...retried, mayHaveArrived: true },
  });
  expect(sentOf({ responseCode: 451, command: 'RCPT TO' })).toMatchObject({
    ...{ ...retried, problem: 'ADDRESS_REFUSED' },
  });
  expect(sentOf({ responseCode: 554, command: 'DATA' })).toMatchObject({ isFinal: true });
  expect(sentOf({ responseCode: 535, command: 'AUTH PLAIN' })).toMatchObject(retried);
  expect(sentOf('nonsense')).toMatchObject({ ...retried, mayHaveArrived: true });
});
