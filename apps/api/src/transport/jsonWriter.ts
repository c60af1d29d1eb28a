/**
 * Compiles a query or an event to functions that write its JSON. They know how it succeeds and
 * nothing about errors: whatever is not as expected throws.
 */
import {
  defaultFieldResolver,
  getDirectiveValues,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../limits/assertAllowed.ts';
import { flattened, joinParts, type Written } from './joinParts.ts';
import { isPureField } from './pureFields.ts';
import {
  argumentsOf,
  groupPure,
  leafWriter,
  NotWritten,
  pureGroup,
  writeValue,
  type Execution,
  type Piece,
  type Request,
  type Write,
} from './writtenPieces.ts';

export type Writer = (execution: Execution) => Written;

class Compiler {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: Record<string, FragmentDefinitionNode>;
  readonly #variables: Record<string, unknown>;

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ) {
    this.#schema = schema;
    this.#operation = operation;
    this.#variables = variables;
    this.#fragments = fragmentsOf(document);
  }

  /** The fields of an object, as `"name":value` joined by commas within braces. */
  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Piece {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) this.#collect(type, set, fields);
    const pieces = [...fields].map(([key, nodes]) => this.#field(type, JSON.stringify(key), nodes));
    if (pieces.every(({ pure }) => pure)) return pureGroup(pieces, ['{', '}']);
    const groups = groupPure(pieces);
    const write: Write = (value, request) =>
      joinParts(groups.length, (index) => groups[index]!.write(value, request), ['{', '}']);
    return { pure: false, write };
  }

  #collect(type: GraphQLObjectType, set: SelectionSetNode, fields: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (!this.#isIncluded(selection)) continue;
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

  #isIncluded(selection: SelectionNode): boolean {
    if (!selection.directives?.length) return true;
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, this.#variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, this.#variables);
    return skip?.['if'] !== true && include?.['if'] !== false;
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.#schema.getType(condition);
    return isAbstractType(named) && this.#schema.isSubType(named, type);
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
    const info = this.#info(parent, field, nodes);
    const value = this.#value(field.type, info);
    const read = this.#reader(field, node, info);
    const write: Write = (source, request) => {
      const written = writeValue(read(source, request), value.write, request);
      return typeof written === 'string'
        ? `${key}:${written}`
        : written.then((text) => `${key}:${text}`);
    };
    return { pure: value.pure && isPureField(parent, field), write };
  }

  /** What a field resolves to. */
  #reader(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    info: GraphQLResolveInfo,
  ): (source: unknown, request: Request) => unknown {
    const { name, resolve = defaultFieldResolver } = field;
    const resolved = (source: unknown, request: Request): unknown =>
      resolve(source, argumentsOf(field, node, request), request.context, info);
    if (resolve !== defaultFieldResolver) return resolved;
    return (source, request) => {
      const property = (source as Readonly<Record<string, unknown>> | null)?.[name];
      return typeof property === 'function' ? resolved(source, request) : property;
    };
  }

  #value(type: GraphQLOutputType, info: GraphQLResolveInfo): Piece {
    if (isNonNullType(type)) {
      const { pure, write } = this.#present(type.ofType, info);
      const required: Write = (value, request) => {
        if (value === null || value === undefined || value instanceof Error) throw new NotWritten();
        return write(value, request);
      };
      return { pure, write: required };
    }
    const { pure, write } = this.#present(type, info);
    const optional: Write = (value, request) => {
      if (value instanceof Error) throw new NotWritten();
      return value === null || value === undefined ? 'null' : write(value, request);
    };
    return { pure, write: optional };
  }

  #present(type: GraphQLOutputType, info: GraphQLResolveInfo): Piece {
    if (isScalarType(type) || isEnumType(type)) return { pure: true, write: leafWriter(type) };
    if (isListType(type)) {
      const { pure, write } = this.#value(type.ofType, info);
      const list: Write = (value, request) => {
        if (!Array.isArray(value)) throw new NotWritten();
        const item = (index: number): Written => {
          const written = writeValue(value[index], write, request);
          // An item of a slice is flattened in it; the whole text would be in one go.
          return typeof written === 'string' ? written : written.then(flattened);
        };
        return joinParts(value.length, item, ['[', ']']);
      };
      return { pure, write: list };
    }
    if (isAbstractType(type)) return this.#abstract(type, info);
    if (!isObjectType(type) || type.isTypeOf) throw new NotWritten();
    return this.object(type, selectionsOf(info));
  }

  #abstract(type: GraphQLAbstractType, info: GraphQLResolveInfo): Piece {
    const { resolveType } = type;
    if (!resolveType) throw new NotWritten();
    const writes = new Map(
      this.#schema
        .getPossibleTypes(type)
        .map((possible) => [possible.name, this.object(possible, selectionsOf(info)).write]),
    );
    const write: Write = (value, request) => {
      const name = resolveType(value, request.context, info, type);
      const known = typeof name === 'string' && writes.get(name);
      if (!known) throw new NotWritten();
      return known(value, request);
    };
    return { pure: false, write };
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

const selectionsOf = ({ fieldNodes }: GraphQLResolveInfo): SelectionSetNode[] =>
  fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);

/**
 * Null where it has something that is not written: introspection, or directives whose variables
 * are invalid.
 * @param variables coerced; the writer is for others with the same values in `@skip` and `@include`
 */
export function compileWriter(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Writer | null {
  const type = schema.getRootType(operation.operation);
  if (!type || operation.directives?.length) return null;
  try {
    const compiler = new Compiler(schema, document, operation, variables);
    const { write } = compiler.object(type, [operation.selectionSet]);
    return (execution) => write(execution.root, { ...execution, args: new Map() });
  } catch (error) {
    if (error instanceof NotWritten || error instanceof GraphQLError) return null;
    throw error;
  }
}
