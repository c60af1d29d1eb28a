import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INLINE_STYLES } from './contentSecurity.ts';

const aria = dirname(createRequire(import.meta.url).resolve('react-aria/package.json'));

/** The template literals of a module that are put into style elements, as the browser gets them. */
function styleTexts(file: string): string[] {
  const source = readFileSync(join(aria, 'dist/private', file), 'utf8');
  return [...source.matchAll(/style\.textContent = `([^`]*)`\.trim\(\)/g)].map(([, text = '']) =>
    text
      .replaceAll(/\$\{\$[a-z0-9]+\$var\$PRESSABLE_ATTRIBUTE\}/g, 'data-react-aria-pressable')
      .trim(),
  );
}

describe('INLINE_STYLES', () => {
  it('are exactly what the installed React Aria adds', () => {
    const added = [
      ...styleTexts('interactions/usePress.mjs'),
      ...styleTexts('overlays/usePreventScroll.mjs'),
    ];
    expect(added).toEqual([...INLINE_STYLES]);
  });
});
