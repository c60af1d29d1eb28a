/**
 * Splits modules of Spectrum in which what every page needs stands beside what dialogs and forms
 * need.
 */
import type { Plugin } from 'vite';

/**
 * The exports that every page needs, by the end of the module's path. A chunk has whole modules:
 * because a button asks whether it is in a dialog, every page would load the dialog.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'react-aria-components/dist/private/Dialog.mjs': ['OverlayTriggerStateContext'],
  '@react-spectrum/s2/dist/private/ActionButtonGroup.mjs': ['ActionButtonGroupContext'],
  '@react-spectrum/s2/dist/private/Content.mjs': [
    'Content',
    'ContentContext',
    'Heading',
    'HeadingContext',
    'Text',
    'TextContext',
  ],
  '@react-spectrum/s2/dist/private/Form.mjs': ['FormContext', 'useFormProps'],
};
const PART = '?part';

interface Node {
  type: string;
  start: number;
  end: number;
  id?: { name: string };
  declarations?: { id: { name?: string } }[];
  specifiers?: { local: { name: string }; exported: { name: string } }[];
}

const namesIn = (code: string): string[] => code.match(/[\w$]+/g) ?? [];

/**
 * The module without the declarations that the exports need, and these declarations as another
 * module, which the first one imports.
 *
 * @throws Error if the module does not declare such an export
 */
export function splitModule(
  code: string,
  body: readonly Node[],
  exports: readonly string[],
  partId: string,
): { rest: string; part: string } {
  const sliceOf = ({ start, end }: Node) => code.slice(start, end);
  const declaredBy = new Map<string, Node>();
  for (const node of body) {
    const names = node.declarations?.map(({ id }) => id.name) ?? [node.id?.name];
    for (const name of names) if (name) declaredBy.set(name, node);
  }
  const listed = body.flatMap(({ specifiers }) => specifiers ?? []);
  const wanted = exports.map((name) => {
    const local = listed.find(({ exported }) => exported?.name === name)?.local.name;
    if (!local || !declaredBy.has(local)) throw new Error(`No declaration of ${name}: ${partId}`);
    return local;
  });
  const moved = new Set<Node>();
  const pending = [...wanted];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const node = declaredBy.get(name);
    if (!node || moved.has(node)) continue;
    moved.add(node);
    pending.push(...namesIn(sliceOf(node)));
  }
  const locals = [...declaredBy].filter(([, node]) => moved.has(node)).map(([name]) => name);
  const list = locals.join(', ');
  const imports = body.filter(({ type }) => type === 'ImportDeclaration').map(sliceOf);
  const kept = body.filter((node) => !moved.has(node)).map(sliceOf);
  return {
    rest: [`import {${list}} from ${JSON.stringify(partId)};`, ...kept].join('\n'),
    part: [...imports, ...[...moved].map(sliceOf), `export {${list}};`].join('\n'),
  };
}

export function splitModules(): Plugin {
  const parts = new Map<string, string>();
  return {
    name: 'keyway:split-modules',
    apply: 'build',
    resolveId: (id) => (parts.has(id) ? { id, moduleSideEffects: false } : undefined),
    load: (id) => parts.get(id),
    transform(code, id) {
      const exports = Object.entries(PARTS).find(([path]) => id.endsWith(path))?.[1];
      if (!exports) return null;
      const partId = id + PART;
      // Cast: of the syntax tree, only what these nodes have is read.
      const body = this.parse(code).body as unknown as Node[];
      const { rest, part } = splitModule(code, body, exports, partId);
      parts.set(partId, part);
      return { code: rest, map: null };
    },
  };
}
