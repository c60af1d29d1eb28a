/** The place that an item of the inbox is about. */
import type { InboxItemView } from '../../features/inbox/inboxDocuments.ts';
import { alertHref, approvalHref, runHref, stepHref } from '../../ui/runAddress.ts';

type Place = Pick<InboxItemView, 'kind' | 'runId' | 'alertId' | 'track' | 'step'>;

export function inboxHref({ kind, runId, alertId, track, step }: Place): string {
  if (alertId) return alertHref(alertId);
  if (!runId) return '/inbox';
  if (kind.startsWith('APPROVAL_') && track) return approvalHref(runId, track);
  return track && step ? stepHref(runId, track, step) : runHref(runId);
}
