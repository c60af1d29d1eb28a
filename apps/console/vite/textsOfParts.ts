/**
 * Loads the texts of a part with its code: puts `withTexts` around each lazy import of a module
 * that shows texts of its own, or imports one that does.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const SOURCE = /\/console\/src\/(?!generated\/)(?!.*\.test\.).*\.tsx?$/;
const STATIC =
  /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?'(?<path>\.[^']+\.tsx?)'(?!\s+with)/gm;
const LAZY = /(?<![\w.$'`]|typeof )import\(\s*'(?<path>\.[^']+\.tsx?)',?\s*\)/g;
const GROUP = /^export const (?<name>\w+) = \/\* @__PURE__ \*\/ textsOf\(/m;
/** Loaded before anything is shown. */
const BASE = 'BaseTexts';

interface Group {
  name: string;
  file: string;
}

/** What a module imports, and the group of texts that it defines. */
interface Module {
  imports: readonly string[];
  group: Group | null;
}

/** Modules are read once, until `forget`. */
export function groupsOfParts(read: (file: string) => string) {
  const modules = new Map<string, Module>();
  function moduleOf(file: string): Module {
    const known = modules.get(file);
    if (known) return known;
    const code = read(file);
    const paths = [...code.matchAll(STATIC)].map(({ groups }) => groups?.['path'] ?? '');
    const name = GROUP.exec(code)?.groups?.['name'];
    const module = {
      imports: paths.map((path) => resolve(dirname(file), path)),
      group: name && name !== BASE ? { name, file } : null,
    };
    modules.set(file, module);
    return module;
  }
  /** The groups of texts in a module and in all that is loaded with it. */
  function groupsOf(file: string): readonly Group[] {
    const seen = new Set([file]);
    for (const one of seen) for (const next of moduleOf(one).imports) seen.add(next);
    return [...seen].flatMap((one) => moduleOf(one).group ?? []);
  }
  return { groupsOf, forget: () => modules.clear() };
}

/** The folder of the repository may have a quote in its name. */
const importFrom = (file: string, what: string): string =>
  `import { ${what} } from ${JSON.stringify(file)};`;

/** The code with `withTexts` around its lazy imports; null if none of them has texts. */
export function addTexts(
  code: string,
  file: string,
  groupsOf: (file: string) => readonly Group[],
): string | null {
  const names = new Map<string, string>();
  const withTexts = code.replaceAll(LAZY, (whole, path: string) => {
    const groups = groupsOf(resolve(dirname(file), path));
    if (groups.length === 0) return whole;
    for (const group of groups)
      names.set(group.file, importFrom(group.file, `${group.name} as _${group.name}`));
    return `_withTexts(${whole}, [${groups.map(({ name }) => `_${name}`).join(', ')}])`;
  });
  if (names.size === 0) return null;
  const registry = resolve(import.meta.dirname, '../src/intl/texts.ts');
  const imports = [importFrom(registry, 'withTexts as _withTexts'), ...names.values()];
  // In the first line, so that the others keep their numbers.
  return `${imports.join(' ')} ${withTexts}`;
}

export function textsOfParts(): Plugin {
  const { groupsOf, forget } = groupsOfParts((file) => readFileSync(file, 'utf8'));
  return {
    name: 'keyway:texts-of-parts',
    enforce: 'pre',
    buildStart: forget,
    watchChange: forget,
    transform(code, id) {
      if (!SOURCE.test(id) || !code.includes('import(')) return null;
      const withTexts = addTexts(code, id, groupsOf);
      return withTexts === null ? null : { code: withTexts, map: null };
    },
  };
}
