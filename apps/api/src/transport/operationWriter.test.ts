/** A written operation answers as graphql-js does, whatever is asked. */
import { getIntrospectionQuery, parse } from 'graphql';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, it, vi } from 'vitest';
import { graphqlExecutor, type Operation } from './graphqlExecutor.ts';
import { operationWriter } from './operationWriter.ts';

interface Animal {
  kind: 'Cat' | 'Dog';
  name: string;
}
const ANIMALS: Animal[] = [
  { kind: 'Cat', name: 'Tom' },
  { kind: 'Dog', name: 'Rex' },
];

const schema = makeExecutableSchema({
  typeDefs: `
    type Query { animals(first: Int! = 2, filter: Filter): [Animal!] animal(name: String!): Animal broken: String rejects: String dogs(first: Int! = 2, kind: Kind): [Dog] required: Strict! viewer: String }
    type Mutation { rename(input: Rename!): String }
    type Subscription { born(kind: Kind = CAT): Animal!, lost: Strict! }
    interface Animal { name: String! friend: Animal }
    type Cat implements Animal { name: String! friend: Animal lives: Int! }
    type Dog implements Animal { name: String! friend: Animal tricks: [String!]! fails: String! }
    type Strict { never: String! }
    enum Kind { CAT DOG }
    input Filter { kind: Kind! = DOG, names: [String!] }
    input Rename { from: String!, to: String! = "Max" }
  `,
  resolvers: {
    Query: {
      animals: async (
        _: unknown,
        { first, filter }: { first: number; filter?: { kind: string } },
      ) =>
        ANIMALS.filter(({ kind }) => !filter || kind.toUpperCase() === filter.kind).slice(0, first),
      animal: (_: unknown, { name }: { name: string }) =>
        ANIMALS.find((animal) => animal.name === name) ?? null,
      broken: () => {
        throw new Error('broken');
      },
      rejects: () => Promise.reject(new Error('rejected')),
      dogs: async (_: unknown, { first }: { first: number }) =>
        [ANIMALS[1], null, Promise.resolve(ANIMALS[1])].slice(0, first),
      required: () => ({ never: null }),
      viewer: (_: unknown, _args: unknown, context: { name: string }) => context.name,
    },
    Mutation: { rename: (_: unknown, { input }: { input: { to: string } }) => input.to },
    Subscription: {
      born: { resolve: (animal: Animal | null) => animal },
      lost: { resolve: () => ({ never: null }) },
    },
    Animal: { __resolveType: ({ kind }: Animal) => kind, friend: () => ANIMALS[0] },
    Cat: { lives: () => 9 },
    Dog: {
      tricks: () => ['sit', Promise.resolve('roll')],
      fails: () => Promise.reject(new Error('no')),
    },
  },
  inheritResolversFromInterfaces: true,
});

const QUERIES: [string, string, Record<string, unknown>?, unknown?][] = [
  [
    'a list of an interface',
    '{ animals { __typename name friend { name } ... on Cat { lives } ... on Dog { tricks } } }',
  ],
  [
    'fragments and aliases',
    '{ one: animal(name: "Tom") { ...Named } two: animal(name: "Rex") { ...Named } } fragment Named on Animal { called: name }',
  ],
  [
    'what is skipped and included',
    'query($yes: Boolean!) { animals { name @skip(if: $yes) friend @include(if: $yes) { name } } }',
    { yes: true },
  ],
  [
    'what is not skipped and not included',
    'query($yes: Boolean!) { animals { name @skip(if: $yes) friend @include(if: $yes) { name } } }',
    { yes: false },
  ],
  ['a default of a variable', 'query($first: Int = 1) { animals(first: $first) { name } }'],
  [
    'a default of an input field',
    'query($filter: Filter) { animals(filter: $filter) { name } }',
    { filter: { names: [] } },
  ],
  ['a missing variable', 'query($name: String!) { animal(name: $name) { name } }', {}],
  [
    'a wrong variable',
    'query($filter: Filter) { animals(filter: $filter) { name } }',
    { filter: { kind: 'BIRD', names: [1] } },
  ],
  ['an error in a nullable field', '{ broken viewer }'],
  ['an error in a required field, in a list', '{ animals { name ... on Dog { fails } } viewer }'],
  ['null where a value is required', '{ required { never } }'],
  ['something that is not there', '{ animal(name: "Nobody") { name } }'],
  ['the schema', getIntrospectionQuery()],
  ['an event', 'subscription { born { name __typename } }', {}, ANIMALS[0]],
  [
    'an event, by a variable with a default',
    'subscription($kind: Kind = DOG) { animal: born(kind: $kind) { ...Tricks } } fragment Tricks on Dog { tricks }',
    {},
    ANIMALS[1],
  ],
  ['an event with an error', 'subscription { born { ... on Dog { fails } } }', {}, ANIMALS[1]],
  ['an event without what it needs', 'subscription { lost { never } }', {}, ANIMALS[0]],
  ['an event of nothing', 'subscription { born { name } }', {}, null],
  ['a mutation', 'mutation { rename(input: { from: "Tom" }) }'],
  [
    'a mutation with a default',
    'mutation($input: Rename!) { rename(input: $input) }',
    { input: { from: 'Tom' } },
  ],
];

