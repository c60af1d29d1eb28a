/** Nothing cites what is not there: in code by ESLint, in every other text here. */
/* eslint references/known: off -- this file names what must be refused */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULE_IDS } from '@keyway/core';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it, test } from 'vitest';
import {
  knownRules,
  missingDocuments,
  missingSources,
  repositoryFiles,
  unknownRules,
} from './references.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Applied migrations are never edited: their hash is kept. */
const UNCHANGEABLE = /prisma\/migrations\/00(0\d|1[0-9])_/;
const files = repositoryFiles();
const texts = files.filter(
  (file) => /\.(md|graphql|sql|prisma|ya?ml)$/.test(file) && !UNCHANGEABLE.test(file),
);

it('reads the same register as the program', () => {
  expect([...knownRules].sort()).toEqual([...RULE_IDS].sort());
});

test.each(texts)('%s', (file) => {
  const text = readFileSync(`${root}${file}`, 'utf8');
  expect([...unknownRules(text), ...missingDocuments(text, file)]).toEqual([]);
});

/** Released notes are about earlier versions. */
const current = texts.filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md');

test.each(current)('%s names source files that exist', (file) => {
  expect(missingSources(readFileSync(`${root}${file}`, 'utf8'), files)).toEqual([]);
});

test('a source file that does not exist is found, by its path or its name', () => {
  const text =
    '`libs/core/src/a.ts`, `src/a.ts`, `a.ts`, `b.ts`, `core/a.ts`, `<check>.ts`, `*.ts`';
  expect(missingSources(text, ['libs/core/src/a.ts'])).toEqual(['b.ts', 'core/a.ts']);
});

test('an anchor of a page that does not exist is found', () => {
  const text = '# One\n[a](#two-here), [b](changing.md#no-such-part), [c](reference/run.md#rule-5)';
  expect(missingDocuments(text, 'docs/index.md')).toHaveLength(2);
});

describe('the lint rule', () => {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*.ts'] }],
  });
  const reported = async (code: string) => {
    const [result] = await eslint.lintText(code, { filePath: `${root}libs/core/src/snippet.ts` });
    return result?.messages.map(({ ruleId, line }) => `${ruleId} at ${line}`);
  };

  it.each([
    ['a rule in a comment', '\n/** Retention (VAL-99). */\n'],
    ['a rule in a string', "\nexport const rule = 'GAP-77';\n"],
    ['a rule in a template', '\nexport const rule = `see KV-40`;\n'],
    ['a document without its folder', '\n// As contract.md says.\n'],
    ['a document that is gone', '\n// As docs/reference/no-such-page.md says.\n'],
    ['a link to nothing', '\n// [changing.md](docs/no-such-page.md)\n'],
    ['a document in a string', "\nexport const page = 'docs/nowhere.md';\n"],
    ['a document in a template', '\nexport const page = `${1}docs/nowhere.md`;\n'],
    ['a rule of an unknown family', '\n// As XYZ-12 says.\n'],
    ['a decision in brackets', '\n// Stored as text (0011).\n'],
    ['a decision by its number', '\n// As decision 0142 says.\n'],
    ['a decision by its path', '\n// See docs/decisions/0011.\n'],
    ['a rule that a page does not have', '\n// As docs/reference/run.md, rule 99 says.\n'],
    ['one such rule of several', '\n/* See docs/reference/run.md, rules 5\n * and 99. */\n'],
    ['an anchor', '\n// See docs/reference/run.md#no-such-part.\n'],
    ['a source file by its path', '\n// As libs/core/src/gone.ts does.\n'],
    ['a source file by its name', '\n// As gone.ts does.\n'],
    ['the notes', '\n// The size is missing (cloud-wire 1).\n'],
  ])('refuses %s', async (_name, code) => {
    expect(await reported(code)).toEqual(['references/known at 2']);
  });

  it.each([
    ['a rule of the register', '/** Retention (VAL-12), hashed by SHA-256. */\n'],
    ['a document by its path', '// As docs/architecture.md says.\n'],
    ['a link, by its target', '// [reading](docs/changing.md)\n'],
    ['a document in a string', "export const page = 'docs/architecture.md';\n"],
    ["a source's page in a string", "export const page = 'key-vault/network.md';\n"],
    ['a standard', '// AES-256, RSA-2048, UTF-16 and ISO-8601.\n'],
    ['a decision', '// As text (0042), see docs/decisions/0028 and decision 0001.\n'],
    ["a file's mode", '// Written for its owner (0600).\n'],
    ['rules of a page', '/* See docs/reference/run.md, rules 5\n * and 6. */\n'],
    ['an anchor', '// See docs/reference/run.md#rule-5 and docs/changing.md.\n'],
    ['a source file', '// As libs/core/src/run.ts, stepStatus.ts and ./run.ts do.\n'],
    ['a generated file', '// As src/generated/resolverTypes.ts has it.\n'],
    ['a document of another site', '// https://example.com/docs/page.md\n'],
  ])('allows %s', async (_name, code) => {
    expect(await reported(code)).toEqual([]);
  });
});
