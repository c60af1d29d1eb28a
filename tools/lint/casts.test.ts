/** Tries the rule about unchecked casts with explained and unexplained ones. */
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';
import { castRules } from './castRules.mjs';

const parser = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } };

const reported = (code: string, filename = 'libs/core/src/file.ts') =>
  new Linter()
    .verify(code, [parser, ...castRules] as Linter.Config[], { filename })
    .map(({ ruleId, line }) => `${ruleId} at ${line}`);

it.each([
  ['never', 'f(a as never);\n', 1],
  ['a detour by unknown', 'const b = a as unknown as string;\n', 1],
  ['a comment that gives no reason', '// Cast:\nf(a as never);\n', 2],
  ['another comment', '// It is a text.\nf(a as never);\n', 2],
  ['a comment further above', '// Cast: the types lack it.\n\nf(a as never);\n', 3],
  ['code between', '// Cast: the types lack it.\nf(b);\nf(a as never);\n', 3],
])('refuses %s', (_name, code, line) => {
  expect(reported(code)).toEqual([`casts/explained at ${line}`]);
});

it.each([
  ['a reason', '// Cast: the types lack it.\nf(a as never);\n'],
  ['a reason of two lines', '// Cast: the types lack\n// what it is.\nf(a as never);\n'],
  ['a reason in a block', '/* Cast: the types lack it. */\nconst b = a as unknown as string;\n'],
  ['a cast that the compiler checks', 'const b = a as string;\nconst c = a as unknown;\n'],
])('allows %s', (_name, code) => {
  expect(reported(code)).toEqual([]);
});

it('does not apply to tests', () => {
  expect(reported('f(a as never);\n', 'libs/core/src/file.test.ts')).toEqual([]);
});
