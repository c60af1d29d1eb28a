/**
 * A worker against a real store and the real sandbox over HTTPS, for the length of a test file.
 * Imported by tests only.
 */
import { randomUUID } from 'node:crypto';
import { createAdobeConnector } from '@keyway/connector-adobe';
import { createAwsConnector } from '@keyway/connector-aws';
import { createAzureConnector, createVaultProbe } from '@keyway/connector-azure';
import { SandboxAgent } from '@keyway/connector-transport';
import type { EventData, EventKind, Run, StepId, TrackId } from '@keyway/core';
import { unavailabilityOf, type Store, type StoredRun } from '@keyway/store';
import {
  requireAccepted,
  aDatabase,
  anOccurrence,
  aPartner,
  requireApplied,
  APPROVER,
  aSandbox,
  requireDone,
  OPERATOR,
  type SandboxCustomer,
  type SandboxLedgerRow,
  type TestDatabase,
  type TestPartner,
  type TestSandbox,
  MAX_WAIT_MILLISECONDS,
  within,
} from '@keyway/testing';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { WorkerDependencies } from '../runEffect.ts';
import { workLoop } from '../workLoop.ts';
import { AWS_IDENTITY } from './awsIdentity.ts';

export const POLL_SCALE = 0.01;
/** As often as in production, but without seconds of waiting. */
const RETRY = { firstDelayMs: 5 };

export let database: TestDatabase;
export let sandbox: TestSandbox;
export let store: Store;
export let partner: TestPartner;

/**
 * Called once by a test file, before its tests.
 * @param beforeStore when the database has no store of this version yet
 */
export function workerUnderTest(beforeStore?: () => Promise<unknown>): void {
  beforeAll(async () => {
    [database, sandbox] = await Promise.all([aDatabase(), aSandbox(POLL_SCALE)]);
    await beforeStore?.();
    store = await database.store({ pollScale: POLL_SCALE });
    partner = await aPartner(database, store);
  });
  afterAll(async () => {
    await database.close();
    await sandbox.close();
  });
}

export const dependencies = (): WorkerDependencies => {
  const agent = new SandboxAgent({ host: sandbox.host, port: sandbox.port, ca: sandbox.ca });
  return {
    store,
    azure: createAzureConnector({ agent, retry: RETRY }),
    adobe: createAdobeConnector({ agent, retry: RETRY }),
    aws: createAwsConnector({ agent, retry: RETRY, identity: () => Promise.resolve(AWS_IDENTITY) }),
    vaults: createVaultProbe({ agent, resolve: null }),
    timeScale: POLL_SCALE,
    log: pino({ level: 'silent' }),
  };
};

let isAskedAgain = false;
/** Called once by a test file whose database fails over: its own requests are a client's. */
export const askedAgain = (): void => void (isAskedAgain = true);

/**
 * As a client asks that the database could not serve: again, also where the answer to COMMIT was
 * lost. So `request` has to bear that, as an event does by its ID.
 */
