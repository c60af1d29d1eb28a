/** A bulk job as it is read: its items, what came of each, and its links. */
import { bulkFindings, globalId, handOffEnd, organizationsToMutate, TRACK_IDS } from '@keyway/core';
import { describeBulkChecks, describeRefusal } from '@keyway/messages';
import type {
  BulkItemRecord,
  BulkJobRecord,
  BulkOutcomeCounts,
  ChecksOf,
  OrganizationRecord,
  Page,
  StoredRun,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { handOffUrl } from '../handOff/handOffResolvers.ts';
import { localeOf } from '../schema/locale.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import type { BulkItemParent } from '../schema/parents.ts';

/** Whether the viewer is who started it, and it makes links. A shared execution is nobody's. */
const readsLinks = ({ action, starter }: BulkJobRecord, context: RequestContext): boolean =>
  action === 'CREATE_HAND_OFFS' && requireSignedIn(context).partner.scope.viewer === starter;

/** For which organizations the viewer may make hand-offs now: of the others they read no link. */
const linksAskedFor = ({ id }: BulkJobRecord, context: RequestContext) => ({
  jobId: id,
  organizationIds: organizationsToMutate(requireSignedIn(context).viewer, 'createHandOff'),
});

const checksOf = ({ action, input }: BulkJobRecord): { checksOf?: ChecksOf } =>
  action === 'VERIFY' ? { checksOf: input.track ?? 'every' } : {};

/** The same page. Its links are read together when the first of them is asked for. */
function ofJob<P extends Page<BulkItemRecord>>(
  page: P,
  job: BulkJobRecord,
  context: RequestContext,
): P & Page<BulkItemParent> {
  const { partner } = requireSignedIn(context);
  const positions = page.edges.map(({ node }) => node.position);
  const isReader = readsLinks(job, context);
  let links: Promise<Map<number, string>> | undefined;
  const link = (position: number) => async (): Promise<string | null> => {
    links ??= partner.bulkLinks(linksAskedFor(job, context), positions);
    return (await links).get(position) ?? null;
  };
  const { track } = job.input;
  // Named one by one: the cursor is a getter, which a spread would lose.
  const edges = page.edges.map(({ cursor, node }) => ({
    cursor,
    node: { ...node, track, ...(isReader && { link: link(node.position) }) },
  }));
  return { ...page, edges };
}

async function organizationOf(
  { organizationId }: BulkItemRecord,
  context: RequestContext,
): Promise<OrganizationRecord> {
  const found = await requireSignedIn(context).loaders.organization.load(organizationId);
  if (!found) throw new Error(`an item of ${organizationId}, which its viewer can’t see`);
  return found;
}

const outcomesOf = (job: BulkJobRecord, context: RequestContext): Promise<BulkOutcomeCounts> =>
  requireSignedIn(context).partner.bulkOutcomes(job.id, checksOf(job));

/** The whole run whose checks it started; null where it started none. */
const checkedRun = (
  { runId, outcome }: BulkItemRecord,
  context: RequestContext,
): Promise<StoredRun | null> =>
  runId && outcome ? requireSignedIn(context).loaders.run.load(runId) : Promise.resolve(null);

export const bulkItemResolvers: Pick<
  Resolvers,
  'BulkJob' | 'BulkJobConnection' | 'BulkItem' | 'BulkItemConnection' | 'BulkFinding'
> = {
  BulkJob: {
    id: ({ id }) => globalId('BulkJob', id),
    track: ({ input }) => input.track,
    step: ({ input }) => input.step ?? null,
    actor: ({ input }) => input.handOff?.actor ?? null,
    startedBy: ({ actor }) => actor.name,
    linksUntil: (job, _args, context) =>
      readsLinks(job, context)
        ? requireSignedIn(context).partner.bulkLinksEnd(linksAskedFor(job, context))
        : null,
    linksWorkUntil: ({ input, startedAt }) =>
      input.handOff ? handOffEnd(input.handOff.expiresAt, startedAt) : null,
    outcomes: async (job, _args, context) =>
      job.action === 'VERIFY' ? (await outcomesOf(job, context)).outcomes : [],
    needsAttention: async (job, _args, context) => (await outcomesOf(job, context)).needsAttention,
    items: async (job, { first, after, ...filter }, context) => {
      const { partner } = requireSignedIn(context);
      const asked = { ...filter, ...checksOf(job) };
      const page = await pageOf(partner.bulkItems({ first, after }, job.id, asked));
      const count = () => partner.countBulkItems(job.id, asked);
      return { ...ofJob(page, job, context), count };
    },
  },
  BulkJobConnection: { ...connectionResolvers },
  BulkItem: {
    organization: (item, _args, context) => organizationOf(item, context),
    run: ({ runId }, _args, context) =>
      runId === null ? null : requireSignedIn(context).loaders.run.load(runId),
    code: ({ refusal }) => refusal?.code ?? null,
    message: async (item, { locale }, context) => {
      if (item.refusal) return describeRefusal(item.refusal, localeOf(locale));
      const token = item.status === 'DONE' && (await item.link?.());
      return token ? handOffUrl(context, token) : null;
    },
    outcomeMessage: async (item, { locale }, context) => {
      const found = await checkedRun(item, context);
      return found && item.outcome
        ? describeBulkChecks(found.run, item.track, item.outcome, localeOf(locale))
        : null;
    },
    keys: ({ keys }) =>
      TRACK_IDS.flatMap((track) => {
        const key = keys?.[track];
        return key ? [{ track, ...key }] : [];
      }),
    findings: async (item, _args, context) => {
      const found = await checkedRun(item, context);
      return found
        ? bulkFindings(found.run, item.track).map((finding) => ({ ...finding, run: found.run }))
        : [];
    },
  },
  BulkItemConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
  },
  BulkFinding: {
    checks: ({ run, track, checks }) => checks.map((result) => ({ run, track, result })),
  },
};
