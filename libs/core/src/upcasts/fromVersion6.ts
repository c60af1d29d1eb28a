/**
 * Plan version 7 has the shape of version 6. The store keeps states packed since then, and a
 * program that does not know this must refuse the run.
 */
import type { StoredRun } from './storedRun.ts';

export const fromVersion6 = (run: StoredRun): StoredRun => ({ ...run, planVersion: 7 });
