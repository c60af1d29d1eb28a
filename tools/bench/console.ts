/**
 * The console in Chromium: its first page, and its portfolio of 500 and of 10,000 organizations:
 * what comes over the network, how soon it is shown, how long its thread works, and its heap.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import type { Figure } from './figure.ts';
import { heapOfRounds, openSlowly, slopeOf, type FirstPage } from './firstPage.ts';
import {
  longestTaskMs,
  openBrowser,
  openPortfolio,
  pushed,
  scriptMs,
  scrollThrough,
  type OpenPortfolio,
} from './portfolioPage.ts';
import { graphqlClient } from '../product/graphqlClient.ts';
import { median } from './quantile.ts';
import { report } from './report.ts';
import { seededApi, type SeededApi } from './seededApi.ts';
import { tokenProxy } from './tokenProxy.ts';

const SMALL = 500;
const LARGE = 10_000;
const UPDATES = 10;
const LOADS = 3;
/** Of six pages each, as in ten minutes of work; the argument makes it shorter. */
const HEAP_ROUNDS = Number(process.argv[3] ?? 20);
const GOAL = {
  firstRowsMs: 1_000,
  firstContentMs: 1_000,
  updateMs: 16,
  taskMs: 50,
  scriptKb: 200,
  dataKb: 60,
  signInKb: 150,
  heapSlopeKb: 50,
};

/** An api with a number of organizations, and the address at which a browser sees them. */
async function withConsole<T>(
  organizations: number,
  act: (url: string, api: SeededApi) => Promise<T>,
): Promise<T> {
  const api = await seededApi(organizations);
  const proxy = await tokenProxy(new URL(api.url).origin, api.token);
  try {
    return await act(proxy.url, api);
  } finally {
    await proxy.close();
    await api.stop();
  }
}

/** Starts runs one by one. Returns the milliseconds of script that each costs the page. */
async function liveUpdates(shown: OpenPortfolio, { url, token }: SeededApi): Promise<number[]> {
  const owner = graphqlClient(new URL(url).origin, token);
  const took: number[] = [];
  for (let round = 0; round < UPDATES; round += 1) {
    const { organization } = await owner.mutate<{ organization: { id: string } }>(
      'createOrganization',
      'CreateOrganizationInput',
      {
        name: `Added ${round}`,
        imsOrgId: `${String(round).padStart(2, '0').repeat(12)}@AdobeOrg`,
        cloud: 'AZURE',
        region: 'VA7',
        shield: 'HEALTHCARE_SHIELD',
        ownsCja: true,
      },
      'organization { id }',
    );
    const seen = pushed(shown, organization.id);
    const before = await scriptMs(shown);
    const input = { organizationId: organization.id };
    await owner.mutate('startRun', 'StartRunInput', input, 'run { id }');
    await seen;
    // The console collects changes for a tenth of a second, and renders rows after that.
    await shown.page.waitForTimeout(600);
    took.push((await scriptMs(shown)) - before);
  }
  return took;
}

/** Of several loads with nothing cached. */
async function load(browser: Browser, url: string, organizations: number) {
  const firstRowsMs: number[] = [];
  let bytes = { script: 0, data: 0 };
  for (let round = 0; round < LOADS; round += 1) {
    const shown = await openPortfolio(browser, url, organizations);
    firstRowsMs.push(shown.firstRowsMs);
    bytes = shown.bytes;
    await shown.close();
  }
  return { firstRowsMs: median(firstRowsMs), bytes };
}

interface Measured {
  figures: Figure[];
  /** In kB, after each round through the navigation. */
  heap: number[];
}

/** The pages that people see first, and what the heap keeps of visits to all others. */
async function first(browser: Browser): Promise<Measured> {
  const slowly = async (address: string, selector: string): Promise<FirstPage[]> => {
    // The first warms the server up, as others have opened the page before.
    await openSlowly(browser, address, (page) => page.waitForSelector(selector));
    const loads = [];
    for (let round = 0; round < LOADS; round += 1)
      loads.push(await openSlowly(browser, address, (page) => page.waitForSelector(selector)));
    return loads;
  };
  return withConsole(SMALL, async (url, api) => {
    // Without the proxy, which would sign in.
    const signIn = await slowly(new URL(api.url).origin, 'main');
    const portfolio = await slowly(`${url}/`, '.kw-matrix-item');
    const shown = await openPortfolio(browser, url, SMALL);
    const taskMs = await longestTaskMs(browser, shown, () => scrollThrough(shown));
    const heap = await heapOfRounds(shown, HEAP_ROUNDS);
    await shown.close();
    const script = (signIn[0]?.scriptBytes ?? Number.NaN) / 1_000;
    return {
      heap,
      figures: [
        figure('sign-in page, script on the wire', 'kB', script, GOAL.signInKb),
        firstContent('sign-in page', signIn),
        firstContent('portfolio of 500', portfolio),
        figure('portfolio of 500, longest task while scrolling', 'ms', taskMs, GOAL.taskMs),
        figure('heap, growth a round through all pages', 'kB', slopeOf(heap), GOAL.heapSlopeKb),
      ],
    };
  });
}

const firstContent = (what: string, loads: readonly FirstPage[]): Figure =>
  figure(
    `${what} at 10 Mb/s, first content`,
    'ms',
    median(loads.map(({ firstContentMs }) => firstContentMs)),
    GOAL.firstContentMs,
  );

async function figures(browser: Browser): Promise<Figure[]> {
  const small = await withConsole(SMALL, (url) => load(browser, url, SMALL));
  const large = await withConsole(LARGE, async (url, api) => {
    const loaded = await load(browser, url, LARGE);
    const shown = await openPortfolio(browser, url, LARGE);
    const taskMs = await longestTaskMs(browser, shown, () => scrollThrough(shown));
    const updates = await liveUpdates(shown, api);
    await shown.close();
    return { ...loaded, taskMs, updates };
  });
  const kb = (bytes: number): number => bytes / 1_000;
  return [
    figure('portfolio of 500, script on the wire', 'kB', kb(small.bytes.script), GOAL.scriptKb),
    figure('portfolio of 500, data on the wire', 'kB', kb(small.bytes.data), GOAL.dataKb),
    figure('portfolio of 500, first rows', 'ms', small.firstRowsMs, GOAL.firstRowsMs),
    figure('portfolio of 10,000, first rows', 'ms', large.firstRowsMs, GOAL.firstRowsMs),
    { what: 'portfolio of 10,000, data on the wire', unit: 'kB', measured: kb(large.bytes.data) },
    figure(
      'portfolio of 10,000, script of a live update, median',
      'ms',
      median(large.updates),
      GOAL.updateMs,
    ),
    {
      what: 'portfolio of 10,000, script of a live update, most',
      unit: 'ms',
      measured: Math.max(...large.updates),
    },
    figure('portfolio of 10,000, longest task while scrolling', 'ms', large.taskMs, GOAL.taskMs),
  ];
}

const figure = (what: string, unit: string, measured: number, atMost: number): Figure => ({
  what,
  unit,
  measured,
  goal: { atMost },
});

/** The sources as they are, and not what somebody built earlier. */
function buildConsole(): void {
  const folder = fileURLToPath(new URL('../../apps/console', import.meta.url));
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The console could not be built.');
}

buildConsole();
const browser = await openBrowser();
try {
  const { figures: ofFirst, heap } = await first(browser);
  const heapKb = heap.map((kb) => Math.round(kb));
  report('console', [...ofFirst, ...(await figures(browser))], {
    loads: LOADS,
    updates: UPDATES,
    ...(heapKb.length > 0 && { heapKb }),
  });
} finally {
  await browser.close();
}
