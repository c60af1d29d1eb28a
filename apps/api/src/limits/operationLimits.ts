/**
 * Limits an operation before it runs, by its cost, depth, aliases and page sizes, so that a single
 * request can't overload the server.
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

/** Tokens of a document. The parser stops there. */
export const MAX_TOKENS = 1000;
/** Characters of a document. */
export const MAX_QUERY_LENGTH = 20_000;
/**
 * A page of 100 organizations with tracks, steps and checks costs about 11,000; with instructions
 * about 25,000.
 */
export const MAX_COST = 50_000;
export const MAX_DEPTH = 12;
/** The usual tools nest `ofType` this deep. graphql-js limits the lists of introspection too. */
export const MAX_INTROSPECTION_DEPTH = 20;
export const MAX_ALIASES = 25;
export const MAX_PAGE_SIZE = 100;
/** Values in all variables together: ten times the longest list of any input. */
export const MAX_VALUES = 10_000;

interface Complexity {
  cost: number;
  depth: number;
  introspectionDepth: number;
  aliases: number;
}
const NOTHING: Complexity = { cost: 0, depth: 0, introspectionDepth: 0, aliases: 0 };

export interface Operation {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  /**
   * By name, as graphql-js collects them. The document has been validated, so there are no cycles.
   */
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** As sent, not coerced. */
  variables: Readonly<Record<string, unknown>>;
}

const limitError = (message: string, code: string, more = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...more, http: { status: 400 } } });

/** Measures each fragment once, so that nested fragments can't multiply the work. */
class Meter {
  /** Names of variables that it read. */
  readonly sizes = new Set<string>();
  readonly #request: Operation;
  readonly #fragments = new Map<string, Complexity>();
  readonly #fragmentNesting = new Map<string, number>();
  constructor(request: Operation) {
    this.#request = request;
  }

  selections(set: SelectionSetNode, parent: GraphQLNamedType): Complexity {
    let sum = NOTHING;
    for (const selection of set.selections) {
      let part: Complexity;
      if (selection.kind === Kind.FIELD) part = this.#field(selection, parent);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type =
          selection.typeCondition &&
          this.#request.schema.getType(selection.typeCondition.name.value);
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

  #fragment(name: string): Complexity {
    const measured = this.#fragments.get(name);
    if (measured) return measured;
    const fragment = this.#request.fragments[name];
    const type = fragment && this.#request.schema.getType(fragment.typeCondition.name.value);
    const complexity = fragment && type ? this.selections(fragment.selectionSet, type) : NOTHING;
    this.#fragments.set(name, complexity);
    return complexity;
  }

  #field(node: FieldNode, parent: GraphQLNamedType): Complexity {
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

  /** How deep selections nest, including fragments. */
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
    const measured = this.#fragmentNesting.get(name);
    if (measured !== undefined) return measured;
    const depth = this.#nesting(this.#request.fragments[name]?.selectionSet);
    this.#fragmentNesting.set(name, depth);
    return depth;
  }

  /** How many items the field returns at most. */
  #times(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLNamedType): number {
    const definition = field.args.find((argument) => argument.name === 'first');
    if (definition)
      return this.#pageSize(
        node.arguments?.find((argument) => argument.name.value === 'first'),
        definition.defaultValue,
      );
    // The page's size was counted at its own field.
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
    // A wrong type is refused when the operation runs.
    if (typeof size !== 'number' || !Number.isInteger(size)) return MAX_PAGE_SIZE;
    if (size < 1 || size > MAX_PAGE_SIZE)
      throw limitError(`"first" is ${size}. Use 1 to ${MAX_PAGE_SIZE}.`, 'BAD_USER_INPUT');
    return size;
  }

  #variable(name: string): unknown {
    this.sizes.add(name);
    const given = this.#request.variables[name];
    if (given !== undefined) return given;
    const value = this.#request.operation.variableDefinitions?.find(
      (definition) => definition.variable.name.value === name,
    )?.defaultValue;
    return value?.kind === Kind.INT ? Number(value.value) : undefined;
  }
}

/** What was measured of an operation. */
interface Measured {
  /** Variables that page sizes depend on. */
  sizes: readonly string[];
  /** By their values. */
  complexities: Map<string, Complexity>;
}
const measured = new WeakMap<OperationDefinitionNode, Measured>();
const MAX_MEASURED = 20;

const keyOf = (sizes: readonly string[], variables: Operation['variables']): string =>
  sizes
    .map((name) => {
      const size = variables[name];
      return typeof size === 'number' ? size : size === null ? null : typeof size;
    })
    .join();

/**
 * The operation's maximum cost and depth. One unit of cost is about one object to assemble.
 * Measured once for an operation that is kept and the same page sizes.
 */
export function measureOperation(request: Operation): Complexity {
  const { operation, schema, variables } = request;
  const known = measured.get(operation);
  const found = known?.complexities.get(keyOf(known.sizes, variables));
  if (found) return found;
  const root = schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  const meter = new Meter(request);
  const complexity = meter.selections(operation.selectionSet, root);
  const kept = known ?? { sizes: [...meter.sizes], complexities: new Map<string, Complexity>() };
  if (kept.complexities.size < MAX_MEASURED)
    kept.complexities.set(keyOf(kept.sizes, variables), complexity);
  measured.set(operation, kept);
  return complexity;
}

/** Iterative, because the values may be nested deeper than the stack. */
function hasTooManyValues(variables: Readonly<Record<string, unknown>>): boolean {
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
 * Refuses an operation beyond the limits. Returns its maximum cost.
 * @throws GraphQLError with code BAD_USER_INPUT (a page size, too many values) or
 *   QUERY_TOO_COMPLEX, HTTP 400.
 */
export function assertAffordable(request: Operation): number {
  if (hasTooManyValues(request.variables))
    throw limitError(
      `The variables have more than ${MAX_VALUES} values. Send them in parts.`,
      'BAD_USER_INPUT',
    );
  const { cost, depth, introspectionDepth, aliases } = measureOperation(request);
  const tooComplex = (what: string, is: number, max: number, more = {}): GraphQLError =>
    limitError(
      `This operation is too complex: its ${what} is ${is}, the maximum is ${max}. Request less at once.`,
      'QUERY_TOO_COMPLEX',
      more,
    );
  if (depth > MAX_DEPTH) throw tooComplex('depth', depth, MAX_DEPTH);
  if (introspectionDepth > MAX_INTROSPECTION_DEPTH)
    throw tooComplex('depth', introspectionDepth, MAX_INTROSPECTION_DEPTH);
  if (aliases > MAX_ALIASES) throw tooComplex('number of aliases', aliases, MAX_ALIASES);
  if (cost > MAX_COST)
    throw tooComplex('cost', cost, MAX_COST, { cost: { requested: cost, limit: MAX_COST } });
  return cost;
}
