/** The health of organizations' keys, as the last health check saw it. */
import {
  expiresAt,
  globalId,
  mayBeDisabledAfter,
  placesOfTrack,
  revocationClock,
  runbookOf,
  trackDrift,
  TRACK_IDS,
  WATCHED_STEPS,
  type TrackId,
} from '@keyway/core';
import {
  describeClockMark,
  describeHealth,
  describeSubject,
  describeTrackCause,
  driftReason,
  fieldTitle,
  runbookTexts,
} from '@keyway/messages';
import type { OrganizationRecord, StoredWatch } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { ADOBE_HOOK_PATH } from '../hooks/adobeRoute.ts';
import { localeOf } from '../schema/locale.ts';
import { selectsWatch } from './selectsWatch.ts';
import type { KeyHealthParent, KeyVersionParent, TrackHealthParent } from '../schema/parents.ts';

const trackOf = (stored: StoredWatch, id: TrackId): TrackHealthParent[] => {
  const track = stored.watch?.tracks[id];
  return track ? [{ id, track, runId: stored.runId }] : [];
};

/** Health as it was before the first observation is `NOT_WATCHED`: nothing is known then. */
async function healthOf(
  { id, createdAt }: Pick<OrganizationRecord, 'id' | 'createdAt'>,
  context: RequestContext,
  needsState: boolean,
): Promise<KeyHealthParent> {
  const { loaders } = requireSignedIn(context);
  const stored = needsState ? await loaders.watch.load(id) : null;
  const known = needsState ? stored : await loaders.watchSummary.load(id);
  return { known, stored, organizationId: id, organizationCreatedAt: createdAt };
}

async function checksOf({ id, track, runId }: TrackHealthParent, context: RequestContext) {
  const found = await requireSignedIn(context).loaders.run.load(runId);
  if (!found) return [];
  return WATCHED_STEPS.flatMap((step) =>
    track.steps[step].checks.map((result) => ({ run: found.run, track: id, result })),
  );
}

const toVersion = (version: TrackHealthParent['track']['versions'][number]): KeyVersionParent => ({
  version: version.version,
  // What Azure doesn't say is not known to be disabled.
  enabled: version.enabled ?? true,
  firstSeenAt: version.firstSeenAt,
  mayBeDisabledAfter: mayBeDisabledAfter(version),
});

export const healthResolvers: Resolvers = {
  Subscription: {
    keyHealthChanged: {
      subscribe: (_, { withRecent }, context) => {
        const { scope } = requireSignedIn(context).partner;
        return context.services.healthFeed.changes(
          scope,
          withRecent ?? false,
        ) as AsyncIterableIterator<never>;
      },
      resolve: (organization: OrganizationRecord) => organization,
    },
  },
  Organization: {
    keyHealth: (organization, _args, context, info) =>
      healthOf(organization, context, selectsWatch(info)),
  },
  Portfolio: {
    byHealth: async (_, _args, context) =>
      [...(await requireSignedIn(context).partner.health())].map(([health, count]) => ({
        health,
        count,
      })),
    openAlerts: async (_, _args, context) => {
      const status = ['OPEN', 'ACKNOWLEDGED'] as const;
      return (await requireSignedIn(context).partner.countAlerts({ status })).count;
    },
  },
  KeyHealth: {
    health: ({ known }) => known?.health ?? 'NOT_WATCHED',
    since: ({ known, organizationCreatedAt }) =>
      known?.since.toISOString() ?? organizationCreatedAt,
    lookedAt: ({ known }) => known?.observedAt?.toISOString() ?? null,
    version: ({ known }) => known?.version ?? 0,
    sentence: ({ stored }, { locale }) =>
      describeHealth(stored?.watch ?? null, stored?.health ?? 'NOT_WATCHED', localeOf(locale)),
    adobeWebhookUrl: ({ organizationId }, _args, { services }) =>
      `${services.config.publicUrl}${ADOBE_HOOK_PATH}${globalId('Organization', organizationId)}`,
    tracks: ({ stored }) => (stored ? TRACK_IDS.flatMap((id) => trackOf(stored, id)) : []),
  },
  TrackHealth: {
    track: ({ id }) => id,
    health: ({ track }) => track.health,
    since: ({ track }) => track.since,
    cause: ({ track }, { locale }) => describeTrackCause(track, localeOf(locale)),
    checks: (parent, _args, context) => checksOf(parent, context),
    drift: ({ track }) => trackDrift(track),
    expiresAt: ({ track }) => expiresAt(track.steps.KEY.facts),
    currentVersion: ({ track }) => {
      const [current] = track.versions;
      return current && current.replacedAt === null ? toVersion(current) : null;
    },
    formerVersions: ({ track }) =>
      track.versions.filter(({ replacedAt }) => replacedAt !== null).map(toVersion),
    clock: ({ track }) => {
      const clock = revocationClock(track);
      return clock && { ...clock, places: placesOfTrack(track) };
    },
  },
  Drift: {
    title: ({ field }, { locale }) => fieldTitle(field, localeOf(locale)),
    reason: ({ field }, { locale }) => driftReason(field, localeOf(locale)),
  },
  RevocationClock: {
    cause: ({ cause }, { locale }) => describeSubject(cause.subject, localeOf(locale)) ?? '',
    runbook: ({ cause, places }, { locale }) =>
      runbookTexts(runbookOf(cause.harm, cause.subject), places, localeOf(locale)),
  },
  ClockMark: {
    passed: ({ at }, _args, context) => Date.parse(at) <= Date.parse(context.services.now()),
    text: (mark, { locale }) => describeClockMark(mark, localeOf(locale)),
  },
};
