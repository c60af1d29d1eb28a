import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLI_SOURCES, cliBundle, prepareCli } from './cliBundle.mjs';

it('keyway is built again when anything changes of which it is made', async () => {
  await prepareCli(() => undefined);
  const bundle = readFileSync(cliBundle, 'utf8');
  const modules = [...bundle.matchAll(/^\/\/ ((?:apps|libs)\/\S+)$/gm)].map(([, path]) => path!);
  expect(modules.length).toBeGreaterThan(100);
  const unwatched = modules.filter(
    (path) => !CLI_SOURCES.some((source) => path.startsWith(`${source}/`)),
  );
  expect([...new Set(unwatched.map((path) => path.replace(/\/src\/.*/, '')))]).toEqual([]);
});
