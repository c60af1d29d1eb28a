/**
 * Executes queries straight into JSON. What it does not know, and whatever fails, is executed again
 * by the executor behind it, whose errors are those of graphql-js.
 */
import {
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  type FormattedExecutionResult,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { COMPILE_AT_USE, type Executor, type Operation } from './compiledExecutor.ts';
import { compileWriter, type Writer } from './jsonWriter.ts';

/** The data of a result, written already. */
export class WrittenData {
  readonly [field: string]: unknown;
  readonly #json: string;

  constructor(json: string) {
    this.#json = json;
  }

  static jsonOf(data: unknown): string | null {
    return data instanceof WrittenData ? data.#json : null;
  }
}

/** The body of a response. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const json = result.errors ? null : WrittenData.jsonOf(result.data);
  return json === null ? `${JSON.stringify(result)}\n` : `{"data":${json}}\n`;
}

interface Known {
  uses: number;
  /** By operation name; null where the operation can't be written. */
  writers: Map<string, Writer | null>;
}

function compile(schema: GraphQLSchema, { document, operationName }: Operation): Writer | null {
  const definition = getOperationAST(document, operationName);
  return definition?.operation === OperationTypeNode.QUERY
    ? compileWriter(schema, document, definition)
    : null;
}

/** Answers as the executor behind it; where it succeeds itself, `data` is `WrittenData`. */
export function textExecutor(
  schema: GraphQLSchema,
  behind: Executor,
  writeAtUse = COMPILE_AT_USE,
): Executor {
  const known = new WeakMap<DocumentNode, Known>();

  function writerFor(operation: Operation): Writer | null {
    const { document, operationName } = operation;
    const found = known.get(document) ?? { uses: 0, writers: new Map() };
    known.set(document, found);
    found.uses += 1;
    if (found.uses < writeAtUse) return null;
    const name = operationName ?? '';
    if (!found.writers.has(name)) found.writers.set(name, compile(schema, operation));
    return found.writers.get(name) ?? null;
  }

  return async (operation) => {
    const writer = writerFor(operation);
    if (!writer) return behind(operation);
    const { coerced } = getVariableValues(schema, writer.variables, operation.variables, {
      maxErrors: 1,
    });
    if (!coerced) return behind(operation);
    try {
      return { data: new WrittenData(await writer.write(operation.context, coerced)) };
    } catch {
      return behind(operation);
    }
  };
}
