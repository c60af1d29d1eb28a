/**
 * The public contract, put together from the `.graphql` modules that lie beside their resolvers.
 * The modules are the source; the printed `schema.graphql` at the root of this app is for clients
 * and for reviews.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, parse, printSchema, type DocumentNode } from 'graphql';
import { withStandardDescriptions } from './standardDescriptions.ts';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
/** Where the printed contract is committed. */
export const PRINTED_CONTRACT = fileURLToPath(new URL('../../schema.graphql', import.meta.url));

/**
 * The modules' paths, in the order in which the contract is printed. The frozen copy of the binding
 * part is no module.
 */
export function modulePaths(): string[] {
  return globSync('*/*.graphql', { cwd: SOURCE })
    .filter((path) => !path.startsWith('contract/'))
    .sort(
      (a, b) =>
        Number(b.startsWith('schema/')) - Number(a.startsWith('schema/')) || (a < b ? -1 : 1),
    )
    .map((path) => SOURCE + path);
}

/** All modules as one document. Throws GraphQLError where a module does not parse. */
export function typeDefinitions(): DocumentNode {
  const modules = modulePaths().map((path) => readFileSync(path, 'utf8'));
  return withStandardDescriptions(parse(modules.join('\n'), { noLocation: true }));
}

/** The contract as text, the way it is committed. */
export function printContract(): string {
  return printSchema(buildASTSchema(typeDefinitions())) + '\n';
}
