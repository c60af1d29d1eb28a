/**
 * Whole flows in a real browser against the real product with its sandbox; nothing of it is
 * imported, all of it is used.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
/**
 * Chromium does not start its sandbox for the superuser, which is who runs tests in a container.
 */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.story.ts',
  outputDir: `${root}/out/e2e`,
  globalSetup: './src/product/globalSetup.ts',
  // One product serves all stories, and one of them kills its api.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 900_000,
  expect: { timeout: 90_000 },
  reporter: [['list'], ['json', { outputFile: `${root}/out/tests/browser.json` }]],
  use: {
    actionTimeout: 90_000,
    navigationTimeout: 180_000,
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.KEYWAY_CHROMIUM || '/usr/bin/chromium',
      // Nothing but this machine can be reached, so that a request that leaves it fails and is
      // seen.
      args: [
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
        ...asRoot,
      ],
    },
  },
});
