/**
 * The test settings that every project shares. Timeouts are long because they only catch hangs: no
 * test may depend on the machine's speed.
 */
import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';

const HANGS_MILLISECONDS = 1_800_000;

const SHARE_MODULES = new Set([
  'api',
  'core',
  'messages',
  'connector-transport',
  'connector-azure',
  'connector-adobe',
  'connector-aws',
  'sandbox',
  'store',
]);

/**
 * Settings for one project's tests; `directory` is the project's folder (`import.meta.dirname` of
 * its vitest.config.ts).
 */
export function projectTests(
  name: string,
  directory: string,
  environment: 'node' | 'jsdom' = 'node',
): ViteUserConfig {
  const conditions = ['@keyway/source', 'node', 'import', 'module', 'default'];
  const resultsFile = fileURLToPath(new URL(`./out/tests/${name}.json`, import.meta.url));
  return {
    root: directory,
    cacheDir: fileURLToPath(new URL(`./node_modules/.vite/${name}`, import.meta.url)),
    resolve: { conditions },
    // Vitest passes these to Node unchanged: `import` or `module` among them would make
    // `require` load packages' ES modules.
    ssr: {
      resolve: {
        conditions: ['@keyway/source', 'node'],
        externalConditions: ['@keyway/source', 'node'],
      },
    },
    test: {
      name,
      environment,
      include: ['src/**/*.test.{ts,tsx}'],
      execArgv: ['--conditions=@keyway/source'],
      testTimeout: HANGS_MILLISECONDS,
      // A poll waits for what happens, however slow the machine; its default is one second.
      expect: { poll: { timeout: 300_000 } },
      hookTimeout: HANGS_MILLISECONDS,
      teardownTimeout: 30_000,
      maxWorkers: 2,
      // Files of one worker share their modules where each file puts back what it changes of a
      // global or a module's state: importing them again for each file took up to half of the CPU
      // time.
      isolate: !SHARE_MODULES.has(name),
      // Under Nx the results are also written as JSON: `npm test` counts them, and the task cache
      // restores them.
      reporters: process.env.NX_TASK_TARGET_PROJECT
        ? ['default', ['json', { outputFile: resultsFile }]]
        : ['default'],
      allowOnly: false,
      passWithNoTests: false,
    },
  };
}
