/** What GraphiQL executes is what its editor shows. */
import type { Fetcher, FetcherOpts, FetcherParams } from '@graphiql/toolkit';
import { Kind, parse } from 'graphql';
import type { DocumentNode } from 'graphql';

/** `undefined` for a text with a mistake in it, which the api explains better. */
function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

/** The names of its operations. */
const operationsOf = ({ definitions }: DocumentNode): (string | undefined)[] =>
  definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ name }) => name?.value);

/**
 * The name and the syntax tree that GraphiQL passes follow the editor a moment late: right after
 * a change of tabs they are those of the other tab. Both are taken from the text itself.
 */
function currentOperation(
  { operationName, ...params }: FetcherParams,
  options?: FetcherOpts,
): [params: FetcherParams, options?: FetcherOpts] {
  const document = parsed(params.query);
  if (!document) return [{ ...params, operationName: operationName ?? null }, options];
  const names = operationsOf(document);
  // Of several, the api asks for the name.
  const [only = null] = names.length === 1 ? names : [];
  const current = operationName && names.includes(operationName) ? operationName : only;
  return [
    { ...params, operationName: current },
    { ...options, documentAST: document },
  ];
}

/** `fetcher`, which gets the operation that the editor shows now. */
export const withCurrentOperation =
  (fetcher: Fetcher): Fetcher =>
  (params, options) =>
    fetcher(...currentOperation(params, options));
