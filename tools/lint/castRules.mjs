/** A cast that switches the type checker off says why, in a comment above it (docs/language.md). */

/** `any` is not listed: `@typescript-eslint/no-explicit-any` refuses it everywhere. */
const UNCHECKED = [
  "TSAsExpression[typeAnnotation.type='TSNeverKeyword']",
  "TSAsExpression[expression.typeAnnotation.type='TSUnknownKeyword']",
].join(', ');

/** @type {import('eslint').Rule.RuleModule} */
const explained = {
  meta: { type: 'problem', schema: [] },
  create: ({ sourceCode, report }) => ({
    /** @param {import('eslint').Rule.Node} node */
    [UNCHECKED](node) {
      if (!/^\s*Cast: \S/.test(commentAbove(sourceCode, node.loc?.start.line ?? 0)))
        report({
          node,
          message: 'Use a type that the compiler checks, or say why above: `// Cast: …`.',
        });
    },
  }),
};

/**
 * The comment that ends on the line before, with all its lines.
 * @param {import('eslint').SourceCode} sourceCode
 * @param {number} line
 * @returns {string}
 */
function commentAbove(sourceCode, line) {
  const comment = sourceCode.getAllComments().find(({ loc }) => loc?.end.line === line - 1);
  if (!comment?.loc) return '';
  if (comment.type === 'Block') return comment.value;
  return commentAbove(sourceCode, comment.loc.start.line) + comment.value;
}

export const castRules = [
  {
    files: ['apps/**/*.ts', 'apps/**/*.tsx', 'libs/**/*.ts', 'libs/**/*.tsx'],
    ignores: ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', 'apps/e2e/**'],
    plugins: { casts: { rules: { explained } } },
    rules: { 'casts/explained': 'error' },
  },
];
