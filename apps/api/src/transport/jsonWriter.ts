/**
 * Compiles a query to functions that write its JSON. They know how a query succeeds and nothing
 * about errors: whatever is not as expected throws.
 */
import {
  defaultFieldResolver,
  getArgumentValues,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { fragmentsOf } from '../limits/assertAllowed.ts';
import { joinParts, type Written } from './joinParts.ts';
import { isPureField, rememberedText } from './pureFields.ts';

interface Request {
  context: unknown;
  variables: Record<string, unknown>;
  /** By field, as all items of a list have the same. */
  args: Map<FieldNode, Record<string, unknown>>;
}
type Write = (value: unknown, request: Request) => Written;

export interface Writer {
  variables: readonly VariableDefinitionNode[];
  /** @param variables coerced */
  write: (context: unknown, variables: Record<string, unknown>) => Written;
}

/** At compile time: this query is not written. While writing: it does not succeed. */
class NotWritten extends Error {}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;

const writeValue = (value: unknown, write: Write, request: Request): Written =>
  isPromise(value) ? value.then((settled) => write(settled, request)) : write(value, request);

function leafWriter(type: GraphQLLeafType): Write {
  return (value) => {
    const json = JSON.stringify(type.serialize(value) ?? undefined) as string | undefined;
    if (json === undefined) throw new NotWritten();
    return json;
  };
}

/** One field, or neighbouring fields whose text depends on the object alone. */
interface Piece {
  pure: boolean;
  write: Write;
}

class Compiler {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: Record<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#schema = schema;
    this.#operation = operation;
    this.#fragments = fragmentsOf(document);
  }

  /** The fields of an object, as `"name":value` joined by commas within braces. */
  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Piece {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) this.#collect(type, set, fields);
    const pieces = groupPure(
      [...fields].map(([key, nodes]) => this.#field(type, JSON.stringify(key), nodes)),
    );
    const write: Write = (value, request) =>
      joinParts(pieces.length, (index) => pieces[index]!.write(value, request), ['{', '}']);
    return { pure: pieces.every(({ pure }) => pure), write };
  }

  #collect(type: GraphQLObjectType, set: SelectionSetNode, fields: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (selection.directives?.length) throw new NotWritten();
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.#fragments[selection.name.value]!;
      if (this.#applies(inner.typeCondition?.name.value, type))
        this.#collect(type, inner.selectionSet, fields);
    }
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.#schema.getType(condition);
    return isInterfaceType(named) && this.#schema.isSubType(named, type);
  }

  #field(parent: GraphQLObjectType, key: string, nodes: FieldNode[]): Piece {
    const [node] = nodes as [FieldNode, ...FieldNode[]];
    const name = node.name.value;
    if (name === '__typename') {
      const text = `${key}:${JSON.stringify(parent.name)}`;
      return { pure: true, write: () => text };
    }
    const field = parent.getFields()[name];
    if (!field) throw new NotWritten(); // introspection
    const value = this.#value(field.type, nodes);
    const read = this.#reader(parent, field, nodes);
    const write: Write = (source, request) => {
      const written = writeValue(read(source, request), value.write, request);
      return typeof written === 'string'
        ? `${key}:${written}`
        : written.then((text) => `${key}:${text}`);
    };
    return { pure: value.pure && isPureField(parent, field), write };
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Piece {
    if (isNonNullType(type)) {
      const { pure, write } = this.#present(type.ofType, nodes);
      const required: Write = (value, request) => {
        if (value === null || value === undefined || value instanceof Error) throw new NotWritten();
        return write(value, request);
      };
      return { pure, write: required };
    }
    const { pure, write } = this.#present(type, nodes);
    const optional: Write = (value, request) => {
      if (value instanceof Error) throw new NotWritten();
      return value === null || value === undefined ? 'null' : write(value, request);
    };
    return { pure, write: optional };
  }

  #present(type: GraphQLOutputType, nodes: readonly FieldNode[]): Piece {
    if (isScalarType(type) || isEnumType(type)) return { pure: true, write: leafWriter(type) };
    if (isListType(type)) {
      const { pure, write } = this.#value(type.ofType, nodes);
      const list: Write = (value, request) => {
        if (!Array.isArray(value)) throw new NotWritten();
        const item = (index: number): Written => writeValue(value[index], write, request);
        return joinParts(value.length, item, ['[', ']']);
      };
      return { pure, write: list };
    }
    if (!isObjectType(type) || type.isTypeOf) throw new NotWritten();
    return this.object(
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
  }

  /** What a field resolves to. */
  #reader(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    fieldNodes: FieldNode[],
  ): (source: unknown, request: Request) => unknown {
    const { resolve = defaultFieldResolver } = field;
    const [node] = fieldNodes as [FieldNode, ...FieldNode[]];
    const info = this.#info(parent, field, fieldNodes);
    return (source, request) =>
      resolve(source, argumentsOf(field, node, request), request.context, info);
  }

  /** What is different for each request can't be read. */
  #info(
    parentType: GraphQLObjectType,
    { name, type }: GraphQLField<unknown, unknown>,
    fieldNodes: FieldNode[],
  ): GraphQLResolveInfo {
    const unknown = (): never => {
      throw new NotWritten();
    };
    return {
      fieldName: name,
      fieldNodes,
      returnType: type,
      parentType,
      schema: this.#schema,
      fragments: this.#fragments,
      operation: this.#operation,
      get path() {
        return unknown();
      },
      get rootValue() {
        return unknown();
      },
      get variableValues() {
        return unknown();
      },
    };
  }
}

const NO_ARGUMENTS = Object.freeze({});

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { args, variables }: Request,
): Record<string, unknown> {
  if (field.args.length === 0) return NO_ARGUMENTS;
  const known = args.get(node);
  if (known) return known;
  const values = getArgumentValues(field, node, variables);
  args.set(node, values);
  return values;
}

/** Neighbouring pure fields become one piece, whose text an object may remember. */
function groupPure(pieces: readonly Piece[]): Piece[] {
  const groups: Piece[] = [];
  let pure: Write[] = [];
  const close = (): void => {
    if (pure.length > 0) groups.push(pureGroup(pure));
    pure = [];
  };
  for (const piece of pieces) {
    if (piece.pure) pure.push(piece.write);
    else {
      close();
      groups.push(piece);
    }
  }
  close();
  return groups;
}

function pureGroup(writes: readonly Write[]): Piece {
  const write: Write = (value, request) =>
    rememberedText(value, write, () =>
      joinParts(writes.length, (index) => writes[index]!(value, request), ['', '']),
    );
  return { pure: true, write };
}

/** Null where the query has something that is not written: directives, abstract types. */
export function compileWriter(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Writer | null {
  const root = schema.getQueryType();
  if (!root || operation.directives?.length) return null;
  try {
    const compiler = new Compiler(schema, document, operation);
    const { write } = compiler.object(root, [operation.selectionSet]);
    return {
      variables: operation.variableDefinitions ?? [],
      write: (context, variables) => write({}, { context, variables, args: new Map() }),
    };
  } catch (error) {
    if (error instanceof NotWritten) return null;
    throw error;
  }
}
