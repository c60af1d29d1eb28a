/** Announces committed changes of bulk jobs. */
import { z } from 'zod';
import type { Notifications } from '../database/notifications.ts';

/** A job that changed. */
export interface BulkChange {
  partnerId: string;
  jobId: string;
}

const Changes: z.ZodType<BulkChange> = z.object({ partnerId: z.string(), jobId: z.string() });

/** Null after a lost connection: any job may have changed. */
export function onBulkChange(
  notifications: Notifications,
  listener: (change: BulkChange | null) => void,
): () => void {
  const stop = notifications.mustHear('keyway_bulk', (payload) =>
    listener(Changes.parse(JSON.parse(payload))),
  );
  const stopMissed = notifications.onReconnect(() => listener(null));
  return () => {
    stop();
    stopMissed();
  };
}
