/**
 * A worker of the version before meets work that it does not know: set-ups, dry runs, replacements
 * of credentials and steps on AWS. It changes, ends and loses none of it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupStatus, type SetupInput } from '@keyway/core';
import { BEFORE_SETUPS, checkOutVersion, versionMissing } from '@keyway/store/testing';
import {
  anOccurrence,
  OPERATOR,
  requireAccepted,
  requireDone,
  type SandboxCustomer,
  MAX_WAIT_MILLISECONDS,
} from '@keyway/testing';
import { afterAll, expect, it, vi } from 'vitest';
import { awsScenario } from './testing/awsRun.ts';
import {
  anAzureCustomer,
  aStarter,
  rows,
  startDryRun,
  withDryWorkers,
  ended,
} from './testing/dryRunsUnderTest.ts';
import { runOf } from './testing/performedByTest.ts';
import { isInPlace } from './testing/setupUnderTest.ts';
import {
  applyRunEvent,
  begin,
  database,
  ledgerOf,
  partner,
  sandbox,
  statusOf,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

const EARLIER = 'earlier-worker';
const missing = versionMissing(BEFORE_SETUPS);
/** A checkout without history may skip this; a build that decides over a change may not. */
const mayBeSkipped = missing !== null && !process.env['CI'];
const folders: string[] = [];
let earlier: ChildProcess | null = null;
let output = '';

const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'keyway-previous-'));
  folders.push(made);
  return made;
};

