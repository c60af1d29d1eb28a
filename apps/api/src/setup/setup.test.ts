/** Automatic mode over the API: plan, confirm, cancel; who may, and what each reads. */
import { parseGlobalId, planChanges, WORKER, type RunEvent } from '@keyway/core';
import { emptySubscription } from '@keyway/core/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let operator: Client;
let approver: Client;
beforeAll(async () => {
  server = await aServer();
  operator = await server.person('OPERATOR', ['read', 'runs:write']);
  approver = await server.person('APPROVER', ['read', 'approve']);
});
afterAll(() => server.close());

const AZURE = {
  ...{ tenantId: '11111111-2222-3333-4444-555555555555', clientSecret: 'sandbox-azure' },
  clientId: '00000000-1111-2222-3333-444444444444',
  subscriptionId: '22222222-2222-2222-2222-222222222222',
};
const INPUT = {
  ...{ track: 'AEP', resourceGroup: 'cmk', vaultName: 'contoso-cmk', keyName: 'ajo' },
  location: 'WestEurope',
};
const FIELDS = `run { tracks { id setup { status planHash confirmable subscriptionId location lock
  sentence es: sentence(locale: "es") requestedBy confirmedBy
  changes { kind outcome title irreversible before { label value } after { label value } result running } } } }`;
const setupOf = ({ run }: Payload): Payload => run.tracks[0].setup;

async function begin(access = 'WRITE'): Promise<string> {
  const { id } = await anOrganization(operator, {});
  await operator.must('connectAzure', { organizationId: id, ...AZURE, access });
  const runId = await aRun(operator, id);
  await operator.must('attestStep', { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 's' });
  return runId;
}
/** What the worker does with the request. */
async function plan(globalId: string): Promise<void> {
  const runId = parseGlobalId('Run', globalId)!;
  const system = server.store.system();
  const { id: setupId, request } = (await system.run(runId))!.run.tracks.AEP.setup!;
  const changes = planChanges(request, emptySubscription(), new Date().toISOString());
  await system.advance(runId, {
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: WORKER, kind: 'setupPlanned' },
    data: { track: 'AEP', setupId, changes },
  } as RunEvent);
}
const read = async (runId: string): Promise<Payload> =>
  setupOf(
    await operator.ask(`query($id: ID!) { ${FIELDS.replace('run {', 'run(id: $id) {')} }`, {
      id: runId,
    }),
  );

it('says of a change that was begun when the set-up ended that nobody knows', async () => {
  const runId = await begin();
  await operator.must('planSetup', { runId, ...INPUT }, FIELDS);
  await plan(runId);
  const { planHash } = await read(runId);
  await operator.must('confirmSetup', { runId, track: 'AEP', planHash });
  const system = server.store.system();
  const setup = (await system.run(parseGlobalId('Run', runId)!))!.run.tracks.AEP.setup!;
  await system.advance(parseGlobalId('Run', runId)!, {
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: WORKER },
    kind: 'setupChangeStarted',
    data: { track: 'AEP', setupId: setup.id, planHash, change: 'CREATE_VAULT' },
  } as RunEvent);
  const texts = 'changes { kind running result progress es: progress(locale: "es") }';
  const vault = async (): Promise<Payload> => {
    const query = `query($id: ID!) { run(id: $id) { tracks { setup { ${texts} } } } }`;
    return setupOf(await operator.ask(query, { id: runId })).changes[0];
  };
  expect(await vault()).toMatchObject({ running: true, progress: 'Keyway is making this change.' });
  await operator.must('cancelSetup', { runId, track: 'AEP' });
  expect(await vault()).toMatchObject({
    ...{ kind: 'CREATE_VAULT', running: false, result: null },
    progress: expect.stringMatching(/^We couldn’t confirm .* Check in Azure/) as string,
    es: expect.stringMatching(/^No pudimos confirmar/) as string,
  });
  await system.advance(parseGlobalId('Run', runId)!, {
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: WORKER, kind: 'setupChangeMade' },
    data: {
      ...{ track: 'AEP', setupId: setup.id, planHash, change: 'CREATE_VAULT', result: 'MADE' },
      ...{ keyIdentifier: null, late: true },
    },
  } as RunEvent);
  expect(await vault()).toMatchObject({
    ...{ running: false, result: 'MADE' },
    progress: 'Done by Keyway. Azure’s answer came after the set-up had ended.',
    es: expect.stringMatching(/La respuesta de Azure llegó después/) as string,
  });
  const query = `query($id: ID!) { run(id: $id) { history(first: 1) { nodes { kind summary } } } }`;
  const { run } = await operator.ask(query, { id: runId });
  expect(run.history.nodes).toEqual([
    {
      kind: 'setupChangeMade',
      summary: 'AEP: managed to create the vault; Azure’s answer came after the set-up had ended',
    },
  ]);
});

