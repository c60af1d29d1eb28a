/**
 * One evaluation over facts. A check stores its outcome as a code with values; libs/messages
 * renders the text of a locale from it, so that a better text changes neither evidence nor history.
 */
import type { KeyIdentifier } from './keyIdentifier.ts';
import type { CheckId } from './catalog/catalog.ts';
import type { ConnectorErrorKind } from './connectorError.ts';
import type { NamedActor } from './eventActor.ts';
import type { VaultFacts } from './azureFacts.ts';
import type { KeyPolicy } from './keyPolicy/inspectKeyPolicy.ts';
import type { Organization } from './organization.ts';
import type { Actor, Instant, TrackId, Verdict } from './vocabulary.ts';

/**
 * Values a text may name. Absolute only (dates, not "in 3 days"), so that they change only when the
 * world does.
 */
export type CheckValues = Record<string, string | number | boolean | null>;

export interface CheckNeeds {
  permission: string | null;
  kind: ConnectorErrorKind;
  /** `STEP`: the step's actor. Absent in runs stored before it existed. */
  actor?: Actor | 'STEP';
}

/** The answer of a check: `outcome` is a key of the check's texts. */
export interface Evaluation {
  verdict: Verdict;
  outcome: string;
  values?: CheckValues;
  /**
   * On BLOCK: what the step is to bring about is simply not there (vault, key, consent,
   * assignment), rather than wrong.
   */
  missing?: true;
  /** On UNKNOWN: propagating; observed again at this instant (TM-01, TM-02). */
  until?: Instant;
  /**
   * The call failed and will keep failing until somebody acts: which permission or credential it
   * is about, and who acts.
   */
  needs?: CheckNeeds;
}

/** An evaluation as a run keeps it. */
export interface CheckResult extends Evaluation {
  check: CheckId;
  checkedAt: Instant;
  /** Who accepted a WARN, or an overridable BLOCK, and why. Dropped when the evaluation changes. */
  override?: { reason: string; by: NamedActor; at: Instant };
}

/** What a check reads beside the facts of its own step. */
export interface CheckContext {
  track: TrackId;
  now: Instant;
  /** KEYWAY_POLL_SCALE: multiplies propagation times (TM-01, TM-02). */
  timeScale: number;
  organization: Organization;
  /** The tenant of the Azure connection: in which service principals are searched. */
  connectionTenantId: string | null;
  /** The identifier the track was given, parsed. */
  key: KeyIdentifier | null;
  /**
   * The identifier as it was given, where it is known; else it is evaluated in its normalized form.
   * On AWS the ARN.
   */
  keyIdentifierText?: string;
  /** AWS: what the key policy has to hold; absent where it was not provided (AWS-07). */
  keyPolicyTemplate?: KeyPolicy;
  /** The identifier of the other track, where one was given (VAL-08). */
  otherKey: KeyIdentifier | null;
  /** The vault as the VAULT step last saw it. */
  vault: VaultFacts | null;
  /** Adobe's application: from the app registration on AEP, the constant on CJA (CJA-06). */
  applicationId: string | null;
  /** The service principal the CONSENT step saw. */
  principalObjectId: string | null;
  /**
   * When the network was first seen as it is now after having been seen closed; null if it was
   * never seen closed (TM-01).
   */
  networkChangedAt: Instant | null;
}
