import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inferTargets } from './inferTargets.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifests = globSync('{apps/*,libs/*,libs/connectors/*}/package.json', { cwd: root });

function affectedBy(file: string): string[] {
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const { stdout } = spawnSync(
    process.execPath,
    [nx, 'show', 'projects', '--affected', `--files=${file}`, '--json'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } },
  );
  return (JSON.parse(stdout.slice(stdout.indexOf('['))) as string[]).toSorted();
}

describe.each(manifests)('%s', (manifest) => {
  const folder = join(root, dirname(manifest));
  const targets = inferTargets(folder);

  test('names no target: they follow from the files', () => {
    const { nx } = JSON.parse(readFileSync(join(root, manifest), 'utf8')) as { nx: object };
    expect(nx).not.toHaveProperty('targets');
    expect(Object.keys(targets)).toEqual([
      'lint',
      'typecheck',
      ...(existsSync(join(folder, 'vitest.config.ts')) ? ['test'] : []),
      ...(existsSync(join(folder, 'vite.config.ts')) ? ['build'] : []),
    ]);
  });

  test('has the types of every tsconfig checked', () => {
    for (const tsconfig of globSync('tsconfig*.json', { cwd: folder }))
      expect(targets.typecheck?.command).toContain(`tsc -p {projectRoot}/${tsconfig}`);
  });
});

describe('the check of the whole workspace', () => {
  interface Settings {
    compilerOptions: { types: string[]; noEmit?: boolean };
    include: string[];
  }
  const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
  const { include } = read<Settings>('tsconfig.node.json');
  const { nx } = read<{ nx: { targets: { typecheckAll: object } } }>('package.json');
  const commands = JSON.stringify(nx.targets.typecheckAll);

  test.each(globSync('{apps/*,libs/*,libs/connectors/*}/tsconfig*.json', { cwd: root }))(
    'includes %s, in the program of all code for Node where it only asks for its types',
    (path) => {
      const { compilerOptions } = read<Settings>(path);
      // What is only built has its files checked with all others.
      const isBuild = compilerOptions.noEmit === false;
      const own = !isBuild && Object.keys(compilerOptions).length > 1;
      if (own) expect(commands).toContain(`-p ${path}"`);
      else expect(include.some((folder) => path.startsWith(`${folder}/`))).toBe(true);
    },
  );
});

describe('nx affected', () => {
  test('a change of the sandbox affects whatever tests against it', () => {
    const affected = affectedBy('apps/sandbox/src/main.ts');
    expect(affected).toEqual(
      expect.arrayContaining(['api', 'connector-azure', 'e2e', 'sandbox', 'tools', 'worker']),
    );
    expect(affected).not.toContain('core');
  });

  test('a change of the core affects what imports it, in tests as well', () => {
    const affected = affectedBy('libs/core/src/run.ts');
    expect(affected).toEqual(expect.arrayContaining(['api', 'core', 'store', 'testing', 'worker']));
    expect(affected).not.toContain('sandbox');
  });
});
