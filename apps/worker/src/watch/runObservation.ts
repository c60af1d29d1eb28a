/** One observation from lease to result. What can't be read is a result too. */
import {
  approvedTenant,
  ConnectorError,
  OWN_CODES,
  type TrackId,
  type TrackObservation,
  type WatchedTrack,
} from '@keyway/core';
import {
  OBSERVATION_SECONDS,
  type ClaimedObservation,
  type ConnectionKind,
  type ObservationOutcome,
  type ObservationOutcomeName,
} from '@keyway/store';
import { requireAws, requireAzure } from '../credentials.ts';
import type { AwsReadContext } from '../observe/readAwsFacts.ts';
import type { ReadContext } from '../observe/readFacts.ts';
import type { WorkerDependencies } from '../runEffect.ts';
import { reportRefusals } from '../trials/reportRefusals.ts';
import { countRequests } from './countRequests.ts';
import { ObservationCounts } from './observationCounts.ts';
import { observeKms } from './observeKms.ts';
import { observeTrack } from './observeTrack.ts';
import { readConfiguredKey, type ConfigurationContext } from './readConfiguredKey.ts';

/** What reading one organization's keys needs, on either cloud. */
type ObservationContext = ReadContext & AwsReadContext & ConfigurationContext;

function contextFor(
  { partnerId, organizationId, organization, connections }: ClaimedObservation,
  { store, azure, adobe, aws }: WorkerDependencies,
  { signal, onRequest }: { signal: AbortSignal; onRequest: () => void },
): ObservationContext {
  const retry = (kind: ConnectionKind) => (): void =>
    void store.trials.scheduleRetrial({ partnerId, organizationId }, kind).catch(() => undefined);
  return {
    azure: reportRefusals(countRequests(azure, onRequest), retry('azure')),
    adobe: reportRefusals(countRequests(adobe, onRequest), retry('adobe')),
    aws: reportRefusals(countRequests(aws, onRequest), retry('aws')),
    ...{ organization, connections },
    azureConnection: async () => requireAzure(await connections()),
    awsConnection: async () => requireAws(await connections(), organizationId),
    otherOrganizationsSharing: (vaultOrKey) =>
      store.system().otherOrganizationsSharing({ partnerId, organizationId }, vaultOrKey),
    signal,
  };
}

/**
 * Another tenant has another directory: what is not there says nothing of the approved key.
 */
const inTenantOf = <Context extends ReadContext>(
  track: WatchedTrack,
  context: Context,
): Context => ({
  ...context,
  azureConnection: async () => {
    const connection = await context.azureConnection();
    const tenant = approvedTenant(track);
    if (tenant !== null && connection.tenantId.toLowerCase() !== tenant)
      throw new ConnectorError({ kind: 'credential', code: OWN_CODES.otherTenant });
    return connection;
  },
});

async function read(
  observation: ClaimedObservation,
  at: string,
  context: ObservationContext,
): Promise<Partial<Record<TrackId, TrackObservation>>> {
  const { AEP, CJA } = observation.watch.tracks;
  const observe = async (track: WatchedTrack | null): Promise<TrackObservation | null> => {
    if (!track) return null;
    const [observed, configuredKey] = await Promise.all([
      track.kms ? observeKms(track, context) : observeTrack(track, at, inTenantOf(track, context)),
      readConfiguredKey(track, context),
    ]);
    return { ...observed, ...(configuredKey !== undefined && { configuredKey }) };
  };
  const [aep, cja] = await Promise.all([observe(AEP), observe(CJA)]);
  return { ...(aep && { AEP: aep }), ...(cja && { CJA: cja }) };
}

const nameOf = (outcome: ObservationOutcome): ObservationOutcomeName =>
  typeof outcome === 'string' ? outcome : 'changed';

/**
 * Resolves when the observation is recorded, released or another worker's. Never rejects.
 * @param stopping ends running calls, and the observation with them
 */
export async function runObservation(
  observation: ClaimedObservation,
  deps: WorkerDependencies,
  stopping: AbortSignal,
  counts = new ObservationCounts(),
): Promise<ObservationOutcomeName> {
  const begunAt = performance.now();
  let calls = 0;
  const outcome = await observeAndRecord(observation, deps, stopping, () => (calls += 1));
  counts.add(outcome, { seconds: (performance.now() - begunAt) / 1000, calls });
  return outcome;
}

async function observeAndRecord(
  observation: ClaimedObservation,
  deps: WorkerDependencies,
  stopping: AbortSignal,
  onRequest: () => void,
): Promise<ObservationOutcomeName> {
  const { store, log, timeScale } = deps;
  const { organizationId, organization } = observation;
  try {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(OBSERVATION_SECONDS * 1000)]);
    const context = contextFor(observation, deps, { signal, onRequest });
    const tracks = await read(observation, store.now().toISOString(), context);
    if (stopping.aborted) {
      await store.observations.release(observation);
      return 'released';
    }
    const { public: connections } = await observation.connections();
    const data = { organization, connections, tracks, timeScale };
    const outcome = nameOf(await store.observations.record(observation, data));
    if (outcome === 'lost')
      log.info({ organizationId }, "an observation was another worker's by its end");
    return outcome;
  } catch (error) {
    log.warn(
      { organizationId, claims: observation.claims, err: error },
      'observing keys failed; trying again',
    );
    // Where that fails too, the lease ends.
    await store.observations.giveBack(observation).catch(() => undefined);
    return 'failed';
  }
}
