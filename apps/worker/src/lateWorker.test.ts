/**
 * A worker that is late: stopped for longer than its lease at any point, or without an answer to
 * its own COMMIT. Nothing is sent twice, nothing is lost, and the worker that took over is not
 * disturbed.
 */
import { randomUUID } from 'node:crypto';
import { createAdobeConnector } from '@keyway/connector-adobe';
import { createAzureConnector } from '@keyway/connector-azure';
import { SandboxAgent } from '@keyway/connector-transport';
import type { AdobePort, EventData, EventKind, Run, StepId, TrackId } from '@keyway/core';
import type { ClaimedEffect, Store, StoredRun, SystemStore } from '@keyway/store';
import {
  accepted,
  aDatabase,
  anOccurrence,
  aPartner,
  applied,
  APPROVER,
  aSandbox,
  done,
  OPERATOR,
  type SandboxCustomer,
  type SandboxLedgerRow,
  type TestDatabase,
  type TestPartner,
  type TestSandbox,
} from '@keyway/testing';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runEffect, type WorkerDependencies } from './runEffect.ts';
import { workLoop } from './workLoop.ts';

const POLL_SCALE = 0.01;
const PATIENCE_MILLISECONDS = 60_000;

let database: TestDatabase;
let sandbox: TestSandbox;
let store: Store;
let partner: TestPartner;
let dependencies: WorkerDependencies;

beforeAll(async () => {
  [database, sandbox] = await Promise.all([aDatabase(), aSandbox(POLL_SCALE)]);
  store = await database.store({ pollScale: POLL_SCALE });
  partner = await aPartner(database, store);
  const agent = new SandboxAgent({ host: sandbox.host, port: sandbox.port, ca: sandbox.ca });
  const connectors = {
    azure: createAzureConnector({ agent }),
    adobe: createAdobeConnector({ agent }),
  };
  dependencies = { store, ...connectors, timeScale: POLL_SCALE, log: pino({ level: 'silent' }) };
}, 60_000);
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  await database.close();
  await sandbox.close();
});

const happen = <K extends EventKind>(
  runId: string,
  kind: K,
  data: EventData[K],
  actor = OPERATOR,
): Promise<Run> =>
  applied(store, runId, {
    id: randomUUID(),
    at: new Date().toISOString(),
    actor,
    kind,
    data,
  } as Parameters<typeof applied>[2]);
const runOf = async (runId: string): Promise<Run> => (await store.system().run(runId))!.run;
const statusOf = (run: Run, track: TrackId, step: StepId) => run.tracks[track].steps[step]?.status;

async function until(what: string, runId: string, holds: (run: Run) => boolean): Promise<Run> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const run = await runOf(runId);
    if (holds(run)) return run;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(run.tracks.AEP.submission)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function withWorker<T>(work: () => Promise<T>): Promise<T> {
  const shutdown = new AbortController();
  const loop = workLoop(dependencies, 8, shutdown.signal);
  try {
    return await work();
  } finally {
    shutdown.abort();
    await loop;
  }
}

interface Begun {
  customer: SandboxCustomer;
  runId: string;
}

async function begin(scenario: string, access: 'READ' | 'WRITE' = 'READ'): Promise<Begun> {
  const customer = await sandbox.control<SandboxCustomer>('POST', '/scenario', { scenario });
  const { id } = await partner.organization({
    imsOrgId: customer.imsOrgId,
    azureTenantId: customer.tenantId,
  });
  const begun = await partner.store.mutate(
    { principal: OPERATOR.principal, operation: 'test', input: null },
    async (unit) => {
      const adobe = {
        clientId: 'client',
        clientSecret: 'sandbox-adobe',
        scopes: ['openid', 'AdobeID'],
      };
      const { tenantId, subscriptionId } = customer;
      const azure = {
        tenantId,
        subscriptionId,
        clientId: randomUUID(),
        clientSecret: 'sandbox-azure',
        access,
      };
      done(await unit.connections.set(id, { kind: 'adobe', connection: adobe }, anOccurrence()));
      done(await unit.connections.set(id, { kind: 'azure', connection: azure }, anOccurrence()));
      return done<{ run: StoredRun }>(await unit.runs.start(id, anOccurrence()));
    },
  );
  const runId = accepted(begun).run.run.id;
  await happen(runId, 'stepAttested', {
    track: 'AEP',
    step: 'ENTITLEMENT',
    statement: 'seen',
    reference: null,
  });
  await happen(runId, 'keyProvided', {
    track: 'AEP',
    keyIdentifier: customer.keys.AEP,
    vaultResourceId: null,
  });
  return { customer, runId };
}

