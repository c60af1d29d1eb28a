/** Announces committed changes of alerts. */
import { z } from 'zod';
import type { Notifications } from '../database/notifications.ts';

/** An alert that was opened, acknowledged or resolved. */
export interface AlertChange {
  partnerId: string;
  organizationId: string;
  alertId: string;
}

const Changes: z.ZodType<AlertChange> = z.object({
  partnerId: z.string(),
  organizationId: z.string(),
  alertId: z.string(),
});

/** Null after a lost connection: any alert may have changed. */
export function onAlertChange(
  notifications: Notifications,
  listener: (change: AlertChange | null) => void,
): () => void {
  const stop = notifications.mustHear('keyway_alert', (payload) =>
    listener(Changes.parse(JSON.parse(payload))),
  );
  const stopMissed = notifications.onReconnect(() => listener(null));
  return () => {
    stop();
    stopMissed();
  };
}
