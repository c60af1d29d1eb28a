/** What people read of a set-up: why it waits, what it can't do, what is not in place. */
import { parseGlobalId, planChanges, WORKER, type RunEvent } from '@keyway/core';
import { aKey, aVault, emptySubscription, seen } from '@keyway/core/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
beforeAll(async () => {
  server = await aServer();
  operator = await server.person('OPERATOR', ['read', 'runs:write']);
});
afterAll(() => server.close());

const AZURE = {
  ...{ tenantId: '11111111-2222-3333-4444-555555555555', clientSecret: 'sandbox-azure' },
  clientId: '00000000-1111-2222-3333-444444444444',
  subscriptionId: '22222222-2222-2222-2222-222222222222',
};
const INPUT = {
  ...{ track: 'AEP', resourceGroup: 'cmk', vaultName: 'contoso-cmk', keyName: 'ajo' },
  ...{ location: 'eastus', rotateEveryMonths: null },
};
type Facts = Parameters<typeof planChanges>[1];

async function entitled(organizationId: string): Promise<string> {
  const runId = await aRun(operator, organizationId);
  await operator.must('attestStep', { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 's' });
  return runId;
}
async function begin(): Promise<{ organizationId: string; runId: string }> {
  const { id: organizationId } = await anOrganization(operator, {});
  await operator.must('connectAzure', { organizationId, ...AZURE, access: 'WRITE' });
  return { organizationId, runId: await entitled(organizationId) };
}

/** As the worker says. */
async function say(globalId: string, kind: string, data: object): Promise<void> {
  await server.store.system().advance(parseGlobalId('Run', globalId)!, {
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: WORKER, kind },
    data: { track: 'AEP', ...data },
  } as RunEvent);
}

async function plan(runId: string, facts: Facts, input: object = {}): Promise<Payload> {
  await operator.must('planSetup', { runId, ...INPUT, ...input });
  const { run } = (await server.store.system().run(parseGlobalId('Run', runId)!))!;
  const { id: setupId, request } = run.tracks.AEP.setup!;
  const changes = planChanges(request, facts, new Date().toISOString());
  await say(runId, 'setupPlanned', { setupId, changes });
  return shown(runId);
}

const FIELDS = `tracks {
  setup { status confirmable planHash sentence es: sentence(locale: "es")
    changes { kind outcome reason remedy es: reason(locale: "es") } }
  steps { id status sentence es: sentence(locale: "es") } }`;
async function shown(runId: string): Promise<Payload> {
  const { run } = await operator.ask(`query($id: ID!) { run(id: $id) { ${FIELDS} } }`, {
    id: runId,
  });
  const [{ setup, steps }] = run.tracks;
  const key = steps.find(({ id }: { id: string }) => id === 'KEY');
  const changeOf = (kind: string) => setup.changes.find((one: Payload) => one['kind'] === kind);
  return { ...setup, steps, key, changeOf };
}

/** The plan is confirmed, and the worker began or made this change of it. */
async function confirmed(runId: string, change: string, kind: string, data = {}): Promise<void> {
  const { planHash } = await shown(runId);
  await operator.must('confirmSetup', { runId, track: 'AEP', planHash });
  const { run } = (await server.store.system().run(parseGlobalId('Run', runId)!))!;
  const setupId = run.tracks.AEP.setup!.id;
  await say(runId, kind, { setupId, planHash, change, ...data });
}

it('says that nothing can be confirmed where nothing is possible', async () => {
  const { runId } = await begin();
  const vault = seen(aVault({ enableRbacAuthorization: false }));
  const planned = await plan(runId, emptySubscription({ vault }));
  expect(planned).toMatchObject({
    ...{ status: 'PLANNED', confirmable: false },
    sentence: expect.stringMatching(/^Keyway can’t set this up as it is\./) as string,
    es: expect.stringMatching(/^Keyway no puede configurar esto tal como está\./) as string,
  });
  expect(planned.key.sentence).toMatch(/Correct the vault first, then request a plan again\.$/);
});

it('says which key can’t be used, before and after, and the step says it too', async () => {
  const { runId } = await begin();
  const key = seen(aKey({ bits: 2048 }));
  const planned = await plan(runId, emptySubscription({ vault: seen(aVault()), key }));
  expect(planned).toMatchObject({
    ...{ status: 'PLANNED', confirmable: true },
    sentence: 'Review and confirm the changes. Keyway can’t do everything: Key.',
    es: 'Revise y confirme los cambios. Keyway no puede hacerlo todo: Clave.',
  });
  const made = { result: 'MADE', keyIdentifier: null };
  await confirmed(runId, 'PUT_LOCK', 'setupChangeMade', made);
  const after = await shown(runId);
  expect(after).toMatchObject({
    status: 'STOPPED',
    sentence: expect.stringMatching(
      /^Not everything is in place\. Keyway can’t do: Key\./,
    ) as string,
    es: expect.stringMatching(/^No todo está hecho\. Keyway no puede hacer: Clave\./) as string,
  });
  expect(after.key.sentence).toMatch(/Keyway can’t set this up: Key ajo has 2048 bits/);
  expect(after.key.es).toMatch(/Keyway no puede configurarlo: La clave ajo tiene 2048 bits/);
});

