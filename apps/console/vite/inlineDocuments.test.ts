import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { insertDocuments } from './inlineDocuments.ts';
import { hashDocument } from './persistedDocuments.ts';
import { replaceFontModule } from './ownFonts.ts';

describe('insertDocuments', () => {
  it('puts the document where the call was, with its hash and its fragments as imports', () => {
    const code = 'const Q = graphql(`\n  query A { ...F }\n`);\nconst other = 1;';
    const documentOf = (source: string) => parse(`${source} fragment F on T { a }`);
    const result = insertDocuments(code, documentOf);
    const hash = hashDocument(documentOf('query A { ...F }'));
    expect(result).toMatch(/^import fragmentF from ".*keyway:fragment\/F";\nconst Q = \(\{/);
    expect(result).toContain(`,fragmentF],hash:"${hash}"});\nconst other = 1;`);
    expect(result).not.toContain('FragmentDefinition');
  });

  it('refuses a document that was not generated', () => {
    expect(() => insertDocuments('graphql(`query New { a }`)', () => undefined)).toThrow(
      'No generated document',
    );
  });
});

describe('replaceFontModule', () => {
  it('replaces both of the ways in which Spectrum loads fonts, and nothing else', () => {
    expect(
      replaceFontModule('/x/node_modules/@react-spectrum/s2/dist/private/font-faces.css?used'),
    ).not.toContain('http');
    expect(
      replaceFontModule('/x/node_modules/@react-spectrum/s2/dist/private/Fonts.mjs'),
    ).toContain('export function Fonts');
    expect(
      replaceFontModule('/x/node_modules/@react-spectrum/s2/dist/private/Button.mjs'),
    ).toBeUndefined();
    expect(replaceFontModule('/x/src/theme/fonts.css')).toBeUndefined();
  });
});
