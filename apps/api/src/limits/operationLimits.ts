/**
 * Evaluates an operation before it runs: how much it may cost at most, how deep it goes, how often
 * it asks the same under other names, and whether its pages are of a size that lists serve. A
 * single request must not be able to hold the server.
 */
import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIST_SIZES, WEIGHTS } from './fieldCosts.ts';

/** Tokens that a document may have; passed to the parser, which stops there. */
export const MAX_TOKENS = 1000;
/** Characters that a document may have. */
export const MAX_QUERY_LENGTH = 20_000;
/**
 * A page of 100 organizations with tracks, steps and checks costs about 11,000; with instructions
 * about 25,000.
 */
export const MAX_COST = 50_000;
export const MAX_DEPTH = 12;
/**
 * Introspection by the usual tools nests `ofType` this deep; graphql-js limits its lists on top.
 */
export const MAX_INTROSPECTION_DEPTH = 20;
export const MAX_ALIASES = 25;
export const MAX_PAGE = 100;
/** Values in all variables together: ten times what the longest list of any input may hold. */
export const MAX_VALUES = 10_000;

interface Measure {
  cost: number;
  depth: number;
  introspectionDepth: number;
  aliases: number;
}
const NOTHING: Measure = { cost: 0, depth: 0, introspectionDepth: 0, aliases: 0 };

export interface Operation {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  /**
   * By name, as graphql-js collects them. The document has been validated, so there are no cycles.
   */
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** As they came, not coerced yet. */
  variables: Readonly<Record<string, unknown>>;
}

const refused = (message: string, code: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/**
 * Measures selections; every fragment once, so that fragments of fragments cannot multiply the
 * work.
 */
class Meter {
  readonly #of: Operation;
  readonly #fragments = new Map<string, Measure>();
  readonly #fragmentNesting = new Map<string, number>();
  constructor(of: Operation) {
    this.#of = of;
  }

  selections(set: SelectionSetNode, parent: GraphQLNamedType): Measure {
    let sum = NOTHING;
    for (const selection of set.selections) {
      let part: Measure;
      if (selection.kind === Kind.FIELD) part = this.#field(selection, parent);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type =
          selection.typeCondition && this.#of.schema.getType(selection.typeCondition.name.value);
        part = this.selections(selection.selectionSet, type ?? parent);
      } else part = this.#fragment(selection.name.value);
      sum = {
        cost: sum.cost + part.cost,
        depth: Math.max(sum.depth, part.depth),
        introspectionDepth: Math.max(sum.introspectionDepth, part.introspectionDepth),
        aliases: sum.aliases + part.aliases,
      };
    }
    return sum;
  }

  #fragment(name: string): Measure {
    const known = this.#fragments.get(name);
    if (known) return known;
    const fragment = this.#of.fragments[name];
    const type = fragment && this.#of.schema.getType(fragment.typeCondition.name.value);
    const measure = fragment && type ? this.selections(fragment.selectionSet, type) : NOTHING;
    this.#fragments.set(name, measure);
    return measure;
  }

  #field(node: FieldNode, parent: GraphQLNamedType): Measure {
    const aliases = node.alias ? 1 : 0;
    if (node.name.value.startsWith('__')) {
      return {
        cost: 0,
        depth: 1,
        introspectionDepth: 1 + this.#nesting(node.selectionSet),
        aliases,
      };
    }
    const field =
      isObjectType(parent) || isInterfaceType(parent)
        ? parent.getFields()[node.name.value]
        : undefined;
    if (!field) return NOTHING;
    const type = getNamedType(field.type);
    const inner = node.selectionSet ? this.selections(node.selectionSet, type) : NOTHING;
    const own = WEIGHTS[`${parent.name}.${field.name}`] ?? (isCompositeType(type) ? 1 : 0);
    return {
      cost: own + this.#times(node, field, parent) * inner.cost,
      depth: inner.depth + 1,
      introspectionDepth: inner.introspectionDepth,
      aliases: inner.aliases + aliases,
    };
  }

  /** How deep selections nest whatever their types, fragments included. */
  #nesting(set: SelectionSetNode | undefined): number {
    let deepest = 0;
    for (const selection of set?.selections ?? []) {
      const own = selection.kind === Kind.FIELD ? 1 : 0;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.#fragmentDepth(selection.name.value)
          : this.#nesting(selection.selectionSet);
      deepest = Math.max(deepest, own + inner);
    }
    return deepest;
  }

  #fragmentDepth(name: string): number {
    const known = this.#fragmentNesting.get(name);
    if (known !== undefined) return known;
    const depth = this.#nesting(this.#of.fragments[name]?.selectionSet);
    this.#fragmentNesting.set(name, depth);
    return depth;
  }

  /** How often the field's selection is answered at most. */
  #times(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLNamedType): number {
    const definition = field.args.find((argument) => argument.name === 'first');
    if (definition)
      return this.#pageSize(
        node.arguments?.find((argument) => argument.name.value === 'first'),
        definition.defaultValue,
      );
    // counted by the page they are of
    if (field.name === 'nodes' || field.name === 'edges') return 1;
    return isListType(getNullableType(field.type))
      ? (LIST_SIZES[`${parent.name}.${field.name}`] ?? 3)
      : 1;
  }

  #pageSize(argument: ArgumentNode | undefined, fallback: unknown): number {
    let size: unknown = fallback;
    if (argument?.value.kind === Kind.INT) size = Number(argument.value.value);
    else if (argument?.value.kind === Kind.VARIABLE)
      size = this.#variable(argument.value.name.value) ?? fallback;
    // its type is evaluated when the operation runs
    if (typeof size !== 'number' || !Number.isInteger(size)) return MAX_PAGE;
    if (size < 1 || size > MAX_PAGE)
      throw refused(
        `"first" is ${size}; a list serves pages of 1 to ${MAX_PAGE}.`,
        'BAD_USER_INPUT',
      );
    return size;
  }

  #variable(name: string): unknown {
    const given = this.#of.variables[name];
    if (given !== undefined) return given;
    const value = this.#of.operation.variableDefinitions?.find(
      (definition) => definition.variable.name.value === name,
    )?.defaultValue;
    return value?.kind === Kind.INT ? Number(value.value) : undefined;
  }
}