/** What is not left to graphql-js. */
const WRITTEN: [string, Record<string, unknown>?, unknown?][] = [
  ['{ animals { __typename name friend { name } ... on Cat { lives } ... on Dog { tricks } } }'],
  [
    'query($no: Boolean!) { viewer dogs { name @skip(if: $no) tricks @include(if: $no) } }',
    { no: false },
  ],
  ['query($first: Int = 1) { animals(first: $first) { name } }'],
  ['query($filter: Filter) { animals(filter: $filter) { name } }', { filter: { names: [] } }],
  [
    'subscription($kind: Kind = DOG) { animal: born(kind: $kind) { ...Tricks } } fragment Tricks on Dog { tricks }',
    {},
    ANIMALS[1],
  ],
  ['{ viewer __typename }'],
  ['query($first: Int!) { dogs(first: $first) { called: name tricks __typename } }', { first: 3 }],
  [
    '{ dogs { name ...More } dogs { tricks } } fragment More on Animal { ... on Dog { __typename } }',
  ],
  [
    '{ one: dogs(first: 1) { name } two: dogs(first: 2, kind: DOG) { ... { name } ... on Cat { lives } } }',
  ],
];

const interpret = graphqlExecutor(schema);
const write = operationWriter(schema, 1);

/** As the api answers. */
async function answer(operation: Operation): Promise<string> {
  const data = await write(operation);
  return data === null ? JSON.stringify(await interpret(operation)) : `{"data":${data}}`;
}

describe('a written operation answers as an interpreted one', () => {
  it.each(QUERIES)('%s', async (_name, text, variables = {}, root = {}) => {
    const document = parse(text, { noLocation: true });
    for (const name of ['Ana', 'Bob']) {
      const operation = { document, operationName: undefined, variables, context: { name }, root };
      // Byte for byte, also in the order of the fields.
      expect(await answer(operation)).toBe(JSON.stringify(await interpret(operation)));
    }
  });

  it.each(WRITTEN)('is written: %s', async (text, variables = {}, root = {}) => {
    const operation = {
      document: parse(text, { noLocation: true }),
      operationName: undefined,
      variables,
      context: { name: 'Ana "Q" \u2028 é' },
      root,
    };
    const data = await write(operation);
    expect(`{"data":${data}}`).toBe(JSON.stringify(await interpret(operation)));
  });

  it('waits for nothing that was begun before another field failed', async () => {
    const rejected: unknown[] = [];
    const note = (error: unknown): void => void rejected.push(error);
    process.on('unhandledRejection', note);
    const document = parse('{ late: rejects broken }');
    const operation = { document, operationName: null, variables: {}, context: {} };
    expect(await write(operation)).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', note);
    expect(rejected).toEqual([]);
  });
});

it('flattens a list by its items, as each is there', async () => {
  const flattened = vi.spyOn(Buffer, 'from');
  const document = parse('{ dogs(first: 3) { name } }');
  await write({ document, operationName: null, variables: {}, context: {} });
  const texts = flattened.mock.calls.map(([text]: unknown[]) => text);
  flattened.mockRestore();
  // The first is no promise, and the second is null.
  expect(texts).toEqual(['{"name":"Rex"}']);
});

it('begins with the third use of a document', async () => {
  const late = operationWriter(schema);
  const operation = {
    ...{ document: parse('{ viewer }'), operationName: null, variables: {} },
    context: { name: 'Ana' },
  };
  const answers: (string | null)[] = [];
  for (let time = 0; time < 3; time += 1) answers.push(await late(operation));
  expect(answers).toEqual([null, null, '{"viewer":"Ana"}']);
});

it('keeps apart what the variables of one document include, and bounds how much', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const document = parse(
    `query(${names.map((name) => `$${name}: Boolean!`).join(' ')}) {
       ${names.map((name) => `${name}: viewer @include(if: $${name})`).join(' ')} ...V @skip(if: $a) ...V @skip(if: $b)
     } fragment V on Query { viewer }`,
  );
  let written = 0;
  for (let time = 0; time < 2; time += 1) {
    for (let bits = 0; bits < 2 ** names.length; bits += 1) {
      const variables = Object.fromEntries(
        names.map((name, place) => [name, (bits & (1 << place)) > 0]),
      );
      const operation = { document, operationName: null, variables, context: { name: 'Ana' } };
      if ((await write(operation)) !== null) written += 1;
      expect(await answer(operation)).toBe(JSON.stringify(await interpret(operation)));
    }
  }
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(2 * 2 ** names.length);
});

it('leaves to graphql-js a condition that is null', async () => {
  const document = parse('query($if: Boolean = true) { viewer @include(if: $if) }');
  const operation = { document, operationName: null, context: { name: 'Ana' } };
  for (const variables of [{}, { if: null }, { if: false }]) {
    const given = { ...operation, variables };
    expect(await answer(given)).toBe(JSON.stringify(await interpret(given)));
  }
});

it('keeps the operations of one document apart', async () => {
  const document = parse('query One { animal(name: "Tom") { name } } query Two { viewer }');
  const context = { name: 'Ana' };
  for (let time = 0; time < 2; time += 1) {
    const asked = (operationName: string): Promise<string | null> =>
      write({ document, operationName, variables: {}, context });
    expect(await asked('One')).toBe('{"animal":{"name":"Tom"}}');
    expect(await asked('Two')).toBe('{"viewer":"Ana"}');
  }
});

it('writes no mutation', async () => {
  const document = parse('mutation { rename(input: { from: "Tom" }) }');
  expect(await write({ document, operationName: null, variables: {}, context: {} })).toBeNull();
});
