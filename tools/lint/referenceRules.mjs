/** Comments and strings cite only rules, documents and source files that exist. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  missingCommentedSources,
  missingDocuments,
  missingRootedDocuments,
  unknownRules,
} from './references.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {import('eslint').Rule.RuleModule} */
const known = {
  meta: { type: 'problem', schema: [] },
  create: (context) => {
    const { sourceCode } = context;
    const file = relative(root, context.filename);
    /** @param {number} offset */
    const reporter = (offset) => (/** @type {{ index: number, message: string }} */ found) =>
      context.report({
        loc: sourceCode.getLocFromIndex(offset + found.index),
        message: found.message,
      });
    return {
      Program() {
        unknownRules(sourceCode.text).forEach(reporter(0));
        for (const { value, range } of sourceCode.getAllComments())
          [...missingDocuments(value, file), ...missingCommentedSources(value, file)].forEach(
            reporter((range?.[0] ?? 0) + 2),
          );
      },
      /** @param {import('eslint').Rule.Node} node */
      'Literal, TemplateElement'(node) {
        const text = sourceCode.getText(node);
        missingRootedDocuments(text).forEach(reporter(node.range?.[0] ?? 0));
      },
    };
  },
};

export const referenceRules = [
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    plugins: { references: { rules: { known } } },
    rules: { 'references/known': 'error' },
  },
];
