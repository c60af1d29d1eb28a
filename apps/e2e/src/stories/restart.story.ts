/**
 * The api dies while somebody looks at a run: the page says so, says when it is over, and works on.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, story } from '../person/story.ts';
import { attestEntitlement, expectStep } from '../person/runPage.ts';
import { begin } from '../product/api.ts';
import { running } from '../product/running.ts';
import { layOut } from '../product/sandbox.ts';

// A browser complains of every connection that breaks.
story.use({ isCalm: false });

function killApi(): void {
  const file = join(running().dataDir, 'run', 'api.process.json');
  try {
    process.kill((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid, 'SIGKILL');
  } catch {
    // It is down already, or has not written its number yet.
  }
}

story('live updates pause and come back when the api is killed', async ({ person }) => {
  const run = await begin(await layOut('happyPath'), 'Northwind Restart');
  const omar = await person('omar');
  await omar.goto(`/runs/${encodeURIComponent(run.runId)}`);
  await expectStep(omar, 'AEP', 'Entitlement', 'Ready');

  const notice = omar
    .getByRole('complementary')
    .filter({ hasText: 'Live updates paused, reconnecting' });
  // Short breaks are not worth a notice, and the api is back soon: it is kept down until the notice
  // is there.
  await expect(async () => {
    killApi();
    await expect(notice).toBeVisible({ timeout: 400 });
  }).toPass({ timeout: 60_000, intervals: [0] });
  await expect(omar.getByRole('heading', { level: 1, name: 'Northwind Restart' })).toBeVisible();
  await expect(notice).toBeHidden({ timeout: 90_000 });

  await attestEntitlement(omar, 'AEP');
  await expectStep(omar, 'AEP', 'Entitlement', 'Done · attested');
});
