/** The contract's own scalars. An instant is kept as text in UTC with milliseconds. */
import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Parses RFC 3339 with any offset. Invalid dates such as February 30 are refused, not rolled over.
 */
function parseInstant(value: unknown): string {
  const invalid = (): GraphQLError =>
    new GraphQLError(
      'DateTime has to be an RFC 3339 instant, such as "2026-11-25T08:30:00.000Z".',
      {
        extensions: { code: 'BAD_USER_INPUT' },
      },
    );
  const match = typeof value === 'string' ? RFC_3339.exec(value) : null;
  if (!match) throw invalid();
  const [year = 0, month = 0, day = 0, hour = 0] = match.slice(1, 5).map(Number);
  const instant = new Date(match[0].toUpperCase());
  if (
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysIn(year, month) ||
    hour > 23 ||
    Number.isNaN(instant.getTime())
  )
    throw invalid();
  const text = instant.toISOString();
  if (!/^(?!0000)\d{4}-/.test(text)) throw invalid();
  return text;
}

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  serialize: (value) => String(value),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

export const JSONValue = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
