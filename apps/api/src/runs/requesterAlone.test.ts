/**
 * Who requests an approval against all that they hold besides: their token, a link to the
 * customer's admin, the plan of changes that they confirmed. None of it is a second person.
 */
import { parseGlobalId, planChanges, WORKER, type RunEvent } from '@keyway/core';
import { emptySubscription } from '@keyway/core/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRunToApprove } from '../testing/aRunToApprove.ts';
import {
  anOrganization,
  aRun,
  aServer,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

const AWS = {
  ...{ cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD', azureTenantId: null },
};

let server: TestServer;
/** May do everything, and alone. */
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = await server.person('OWNER', ['read', 'runs:write', 'approve', 'admin']);
});
afterAll(() => server.close());

interface Begun {
  runId: string;
  imsOrgId: string;
  /** Of the customer’s admin. */
  link: Client;
  /** What the admin of the customer may do by a link. */
  steps: readonly string[];
}

async function onAws(): Promise<Begun> {
  const { id, imsOrgId } = await anOrganization(owner, AWS);
  const runId = await aRun(owner, id);
  const keyIdentifier = `arn:aws:kms:us-east-1:111122223333:key/${randomUUID()}`;
  await owner.must('provideKey', { runId, track: 'AEP', keyIdentifier });
  const attest = (step: string) =>
    owner.must('attestStep', { runId, track: 'AEP', step, statement: 's' });
  await attest('ENTITLEMENT');
  await attest('KEY');
  // A link is made only while its admin has something to do.
  const link = await aLink(runId, 'AWS_ADMIN');
  await attest('POLICY');
  return { runId, imsOrgId, link, steps: ['KEY', 'POLICY'] };
}

async function onAzure(): Promise<Begun> {
  const { runId, imsOrgId } = await aRunToApprove(server, { owner });
  const link = await aLink(runId, 'AZURE_ADMIN');
  return { runId, imsOrgId, link, steps: ['VAULT', 'NETWORK', 'KEY'] };
}

async function aLink(runId: string, actor: string): Promise<Client> {
  const { url }: Payload = await owner.must('createHandOff', { runId, actor }, 'url');
  return server.client((url as string).split('/').at(-1)!);
}

const codesOf = ({ userErrors }: Payload): string[] =>
  userErrors.map(({ code }: { code: string }) => code);

async function approvalOf(runId: string): Promise<Payload> {
  const fields = 'run(id: $id) { status tracks { approval { status } } }';
  const { run } = await owner.ask(`query($id: ID!) { ${fields} }`, { id: runId });
  return run.tracks[0].approval;
}

/** Every way to decide or to go past the decision, with this client. */
async function expectNoWayAround(
  { runId, imsOrgId }: Pick<Begun, 'runId' | 'imsOrgId'>,
  client: Client,
): Promise<void> {
  const approve = { runId, track: 'AEP', confirmImsOrgId: imsOrgId };
  expect(codesOf(await client.mutate('approve', approve))).toEqual(['SELF_APPROVAL']);
  const attest = { ...approve, step: 'SUBMISSION', statement: 's', reference: 'keyway-cmk' };
  expect(codesOf(await client.mutate('attestStep', attest))).toEqual(['APPROVAL_REQUIRED']);
  const approval = { runId, track: 'AEP', step: 'APPROVAL', statement: 's' };
  expect(codesOf(await client.mutate('attestStep', approval))).not.toEqual([]);
  expect(await approvalOf(runId)).toEqual({ status: 'REQUESTED' });
}

describe.each([
  ['AWS', onAws],
  ['Azure', onAzure],
])('on %s, who requested', (_cloud, begin) => {
  it('can’t approve by a link to the customer’s admin, nor attest past the approval', async () => {
    const begun = await begin();
    const { runId, imsOrgId, link } = begun;
    await owner.must('requestApproval', { runId, track: 'AEP' });
    const approve = { runId, track: 'AEP', confirmImsOrgId: imsOrgId };
    await expect(link.mutate('approve', approve)).rejects.toThrow(/HTTP 401/);
    for (const step of ['APPROVAL', 'SUBMISSION', 'CONFIRMATION', ...begun.steps]) {
      const input = { track: 'AEP', step, statement: 's', by: 'Luis Vega' };
      const attested = await link.mutate('attestHandedOff', input, 'handedOff { actor }');
      expect(codesOf(attested), step).toEqual(['NOT_FOUND']);
    }
    await expectNoWayAround(begun, owner);
  });

  it('can’t approve by a token that they made for it', async () => {
    const begun = await begin();
    await owner.must('requestApproval', { runId: begun.runId, track: 'AEP' });
    const scopes = ['read', 'runs:write', 'approve'];
    const input = { name: `second ${begun.runId}`, role: 'OWNER', scopes };
    const { token } = await owner.must('createApiToken', input, 'token');
    await expectNoWayAround(begun, server.client(token as string));
  });
});

it('who confirmed the plan of automatic mode and requested, is not a second person', async () => {
  const { runId, imsOrgId } = await aRunToApprove(server, {
    owner,
    access: 'WRITE',
    before: confirmAPlan,
  });
  await owner.must('requestApproval', { runId, track: 'AEP' });
  await expectNoWayAround({ runId, imsOrgId }, owner);
  const other = await server.person('APPROVER', ['read', 'approve']);
  await other.must('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId });
  expect(await approvalOf(runId)).toEqual({ status: 'APPROVED' });
});

/** Confirmed by the owner, and ended before anything was changed. */
async function confirmAPlan(runId: string): Promise<void> {
  const place = { resourceGroup: 'cmk', vaultName: 'contoso-cmk', keyName: 'ajo' };
  const setup = { runId, track: 'AEP', location: 'WestEurope', ...place };
  await owner.must('planSetup', setup);
  const id = parseGlobalId('Run', runId)!;
  const system = server.store.system();
  const { id: setupId, request } = (await system.run(id))!.run.tracks.AEP.setup!;
  const changes = planChanges(request, emptySubscription(), new Date().toISOString());
  await system.advance(id, {
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: WORKER, kind: 'setupPlanned' },
    data: { track: 'AEP', setupId, changes },
  } as RunEvent);
  const query = 'query($id: ID!) { run(id: $id) { tracks { setup { planHash } } } }';
  const { run } = await owner.ask(query, { id: runId });
  const { planHash } = run.tracks[0].setup;
  await owner.must('confirmSetup', { runId, track: 'AEP', planHash });
  await owner.must('cancelSetup', { runId, track: 'AEP' });
}