it('a plan is asked for, reviewed, confirmed by its hash, and canceled', async () => {
  const runId = await begin();
  const asked = setupOf(
    await operator.must('planSetup', { runId, ...INPUT, idempotencyKey: 'one' }, FIELDS),
  );
  expect(asked).toMatchObject({
    ...{ status: 'PLANNING', planHash: null, confirmable: false, changes: [], lock: true },
    ...{ subscriptionId: AZURE.subscriptionId, location: 'westeurope', confirmedBy: null },
  });
  expect(
    (await operator.mutate('confirmSetup', { runId, track: 'AEP', planHash: 'x' }, FIELDS))
      .userErrors,
  ).toMatchObject([{ code: 'CONFLICT', field: ['track'] }]);
  await plan(runId);
  const planned = await read(runId);
  expect(planned).toMatchObject({ status: 'PLANNED', confirmable: true });
  expect(planned.sentence).toBe('Review and confirm the changes.');
  expect(planned.es).toBe('Revise y confirme los cambios.');
  expect(planned.changes[0]).toMatchObject({
    ...{ kind: 'CREATE_VAULT', outcome: 'CREATE', title: 'Vault', irreversible: true },
    ...{ before: [], result: null, running: false },
  });
  expect(planned.changes[0].after).toContainEqual({ label: 'Purge protection', value: 'on' });
  expect(
    (await operator.mutate('confirmSetup', { runId, track: 'AEP', planHash: 'x' }, FIELDS))
      .userErrors,
  ).toMatchObject([{ code: 'CONFLICT', field: ['planHash'] }]);
  const confirm = { runId, track: 'AEP', planHash: planned.planHash, idempotencyKey: 'two' };
  const confirmed = await operator.must('confirmSetup', confirm, FIELDS);
  expect(setupOf(confirmed).status).toBe('APPLYING');
  // The same request again is answered, and confirms nothing twice.
  expect(await operator.must('confirmSetup', confirm, FIELDS)).toEqual(confirmed);
  const cancelled = await operator.must('cancelSetup', { runId, track: 'AEP' }, FIELDS);
  expect(setupOf(cancelled)).toMatchObject({
    ...{ status: 'CANCELLED', confirmable: false },
    sentence: expect.stringContaining('Nothing was undone') as string,
  });
  const { history } = (
    await operator.ask(
      `query($id: ID!) { run(id: $id) { history(first: 4) { nodes { kind summary } } } }`,
      { id: runId },
    )
  ).run;
  expect(history.nodes.map(({ kind }: { kind: string }) => kind)).toEqual([
    ...['setupCancelled', 'setupConfirmed', 'setupPlanned', 'setupRequested'],
  ]);
});

describe('who and where', () => {
  it('is for operators, and for nobody of another partner', async () => {
    const runId = await begin();
    const outsider = await server.otherOwner();
    for (const [name, input] of Object.entries({
      planSetup: { runId, ...INPUT },
      confirmSetup: { runId, track: 'AEP', planHash: 'x' },
      cancelSetup: { runId, track: 'AEP' },
    })) {
      expect((await approver.mutate(name, input)).userErrors).toMatchObject([
        { code: 'FORBIDDEN' },
      ]);
      expect((await outsider.mutate(name, input)).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['runId'] },
      ]);
    }
    expect(await read(runId)).toBeNull();
  });

  it('needs a connection that may write, and names that Azure takes', async () => {
    const runId = await begin('READ');
    expect((await operator.mutate('planSetup', { runId, ...INPUT })).userErrors).toMatchObject([
      { code: 'CLOUD_NOT_CONNECTED', field: ['runId'] },
    ]);
    const other = await begin();
    expect(
      (await operator.mutate('planSetup', { runId: other, ...INPUT, vaultName: 'a_b' })).userErrors,
    ).toMatchObject([{ code: 'INVALID_INPUT', field: ['vaultName'] }]);
  });

  it('the server offers what may be done now', async () => {
    const runId = await begin();
    const offered = async (): Promise<string[]> =>
      (
        await operator.ask(`query($id: ID!) { run(id: $id) { nextActions { mutation } } }`, {
          id: runId,
        })
      ).run.nextActions.map(({ mutation }: { mutation: string }) => mutation);
    expect(await offered()).toContain('planSetup');
    await operator.must('planSetup', { runId, ...INPUT });
    await plan(runId);
    expect(await offered()).toEqual(expect.arrayContaining(['confirmSetup', 'cancelSetup']));
  });
});
