/** Events of Adobe as the sandbox sends them: whoever receives them can verify them. */
import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { SandboxUnderTest } from '../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;
let receiver: Server;
let url: string;
let received: { headers: IncomingHttpHeaders; body: string }[];

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
  receiver = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(200).end('ok');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks/adobe/x`;
});
beforeEach(() => {
  received = [];
});
afterAll(async () => {
  receiver.close();
  await sandbox.close();
});

const send = (given: object) =>
  sandbox.caller.control('POST', '/events/adobe', { url, clientId: 'client', ...given });

async function validSignatures(): Promise<boolean[]> {
  const { headers, body } = received.at(-1)!;
  const numbers = [1, 2].filter((number) => headers[`x-adobe-public-key${number}-path`]);
  return Promise.all(
    numbers.map(async (number) => {
      const path = String(headers[`x-adobe-public-key${number}-path`]);
      const key = await sandbox.caller.call(`https://static.adobeioevents.com${path}`);
      const signature = String(headers[`x-adobe-digital-signature-${number}`]);
      const bytes = Buffer.from(signature, 'base64');
      return verify('sha256', Buffer.from(body), createPublicKey(key.text), bytes);
    }),
  );
}

test('are signed by both keys, in both forms, alone and in batches', async () => {
  expect((await send({ title: 'Key access failure', id: 'a' })).json).toEqual({
    status: 200,
    body: 'ok',
  });
  expect(await validSignatures()).toEqual([true, true]);
  const event = JSON.parse(received[0]!.body) as object;
  expect(event).toMatchObject({ event_id: 'a', recipient_client_id: 'client' });
  await send({ form: 'cloudevents', batch: 3, id: 'b' });
  expect(await validSignatures()).toEqual([true, true]);
  expect(JSON.parse(received[1]!.body)).toMatchObject([
    { specversion: '1.0', id: 'b' },
    { id: 'b-1' },
    { id: 'b-2' },
  ]);
});

test('are signed by one key more after a rotation', async () => {
  await send({ rotated: true });
  expect(await validSignatures()).toEqual([true]);
});

test('go to this machine alone', async () => {
  for (const to of ['https://example.com/', 'http://localhost.example.com/', 'x', 7])
    expect((await send({ url: to })).status).toBe(400);
  expect(received).toEqual([]);
});

test('of Event Grid name the vault of a customer', async () => {
  const { keys, subscriptionId } = await sandbox.caller.provisionCustomer('happyPath');
  const vault = new URL(keys.AEP).hostname.split('.')[0]!;
  const ask = (given: object) =>
    sandbox.caller.control('POST', '/events/azure', { url, vault, ...given });
  expect((await ask({})).status).toBe(200);
  expect((await ask({ type: 'KeyExpired', form: 'cloudevents' })).status).toBe(200);
  const topic = expect.stringMatching(new RegExp(`^/subscriptions/${subscriptionId}/.*/${vault}$`));
  expect(received.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
    [{ eventType: 'Microsoft.KeyVault.KeyNewVersionCreated', topic }],
    { type: 'Microsoft.KeyVault.KeyExpired', source: topic },
  ]);
  expect((await ask({ vault: 'nobody' })).status).toBe(400);
});
