/** Questions for every field and argument of queries, from the schema. For tests. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { MAX_TOKENS } from '../limits/operationLimits.ts';
import { makeSchema } from '../schema/makeSchema.ts';

const schema = makeSchema();
const MAX_DEPTH = 5;

/**
 * Values of an argument that might name something foreign; `first` and the like have one harmless
 * value.
 */
export type Values = Record<'ID' | 'String', readonly string[]>;

function literals(type: GraphQLInputType, values: Values): string[] {
  if (isNonNullType(type)) return literals(type.ofType, values);
  if (isListType(type)) return literals(type.ofType, values).map((literal) => `[${literal}]`);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      literals(field.type, values).map((literal) => `{ ${field.name}: ${literal} }`),
    );
  if (type.name === 'ID' || type.name === 'String')
    return values[type.name].map((value) => JSON.stringify(value));
  return [];
}

/** A value of an enum, or a number, which name nothing foreign. */
function choice(type: GraphQLInputType): string | null {
  const named = getNamedType(type);
  if (named.name === 'Int') return '0';
  return isEnumType(named) ? (named.getValues()[0]?.name ?? null) : null;
}

/** What has to be given for a field to be asked at all. */
function required(argument: GraphQLArgument): string | null {
  if (!isNonNullType(argument.type) || argument.defaultValue !== undefined) return null;
  if (argument.name === 'first') return 'first: 20';
  const chosen = choice(argument.type);
  return chosen && `${argument.name}: ${chosen}`;
}

/** What only the questions can give. */
const isMissing = (argument: GraphQLArgument): boolean =>
  isNonNullType(argument.type) &&
  argument.defaultValue === undefined &&
  required(argument) === null;

const withArguments = (name: string, given: (string | null)[]): string => {
  const list = given.filter((each) => each !== null);
  return list.length > 0 ? `${name}(${list.join(', ')})` : name;
};

/**
 * Fields below a type that need no argument but a page's size, down to a depth, without those that
 * lead back.
 */
function fieldsBelow(type: GraphQLOutputType, depth: number, above: ReadonlySet<string>): string[] {
  const named = getNamedType(type);
  if (!isObjectType(named)) return [];
  const inside = new Set([...above, named.name]);
  return Object.values(named.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    const lacks = field.args.some(isMissing);
    if (lacks || (!isLeafType(below) && (depth <= 1 || inside.has(below.name)))) return [];
    const paged = field.args.some((argument) => argument.name === 'first');
    if (paged && depth < MAX_DEPTH) return [];
    return [
      `${withArguments(field.name, field.args.map(required))} ${selection(field.type, depth - 1, inside)}`,
    ];
  });
}

function selection(type: GraphQLOutputType, depth: number, above: ReadonlySet<string>): string {
  if (!isObjectType(getNamedType(type))) return '';
  const fields = fieldsBelow(type, depth, above);
  return fields.length > 0 ? `{ ${fields.join(' ')} }` : '{ __typename }';
}

const tokensOf = (text: string): number => text.match(/[\w"]+|[^\s\w]/g)?.length ?? 0;

/** The whole selection, in as many parts as the limit of an operation takes. */
function selections(type: GraphQLOutputType): string[] {
  if (!isObjectType(getNamedType(type))) return [''];
  const parts: string[] = [];
  for (const field of fieldsBelow(type, MAX_DEPTH, new Set())) {
    const last = parts.at(-1);
    if (last !== undefined && tokensOf(`${last} ${field}`) < MAX_TOKENS - 100)
      parts[parts.length - 1] = `${last} ${field}`;
    else parts.push(field);
  }
  return parts.length > 0 ? parts.map((part) => `{ ${part} }`) : ['{ __typename }'];
}

/** One question for every value of every argument, and one without any. */
function questionsOf(field: GraphQLField<unknown, unknown>, values: Values): string[] {
  const named = getNamedType(field.type);
  // An interface is queried as each of its types, because fields of the same name differ.
  const belows = isInterfaceType(named)
    ? schema
        .getPossibleTypes(named)
        .flatMap((type) =>
          selections(type).map((below) => `{ __typename ... on ${type.name} ${below} }`),
        )
    : selections(field.type);
  const base = field.args.map(required);
  const must = field.args.filter(isMissing);
  const given = field.args.flatMap((argument) => {
    const others = must
      .filter((each) => each !== argument)
      .map(({ name, type }) => `${name}: ${literals(type, values)[0]}`);
    return literals(argument.type, values).map((literal) => [
      ...base,
      ...others,
      `${argument.name}: ${literal}`,
    ]);
  });
  const all = must.length === 0 ? [base, ...given] : given;
  return belows.flatMap((below) =>
    all.map((list) => `{ ${withArguments(field.name, list)} ${below} }`),
  );
}

/** All that the schema allows to be asked, with these values. */
export const questions = (values: Values): string[] =>
  Object.values(schema.getQueryType()!.getFields()).flatMap((field) => questionsOf(field, values));
