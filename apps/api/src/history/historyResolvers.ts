/** History, newest first. Each entry has the data that its hash covers. */
import { globalId, parseActor, parseGlobalId, type Locale } from '@keyway/core';
import { describeActor, describeEvent, describeFields } from '@keyway/messages';
import type { CheckpointVerification, HistoryRecord } from '@keyway/store';
import { requireSignedIn } from '../context.ts';
import type { HistoryFilter, Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import { connectionResolvers, emptyPage, pageOf } from '../schema/pages.ts';
import { searchText } from '../schema/searchText.ts';
import { isStorable } from '../userErrors/inputValidator.ts';

/**
 * The store's filter; null where it names something that doesn't exist, so that nothing matches.
 */
function storeFilter(filter: HistoryFilter | null | undefined) {
  const { organizationId, runId, kind, exceptKind, actor, since, until, oncePerChange } =
    filter ?? {};
  const organization =
    organizationId == null ? null : parseGlobalId('Organization', organizationId);
  const run = runId == null ? null : parseGlobalId('Run', runId);
  if ((organizationId != null && !organization) || (runId != null && !run)) return null;
  return {
    organizationId: organization,
    runId: run,
    kind: kind?.filter(isStorable),
    exceptKind: exceptKind?.filter(isStorable),
    actor: searchText(actor),
    since,
    until,
    oncePerChange,
  };
}

const actorName = ({ actor, principal }: HistoryRecord, locale: Locale): string =>
  locale === 'en' ? actor : describeActor(parseActor(actor, principal), locale);

/** How many others share a vault, as whether any does: for who doesn't see every organization. */
const withoutCounts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutCounts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === 'otherOrganizations' && typeof part === 'number' ? part > 0 : withoutCounts(part),
    ]),
  );
};

const CHECKPOINT_PROBLEMS = {
  otherHistory: 'OTHER_HISTORY',
  malformed: 'NOT_SIGNED',
  otherType: 'NOT_SIGNED',
  unknownKey: 'NOT_SIGNED',
  badSignature: 'NOT_SIGNED',
  otherChain: 'OUT_OF_ORDER',
  otherNumber: 'OUT_OF_ORDER',
  otherPrevious: 'OUT_OF_ORDER',
  fewerEntries: 'OUT_OF_ORDER',
  earlier: 'OUT_OF_ORDER',
} as const satisfies Record<NonNullable<CheckpointVerification['problem']>, string>;

const NO_HISTORY = {
  ...{ ok: true, entries: 0, brokenAt: null },
  checkpoints: {
    ...{ count: 0, lastAt: null, lastEntries: null, valid: true, brokenAt: null, problem: null },
  },
};

export const historyResolvers: Resolvers = {
  Query: {
    history: (_, { first, after, filter }, context) => {
      const { partner } = requireSignedIn(context);
      const wanted = storeFilter(filter);
      return wanted ? pageOf(partner.history({ first, after }, wanted)) : emptyPage;
    },
    historyVerification: async (_, { organizationId }, context) => {
      const { partner } = requireSignedIn(context);
      const uuid = organizationId == null ? null : parseGlobalId('Organization', organizationId);
      // An organization that doesn't exist has no entries.
      if (organizationId != null && !uuid) return NO_HISTORY;
      const { ok, entries, brokenAt, checkpoints } = await partner.verifyHistory(uuid);
      const { count, lastAt, lastEntries, valid, problem } = checkpoints;
      return {
        ...{ ok, entries, brokenAt: brokenAt && globalId('HistoryEntry', brokenAt) },
        checkpoints: {
          ...{ count, lastAt, lastEntries, valid, brokenAt: checkpoints.brokenAt },
          problem: problem && CHECKPOINT_PROBLEMS[problem],
        },
      };
    },
  },
  HistoryEntry: {
    id: (entry) => globalId('HistoryEntry', entry.id),
    organization: ({ organizationId }, _args, context) =>
      organizationId === null
        ? null
        : requireSignedIn(context).loaders.organization.load(organizationId),
    run: ({ runId }, _args, context) =>
      runId === null ? null : requireSignedIn(context).loaders.run.load(runId),
    // In English as it is stored, because that is what is hashed.
    actor: (entry, { locale }) => actorName(entry, localeOf(locale)),
    summary: (entry, { locale }) => describeEvent(entry.kind, entry.data, localeOf(locale)),
    fields: (entry, { locale }, context) => {
      const language = localeOf(locale);
      const seesAll = requireSignedIn(context).viewer.organizationIds === null;
      const data = seesAll ? entry.data : withoutCounts(entry.data);
      return describeFields({ ...entry, data, actorName: actorName(entry, language) }, language);
    },
    change: ({ id, kind }, _args, context) =>
      kind === 'policyChanged' ? requireSignedIn(context).loaders.historyChange.load(id) : null,
  },
  HistoryChange: {
    runCount: ({ runs }) => runs,
    entries: ({ key }, { first, after }, context) =>
      pageOf(requireSignedIn(context).partner.history({ first, after }, { change: key })),
  },
  HistoryConnection: { ...connectionResolvers },
};
