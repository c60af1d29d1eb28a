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
 * For what runs for weeks (api, worker, sandbox). V8 lets the garbage of busy times pile
 * up to several times of what is alive; collected earlier, a process holds about two thirds of the
 * memory (`npm run bench -- memory`).
 */
export const serviceArguments: readonly string[] = [
  '--max-semi-space-size=2',
  '--heap-growing-percent=20',
  ...nodeArguments,
];
