/**
 * The point of no return: every fact is read again, and the configuration is sent only if all equal
 * what was approved (docs/reference/api.md, "Verify and submit").
 */
import { jobKeys, observationJobKeys, withStep, withTrack, type Outcome } from '../change.ts';
import { approvedNameCheck, checkConfigurationName } from '../configurationName.ts';
import { approvalProblem } from '../approvalGuards.ts';
import { evaluateBody } from '../checks/bodyNamesSameOrganization.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { namedActor } from '../eventActor.ts';
import { changedEvidence, configurationBody, evidenceHash } from '../evidence.ts';
import { canSubmit } from '../guards.ts';
import { earlierSubmission } from '../heldConfiguration.ts';
import { hostOf } from '../knowledge.ts';
import type { Run, Submission } from '../run.ts';
import { isRereading } from '../stepGuards.ts';
import { rereadForAttestation } from './attestedSubmission.ts';
import {
  applyReread,
  diagnosed,
  laterObservations,
  rereadAgain,
  rereadEffect,
  withoutEffect,
} from './reread.ts';
import { effectsAfterTicket, isTicketRereadDue, rereadAfterTicket } from './ticketReread.ts';

export const submitEffect = (
  submissionId: string,
  attempt: number,
  lookups: number,
  due: Effect['due'],
  pages = 0,
): Effect => ({
  type: 'submitConfiguration',
  jobKey: jobKeys.submit,
  data: { submissionId, attempt, lookups, ...(pages > 0 ? { pages } : {}) },
  due,
});

export function submissionRequested(run: Run, event: RunEventOf<'submissionRequested'>): Outcome {
  const { submissionId, configurationName, confirmImsOrgId } = event.data;
  const refusal = canSubmit(run, configurationName, confirmImsOrgId, event.at);
  if (refusal) return { refusal };
  const submission: Submission = {
    id: submissionId,
    status: 'rereading',
    name: configurationName,
    body: null,
    host: hostOf(run)!,
    requestedBy: namedActor(event.actor),
    requestedAt: event.at,
    sends: 0,
    unresolved: false,
    inFlightUntil: null,
    sentAt: null,
    externalId: null,
    statuses: [],
  };
  const named =
    approvedNameCheck(run.tracks.AEP.approval!) ??
    checkConfigurationName(configurationName, event.at);
  const next = withStep(withTrack(run, 'AEP', { submission }), 'AEP', 'SUBMISSION', {
    checks: [named],
  });
  return { run: next, effects: [rereadEffect('AEP', 'submission', 0, {})] };
}

export function trackReread(run: Run, event: RunEventOf<'trackReread'>): Outcome {
  const { purpose } = event.data;
  if (purpose === 'diagnosis') return diagnosed(run, event);
  if (purpose === 'submission' && !isRereading(run, 'AEP')) return { run, changed: false };
  if (purpose === 'ticketRecorded' && !isTicketRereadDue(run)) return { run, changed: false };
  // What was read before the ticket was recorded does not replace the reading after it, which took
  // its job key.
  if (purpose === 'ticket' && run.tracks.CJA.approval?.status !== 'approved')
    return { run, changed: false, effects: effectsAfterTicket(run) };
  const again = rereadAgain(run, event);
  if (again) return again;
  if (purpose === 'ticketRecorded') return { run: rereadAfterTicket(run, event) };
  return purpose === 'submission'
    ? rereadForSubmission(run, event)
    : { run: applyReread(run, event), later: laterObservations(event) };
}

function rereadForSubmission(run: Run, event: RunEventOf<'trackReread'>): Outcome {
  const { approval, submission, attesting } = run.tracks.AEP;
  const seen = applyReread(run, event);
  const problem = approvalProblem(run, 'AEP', event.at);
  const holds =
    approval !== null && problem === null && evidenceHash(seen, 'AEP') === approval.evidenceHash;
  if (attesting) return rereadForAttestation(run, seen, attesting, holds, event);
  const body = configurationBody(seen, submission!.name);
  // VAL-27: the bytes name the organization that the header will.
  if (holds && body !== null && evaluateBody(body, run.organization.imsOrgId).verdict === 'PASS') {
    const next = withTrack(seen, 'AEP', {
      approval: { ...approval, status: 'spent' },
      submission: { ...submission!, ...lookupOnly(run), status: 'sending', body },
    });
    return {
      run: next,
      effects: [submitEffect(submission!.id, 0, 0, {})],
      clearJobKeys: [jobKeys.expire('AEP'), ...observationJobKeys('AEP')],
    };
  }
  const next = withTrack(seen, 'AEP', {
    approval: approval && withoutEffect(approval, event.at, changedEvidence(run, seen, 'AEP')),
    submission: { ...submission!, status: 'aborted' },
  });
  return { run: next, later: laterObservations(event), clearJobKeys: [jobKeys.expire('AEP')] };
}

/**
 * Where Adobe has one already, the submission is only a lookup by its name: as after a send that
 * met a conflict (GAP-31).
 */
function lookupOnly(run: Run): Partial<Submission> {
  const earlier = earlierSubmission(run);
  if (earlier?.outcome !== 'exists') return {};
  const conflict = earlier.failure ?? {
    code: 'keyNotNamed',
    values: { name: earlier.name },
    upstreamMessage: null,
  };
  return { unresolved: true, conflict };
}
