/** Digests: what a person is sent, when, and only by one worker. */
import { INBOX_KINDS, type InboxKind } from '@keyway/core';
import { aMember, anOccurrence, requireAccepted, requireDone } from '@keyway/testing';
import {
  enableOnlyProtections,
  PUT_INBOX_ITEM,
  type TenancyProtections,
} from '@keyway/store/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NotificationSettings, OrganizationRecord, PartnerStore } from '../index.ts';
import { TwoPartners } from '../testing/twoPartners.ts';
import type { ClaimedDigest } from './digestQueue.ts';

const world = new TwoPartners();
beforeAll(world.open);
afterAll(world.close);
afterEach(() => world.database.query('delete from digest'));

const HOURLY: NotificationSettings = {
  ...{ frequency: 'HOURLY', kinds: INBOX_KINDS, locale: 'en', timeZone: 'UTC', quietHours: null },
};

interface Person {
  id: string;
  view: PartnerStore;
  set: (settings: NotificationSettings) => Promise<unknown>;
}

async function person(
  name: string,
  organizations: OrganizationRecord[] | null = null,
  of = world.ours,
): Promise<Person> {
  const imsOrgIds = organizations?.map(({ imsOrgId }) => imsOrgId) ?? null;
  const { id } = await aMember(world.store, of.partnerId, { name, imsOrgIds });
  const organizationIds = organizations?.map((one) => one.id) ?? null;
  const viewer = `MEMBER:${id}`;
  const view = world.store.forPartner({ partnerId: of.partnerId, organizationIds, viewer });
  const set = async (settings: NotificationSettings): Promise<unknown> =>
    requireAccepted(
      await view.mutate({ principal: viewer, operation: 'n', input: null }, (unit) =>
        unit.inbox.setNotifications(settings, {
          ...{ memberId: id, name, at: new Date().toISOString() },
        }),
      ),
    );
  return { id, view, set };
}

/** Something came, so long ago that it is settled. */
async function comes(
  to: Person,
  organization: OrganizationRecord,
  cause: string,
  kind = 'ASSIGNED',
) {
  const values = [organization.partnerId, organization.id, to.id, cause];
  const [item] = await world.database.query<{ id: string }>(PUT_INBOX_ITEM, values);
  await world.database.query(
    `update inbox_item set kind = $2, created_at = now() - interval '2 minutes' where id = $1`,
    [item!.id, kind],
  );
}

/** As if the time had come: what is chosen holds since an hour. */
const makeDue = () =>
  world.database.query(
    `update digest set due_at = now() - interval '1 second', sent_until = now() - interval '1 hour' where due_at is not null`,
  );

const claim = () => world.store.inboxes.digests.claim(10);
const one = async (): Promise<ClaimedDigest> => {
  const [digest, ...others] = await claim();
  expect(others).toEqual([]);
  return digest!;
};
const items = async (digest: ClaimedDigest) => {
  const found = await world.store.inboxes.digests.items(digest);
  return {
    ...found,
    items: found.items.map(({ kind, organization }) => `${kind} ${organization}`),
  };
};
const endLeases = () =>
  world.database.query(`update digest set lease_until = now() - interval '1 second'`);

