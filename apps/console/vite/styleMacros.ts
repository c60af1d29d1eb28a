/** Spectrum's style macros, for one build. */
import { createRequire } from 'node:module';
import type macros from 'unplugin-parcel-macros';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const NAME = 'unplugin-parcel-macros';

/**
 * The plugin with a memory of its own. It keeps the style sheets that it wrote for its process, by
 * their content, and on transforming a module again drops those of the former time: in a second
 * build, such as the one of the hand-off page, also one that another module has just imported.
 */
export function styleMacros(): Plugin {
  Reflect.deleteProperty(require.cache, require.resolve(NAME));
  return (require(NAME) as typeof macros).vite() as Plugin;
}
