import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textChunkOf } from './textChunks.ts';
import { addTexts, groupsOfParts } from './textsOfParts.ts';

const FILES: Record<string, string> = {
  '/src/KmsTexts.ts': 'export const KmsTexts = /* @__PURE__ */ textsOf(\n  files,\n);',
  '/src/BaseTexts.ts': 'export const BaseTexts = /* @__PURE__ */ textsOf(\n  files,\n);',
  '/src/Part.tsx': [
    "import { useState } from 'react';",
    'import {',
    '  Inner,',
    "} from './Inner.tsx';",
    "import type { Other } from './Other.tsx';",
    "const later = () => import('./Other.tsx');",
  ].join('\n'),
  '/src/Inner.tsx':
    "import { KmsTexts } from './KmsTexts.ts';\nimport { BaseTexts } from './BaseTexts.ts';",
  '/src/Other.tsx': "import { OtherTexts } from './OtherTexts.ts';",
  '/src/OtherTexts.ts': 'export const OtherTexts = /* @__PURE__ */ textsOf(\n  files,\n);',
  '/src/Plain.tsx': "import './Plain.css';",
};
const { groupsOf } = groupsOfParts((file) => FILES[file] ?? '');

describe('a lazy import', () => {
  it('loads the texts of all that comes with the part, and none of what comes later', () => {
    expect(groupsOf('/src/Part.tsx').map(({ name }) => name)).toEqual(['KmsTexts']);
    const code = addTexts("const part = () => import('./Part.tsx');", '/src/page.ts', groupsOf);
    expect(code).toContain('import { KmsTexts as _KmsTexts } from "/src/KmsTexts.ts";');
    expect(code).toContain("const part = () => _withTexts(import('./Part.tsx'), [_KmsTexts]);");
    expect(code?.split('\n')).toHaveLength(1);
  });

  it('is written right in a folder with a quote in its name', () => {
    const group = { name: 'KmsTexts', file: "/home/o'brien/KmsTexts.ts" };
    const code = addTexts("import('./Part.tsx');", "/home/o'brien/page.ts", () => [group]);
    expect(code).toContain(`from "/home/o'brien/KmsTexts.ts";`);
  });

  it('stays as it is where the part has no texts of its own', () => {
    expect(addTexts("import('./Plain.tsx');", '/src/page.ts', groupsOf)).toBeNull();
    expect(addTexts("let a: typeof import('./Part.tsx');", '/src/page.ts', groupsOf)).toBeNull();
  });
});

const source = resolve(import.meta.dirname, '../src');
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, code: readFileSync(join(source, file), 'utf8') }));

describe('the sources', () => {
  it('define each group of texts so that its parts load it', () => {
    const groups = sources.filter(({ code }) => /(?<!function )\btextsOf\(\n/.test(code));
    expect(groups.length).toBeGreaterThan(25);
    const inSource = groupsOfParts((file) => readFileSync(file, 'utf8'));
    for (const { file, code } of groups) {
      if (/BaseTexts|administrationTexts/.test(file)) continue;
      expect(inSource.groupsOf(join(source, file)), file).toHaveLength(1);
      // The part that loads it imports its module: nothing else may be in there.
      expect(
        [...code.matchAll(/^import .* from '(.*)';$/gm)].map(([, from]) => from),
        file,
      ).toEqual([expect.stringMatching(/\/intl\/textsOf\.ts$/)]);
    }
  });
});

describe('the entry points', () => {
  it.each([
    ['main.tsx', []],
    ['handOff/main.tsx', ['HandOffPageTexts']],
    ['signIn/main.tsx', ['SignInTexts']],
  ])('%s shows the texts that `IntlRoot` loads first, and no others', (file, names) => {
    const inSource = groupsOfParts((path) => readFileSync(path, 'utf8'));
    expect(inSource.groupsOf(join(source, file)).map(({ name }) => name)).toEqual(names);
  });
});

describe('the chunk of a text', () => {
  it.each([
    ['/console/src/messages/run.en.json', 'texts-base.en'],
    ['/console/src/messages/kms.es.json', 'texts-run.es'],
    ['/console/src/messages/readiness.es.json', 'texts-readiness.es'],
    ['/console/src/intl/texts.ts', null],
  ])('%s is in %s', (file, chunk) => {
    expect(textChunkOf(file)).toBe(chunk);
  });
});
