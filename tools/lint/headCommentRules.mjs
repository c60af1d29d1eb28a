/** A file's head comment says in one or two lines why the file exists (docs/language.md). */
const MAX_LINES = 2;

/** @param {string} text of a comment, without its delimiters */
const linesOf = (text) => text.split('\n').filter((line) => /[^\s*]/.test(line)).length;

/** @type {import('eslint').Rule.RuleModule} */
const short = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program({ body }) {
      const before = context.sourceCode
        .getAllComments()
        .filter(({ type, range }) => String(type) !== 'Shebang' && isBefore(range, body[0]?.range));
      const head = before[0]?.type === 'Line' ? before : before.slice(0, 1);
      const count = head.reduce((sum, { value }) => sum + linesOf(value), 0);
      if (count > MAX_LINES && head[0]?.loc)
        context.report({
          loc: head[0].loc,
          message: `A file's head comment has at most ${MAX_LINES} lines. Move the rest to what it is about.`,
        });
    },
  }),
};

/**
 * @param {[number, number] | undefined} comment
 * @param {[number, number] | undefined} statement undefined in a file without statements
 */
const isBefore = (comment, statement) => (comment?.[1] ?? 0) <= (statement?.[0] ?? Infinity);

export const headCommentRules = [
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    plugins: { comments: { rules: { 'short-head': short } } },
    rules: { 'comments/short-head': 'error' },
  },
];
