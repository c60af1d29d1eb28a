/**
 * Two workers as processes. One is stopped or loses its network in the middle of a submission: the
 * other takes over, and the first changes nothing when it is back.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '@keyway/core';
import {
  aBlackHole,
  type BlackHole,
  type SandboxCustomer,
  MAX_WAIT_MILLISECONDS,
} from '@keyway/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { leaseClock } from './leaseClock.ts';
import { runEffect } from './runEffect.ts';
import {
  approved,
  begin,
  database,
  dependencies,
  POLL_SCALE,
  partner,
  postsOf,
  sandbox,
  statusOf,
  store,
  submit,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

const PROGRAM = join(import.meta.dirname, 'main.ts');
const PATIENCE = { timeout: MAX_WAIT_MILLISECONDS, interval: 20 };

workerUnderTest();
const started = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of started) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  started.clear();
});

async function startWorker(name: string, databaseUrl = database.runtimeUrl): Promise<ChildProcess> {
  const ca = join(database.dataDir, 'sandbox-ca.pem');
  await writeFile(ca, sandbox.ca);
  const clouds = {
    KEYWAY_CLOUD: 'sandbox',
    KEYWAY_SANDBOX_ADDRESS: `${sandbox.host}:${sandbox.port}`,
    KEYWAY_SANDBOX_CA: ca,
    KEYWAY_POLL_SCALE: String(POLL_SCALE),
  };
  const databases = {
    DATABASE_URL: databaseUrl,
    DATABASE_MIGRATION_URL: database.url,
    DATA_DIR: database.dataDir,
  };
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, ['--conditions=@keyway/source', PROGRAM], {
    env: { PATH, NODE_COMPILE_CACHE, KEYWAY_WORKER_NAME: name, ...clouds, ...databases },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  started.add(child);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Everything was read again as approved; the first worker sends. The rest of the run waits. */
async function aboutToSend(): Promise<{ customer: SandboxCustomer; runId: string }> {
  const { customer, runId } = await begin('happyPath');
  await withWorkers(1, () => approved(customer, runId, 'AEP'));
  await submit(customer, runId);
  await database.query(
    `update effect set due_at = now() + interval '1 hour' where not (run_id = $1 and slot = 'reread:AEP')`,
    [runId],
  );
  const [effect] = await store.queue.claim(1);
  await runEffect(effect!, dependencies(), new AbortController().signal, leaseClock());
  expect(await runOf(runId)).toMatchObject({
    tracks: { AEP: { submission: { status: 'sending', sends: 0 } } },
  });
  return { customer, runId };
}

const runOf = async (runId: string): Promise<Run> => (await store.system().run(runId))!.run;
const sent = (run: Run): boolean => run.tracks.AEP.submission?.status === 'sent';
const countedSends = async (): Promise<number> => {
  const { edges } = await partner.store.history({ first: 50 }, { kind: ['configurationSending'] });
  return edges.length;
};

interface Away {
  /** A worker whose turn it is, in the state in which it is to be when it goes away. */
  first: ChildProcess;
  back: () => void;
}

/** Away while a transaction of its own holds the organization's lock. */
async function awayInTransaction(
  runId: string,
  first: ChildProcess,
  leave: () => void,
): Promise<void> {
  const lock = `select 1 from chain_head where chain_id = (select organization_id from run where id = '${runId}') for update`;
  await database.holding(lock, async (waiting) => {
    await vi.waitFor(async () => expect(await waiting()).toBeGreaterThan(0), PATIENCE);
    expect(first.exitCode).toBeNull();
    leave();
  });
}

const SITUATIONS: [string, (runId: string, network: BlackHole) => Promise<Away>][] = [
  [
    'stopped within a transaction that holds the organization',
    async (runId) => {
      const first = await startWorker('first');
      await awayInTransaction(runId, first, () => first.kill('SIGSTOP'));
      return { first, back: () => first.kill('SIGCONT') };
    },
  ],
  [
    'stopped once its intent to send is recorded',
    async (runId) => {
      const first = await startWorker('first');
      await vi.waitFor(
        async () => expect((await runOf(runId)).tracks.AEP.submission?.sends).toBe(1),
        PATIENCE,
      );
      first.kill('SIGSTOP');
      return { first, back: () => first.kill('SIGCONT') };
    },
  ],
  [
    'cut off from the database within a transaction that holds the organization',
    async (runId, network) => {
      const first = await startWorker('first', network.url);
      await awayInTransaction(runId, first, () => network.cutOff());
      return { first, back: () => network.heal() };
    },
  ],
];

describe('a worker that is', () => {
  it.each(SITUATIONS)('%s is followed by the other one', async (_what, goAway) => {
    const { customer, runId } = await aboutToSend();
    const before = await countedSends();
    const network = await aBlackHole(database.runtimeUrl);
    try {
      const { first, back } = await goAway(runId, network);
      const awaySince = performance.now();
      const second = await startWorker('second');
      const taken = await until('sent by the second', runId, sent);
      console.info(
        `taken over ${((performance.now() - awaySince) / 1000).toFixed(1)} s after the first went away`,
      );
      expect(await postsOf(customer)).toHaveLength(1);
      await stop(second);

      back();
      // It is at work again once it has done what is left.
      await database.query(`update effect set due_at = now() where run_id = $1 and slot = 'poll'`, [
        runId,
      ]);
      const run = await until(
        'done by the first',
        runId,
        ({ tracks }) => statusOf({ tracks } as Run, 'AEP', 'ACTIVATION') === 'DONE',
      );
      expect(first.exitCode).toBeNull();
      expect(run.tracks.AEP.submission).toMatchObject({
        status: 'sent',
        sends: taken.tracks.AEP.submission!.sends,
      });
      expect(await countedSends()).toBe(before + taken.tracks.AEP.submission!.sends);
      expect(await postsOf(customer)).toHaveLength(1);
      await stop(first);
      const reports = await database.query<{ worker: string }>(
        'select worker from worker_report order by worker',
      );
      expect(reports).toEqual([{ worker: 'first' }, { worker: 'second' }]);
      expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true });
    } finally {
      await network.close();
    }
  });
});
