/** The exact text that is sent of an event, the same for every receiver and attempt. */
import { globalId } from '../globalId.ts';
import type { WebhookEvent } from './runEvents.ts';

/** Whose an event is; UUIDs. */
export interface EventSubject {
  /** Null: of the partner, such as a test. */
  organization: { id: string; imsOrgId: string; name: string } | null;
  run: { id: string; status: string; version: number } | null;
}

/** JSON with the IDs as the API serves them. */
export function eventBody({ organization, run }: EventSubject, event: WebhookEvent): string {
  const { type, timestamp, data } = event;
  return JSON.stringify({
    type,
    timestamp,
    data: {
      ...(organization && {
        organization: { ...organization, id: globalId('Organization', organization.id) },
      }),
      ...(run && { run: { ...run, id: globalId('Run', run.id) } }),
      ...data,
    },
  });
}
