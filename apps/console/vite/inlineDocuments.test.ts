import { describe, expect, it } from 'vitest';
import { insertDocuments } from './inlineDocuments.ts';
import { replaceFontModule } from './ownFonts.ts';

describe('insertDocuments', () => {
  it('puts the document where the call was', () => {
    const code = 'const Q = graphql(`\n  query A { a }\n`);\nconst other = 1;';
    const result = insertDocuments(code, (source) => ({ kind: 'Document', source: source.trim() }));
    expect(result).toBe(
      'const Q = ({"kind":"Document","source":"query A { a }"});\nconst other = 1;',
    );
  });

  it('refuses a document that was not generated', () => {
    expect(() => insertDocuments('graphql(`query New { a }`)', () => ({}))).toThrow(
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
