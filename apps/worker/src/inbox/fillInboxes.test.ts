/** Workers that put what happened into inboxes, side by side and after failures. */
import { randomUUID } from 'node:crypto';
import { eventOf } from '@keyway/core';
import { aMember, anOccurrence, requireApplied } from '@keyway/testing';
import { pino } from 'pino';
import { beforeAll, expect, it } from 'vitest';
import type { Store } from '@keyway/store';
import { database, partner, workerUnderTest } from '../testing/workerUnderTest.ts';
import { fillInboxes, forgetInboxes } from './fillInboxes.ts';

workerUnderTest();
let store: Store;
beforeAll(async () => {
  store = await database.store();
});

const running = new AbortController().signal;
const warnings: string[] = [];
const log = pino(
  { level: 'warn' },
  { write: (line: string) => void warnings.push((JSON.parse(line) as { msg: string }).msg) },
);

it('put each mention into one inbox once, however many workers there are', async () => {
  const { id } = await aMember(store, partner.partnerId, { name: 'Ana' });
  const organization = await partner.organization();
  const { run } = await partner.run(organization.id);
  for (let number = 1; number <= 120; number += 1) {
    const data = { text: String(number), track: null, step: null, mentions: [id, randomUUID()] };
    await requireApplied(store, run.id, eventOf(anOccurrence(), 'commentAdded', data));
  }
  const others = [store, await database.store(), await database.store()];
  await Promise.all(others.map((one) => fillInboxes({ store: one, log }, running)));
  const items = await database.query<{ cause: string }>(
    'select cause from inbox_item where member_id = $1',
    [id],
  );
  expect(items).toHaveLength(120);
  expect(new Set(items.map(({ cause }) => cause)).size).toBe(120);
  expect(await database.query('select from inbox_cause')).toEqual([]);
  expect(warnings).toEqual([]);
});

it('survive a database that fails, and say so', async () => {
  const fails = () => Promise.reject(new Error('gone'));
  const broken = { inboxes: { derive: fails, forget: fails } } as unknown as Store;
  await fillInboxes({ store: broken, log }, running);
  await forgetInboxes({ store: broken, log });
  expect(warnings).toHaveLength(2);
});
