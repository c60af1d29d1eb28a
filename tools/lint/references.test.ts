/** Nothing cites what is not there: in code by ESLint, in every other text here. */
/* eslint references/known: off -- this file names what must be refused */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULE_IDS } from '@keyway/core';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it, test } from 'vitest';
import { knownRules, missingDocuments, missingSources, unknownRules } from './references.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Applied migrations are never edited: their hash is kept. */
const UNCHANGEABLE = /prisma\/migrations\/00(0\d|1[0-9])_/;
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => existsSync(`${root}${file}`));
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

/** As GitHub makes anchors of headings. */
const anchorsOf = (markdown: string): string[] => [
  ...[...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? ''),
  ...[...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replaceAll(/<[^>]*>|[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  ),
];

test.each(texts.filter((file) => file.endsWith('.md')))(
  '%s links to anchors that exist',
  (file) => {
    const text = readFileSync(`${root}${file}`, 'utf8');
    const links = [...text.matchAll(/\]\(([\w./-]*\.md)?#([\w-]+)\)/g)];
    const broken = links.filter(([, path, anchor]) => {
      const target = path ? join(dirname(file), path) : file;
      return !anchorsOf(readFileSync(`${root}${target}`, 'utf8')).includes(anchor ?? '');
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  },
);

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
    ['the notes', '\n// The size is missing (cloud-wire 1).\n'],
  ])('refuses %s', async (_name, code) => {
    expect(await reported(code)).toEqual(['references/known at 2']);
  });

  it.each([
    ['a rule of the register', '/** Retention (VAL-12), hashed by SHA-256. */\n'],
    ['a document by its path', '// As docs/architecture.md says.\n'],
    ['a link, by its target', '// [reading](docs/changing.md)\n'],
    ['a document of another site', '// https://example.com/docs/page.md\n'],
  ])('allows %s', async (_name, code) => {
    expect(await reported(code)).toEqual([]);
  });
});
