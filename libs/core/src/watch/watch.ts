/**
 * The state of watching one organization's keys after its set-up is complete: plain JSON, produced
 * only by `advanceWatch`, stored with the version of its plan. A watch is no run.
 */
import type { CheckResult, CheckValues } from '../check.ts';
import type { NamedActor } from '../eventActor.ts';
import type { StepFacts } from '../facts.ts';
import type { ReadFailure } from '../observedSchema.ts';
import type { Connections, Organization } from '../organization.ts';
import type { KeyPolicyTemplate } from '../run.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import type { WatchedCheckId } from './harmOfOutcome.ts';
import type { Harm, Health } from './health.ts';

/** Grows when the shape of a stored watch changes. */
export const CURRENT_WATCH_VERSION = 1;

/** What an observation reads of each track, in the order in which a cause is searched for. */
export const WATCHED_STEPS = ['VAULT', 'NETWORK', 'KEY', 'POLICY', 'CONSENT', 'ROLE'] as const;
/** A step that observations read. */
export type WatchedStepId = (typeof WATCHED_STEPS)[number];

/** The evidence of a step as it was approved, which later facts are compared with. */
export interface ApprovedStep {
  facts: StepFacts;
  /** What the checks made of it then. An outcome that was approved is no finding. */
  checks: { check: WatchedCheckId; outcome: string }[];
}

/** Somebody accepted a difference: `value` is what is compared with from then on. */
export interface AcceptedDifference {
  field: string;
  /** As `differencesOf` writes it; null: absent. */
  value: string | null;
  /** What the field's checks made of it, which is approved with it. */
  checks: ApprovedStep['checks'];
  reason: string;
  by: NamedActor;
  at: Instant;
  /** When an observation saw it first. */
  seenAt: Instant;
}

/** What is known of a watched step. */
export interface WatchedStep {
  /** The last facts that were read and count; null before the first. */
  facts: StepFacts | null;
  checks: CheckResult[];
  /**
   * Nothing could be read since `since`, in so many observations; null where the last observation
   * could. `isSure`: it counts, and does until something is read again.
   */
  unreadable: {
    failure: ReadFailure;
    since: Instant;
    observations: number;
    isSure: boolean;
  } | null;
  /**
   * Something was not there since `at`, in so many observations; more have to confirm it.
   * `restless` are those that prove nothing.
   */
  suspected: { facts: StepFacts; at: Instant; observations?: number; restless?: number } | null;
  /**
   * It was unreachable: read since `since`, in so many observations in a row. `relapsed`: it had
   * been readable for less than an hour. `endedAt`: when it counted as readable again. Absent where
   * it was not unreachable for long.
   */
  steadiness?: { since: Instant; observations: number; relapsed: boolean; endedAt: Instant | null };
}

/** A version of the key (ROT-01 to ROT-03). */
export interface WatchedVersion {
  version: string;
  /** Null where Azure does not say. */
  enabled: boolean | null;
  firstSeenAt: Instant;
  /** When another version became the current one; null of the current. */
  replacedAt: Instant | null;
  /** When it was first seen disabled within the time that it must stay enabled. */
  unsafeAt: Instant | null;
}

/** What a finding is about. */
export type FindingSubject =
  | { kind: 'check'; check: WatchedCheckId; outcome: string; values: CheckValues }
  | { kind: 'difference'; field: string; approved: string | null; now: string | null }
  | { kind: 'configuration'; name: string; approved: string; now: string }
  | { kind: 'version'; version: string };

/** Why a track is not healthy. It stands until facts say otherwise; what is unknown ends none. */
export interface Finding {
  harm: Harm;
  /** The step whose facts say so. */
  step: WatchedStepId;
  subject: FindingSubject;
  since: Instant;
}

/** One track of a watch. */
export interface WatchedTrack {
  /** As it was approved, normalized, with its version; on AWS the ARN. */
  keyIdentifier: string;
  /**
   * Of a key on AWS; absent on Azure. `keyPolicy`: what the key policy has to hold; null where it
   * was not read before the approval (AWS-07).
   */
  kms?: { keyPolicy: KeyPolicyTemplate | null };
  /** Where the vault is, as it was last seen before the approval; null on AWS. */
  vaultResourceId: string | null;
  /** Null on AWS. */
  applicationId: string | null;
  /**
   * The configuration at Adobe, and the identifier of the key that it named when it was last read.
   * Absent where it was not sent by Keyway.
   */
  configuration?: { name: string; keyIdentifier: string | null };
  /** Object ID of Adobe's service principal as it was approved (GL-05). */
  principalObjectId: string | null;
  approved: Partial<Record<WatchedStepId, ApprovedStep>>;
  accepted: AcceptedDifference[];
  /** Those that are not read know nothing: earlier versions of the program expect them. */
  steps: Record<WatchedStepId, WatchedStep>;
  /** When the network was first seen open after having been seen closed (TM-01). */
  networkChangedAt: Instant | null;
  /** The current one first, then the newest. */
  versions: WatchedVersion[];
  findings: Finding[];
  health: Health;
  since: Instant;
}

const ON_AZURE: readonly WatchedStepId[] = ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'];

/** The steps of a track that observations read, in the order in which a cause is searched for. */
export function watchedSteps({ kms }: Pick<WatchedTrack, 'kms'>): readonly WatchedStepId[] {
  if (!kms) return ON_AZURE;
  return kms.keyPolicy ? ['KEY', 'POLICY'] : ['KEY'];
}

/** The state of a watch. */
export interface Watch {
  planVersion: typeof CURRENT_WATCH_VERSION;
  /** Grows by one with every change. */
  version: number;
  organization: Organization;
  connections: Connections;
  /** The completed run whose approvals are compared with. */
  runId: string;
  startedAt: Instant;
  /** Null before the first observation. */
  observedAt: Instant | null;
  /** Null: the track does not exist, or nothing of it may be read (attested only). */
  tracks: Record<TrackId, WatchedTrack | null>;
  /** Names of Keyway's own open alerts. */
  alerts: string[];
}
