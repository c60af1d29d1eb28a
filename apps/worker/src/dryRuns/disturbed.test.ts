/** What people do while a dry run is under way: start others, cancel, archive, replace, remove. */
import { randomUUID } from 'node:crypto';
import {
  anOccurrence,
  aPartner,
  OPERATOR,
  requireAccepted,
  requireDone,
  type TestPartner,
} from '@keyway/testing';
import type { UnitOfWork } from '@keyway/store';
import { readinessCauseKey } from '@keyway/core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  anAzureCustomer,
  anUnconnectedCustomer,
  aStarter,
  ended,
  itemsOf,
  resultOf,
  rows,
  startDryRun,
  withDryWorkers,
  type DryCustomer,
} from '../testing/dryRunsUnderTest.ts';
import {
  database,
  dependencies,
  partner,
  store,
  workerUnderTest,
} from '../testing/workerUnderTest.ts';

workerUnderTest();
let starter: string;
beforeEach(async () => {
  await database.query('delete from dry_run');
  starter = await aStarter();
});

const REQUEST = { principal: OPERATOR.principal, operation: 'test', input: null };
async function change(work: (unit: UnitOfWork) => Promise<object>): Promise<void> {
  requireAccepted(
    await partner.store.mutate(REQUEST, async (unit) => {
      requireDone(await work(unit));
      return {};
    }),
  );
}

/** A worker in the middle of reading the vaults: `meanwhile` happens before they are read. */
async function inTheMiddle<T>(meanwhile: () => Promise<unknown>, then: () => Promise<T>) {
  let begun = (): void => undefined;
  let next = (): void => undefined;
  const reading = new Promise<void>((resolve) => (begun = resolve));
  const allowed = new Promise<void>((resolve) => (next = resolve));
  const { azure } = dependencies();
  const readVault: typeof azure.readVault = async (...given) => {
    begun();
    await allowed;
    return azure.readVault(...given);
  };
  return withDryWorkers(
    1,
    async () => {
      try {
        await reading;
        await meanwhile();
      } finally {
        next();
      }
      return then();
    },
    { azure: { ...azure, readVault } },
  );
}

const verdictOf = (item: Parameters<typeof resultOf>[0], check: string): string | undefined =>
  resultOf(item)
    .tracks.flatMap(({ steps }) => steps.flatMap(({ checks }) => checks))
    .find((one) => one.check === check)?.verdict;

describe('two dry runs at once', () => {
  it('of two partners over the same vault find nothing of each other', async () => {
    const other: TestPartner = await aPartner(database, store, 'Other');
    const [mine, theirs] = await Promise.all([
      anAzureCustomer('happyPath'),
      anAzureCustomer('happyPath', other),
    ]);
    const theirStarter = await aStarter(null, other);
    const sameVault: DryCustomer = { ...theirs, keys: mine.keys };
    const { id } = await startDryRun([mine], starter);
    const { id: their } = await startDryRun([sameVault], theirStarter, ['AEP', 'CJA'], other);
    const [item] = await withDryWorkers(2, async () => {
      await expect.poll(async () => (await other.store.dryRun(their))?.status).toBe('DONE');
      return ended(id);
    });
    expect(verdictOf(item!, 'vaultIsNotShared')).toBe('PASS');
    expect(await partner.store.dryRun(their)).toBeNull();
    expect((await partner.store.dryRunItems({ first: 9 }, their)).edges).toEqual([]);
    expect(await other.store.dryRun(id)).toBeNull();
  });

  it('of two people of one partner each have every organization, and more than three are refused', async () => {
    const customers = await Promise.all(Array.from({ length: 6 }, () => anUnconnectedCustomer()));
    const others = await Promise.all(Array.from({ length: 4 }, () => aStarter()));
    const people = [starter, ...others];
    const starts = await Promise.allSettled(people.map((one) => startDryRun(customers, one)));
    const started = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
    expect(started).toHaveLength(3);
    await withDryWorkers(2, async () => {
      for (const id of started) {
        const items = await ended(id);
        expect(items.map(({ organizationId }) => organizationId)).toEqual(
          customers.map(({ organizationId }) => organizationId),
        );
      }
    });
    const read = await Promise.all(started.map(rows));
    expect(read.flat().map(({ attempts }) => attempts)).toEqual(Array(18).fill(1));
  });
});

