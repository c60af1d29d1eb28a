/** What runs in production imports only what `npm ci --omit=dev` installs. */
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

const SHIPPED = [
  'apps/{api,worker,sandbox}/src/**/*.ts',
  'libs/{config,core,messages,sealing,store,telemetry}/src/**/*.ts',
  'libs/connectors/*/src/**/*.ts',
];
const TOOLS = [
  'tools/{run,start,demo,demoHealth}.ts',
  'tools/{run,start,demo,product,bootstrap}/**/*.{ts,mjs}',
];
const isShipped = (file: string): boolean => !/\.test\.ts$|\.live\.ts$|\/testing\//.test(file);
const IMPORTED = /(?:from|import|import\(|resolve\() ?'([@a-z][^' ]*)'/g;

const TYPES = /^import type [^;]*;$/gm;

/** `@scope/name` or `name` of what a file imports. */
const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

const source = (file: string): string => readFileSync(join(root, file), 'utf8');
/** The file without its imports of types, which do not exist at run time. */
const runningCode = (file: string): string => source(file).replace(TYPES, '');

function importedBy(patterns: readonly string[], read: typeof source): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of globSync([...patterns], { cwd: root }).filter(isShipped)) {
    for (const [, specifier] of read(file).matchAll(IMPORTED)) {
      const name = packageOf(specifier!);
      if (!isBuiltin(specifier!) && !name.startsWith('@keyway/')) found.set(name, file);
    }
  }
  return found;
}

test('every package that production imports is a dependency', () => {
  const imported = importedBy([...SHIPPED, ...TOOLS], runningCode);
  expect(imported.size).toBeGreaterThan(20);
  expect([...imported].filter(([name]) => !(name in manifest.dependencies))).toEqual([]);
});

test('every dependency is one that production needs', () => {
  const imported = importedBy([...SHIPPED, ...TOOLS], source);
  // The pinned runtime, and what the generated database client imports.
  const otherwise = ['node', '@prisma/client'];
  expect(
    Object.keys(manifest.dependencies).filter(
      (name) => !imported.has(name) && !otherwise.includes(name),
    ),
  ).toEqual([]);
});
