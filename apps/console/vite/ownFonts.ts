/**
 * Replaces the two modules of Spectrum that load fonts from a CDN. `src/theme/fonts.css` provides
 * the same family names from our own origin.
 */
import type { Plugin } from 'vite';

const FONT_SHEET = /@react-spectrum[\\/]s2[\\/].*font-faces\.css$/;
const FONT_PRELOADER = /@react-spectrum[\\/]s2[\\/].*[\\/]Fonts\.(mjs|cjs|tsx?)$/;

/** The replacement for a module of Spectrum that loads fonts; undefined for other modules. */
export function replaceFontModule(id: string): string | undefined {
  const path = id.split('?')[0] ?? id;
  if (FONT_SHEET.test(path)) return '/* fonts are served by the console itself */';
  if (FONT_PRELOADER.test(path)) return 'export function Fonts() { return null; }';
  return undefined;
}

/** For the build, and for the dependencies that the dev server prebundles. */
export function ownFonts(): Plugin {
  return { name: 'keyway:own-fonts', enforce: 'pre', load: (id) => replaceFontModule(id) };
}
