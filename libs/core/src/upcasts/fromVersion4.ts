/**
 * Plan version 5 has the shape of version 4. The store keeps facts and checks of the steps beside
 * the state since then, and a program that does not know this must refuse the run.
 */
import type { StoredRun } from './storedRun.ts';

export const fromVersion4 = (run: StoredRun): StoredRun => ({ ...run, planVersion: 5 });
