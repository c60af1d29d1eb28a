/**
 * Rules about the code itself: TypeScript's recommended set, promises that nobody awaits, and
 * sizes. Only rules that catch mistakes are errors; style is left to Prettier.
 */
import { fileURLToPath } from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const sources = ['**/*.ts', '**/*.tsx'];
const tests = ['**/*.test.ts', '**/*.test.tsx', 'apps/e2e/**/*.ts'];
/** @param {number} max */
const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

const pathnameOfUrl = {
  selector:
    "MemberExpression[property.name='pathname'][object.callee.name='URL'][object.arguments.1.type='MemberExpression']",
  message: 'A path from an address keeps %20 for a blank: use fileURLToPath.',
};
const limitOfTest = {
  selector:
    'CallExpression[callee.name=/^(it|test|beforeAll|beforeEach|afterAll|afterEach)$/] > Literal[raw=/^[0-9]/]:last-child',
  message: 'How long a test takes decides nothing: vitest.shared.ts has the limit for hangs.',
};

export const codeRules = [
  ...tseslint.configs.recommended.map((config) => ({ files: [...sources, '**/*.mjs'], ...config })),
  {
    files: sources,
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: fileURLToPath(new URL('../..', import.meta.url)),
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  // The console's build settings belong to a second TypeScript project that the type-aware rules do
  // not see.
  {
    ...tseslint.configs.disableTypeChecked,
    files: ['apps/console/*.ts', 'apps/console/vite/**/*.ts'],
  },
  {
    files: [...sources, '**/*.mjs'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      'no-console': 'off',
      'no-debugger': 'error',
      'no-control-regex': 'error',
      'no-restricted-syntax': ['error', pathnameOfUrl],
      'max-len': [
        'error',
        {
          code: 100,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
          ignoreUrls: true,
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': lines(300),
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: tests,
    rules: {
      'max-lines': lines(500),
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', pathnameOfUrl, limitOfTest],
    },
  },
  {
    files: ['apps/console/**/*.tsx', 'apps/console/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines-per-function': 'off',
    },
  },
];