/** Of this run, as if the queue had nothing else. */
async function claim(runId: string, jobKey: string): Promise<ClaimedEffect> {
  await database.query(
    `update effect set due_at = now() + interval '1 hour' where not (run_id = $1 and slot = $2)`,
    [runId, jobKey],
  );
  await database.query(
    `update effect set due_at = now() - interval '1 second' where run_id = $1 and slot = $2`,
    [runId, jobKey],
  );
  const claimed = await vi.waitFor(
    async () => {
      const [effect] = await store.queue.claim(1);
      expect(effect).toBeDefined();
      return effect!;
    },
    { timeout: PATIENCE_MILLISECONDS },
  );
  expect([claimed.runId, claimed.jobKey]).toEqual([runId, jobKey]);
  return claimed;
}

/** Everything was read again as approved; the effect that sends is claimed by the test. */
async function sending(): Promise<Begun & { effect: ClaimedEffect }> {
  const begun = await begin('happyPath');
  const { customer, runId } = begun;
  await withWorker(() =>
    until('ready for approval', runId, (run) => statusOf(run, 'AEP', 'APPROVAL') === 'READY'),
  );
  await happen(runId, 'approvalRequested', { track: 'AEP', principal: OPERATOR.principal });
  const granted = {
    track: 'AEP',
    principal: APPROVER.principal,
    confirmImsOrgId: customer.imsOrgId,
    comment: null,
  } as const;
  await happen(runId, 'approvalGranted', granted, APPROVER);
  const submission = {
    submissionId: randomUUID(),
    configurationName: 'keyway-cmk',
    confirmImsOrgId: customer.imsOrgId,
  };
  await happen(runId, 'submissionRequested', submission);
  await runEffect(
    await claim(runId, 'reread:AEP'),
    dependencies,
    new AbortController().signal,
    performance.now(),
  );
  expect((await runOf(runId)).tracks.AEP.submission?.status).toBe('sending');
  return { ...begun, effect: await claim(runId, 'submit') };
}

const doIt = (
  effect: ClaimedEffect,
  change: Partial<WorkerDependencies> = {},
  claimedAt = performance.now(),
): Promise<void> =>
  runEffect(effect, { ...dependencies, ...change }, new AbortController().signal, claimedAt);

const ledgerOf = async (part: string, method: string): Promise<SandboxLedgerRow[]> =>
  (await sandbox.control<SandboxLedgerRow[]>('GET', '/ledger')).filter(
    (row) => row.method === method && (row.body.includes(part) || row.path.includes(part)),
  );
const postsOf = async ({ customer }: Begun): Promise<SandboxLedgerRow[]> =>
  (await ledgerOf(customer.imsOrgId, 'POST')).filter(({ path }) =>
    path.endsWith('/customer/config'),
  );

/** The rest is done by a worker that is not late; nothing may need a person. */
async function completes(begun: Begun): Promise<void> {
  await database.query('update effect set due_at = now() where run_id = $1', [begun.runId]);
  await withWorker(() =>
    until('AEP active', begun.runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE'),
  );
  expect(await postsOf(begun)).toHaveLength(1);
}

/** As a stopped process sees it when it continues: the monotonic clock ran on. */
function stalled(seconds: number): void {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + seconds * 1000);
}

const before = <K extends keyof AdobePort>(
  call: K,
  stall: () => unknown,
): Pick<WorkerDependencies, 'adobe'> => {
  const { adobe } = dependencies;
  const late = async (...args: unknown[]): Promise<unknown> => {
    await stall();
    return (adobe[call] as (...given: unknown[]) => Promise<unknown>)(...args);
  };
  return { adobe: { ...adobe, [call]: late } };
};

/** The lease ran out, and another worker holds the effect now. */
async function takenOver({ runId }: Begun): Promise<ClaimedEffect> {
  await database.query(
    `update effect set lease_until = now() - interval '1 second' where run_id = $1`,
    [runId],
  );
  return claim(runId, 'submit');
}
const isHeldBy = async ({ lease }: ClaimedEffect): Promise<boolean> => store.queue.heartbeat(lease);
/** Whoever took over dies with it. */
const letGo = ({ runId }: Begun) =>
  database.query('update effect set lease_token = null, lease_until = null where run_id = $1', [
    runId,
  ]);

