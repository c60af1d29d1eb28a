/** Customers without runs, and dry runs over them. Imported by tests only. */
import { randomUUID } from 'node:crypto';
import type { PlannedKeys, Readiness, TrackId } from '@keyway/core';
import type { DryRunItemRecord, DryRunRecord, NewAzureConnection } from '@keyway/store';
import {
  aMember,
  anImsOrgId,
  anOccurrence,
  OPERATOR,
  requireAccepted,
  requireDone,
  type SandboxCustomer,
  MAX_WAIT_MILLISECONDS,
} from '@keyway/testing';
import { dryRunLoop } from '../dryRuns/dryRunLoop.ts';
import type { WorkerDependencies } from '../runEffect.ts';
import { database, dependencies, partner, sandbox, store } from './workerUnderTest.ts';

const REQUEST = { principal: OPERATOR.principal, operation: 'test', input: null };

export interface DryCustomer {
  organizationId: string;
  keys: PlannedKeys;
}

/** A customer of a scenario on Azure, connected, without a run. */
export async function anAzureCustomer(
  scenario: string,
  of = partner,
): Promise<DryCustomer & { azure: NewAzureConnection }> {
  const customer = await sandbox.control<SandboxCustomer>('POST', '/scenario', { scenario });
  const { imsOrgId, tenantId, subscriptionId } = customer;
  const { id } = await of.organization({ name: scenario, imsOrgId, azureTenantId: tenantId });
  const adobe = {
    clientId: `client-of-${imsOrgId}`,
    clientSecret: 'sandbox-adobe',
    scopes: ['openid', 'AdobeID'],
  };
  const azure = {
    ...{ tenantId, subscriptionId, clientId: randomUUID(), clientSecret: 'sandbox-azure' },
    access: 'READ' as const,
  };
  const set = await of.store.mutate(REQUEST, async (unit) => {
    const { connections } = unit;
    requireDone(await connections.set(id, { kind: 'adobe', connection: adobe }, anOccurrence()));
    requireDone(await connections.set(id, { kind: 'azure', connection: azure }, anOccurrence()));
    return { id };
  });
  requireAccepted(set);
  const key = (track: TrackId) => ({ keyIdentifier: customer.keys[track], vaultResourceId: null });
  return { organizationId: id, keys: { AEP: key('AEP'), CJA: key('CJA') }, azure };
}

interface AwsAccount {
  roleArn: string;
  region: string;
  keyArn: string;
}

/**
 * The same on AWS. Only a run has the text of Adobe's policy.
 * @param shared the account of another customer, instead of its own
 */
export async function anAwsCustomer(
  scenario: string,
  shared?: AwsAccount,
): Promise<DryCustomer & { aws: AwsAccount }> {
  const laid = await sandbox.control<{ imsOrgId: string; aws: AwsAccount }>('POST', '/scenario', {
    scenario,
  });
  const { imsOrgId, aws } = { ...laid, ...(shared && { aws: shared }) };
  const { id } = await partner.organization({
    ...{ name: scenario, imsOrgId, cloud: 'AWS', region: 'VA6', azureTenantId: null },
    shield: 'PRIVACY_AND_SECURITY_SHIELD',
  });
  const role = { roleArn: aws.roleArn, region: aws.region };
  const set = await partner.store.mutate(REQUEST, async (unit) => {
    requireDone(await unit.connections.setAwsRole(id, role, anOccurrence));
    return { id };
  });
  requireAccepted(set);
  return {
    ...{ organizationId: id, aws },
    keys: { AEP: { keyIdentifier: aws.keyArn, vaultResourceId: null } },
  };
}

/** One that is not connected, and for which no key is planned. */
export async function anUnconnectedCustomer(): Promise<DryCustomer> {
  const { id } = await partner.organization({ name: 'unconnected', imsOrgId: anImsOrgId() });
  return { organizationId: id, keys: {} };
}

/** By an operator of the whole partner, or of these organizations. */
export async function aStarter(imsOrgIds: string[] | null = null, of = partner): Promise<string> {
  const person = { name: 'Olga', role: 'OPERATOR' as const, imsOrgIds };
  const { id } = await aMember(store, of.partnerId, person);
  return `MEMBER:${id}`;
}

export async function startDryRun(
  customers: readonly DryCustomer[],
  starter: string,
  tracks: readonly TrackId[] = ['AEP', 'CJA'],
  of = partner,
): Promise<DryRunRecord> {
  const given = {
    ...{ tracks, starter },
    organizationIds: customers.map(({ organizationId }) => organizationId),
    keys: new Map(customers.map(({ organizationId, keys }) => [organizationId, keys])),
  };
  const started = await of.store.mutate(REQUEST, async (unit) =>
    requireDone<{ dryRun: DryRunRecord }>(await unit.dryRuns.start(given, anOccurrence())),
  );
  return requireAccepted(started).dryRun;
}

/** Workers for the length of a test. */
export async function withDryWorkers<T>(
  count: number,
  work: () => Promise<T>,
  change: Partial<WorkerDependencies> = {},
  occupancy = { isFull: false },
): Promise<T> {
  const shutdown = new AbortController();
  const loops = Array.from({ length: count }, () =>
    dryRunLoop({ ...dependencies(), ...change }, occupancy, shutdown.signal),
  );
  try {
    return await work();
  } finally {
    shutdown.abort();
    await Promise.all(loops);
  }
}

export const itemsOf = async (id: string): Promise<DryRunItemRecord[]> =>
  (await partner.store.dryRunItems({ first: 100 }, id)).edges.map(({ node }) => node);

/** Its items, once it ended. */
export async function ended(id: string): Promise<DryRunItemRecord[]> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  for (;;) {
    const dryRun = await partner.store.dryRun(id);
    if (dryRun?.status === 'DONE') return itemsOf(id);
    if (Date.now() > end) throw new Error(`Not ended: ${JSON.stringify(await rows(id))}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
/** As they are stored. */
export const rows = async (id: string): Promise<{ status: string; attempts: number }[]> =>
  // Cast: the test's own statement says what is in a row.
  (await database.query(
    'select position, status, outcome, causes, attempts from dry_run_item where dry_run_id = $1 order by position',
    [id],
  )) as { status: string; attempts: number }[];
export const resultOf = ({ result }: DryRunItemRecord): Readiness => {
  if (!result) throw new Error('There is no result.');
  return result;
};
