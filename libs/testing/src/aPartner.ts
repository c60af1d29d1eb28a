/** A partner with organizations and runs. */
import { randomUUID } from 'node:crypto';
import { ACTION_NAMES, type EventActor, type Run, type RunEvent } from '@keyway/core';
import {
  GENESIS_HASH,
  type AdobeConnection,
  type NewAzureConnection,
  type MutationOutcome,
  type NewOrganization,
  type Occurrence,
  type OrganizationRecord,
  type PartnerStore,
  type Store,
  type StoredRun,
  type TaskViewer,
} from '@keyway/store';
import type { TestDatabase } from './aDatabase.ts';
import { continuing, OPERATOR, type RunBuilder } from './aRun.ts';
import type { TestClock } from './aClock.ts';
import { EXAMPLE_TENANT } from './exampleFacts.ts';

/** An occurrence now, by somebody. */
export const anOccurrence = (
  at = new Date().toISOString(),
  actor: EventActor = OPERATOR,
): Occurrence => ({ id: randomUUID(), at, actor });

/** Somebody who may do everything, now. */
export const anyTask = (): TaskViewer => ({
  mutations: ACTION_NAMES,
  principal: 'member:anybody',
  now: new Date().toISOString(),
});

/** The result of a mutation that must not be refused. */
export function requireAccepted<T>(outcome: MutationOutcome<T>): T {
  if ('refusals' in outcome) throw new Error(`Refused: ${JSON.stringify(outcome.refusals)}`);
  return outcome.result;
}

/** What was done, where it must not be refused. */
export function requireDone<T extends object>(result: T | { refusal: unknown }): T {
  if ('refusal' in result) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result;
}

/** An IMS organization ID nobody else has. */
export const anImsOrgId = (): string =>
  `${randomUUID().replaceAll('-', '').slice(0, 24).toUpperCase()}@AdobeOrg`;

/** A partner of this test, with what makes its organizations and runs. */
export interface TestPartner {
  partnerId: string;
  /** One of its organizations, with its partner. */
  of(organizationId: string): { partnerId: string; organizationId: string };
  /** Sees all of the partner's. */
  store: PartnerStore;
  organization(change?: Partial<NewOrganization>): Promise<OrganizationRecord>;
  /** Connected to both clouds, with a run that has begun. */
  run(organizationId: string): Promise<StoredRun>;
  /** Brings a run on by the events the builder makes, through the store. */
  play(
    runId: string,
    build: (builder: RunBuilder) => unknown,
    clock?: TestClock,
  ): Promise<StoredRun>;
}

/** A further partner; made past the policies, since no viewer may make one. */
export async function aPartner(
  database: Pick<TestDatabase, 'query'>,
  store: Store,
  name = 'Acme Partners',
): Promise<TestPartner> {
  const partnerId = randomUUID();
  await database.query('insert into partner (id, name, created_at) values ($1, $2, now())', [
    partnerId,
    name,
  ]);
  await database.query(
    'insert into chain_head (chain_id, partner_id, seq, hash, at) values ($1, $1, 0, $2, $3)',
    [...[partnerId, GENESIS_HASH, '2020-01-01T00:00:00.000Z']],
  );
  const partner = store.forPartner({ partnerId, organizationIds: null });
  const request = { principal: OPERATOR.principal, operation: 'test', input: null };
  return {
    partnerId,
    of: (organizationId) => ({ partnerId, organizationId }),
    store: partner,
    async organization(change = {}) {
      const given: NewOrganization = {
        ...{
          name: 'Contoso',
          imsOrgId: anImsOrgId(),
          cloud: 'AZURE',
          region: 'VA7',
          shield: 'HEALTHCARE_SHIELD',
          ownsCja: false,
        },
        ...{ azureTenantId: EXAMPLE_TENANT, ...change },
      };
      const made = await partner.mutate(request, (unit) =>
        unit.organizations.create(given, anOccurrence()),
      );
      return requireDone<{ organization: OrganizationRecord }>(requireAccepted(made)).organization;
    },
    async run(organizationId) {
      const begun = await partner.mutate(request, async (unit) => {
        const [adobe, azure] = testConnections;
        requireDone(
          await unit.connections.set(
            organizationId,
            { kind: 'adobe', connection: adobe },
            anOccurrence(),
          ),
        );
        requireDone(
          await unit.connections.set(
            organizationId,
            { kind: 'azure', connection: azure },
            anOccurrence(),
          ),
        );
        return unit.runs.start(organizationId, anOccurrence());
      });
      return requireDone<{ run: StoredRun }>(requireAccepted(begun)).run;
    },
    async play(runId, build, clock) {
      const before = (await partner.run(runId))!;
      const builder = continuing(before.run, clock);
      build(builder);
      for (const event of builder.events) await requireApplied(store, runId, event);
      return (await partner.run(runId))!;
    },
  };
}

const testConnections: [AdobeConnection, NewAzureConnection] = [
  { clientId: 'adobe-client', clientSecret: 'sandbox-adobe-secret', scopes: ['openid'] },
  {
    tenantId: EXAMPLE_TENANT,
    subscriptionId: null,
    clientId: 'azure-client',
    clientSecret: 'sandbox-azure-secret',
    access: 'READ',
  },
];

/** Applies an event that must not be refused. */
export async function requireApplied(store: Store, runId: string, event: RunEvent): Promise<Run> {
  const result = await store.system().advance(runId, event);
  if (!('run' in result))
    throw new Error(`${event.kind} was not applied: ${JSON.stringify(result)}`);
  return result.run.run;
}
