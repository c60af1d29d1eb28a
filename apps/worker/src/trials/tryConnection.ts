/** One trial of a stored credential, from claim to record. Never rejects. */
import {
  accountOfRole,
  ConnectorError,
  isRetryable,
  OWN_CODES,
  type AwsConnection,
  type AwsPort,
  type ReadFailure,
} from '@keyway/core';
import type { ClaimedTrial, OpenedConnections, TrialOutcome } from '@keyway/store';
import { missingCredential } from '../credentials.ts';
import type { WorkerDependencies } from '../runEffect.ts';
import { readPermissionLists, type ReadLists } from './readPermissionLists.ts';

/** A list that is never answered is asked for again when somebody tests the credential. */
export const MAX_LIST_ATTEMPTS = 6;
/** Within the store's lease. */
const MAX_TRIAL_MILLISECONDS = 60_000;
/**
 * An unreachable cloud is tried again soon. A refused credential is tried less often, but still:
 * a new secret takes minutes to be valid everywhere.
 */
const BACK_OFF = {
  undecided: { first: 15, longest: 900 },
  failed: { first: 300, longest: 21_600 },
} as const;

export function backOffSeconds(result: keyof typeof BACK_OFF, attempts: number): number {
  const { first, longest } = BACK_OFF[result];
  return Math.min(longest, first * 2 ** Math.min(Math.max(attempts, 1) - 1, 16));
}

/** @throws ConnectorError where the credential is refused or the cloud can't be asked */
async function ask(
  { kind, organizationId }: ClaimedTrial,
  opened: OpenedConnections,
  deps: WorkerDependencies,
  signal: AbortSignal,
): Promise<void> {
  const { adobe, azure, aws, unopenable } = opened;
  if (kind === 'adobe' && adobe) return deps.adobe.tryCredential(adobe, { signal });
  if (kind === 'azure' && azure) return deps.azure.tryCredential(azure, { signal });
  if (kind === 'aws' && aws) return tryRole({ ...aws, organizationId }, deps.aws, signal);
  throw missingCredential(kind, unopenable);
}

/** What AWS says of the account is compared, because a role's ARN is only what somebody typed. */
async function tryRole(role: AwsConnection, aws: AwsPort, signal: AbortSignal): Promise<void> {
  const { account } = await aws.tryRole(role, { signal });
  if (account !== accountOfRole(role.roleArn))
    throw new ConnectorError({ kind: 'credential', code: OWN_CODES.otherAccount });
}

const CONNECTED = {
  ...{ result: 'connected', code: null, message: null, status: null, againAfterSeconds: null },
} as const satisfies TrialOutcome;

/** @throws whatever is no failure of the cloud or of the sealing key */
async function outcomeOf(
  trial: ClaimedTrial,
  deps: WorkerDependencies,
  signal: AbortSignal,
): Promise<TrialOutcome> {
  try {
    const opened = await deps.store.system().triedConnection(trial);
    await ask(trial, opened, deps, signal);
    if (trial.kind !== 'azure' || !opened.azure) return CONNECTED;
    const read = await readPermissionLists(trial, opened.azure, deps, signal);
    return outcomeWithLists(read, trial.attempts, deps.timeScale);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return outcomeOfFailure(error.failure, trial.attempts, deps.timeScale);
  }
}

/** A list that can't be read now is asked for again; the credential works all the same. */
export function outcomeWithLists(
  { lists, failure }: ReadLists,
  attempts: number,
  timeScale: number,
): TrialOutcome {
  const delay = backOffSeconds('undecided', attempts) * timeScale;
  const isOver = !failure || attempts >= MAX_LIST_ATTEMPTS;
  const againAfterSeconds = isOver ? null : Math.max(failure.retryAfterSeconds ?? 0, delay);
  return { ...CONNECTED, againAfterSeconds, ...(isOver ? { permissions: lists } : {}) };
}

/** Only a definite refusal says that the credential failed. */
export function outcomeOfFailure(
  { kind, code, message, status, retryAfterSeconds }: ReadFailure,
  attempts: number,
  timeScale: number,
): TrialOutcome {
  const result = isRetryable(kind) ? 'undecided' : 'failed';
  const againAfterSeconds = Math.max(
    retryAfterSeconds ?? 0,
    backOffSeconds(result, attempts) * timeScale,
  );
  return { result, code, message: message || code, status, againAfterSeconds };
}

/** @param stopping the process ends: the trial is released and nothing is recorded */
export async function tryConnection(
  trial: ClaimedTrial,
  deps: WorkerDependencies,
  stopping: AbortSignal,
): Promise<void> {
  const { store, log } = deps;
  const about = {
    organizationId: trial.organizationId,
    cloud: trial.kind,
    replaces: trial.replacement !== null,
    attempts: trial.attempts,
  };
  try {
    const outcome = await outcomeOf(
      trial,
      deps,
      AbortSignal.any([stopping, AbortSignal.timeout(MAX_TRIAL_MILLISECONDS)]),
    );
    if (stopping.aborted) return await store.trials.release(trial);
    const kept = await store.trials.record(trial, outcome);
    log.debug({ ...about, result: outcome.result, code: outcome.code, kept }, 'credential tried');
  } catch (error) {
    // Its lease expires; then it is tried again.
    log.error({ ...about, err: error }, 'trying a credential failed unexpectedly');
  }
}
