/** How soon a page shows something over a slow network, and what the heap keeps of visits. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { OpenPortfolio } from './portfolioPage.ts';

/** 10 Mb/s, as a busy office has it. */
const SLOW = { offline: false, latency: 20, downloadThroughput: 1.25e6, uploadThroughput: 1.25e6 };

export interface FirstPage {
  /** From the start of the navigation to the first text or picture. */
  firstContentMs: number;
  /** Of scripts that load before it, as they came over the network. */
  scriptBytes: number;
}

/** Opens an address with nothing cached, and waits for what `shows` finds. */
export async function openSlowly(
  browser: Browser,
  url: string,
  shows: (page: Page) => Promise<unknown>,
): Promise<FirstPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', SLOW);
    await page.goto(url, { waitUntil: 'commit' });
    await shows(page);
    return await page.evaluate(() => {
      const [first] = performance.getEntriesByName('first-contentful-paint');
      if (!first) throw new Error('Nothing was painted.');
      const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      // What is loaded ahead for the next page is no part of this one.
      const scripts = resources.filter(
        ({ name, initiatorType }) =>
          new URL(name).pathname.endsWith('.js') && initiatorType !== 'link',
      );
      return {
        firstContentMs: first.startTime,
        scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      };
    });
  } finally {
    await context.close();
  }
}

const PLACES = ['Organizations', 'Approvals', 'Health', 'History', 'Settings', 'Portfolio'];
/** After these every page's code and its data are there, and the engine has compiled them. */
const WARM_ROUNDS = 25;

/**
 * The heap after each of many rounds through the navigation, in kB after a collection. Each round
 * opens the pages that people open in half a minute.
 */
export async function heapOfRounds(
  { page, cdp }: OpenPortfolio,
  rounds: number,
): Promise<number[]> {
  for (let round = 0; round < WARM_ROUNDS; round += 1) await visitAll(page);
  const heap: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await visitAll(page);
    heap.push((await usedHeap(cdp)) / 1_000);
  }
  return heap;
}

/** How much a series grows from one value to the next, by least squares. */
export function slopeOf(values: readonly number[]): number {
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
  const places = values.map((_, place) => place);
  const [meanPlace, meanValue] = [mean(places), mean(values)];
  const shared = values.map((value, place) => (place - meanPlace) * (value - meanValue));
  return mean(shared) / mean(places.map((place) => (place - meanPlace) ** 2));
}

async function visitAll(page: Page): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' });
  for (const place of PLACES) {
    await navigation.getByRole('link', { name: place }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(400);
  }
}

async function usedHeap(cdp: CDPSession): Promise<number> {
  // Twice: what the first frees lets go of more.
  for (let turn = 0; turn < 2; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}
