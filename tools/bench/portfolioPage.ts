/** The console's portfolio in a headless Chromium: what it loads, and how long its thread works. */
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findChromium } from '../test/chromium.ts';

const FIRST_ROW = '.kw-matrix-item';
const MATRIX = '.kw-matrix';

export interface OpenPortfolio {
  page: Page;
  cdp: CDPSession;
  /** From the start of the navigation. */
  firstRowsMs: number;
  /** Of the bodies, as they came over the network. */
  bytes: { script: number; data: number };
  close(): Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  const found = findChromium((line) => process.stderr.write(`${line}\n`));
  if ('missing' in found) throw new Error(found.missing);
  return chromium.launch({
    executablePath: found.path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** Opens the portfolio with nothing cached, and waits until all of its rows are loaded. */
export async function openPortfolio(
  browser: Browser,
  url: string,
  organizations: number,
): Promise<OpenPortfolio> {
  const context = await browser.newContext({ viewport: { width: 1480, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector(FIRST_ROW);
  const firstRowsMs = await page.evaluate(() => performance.now());
  await page.waitForFunction(
    ([matrix, rows]) =>
      document.querySelector(String(matrix))?.getAttribute('aria-rowcount') === String(rows),
    [MATRIX, organizations + 2] as const,
    { timeout: 120_000 },
  );
  const bytes = { script: await bodyBytes(page, '.js'), data: await bodyBytes(page, '/graphql') };
  return { page, cdp, firstRowsMs, bytes, close: () => context.close() };
}

const bodyBytes = (page: Page, ending: string): Promise<number> =>
  page.evaluate(
    (end) =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => new URL(name).pathname.endsWith(end))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    ending,
  );

/** Resolves when the page gets a change by its socket that names this ID. */
export function pushed({ cdp }: OpenPortfolio, id: string): Promise<void> {
  return new Promise((resolve) => {
    cdp.on('Network.webSocketFrameReceived', ({ response }) => {
      if (response.payloadData.includes(id)) resolve();
    });
  });
}

/** Of the page's main thread since it was opened, in milliseconds of processor time. */
export async function scriptMs({ cdp }: OpenPortfolio): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'ScriptDuration')?.value;
  if (seconds === undefined) throw new Error('Chromium does not say how long scripts ran.');
  return seconds * 1_000;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of processor time. */
  tdur?: number;
  args?: { name?: string };
}

/** The longest task of the page's main thread while `act` runs, in ms of processor time. */
export async function longestTaskMs(
  browser: Browser,
  { page }: OpenPortfolio,
  act: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    traceEvents: TraceEvent[];
  };
  const threads = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = trace.traceEvents.filter(
    ({ name, pid, tid, tdur }) =>
      name.endsWith('RunTask') && tdur !== undefined && threads.has(`${pid} ${tid}`),
  );
  if (tasks.length < 10) throw new Error(`The trace has only ${tasks.length} tasks.`);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
}

/** Scrolls through all rows, as a wheel does and by far jumps, a step in each frame. */
export async function scrollThrough({ page }: OpenPortfolio): Promise<void> {
  await page.evaluate(async (matrix) => {
    const element = document.querySelector(matrix);
    if (!element) throw new Error('There is no matrix.');
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let turn = 0; turn < 80; turn += 1) {
      element.scrollTop += turn % 3 === 2 ? -300 : 500;
      await frame();
    }
    for (let part = 0; part <= 20; part += 1) {
      element.scrollTop = (element.scrollHeight * part) / 20;
      await frame();
    }
  }, MATRIX);
}
