/**
 * Who may import whom, as one table. `tools/lint/boundaries.test.ts` tries it for every project, so
 * a change here that allows more fails a test.
 */
import nx from '@nx/eslint-plugin';

/**
 * Tag of a project → tags it may import in shipped code.
 * @type {Record<string, string[]>}
 */
export const mayImport = {
  core: [],
  config: [],
  log: [],
  telemetry: [],
  messages: ['core'],
  postgres: ['config'],
  store: ['core', 'config', 'evidence', 'telemetry'],
  evidence: ['core'],
  transport: ['core', 'telemetry'],
  connector: ['core', 'transport'],
  sealing: ['core', 'config', 'messages', 'transport', 'connector'],
  testing: ['core', 'messages', 'postgres', 'store'],
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
    'connector',
    'transport',
    'telemetry',
  ],
  console: [],
  cli: ['client', 'config', 'evidence', 'sealing'],
  sandbox: ['config'],
  e2e: [],
  tools: [
    'core',
    'config',
    'evidence',
    'log',
    'messages',
    'postgres',
    'store',
    'sealing',
    'connector',
    'transport',
    'telemetry',
  ],
};

/**
 * Projects whose tests may also use `testing`, and `messages` for what a person would read: all but
 * those that must share nothing with the product.
 */
const usesTesting = [
  'core',
  'messages',
  'store',
  'transport',
  'connector',
  'sealing',
  'testing',
  'api',
  'worker',
  'tools',
];

/** @param {boolean} inTests */
function constraints(inTests) {
  return Object.entries(mayImport).map(([tag, allowed]) => ({
    sourceTag: `type:${tag}`,
    onlyDependOnLibsWithTags: [
      ...allowed,
      ...(inTests && usesTesting.includes(tag) ? ['messages', 'testing'] : []),
    ].map((name) => `type:${name}`),
  }));
}

/** @param {boolean} inTests */
function boundaries(inTests) {
  return [
    'error',
    {
      allow: [],
      allowCircularSelfDependency: false,
      checkDynamicDependenciesExceptions: [],
      // A library's tests use `testing`, which is built on that library: a circle of tests, never
      // of shipped code.
      ignoredCircularDependencies: [
        ['core', 'testing'],
        ['core', 'messages'],
        ['store', 'testing'],
      ],
      depConstraints: constraints(inTests),
    },
  ];
}

/**
 * Apps are programs, not libraries: Nx does not see an import of one by its package name, since it
 * exports nothing.
 */
const apps = ['api', 'worker', 'console', 'cli', 'sandbox', 'e2e'];

/**
 * @param {string[]} entryPoints allowed beside a library's main one
 * @param {object[]} more
 */
const importPaths = (entryPoints, more = []) => [
  'error',
  {
    patterns: [
      {
        group: ['keyway-cli', ...apps.flatMap((name) => [`@keyway/${name}`, `@keyway/${name}/**`])],
        message: 'Nobody imports an app.',
      },
      {
        group: ['@keyway/*/**', ...entryPoints.map((path) => `!${path}`)],
        message: 'A library is imported by its name alone.',
      },
      ...more,
    ],
  },
];

const code = ['**/*.ts', '**/*.tsx', '**/*.mjs'];
/** Folders named `testing` hold what tests share; shipped code must not reach into them. */
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**/*.ts', '**/testing/**/*.tsx'];

/** Spectrum's keep a closed dialog mounted, with what was typed into it. */
const ownDialogContainer = {
  group: ['@react-spectrum/s2'],
  importNames: ['DialogContainer', 'DialogTrigger'],
  message: 'Use ui/DialogContainer.tsx, in which each opening begins again.',
};

/**
 * The console's layers: pages show features, and features use what every page uses. A page never
 * imports another page, so that each can be read and loaded alone.
 * @param {string} regex
 * @param {string} message
 */
const consoleLayer = (regex, message) =>
  importPaths(
    [],
    [
      { regex: '^\\.{1,2}/(.*/)?testing/', message: 'This is for tests.' },
      ownDialogContainer,
      { regex, message },
    ],
  );

export const boundaryRules = [
  // Test settings at the root are shared by relative path; nothing of them is shipped.
  {
    files: code,
    ignores: ['**/vitest.config.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaries(false) },
  },
  {
    files: code,
    rules: {
      '@typescript-eslint/no-restricted-imports': importPaths(
        [],
        [{ regex: '^\\.{1,2}/(.*/)?testing/', message: 'This is for tests.' }],
      ),
    },
  },
  {
    files: ['apps/console/src/pages/**/*.ts', 'apps/console/src/pages/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': consoleLayer(
        '^\\.\\./(?!\\.\\./(apollo|features|generated|intl|routing|status|theme|ui)/)',
        'A page imports features and ui, never another page.',
      ),
    },
  },
  {
    files: ['apps/console/src/features/**/*.ts', 'apps/console/src/features/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': consoleLayer(
        '/(pages|shell)/',
        'A feature does not know the pages that show it.',
      ),
    },
  },
  {
    files: ['apollo', 'intl', 'routing', 'status', 'theme', 'ui'].map(
      (folder) => `apps/console/src/${folder}/**/*.{ts,tsx}`,
    ),
    rules: {
      '@typescript-eslint/no-restricted-imports': consoleLayer(
        '/(features|pages|shell)/',
        'What every page uses does not know any of them.',
      ),
    },
  },
  {
    files: ['shell', 'handOff'].map((folder) => `apps/console/src/${folder}/**/*.{ts,tsx}`),
    rules: {
      '@typescript-eslint/no-restricted-imports': importPaths(
        [],
        [{ regex: '^\\.{1,2}/(.*/)?testing/', message: 'This is for tests.' }, ownDialogContainer],
      ),
    },
  },
  {
    files: ['apps/console/src/ui/DialogContainer.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': importPaths(
        [],
        [
          {
            regex: '/(features|pages|shell)/',
            message: 'What every page uses knows none of them.',
          },
        ],
      ),
    },
  },
  // What core and store offer for testing them is for tests, and for tools that measure or disturb.
  {
    files: ['tools/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': importPaths([
        '@keyway/core/testing',
        '@keyway/store/testing',
        '@keyway/telemetry/testing',
      ]),
    },
  },
  {
    files: tests,
    ignores: ['**/vitest.config.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(true),
      '@typescript-eslint/no-restricted-imports': importPaths([
        '@keyway/core/testing',
        '@keyway/store/testing',
        '@keyway/connector-transport/testing',
        '@keyway/telemetry/testing',
      ]),
    },
  },
];