describe('while an organization is read', () => {
  it('the dry run is canceled: no result comes after, and the partner’s share is free', async () => {
    const [one, two] = await Promise.all([
      anAzureCustomer('happyPath'),
      anAzureCustomer('happyPath'),
    ]);
    const { id } = await startDryRun([one, two], starter);
    const next = await inTheMiddle(
      () => change((unit) => unit.dryRuns.cancel(id, anOccurrence())),
      async () => {
        const { id: later } = await startDryRun([one], starter);
        return ended(later);
      },
    );
    expect(next.map(({ outcome }) => outcome)).toEqual(['READY']);
    const items = await itemsOf(id);
    expect(items.map(({ status, outcome }) => [status, outcome])).toEqual([
      ['SKIPPED', null],
      ['SKIPPED', null],
    ]);
    expect((await partner.store.dryRun(id))?.status).toBe('CANCELLED');
  });

  it('it is archived: it has the result of what was read, and the next says why not', async () => {
    const customer = await anAzureCustomer('happyPath');
    const { organizationId } = customer;
    const archive = () =>
      change((unit) => unit.organizations.archive(organizationId, 'left', anOccurrence()));
    const { id } = await startDryRun([customer], starter);
    const [item] = await inTheMiddle(archive, () => ended(id));
    expect(item).toMatchObject({ status: 'DONE', outcome: 'READY' });
    const { id: later } = await startDryRun([customer], starter);
    const [refused] = await withDryWorkers(1, () => ended(later));
    expect(resultOf(refused!).causes.map(readinessCauseKey)).toEqual([
      'BLOCKED//NOT_STARTABLE/organizationArchived',
    ]);
  });

  it.each(['replaced', 'removed'])(
    'its credential is %s: one result, and no trace',
    async (how) => {
      const customer = await anAzureCustomer('happyPath');
      const { organizationId } = customer;
      const connection = { ...customer.azure, clientId: randomUUID() };
      const { id } = await startDryRun([customer], starter);
      const [item] = await inTheMiddle(
        () =>
          change((unit) =>
            how === 'removed'
              ? unit.connections.remove(organizationId, 'azure', anOccurrence())
              : unit.connections.set(organizationId, { kind: 'azure', connection }, anOccurrence()),
          ),
        async () => {
          const before = await stored(organizationId);
          const items = await ended(id);
          expect(await stored(organizationId)).toEqual(before);
          return items;
        },
      );
      expect(item).toMatchObject({ status: 'DONE', outcome: 'READY' });
      expect((await rows(id)).map(({ attempts }) => attempts)).toEqual([1]);
      const { id: later } = await startDryRun([customer], starter);
      const [next] = await withDryWorkers(1, () => ended(later));
      expect(next!.outcome).toBe(how === 'removed' ? 'UNKNOWN' : 'READY');
    },
  );

  it('its starter is removed: what is read is kept, the rest is skipped', async () => {
    // Each of them waits in its first read, so that those beyond the limit are not begun.
    const customers: DryCustomer[] = [];
    while (customers.length < 6) customers.push(await anAzureCustomer('happyPath'));
    const { id } = await startDryRun(customers, starter);
    const items = await inTheMiddle(
      () =>
        database.query('update member set removed_at = now() where id = $1', [
          starter.split(':')[1],
        ]),
      () => ended(id),
    );
    const skipped = items.filter(({ status }) => status === 'SKIPPED');
    expect(skipped.length).toBeGreaterThan(0);
    for (const { outcome } of skipped) expect(outcome).toBeNull();
    const kept = items.filter(({ status }) => status !== 'SKIPPED');
    expect(kept.length).toBeGreaterThan(0);
    for (const one of kept) expect(one).toMatchObject({ status: 'DONE', outcome: 'READY' });
  });
});

const stored = (organizationId: string): Promise<unknown[]> =>
  database.query('select c::text from connection c where organization_id = $1 order by 1', [
    organizationId,
  ]);
