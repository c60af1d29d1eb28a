/**
 * Adds an organization to practice with, in sandbox mode alone. Its IMS organization ID follows
 * from partner and scenario, so that there is one of each, however often it is asked for.
 */
import { createHash, randomUUID } from 'node:crypto';
import { eventOf, refuse, type Refusal } from '@keyway/core';
import { describePractice } from '@keyway/messages';
import {
  Refused,
  type NewConnection,
  type NewOrganization,
  type Occurrence,
  type UnitOfWork,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  CreatePracticeOrganizationInput,
  PracticeScenario,
  ResolversTypes,
} from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { localeOf } from '../schema/locale.ts';
import type { PracticeCustomer, PracticeRequest } from './sandboxCustomers.ts';

type Payload = Awaited<ResolversTypes['CreatePracticeOrganizationPayload']>;

const SCENARIOS: Record<PracticeScenario, PracticeRequest['scenario']> = {
  GOOD: 'happyPath',
  BROKEN: 'noPurgeProtection',
};

const ADOBE_SCOPES = [
  ...['openid', 'AdobeID', 'read_organizations', 'additional_info.projectedProductContext'],
];

/** No two partners share one: the sandbox lays out each again from the beginning. */
export function practiceImsOrgId(partnerId: string, scenario: PracticeScenario): string {
  const hash = createHash('sha256').update(`practice ${partnerId} ${scenario}`).digest('hex');
  return `${hash.slice(0, 24).toUpperCase()}@AdobeOrg`;
}

const organizationOf = (
  { name }: Pick<PracticeRequest, 'name'>,
  { imsOrgId, tenantId }: PracticeCustomer,
): NewOrganization => ({
  ...{ name, imsOrgId, cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD' },
  ...{ ownsCja: false, azureTenantId: tenantId },
});

/** Credentials that the sandbox takes and nothing else does. */
const connectionsOf = ({ tenantId, subscriptionId }: PracticeCustomer): NewConnection[] => [
  {
    kind: 'adobe',
    connection: {
      clientId: randomUUID().replaceAll('-', ''),
      clientSecret: 'sandbox-adobe-secret',
      scopes: ADOBE_SCOPES,
      expiresAt: null,
    },
  },
  {
    kind: 'azure',
    connection: {
      ...{ clientId: randomUUID(), clientSecret: 'sandbox-azure-secret', expiresAt: null },
      ...{ tenantId, subscriptionId, access: 'READ' },
    },
  },
];

function requireAccepted<T extends object>(answer: T): Exclude<T, { refusal: Refusal }> {
  if ('refusal' in answer) throw new Refused(answer.refusal as Refusal);
  return answer as Exclude<T, { refusal: Refusal }>;
}

/** Everything in the mutation's one transaction; the entitlement is left to a person. */
async function prepare(
  unit: UnitOfWork,
  organization: NewOrganization,
  customer: PracticeCustomer,
  occurrence: () => Occurrence,
): Promise<string> {
  const { created } = requireAccepted(
    await unit.organizations.createMany([organization], occurrence),
  );
  const [made] = created;
  // Somebody else asked for it at the same time.
  if (!made) return (await unit.organizations.findByImsOrgId(organization.imsOrgId))!.id;
  const { id } = made;
  for (const connection of connectionsOf(customer))
    requireAccepted(await unit.connections.set(id, connection, occurrence()));
  const { run } = requireAccepted(await unit.runs.start(id, occurrence()));
  for (const track of ['AEP', 'CJA'] as const) {
    const key = { track, keyIdentifier: customer.keys[track], vaultResourceId: null };
    const provided = eventOf(occurrence(), 'keyProvided', key);
    requireAccepted(await unit.runs.advance(run.id, provided));
  }
  return id;
}

export async function createPracticeOrganization(
  context: RequestContext,
  input: CreatePracticeOrganizationInput,
): Promise<Payload> {
  const { partner, loaders, viewer } = requireSignedIn(context);
  const { layOutCustomer, log, config } = context.services;
  const practice = {
    scenario: SCENARIOS[input.scenario],
    name: describePractice(input.scenario, localeOf(input.locale)),
  };
  const imsOrgId = practiceImsOrgId(viewer.partnerId, input.scenario);
  let customer: PracticeCustomer | null = null;
  const outcome = await mutate(context, {
    name: 'createPracticeOrganization',
    input,
    validate: async () => {
      if (!config.sandbox) throw new Refused(refuse('practiceInSandboxOnly', null));
      if (!layOutCustomer) throw new Refused(refuse('practiceUnavailable', null));
      // What somebody has done with it stays.
      if (await partner.organizationByImsOrgId(imsOrgId)) return;
      customer = await layOutCustomer({ ...practice, imsOrgId }).catch((error: unknown) => {
        log.warn({ err: error }, 'the sandbox laid out no customer');
        throw new Refused(refuse('practiceUnavailable', null));
      });
    },
    work: async (unit, occurrence) => {
      const existing = await unit.organizations.findByImsOrgId(imsOrgId);
      if (existing) return { id: existing.id };
      if (!customer) throw new Refused(refuse('practiceUnavailable', null));
      const organization = organizationOf(practice, customer);
      return { id: await prepare(unit, organization, customer, occurrence) };
    },
  });
  if ('userErrors' in outcome) return { organization: null, userErrors: outcome.userErrors };
  return { organization: await loaders.organization.load(outcome.result.id), userErrors: [] };
}
