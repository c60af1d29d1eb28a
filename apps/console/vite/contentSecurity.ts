/**
 * Lists the hashes of inline styles that the console cannot avoid, in `dist/csp.json`, so that its
 * content security policy needs no `unsafe-inline`.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Style elements that React Aria adds at run time: touch behavior of pressable elements, and the
 * scroll lock under a dialog on iOS. A test compares them with the installed package.
 */
export const INLINE_STYLES = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
] as const;

/** The source expressions for `style-src`. */
export function hashInlineStyles(): string[] {
  return INLINE_STYLES.map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}

export function contentSecurity(): Plugin {
  return {
    name: 'keyway:content-security',
    apply: 'build',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'csp.json',
        source: `${JSON.stringify({ styleSrc: hashInlineStyles() }, null, 2)}\n`,
      });
    },
  };
}