describe('a submission', { timeout: 120_000 }, () => {
  it('continues after a stall where the lease still holds', async () => {
    const begun = await sending();
    await doIt(
      begun.effect,
      before('readConfiguration', () => stalled(6)),
    );
    vi.restoreAllMocks();
    expect((await runOf(begun.runId)).tracks.AEP.submission).toMatchObject({
      status: 'sent',
      sends: 1,
    });
    await completes(begun);
  });

  it('that may not leave any more does not, and is tried again', async () => {
    const begun = await sending();
    await doIt(
      begun.effect,
      before('submitConfiguration', () => stalled(30)),
    );
    vi.restoreAllMocks();
    const { submission, steps } = (await runOf(begun.runId)).tracks.AEP;
    expect(submission).toMatchObject({ status: 'sending', sends: 1, unresolved: false });
    expect(steps.SUBMISSION?.status).toBe('WORKING');
    expect(await postsOf(begun)).toEqual([]);
    await completes(begun);
  });

  it('is somebody else’s after a stall before the intent: nothing of theirs is touched', async () => {
    const begun = await sending();
    let other: ClaimedEffect | undefined;
    await doIt(
      begun.effect,
      before('readConfiguration', async () => (other ??= await takenOver(begun))),
    );
    expect(await isHeldBy(other!)).toBe(true);
    expect((await runOf(begun.runId)).tracks.AEP.submission).toMatchObject({ sends: 0 });
    await letGo(begun);
    await completes(begun);
  });

  it('belongs to another worker after a stall between intent and send, which reads first', async () => {
    const begun = await sending();
    let other: ClaimedEffect | undefined;
    const late = before('submitConfiguration', async () => {
      other = await takenOver(begun);
      stalled(30);
    });
    await doIt(begun.effect, late);
    vi.restoreAllMocks();
    expect(await isHeldBy(other!)).toBe(true);
    expect((await runOf(begun.runId)).tracks.AEP.submission).toMatchObject({
      sends: 1,
      unresolved: true,
    });
    expect(await postsOf(begun)).toEqual([]);
    await letGo(begun);
    await completes(begun);
  });

  it('whose COMMITs were not answered counts as recorded, and is sent once', async () => {
    const begun = await sending();
    await doIt(begun.effect, { store: unanswered(store) });
    expect((await runOf(begun.runId)).tracks.AEP.submission).toMatchObject({
      status: 'sent',
      sends: 1,
    });
    await completes(begun);
  });

  it('claimed by a process that was stopped before it heard of it is not begun on a lease that is over', async () => {
    const begun = await sending();
    const answered = vi.fn();
    await doIt(begun.effect, before('submitConfiguration', answered), performance.now() - 30_000);
    // Renewed by the database, which knows that nobody else has it.
    expect(answered).toHaveBeenCalledOnce();
    await completes(begun);
  });
});

it('a role is assigned once, however late the worker was', { timeout: 120_000 }, async () => {
  const { runId, customer } = await begin('roleMissing', 'WRITE');
  await withWorker(() =>
    until('assigning', runId, (run) => statusOf(run, 'AEP', 'CONSENT') === 'DONE'),
  );
  await database.query(
    `update effect set lease_token = null, lease_until = null, due_at = now() where run_id = $1`,
    [runId],
  );
  const { azure } = dependencies;
  let late = 0;
  const stalling: Partial<WorkerDependencies> = {
    azure: {
      ...azure,
      readRoleAssignments: async (...args) => {
        late += 1;
        if (late === 1) stalled(30);
        return azure.readRoleAssignments(...args);
      },
    },
  };
  const shutdown = new AbortController();
  const loop = workLoop({ ...dependencies, ...stalling }, 2, shutdown.signal);
  await until('role done', runId, (run) => statusOf(run, 'AEP', 'ROLE') === 'DONE');
  shutdown.abort();
  await loop;
  expect(
    (await ledgerOf(customer.subscriptionId, 'PUT')).filter(({ path }) =>
      path.includes('/roleAssignments/'),
    ),
  ).toHaveLength(1);
});

/**
 * What an unanswered COMMIT comes to: the same event is applied again, and the second answer is the
 * one that is heard.
 */
function unanswered(of: Store): Store {
  const system = of.system();
  const advance: SystemStore['advance'] = async (...args) => {
    await system.advance(...args);
    return system.advance(...args);
  };
  const twice = new Proxy(system, {
    get: (target, name) => {
      if (name === 'advance') return advance;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { ...of, queue: of.queue, sealing: of.sealing, system: () => twice };
}
