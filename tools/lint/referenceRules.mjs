/** Comments and strings cite only rules and documents that exist. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingDocuments, unknownRules } from './references.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {import('eslint').Rule.RuleModule} */
const known = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program() {
      const { sourceCode } = context;
      /** @param {number} offset */
      const reporter = (offset) => (/** @type {{ index: number, message: string }} */ found) =>
        context.report({
          loc: sourceCode.getLocFromIndex(offset + found.index),
          message: found.message,
        });
      unknownRules(sourceCode.text).forEach(reporter(0));
      const file = relative(root, context.filename);
      for (const { value, range } of sourceCode.getAllComments())
        missingDocuments(value, file).forEach(reporter((range?.[0] ?? 0) + 2));
    },
  }),
};

export const referenceRules = [
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    plugins: { references: { rules: { known } } },
    rules: { 'references/known': 'error' },
  },
];
