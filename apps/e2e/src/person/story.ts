/** Playwright's test with people: `await person('omar')` is a page in which Omar has signed in. */
import { writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { describeEveryRun } from '../product/runs.ts';
import { runningProduct } from '../product/running.ts';
import { PEOPLE } from './people.ts';
import type { PersonName } from './people.ts';
import { PageActivity } from './PageActivity.ts';

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Story {
  /**
   * A page of a person who has signed in; a second call for the same person in the same story is a
   * second browser.
   */
  person: (name: PersonName, options?: BrowserContextOptions) => Promise<Page>;
  /** A page of somebody who has not signed in. */
  signedOut: (options?: BrowserContextOptions) => Promise<Page>;
  /** What the browsers of this story requested and logged. */
  activity: PageActivity[];
  /** True where the story itself breaks the connection, which browsers log as an error. */
  ignoresErrors: boolean;
}

/**
 * The session of everybody who has signed in before: each person signs in once.
 */
const signedIn = new Map<PersonName, SignedIn>();

/** At the end of every story no page may have requested another origin or logged an error. */
export const story = base.extend<Story>({
  ignoresErrors: [false, { option: true }],
  // Playwright needs the pattern even where nothing is taken from it.
  activity: async ({}, use) => use([]),
  signedOut: async ({ browser, activity, ignoresErrors }, use, info) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: runningProduct().url, ...options });
      contexts.push(context);
      activity.push(new PageActivity(context));
      return context.newPage();
    });
    if (info.status !== info.expectedStatus) {
      writeFileSync(
        info.outputPath('runs-on-the-server.txt'),
        await describeEveryRun().catch((error: unknown) => String(error)),
      );
      // Of a run on another machine, often nothing but its output is kept.
      for (const one of activity) console.log(await one.describe());
    }
    for (const context of contexts) await context.close();
    for (const { externalRequests, errors } of activity) {
      expect(externalRequests, 'requests that left the origin').toEqual([]);
      if (!ignoresErrors) expect(errors, 'errors in the browser’s console').toEqual([]);
    }
  },
  person: async ({ signedOut }, use) => {
    await use(async (name, options) => {
      const page = await signedOut({ storageState: signedIn.get(name), ...options });
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

/** Who opens pages. */
export type Visitors = Pick<Story, 'person' | 'signedOut'>;

export { expect };
