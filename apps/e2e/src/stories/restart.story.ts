/**
 * The api is killed while a run is open in a browser: the page shows it, recovers, and works again.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, story } from '../person/story.ts';
import { attestEntitlement, expectStep } from '../person/runPage.ts';
import { begin } from '../product/customers.ts';
import { runningProduct } from '../product/running.ts';
import { createCustomer } from '../product/sandbox.ts';

// A browser logs every broken connection as an error.
story.use({ ignoresErrors: true });

function killApi(): void {
  const file = join(runningProduct().dataDir, 'run', 'api.process.json');
  try {
    process.kill((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid, 'SIGKILL');
  } catch {
    // It is down already, or has not written its process ID yet.
  }
}

story('live updates pause and come back when the api is killed', async ({ person }) => {
  const run = await begin(await createCustomer('happyPath'), 'Northwind Restart');
  const omar = await person('omar');
  await omar.goto(`/runs/${encodeURIComponent(run.runId)}`);
  await expectStep(omar, 'AEP', 'Entitlement', 'Ready');

  const notice = omar
    .getByRole('complementary')
    .filter({ hasText: 'Live updates paused, reconnecting' });
  // The page shows no notice for a short break, and the api is restarted soon: it is killed again
  // until the notice appears.
  await expect(async () => {
    killApi();
    await expect(notice).toBeVisible({ timeout: 400 });
  }).toPass({ timeout: 300_000, intervals: [0] });
  await expect(omar.getByRole('heading', { level: 1, name: 'Northwind Restart' })).toBeVisible();
  await expect(notice).toBeHidden();

  await attestEntitlement(omar, 'AEP');
  await expectStep(omar, 'AEP', 'Entitlement', 'Done · attested');
});
