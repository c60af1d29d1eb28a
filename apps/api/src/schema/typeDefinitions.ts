/**
 * Assembles the public contract from the `.graphql` modules beside their resolvers. The printed
 * `apps/api/schema.graphql` is for clients and reviews.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, parse, printSchema, type DocumentNode } from 'graphql';
import { withStandardDescriptions } from './standardDescriptions.ts';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
/** The path of the printed contract. */
export const PRINTED_CONTRACT = fileURLToPath(new URL('../../schema.graphql', import.meta.url));

/** Paths of the modules in printing order, without the frozen copy of the binding contract. */
export function modulePaths(): string[] {
  return globSync('*/*.graphql', { cwd: SOURCE })
    .filter((path) => !path.startsWith('contract/'))
    .sort(
      (a, b) =>
        Number(b.startsWith('schema/')) - Number(a.startsWith('schema/')) || (a < b ? -1 : 1),
    )
    .map((path) => SOURCE + path);
}

/** All modules as one document. Throws GraphQLError where a module is invalid. */
export function typeDefinitions(): DocumentNode {
  const modules = modulePaths().map((path) => readFileSync(path, 'utf8'));
  return withStandardDescriptions(parse(modules.join('\n'), { noLocation: true }));
}

/** The contract as it is committed. */
export function printContract(): string {
  return printSchema(buildASTSchema(typeDefinitions())) + '\n';
}
