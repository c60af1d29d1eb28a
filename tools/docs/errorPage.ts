/** `docs/api/errors.md`: every code that the API answers, from the catalog of refusals. */
import { readFileSync } from 'node:fs';
import { REFUSALS, type RefusalReason, type RefusalValue } from '@keyway/core';
import { describeRefusal } from '@keyway/messages';
import { buildSchema, isEnumType } from 'graphql';
import { tableRow } from './tableRow.ts';

/** Codes of `errors`, which a request that GraphQL can't answer has. */
export const ERRORS: readonly [code: string, meaning: string, wayOut: string][] = [
  ['UNAUTHENTICATED', 'No valid token or session (HTTP 401).', 'Sign in, or send another token.'],
  [
    'FORBIDDEN',
    'The token lacks the scope `read`, or only owners may query this.',
    'Use a token with the scope, or ask an owner.',
  ],
  [
    'BAD_REQUEST',
    'The request is not one of GraphQL over HTTP.',
    'Compare it with [the first ten minutes](index.md).',
  ],
  ['BAD_USER_INPUT', 'A variable, or `first`, is not valid.', 'The message names it.'],
  ['GRAPHQL_PARSE_FAILED', 'The query’s syntax is wrong.', 'Try it in GraphiQL at `/graphql`.'],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'The query asks for what the schema doesn’t have.',
    'Compare it with the [reference](../generated/api/queries.md).',
  ],
  [
    'OPERATION_RESOLUTION_FAILURE',
    'The document has several operations, and `operationName` names none of them.',
    'Send `operationName`.',
  ],
  [
    'PERSISTED_QUERY_NOT_FOUND',
    'The hash is not that of a known document.',
    'Send the text of the query.',
  ],
  ['METHOD_NOT_ALLOWED', 'Neither POST nor GET.', 'Send queries by POST.'],
  [
    'QUERY_TOO_COMPLEX',
    'The query asks for too much at once; `extensions.cost` says how much.',
    'Ask for less, or [by pages](lists.md).',
  ],
  ['RATE_LIMITED', 'Too many requests (HTTP 429).', 'Wait for `Retry-After`: [limits](limits.md).'],
  [
    'HAND_OFF_CLOSED',
    'The link of a hand-off is closed; `extensions` say why.',
    'Ask for a new link.',
  ],
  [
    'SERVICE_UNAVAILABLE',
    'The database is unavailable; the message says whether anything changed (HTTP 503).',
    'Send it again after `Retry-After`, with [the same key](repeating.md).',
  ],
  [
    'SEALING_UNAVAILABLE',
    'The key that seals credentials can’t be used. Nothing was changed.',
    'Send it again later.',
  ],
  [
    'HISTORY_CHANGED',
    'History is not what was signed. Nothing was changed.',
    'Run `keyway history verify`, and find out who has access to the database.',
  ],
  [
    'INTERNAL_SERVER_ERROR',
    'An error of Keyway.',
    'Send it again. Report `extensions.errorId`, under which the log has it.',
  ],
];

const schema = buildSchema(
  readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8'),
);

/** Formatted as no other number in a text. */
const FIRST_NUMBER = 900_001;

/** The text of a refusal with the names of its values in place of them. */
function exampleOf(reason: RefusalReason): string {
  const names: readonly string[] = REFUSALS[reason].values;
  const textOf = (numbers: ReadonlySet<string>): string => {
    const values = names.map((name, place): [string, RefusalValue] => [
      name,
      numbers.has(name) ? FIRST_NUMBER + place : `‹${name}›`,
    ]);
    const text = describeRefusal({ reason, values: Object.fromEntries(values) }, 'en');
    return names.reduce(
      (shown, name, place) =>
        shown.replaceAll((FIRST_NUMBER + place).toLocaleString('en'), `‹${name}›`),
      text,
    );
  };
  const unread = (text: string): number => text.split('NaN').length;
  // A text that counts needs a number there.
  const numbers = new Set<string>();
  for (const name of names)
    if (unread(textOf(new Set([...numbers, name]))) < unread(textOf(numbers))) numbers.add(name);
  return textOf(numbers);
}

function textsOf(code: string): string[] {
  const reasons = Object.keys(REFUSALS) as RefusalReason[];
  const texts = reasons.filter((name) => REFUSALS[name].code === code).map(exampleOf);
  return [...new Set(texts)].sort();
}

/** The page as Markdown, not yet formatted. */
export function errorPage(): string {
  const codes = schema.getType('UserErrorCode');
  if (!isEnumType(codes)) throw new Error('There are no codes of user errors.');
  return [
    '# Errors',
    '',
    '<!-- Written by `npm run generate` from libs/core/src/refusals; a test compares. -->',
    '',
    'A mutation that the rules don’t allow answers HTTP 200 with `userErrors`, and has changed',
    'nothing. `code` is for programs and `field` is the path inside `input`; `message` says what',
    'happened and what to do, in the language of `locale`. Texts may change; codes don’t.',
    '',
    'This one is refused, because the IMS organization ID is not valid:',
    '',
    '```graphql refused',
    'mutation RefusedOrganization {',
    '  createOrganization(',
    '    input: { name: "Fabrikam", imsOrgId: "abc", shield: HEALTHCARE_SHIELD }',
    '  ) {',
    '    organization {',
    '      id',
    '    }',
    '    userErrors {',
    '      code',
    '      field',
    '      message(locale: "es")',
    '    }',
    '  }',
    '}',
    '```',
    '',
    '## Codes of `errors`',
    '',
    'A request that GraphQL can’t answer has `errors` instead, with `extensions.code`. Their messages',
    'are English.',
    '',
    '| code | meaning | what to do |',
    '| --- | --- | --- |',
    ...ERRORS.map(([code, ...rest]) => tableRow([`\`${code}\``, ...rest])),
    '',
    '## Codes of `userErrors`',
    '',
    'Each with the messages that it comes with. `‹name›` stands for a value.',
    '',
    ...codes
      .getValues()
      .flatMap(({ name, description }) => [
        `### ${name}`,
        '',
        description ?? '',
        '',
        ...textsOf(name).map((text) => `- ${text.replaceAll('\n', ' ').replaceAll('<', '&lt;')}`),
        '',
      ]),
  ].join('\n');
}
