/** Puts each GraphQL document into the chunk of its page, with the hash that the api knows. */
import { Kind } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode } from 'graphql';
import type { Plugin } from 'vite';
import { hashDocument, isOperation } from './persistedDocuments.ts';

// The generated module has the documents of all pages, and every page would load it.
const IMPORT = /^import \{ graphql \} from '[^']*\/generated\/gql\.ts';$/m;
const CALL = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;
/** A fragment is a module of its own, which the documents that use it share. */
const FRAGMENT_ID = '\0keyway:fragment/';

type Lookup = (source: string) => DocumentNode | undefined;

/** The document as an expression. Names of fragments are collected in `used`. */
function toExpression(document: DocumentNode, used: Set<string>): string {
  const definitions = document.definitions.map((one) => {
    if (one.kind !== Kind.FRAGMENT_DEFINITION) return JSON.stringify(one);
    used.add(one.name.value);
    return `fragment${one.name.value}`;
  });
  const hash = isOperation(document) ? `,hash:"${hashDocument(document)}"` : '';
  return `({kind:"Document",definitions:[${definitions.join(',')}]${hash}})`;
}

/**
 * Replaces every `graphql(…)` call by its document.
 *
 * @throws Error for a call that the generated documents do not have
 */
export function insertDocuments(code: string, documentOf: Lookup): string {
  const used = new Set<string>();
  const inserted = code.replace(IMPORT, '').replaceAll(CALL, (_call, source: string) => {
    const document = documentOf(source);
    if (!document?.definitions)
      throw new Error(
        `No generated document for:\n${source}\nRun the console's "generate" script.`,
      );
    return toExpression(document, used);
  });
  const imports = [...used].map(
    (name) => `import fragment${name} from ${JSON.stringify(FRAGMENT_ID + name)};\n`,
  );
  return imports.join('') + inserted;
}

/** All fragments by name. */
function collectFragments(
  documents: readonly DocumentNode[],
): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    documents
      .flatMap(({ definitions }) => definitions)
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
}

export function inlineDocuments(): Plugin {
  let lookup: Promise<Lookup> | undefined;
  return {
    name: 'keyway:inline-documents',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(FRAGMENT_ID) ? id : undefined),
    async load(id) {
      if (!id.startsWith(FRAGMENT_ID)) return undefined;
      const fragments = collectFragments(await readDocuments());
      return `export default ${JSON.stringify(fragments.get(id.slice(FRAGMENT_ID.length)))};`;
    },
    async transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql(`'))
        return null;
      lookup ??= import('../src/generated/gql.ts').then(
        (module: { graphql: (source: string) => unknown }) => module.graphql as Lookup,
      );
      return { code: insertDocuments(code, await lookup), map: null };
    },
  };
}

/** Every generated document. */
export async function readDocuments(): Promise<DocumentNode[]> {
  const module: Record<string, unknown> = await import('../src/generated/graphql.ts');
  return Object.entries(module)
    .filter(([name]) => name.endsWith('Doc') || name.endsWith('Document'))
    .map(([, document]) => document as DocumentNode);
}
