/** Whether the caller may run a valid operation: access, and limits. For HTTP and sockets. */
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { requireSignedIn, type RequestContext } from '../context.ts';
import { hasScope } from '@keyway/core';
import { assertAffordable, type Operation } from './operationLimits.ts';

/** Root fields that unauthenticated callers may query. */
const PUBLIC_FIELDS: ReadonlySet<string> = new Set(['environment', '__typename']);
/** Root fields that a token without the scope `read` may query. */
const UNSCOPED_FIELDS: ReadonlySet<string> = new Set(['environment', '__typename', 'viewer']);

/** Root fields that the token of a hand-off may run, and nothing else of any kind. */
export const HAND_OFF_FIELDS: ReadonlySet<string> = new Set([
  'handedOff',
  'checkHandedOff',
  'attestHandedOff',
  '__typename',
]);

export const readScopeMissing = (): GraphQLError =>
  new GraphQLError('This token lacks the scope read.', {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } },
  });

export const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions
      .filter((d) => d.kind === Kind.FRAGMENT_DEFINITION)
      .map((d) => [d.name.value, d]),
  );

/** The root fields of an operation, including those in fragments. */
function rootFields(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const collect = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet.selections);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        collect(fragments[selection.name.value]?.selectionSet.selections ?? []);
      }
    }
  };
  collect(operation.selectionSet.selections);
  return names;
}

/** Whether every operation of a document has these root fields alone. */
function hasOnly(document: DocumentNode, allowed: ReadonlySet<string>): boolean {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = fragmentsOf(document);
  return (
    operations.length > 0 &&
    operations.every((operation) =>
      [...rootFields(operation, fragments)].every((name) => allowed.has(name)),
    )
  );
}

/** Whether unauthenticated callers may run every operation of a document. */
export const isPublic = (document: DocumentNode): boolean => hasOnly(document, PUBLIC_FIELDS);

/** Whether whoever has the token of a hand-off may. */
export const isForHandOff = (document: DocumentNode): boolean => hasOnly(document, HAND_OFF_FIELDS);

/**
 * Refuses an operation that may not run. Returns its maximum cost.
 * @throws GraphQLError with code UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT or QUERY_TOO_COMPLEX
 */
export function assertAllowed(
  request: Omit<Operation, 'fragments'> & { document: DocumentNode },
  context: RequestContext,
): number {
  const fragments = fragmentsOf(request.document);
  const fields = [...rootFields(request.operation, fragments)];
  const free = context.handOff ? HAND_OFF_FIELDS : PUBLIC_FIELDS;
  if (fields.some((name) => !free.has(name))) {
    const { viewer } = requireSignedIn(context);
    const reads =
      request.operation.operation !== 'mutation' &&
      fields.some((name) => !UNSCOPED_FIELDS.has(name));
    if (reads && !hasScope(viewer, 'read')) throw readScopeMissing();
  }
  return assertAffordable({ ...request, fragments });
}
