/** Decision 0008 has a line for every direct dependency. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Versions = Readonly<Record<string, string>>;

interface Library {
  /** A package, or all of a scope: `@azure/*`. */
  name: string;
  /** The start of the version, such as `5` or `0.8`; undefined for any. */
  version?: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The libraries that the first column of the record's tables names. */
function readLibraries(record: string): Library[] {
  const names = /^\| +(?!library\b|-)((?:@?[a-z][^ |,]*(?: [\d.]+)?(?:, )?)+) +\|/gm;
  const [chosen = ''] = record.split('### What stays our own');
  return [...chosen.matchAll(names)]
    .flatMap(([, cell = '']) => cell.split(', '))
    .map((text) => text.split(' '))
    .map(([name = '', version]) => ({ name, version }));
}

const isFor = ({ name }: Library, dependency: string): boolean =>
  name.endsWith('/*') ? dependency.startsWith(name.slice(0, -1)) : name === dependency;

function findProblems(dependencies: Versions, libraries: readonly Library[]): string[] {
  const names = Object.keys(dependencies);
  const missing = names.filter((name) => !libraries.some((library) => isFor(library, name)));
  const unused = libraries.filter((library) => !names.some((name) => isFor(library, name)));
  const outdated = libraries.filter(
    (library) =>
      library.version &&
      names.some(
        (name) =>
          isFor(library, name) &&
          !`${dependencies[name]?.replace(/^npm:.*@/, '')}.`.startsWith(`${library.version}.`),
      ),
  );
  return [
    ...missing.map((name) => `${name} has no line`),
    ...unused.map(({ name }) => `${name} is no dependency`),
    ...outdated.map(({ name, version }) => `${name} is not ${version}`),
  ];
}

describe('the record of libraries', () => {
  it('has a line for every direct dependency, with its major version', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Versions>;
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const libraries = readLibraries(read('docs/decisions/0008-libraries.md'));
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
    expect(Object.keys(all).length).toBeGreaterThan(60);
    expect(findProblems(all, libraries)).toEqual([]);
  });

  it('would be seen to lack one, to keep one, and to name another version', () => {
    const record = '| library | for |\n| --- | --- |\n| pg 7, @azure/* | x |\n| gone 1 | x |\n';
    expect(
      findProblems(
        { pg: '8.1.0', '@azure/identity': '4.1.0', zod: '4.0.0' },
        readLibraries(record),
      ),
    ).toEqual(['zod has no line', 'gone is no dependency', 'pg is not 7']);
  });
});
