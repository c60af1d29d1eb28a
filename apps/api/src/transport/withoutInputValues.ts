/**
 * graphql-js quotes what it can't take, and an input may hold a secret beside the field that is
 * wrong: its messages name the place and the type, and not the value.
 */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

const CODES: ReadonlySet<unknown> = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
]);

/** A name of an enum's value is helpful; anything longer is no such name. */
const LONGEST_NAME = 40;

/** What is said of a value, without it. */
const withoutValue = (text: string): string =>
  text
    .replace(/( cannot represent (?:an? )?(?:non[\w -]* )?value): [^]*$/, '$1.')
    .replace(/^(Expected value of type "[^"]*"), found [^]*$/, '$1.')
    .replace(/^(Argument "\w+" has invalid value) [^]*$/, '$1.')
    .replace(/^(Syntax Error: [^]*?found (?:String|BlockString|Int|Float)) "[^]*$/, '$1.')
    .replace(/^Value "([^]*)" does not exist/, (found, value: string) =>
      value.length > LONGEST_NAME ? 'The value does not exist' : found,
    );

/** Of a variable: where the value stands, and what is wrong with it. */
function ofVariable(message: string, error: unknown): string | null {
  const [, variable] = /^Variable "\$(\w+)" got invalid value /.exec(message) ?? [];
  if (variable === undefined) return null;
  const cause = error instanceof GraphQLError ? error.originalError?.message : undefined;
  const said = cause !== undefined && message.endsWith(`; ${cause}`) ? cause : null;
  const before = said === null ? '' : message.slice(0, -`; ${said}`.length);
  const place = / at "[\w.[\]]+"$/.exec(before)?.[0] ?? '';
  const start = `Variable "$${variable}" got an invalid value${place}`;
  return said === null ? `${start}.` : `${start}; ${withoutValue(said)}`;
}

/** The message of an error about an operation or its variables, without any value of them. */
export function withoutInputValues(formatted: GraphQLFormattedError, error: unknown): string {
  const { message, extensions } = formatted;
  if (!CODES.has(extensions?.['code'])) return message;
  return ofVariable(message, error) ?? withoutValue(message);
}
