/**
 * Puts each GraphQL document into the chunk of its page. The generated module has the documents of
 * all pages, and every page would load it.
 */
import type { Plugin } from 'vite';

const IMPORT = /^import \{ graphql \} from '[^']*\/generated\/gql\.ts';$/m;
const CALL = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;

type Lookup = (source: string) => unknown;

/**
 * Replaces every `graphql(…)` call by its document.
 *
 * @throws Error for a call that the generated documents do not have
 */
export function insertDocuments(code: string, documentOf: Lookup): string {
  return code.replace(IMPORT, '').replaceAll(CALL, (_call, source: string) => {
    const document = documentOf(source);
    if (!document || Object.keys(document).length === 0)
      throw new Error(
        `No generated document for:\n${source}\nRun the console's "generate" script.`,
      );
    return `(${JSON.stringify(document)})`;
  });
}

export function inlineDocuments(): Plugin {
  let lookup: Promise<Lookup> | undefined;
  return {
    name: 'keyway:inline-documents',
    apply: 'build',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql(`'))
        return null;
      lookup ??= import('../src/generated/gql.ts').then(
        (module: { graphql: Lookup }) => module.graphql,
      );
      return { code: insertDocuments(code, await lookup), map: null };
    },
  };
}
