/** What a run approved and sent, so that it can be shown when the run is gone. */
import { globalId, TRACK_IDS, type Run, type TrackState } from '@keyway/core';

/** A line for each track on which something was approved, sent or attested, and each attempt. */
export const submittedOf = (run: Run): Record<string, unknown>[] =>
  TRACK_IDS.flatMap((id) => {
    const track = run.tracks[id];
    const { approval, submission, ticket, steps } = track;
    const of = { runId: globalId('Run', run.id), track: id };
    const earlier = earlierOf(track).map((one) => ({ ...of, ...one }));
    const attestation = steps.SUBMISSION?.attestation ?? steps.TICKET?.attestation ?? null;
    if (!approval && !submission && !ticket && !attestation) return earlier;
    const last = {
      ...{ ...of, ...approvalOf(track), ...submissionOf(track) },
      ...(attestation && { attestedBy: attestation.by.name }),
    };
    return [...earlier, last];
  });

/** Sent before the last one, and failed at Adobe. */
const earlierOf = ({ earlierSubmissions = [] }: TrackState): Record<string, unknown>[] =>
  earlierSubmissions.map(({ id, name, outcome }) => ({
    ...{ submissionId: id, name, reportedStatus: outcome },
  }));

function approvalOf({ approval }: TrackState): Record<string, unknown> {
  if (!approval) return {};
  const { requestedBy, requestedAt, decidedBy, decidedAt, comment } = approval;
  const isApproved = approval.status !== 'refused' && decidedBy !== null;
  return {
    ...{ requestedBy: requestedBy.name, requestedAt, status: approval.status },
    ...(isApproved && {
      ...{ approvedBy: decidedBy.name, principal: decidedBy.principal },
      ...{ approvedAt: decidedAt, comment },
    }),
    ...{ evidenceHash: approval.evidenceHash, keyIdentifier: approval.keyIdentifier },
    ...(approval.configurationName && { configurationName: approval.configurationName }),
  };
}

function submissionOf({ submission, ticket, confirmation }: TrackState): Record<string, unknown> {
  return {
    ...(submission && {
      ...{ submissionId: submission.id, name: submission.name, sentAt: submission.sentAt },
      adobeJobId: submission.externalId,
      reportedStatus: submission.statuses.at(-1)?.status ?? null,
    }),
    ...(ticket && { caseNumber: ticket.caseNumber, openedAt: ticket.openedAt }),
    ...(confirmation && {
      ...{ confirmedBy: confirmation.confirmedBy, confirmedAt: confirmation.confirmedAt },
    }),
  };
}
