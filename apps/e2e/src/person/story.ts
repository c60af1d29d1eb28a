/**
 * Playwright's test with people: `await person('omar')` is a browser of his own in which Omar has
 * signed in. At the end of every story nobody's page may have left the origin or complained in the
 * console.
 */
import { writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { everyRun } from '../product/api.ts';
import { running } from '../product/running.ts';
import { PEOPLE } from './people.ts';
import type { PersonName } from './people.ts';
import { Watch } from './Watch.ts';

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Story {
  /**
   * A page of a person who has signed in; a second call for the same person in the same story is a
   * second browser.
   */
  person: (name: PersonName, options?: BrowserContextOptions) => Promise<Page>;
  /** A page of somebody who has not signed in. */
  stranger: (options?: BrowserContextOptions) => Promise<Page>;
  /** What the pages of this story did. */
  watches: Watch[];
  /** Set to false where the story itself breaks the connection, about which browsers complain. */
  isCalm: boolean;
}

/**
 * Who has signed in before, and with which session: the way through the provider is walked once a
 * person.
 */
const signedIn = new Map<PersonName, SignedIn>();

export const story = base.extend<Story>({
  isCalm: [true, { option: true }],
  // Playwright wants the pattern even where nothing is taken from it.
  watches: async ({}, use) => use([]),
  stranger: async ({ browser, watches, isCalm }, use, info) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: running().url, ...options });
      contexts.push(context);
      watches.push(new Watch(context));
      return context.newPage();
    });
    if (info.status !== info.expectedStatus) {
      writeFileSync(
        info.outputPath('runs-as-the-server-sees-them.txt'),
        await everyRun().catch((error: unknown) => String(error)),
      );
    }
    for (const context of contexts) await context.close();
    for (const watch of watches) {
      expect(watch.strangers, 'requests that left the origin').toEqual([]);
      if (isCalm) expect(watch.complaints, 'errors in the browser’s console').toEqual([]);
    }
  },
  person: async ({ stranger }, use) => {
    await use(async (name, options) => {
      const page = await stranger({ storageState: signedIn.get(name), ...options });
      await page.goto('/');
      if (!signedIn.has(name)) {
        await signIn(page, name);
        signedIn.set(name, await page.context().storageState());
      }
      return page;
    });
  },
});

/** From the console's sign-in page through the provider's and back: two clicks, no typing. */
export async function signIn(page: Page, name: PersonName): Promise<void> {
  await page.getByRole('button', { name: /^(Continue with|Continuar con) / }).click();
  await page.getByRole('button', { name: PEOPLE[name] }).click();
  await expect(page.getByRole('button', { name: new RegExp(PEOPLE[name]) })).toBeVisible();
}

export { expect };
