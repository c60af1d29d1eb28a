/**
 * Nx plugin: a project's targets follow from the files in its folder
 * (docs/decisions/0032-nx-targets-and-generators.md).
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {import('@nx/devkit').TargetConfiguration} Target */

/** @type {import('@nx/devkit').CreateNodes} */
export const createNodes = [
  '**/tsconfig.json',
  (paths, _options, { workspaceRoot }) =>
    paths
      .filter((path) => existsSync(join(workspaceRoot, dirname(path), 'package.json')))
      .map((path) => {
        const targets = inferTargets(join(workspaceRoot, dirname(path)));
        return [path, { projects: { [dirname(path)]: { targets } } }];
      }),
];

/**
 * TypeScript 7, the compiler in native code, checks in a third of the processor time of 6.
 * ESLint's rules need the API of 6.
 */
const TSC = 'node_modules/typescript-7/bin/tsc';

/**
 * @param {string} folder
 * @returns {Record<string, Target>}
 */
export function inferTargets(folder) {
  const files = readdirSync(folder);
  const tsconfigs = files.filter((name) => /^tsconfig(?!\.base).*\.json$/.test(name)).sort();
  return {
    lint: {
      command: 'eslint --max-warnings 0 {projectRoot}',
      cache: true,
      inputs: ['default', '^production', 'lintRules'],
      outputs: [],
    },
    typecheck: {
      command: tsconfigs.map((name) => `node ${TSC} -p {projectRoot}/${name}`).join(' && '),
      cache: true,
      inputs: ['default', '^production'],
      outputs: [],
    },
    ...(files.includes('vitest.config.ts') && { test }),
    ...(files.includes('vite.config.ts') && { build }),
  };
}

/** @type {Target} */
const test = {
  command: 'vitest run --root {projectRoot}',
  cache: true,
  inputs: ['default', '^production', 'testEnvironment'],
  outputs: ['{workspaceRoot}/out/tests/{projectName}.json'],
};

/** @type {Target} */
const build = {
  command: 'vite build {projectRoot}',
  cache: true,
  inputs: ['production', '^production'],
  outputs: ['{projectRoot}/dist'],
};
