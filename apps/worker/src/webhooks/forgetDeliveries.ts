import type { WorkerDependencies } from '../runEffect.ts';

/** Deletes deliveries that are too old to be kept; a failure is tried again with the next pass. */
export async function forgetDeliveries({
  store,
  log,
}: Pick<WorkerDependencies, 'store' | 'log'>): Promise<void> {
  try {
    await store.webhooks.forget();
  } catch (error) {
    log.warn({ err: error }, 'old deliveries of webhooks could not be deleted; trying again');
  }
}
