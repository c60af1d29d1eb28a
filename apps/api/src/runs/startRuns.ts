/**
 * Starts runs for many organizations. Those that can't have one are reported with the reason. A dry
 * run checks the same and writes nothing.
 */
import { parseGlobalId, refuse, type Refusal } from '@keyway/core';
import {
  Refused,
  type Authenticated,
  type Occurrence,
  type OrganizationRecord,
  type PartnerStore,
  type UnitOfWork,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { ResolversTypes, StartRunsInput } from '../generated/resolverTypes.ts';
import { presentItems } from '../loaders.ts';
import { mutate } from '../mutate.ts';
import { mayMutate, missingFor } from '../viewer/permissions.ts';
import { storeOrganizationFilter } from '../organizations/storeOrganizationFilter.ts';

type Payload = Awaited<ResolversTypes['StartRunsPayload']>;

/** Organizations of one request. */
export const MAX_ORGANIZATIONS = 500;

interface Bulk {
  started: string[];
  startable: string[];
  blocked: (Refusal & { organizationId: string })[];
}

/** The named organizations, each once. Refuses where the viewer can't see one. */
async function namedOrganizations(
  partner: PartnerStore,
  ids: readonly string[],
): Promise<OrganizationRecord[]> {
  const uuids = ids.map((id) => parseGlobalId('Organization', id));
  const found = await partner.organizationsByIds([
    ...new Set(uuids.filter((uuid) => uuid !== null)),
  ]);
  const organizations = uuids.map((uuid, index) => {
    const organization = uuid && found.get(uuid);
    if (!organization)
      throw new Refused(refuse('organizationNotFound', ['organizationIds', String(index)]));
    return organization;
  });
  return [...new Set(organizations)];
}

/** Every organization that matches. Refuses more than the limit. */
async function matchingOrganizations(
  partner: PartnerStore,
  input: StartRunsInput,
): Promise<OrganizationRecord[]> {
  const found: OrganizationRecord[] = [];
  for (let after: string | null = null; ;) {
    const page = await partner.organizations(
      { first: 100, after },
      storeOrganizationFilter(input.filter),
    );
    found.push(...page.edges.map((edge) => edge.node));
    if (found.length > MAX_ORGANIZATIONS)
      throw new Refused(refuse('tooManyMatches', ['filter'], { max: MAX_ORGANIZATIONS }));
    if (!page.hasNextPage) return found;
    after = page.edges.at(-1)?.cursor ?? null;
  }
}

/** The organizations of the request, in order. */
async function requestedOrganizations(
  partner: PartnerStore,
  input: StartRunsInput,
): Promise<OrganizationRecord[]> {
  const ids = input.organizationIds;
  if (!ids && !input.filter) throw new Refused(refuse('organizationsMissing', ['organizationIds']));
  if (ids && ids.length > MAX_ORGANIZATIONS)
    throw new Refused(
      refuse('tooManyOrganizations', ['organizationIds'], { max: MAX_ORGANIZATIONS }),
    );
  if (!ids) return matchingOrganizations(partner, input);
  const organizations = await namedOrganizations(partner, ids);
  if (!input.filter) return organizations;
  const matches = new Set(
    (await matchingOrganizations(partner, input)).map((organization) => organization.id),
  );
  return organizations.filter((organization) => matches.has(organization.id));
}

/** The refusal where the viewer can't see a named organization. */
async function notVisible(
  partner: PartnerStore,
  { organizationIds }: StartRunsInput,
): Promise<Refusal | null> {
  if (!organizationIds || organizationIds.length > MAX_ORGANIZATIONS) return null;
  try {
    await namedOrganizations(partner, organizationIds);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0] ?? null;
    throw error;
  }
}

/** Thrown to roll back a dry run. */
class DryRun extends Error {
  readonly bulk: Bulk;
  constructor(bulk: Bulk) {
    super('dry run');
    this.bulk = bulk;
  }
}

async function startAll(
  viewer: Authenticated,
  unit: UnitOfWork,
  organizations: readonly OrganizationRecord[],
  occurrence: () => Occurrence,
): Promise<Bulk> {
  const bulk: Bulk = { started: [], startable: [], blocked: [] };
  const permitted = organizations.filter(({ id }) => mayMutate(viewer, 'startRuns', id));
  for (const { id } of organizations)
    if (!permitted.some((organization) => organization.id === id))
      bulk.blocked.push({ ...missingFor(viewer, 'startRuns', id), organizationId: id });
  const started = await unit.runs.startMany(
    permitted.map(({ id }) => id),
    occurrence,
  );
  for (const [organizationId, outcome] of started) {
    if ('refusal' in outcome) bulk.blocked.push({ ...outcome.refusal, organizationId });
    else {
      bulk.started.push(outcome.run.run.id);
      bulk.startable.push(organizationId);
    }
  }
  return bulk;
}

/** A dry run does everything and rolls back, so its result can't differ from a real run's. */
async function startOrDryRun(context: RequestContext, input: StartRunsInput) {
  const { partner, viewer } = requireSignedIn(context);
  let organizations: OrganizationRecord[];
  try {
    return await mutate(context, {
      name: 'startRuns',
      input,
      target: async () => {
        const refusal = await notVisible(partner, input);
        return refusal ? { refusal } : 'each';
      },
      validate: async () => {
        organizations = await requestedOrganizations(partner, input);
      },
      work: async (unit, occurrence) => {
        const bulk = await startAll(viewer, unit, organizations, occurrence);
        if (input.dryRun) throw new DryRun(bulk);
        return bulk;
      },
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    const result: Bulk = { ...error.bulk, started: [] };
    // The idempotency key was rolled back too, so the result is stored in a second mutation.
    return input.idempotencyKey
      ? mutate(context, {
          name: 'startRuns',
          input,
          target: () => Promise.resolve('each'),
          work: () => Promise.resolve(result),
        })
      : { result };
  }
}

export async function startRuns(context: RequestContext, input: StartRunsInput): Promise<Payload> {
  const outcome = await startOrDryRun(context, input);
  if ('userErrors' in outcome)
    return { started: [], startable: [], blocked: [], userErrors: outcome.userErrors };
  const { loaders } = requireSignedIn(context);
  const { started, startable, blocked } = outcome.result;
  const organizations = presentItems(
    await loaders.organization.loadMany(blocked.map((block) => block.organizationId)),
  );
  const byId = new Map(organizations.map((organization) => [organization.id, organization]));
  return {
    started: presentItems(await loaders.run.loadMany(started)),
    startable: presentItems(await loaders.organization.loadMany(startable)),
    blocked: blocked.flatMap(({ organizationId, ...refusal }) => {
      const organization = byId.get(organizationId);
      return organization ? [{ organization, refusal }] : [];
    }),
    userErrors: [],
  };
}
