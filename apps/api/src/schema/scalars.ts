/** The contract's own scalars. An instant is kept as text in UTC with milliseconds. */
import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { parseInstant } from './instant.ts';

function instantOf(value: unknown): string {
  const instant = parseInstant(value);
  if (instant !== null) return instant;
  throw new GraphQLError(
    'DateTime has to be an RFC 3339 instant, such as "2026-11-25T08:30:00.000Z".',
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: (value) => String(value),
  parseValue: instantOf,
  parseLiteral: (node) => instantOf(node.kind === Kind.STRING ? node.value : undefined),
});

export const JSONValue = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
