/** Writes one operation for every field of Query, Mutation and Subscription. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** How deep objects are read below a root field's own; those at the end have plain fields only. */
const DEPTH = 2;
/** In a page, which may have a hundred items. */
const DEPTH_OF_PAGES = 1;
const LOCALE = 'locale';

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A list's items are in `nodes`; `edges` would repeat them. */
const repeats = (type: GraphQLObjectType, name: string): boolean =>
  name === 'edges' && 'nodes' in type.getFields();

/** Without an argument of ours, such a field says nothing, or is not valid. */
const isOptional = ({ name, type, defaultValue }: GraphQLArgument): boolean =>
  name === LOCALE || (name === 'first' && (!isNonNullType(type) || defaultValue !== undefined));

const hasLocale = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ name }) => name === LOCALE);

/** The selection of a type, indented; empty where nothing of it can be selected. */
function selection(type: GraphQLObjectType, depth: number, indent: string): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    if (repeats(type, field.name) || !field.args.every(isOptional) || field.deprecationReason)
      return [];
    const call = `${indent}${field.name}${hasLocale(field) ? `(${LOCALE}: $${LOCALE})` : ''}`;
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [call];
    // The items of a page and its position belong to the page.
    const cost = ['nodes', 'pageInfo'].includes(field.name) ? 0 : 1;
    if (!isObjectType(named) || depth - cost < 0) return [];
    const inner = selection(named, depth - cost, `${indent}  `);
    return inner.length > 0 ? [`${call} {`, ...inner, `${indent}}`] : [];
  });
}

function operation(
  kind: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
): string {
  const named = getNamedType(field.type);
  const isPage = isObjectType(named) && 'nodes' in named.getFields();
  const depth = isPage ? DEPTH_OF_PAGES : DEPTH;
  const inner = isObjectType(named)
    ? selection(named, depth, '    ')
    : isInterfaceType(named)
      ? ['    __typename', '    id']
      : [];
  const body = inner.length > 0 ? ` {\n${inner.join('\n')}\n  }` : '';
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const variables = field.args.map(({ name, type, defaultValue }) => {
    // A default stays the server's: a variable that is left out is not sent.
    const text = String(type);
    return `$${name}: ${defaultValue === undefined ? text : text.replace(/!$/, '')}`;
  });
  if (body.includes(`$${LOCALE}`) && !field.args.some(({ name }) => name === LOCALE))
    variables.push(`$${LOCALE}: String`);
  const head = variables.length > 0 ? `(${variables.join(', ')})` : '';
  const call = `${field.name}${passed ? `(${passed})` : ''}`;
  return `${kind} ${capitalized(field.name)}${head} {\n  ${call}${body}\n}\n`;
}

/** The text of all operations, as one file. */
export function rootOperations(schema: GraphQLSchema): string {
  const of = (kind: 'query' | 'mutation' | 'subscription', type?: GraphQLObjectType | null) =>
    Object.values(type?.getFields() ?? {}).map((field) => operation(kind, field));
  return [
    ...of('query', schema.getQueryType()),
    ...of('mutation', schema.getMutationType()),
    ...of('subscription', schema.getSubscriptionType()),
  ].join('\n');
}

/** Names of the inputs that take an idempotency key, sorted. */
export const keyedInputs = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type) && 'idempotencyKey' in type.getFields())
    .map(({ name }) => name)
    .sort();

/** Types of the enums that no operation here selects, which others may. */
export const otherEnums = (schema: GraphQLSchema, written: string): string =>
  Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith('__'))
    .filter(({ name }) => !written.includes(`export type ${name} =`))
    .map((type) => {
      const values = (type as GraphQLEnumType).getValues().map(({ name }) => `  | '${name}'`);
      return `/** ${type.description} */\nexport type ${type.name} =\n${values.join('\n')};\n\n`;
    })
    .join('');
