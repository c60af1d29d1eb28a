import { existsSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { CHECK_IDS, CLOUDS, planFor, RULE_IDS, STEP_IDS } from '@keyway/core';
import { expect, it } from 'vitest';
import { BENCH_NAMES } from '../bench/benchNames.ts';
import { readReport } from '../bench/report.ts';
import { generatedDocs } from './generatedDocs.ts';

const pages = await generatedDocs();
const page = (name: string): string =>
  [...pages].find(([path]) => path.replaceAll(sep, '/').endsWith(`/${name}`))?.[1] ?? '';

it.each([...pages])('%s is up to date (otherwise: npm run generate)', (path, text) => {
  expect(existsSync(path) ? readFileSync(path, 'utf8') : 'missing').toBe(text);
});

it('names every check once, in a row of its own', () => {
  const rows = page('checks.md')
    .split('\n')
    .flatMap((line) => /^\| <a id="(\w+)"><\/a>`\1`/.exec(line)?.[1] ?? []);
  expect(rows).toEqual([...CHECK_IDS]);
});

it('gives every rule an anchor, and every rule of a check a link to it', () => {
  const rules = page('rules.md');
  for (const id of RULE_IDS) expect(rules).toContain(`<a id="${id}"></a>${id} `);
  const links = page('checks.md').matchAll(/\(rules\.md#([^)]+)\)/g);
  expect(RULE_IDS).toEqual(expect.arrayContaining([...links].map(([, id]) => id)));
});

it('documents every operation and type of the API', () => {
  const schema = readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8');
  const api = [...pages].filter(([path]) => /[\\/]api[\\/]/.test(path)).map(([, text]) => text);
  const headings = api.join('\n').match(/^## \w+$/gm) ?? [];
  const types = schema.matchAll(/^(?:type|input|enum|interface|scalar) (\w+)/gm);
  const roots = ['Query', 'Mutation', 'Subscription'];
  for (const [, name] of types)
    if (!roots.includes(name!)) expect(headings).toContain(`## ${name}`);
  for (const name of ['run', 'submitConfiguration', 'runChanged'])
    expect(headings).toContain(`## ${name}`);
});

it('draws every step of every plan, and every arrow', () => {
  const text = page('plans.md');
  const tracks = CLOUDS.flatMap((cloud) => Object.values(planFor(cloud).tracks));
  const arrows = tracks.flatMap((steps) =>
    steps.flatMap(({ id, after }) => after.map((before) => `  ${before} --> ${id}\n`)),
  );
  for (const arrow of arrows) expect(text).toContain(arrow);
  expect(text.match(/ --> /g)).toHaveLength(arrows.length);
  for (const step of STEP_IDS) expect(text).toContain(`  ${step}["`);
});

it('explains every benchmark, with its figures and its plots', () => {
  const text = page('benchmarks/README.md');
  for (const name of BENCH_NAMES) {
    expect(text).toContain(`\`npm run bench -- ${name}\``);
    const measured = readReport(name);
    for (const { what } of measured?.figures ?? []) expect(text).toContain(`| ${what} `);
    for (const plot of measured?.plots ?? []) expect(text).toContain(`](${plot})`);
  }
});
