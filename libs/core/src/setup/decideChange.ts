/**
 * Decides, from what was read right before, what is done about the next confirmed change: it is
 * sent only where everything is as the person saw it who confirmed.
 */
import type { AzureSetupFacts } from '../azureSetupFacts.ts';
import { isRetryable } from '../connectorError.ts';
import { OWN_CODES } from '../failures/hint.ts';
import type { ReadFailure } from '../observedSchema.ts';
import { sameJson } from '../sameJson.ts';
import type { Instant } from '../vocabulary.ts';
import { planChanges } from './planChanges.ts';
import type { ChangeKind, PlannedChange } from './plannedChange.ts';
import { changeProgress, type TrackSetup } from './setupState.ts';

/** What Keyway made may show only later; after so many attempts it is taken for gone. */
const MAX_INVISIBLE_READS = 5;

/** What is right for a change by what was read just before it. */
export type ChangeDecision =
  /** Exactly as confirmed. */
  | { do: 'send'; change: PlannedChange }
  | { do: 'record'; change: PlannedChange }
  /** It could not be read, or is still being made. */
  | { do: 'wait'; failure: ReadFailure }
  /** It differs from what was confirmed: a person has to confirm this plan. */
  | { do: 'replan'; changes: PlannedChange[] };

/** Keyway's own, where Azure is still making what a change rests on. */
export const SETTLING: ReadFailure = {
  kind: 'unavailable',
  message: '',
  status: null,
  code: OWN_CODES.notReadYet,
  permission: null,
  retryAfterSeconds: null,
};

/** Everything is read again, so the longest wait that Azure asked for in any part counts. */
function untilDue(failure: ReadFailure, facts: AzureSetupFacts): ReadFailure {
  const waits = Object.values(facts).map((part) =>
    part.outcome === 'unreadable' ? (part.failure.retryAfterSeconds ?? 0) : 0,
  );
  return { ...failure, retryAfterSeconds: Math.max(...waits) || null };
}

/** Whether a change would do exactly what was confirmed. */
const isAsConfirmed = (confirmed: PlannedChange, now: PlannedChange): boolean =>
  confirmed.outcome === now.outcome &&
  sameJson(confirmed.before, now.before) &&
  sameJson(confirmed.after, now.after);

/** What was made or there before, and is not now; `own`: made by Keyway. */
function basisProblem(
  setup: TrackSetup,
  now: readonly PlannedChange[],
  next: ChangeKind,
): { change: PlannedChange | undefined; own: boolean } | null {
  for (const { kind, outcome } of setup.plan?.changes ?? []) {
    if (kind === next) return null;
    const state = changeProgress(setup, kind)?.state;
    const own = state === 'MADE' || state === 'UNCONFIRMED';
    if (!own && outcome !== 'ALREADY_THERE' && state !== 'ALREADY_THERE') continue;
    const change = now.find((candidate) => candidate.kind === kind);
    if (change?.outcome !== 'ALREADY_THERE') return { change, own };
  }
  return null;
}

/**
 * Whether a vault that was to be made, or was, is there with settings that nobody confirmed, such
 * as an open network: somebody else made or changed it.
 */
const differsFromVault = (setup: TrackSetup, now: readonly PlannedChange[]): boolean =>
  now.some(
    ({ kind, outcome }) =>
      (kind === 'ENABLE_PURGE_PROTECTION' || kind === 'ADD_NETWORK_RULE') &&
      outcome !== 'ALREADY_THERE' &&
      !setup.plan?.changes.some((confirmed) => confirmed.kind === kind),
  );

/**
 * Whether a confirmed change is still to be made, by what was read just before it.
 * @param attempt how many attempts in a row came to nothing
 */
export function decideChange(
  setup: TrackSetup,
  next: PlannedChange,
  facts: AzureSetupFacts,
  attempt: number,
  now: Instant,
): ChangeDecision {
  const changes = planChanges(setup.request, facts, now);
  const waitFor = (change: PlannedChange): ChangeDecision => ({
    do: 'wait',
    failure: untilDue(change.failure ?? SETTLING, facts),
  });
  const basis = basisProblem(setup, changes, next.kind);
  if (basis?.change?.outcome === 'UNKNOWN') return waitFor(basis.change);
  if (basis?.own && attempt < MAX_INVISIBLE_READS) return { do: 'wait', failure: SETTLING };
  const seen = changes.find(({ kind }) => kind === next.kind);
  if (seen?.outcome === 'UNKNOWN') return waitFor(seen);
  const isOther = basis !== null || differsFromVault(setup, changes);
  if (!isOther && seen?.outcome === 'ALREADY_THERE') return { do: 'record', change: seen };
  if (!isOther && seen && isAsConfirmed(next, seen)) return { do: 'send', change: next };
  return { do: 'replan', changes };
}

/** Why a plan is not shown yet: something in it may be read by trying again. */
export function passingFailure(
  changes: readonly PlannedChange[],
  facts: AzureSetupFacts,
): ReadFailure | null {
  for (const { outcome, reason, failure } of changes) {
    if (outcome !== 'UNKNOWN') continue;
    if (reason?.code === 'vaultSettling') return untilDue(SETTLING, facts);
    if (failure && isRetryable(failure.kind)) return untilDue(failure, facts);
  }
  return null;
}
