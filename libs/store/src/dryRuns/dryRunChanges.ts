/** Announces committed changes of dry runs. */
import { z } from 'zod';
import type { Notifications } from '../database/notifications.ts';

/** A dry run that changed. */
export interface DryRunChange {
  partnerId: string;
  dryRunId: string;
}

const Changes: z.ZodType<DryRunChange> = z.object({ partnerId: z.string(), dryRunId: z.string() });

/** Null after a lost connection: any may have changed. */
export function onDryRunChange(
  notifications: Notifications,
  listener: (change: DryRunChange | null) => void,
): () => void {
  const stop = notifications.mustHear('keyway_dry_run', (payload) =>
    listener(Changes.parse(JSON.parse(payload))),
  );
  const stopMissed = notifications.onReconnect(() => listener(null));
  return () => {
    stop();
    stopMissed();
  };
}
