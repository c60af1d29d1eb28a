/**
 * Whether a valid operation may run at all: signed in where it must be, allowed to read,
 * affordable. HTTP and sockets ask the same.
 */
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { signedIn, type RequestContext } from '../context.ts';
import { hasScope } from '../viewer/permissions.ts';
import { assertAffordable, type Operation } from './operationLimits.ts';

/** Root fields that anybody may ask for. */
const FREE: ReadonlySet<string> = new Set(['environment', '__typename']);
/** Root fields that a token without the scope `read` may ask for. */
const UNSCOPED: ReadonlySet<string> = new Set(['environment', '__typename', 'viewer']);

export const lacksRead = (): GraphQLError =>
  new GraphQLError('This token lacks the scope read.', {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } },
  });

export const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions
      .filter((d) => d.kind === Kind.FRAGMENT_DEFINITION)
      .map((d) => [d.name.value, d]),
  );

/** The root fields of an operation, those of fragments at its root included. */
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

/** Whether nobody needs to sign in for any of a document's operations. */
export function isFree(document: DocumentNode): boolean {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = fragmentsOf(document);
  return (
    operations.length > 0 &&
    operations.every((operation) =>
      [...rootFields(operation, fragments)].every((name) => FREE.has(name)),
    )
  );
}

/**
 * Lets an operation pass or refuses it. Answers what it costs at most.
 * @throws GraphQLError with code UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT or QUERY_TOO_COMPLEX
 */
export function assertAllowed(
  of: Omit<Operation, 'fragments'> & { document: DocumentNode },
  context: RequestContext,
): number {
  const fragments = fragmentsOf(of.document);
  const fields = [...rootFields(of.operation, fragments)];
  if (fields.some((name) => !FREE.has(name))) {
    const { viewer } = signedIn(context);
    const reads =
      of.operation.operation !== 'mutation' && fields.some((name) => !UNSCOPED.has(name));
    if (reads && !hasScope(viewer, 'read')) throw lacksRead();
  }
  return assertAffordable({ ...of, fragments });
}
