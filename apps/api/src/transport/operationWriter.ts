/**
 * Executes queries and events that come again straight into JSON. Other documents, and whatever
 * fails, are left to graphql-js, whose errors are those of the specification.
 */
import {
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Operation } from './graphqlExecutor.ts';
import { compileWriter, type Writer } from './jsonWriter.ts';

/**
 * The use of a document from which on it is written, so that a flood of different ones is not
 * compiled. Of a subscription, each event is a use.
 */
export const WRITE_AT_USE = 3;
/** Of one operation: one for each combination of what its directives depend on. */
const MAX_WRITERS = 16;

/** The JSON of an operation's data; null where graphql-js has to execute it. */
export type OperationWriter = (operation: Operation) => Promise<string | null>;

interface Writers {
  definition: OperationDefinitionNode;
  /** Variables that `@skip` and `@include` depend on. */
  conditions: readonly string[];
  /** By their values; null where it can't be written. */
  compiled: Map<string, Writer | null>;
}

interface Known {
  uses: number;
  /** By operation name; null where there is nothing to write. */
  writers: Map<string, Writers | null>;
}

function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** None for mutations: nobody sends them by the thousand, and their fields follow one another. */
function writersOf({ document, operationName }: Operation): Writers | null {
  const definition = getOperationAST(document, operationName);
  if (!definition || definition.operation === OperationTypeNode.MUTATION) return null;
  return { definition, conditions: conditionsOf(document), compiled: new Map() };
}

export function operationWriter(schema: GraphQLSchema, writeAtUse = WRITE_AT_USE): OperationWriter {
  /** Apollo gives the same object for the same text as long as it keeps it. */
  const known = new WeakMap<DocumentNode, Known>();

  function writersFor(operation: Operation): Writers | null {
    const { document, operationName } = operation;
    const found = known.get(document) ?? { uses: 0, writers: new Map() };
    known.set(document, found);
    found.uses += 1;
    if (found.uses < writeAtUse) return null;
    const name = operationName ?? '';
    if (!found.writers.has(name)) found.writers.set(name, writersOf(operation));
    return found.writers.get(name) ?? null;
  }

  function writerFor(
    { definition, conditions, compiled }: Writers,
    { document }: Operation,
    variables: Record<string, unknown>,
  ): Writer | null {
    const key = JSON.stringify(conditions.map((name) => variables[name] ?? null));
    const found = compiled.get(key);
    if (found !== undefined || compiled.size >= MAX_WRITERS) return found ?? null;
    const made = compileWriter(schema, document, definition, variables);
    compiled.set(key, made);
    return made;
  }

  return async (operation) => {
    const writers = writersFor(operation);
    if (!writers) return null;
    const { coerced } = getVariableValues(
      schema,
      writers.definition.variableDefinitions ?? [],
      operation.variables,
      { maxErrors: 1 },
    );
    const write = coerced && writerFor(writers, operation, coerced);
    if (!write) return null;
    try {
      return await write({
        context: operation.context,
        root: operation.root ?? {},
        variables: coerced,
      });
    } catch {
      return null;
    }
  };
}
