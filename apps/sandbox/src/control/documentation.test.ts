/** docs/reference/sandbox.md names each control, change and scenario of AWS, and no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { awsChanges } from '../aws/awsChanges.ts';
import { awsScenarios } from '../aws/awsScenarios.ts';
import { scenarios } from '../scenarios/registry.ts';
import { changes } from './changes.ts';

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const page = textOf('../../../../docs/reference/sandbox.md').replaceAll(/\s+/g, ' ');

/** The names in code between two texts; `x1` to `x4` are all of them. */
function namesBetween(begin: string, end: string): string[] {
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`The page has no part "${begin} … ${end}".`);
  const part = page.slice(from + begin.length, to);
  const ranges = part.replaceAll(/`(\w+?)(\d+)(\w*)` to `\w+`/g, (_all, name, first, rest) =>
    [0, 1, 2, 3].map((more) => `\`${name}${Number(first) + more}${rest}\``).join(', '),
  );
  return [...ranges.matchAll(/`(\w+)`/g)].map(([, name]) => name!);
}

describe('the page about the sandbox', () => {
  it('has each change after a set-up', () => {
    expect(namesBetween('Changes: ', '`POST /scenario`').toSorted()).toEqual(
      Object.keys(changes).toSorted(),
    );
    expect(namesBetween('Changes there:', '## Scenarios').toSorted()).toEqual(
      Object.keys(awsChanges).toSorted(),
    );
  });

  it('has each scenario on AWS, and none of Azure that there is not', () => {
    expect(namesBetween('no other. Scenarios:', 'The sandbox knows').toSorted()).toEqual(
      Object.keys(awsScenarios).toSorted(),
    );
    const named = namesBetween('Tests rely on these names:', 'has all.');
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(Object.keys(scenarios)).toContain(name);
  });

  it('has each control', () => {
    const code = textOf('controls.ts');
    const routes = [...code.matchAll(/\.on\('([A-Z]+ \/[\w/:]+)/g)].map(([, route]) => route!);
    expect(routes.length).toBeGreaterThan(10);
    // The health check is for what starts the sandbox.
    const documented = routes.filter((route) => route !== 'GET /healthz');
    expect(documented.filter((route) => !page.includes(`\`${route}\``))).toEqual([]);
  });
});
