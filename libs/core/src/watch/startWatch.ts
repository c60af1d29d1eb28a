/** A watch of what a completed run set up. What was approved is what is compared with. */
import { areKmsFacts } from '../facts.ts';
import { applicationIdOf, principalOf, resolvedKeyIdentifier, vaultOf } from '../knowledge.ts';
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import type { Run } from '../run.ts';
import { TRACK_IDS, type Instant, type TrackId } from '../vocabulary.ts';
import { isWatchedCheck } from './harmOfOutcome.ts';
import { NOTHING_KNOWN } from './mergeObservation.ts';
import {
  CURRENT_WATCH_VERSION,
  WATCHED_STEPS,
  type ApprovedStep,
  type Watch,
  type WatchedStepId,
  type WatchedTrack,
  type WatchedVersion,
} from './watch.ts';

/** The facts of a track stay as they were approved once it is past its point of no return. */
function approvedSteps(run: Run, track: TrackId): Partial<Record<WatchedStepId, ApprovedStep>> {
  const found: Partial<Record<WatchedStepId, ApprovedStep>> = {};
  for (const step of WATCHED_STEPS) {
    const state = run.tracks[track].steps[step];
    if (!state?.facts || state.attestation) continue;
    const checks = state.checks.flatMap(({ check, outcome }) =>
      isWatchedCheck(check) ? [{ check, outcome }] : [],
    );
    found[step] = { facts: state.facts, checks };
  }
  return found;
}

function firstVersion(keyIdentifier: string, at: Instant): WatchedVersion[] {
  const version = inspectKeyIdentifier(keyIdentifier).keyIdentifier?.version;
  if (!version) return [];
  return [
    {
      version: version.toLowerCase(),
      enabled: true,
      firstSeenAt: at,
      replacedAt: null,
      unsafeAt: null,
    },
  ];
}

function configurationOf(run: Run, track: TrackId): Pick<WatchedTrack, 'configuration'> {
  const { submission } = run.tracks.AEP;
  if (track !== 'AEP' || submission?.status !== 'sent') return {};
  return { configuration: { name: submission.name, keyIdentifier: null } };
}

/** Before the first observation. */
const nothingSeen = (
  at: Instant,
): Pick<
  WatchedTrack,
  'accepted' | 'steps' | 'networkChangedAt' | 'findings' | 'health' | 'since'
> => ({
  accepted: [],
  steps: {
    VAULT: NOTHING_KNOWN,
    NETWORK: NOTHING_KNOWN,
    KEY: NOTHING_KNOWN,
    POLICY: NOTHING_KNOWN,
    CONSENT: NOTHING_KNOWN,
    ROLE: NOTHING_KNOWN,
  },
  networkChangedAt: null,
  findings: [],
  health: 'NOT_WATCHED',
  since: at,
});

/** Null where nothing of the track may be read: its vault and key were attested only. */
function trackOnAzure(run: Run, track: TrackId, at: Instant): WatchedTrack | null {
  const [keyIdentifier, vault] = [resolvedKeyIdentifier(run, track), vaultOf(run, track)];
  const applicationId = applicationIdOf(run, track);
  const approved = approvedSteps(run, track);
  if (!keyIdentifier || !vault || !applicationId || !approved.KEY) return null;
  return {
    ...nothingSeen(at),
    keyIdentifier,
    vaultResourceId: vault.resourceId,
    applicationId,
    ...configurationOf(run, track),
    principalObjectId: principalOf(run, track),
    approved,
    versions: firstVersion(keyIdentifier, at),
  };
}

/**
 * The key and its policy; the key alone where the run kept the steps that it had before POLICY was
 * one, or where the policy was attested (docs/decisions/0069-aws.md). KMS has no versions.
 */
function trackOnAws(run: Run, track: TrackId, at: Instant): WatchedTrack | null {
  const { key, keyPolicy } = run.tracks[track];
  const approved = approvedSteps(run, track);
  if (!key || !approved.KEY || !areKmsFacts(approved.KEY.facts)) return null;
  return {
    ...nothingSeen(at),
    keyIdentifier: key.identifier,
    kms: { keyPolicy: (approved.POLICY && keyPolicy) ?? null },
    vaultResourceId: null,
    applicationId: null,
    principalObjectId: null,
    approved,
    versions: [],
  };
}

/** Null where nothing of it can be watched. */
export function startWatch(run: Run, at: Instant): Watch | null {
  if (run.completedAt === null) return null;
  const trackOf = run.organization.cloud === 'AZURE' ? trackOnAzure : trackOnAws;
  const [AEP, CJA] = TRACK_IDS.map((track) => trackOf(run, track, at));
  if (!AEP && !CJA) return null;
  return {
    planVersion: CURRENT_WATCH_VERSION,
    version: 0,
    organization: run.organization,
    connections: run.connections,
    runId: run.id,
    startedAt: at,
    observedAt: null,
    tracks: { AEP: AEP ?? null, CJA: CJA ?? null },
    alerts: [],
  };
}
