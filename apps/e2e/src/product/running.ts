/**
 * Where the product under test is. Written into the environment by the global setup, which the
 * workers inherit.
 */
export interface Running {
  /** The console's origin. */
  url: string;
  /** The sign-in provider's origin. */
  identity: string;
  token: string;
  dataDir: string;
  /** Port of the sandbox's clouds on 127.0.0.1. */
  clouds: number;
}

const NAME = 'KEYWAY_E2E_RUNNING';

export function announceRunning(running: Running): void {
  process.env[NAME] = JSON.stringify(running);
}

export function runningProduct(): Running {
  const text = process.env[NAME];
  if (!text)
    throw new Error(
      'No product runs: the stories are started by Playwright with its configuration in apps/e2e.',
    );
  return JSON.parse(text) as Running;
}
