/** Dashboard and alert rules: only metrics that exist, and a runbook for each alert. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { inRoot } from '../bootstrap/places.mjs';
import { startProduct } from '../product/startProduct.ts';
import { findTool } from '../toolCache/tools.ts';
import { metricsOf } from './metricsOf.ts';

const folder = inRoot('deploy', 'monitoring');
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const page = readFileSync(inRoot('docs', 'operations', 'observability.md'), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; description: string; runbook_url: string };
}
const rules = (parse(read('keyway.rules.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  ({ rules: some }) => some,
);

interface Panel {
  type: string;
  title: string;
  description?: string;
  targets?: { expr: string }[];
}
const { panels } = JSON.parse(read('keyway.dashboard.json')) as { panels: Panel[] };
const queries = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

/** Names and labels as a running api serves them. */
const promtool = await findTool('promtool');
let served: string;
/** The time only catches hangs. */
const UNTIL_REPORTED = { timeout: 300_000, interval: 200 };
/** Of Prometheus itself. */
const OWN = new Set(['up']);

beforeAll(async () => {
  const product = await startProduct({ KEYWAY_POLL_SCALE: '0.01' });
  try {
    await vi.waitFor(async () => {
      served = await (await fetch(`${product.url}/metrics`)).text();
      if (!/^keyway_workers 1$/m.test(served)) throw new Error('No worker has reported yet.');
    }, UNTIL_REPORTED);
  } finally {
    await product.stop();
  }
});

/** Histograms are served by their parts. */
function servedNames(): Set<string> {
  const names = [...served.matchAll(/^# TYPE (\w+) (\w+)/gm)];
  return new Set(
    names.flatMap(([, name, type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name!],
    ),
  );
}

test.each([...queries, ...rules.map(({ expr }) => expr)])('%s asks for what exists', (expr) => {
  const used = metricsOf(expr).filter((name) => !OWN.has(name));
  for (const name of used) expect(servedNames()).toContain(name);
  expect(metricsOf(expr).length).toBeGreaterThan(0);
});

test('a metric that does not exist would be found', () => {
  expect(metricsOf('sum by (le) (rate(keyway_gone_seconds_bucket{a="keyway_x"}[5m])) > 1')).toEqual(
    ['keyway_gone_seconds_bucket'],
  );
});

describe('alert rules', () => {
  test('are named once, and say what happened, what it means and where the runbook is', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    for (const { alert, labels, annotations } of rules) {
      expect(['critical', 'warning', 'info'], alert).toContain(labels.severity);
      expect(annotations.summary, alert).toMatch(/^[A-Z][^.]{10,80}$/);
      expect(annotations.description, alert).toMatch(/\.$/);
      expect(annotations.runbook_url, alert).toBe(
        `docs/operations/observability.md#${alert.toLowerCase()}`,
      );
      expect(page, alert).toContain(`\n### ${alert}\n`);
    }
    const runbooks = [...page.matchAll(/^### (Keyway\w+)$/gm)].map(([, name]) => name);
    expect(runbooks.sort()).toEqual(names.sort());
  });

  test('stand in one place: pages link to them instead of repeating them', () => {
    const pages = globSync('docs/**/*.md', { cwd: inRoot() });
    expect(pages.length).toBeGreaterThan(20);
    const repeating = pages.filter((path) =>
      /^\s*- alert:/m.test(readFileSync(inRoot(path), 'utf8')),
    );
    expect(repeating).toEqual([]);
  });

  const title = 'path' in promtool ? 'promtool %s rules %s' : `%s %s: ${promtool.missing}`;
  test.skipIf('missing' in promtool).each([
    ['check', 'keyway.rules.yaml'],
    ['test', 'keyway.rules.test.yaml'],
  ])(title, (command, file) => {
    const program = 'path' in promtool ? promtool.path : '';
    const { status, stderr, stdout } = spawnSync(program, [command, 'rules', file], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).not.toMatch(/FAILED/);
    expect(status).toBe(0);
  });
});

test('each panel of the dashboard has a title, a description and a query', () => {
  for (const { type, title, description, targets } of panels) {
    expect(title).not.toBe('');
    if (type === 'row') continue;
    expect(description, title).toBeTruthy();
    expect(targets?.length, title).toBeGreaterThan(0);
  }
});

test('the catalog lists the metrics of Keyway that are served, and no others', () => {
  const [, ofApi, ofWorker] = page.split(/<!-- metrics: \w+ -->/);
  const listed = (text: string): string[] =>
    [
      ...text
        .split('\n\n')
        .slice(0, 3)
        .join('\n')
        .matchAll(/^\| `(\w+)`/gm),
    ].map(([, name]) => name!);
  const types = [...served.matchAll(/^# TYPE (keyway_\w+) /gm)].map(([, name]) => name);
  expect(listed(ofApi!)).toEqual(types.sort());
  const source = readFileSync(inRoot('apps', 'worker', 'src', 'workerFigures.ts'), 'utf8');
  const own = [...source.matchAll(/name: '(keyway_\w+)'/g)].map(([, name]) => name!);
  expect(listed(ofWorker!)).toEqual(own.sort());
});
