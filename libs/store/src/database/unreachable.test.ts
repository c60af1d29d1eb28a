/**
 * Processes that are stopped and networks that drop packets: what they hold is let go of, and
 * nobody else waits for them.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  aBlackHole,
  requireAccepted,
  anOccurrence,
  aDatabase,
  aPartner,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DatabaseBusy } from './databaseBusy.ts';
import { Notifications } from './notifications.ts';
import type { OrganizationRecord, Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let organization: OrganizationRecord;
let runId: string;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
  organization = await partner.organization();
  runId = (await partner.run(organization.id)).run.id;
});
afterAll(() => database.close());

const verify = (on: Store, id: string) =>
  on
    .forPartner({ partnerId: partner.partnerId, organizationIds: null })
    .mutate({ principal: id, operation: 'verify', input: id }, (unit) =>
      unit.runs.advance(runId, {
        ...anOccurrence(),
        kind: 'verificationRequested',
        data: { track: null, step: null },
      }),
    );

/** A process that has begun to change the organization and is stopped in the middle of it. */
async function aStoppedProcess(): Promise<{ end(): void }> {
  const program = `
    import { openStore } from ${JSON.stringify(fileURLToPath(new URL('../index.ts', import.meta.url)))};
    const store = await openStore({ url: process.env.URL, dataDir: process.env.DIRECTORY });
    const partner = store.forPartner({ partnerId: process.env.PARTNER, organizationIds: null });
    await partner.mutate({ principal: 'p', operation: 'o', input: null }, async (unit) => {
      await unit.history.append(process.env.ORGANIZATION, 'begun', {}, { id: crypto.randomUUID(), at: new Date().toISOString(), actor: { principal: 'p', name: 'P', origin: 'console' } });
      console.log('inside');
      await new Promise(() => setInterval(() => undefined, 1000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: {
      ...process.env,
      ...{
        URL: database.url,
        DIRECTORY: database.dataDir,
        PARTNER: partner.partnerId,
        ORGANIZATION: organization.id,
      },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('inside') && resolve());
    child.once('exit', (code) => reject(new Error(`It ended with ${code}.`)));
  });
  process.kill(child.pid!, 'SIGSTOP');
  return { end: () => void child.kill('SIGKILL') };
}

describe('a process stopped within a transaction', () => {
  it('holds up its organization for seconds, and other organizations not at all', async () => {
    const stopped = await aStoppedProcess();
    try {
      let ended = 0;
      const held = Array.from({ length: 10 }, () =>
        verify(store, randomUUID()).finally(() => (ended += 1)),
      );
      const other = await partner.organization({ name: 'Other' });
      expect((await partner.store.organization(other.id))?.name).toBe('Other');
      expect(ended).toBe(0);
      for (const outcome of await Promise.all(held))
        expect(requireDone(requireAccepted(outcome))).toHaveProperty('run');
      expect(await partner.store.verifyHistory(organization.id)).toMatchObject({ ok: true });
    } finally {
      stopped.end();
    }
  });
});

describe('one principal', () => {
  it('has a part of the connections alone, however much it asks', async () => {
    const begun: (() => void)[] = [];
    const greedy = Array.from({ length: 12 }, () =>
      partner.store.mutate({ principal: 'greedy', operation: 'o', input: null }, async () => {
        await new Promise<void>((resolve) => begun.push(resolve));
        return 'done';
      }),
    );
    const modest = await partner.store.mutate(
      { principal: 'modest', operation: 'o', input: null },
      () => Promise.resolve('done'),
    );
    expect(modest).toMatchObject({ result: 'done' });
    const release = setInterval(() => begun.splice(0).forEach((resolve) => resolve()), 20);
    await Promise.all(greedy);
    clearInterval(release);
  });

  it('has a part of the connections alone, however much it reads', async () => {
    const scope = { partnerId: partner.partnerId, organizationIds: null };
    const [greedy, modest] = [store.forPartner(scope, 'greedy'), store.forPartner(scope, 'modest')];
    const locked = 'lock table run in access exclusive mode';
    const reads = await database.holding(locked, async (waiting) => {
      const begun = Array.from({ length: 300 }, () => greedy.run(runId));
      while ((await waiting()) < 5) await new Promise(setImmediate);
      expect((await modest.organization(organization.id))?.id).toBe(organization.id);
      expect(await waiting()).toBe(5);
      return { begun };
    });
    for (const found of await Promise.all(reads.begun)) expect(found?.run.id).toBe(runId);
  });

  it('is asked to come back where it waits in vain', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const waiting = Array.from({ length: 300 }, () =>
      partner.store
        .mutate({ principal: 'flood', operation: 'o', input: null }, () => held.then(() => 'done'))
        .catch((error: unknown) => error),
    );
    const [last] = waiting.slice(-1);
    expect(await last).toBeInstanceOf(DatabaseBusy);
    release();
    await Promise.all(waiting);
  });
});

describe('a network that drops every packet', () => {
  it('is noticed: connections are made again, and reads, claims, changes and live updates continue', async () => {
    const network = await aBlackHole(database.url);
    const warnings: string[] = [];
    const through = await database.store({
      url: network.url,
      onWarning: (message) => warnings.push(message),
    });
    const changes: string[] = [];
    through.onChange((change) => changes.push(change.runId));
    try {
      // As many connections as there can be.
      await Promise.all(
        Array.from({ length: 20 }, () =>
          Promise.all([through.ping(), through.system().run(runId)]),
        ),
      );
      expect(network.swallow()).toBeGreaterThan(2);
      const begun = performance.now();
      const [run, advanced, claimed] = await Promise.all([
        through.forPartner({ partnerId: partner.partnerId, organizationIds: null }).run(runId),
        verify(through, 'p'),
        through.queue.claim(1),
      ]);
      console.info(`recovered after ${Math.round(performance.now() - begun)} ms`);
      expect(run?.run.id).toBe(runId);
      expect(requireDone(requireAccepted(advanced))).toHaveProperty('run');
      expect(claimed.length).toBeLessThanOrEqual(1);
      await partner.play(runId, (builder) =>
        builder.apply('runCancelled', { reason: 'Done with it.' }),
      );
      await expect.poll(() => changes).toContain(runId);
      expect(warnings.join()).toMatch(/did not answer/);
    } finally {
      await through.close();
      await network.close();
    }
  });

  it('holds up those who began to wait later no longer than the first', async () => {
    const network = await aBlackHole(database.url);
    const through = await database.store({ url: network.url });
    const read = () => through.system().run(runId);
    try {
      await Promise.all(Array.from({ length: 30 }, read));
      network.swallow();
      const dropped = performance.now();
      const recovered = await Promise.all(
        [0, 2500, 5000, 6800].map(async (wait) => {
          await new Promise((resolve) => setTimeout(resolve, wait));
          expect((await read())?.run.id).toBe(runId);
          return performance.now() - dropped;
        }),
      );
      // Each used a connection that was dead. The first is given up after 8 s, all others a second
      // later.
      expect(Math.min(...recovered)).toBeGreaterThan(7_000);
      expect(Math.max(...recovered) - Math.min(...recovered)).toBeLessThan(4_000);
    } finally {
      await through.close();
      await network.close();
    }
  });

  it('makes a listener read what came since the last answer, however late the loss is noticed', async () => {
    const network = await aBlackHole(database.url);
    const notifications = new Notifications(network.url, 'keyway-test', () => undefined);
    try {
      await notifications.start();
      const reconnected = new Promise<Date>((resolve) => notifications.onReconnect(resolve));
      network.swallow();
      const cutAt = Date.now();
      // The machine sleeps for an hour.
      vi.useFakeTimers({ toFake: ['Date'], now: cutAt + 3_600_000 });
      expect((await reconnected).getTime()).toBeLessThanOrEqual(cutAt);
    } finally {
      vi.useRealTimers();
      await notifications.close();
      await network.close();
    }
  });

  it('refuses to wait for what this process does not listen to, which would never come', async () => {
    const channels = ['keyway_run'] as const;
    const limited = new Notifications(database.url, 'keyway-test', () => undefined, channels);
    expect(() => limited.mustHear('keyway_inbox', () => undefined)).toThrow(
      'This process does not listen to keyway_inbox: add it to its `listensTo`.',
    );
    expect(() => limited.mustHear('keyway_run', () => undefined)).not.toThrow();
    await limited.close();
    const store = await database.store({ listensTo: ['keyway_bulk'] });
    expect(() => store.onChange(() => undefined)).toThrow('does not listen to keyway_run');
    expect(() => store.inboxes.onChange(() => undefined)).toThrow(
      'does not listen to keyway_inbox',
    );
  });
});
