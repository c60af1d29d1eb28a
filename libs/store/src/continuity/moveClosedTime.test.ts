/** While a database is closed nobody can act, and nothing is sent: that time counts for nothing. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../index.ts';
import { anArchived } from '../testing/anArchived.ts';
import { aWebhook } from '../testing/aWebhook.ts';
import { moveOptions } from '../testing/moveOptions.ts';
import { TwoPartners } from '../testing/twoPartners.ts';
import type { Attempt } from '../webhooks/webhookQueue.ts';
import { beginMove, cancelMove } from './moveDatabase.ts';

let world: TwoPartners;
let sweeping: Store;
beforeEach(async () => {
  world = new TwoPartners();
  await world.open();
  sweeping = await world.database.store({ retention: { archivedDays: 30 } });
});
afterEach(() => world.close());

const options = () => moveOptions(world.database);
const TIMES = {
  database_era: ['began_at', 'beat_at'],
  webhook_delivery: ['created_at'],
  webhook: ['failing_since'],
  idempotency: ['at'],
  organization: ['archived_at'],
};
/** Everything is so much longer ago, closed or not. */
async function pass(days: number): Promise<void> {
  for (const [table, columns] of Object.entries(TIMES)) {
    const set = columns.map((column) => `${column} = ${column} - interval '${days} days'`);
    const change = (how: string) =>
      `if is_closed then alter table ${table} ${how} trigger database_is_moving; end if;`;
    await world.database.query(
      `do $$ declare is_closed boolean := exists (
           select from pg_trigger where tgrelid = '${table}'::regclass and tgname = 'database_is_moving');
       begin
         set local session_replication_role = replica;
         ${change('disable')} update ${table} set ${set.join()}; ${change('enable always')}
       end $$`,
    );
  }
}
const opened = {
  'that was canceled': async () => void (await cancelMove(options())),
  // As on the new server, after `--complete`.
  'that was completed': async () => {
    await cancelMove(options());
    await world.database.query(`update database_era set cause = 'MOVED' where cause = 'RESUMED'`);
  },
};
/** What was closed for six days. */
async function closedFor(open: () => Promise<void>): Promise<void> {
  await beginMove(options());
  await pass(6);
  await open();
}

const FAILURE: Attempt = {
  result: 'late',
  ...{ at: new Date().toISOString(), statusCode: null, milliseconds: 1, error: null },
  ...{ retryAfterSeconds: null, isConnected: true },
};
async function failOnce(): Promise<void> {
  await world.database.query('update webhook_line set due_at = now()');
  await world.database.query('update webhook_delivery set due_at = now()');
  const [claimed] = await world.store.webhooks.claim({ all: 1, failing: 1 });
  await world.store.webhooks.record(claimed!, FAILURE);
}
const statuses = async () =>
  (await world.database.query<{ status: string }>('select status from webhook_delivery')).map(
    ({ status }) => status,
  );
const isEnabled = async () =>
  (await world.database.query<{ enabled: boolean }>('select enabled from webhook'))[0]!.enabled;

describe.each(Object.entries(opened))('after a move %s', (_what, open) => {
  it('a message for a webhook has as long to be sent as before', async () => {
    await aWebhook(world, world.ours);
    await world.ours.organization();
    while ((await world.store.webhooks.render()) > 0);
    await pass(3);
    await closedFor(open);
    await world.store.webhooks.forget();
    expect(await statuses()).toEqual(['PENDING']);
    await pass(2);
    await world.store.webhooks.forget();
    expect(await statuses()).toEqual(['FAILED']);
  });

  it('a webhook is disabled only after five days in which it was sent something', async () => {
    await aWebhook(world, world.ours);
    await world.ours.organization();
    while ((await world.store.webhooks.render()) > 0);
    await failOnce();
    await closedFor(open);
    await failOnce();
    expect(await isEnabled()).toBe(true);
    await pass(6);
    await failOnce();
    expect(await isEnabled()).toBe(false);
  });

  it('a request that is sent again is answered as before', async () => {
    const key = { principal: 'token:x', operation: 'x', input: {}, idempotencyKey: randomUUID() };
    const ask = (value: number) => world.ours.store.mutate(key, () => Promise.resolve(value));
    await ask(1);
    await closedFor(open);
    await sweeping.system().sweep();
    expect(await ask(2)).toEqual({ result: 1, replayed: true });
    await pass(2);
    expect(await ask(3)).toEqual({ result: 3, replayed: false });
  });

  it('an organization can be restored whose period ended meanwhile', async () => {
    const { id } = await anArchived(world.database, world.ours, { days: 29 });
    await closedFor(open);
    await sweeping.system().sweep();
    expect(await world.ours.store.organization(id)).not.toBeNull();
    await pass(8);
    await sweeping.system().sweep();
    expect(await world.ours.store.organization(id)).toBeNull();
  });
});

it('a standstill without a move keeps no archived organization', async () => {
  const { id } = await anArchived(world.database, world.ours, { days: 31 });
  await world.store.eras.beat();
  await world.database.query(`update database_era set beat_at = now() - interval '1 hour'`);
  await world.store.eras.settling(300);
  expect(await world.store.monitoring.era()).toMatchObject({ cause: 'RESUMED' });
  await sweeping.system().sweep();
  expect(await world.ours.store.organization(id)).toBeNull();
});
