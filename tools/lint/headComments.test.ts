/** Tries the rule about head comments with short and long ones. */
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { headCommentRules } from './headCommentRules.mjs';

const reported = (code: string) =>
  new Linter()
    .verify(code, headCommentRules as Linter.Config[], { filename: 'file.mjs' })
    .map(({ ruleId, line }) => `${ruleId} at ${line}`);

it.each([
  ['a block', '/**\n * One.\n * Two.\n * Three.\n */\nexport const a = 1;\n', 1],
  ['lines', '// One.\n// Two.\n// Three.\nexport const a = 1;\n', 1],
  ['one after a shebang', '#!/usr/bin/env node\n/* One.\nTwo.\nThree. */\nlet a;\n', 2],
  ['one of a file without code', '/*\n One.\n Two.\n Three.\n*/\n', 1],
])('refuses three lines: %s', (_name, code, line) => {
  expect(reported(code)).toEqual([`comments/short-head at ${line}`]);
});

it.each([
  ['two lines', '/**\n * One.\n * Two.\n */\nexport const a = 1;\n'],
  ['a long comment of a function', '/** One. */\n/**\n * One.\n * Two.\n * Three.\n */\nlet a;\n'],
  ['a long comment later', 'let a;\n/**\n * One.\n * Two.\n * Three.\n */\nlet b;\n'],
  ['none', 'let a;\n'],
])('allows %s', (_name, code) => {
  expect(reported(code)).toEqual([]);
});
