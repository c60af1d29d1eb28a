/**
 * Tries the lint rules with forbidden code: the import rule skips itself when Nx has no project
 * graph, which fails here.
 */
import { fileURLToPath } from 'node:url';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

const folders = {
  core: 'libs/core/src',
  config: 'libs/config/src',
  evidence: 'libs/evidence/src',
  log: 'libs/log/src',
  messages: 'libs/messages/src',
  postgres: 'libs/postgres/src',
  store: 'libs/store/src',
  telemetry: 'libs/telemetry/src',
  testing: 'libs/testing/src',
  'connector-transport': 'libs/connectors/transport/src',
  'connector-azure': 'libs/connectors/azure/src',
  'connector-adobe': 'libs/connectors/adobe/src',
  'connector-aws': 'libs/connectors/aws/src',
  sealing: 'libs/sealing/src',
  client: 'libs/client/src',
  api: 'apps/api/src',
  worker: 'apps/worker/src',
  console: 'apps/console/src',
  cli: 'apps/cli/src',
  sandbox: 'apps/sandbox/src',
  e2e: 'apps/e2e',
};
type Project = keyof typeof folders;
const projects = Object.keys(folders) as Project[];

/**
 * The table of docs/architecture.md, written out a second time on purpose, to compare with the
 * rule's own table.
 */
const shipped: Record<Project, Project[]> = {
  core: [],
  config: [],
  evidence: ['core'],
  log: [],
  messages: ['core'],
  postgres: ['config'],
  store: ['core', 'config', 'evidence', 'telemetry'],
  telemetry: [],
  testing: ['core', 'messages', 'postgres', 'store'],
  'connector-transport': ['core', 'telemetry'],
  'connector-azure': ['core', 'connector-transport'],
  'connector-adobe': ['core', 'connector-transport'],
  'connector-aws': ['core', 'connector-transport'],
  sealing: [
    'core',
    'config',
    'messages',
    'connector-transport',
    'connector-azure',
    'connector-adobe',
    'connector-aws',
  ],
  client: [],
  api: [
    'core',
    'config',
    'evidence',
    'log',
    'messages',
    'postgres',
    'store',
    'sealing',
    'telemetry',
  ],
  worker: [
    'core',
    'config',
    'evidence',
    'log',
    'messages',
    'postgres',
    'store',
    'sealing',
    'connector-transport',
    'connector-azure',
    'connector-adobe',
    'connector-aws',
    'telemetry',
  ],
  console: [],
  cli: ['client', 'config', 'evidence', 'sealing'],
  sandbox: ['config'],
  e2e: [],
};
const neverUsesTesting: Project[] = [
  'config',
  'evidence',
  'log',
  'postgres',
  'telemetry',
  'client',
  'console',
  'cli',
  'sandbox',
  'e2e',
];

let eslint: ESLint;

