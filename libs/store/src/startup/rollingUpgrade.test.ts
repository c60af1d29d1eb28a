/**
 * A rolling upgrade: the version before works on, while this one migrates the database and works
 * beside it.
 */
import { join } from 'node:path';
import { aPartner } from '@keyway/testing';
import { expect, it } from 'vitest';
import {
  besidePreviousVersion,
  database,
  folder,
  mayBeSkipped,
  openedByPreviousVersion,
} from '../testing/besidePreviousVersion.ts';
import { previousVersion } from '../testing/previousVersion.ts';
import { readMigrations } from './readMigrations.ts';

besidePreviousVersion();

it.skipIf(mayBeSkipped)(
  `this version and ${previousVersion().name} work on one database, and every history verifies`,
  async () => {
    const { probe, result: resultOf } = await openedByPreviousVersion();
    const count = async () => (await database.query('select from _prisma_migrations')).length;
    const before = await readMigrations(join(folder, 'libs', 'store', 'prisma', 'migrations'));
    expect(await count()).toBe(before.length);

    const store = await database.store();
    expect(await count()).toBe((await readMigrations()).length);
    const partner = await aPartner(database, store);
    probe.stdin!.write('go\n');
    const runIds: string[] = [];
    let claimed = 0;
    for (let round = 0; round < 8; round += 1) {
      const { run } = await partner.run((await partner.organization()).id);
      runIds.push(run.id);
      await partner.play(run.id, (builder) => builder.at('submission'));
      for (const effect of await store.queue.claim(5)) {
        claimed += 1;
        expect(await store.system().run(effect.runId)).not.toBeNull();
        await store.queue.postpone(effect.lease, new Date().toISOString());
      }
    }
    probe.stdin!.write('stop\n');
    const result = await resultOf();

    expect(result.failures).toEqual([]);
    expect(result.runIds.length).toBeGreaterThan(0);
    expect(Math.min(result.claimed, claimed)).toBeGreaterThan(0);
    // What only this version understands, the one before leaves alone and gives back.
    for (const refusal of result.refusedToRead) expect(refusal).toMatch(/newer than this program/);

    const first = await store.system().run(result.runIds[0]!);
    const previous = store.forPartner({ partnerId: first!.partnerId, organizationIds: null });
    const chains = [
      {
        of: partner.store,
        organizationIds: await Promise.all(
          runIds.map(async (id) => (await store.system().run(id))!.organizationId),
        ),
      },
      {
        of: previous,
        organizationIds: await Promise.all(
          result.runIds.map(async (id) => (await store.system().run(id))!.organizationId),
        ),
      },
    ];
    for (const { of, organizationIds } of chains) {
      for (const id of organizationIds)
        expect(await of.verifyHistory(id)).toMatchObject({ ok: true, brokenAt: null });
    }
    // Each run still has what it asked for: nothing that either version claimed was lost.
    const [waiting] = await database.query<{ runs: number }>(
      'select count(distinct run_id)::int as runs from effect',
    );
    expect(waiting!.runs).toBe(runIds.length + result.runIds.length);
  },
);
