/**
 * What Keyway read BLOCKED, and people who would rather not have it in the evidence: they remove
 * the credential, start again, name another key in between.
 */
import { parseGlobalId, WORKER, type RunEvent } from '@keyway/core';
import { kmsStep } from '@keyway/core/testing';
import { exampleKeyIdentifier, observedVault } from '@keyway/testing';
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
const ROLE = { roleArn: 'arn:aws:iam::111122223333:role/KeywayRead', region: 'us-east-1' };
const APPLICATION = '5c0b3f52-9d2e-4a57-8f0e-6f6f2f1f7a01';

let server: TestServer;
let operator: Client;
let approver: Client;
beforeAll(async () => {
  server = await aServer();
  operator = await server.person('OWNER', ['read', 'runs:write', 'admin']);
  approver = await server.person('APPROVER', ['read', 'approve']);
});
afterAll(() => server.close());

interface Blocked {
  runId: string;
  organizationId: string;
  imsOrgId: string;
  step: 'VAULT' | 'KEY';
  check: string;
  key: string;
  disconnect: 'disconnectAzure' | 'disconnectAws';
  attested: readonly string[];
}

const stored = async (runId: string) =>
  (await server.store.system().run(parseGlobalId('Run', runId)!))!.run;

async function blockedOnAzure(): Promise<Blocked> {
  const { runId, organizationId, imsOrgId } = await aRunToApprove(server, { owner: operator });
  const run = await stored(runId);
  await server.store.system().advance(run.id, observedVault(run, false));
  return {
    ...{ runId, organizationId, imsOrgId, step: 'VAULT', check: 'vaultHasPurgeProtection' },
    ...{ key: exampleKeyIdentifier(run, 'AEP'), disconnect: 'disconnectAzure' },
    attested: ['VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE'],
  };
}

async function blockedOnAws(): Promise<Blocked> {
  const { id: organizationId, imsOrgId } = await anOrganization(operator, AWS);
  await operator.must('connectAws', { organizationId });
  await operator.must('connectAws', { organizationId, ...ROLE });
  const runId = await aRun(operator, organizationId);
  await operator.must('attestStep', { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 's' });
  const key = `arn:aws:kms:us-east-1:111122223333:key/${randomUUID()}`;
  await operator.must('provideKey', { runId, track: 'AEP', keyIdentifier: key });
  await server.store.system().advance(parseGlobalId('Run', runId)!, disabledKey(key));
  return {
    ...{ runId, organizationId, imsOrgId, step: 'KEY', check: 'kmsKeyIsEnabled', key },
    ...{ disconnect: 'disconnectAws', attested: ['KEY', 'POLICY'] },
  };
}

function disabledKey(arn: string): RunEvent {
  const at = new Date().toISOString();
  const facts = kmsStep({ arn, keyState: 'Disabled', enabled: false });
  const data = { track: 'AEP' as const, facts, attempt: 0, waitingSince: at, timeScale: 1 };
  return { id: randomUUID(), at, actor: WORKER, kind: 'factsObserved', data };
}

/** Each open step that may be attested, with what each needs. */
async function attestAll(runId: string, { attested, step: of, key }: Blocked): Promise<void> {
  for (const step of attested) {
    const onAws = of === 'KEY' && step === 'KEY' ? key : undefined;
    const reference = step === 'APP_REGISTRATION' ? APPLICATION : onAws;
    const mutation = await operator.mutate('attestStep', {
      ...{ runId, track: 'AEP', step, statement: 'mended', reference },
    });
    // Adobe stays connected, so that its registration was read.
    const codes = mutation.userErrors.map(({ code }: { code: string }) => code);
    expect(
      codes.filter((code: string) => code !== 'STEP_ALREADY_DONE'),
      step,
    ).toEqual([]);
  }
}

const STEPS = `tracks { id steps { id status mode sentence
  lastBlocked { at checks { id verdict observed expected rules } } attestation { by } } }`;

async function shown(client: Client, runId: string, step: string): Promise<Payload> {
  const { run } = await client.ask(`query($id: ID!) { run(id: $id) { ${STEPS} } }`, { id: runId });
  return run.tracks[0].steps.find(({ id }: { id: string }) => id === step);
}

async function disconnected(begin: () => Promise<Blocked>): Promise<Blocked> {
  const blocked = await begin();
  expect(await shown(operator, blocked.runId, blocked.step)).toMatchObject({
    ...{ status: 'BLOCKED', lastBlocked: null },
  });
  const { organizationId } = blocked;
  await operator.must(blocked.disconnect, { organizationId }, 'organization { id }');
  if (blocked.step === 'VAULT') await operator.must('disconnectAdobe', { organizationId });
  return blocked;
}

/** A run of the same organization, after the one before was cancelled. */
async function startedAgain({ runId, organizationId, key }: Blocked): Promise<string> {
  await operator.must('cancelRun', { runId, reason: 'again' });
  const next = await aRun(operator, organizationId);
  await operator.must('attestStep', {
    ...{ runId: next, track: 'AEP', step: 'ENTITLEMENT', statement: 's' },
  });
  await operator.must('provideKey', { runId: next, track: 'AEP', keyIdentifier: key });
  return next;
}

