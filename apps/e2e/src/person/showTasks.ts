/** Your tasks on the portfolio, whole. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './story.ts';

/** Unfolds every group of tasks, as long as it is: all stories have tasks of their own. */
async function showEveryTask(page: Page): Promise<void> {
  const tasks = page.getByRole('region', { name: 'Your tasks' });
  await expect(tasks.getByRole('button', { expanded: true }).first()).toBeVisible();
  const folded = tasks.getByRole('button', { expanded: false });
  while ((await folded.count()) > 0) await folded.first().click();
  const more = tasks.getByRole('button', { name: /^Show (all|\d)/ });
  while ((await more.count()) > 0) {
    const before = await more.count();
    await more.first().click();
    await expect(more).toHaveCount(before - 1);
  }
}

/** Blocked runs are shown before the tasks are read, whose groups are folded. */
export async function showTasks(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    await showEveryTask(page);
    expect(await wanted.count()).toBeGreaterThan(0);
  }).toPass();
}
