/**
 * One action for many organizations: selected in the list, previewed with one that is blocked,
 * followed live, canceled. Then links for the customers' admins, which only the starter sees.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addOrganizations, begin } from '../product/customers.ts';
import { runningProduct } from '../product/running.ts';
import { createCustomer } from '../product/sandbox.ts';
import { expect, story } from '../person/story.ts';

const FAMILY = 'Bulk story';

async function findAll(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Organizations' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  await page.getByRole('searchbox').fill(FAMILY);
  // A selection ends with the filter, so it must be there before.
  await page.waitForURL(/text=Bulk/);
  await expect(page.getByText('4 organizations', { exact: true })).toBeVisible();
}

async function openDialog(page: Page, action: string) {
  await page.getByRole('button', { name: 'Bulk action' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bulk action' });
  await dialog.getByText(action, { exact: true }).click();
  return dialog;
}

/** Stops every worker, or lets them continue. */
function signalWorkers(signal: 'SIGSTOP' | 'SIGCONT'): void {
  const folder = join(runningProduct().dataDir, 'run');
  for (const file of readdirSync(folder).filter((name) => /^worker.*\.process\.json$/.test(name))) {
    const { pid } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { pid: number };
    process.kill(pid, signal);
  }
}

/** While no worker runs, a job is pending, and what is pending is skipped. */
async function cancelOne(omar: Page): Promise<void> {
  await findAll(omar);
  await omar.getByRole('checkbox', { name: `Select ${FAMILY} 2` }).check();
  const dialog = await openDialog(omar, 'Start runs');
  const start = dialog.getByRole('button', { name: 'Start 1 run' });
  await expect(start).toBeEnabled();
  signalWorkers('SIGSTOP');
  try {
    await start.click();
    await expect(omar.getByText('Running · 0 of 1 done')).toBeVisible();
    await omar.getByRole('button', { name: 'Cancel job' }).click();
    await omar.getByRole('alertdialog').getByRole('button', { name: 'Cancel job' }).click();
    await expect(omar.getByText('Canceled · 0 of 1 done, 1 skipped')).toBeVisible();
  } finally {
    signalWorkers('SIGCONT');
  }
  await expect(rowOf(omar, `${FAMILY} 2`)).toContainText('Skipped');
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Organizations of the job' }).getByRole('row', { name });

story(
  'an operator starts runs in bulk, and hands off their steps',
  async ({ person, signedOut }) => {
    const first = await begin(await createCustomer('happyPath'), `${FAMILY} with a run`);
    await addOrganizations([1, 2, 3].map((place) => `${FAMILY} ${place}`));
    const omar = await person('omar');

    await findAll(omar);
    await omar.getByRole('checkbox', { name: `Select ${FAMILY} 1` }).check();
    await omar.getByRole('checkbox', { name: `Select ${first.name}` }).check();
    await expect(omar.getByText('2 organizations selected')).toBeVisible();
    let dialog = await openDialog(omar, 'Start runs');
    await expect(dialog).toContainText('1 organization is not eligible');
    await expect(dialog).toContainText(first.name);
    await dialog.getByRole('button', { name: 'Start 1 run' }).click();
    await expect(omar.getByRole('heading', { level: 1, name: 'Start runs' })).toBeVisible();
    await expect(omar.getByText('Done · 1 of 2 done, 1 refused')).toBeVisible();
    await expect(rowOf(omar, `${FAMILY} 1`)).toContainText('Done');
    await expect(rowOf(omar, first.name)).toContainText(/Refused.*open run/);

    await cancelOne(omar);

    await findAll(omar);
    await omar.getByRole('checkbox', { name: 'Select every organization shown' }).check();
    dialog = await openDialog(omar, 'Create hand-offs');
    await expect(dialog).toContainText('2 organizations are not eligible');
    await dialog.getByRole('button', { name: 'Create 2 hand-offs' }).click();
    await expect(omar.getByText('Done · 2 of 4 done, 2 refused')).toBeVisible();
    const saved = omar.waitForEvent('download');
    await omar.getByRole('button', { name: 'Download as CSV' }).click();
    const stream = await (await saved).createReadStream();
    const lines = (await stream.toArray()).join('').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    const link = lines.find((line) => line.includes(first.name))?.match(/"(http[^"]+)"$/)?.[1];
    expect(link).toMatch(/\/hand-off\/kwh_[0-9A-Za-z]{46}$/);

    const admin = await signedOut();
    await admin.goto(new URL(link!).pathname);
    await expect(admin.getByText(first.name).first()).toBeVisible();

    const job = new URL(omar.url()).pathname;
    const paula = await person('paula');
    await paula.goto(job);
    await expect(paula.getByText(/shown to whoever started the job/)).toBeVisible();
    await expect(paula.getByText(/kwh_/)).toHaveCount(0);
  },
);