describe.each([
  ['Azure', blockedOnAzure],
  ['AWS', blockedOnAws],
])('on %s, what was read BLOCKED', (_cloud, begin) => {
  it('is shown after the credential was removed, and who is asked to approve sees it', async () => {
    const blocked = await disconnected(begin);
    const { runId, step, check } = blocked;
    const before = await shown(operator, runId, step);
    expect(before.status).toBe('READY');
    expect(before.sentence).toMatch(/connect (Azure|AWS) again so that Keyway can read this/);
    const { run } = await operator.ask(
      'query($id: ID!) { run(id: $id) { nextActions { mutation } } }',
      { id: runId },
    );
    expect(run.nextActions[0].mutation).toBe(blocked.disconnect.replace('disc', 'c'));
    await attestAll(runId, blocked);
    await operator.must('requestApproval', { runId, track: 'AEP' });
    expect(await shown(approver, runId, step)).toMatchObject({
      ...{ status: 'DONE', mode: 'ATTESTED' },
      lastBlocked: { checks: [{ id: check, verdict: 'BLOCK' }] },
    });
  });

  it('is approved by nobody who does not accept it and say why', async () => {
    const blocked = await disconnected(begin);
    const { runId, imsOrgId, check } = blocked;
    await attestAll(runId, blocked);
    await operator.must('requestApproval', { runId, track: 'AEP' });
    const approve = { runId, track: 'AEP', confirmImsOrgId: imsOrgId };
    const refused = async (input: object) =>
      (await approver.mutate('approve', { ...approve, ...input })).userErrors;
    expect(await refused({ comment: 'fine' })).toEqual([
      {
        ...{ code: 'CHECKS_NOT_GREEN', field: ['acceptedBlocks'] },
        message: expect.stringMatching(/“.+”.*acceptedBlocks/) as string,
      },
    ]);
    expect(await refused({ acceptedBlocks: [check] })).toMatchObject([
      { code: 'INVALID_INPUT', field: ['comment'] },
    ]);
    expect(await refused({ acceptedBlocks: ['x'], comment: 'fine' })).toMatchObject([
      { code: 'INVALID_INPUT', field: ['acceptedBlocks'] },
    ]);
    const fields =
      'run { tracks { approval { status acceptedBlocks { id title(locale: "es") } } } }';
    const { run } = await approver.must(
      'approve',
      { ...approve, acceptedBlocks: [check], comment: 'Seen in the portal' },
      fields,
    );
    expect(run.tracks[0].approval).toMatchObject({
      status: 'APPROVED',
      acceptedBlocks: [{ id: check, title: expect.any(String) as string }],
    });
  });

  it('is named by the history where the step is attested', async () => {
    const blocked = await disconnected(begin);
    await attestAll(blocked.runId, blocked);
    const { run } = await approver.ask(
      `query($id: ID!) { run(id: $id) { history(first: 20) { nodes { kind data summary
        es: summary(locale: "es") } } } }`,
      { id: blocked.runId },
    );
    const entries = run.history.nodes.filter(
      ({ kind, data }: Payload) => kind === 'stepAttested' && data.step === blocked.step,
    );
    expect(entries).toEqual([
      {
        ...{ kind: 'stepAttested', es: expect.stringContaining('no se cumplía «') as string },
        summary: expect.stringContaining('Keyway last saw “') as string,
        data: expect.objectContaining({
          lastBlocked: expect.objectContaining({
            checks: [expect.objectContaining({ check: blocked.check })],
          }) as object,
        }) as object,
      },
    ]);
  });

  it('goes over to the next runs of the organization', async () => {
    const blocked = await disconnected(begin);
    const { step, check } = blocked;
    let { runId } = blocked;
    for (let count = 0; count < 2; count += 1) {
      runId = await startedAgain({ ...blocked, runId });
      await attestAll(runId, blocked);
      await operator.must('requestApproval', { runId, track: 'AEP' });
      expect(await shown(approver, runId, step)).toMatchObject({
        lastBlocked: { checks: [{ id: check }] },
      });
    }
  });

  it('goes to no run of another organization or partner', async () => {
    const blocked = await disconnected(begin);
    const cloud = blocked.step === 'KEY' ? AWS : {};
    for (const owner of [operator, await server.otherOwner()]) {
      const { id } = await anOrganization(owner, cloud);
      const runId = await aRun(owner, id);
      await owner.must('attestStep', {
        ...{ runId, track: 'AEP', step: 'ENTITLEMENT', statement: 's' },
      });
      await owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: blocked.key });
      expect((await shown(owner, runId, blocked.step)).lastBlocked).toBeNull();
    }
  });

  it('comes back with the key after another one was provided', async () => {
    const { runId, key, step, check } = await disconnected(begin);
    const other = key.startsWith('arn:')
      ? `arn:aws:kms:us-east-1:111122223333:key/${randomUUID()}`
      : key.replace('https://kv-', 'https://kx-');
    const provide = (keyIdentifier: string) =>
      operator.must('provideKey', { runId, track: 'AEP', keyIdentifier });
    await provide(other);
    expect((await shown(operator, runId, step)).lastBlocked).toBeNull();
    await provide(key);
    expect((await shown(operator, runId, step)).lastBlocked).toMatchObject({
      checks: [{ id: check }],
    });
  });
});
