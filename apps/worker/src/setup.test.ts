/**
 * Automatic mode against the sandbox: from an empty subscription to VAULT, NETWORK and KEY, killed
 * at each await, with the sandbox's ledger as witness.
 */
import {
  ADOBE_ADDRESS,
  changeProgress,
  setupStatus,
  type AzureConnection,
  type Run,
  type SetupTarget,
} from '@keyway/core';
import type { SandboxCustomer } from '@keyway/testing';
import { describe, expect, it } from 'vitest';
import type { WorkerDependencies } from './runEffect.ts';
import { MortalWorker } from './testing/mortalWorker.ts';
import {
  ALL,
  ask,
  changesOf,
  confirm,
  inputOf,
  isInPlace,
  isPlanned,
  laterBy,
  makeDue,
  modes,
  setupOf,
} from './testing/setupUnderTest.ts';
import {
  applyRunEvent,
  begin,
  database,
  dependencies,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';
import { workLoop } from './workLoop.ts';

workerUnderTest();

describe('an empty subscription', () => {
  it('gets vault, key, audit log and lock once, by two workers, and a repeat adds nothing', async () => {
    const { customer, runId } = await begin('emptySubscription', 'WRITE');
    await withWorkers(2, async () => {
      await ask(customer, runId);
      const shown = await until('the plan', runId, isPlanned);
      expect(setupOf(shown).plan!.changes.map(({ outcome }) => outcome)).toEqual(
        ALL.map(() => 'CREATE'),
      );
      expect(await changesOf(customer)).toEqual([]);
      await confirm(runId);
      const done = await until('everything in place', runId, isInPlace);
      expect(setupOf(done).progress.map(({ state }) => state)).toEqual(ALL.map(() => 'MADE'));
      expect(modes(done)).toEqual(['AUTOMATIC', 'AUTOMATIC', 'AUTOMATIC']);
      expect(await changesOf(customer)).toEqual(ALL);
      const { key } = done.tracks.AEP;
      await ask(customer, runId);
      await confirm(runId);
      const again = await until('nothing left to do', runId, isInPlace);
      expect(again.tracks.AEP.key).toEqual(key);
      expect(modes(again)).toEqual(['AUTOMATIC', 'AUTOMATIC', 'AUTOMATIC']);
      expect(setupOf(again).progress.map(({ state }) => state)).not.toContain('MADE');
    });
    expect(await changesOf(customer)).toEqual(ALL);
  });

  it('where locks are denied gets everything else, and the permission that is missing', async () => {
    const { customer, runId } = await begin('lockDenied', 'WRITE');
    const run = await withWorkers(1, async () => {
      await ask(customer, runId);
      await confirm(runId);
      return until('everything but the lock', runId, isInPlace);
    });
    expect(setupStatus(setupOf(run))).toBe('DONE');
    expect(changeProgress(setupOf(run), 'PUT_LOCK')).toMatchObject({
      ...{ state: 'FAILED', failure: { permission: 'Microsoft.Authorization/locks/write' } },
    });
    expect(await changesOf(customer)).toEqual(ALL.slice(0, 3));
  });
});

type VaultSettings = Parameters<WorkerDependencies['azure']['createVault']>[2];
/** What somebody does while the worker reads, right before it would change something. */
type Meanwhile = (about: { runId: string; customer: SandboxCustomer }) => Promise<unknown>;

async function runWith(
  meanwhile: Meanwhile,
  holds: (run: Run) => boolean,
): Promise<{
  run: Run;
  customer: SandboxCustomer;
}> {
  const begun = await begin('emptySubscription', 'WRITE');
  const { customer, runId } = begun;
  await withWorkers(1, async () => {
    await ask(customer, runId);
    await until('the plan', runId, isPlanned);
  });
  await confirm(runId);
  const base = dependencies();
  let isFirst = true;
  const azure = {
    ...base.azure,
    readSetup: async (...given: Parameters<typeof base.azure.readSetup>) => {
      const facts = await base.azure.readSetup(...given);
      if (isFirst) {
        isFirst = false;
        await meanwhile(begun);
      }
      return facts;
    },
  };
  const shutdown = new AbortController();
  const loop = workLoop({ ...base, azure }, 4, shutdown.signal);
  try {
    return { run: await until('the end', runId, holds), customer };
  } finally {
    shutdown.abort();
    await loop;
  }
}

describe('meanwhile', () => {
  it.each<[string, Meanwhile]>([
    [
      'the set-up is canceled',
      ({ runId }) => applyRunEvent(runId, 'setupCancelled', { track: 'AEP' }),
    ],
    ['the run is canceled', ({ runId }) => applyRunEvent(runId, 'runCancelled', { reason: 'x' })],
  ])('%s: nothing is changed', async (_, meanwhile) => {
    const { customer } = await runWith(
      meanwhile,
      (run) => setupStatus(setupOf(run)) === 'CANCELLED',
    );
    // Whatever the worker still does with what it read.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await changesOf(customer)).toEqual([]);
  });

  const makesVault =
    (network: VaultSettings['network']): Meanwhile =>
    async ({ customer }) => {
      const { vaultName, keyName, resourceGroup } = inputOf(customer);
      const { tenantId, subscriptionId } = customer;
      const target: SetupTarget = { subscriptionId, resourceGroup, vaultName, keyName };
      const connection: AzureConnection = {
        ...{ tenantId, subscriptionId, clientSecret: 'sandbox-azure' },
        clientId: '00000000-1111-2222-3333-444444444444',
      };
      await dependencies().azure.createVault(connection, target, {
        ...{ location: 'eastus', sku: 'premium', retentionDays: 90, network },
      });
    };

  it('somebody else makes the vault: it is there, and not Keyway’s', async () => {
    const asConfirmed = makesVault({
      ...{ defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [ADOBE_ADDRESS] },
    });
    const { run, customer } = await runWith(asConfirmed, isInPlace);
    expect(await changesOf(customer)).toEqual(ALL);
    // The intent was committed in between, so that nobody can say whose it is.
    expect(changeProgress(setupOf(run), 'CREATE_VAULT')?.state).not.toBe('MADE');
    expect(modes(run)).toEqual(['VERIFIED', 'VERIFIED', 'AUTOMATIC']);
  });

  it('somebody else makes it with a network that nobody confirmed: it gets no key', async () => {
    const isReplanned = (run: Run): boolean => isPlanned(run) && setupOf(run).replanned === true;
    const { run, customer } = await runWith(makesVault({ defaultAction: 'Allow' }), isReplanned);
    expect(setupOf(run).plan!.changes).toContainEqual(
      expect.objectContaining({ kind: 'ADD_NETWORK_RULE', outcome: 'NOT_POSSIBLE' }),
    );
    expect(await changesOf(customer)).toEqual(['PUT vaults 201']);
  });
});

const CALLS = ['readSetup', 'createVault', 'createKey', 'putDiagnosticSetting', 'putLock'];
/** Only what is committed of the set-up counts: before and after each change, and the plan. */
const isPoint = (name: string, given: readonly unknown[]): boolean =>
  CALLS.includes(name) ||
  (name === 'advance' && (given[1] as { kind: string }).kind.startsWith('setup'));

/** A worker that dies at one await of a set-up, and the next one that finishes it. */
async function killedAt(at: number): Promise<string | null> {
  const { customer, runId } = await begin('emptySubscription', 'WRITE');
  const shutdown = new AbortController();
  const loops: Promise<void>[] = [];
  const worker = new MortalWorker(at, isPoint, () => {
    // What a dead worker held is another one's when its lease is over.
    void database
      .query(
        `update effect set lease_until = now() - interval '1 second' where run_id = $1 and lease_token is not null`,
        [runId],
      )
      .then(() => loops.push(workLoop(laterBy(60_000), 4, shutdown.signal)));
  });
  const first = workLoop(worker.of(dependencies()), 4, shutdown.signal);
  const hurry = setInterval(() => void makeDue(runId).catch(() => undefined), 100);
  try {
    await ask(customer, runId);
    await confirm(runId);
    const run = await until(`killed at ${at} (${worker.killed})`, runId, isInPlace);
    // What ended the run may be committed before the call that did it returns, and dies there.
    shutdown.abort();
    await Promise.race([first, worker.death]);
    expect([worker.killed, await changesOf(customer)]).toEqual([worker.killed, ALL]);
    const states = setupOf(run).progress.map(({ state }) => state);
    // Who made it is not known where the answer of its call was lost, and everywhere else it is.
    const isLost = /^after (create|put)|^before advance setupChangeMade/.test(worker.killed ?? '');
    expect([worker.killed, states.filter((state) => state !== 'MADE')]).toEqual([
      worker.killed,
      isLost ? ['UNCONFIRMED'] : [],
    ]);
    expect(setupOf(run).plan!.changes.every(({ outcome }) => outcome === 'CREATE')).toBe(true);
  } finally {
    clearInterval(hurry);
    shutdown.abort();
    // The loop of a dead worker never ends.
    await Promise.all(worker.killed === null ? [first] : loops);
  }
  // What is left of it would be done beside all that follow.
  await applyRunEvent(runId, 'runCancelled', { reason: 'It has ended.' });
  return worker.killed;
}

it('killed at each await, makes each change once', async () => {
  const killed: string[] = [];
  for (let at = 0; ; at += 1) {
    const where = await killedAt(at);
    if (where === null) break;
    killed.push(where);
  }
  const events = ['Planned', 'ChangeStarted', 'ChangeMade'].map((kind) => `advance setup${kind}`);
  for (const name of [...events, ...CALLS]) {
    expect(killed).toContain(`before ${name}`);
    expect(killed).toContain(`after ${name}`);
  }
  // One plan and four changes, each with its reading, its call and what is committed.
  expect(killed.length).toBeGreaterThanOrEqual(30);
});
