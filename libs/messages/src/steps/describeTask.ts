/** What the actor of a step has to do, for use inside a sentence. */
import {
  isConnected,
  isObservedStep,
  keyOf,
  lastBlockedOf,
  planProblem,
  setupStatus,
  tenantOf,
  type Locale,
  type Run,
  type StepId,
  type TrackId,
} from '@keyway/core';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { toClause } from '../shorten.ts';
import { whyAgain } from './describeLastApproval.ts';

const NEED_A_KEY: ReadonlySet<StepId> = new Set(['VAULT', 'KEY', 'NETWORK']);

/** The cloud to connect before the step can be read, or Adobe's status asked for. */
function missingConnection(
  run: Run,
  track: TrackId,
  step: StepId,
): 'Adobe' | 'Azure' | 'AWS' | null {
  // Not asked for otherwise: an installation can have no identity of its own in AWS.
  if (run.organization.cloud === 'AWS')
    return isObservedStep(step) && !isConnected(run, step) && lastBlockedOf(run, track, step)
      ? 'AWS'
      : null;
  if (step === 'ACTIVATION')
    return run.tracks.AEP.submission?.status === 'sent' && !run.connections.adobe ? 'Adobe' : null;
  if (!isObservedStep(step) || isConnected(run, step)) return null;
  return step === 'APP_REGISTRATION' ? 'Adobe' : 'Azure';
}

export function describeTask(run: Run, track: TrackId, step: StepId, locale: Locale): string {
  const { otherTasks } = messagesIn(locale);
  const key = keyOf(run, track);
  const { approval, setup, keyPolicy } = run.tracks[track];
  const plan = setup && setupStatus(setup) === 'PLANNED' ? setup.plan : null;
  if (NEED_A_KEY.has(step) && plan && !planProblem(plan)) return otherTasks.confirmSetup;
  if (!key && NEED_A_KEY.has(step) && run.organization.cloud === 'AZURE')
    return otherTasks.provideKey;
  if (step === 'KEY' && run.organization.cloud === 'AWS' && !run.tracks[track].key)
    return otherTasks.provideArn;
  if (step === 'POLICY' && !keyPolicy) return otherTasks.provideKeyPolicy;
  if (step === 'APPROVAL' && approval?.status !== 'requested')
    return approval
      ? format(otherTasks.requestApprovalAgain, { why: whyAgain(approval) }, locale)
      : otherTasks.requestApproval;
  const task = describeOwnTask(run, track, step, locale);
  const cloud = missingConnection(run, track, step);
  if (cloud && lastBlockedOf(run, track, step))
    return format(otherTasks.connectAgain, { cloud, task }, locale);
  return cloud ? format(otherTasks.connectOrAttest, { cloud, task }, locale) : task;
}

/** What the step itself asks for, whoever has to act before that. */
export function describeOwnTask(run: Run, track: TrackId, step: StepId, locale: Locale): string {
  const { tasks, otherTasks } = messagesIn(locale);
  if (run.organization.cloud === 'AWS' && step === 'KEY') return otherTasks.kmsKey;
  if (run.organization.cloud === 'AWS' && step === 'SUBMISSION') return otherTasks.saveOnAws;
  if (run.organization.cloud === 'AWS' && step === 'CONFIRMATION') return otherTasks.confirmOnAws;
  const key = keyOf(run, track);
  const state = run.tracks[track].steps[step];
  const values = {
    vault: key?.vault,
    key: key?.key,
    tenant: tenantOf(run, track),
    case: run.tracks.CJA.ticket?.caseNumber,
    status:
      state?.status === 'WAITING' && state.actor === 'ADOBE' && state.externalStatus
        ? toClause(state.externalStatus)
        : null,
  };
  return format(tasks[step], values, locale);
}