/** It made the database, and works on while this version migrates it. */
async function startEarlier(): Promise<void> {
  if (mayBeSkipped) return;
  if (missing) throw new Error(missing);
  await database.query('drop schema public cascade; create schema public');
  const [program, own] = [await folder(), await folder()];
  checkOutVersion(program, ['apps/worker'], BEFORE_SETUPS);
  await writeFile(join(own, 'ca.pem'), sandbox.ca);
  const main = join(program, 'apps', 'worker', 'src', 'main.ts');
  earlier = spawn(process.execPath, ['--conditions=@keyway/source', main], {
    env: {
      ...process.env,
      ...{ DATABASE_URL: database.url, DATA_DIR: database.dataDir, KEYWAY_CLOUD: 'sandbox' },
      ...{ KEYWAY_SANDBOX_ADDRESS: `${sandbox.host}:${sandbox.port}` },
      ...{ KEYWAY_SANDBOX_CA: join(own, 'ca.pem'), KEYWAY_POLL_SCALE: '0.01' },
      ...{ KEYWAY_WORKER_NAME: EARLIER, LOG_LEVEL: 'info' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [earlier.stdout!, earlier.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  await vi.waitFor(() => expect(output).toContain('"msg":"worker is working"'), {
    timeout: MAX_WAIT_MILLISECONDS,
  });
}

workerUnderTest(startEarlier);
afterAll(async () => {
  earlier?.kill('SIGKILL');
  await Promise.all(folders.map((one) => rm(one, { recursive: true, force: true })));
});

interface Row {
  type: string;
  data: unknown;
  generation: number;
  claims: number;
}
const effectsOf = (runId: string): Promise<(Row & { slot: string; holder: string | null })[]> =>
  database.query(
    `select slot, type, data, generation::int, claims, lease_holder as holder from effect where run_id = $1 order by slot`,
    [runId],
  );
/** What must be as it was, whoever claimed it in between. */
const lasting = async (runId: string) => ({
  effects: (await effectsOf(runId)).map(({ slot, type, data, generation }) => ({
    ...{ slot, type, data, generation },
  })),
  run: await runOf(runId),
  history: await database.query(
    'select count(*)::int, max(seq)::int from history_entry where organization_id = $1',
    [(await runOf(runId)).organization.id],
  ),
});

/** Resolves when the earlier worker had each effect of the run and gave it back. */
async function meetsEarlier(runId: string): Promise<void> {
  const before = await effectsOf(runId);
  await vi.waitFor(
    async () => {
      await database.query(
        `update effect set due_at = now() - interval '1 minute' where run_id = $1 and lease_token is null and due_at > now()`,
        [runId],
      );
      const now = await effectsOf(runId);
      for (const { slot, claims } of before) {
        const same = now.find((one) => one.slot === slot);
        expect([slot, same?.holder, (same?.claims ?? 0) > claims]).toEqual([slot, EARLIER, true]);
      }
    },
    { timeout: MAX_WAIT_MILLISECONDS, interval: 200 },
  );
  expect(earlier!.exitCode).toBeNull();
}

/** The earlier worker gives an effect back with a delay that grows, and stays beside this one. */
async function besideEarlier<T>(runId: string, work: () => Promise<T>): Promise<T> {
  const hurry = setInterval(() => {
    void database
      .query('update effect set due_at = now() where run_id = $1 and lease_token is null', [runId])
      .catch(() => undefined);
  }, 200);
  try {
    return await withWorkers(2, work);
  } finally {
    clearInterval(hurry);
  }
}

const setupIn = ({ keys }: SandboxCustomer): SetupInput => {
  const [host = '', , keyName = ''] = keys.AEP.replace('https://', '').split('/');
  return {
    ...{ subscriptionId: null, resourceGroup: 'rg-adobe-cmk', vaultName: host.split('.')[0]! },
    ...{ keyName, location: 'eastus', keyProtection: 'SOFTWARE', keySize: 3072 },
    ...{ rotateEveryMonths: 12, network: 'OPEN', lock: true, workspaceId: null },
  };
};

it.skipIf(mayBeSkipped)('leaves a set-up as it is, before and after the confirmation', async () => {
  const { customer, runId } = await begin('emptySubscription', 'WRITE');
  await applyRunEvent(runId, 'setupRequested', { track: 'AEP', ...setupIn(customer) });
  const requested = await lasting(runId);
  expect(requested.effects.map(({ type }) => type)).toContain('planSetup');
  await meetsEarlier(runId);
  expect(await lasting(runId)).toEqual(requested);
  const statusIn = async () => setupStatus((await runOf(runId)).tracks.AEP.setup!);
  await besideEarlier(runId, () =>
    until('the plan', runId, (run) => setupStatus(run.tracks.AEP.setup!) === 'PLANNED'),
  );
  const { hash: planHash } = (await runOf(runId)).tracks.AEP.setup!.plan!;
  await applyRunEvent(runId, 'setupConfirmed', { track: 'AEP', planHash });
  const confirmed = await lasting(runId);
  expect(confirmed.effects.map(({ type }) => type)).toContain('makeChange');
  await meetsEarlier(runId);
  expect(await lasting(runId)).toEqual(confirmed);
  expect(await statusIn()).toBe('APPLYING');
  await besideEarlier(runId, () =>
    // The lock comes last, and no step waits for it.
    until('everything in place', runId, isInPlace),
  );
  const made = (await ledgerOf(customer)).filter(
    ({ method, path }) => method === 'PUT' && !path.includes('/roleAssignments/'),
  );
  expect(made.map(({ path }) => path.split('?')[0]!.split('/').at(-2))).toEqual([
    ...['vaults', 'keys', 'locks'],
  ]);
  expect(await statusIn()).toBe('DONE');
});

it.skipIf(mayBeSkipped)('leaves KEY and POLICY on AWS as they are', async () => {
  const imsOrgId = 'ABCDEF0123456789ABCDEF99@AdobeOrg';
  const { aws } = await awsScenario('awsHappyPath', imsOrgId);
  const { id } = await partner.organization({
    ...{ imsOrgId, cloud: 'AWS', region: 'VA6', azureTenantId: null },
    shield: 'PRIVACY_AND_SECURITY_SHIELD',
  });
  const request = { principal: OPERATOR.principal, operation: 'test', input: null };
  const begun = await partner.store.mutate(request, async (unit) => {
    const role = { roleArn: aws.roleArn, region: aws.region };
    requireDone(await unit.connections.setAwsRole(id, role, anOccurrence));
    return requireDone<{ run: { run: { id: string } } }>(
      (await unit.runs.start(id, anOccurrence())) as never,
    );
  });
  const runId = requireAccepted(begun).run.run.id;
  const entitled = { track: 'AEP', step: 'ENTITLEMENT', statement: 's', reference: null } as const;
  await applyRunEvent(runId, 'stepAttested', entitled);
  const key = { track: 'AEP', keyIdentifier: aws.keyArn, vaultResourceId: null } as const;
  await applyRunEvent(runId, 'keyProvided', key);
  await applyRunEvent(runId, 'keyPolicyProvided', { policy: aws.keyPolicyTemplate });
  const before = await lasting(runId);
  expect(before.effects.map(({ slot }) => slot)).toContain('observe:AEP:KEY');
  await meetsEarlier(runId);
  expect(await lasting(runId)).toEqual(before);
  await besideEarlier(runId, () =>
    until('POLICY', runId, (run) => statusOf(run, 'AEP', 'POLICY') === 'DONE'),
  );
});

it.skipIf(mayBeSkipped)('leaves dry runs and waiting credentials to this version', async () => {
  const { runId } = await begin('happyPath');
  const { organization } = await runOf(runId);
  const starter = await aStarter();
  const { id } = await startDryRun([await anAzureCustomer('happyPath')], starter);
  const request = { principal: OPERATOR.principal, operation: 'test', input: null };
  const azure = {
    ...{ tenantId: organization.azureTenantId!, clientId: randomUUID(), access: 'READ' as const },
    ...{ subscriptionId: randomUUID(), clientSecret: 'sandbox-another' },
  };
  requireAccepted(
    await partner.store.mutate(request, async (unit) => {
      const given = { kind: 'azure', connection: azure } as const;
      requireDone(await unit.connections.set(organization.id, given, anOccurrence()));
      return {};
    }),
  );
  const waiting = () =>
    database.query('select to_jsonb(r)::text as row from connection_replacement r');
  const before = [await waiting(), await rows(id)];
  expect(before.map((one) => one.length)).toEqual([1, 1]);
  await meetsEarlier(runId);
  expect([await waiting(), await rows(id)]).toEqual(before);
  expect(await withDryWorkers(1, () => ended(id))).toMatchObject([{ outcome: 'READY' }]);
});