export async function asClient<T>(what: string, request: () => Promise<T>): Promise<T> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  for (;;) {
    try {
      return await within(what, request());
    } catch (error) {
      if (!isAskedAgain || unavailabilityOf(error) === null) throw error;
      if (Date.now() > end) throw new Error(`${what}: asked in vain`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Workers for the length of a test. */
export async function withWorkers<T>(
  count: number,
  work: () => Promise<T>,
  on = store,
): Promise<T> {
  const shutdown = new AbortController();
  const loops = Array.from({ length: count }, () =>
    workLoop({ ...dependencies(), store: on }, 4, shutdown.signal),
  );
  try {
    return await work();
  } finally {
    shutdown.abort();
    await within('workers end', Promise.all(loops));
  }
}

/** A customer of a scenario, its run begun and both keys named. */
export async function begin(
  scenario: string,
  access: 'READ' | 'WRITE' = 'READ',
  changes: object = {},
): Promise<{ customer: SandboxCustomer; runId: string }> {
  const customer = await sandbox.control<SandboxCustomer>('POST', '/scenario', {
    scenario,
    ...changes,
  });
  const { id } = await partner.organization({
    imsOrgId: customer.imsOrgId,
    azureTenantId: customer.tenantId,
  });
  const begun = await partner.store.mutate(
    { principal: OPERATOR.principal, operation: 'test', input: null },
    async (unit) => {
      const adobe = {
        // Of each organization its own, so that none uses the token of another.
        clientId: `client-of-${customer.imsOrgId}`,
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
      requireDone(
        await unit.connections.set(id, { kind: 'adobe', connection: adobe }, anOccurrence()),
      );
      requireDone(
        await unit.connections.set(id, { kind: 'azure', connection: azure }, anOccurrence()),
      );
      return requireDone<{ run: StoredRun }>(await unit.runs.start(id, anOccurrence()));
    },
  );
  const runId = requireAccepted(begun).run.run.id;
  for (const track of ['AEP', 'CJA'] as const) {
    await applyRunEvent(runId, 'stepAttested', {
      track,
      step: 'ENTITLEMENT',
      statement: 'seen',
      reference: null,
    });
    await applyRunEvent(runId, 'keyProvided', {
      track,
      keyIdentifier: customer.keys[track],
      vaultResourceId: null,
    });
  }
  return { customer, runId };
}

export const applyRunEvent = <K extends EventKind>(
  runId: string,
  kind: K,
  data: EventData[K],
  actor = OPERATOR,
): Promise<Run> => {
  const event = { id: randomUUID(), at: new Date().toISOString(), actor, kind, data };
  return asClient(kind, () =>
    requireApplied(store, runId, event as Parameters<typeof requireApplied>[2]),
  );
};

export async function until(
  what: string,
  runId: string,
  holds: (run: Run) => boolean,
): Promise<Run> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  for (;;) {
    const { run } = (await asClient(what, () => store.system().run(runId)))!;
    if (holds(run)) return run;
    if (Date.now() > end) throw new Error(`${what}: ${describeSteps(run)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
export const statusOf = (run: Run, track: TrackId, step: StepId) =>
  run.tracks[track].steps[step]?.status;

export async function approved(
  customer: SandboxCustomer,
  runId: string,
  track: TrackId,
): Promise<void> {
  await until(
    `${track} ready for approval`,
    runId,
    (run) => statusOf(run, track, 'APPROVAL') === 'READY',
  );
  await applyRunEvent(runId, 'approvalRequested', { track, principal: OPERATOR.principal });
  await applyRunEvent(
    runId,
    'approvalGranted',
    { track, principal: APPROVER.principal, confirmImsOrgId: customer.imsOrgId, comment: null },
    APPROVER,
  );
}
export const submit = (
  customer: SandboxCustomer,
  runId: string,
  configurationName = 'keyway-cmk',
): Promise<Run> =>
  applyRunEvent(runId, 'submissionRequested', {
    submissionId: randomUUID(),
    configurationName,
    confirmImsOrgId: customer.imsOrgId,
  });
export const ledgerOf = async (customer: SandboxCustomer): Promise<SandboxLedgerRow[]> =>
  (await sandbox.control<SandboxLedgerRow[]>('GET', '/ledger')).filter(
    (row) => row.body.includes(customer.imsOrgId) || row.path.includes(customer.subscriptionId),
  );
export const postsOf = async (customer: SandboxCustomer): Promise<SandboxLedgerRow[]> =>
  (await ledgerOf(customer)).filter((row) => row.path.endsWith('/customer/config'));

/** For the message of a wait that ends in vain. */
function describeSteps(run: Run): string {
  const steps = Object.entries(run.tracks.AEP.steps).map(([id, state]) => [
    id,
    state.status,
    state.externalStatus,
    ...state.checks
      .filter((check) => check.verdict !== 'PASS')
      .map((check) => `${check.check}: ${check.outcome}`),
  ]);
  return JSON.stringify(steps);
}