describe('a digest', () => {
  it('is claimed by one of many workers, and settled by who claimed it alone', async () => {
    for (let number = 0; number < 30; number += 1) await (await person(`P${number}`)).set(HOURLY);
    await makeDue();
    const workers = await Promise.all(Array.from({ length: 6 }, claim));
    const claimed = workers.flat();
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(30);
    expect(claimed).toHaveLength(30);
    const { digests } = world.store.inboxes;
    const [late, other] = claimed;
    expect(await digests.renew(late!)).toBe(true);
    expect(await digests.renew({ ...late!, leaseToken: other!.leaseToken })).toBe(false);
    for (const digest of claimed.slice(1))
      expect(await digests.settle(digest, true, null)).toBe(true);
    // Stopped for longer than its lease: another has it, and the late one neither sends nor writes.
    await endLeases();
    expect(await digests.renew(late!)).toBe(false);
    const again = await one();
    expect(again).toMatchObject({ id: late!.id, number: late!.number, window: late!.window });
    expect(again.isRepeat).toBe(true);
    expect(await digests.settle(late!, true, null)).toBe(false);
    expect(await digests.retry(late!, false, 'SERVER_UNREACHABLE')).toBe(false);
    expect(await digests.settle(again, true, null)).toBe(true);
    expect(await claim()).toEqual([]);
  });

  it('has what came since the one before, unread, of the kinds chosen and organizations seen', async () => {
    const [north, south] = [await world.ours.organization(), await world.ours.organization()];
    const ana = await person('Ana', [north]);
    const kinds: InboxKind[] = ['ASSIGNED', 'MENTIONED'];
    const email = 'ana@example.com';
    await world.database.query('update member set email = $2 where id = $1', [ana.id, email]);
    await ana.set({ ...HOURLY, kinds });
    await comes(ana, north, 'a');
    await comes(ana, north, 'b', 'HEALTH');
    await comes(ana, south, 'c');
    await comes(ana, north, 'd', 'MENTIONED');
    await makeDue();
    const first = await one();
    expect(first).toMatchObject({ number: 1, address: { name: 'Ana', email }, chosen: { kinds } });
    const found = await items(first);
    expect(found.total).toBe(2);
    expect(found.items.toSorted()).toEqual([`ASSIGNED ${north.name}`, `MENTIONED ${north.name}`]);
    await world.store.inboxes.digests.settle(first, true, null);
    await world.database.query('update digest set due_at = now()');
    const second = await one();
    expect(second).toMatchObject({ number: 2, window: { after: first.window.until } });
    expect((await items(second)).total).toBe(0);
    await world.store.inboxes.digests.settle(second, false, null);
  });

  it('names at most twenty items, and counts the others', async () => {
    const organization = await world.ours.organization();
    const ana = await person('Ana');
    await ana.set(HOURLY);
    for (let number = 0; number < 25; number += 1) await comes(ana, organization, `m${number}`);
    await makeDue();
    const found = await items(await one());
    expect([found.items.length, found.total]).toEqual([20, 25]);
  });

  it('has nothing of what was read, or is still being written', async () => {
    const organization = await world.ours.organization();
    const ana = await person('Ana');
    await ana.set(HOURLY);
    await comes(ana, organization, 'read');
    await world.database.query('update inbox_item set read_at = now() where member_id = $1', [
      ana.id,
    ]);
    const values = [world.ours.partnerId, organization.id, ana.id, 'new'];
    await world.database.query(PUT_INBOX_ITEM, values);
    await makeDue();
    const first = await one();
    expect((await items(first)).total).toBe(0);
    await world.store.inboxes.digests.settle(first, false, null);
    await world.database.query(
      `update digest set due_at = now(), sent_until = sent_until - interval '2 minutes'`,
    );
    await world.database.query(
      `update inbox_item set created_at = created_at - interval '90 seconds' where cause = 'new'`,
    );
    expect((await items(await one())).total).toBe(1);
  });

  it('stays what it is while it may have arrived, and grows where it did not', async () => {
    const organization = await world.ours.organization();
    const ana = await person('Ana');
    await ana.set(HOURLY);
    await makeDue();
    const { digests } = world.store.inboxes;
    const first = await one();
    await digests.retry(first, false, 'SERVER_UNREACHABLE');
    expect(await claim()).toEqual([]);
    const wait = `select extract(epoch from due_at - now())::int as seconds, problem from digest`;
    const [waits] = await world.database.query<{ seconds: number; problem: string }>(wait);
    expect(waits!.problem).toBe('SERVER_UNREACHABLE');
    expect(waits!.seconds).toBeGreaterThan(50);
    expect(waits!.seconds).toBeLessThanOrEqual(61);
    await world.database.query('update digest set due_at = now()');
    const second = await one();
    expect(second).toMatchObject({ number: first.number, attempts: 1, isRepeat: false });
    await digests.retry(second, true, 'SERVER_UNREACHABLE');
    await comes(ana, organization, 'later');
    await world.database.query('update digest set due_at = now()');
    const third = await one();
    expect(third).toMatchObject({ number: first.number, window: second.window, isRepeat: true });
    // Refused before it began: the attempt before may have arrived all the same.
    await digests.retry(third, false, 'SERVER_UNREACHABLE');
    await world.database.query('update digest set due_at = now()');
    const fourth = await one();
    expect(fourth.window).toEqual(second.window);
    await digests.settle(fourth, false, 'ADDRESS_REFUSED');
    expect(await ana.view.notificationSettings()).toMatchObject({
      ...{ sentAt: null, problem: 'ADDRESS_REFUSED', dueAt: expect.any(String) },
    });
  });

  it('waits for the end of quiet hours, also where a worker was late', async () => {
    const ana = await person('Ana');
    const now = new Date();
    const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
    const quietHours = { from: (minute + 1430) % 1440, until: (minute + 10) % 1440 };
    await ana.set({ ...HOURLY, quietHours });
    await makeDue();
    expect(await claim()).toEqual([]);
    const [row] = await world.database.query<{ due: Date; window: Date | null; free: boolean }>(
      'select due_at as due, window_until as window, lease_token is null as free from digest',
    );
    expect(row).toMatchObject({ window: null, free: true });
    expect(row!.due.getUTCHours() * 60 + row!.due.getUTCMinutes()).toBe(quietHours.until);
    expect(row!.due.getTime() - now.getTime()).toBeLessThanOrEqual(11 * 60_000);
  });

  it('is sent to nobody who was removed, or turned it off meanwhile', async () => {
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    await ana.set(HOURLY);
    await ben.set(HOURLY);
    await makeDue();
    await world.write(world.ours, async (unit) =>
      requireDone(await unit.members.remove({ memberId: ben.id, reason: null }, anOccurrence())),
    );
    const digest = await one();
    expect(digest.memberId).toBe(ana.id);
    await ana.set({ ...HOURLY, frequency: 'OFF' });
    expect(await world.store.inboxes.digests.renew(digest)).toBe(false);
    // What is under way ends, and begins nothing.
    expect(await world.store.inboxes.digests.settle(digest, true, null)).toBe(true);
    expect(await ana.view.notificationSettings()).toMatchObject({ frequency: 'OFF', dueAt: null });
  });

  it('has nothing of the time when it was off', async () => {
    const organization = await world.ours.organization();
    const ana = await person('Ana');
    await ana.set(HOURLY);
    await ana.set({ ...HOURLY, frequency: 'OFF' });
    await world.database.query(`update digest set sent_until = now() - interval '1 day'`);
    await comes(ana, organization, 'off');
    await ana.set({ ...HOURLY, frequency: 'DAILY' });
    await world.database.query('update digest set due_at = now()');
    expect((await items(await one())).total).toBe(0);
  });
});

const NETS: TenancyProtections[] = ['both', 'policies', 'filters'];
describe.each(NETS)('with %s', (nets) => {
  let putBack: () => unknown;
  beforeAll(async () => {
    putBack = await enableOnlyProtections(nets, world.database.query);
  });
  afterAll(() => putBack());

  it('settings are their owner’s', async () => {
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const foreign = await person('Foreign', null, world.theirs);
    const quietHours = { from: 1320, until: 360 };
    await ana.set({ ...HOURLY, timeZone: 'Europe/Madrid', locale: 'es', quietHours });
    expect(await ana.view.notificationSettings()).toMatchObject({
      ...{ frequency: 'HOURLY', timeZone: 'Europe/Madrid', locale: 'es', quietHours },
      ...{ sentAt: null, problem: null },
    });
    for (const other of [ben, foreign]) {
      expect(await other.view.notificationSettings()).toBeNull();
      await other.set({ ...HOURLY, frequency: 'DAILY' });
    }
    expect(await ana.view.notificationSettings()).toMatchObject({ frequency: 'HOURLY' });
    const nobody = world.store.forPartner({
      ...{ partnerId: world.ours.partnerId, organizationIds: null },
    });
    expect(await nobody.notificationSettings()).toBeNull();
  });
});
