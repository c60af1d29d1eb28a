/** No answer repeats what a caller sent: beside a field that is wrong, it may be a secret. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const SECRET = 'MY-SECRET-VALUE';
const PEM = `-----BEGIN PRIVATE KEY-----\n${SECRET}; Field "x" at "input.y"\n-----END PRIVATE KEY-----`;
const MUTATION =
  'mutation($input: ConnectAzureInput!) { connectAzure(input: $input) { userErrors { code } } }';
const GIVEN = { organizationId: 'x', tenantId: 't', clientId: 'c' };
const inline = (fields: string) =>
  `mutation { connectAzure(input: ${fields}) { userErrors { code } } }`;

const CASES: [string, unknown, string][] = [
  [
    'an unknown field beside it',
    { query: MUTATION, variables: { input: { ...GIVEN, tenantID: 't', certificatePem: PEM } } },
    'Field "tenantID" is not defined by type "ConnectAzureInput"',
  ],
  [
    'a missing field beside it',
    { query: MUTATION, variables: { input: { clientSecret: SECRET } } },
    'Variable "$input" got an invalid value',
  ],
  [
    'the field itself of another type',
    { query: MUTATION, variables: { input: { ...GIVEN, clientSecret: { value: SECRET } } } },
    'at "input.clientSecret"; String cannot represent a non string value.',
  ],
  [
    'a list in place of the input',
    { query: MUTATION, variables: { input: [SECRET, 1] } },
    'Variable "$input" got an invalid value',
  ],
  [
    'it in place of the input',
    { query: MUTATION, variables: { input: PEM } },
    'Expected type "ConnectAzureInput" to be an object.',
  ],
  [
    'it in place of a value of an enum',
    {
      query: MUTATION,
      variables: { input: { ...GIVEN, access: `${SECRET}${'x'.repeat(60)}` } },
    },
    'at "input.access"',
  ],
  [
    'an object with it in the document',
    { query: inline(`{ organizationId: { a: "${SECRET}" } }`) },
    'ID cannot represent',
  ],
  ['it as the input in the document', { query: inline(`"${SECRET}"`) }, 'Expected value of type'],
  ['a syntax error at it', { query: `mutation { "${SECRET}" }` }, 'Syntax Error'],
  ['a syntax error at a block string', { query: `mutation { """${SECRET}""" }` }, 'Syntax Error'],
];

describe('an error about an input', () => {
  it.each(CASES)('does not repeat a secret: %s', async (_name, body, said) => {
    const { text, errors, status } = await server.owner.raw(body);
    expect(status).toBe(400);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('PRIVATE KEY');
    expect(errors!.map(({ message }) => message).join('\n')).toContain(said);
    expect(server.log.join('\n')).not.toContain(SECRET);
  });

  it('still names a value of an enum that is not there, and what was meant', async () => {
    const input = { ...GIVEN, access: 'WRITES' };
    const { errors } = await server.owner.raw({ query: MUTATION, variables: { input } });
    expect(errors![0]!.message).toContain('Value "WRITES" does not exist');
  });
});