beforeAll(async () => {
  await createProjectGraphAsync({ exitOnError: false });
  // The snippets are not on disk, so TypeScript's project service cannot know them: only rules
  // without types are tried here.
  eslint = new ESLint({
    cwd: root,
    overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*.ts', '**/*.tsx'] }],
  });
});

async function rulesBroken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `${root}${filePath}` });
  const messages = result?.messages ?? [];
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return messages.map((message) => message.ruleId ?? message.message);
}

const boundary = '@nx/enforce-module-boundaries';
const importPaths = '@typescript-eslint/no-restricted-imports';
const libraries: Project[] = [
  'core',
  'config',
  'evidence',
  'log',
  'messages',
  'postgres',
  'store',
  'telemetry',
  'testing',
  'connector-transport',
  'connector-azure',
  'connector-adobe',
  'connector-aws',
  'sealing',
  'client',
];
const using = (specifier: string) =>
  `import * as other from '${specifier}';\nexport const seen = other;\n`;

describe.each(projects)('%s', (from) => {
  const others = projects.filter((to) => to !== from);

  test.each(others)('in shipped code, %s', async (to) => {
    const broken = await rulesBroken(`${folders[from]}/snippet.ts`, using(`@keyway/${to}`));
    if (shipped[from].includes(to)) expect(broken).toEqual([]);
    else expect(broken).toContain(libraries.includes(to) ? boundary : importPaths);
  });

  test.each(['testing', 'messages'] as const)('in tests, %s', async (to) => {
    const broken = await rulesBroken(`${folders[from]}/snippet.test.ts`, using(`@keyway/${to}`));
    if (neverUsesTesting.includes(from)) expect(broken).toContain(boundary);
    else if (from !== to) expect(broken).toEqual([]);
  });

  test('nobody imports another project by a relative path', async () => {
    const to = from === 'core' ? 'store' : 'core';
    const up = folders[from].replace(/[^/]+/g, '..');
    expect(
      await rulesBroken(`${folders[from]}/snippet.ts`, using(`${up}/${folders[to]}/index.ts`)),
    ).toContain(boundary);
  });

  test('nobody imports past the entry point of a library', async () => {
    expect(
      await rulesBroken(`${folders[from]}/snippet.ts`, using('@keyway/core/src/transition.ts')),
    ).toContain(importPaths);
  });

  test('a file of its own is fine', async () => {
    expect(await rulesBroken(`${folders[from]}/snippet.ts`, using('./neighbor.ts'))).toEqual([]);
  });
});

describe('what the core offers for testing it', () => {
  const code = using('@keyway/core/testing');
  test('is for tests and tools', async () => {
    expect(await rulesBroken('libs/store/src/snippet.test.ts', code)).toEqual([]);
    expect(await rulesBroken('tools/snippet.ts', code)).toEqual([]);
  });
  test('is not for shipped code', async () => {
    expect(await rulesBroken('libs/store/src/snippet.ts', code)).toEqual([importPaths]);
    expect(await rulesBroken('apps/worker/src/snippet.ts', code)).toEqual([importPaths]);
  });
});

describe('what the transport offers for testing it', () => {
  const code = using('@keyway/connector-transport/testing');
  test("is for connectors' tests", async () => {
    expect(await rulesBroken('libs/connectors/azure/src/snippet.test.ts', code)).toEqual([]);
    expect(await rulesBroken('libs/connectors/adobe/src/testing/snippet.ts', code)).toEqual([]);
  });
  test('is not for shipped code, tools, or tests of those who may not use the transport', async () => {
    expect(await rulesBroken('libs/connectors/azure/src/snippet.ts', code)).toEqual([importPaths]);
    expect(await rulesBroken('tools/snippet.ts', code)).toEqual([importPaths]);
    expect(await rulesBroken('apps/api/src/snippet.test.ts', code)).toEqual([boundary]);
  });
});

describe('a folder named testing', () => {
  test('may use what tests use', async () => {
    expect(await rulesBroken('apps/api/src/testing/snippet.ts', using('@keyway/testing'))).toEqual(
      [],
    );
  });
  test('is closed to shipped code and open to tests', async () => {
    expect(await rulesBroken('apps/api/src/snippet.ts', using('./testing/aServer.ts'))).toEqual([
      importPaths,
    ]);
    expect(
      await rulesBroken('apps/api/src/runs/snippet.ts', using('../testing/aServer.ts')),
    ).toEqual([importPaths]);
    expect(
      await rulesBroken('apps/api/src/snippet.test.ts', using('./testing/aServer.ts')),
    ).toEqual([]);
  });
});

describe('the core is pure', () => {
  const file = 'libs/core/src/snippet.ts';

  test.each([
    ['no-restricted-imports', using('node:crypto')],
    ['no-restricted-imports', using('fs')],
    ['no-restricted-imports', using('timers/promises')],
    ['no-restricted-properties', 'export const at = Date.now();\n'],
    ['no-restricted-properties', 'export const luck = Math.random();\n'],
    ['no-restricted-syntax', 'export const at = new Date();\n'],
    ['no-restricted-syntax', 'export const at = Date();\n'],
    ['no-restricted-globals', 'export const answer = fetch("https://example.com");\n'],
    ['no-restricted-globals', 'export const env = process.env;\n'],
    ['no-restricted-globals', 'export const id = crypto.randomUUID();\n'],
    ['no-restricted-globals', 'setTimeout(() => undefined, 1);\n'],
    ['no-restricted-globals', 'console.log("hello");\n'],
  ])('%s: %j', async (rule, code) => {
    expect(await rulesBroken(file, code)).toContain(rule);
  });

  test.each([
    'export const at = (text: string) => new Date(text);\n',
    'export const text = (at: Date) => at.toISOString();\n',
    using('@noble/hashes/sha2.js'),
  ])('but %j is allowed', async (code) => {
    expect(await rulesBroken(file, code)).toEqual([]);
  });

  test('its tests may use the clock', async () => {
    expect(
      await rulesBroken('libs/core/src/snippet.test.ts', 'export const at = Date.now();\n'),
    ).toEqual([]);
  });
});

describe('the console runs in a browser', () => {
  test('nothing from Node', async () => {
    expect(await rulesBroken('apps/console/src/snippet.tsx', using('node:fs'))).toContain(
      'no-restricted-imports',
    );
  });
});

describe("the console's own container of dialogs", () => {
  const spectrum = (name: string) =>
    `import { ${name} } from '@react-spectrum/s2';\nexport const seen = ${name};\n`;
  const FILES = ['pages/run/S.tsx', 'features/run/S.tsx', 'ui/S.tsx', 'shell/S.tsx'];
  test.each(FILES)("stands in for Spectrum's in %s", async (file) => {
    for (const name of ['DialogContainer', 'DialogTrigger'])
      expect(await rulesBroken(`apps/console/src/${file}`, spectrum(name))).toContain(importPaths);
    expect(await rulesBroken(`apps/console/src/${file}`, spectrum('Dialog'))).toEqual([]);
  });
  test('is made of it', async () => {
    expect(
      await rulesBroken('apps/console/src/ui/DialogContainer.tsx', spectrum('DialogContainer')),
    ).toEqual([]);
  });
});

describe('the console in layers', () => {
  const rule = '@typescript-eslint/no-restricted-imports';
  test.each([
    ['pages/run/snippet.tsx', '../submit/SubmitPage.tsx'],
    ['pages/run/snippet.tsx', '../../shell/Shell.tsx'],
    ['features/run/snippet.ts', '../../pages/run/RunPage.tsx'],
    ['features/run/data/snippet.ts', '../../../shell/Shell.tsx'],
    ['ui/snippet.tsx', '../features/run/RunFrame.tsx'],
  ])('%s may not import %s', async (file, module) => {
    expect(await rulesBroken(`apps/console/src/${file}`, using(module))).toContain(rule);
  });
  test.each([
    ['pages/run/snippet.tsx', '../../features/run/RunFrame.tsx'],
    ['pages/run/snippet.tsx', './RunHeader.tsx'],
    ['features/run/snippet.ts', '../../ui/Facts.tsx'],
    ['routes.tsx', './pages/portfolio/portfolioSearch.ts'],
  ])('%s may import %s', async (file, module) => {
    expect(await rulesBroken(`apps/console/src/${file}`, using(module))).not.toContain(rule);
  });
});

describe('the repository may lie under a path with blanks', () => {
  const here = 'export const here = new URL("./data", import.meta.url)';
  test('so a path is not read off an address', async () => {
    expect(await rulesBroken('apps/api/src/snippet.ts', `${here}.pathname;\n`)).toEqual([
      'no-restricted-syntax',
    ]);
    expect(await rulesBroken('apps/api/src/snippet.ts', `${here};\n`)).toEqual([]);
  });
});

describe('sizes', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `export const line${index} = ${index};\n`).join('');

  test.each([
    ['apps/api/src/snippet.ts', 300, 301],
    ['apps/api/src/snippet.test.ts', 500, 501],
    ['apps/e2e/story.ts', 500, 501],
  ])('%s: %i lines are fine, %i are not', async (file, fine, tooMany) => {
    expect(await rulesBroken(file, lines(fine))).toEqual([]);
    expect(await rulesBroken(file, lines(tooMany))).toContain('max-lines');
  });
});
