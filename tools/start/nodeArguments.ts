/** What the pinned Node is started with, for every program of ours. */
import { fileURLToPath } from 'node:url';

const diesWithParent = fileURLToPath(new URL('./diesWithParent.mjs', import.meta.url));

/**
 * For any TypeScript program of the workspace: sources instead of builds, and an end when its
 * starter is gone.
 */
export const nodeArguments: readonly string[] = [
  '--conditions=@keyway/source',
  '--import',
  diesWithParent,
];

/**
 * For what runs for weeks (api, worker, sandbox). Left alone, V8 lets garbage pile up to several
 * times of what is alive; collected too early, it costs a third of the processor time.
 * docs/decisions/0040 has the measurements.
 */
export const serviceArguments: readonly string[] = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=50',
  ...nodeArguments,
];