/** What the operation costs at most. One unit is about one object that has to be put together. */
export function measureOperation(of: Operation): Measure {
  const root = of.schema.getRootType(of.operation.operation);
  return root ? new Meter(of).selections(of.operation.selectionSet, root) : NOTHING;
}

/**
 * Whether there are too many values; iterative, since nesting may be deeper than
 * the stack.
 */
function holdsTooMuch(variables: Readonly<Record<string, unknown>>): boolean {
  const open: unknown[] = [variables];
  for (let seen = 0; open.length > 0; seen += 1) {
    if (seen + open.length > MAX_VALUES) return true;
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const inner = Object.values(value);
    if (inner.length > MAX_VALUES) return true;
    open.push(...inner);
  }
  return false;
}

/**
 * Lets an operation pass or refuses it. Answers what it costs at most.
 * @throws GraphQLError with code BAD_USER_INPUT (a page size, too many values) or
 *   QUERY_TOO_COMPLEX, HTTP 400.
 */
export function assertAffordable(of: Operation): number {
  if (holdsTooMuch(of.variables))
    throw refused(
      `The variables hold more than ${MAX_VALUES} values; send them in parts.`,
      'BAD_USER_INPUT',
    );
  const { cost, depth, introspectionDepth, aliases } = measureOperation(of);
  const tooMuch = (what: string, is: number, most: number): GraphQLError =>
    refused(
      `This operation is too complex: its ${what} is ${is}, and at most ${most} is answered. Ask for less at once.`,
      'QUERY_TOO_COMPLEX',
    );
  if (depth > MAX_DEPTH) throw tooMuch('depth', depth, MAX_DEPTH);
  if (introspectionDepth > MAX_INTROSPECTION_DEPTH)
    throw tooMuch('depth', introspectionDepth, MAX_INTROSPECTION_DEPTH);
  if (aliases > MAX_ALIASES) throw tooMuch('number of aliases', aliases, MAX_ALIASES);
  if (cost > MAX_COST) throw tooMuch('cost', cost, MAX_COST);
  return cost;
}
