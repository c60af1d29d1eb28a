/**
 * Executes operations. Repeated ones are compiled, which takes a third of graphql-js's processor
 * time; a flood of different documents is not.
 */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  execute,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../context.ts';

/** The use of a document from which on it is compiled. */
export const COMPILE_AT_USE = 3;

/** A query that was compiled, with what graphql-js needs to check its variables. */
interface Compiled {
  query: CompiledQuery;
  variables: readonly VariableDefinitionNode[];
}

interface Known {
  uses: number;
  /** By operation name; null where the operation is not compiled. */
  compiled: Map<string, Compiled | null>;
}

export interface Operation {
  document: DocumentNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
  context: unknown;
  /** What the root fields resolve from: of a subscription, its event. */
  root?: unknown;
}

export type Executor = (operation: Operation) => Promise<ExecutionResult>;

/**
 * Null for mutations: nobody sends them by the thousand. Of a subscription, each event is a use.
 */
function compile(schema: GraphQLSchema, { document, operationName }: Operation): Compiled | null {
  const definition = getOperationAST(document, operationName);
  if (!definition || definition.operation === OperationTypeNode.MUTATION) return null;
  const query = compileQuery(schema, document, operationName ?? undefined);
  return isCompiledQuery(query) ? { query, variables: definition.variableDefinitions ?? [] } : null;
}

/** Errors of compiled queries can't be changed, as Apollo does. */
const writable = ({ message, path, originalError }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { path, originalError });

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

/** Answers as graphql-js does. */
export function compiledExecutor(schema: GraphQLSchema, compileAtUse = COMPILE_AT_USE): Executor {
  /** Apollo gives the same object for the same text as long as it keeps it. */
  const known = new WeakMap<DocumentNode, Known>();

  function compiledFor(operation: Operation): Compiled | null {
    const { document, operationName } = operation;
    const found = known.get(document) ?? { uses: 0, compiled: new Map() };
    known.set(document, found);
    found.uses += 1;
    if (found.uses < compileAtUse) return null;
    const name = operationName ?? '';
    if (!found.compiled.has(name)) found.compiled.set(name, compile(schema, operation));
    return found.compiled.get(name) ?? null;
  }

  return async (operation) => {
    const { document, operationName, variables, context, root = {} } = operation;
    const compiled = compiledFor(operation);
    if (!compiled)
      return withCodeOfLimit(
        await execute({
          schema,
          document,
          operationName,
          variableValues: variables,
          contextValue: context,
          rootValue: root,
        }),
      );
    // The compiled query refuses to fill in the defaults of required input fields.
    const { coerced, errors } = getVariableValues(schema, compiled.variables, variables, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    if (errors) return withCodeOfLimit({ errors });
    const result = await compiled.query.query(root, context, coerced);
    return result.errors ? { ...result, errors: result.errors.map(writable) } : result;
  };
}

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
        executor: ({ document, operationName, request, context }) =>
          executor({ document, operationName, variables: request.variables ?? {}, context }),
      }),
    stop: () => Promise.resolve(),
  };
}
