/** Files of customers and webhooks by the command line, against the product. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProduct, type Product } from '../product/startProduct.ts';
import { done, json, keywayOf, type Keyway } from './keyway.ts';

let product: Product;
let me: Keyway;
const folder = mkdtempSync(join(tmpdir(), 'keyway-commands-'));

beforeAll(async () => {
  product = await startProduct({ KEYWAY_WEBHOOK_ALLOW: '127.0.0.1/32' });
  me = keywayOf(product.url, product.token, join(folder, 'settings'));
});
afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const anId = (): string => `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`;
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

test('a file of Excel in Spanish: thousands of rows, bad ones and repeated ones', async () => {
  const ids = Array.from({ length: 3000 }, anId);
  const rows = ids.map((id, index) => `"Cliente; ""${index}""";${id};HEALTHCARE_SHIELD`);
  // Lines of the file, from 1: the header is the first.
  rows[99] = 'Roto;abc;HEALTHCARE_SHIELD';
  rows[2999] = `Otro;${ids[5]!.toLowerCase()};HEALTHCARE_SHIELD`;
  rows[1500] = `Otro;${ids[1499]};HEALTHCARE_SHIELD`;
  // The first of these two is rejected, so the second is the organization's row.
  rows[200] = `Sin escudo;${ids[2000]};NADA`;
  const content = `\ufeff${['name;imsOrgId;shield', ...rows].join('\r\n')}\r\n`;
  const csv = file('clientes.csv', content);
  const rejected = [
    { line: 101, field: 'imsOrgId' },
    { line: 202, field: 'shield' },
    { line: 1502, field: 'imsOrgId', message: expect.stringContaining('ine 1501 ') as string },
    { line: 3001, field: 'imsOrgId', message: expect.stringContaining('ine 7 ') as string },
  ];
  const dry = await me(['orgs', 'import', csv, '--dry-run', '--json']);
  expect([dry.code, JSON.parse(dry.stdout)]).toMatchObject([1, { created: 2996, rejected }]);
  expect(await json(me(['orgs', 'list', '--limit', '1', '--json']))).toEqual([]);
  const imported = await me(['orgs', 'import', csv, '--json']);
  expect(imported.code).toBe(1);
  expect(JSON.parse(imported.stdout)).toMatchObject({ created: 2996, unchanged: 0, rejected });
  expect(imported.stderr).toContain('4 lines were rejected');
  const again = JSON.parse((await me(['orgs', 'import', csv, '--json'])).stdout) as object;
  expect(again).toMatchObject({ created: 0, unchanged: 2996 });
  const listed = await json<{ name: string }[]>(
    me(['orgs', 'list', '--filter', 'text=Cliente; "77"', '--json']),
  );
  expect(listed.map(({ name }) => name)).toEqual(['Cliente; "77"']);
  expect((await me(['orgs', 'import', file('x.json', '{}')])).code).toBe(2);
  expect((await me(['orgs', 'import', join(folder, 'none.csv')])).stderr).toContain(
    'there is no such file',
  );
});

interface Message {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver that refuses while `isBroken`. */
async function aReceiver() {
  const messages: Message[] = [];
  const state = { isBroken: false };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      messages.push({ headers: request.headers, body });
      response.writeHead(state.isBroken ? 500 : 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { url, messages, state, close: () => server.close() };
}

/** As https://www.standardwebhooks.com says it, with one of the secrets. */
function isSigned({ headers, body }: Message, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', key).update(signed).digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${expected}`);
}

interface Delivery {
  id: string;
  messageId: string;
  event: string;
  status: string;
  body: string;
  attempts: { statusCode: number | null }[];
}

test('a webhook: made, tried, read, sent again, signed with another secret, deleted', async () => {
  const receiver = await aReceiver();
  const { url, messages } = receiver;
  const hooks = (...args: string[]) => me(['webhooks', ...args]);
  const deliveries = (...args: string[]): Promise<Delivery[]> =>
    json<Delivery[]>(hooks('deliveries', url, '--json', ...args));
  try {
    const made = await hooks('create', url, '--events', 'organization.created,test.ping');
    const secret = made.stdout.trim();
    expect([made.code, secret]).toEqual([0, expect.stringMatching(/^whsec_/)]);
    expect(made.stderr).not.toContain(secret);
    const list = await hooks('list', '--json');
    expect(JSON.parse(list.stdout)).toMatchObject([
      { url, enabled: true, events: ['organization.created', 'test.ping'] },
    ]);
    expect(list.stdout).not.toContain(secret);

    await done(hooks('test', url));
    await expect.poll(() => messages).toHaveLength(1);
    expect(isSigned(messages[0]!, secret)).toBe(true);
    await expect.poll(() => deliveries('--status', 'DELIVERED')).toHaveLength(1);
    const [ping] = await deliveries();
    expect(ping).toMatchObject({
      ...{ event: 'test.ping', status: 'DELIVERED', body: messages[0]!.body },
      ...{ messageId: messages[0]!.headers['webhook-id'], attempts: [{ statusCode: 204 }] },
    });

    receiver.state.isBroken = true;
    const add = ['orgs', 'add', 'Hooked', '--ims-org-id', anId(), '--shield', 'HEALTHCARE_SHIELD'];
    await done(me(add));
    const created = async () =>
      (await deliveries()).find(({ event }) => event === 'organization.created');
    await expect.poll(async () => (await created())?.attempts.length ?? 0).toBeGreaterThan(0);
    const failed = await created();
    expect([failed?.status, failed?.attempts[0]?.statusCode]).toEqual(['PENDING', 500]);
    receiver.state.isBroken = false;

    const rotated = await done(hooks('rotate-secret', url, '--yes'));
    const second = rotated.trim();
    expect(second).not.toBe(secret);
    const before = messages.length;
    await done(hooks('redeliver', (await created())!.id));
    await expect.poll(() => messages.length).toBeGreaterThan(before);
    const last = messages.at(-1)!;
    expect(last.headers['webhook-id']).toBe((await created())!.messageId);
    expect([isSigned(last, secret), isSigned(last, second)]).toEqual([true, true]);

    expect((await hooks('delete', url)).code).toBe(2);
    await done(hooks('update', url, '--disable'));
    expect(await json(hooks('list', '--json'))).toMatchObject([{ enabled: false }]);
    await done(hooks('delete', url, '--yes'));
    expect(await json(hooks('list', '--json'))).toEqual([]);
    expect((await hooks('test', url)).code).toBe(4);
    const refused = await hooks('create', 'http://example.com/', '--events', '*');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('url: ')]);
  } finally {
    receiver.close();
  }
});
