/**
 * Keeps Spectrum from loading its fonts from a CDN, which it does twice: in a style sheet and by
 * preloading. Both modules are replaced by empty ones; `src/theme/fonts.css` gives the same family
 * names to Source Sans 3 from our own origin.
 */
import type { Plugin } from 'vite';

const FONT_SHEET = /@react-spectrum[\\/]s2[\\/].*font-faces\.css$/;
const FONT_PRELOADER = /@react-spectrum[\\/]s2[\\/].*[\\/]Fonts\.(mjs|cjs|tsx?)$/;

/**
 * What stands in for a module of Spectrum's that loads fonts; `undefined` where the module does
 * not.
 */
export function withoutRemoteFonts(id: string): string | undefined {
  const path = id.split('?')[0] ?? id;
  if (FONT_SHEET.test(path)) return '/* fonts are served by the console itself */';
  if (FONT_PRELOADER.test(path)) return 'export function Fonts() { return null; }';
  return undefined;
}

/**
 * The plugin; used for the build and again for the dependencies that the dev server bundles ahead.
 */
export function ownFonts(): Plugin {
  return { name: 'keyway:own-fonts', enforce: 'pre', load: (id) => withoutRemoteFonts(id) };
}
