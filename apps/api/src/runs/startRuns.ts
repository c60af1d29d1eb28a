/**
 * Starts runs for many organizations. Those that can't have one are reported with the reason. A dry
 * run checks the same and writes nothing.
 */
import type { Refusal } from '@keyway/core';
import type { Authenticated, Occurrence, OrganizationRecord, UnitOfWork } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { ResolversTypes, StartRunsInput } from '../generated/resolverTypes.ts';
import { presentItems } from '../loaders.ts';
import { EACH, mutate } from '../mutate.ts';
import { mayMutate, missingFor } from '@keyway/core';
import { invisibleIn, selectOrganizations } from '../organizations/selectOrganizations.ts';

type Payload = Awaited<ResolversTypes['StartRunsPayload']>;

/** Organizations of one request. */
export const MAX_ORGANIZATIONS = 500;

interface Bulk {
  started: string[];
  startable: string[];
  blocked: (Refusal & { organizationId: string })[];
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
        const refusal = await invisibleIn(partner, input, MAX_ORGANIZATIONS);
        return refusal ? { refusal } : EACH;
      },
      validate: async () => {
        organizations = await selectOrganizations(partner, input, MAX_ORGANIZATIONS);
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
          target: () => Promise.resolve(EACH),
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
