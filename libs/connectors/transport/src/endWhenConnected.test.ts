/**
 * A request that may not leave any more does not, whenever that turns out: nothing of it reaches
 * the other side.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeCloud } from '../testing/startFakeCloud.ts';
import type { FakeCloud } from '../testing/startFakeCloud.ts';
import { exchange } from './exchange.ts';

const HOST = 'management.azure.com';
const BODY = JSON.stringify({ name: 'ключ' });
let cloud: FakeCloud;
beforeEach(async () => {
  cloud = await startFakeCloud([HOST], () => ({ body: { done: true } }));
});
afterEach(() => cloud.close());

function sent(maySend: () => boolean) {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer token' };
  return exchange(
    { method: 'POST', url: `https://${HOST}/x`, headers, body: BODY },
    { agent: cloud.agent, timeoutMs: 60_000, signal: null, maySend },
  );
}

it('leaves whole and as it is, over a new connection and over one that was kept', async () => {
  let asked = 0;
  const maySend = (): boolean => (asked += 1) > 0;
  for (let count = 0; count < 3; count += 1)
    await expect(sent(maySend)).resolves.toMatchObject({ status: 200, failure: null });
  expect(asked).toBe(3);
  expect(cloud.requests).toHaveLength(3);
  for (const { body, headers } of cloud.requests) {
    expect(body).toBe(BODY);
    expect(headers).toMatchObject({
      'content-length': String(Buffer.byteLength(BODY)),
      authorization: 'Bearer token',
    });
    expect(headers['transfer-encoding']).toBeUndefined();
  }
});

it.each([
  ['a new connection', 0],
  ['one that was kept', 1],
])('is held back on %s, which is reported as nothing sent', async (_what, before) => {
  for (let count = 0; count < before; count += 1) await sent(() => true);
  await expect(sent(() => false)).rejects.toMatchObject({
    failure: { kind: 'unavailable', code: 'HELD_BACK' },
    ambiguous: false,
  });
  expect(cloud.requests).toHaveLength(before);
  await expect(sent(() => true)).resolves.toMatchObject({ status: 200 });
});

it('is asked when the connection stands, not when the request is made', async () => {
  let stands = false;
  const waiting = sent(() => stands);
  stands = true;
  await expect(waiting).resolves.toMatchObject({ status: 200 });
});
