/** Executes by graphql-js what `operationWriter.ts` does not write, for Apollo and for sockets. */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  execute,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../context.ts';

export interface Operation {
  document: DocumentNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
  context: unknown;
  /** What the root fields resolve from: of a subscription, its event. */
  root?: unknown;
}

export type Executor = (operation: Operation) => Promise<ExecutionResult>;

/** After so many invalid variables graphql-js adds one more error, without a code, and stops. */
const MAX_VARIABLE_ERRORS = 50;

/** Apollo would take that last error for a bug. What was not executed has no `data`. */
function withCodeOfLimit(result: ExecutionResult): ExecutionResult {
  const { errors = [] } = result;
  if ('data' in result || errors.length <= MAX_VARIABLE_ERRORS) return result;
  const more = new GraphQLError('There are more invalid values than these.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
  return { errors: [...errors.slice(0, MAX_VARIABLE_ERRORS), more] };
}

export const graphqlExecutor =
  (schema: GraphQLSchema): Executor =>
  async ({ document, operationName, variables, context, root = {} }) =>
    withCodeOfLimit(
      await execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        contextValue: context,
        rootValue: root,
      }),
    );

/** Lets Apollo execute by it; everything else about a request stays Apollo's. */
export function gatewayFor(
  schema: GraphQLSchema,
  executor: Executor,
): ApolloServerOptionsWithGateway<RequestContext>['gateway'] {
  return {
    onSchemaLoadOrUpdate: (announce) => {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        // By the name in the request: Apollo's is null where the document has no such operation,
        // and then the only one it has would run, which no limit has seen.
        executor: ({ document, request, context }) =>
          executor({
            ...{ document, context },
            operationName: request.operationName,
            variables: request.variables ?? {},
          }),
      }),
    stop: () => Promise.resolve(),
  };
}