it('says where the vault is, and that its network stays open', async () => {
  const { runId } = await begin();
  const facts = emptySubscription({ vault: seen(aVault()), key: seen(aKey()) });
  const planned = await plan(runId, facts, { location: 'westeurope', network: 'RESTRICTED' });
  expect(planned.changeOf('CREATE_VAULT')).toMatchObject({
    ...{
      outcome: 'ALREADY_THERE',
      reason: 'Vault contoso-cmk is in eastus, and westeurope was requested.',
    },
    es: 'El almacén contoso-cmk está en eastus y se solicitó westeurope.',
  });
  expect(planned.changeOf('ADD_NETWORK_RULE')).toMatchObject({
    outcome: 'NOT_POSSIBLE',
    remedy: expect.stringMatching(/does not close the network of an existing vault/) as string,
  });
});

it('says until when it waits for a change that is on its way, in the next run too', async () => {
  const { organizationId, runId } = await begin();
  await plan(runId, emptySubscription());
  await confirmed(runId, 'CREATE_VAULT', 'setupChangeStarted');
  const waits = {
    status: 'PLANNING',
    sentence: expect.stringMatching(
      /^Azure may still be working on an earlier change .* until \d\d:\d\d:\d\d UTC\./,
    ) as string,
    es: expect.stringMatching(
      /^Es posible que Azure siga haciendo .* las \d\d:\d\d:\d\d UTC\./,
    ) as string,
  };
  await operator.must('cancelSetup', { runId, track: 'AEP' });
  await operator.must('planSetup', { runId, ...INPUT, network: 'RESTRICTED' });
  expect(await shown(runId)).toMatchObject(waits);
  await operator.must('cancelRun', { runId, reason: 'again' });
  const next = await entitled(organizationId);
  await operator.must('planSetup', { runId: next, ...INPUT, network: 'RESTRICTED' });
  expect(await shown(next)).toMatchObject(waits);
  const query = 'query($id: ID!) { run(id: $id) { history(first: 9) { nodes { kind summary } } } }';
  const { run } = await operator.ask(query, { id: next });
  expect(run.history.nodes).toContainEqual({
    kind: 'runStarted',
    summary: expect.stringMatching(/may still arrive in Azure until \d\d:\d\d:\d\d UTC$/) as string,
  });
  await operator.must('cancelSetup', { runId: next, track: 'AEP' });
  await operator.must('planSetup', { runId: next, ...INPUT, vaultName: 'another-vault' });
  expect((await shown(next)).sentence).toBe('Reading what is in Azure.');
});

it('says until when the changes wait, since the database lost time, and that nobody has to act', async () => {
  const { runId } = await begin();
  await plan(runId, emptySubscription());
  const until = new Date(server.store.now().getTime() + 3_600_000).toISOString();
  const delay = { era: 2, cause: 'RESTORED', since: '2026-11-30T08:00:10.000Z', until };
  await confirmed(runId, 'CREATE_VAULT', 'setupChangeDelayed', delay);
  const waits = {
    sentence: expect.stringMatching(
      /^Keyway’s database was restored from a backup, .* on 2026-11-30 08:00 UTC\. .* waits until .* Nobody has to do anything\.$/,
    ) as string,
    es: expect.stringMatching(
      /^La base de datos de Keyway se restauró .* Nadie tiene que hacer nada\.$/,
    ) as string,
  };
  const waiting = await shown(runId);
  expect(waiting).toMatchObject({ status: 'APPLYING', ...waits, key: { id: 'KEY' } });
  expect(waiting.steps.find(({ id }: { id: string }) => id === 'VAULT')).toMatchObject({
    ...{ status: 'WORKING', sentence: waits.sentence },
  });
  const { planHash } = waiting;
  const { run } = (await server.store.system().run(parseGlobalId('Run', runId)!))!;
  const setupId = run.tracks.AEP.setup!.id;
  await say(runId, 'setupChangeStarted', { setupId, planHash, change: 'CREATE_VAULT' });
  await say(runId, 'setupChangeMade', {
    ...{ setupId, planHash, change: 'CREATE_VAULT', result: 'MADE', keyIdentifier: null },
  });
  expect((await shown(runId)).sentence).toBe('Keyway is making the changes.');
});
