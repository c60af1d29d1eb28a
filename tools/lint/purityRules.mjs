/**
 * Keeps the core pure: no clock, no random, nothing from Node or the DOM, so that the same history
 * always gives the same run. Also keeps Node out of browser code.
 */
import { builtinModules } from 'node:module';

const nodeModules = {
  paths: builtinModules.filter((name) => !name.startsWith('_')),
  patterns: [{ group: ['node:*'], message: 'This code must run without Node.' }],
};

const hostGlobals = [
  ...[
    'process',
    'Buffer',
    'global',
    '__dirname',
    '__filename',
    'require',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
  ],
  ...[
    'window',
    'document',
    'navigator',
    'location',
    'localStorage',
    'fetch',
    'performance',
    'crypto',
    'console',
    'structuredClone',
  ],
];

export const purityRules = [
  {
    files: ['libs/core/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', nodeModules],
      'no-restricted-globals': [
        'error',
        ...hostGlobals.map((name) => ({
          name,
          message: 'The core is pure: pass what you need as an argument.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Date',
          property: 'now',
          message: 'The core has no clock: take the instant as an argument.',
        },
        {
          object: 'Math',
          property: 'random',
          message: 'The core has no random: take identifiers as arguments.',
        },
        {
          object: 'globalThis',
          property: 'crypto',
          message: 'The core has no random: take identifiers as arguments.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The core has no clock: take the instant as an argument.',
        },
        {
          selector: "CallExpression[callee.name='Date']",
          message: 'The core has no clock: take the instant as an argument.',
        },
      ],
    },
  },
  {
    files: ['apps/console/src/**/*.ts', 'apps/console/src/**/*.tsx'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { 'no-restricted-imports': ['error', nodeModules] },
  },
];
