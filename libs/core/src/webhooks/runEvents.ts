/**
 * What a change of a run is to receivers of webhooks: compared as it was and as it became, so that
 * it is the same whatever path wrote it.
 */
import type { CheckResult } from '../check.ts';
import type { Approval, Run, Submission, TrackState } from '../run.ts';
import { runStatus } from '../runStatus.ts';
import type { StepState } from '../stepState.ts';
import { TRACK_IDS, type Instant, type StepId, type TrackId } from '../vocabulary.ts';
import type { WebhookEventType } from './webhookEventTypes.ts';

/** An event before it says whose it is (`eventBody`). */
export interface WebhookEvent {
  type: WebhookEventType;
  timestamp: Instant;
  /** Beside the organization and the run. Plain JSON, without secrets. */
  data: Record<string, unknown>;
}

/** The events of a change in their order; none where it changed nothing that receivers hear of. */
export function runEvents(before: Run | null, after: Run): WebhookEvent[] {
  const timestamp = after.updatedAt;
  const event = (type: WebhookEventType, data: WebhookEvent['data'] = {}): WebhookEvent => ({
    type,
    timestamp,
    data,
  });
  const status = runStatus(after);
  const previousStatus = before && runStatus(before);
  return [
    ...(before ? [] : [event('run.started')]),
    ...TRACK_IDS.flatMap((track) => approvalEvents(track, before, after, event)),
    ...configurationEvents(before, after, event),
    ...TRACK_IDS.flatMap((track) => stepEvents(track, before, after, event)),
    ...(previousStatus !== null && previousStatus !== status
      ? [event('run.status_changed', { previousStatus })]
      : []),
    ...(after.completedAt !== null && !before?.completedAt ? [event('run.completed')] : []),
    ...(after.cancelled && !before?.cancelled
      ? [event('run.cancelled', reasonOf(after.cancelled))]
      : []),
  ];
}

type Make = (type: WebhookEventType, data?: WebhookEvent['data']) => WebhookEvent;

const reasonOf = ({ by, reason, code }: NonNullable<Run['cancelled']>) => ({
  cancellation: { by: by.name, reason, code: code ?? null },
});

const DECISIONS = { approved: 'APPROVED', refused: 'REFUSED' } as const;

function approvalEvents(
  track: TrackId,
  before: Run | null,
  after: Run,
  event: Make,
): WebhookEvent[] {
  const { approval } = after.tracks[track];
  if (!approval) return [];
  const earlier = before?.tracks[track].approval;
  const was = earlier?.requestedAt === approval.requestedAt ? earlier : null;
  const data = { track, approval: describeApproval(approval) };
  const events = was ? [] : [event('approval.requested', data)];
  const isDecided = approval.decidedAt !== null && was?.decidedAt !== approval.decidedAt;
  if (isDecided && (approval.status === 'approved' || approval.status === 'refused'))
    events.push(event('approval.decided', { ...data, decision: DECISIONS[approval.status] }));
  if (approval.status === 'void' && was?.status !== 'void')
    events.push(event('approval.voided', { ...data, cause: approval.voided?.code ?? 'withdrawn' }));
  return events;
}

const describeApproval = (approval: Approval) => ({
  requestedBy: approval.requestedBy.name,
  requestedAt: approval.requestedAt,
  decidedBy: approval.decidedBy?.name ?? null,
  decidedAt: approval.decidedAt,
  expiresAt: approval.expiresAt,
  evidenceHash: approval.evidenceHash,
  keyIdentifier: approval.keyIdentifier,
  configurationName: approval.configurationName ?? null,
  comment: approval.comment,
  reason: approval.reason,
});

function configurationEvents(before: Run | null, after: Run, event: Make): WebhookEvent[] {
  const track = 'AEP';
  const now = after.tracks[track];
  const was = before?.tracks[track];
  const events: WebhookEvent[] = [];
  const { submission } = now;
  const earlier = was?.submission && was.submission.id === submission?.id ? was.submission : null;
  if (submission?.status === 'sent' && earlier?.status !== 'sent')
    events.push(event('configuration.submitted', { track, configuration: describe(submission) }));
  else if (isAttested(now) && !isAttested(was))
    events.push(event('configuration.submitted', { track, configuration: ATTESTED }));
  const [status, previousStatus] = [lastStatus(submission), lastStatus(earlier)];
  if (submission && status !== previousStatus)
    events.push(
      event('configuration.status_changed', {
        ...{ track, configuration: describe(submission), previousStatus },
      }),
    );
  return events;
}

/** A person says that it was submitted; Keyway sent nothing. */
const ATTESTED = { name: null, id: null, status: null, attested: true };

const isAttested = (track: TrackState | undefined): boolean =>
  Boolean(track?.steps.SUBMISSION?.attestation);
/** As the other side reported it, verbatim. */
const lastStatus = (submission: Submission | null): string | null =>
  submission?.statuses.at(-1)?.status ?? null;
const describe = (submission: Submission) => ({
  name: submission.name,
  id: submission.externalId,
  status: lastStatus(submission),
  attested: false,
});

function stepEvents(track: TrackId, before: Run | null, after: Run, event: Make): WebhookEvent[] {
  return Object.entries(after.tracks[track].steps).flatMap(([id, step]) => {
    const was = before?.tracks[track].steps[id as StepId];
    const isNew = was?.status !== step.status;
    const data = { track, step: describeStep(id, step) };
    if (step.status === 'BLOCKED' && isNew) return [event('step.blocked', data)];
    // Somebody else has to act: as new to receivers as the status.
    if (step.status === 'WAITING' && (isNew || was.actor !== step.actor))
      return [event('step.waiting', data)];
    return [];
  });
}

const describeStep = (id: string, { status, actor, since, checks }: StepState) => ({
  ...{ id, status, actor, since },
  checks: checks.filter(needsAttention).map(({ check, outcome, verdict }) => ({
    ...{ check, outcome, verdict },
  })),
});

const needsAttention = ({ verdict, override }: CheckResult): boolean =>
  (verdict === 'BLOCK' || verdict === 'UNKNOWN') && !override;
