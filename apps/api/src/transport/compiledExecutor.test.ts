/** A compiled query answers as graphql-js does, whatever is asked. */
import { getIntrospectionQuery, parse } from 'graphql';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, it } from 'vitest';
import { compiledExecutor } from './compiledExecutor.ts';
import { stringifyResult, textExecutor, WrittenData } from './textExecutor.ts';

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

/** What is not left to the executor behind. */
const WRITTEN: [string, Record<string, unknown>?][] = [
  ['{ viewer __typename }'],
  ['query($first: Int!) { dogs(first: $first) { called: name tricks __typename } }', { first: 3 }],
  [
    '{ dogs { name ...More } dogs { tricks } } fragment More on Animal { ... on Dog { __typename } }',
  ],
  [
    '{ one: dogs(first: 1) { name } two: dogs(first: 2, kind: DOG) { ... { name } ... on Cat { lives } } }',
  ],
];

describe('a compiled query answers as an interpreted one', () => {
  const compiled = compiledExecutor(schema, 1);
  const interpreted = compiledExecutor(schema, Number.POSITIVE_INFINITY);
  const written = textExecutor(schema, interpreted, 1);

  it.each(QUERIES)('%s', async (_name, text, variables = {}, root = {}) => {
    const operation = {
      document: parse(text, { noLocation: true }),
      operationName: undefined,
      variables,
      context: { name: 'Ana' },
      root,
    };
    const plain = (result: unknown): unknown => JSON.parse(JSON.stringify(result));
    const expected = plain(await interpreted(operation));
    expect(plain(await compiled(operation))).toEqual(expected);
    expect(plain(await compiled({ ...operation, context: { name: 'Bob' } }))).toEqual(
      JSON.parse(JSON.stringify(expected).replaceAll('"Ana"', '"Bob"')),
    );
    // Written: byte for byte, also in the order of the fields.
    const json = stringifyResult(await written(operation));
    expect(json).toBe(`${JSON.stringify(await interpreted(operation))}\n`);
  });

  it.each(WRITTEN)('is written: %s', async (text, variables = {}) => {
    const operation = {
      document: parse(text, { noLocation: true }),
      operationName: undefined,
      variables,
      context: { name: 'Ana "Q" \u2028 é' },
    };
    const result = await written(operation);
    expect(result.data).toBeInstanceOf(WrittenData);
    expect(stringifyResult(result)).toBe(`${JSON.stringify(await interpreted(operation))}\n`);
  });

  it('waits for nothing that was begun before another field failed', async () => {
    const rejected: unknown[] = [];
    const note = (error: unknown): void => void rejected.push(error);
    process.on('unhandledRejection', note);
    const document = parse('{ late: rejects broken }');
    const { errors } = await written({ document, operationName: null, variables: {}, context: {} });
    expect(errors?.map(({ message }) => message).toSorted()).toEqual(['broken', 'rejected']);
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', note);
    expect(rejected).toEqual([]);
  });
});

it('keeps the operations of one document apart', async () => {
  const execute = compiledExecutor(schema, 1);
  const document = parse('query One { animal(name: "Tom") { name } } query Two { viewer }');
  const context = { name: 'Ana' };
  for (let time = 0; time < 2; time += 1) {
    expect(await execute({ document, operationName: 'One', variables: {}, context })).toEqual({
      data: { animal: { name: 'Tom' } },
    });
    expect(await execute({ document, operationName: 'Two', variables: {}, context })).toEqual({
      data: { viewer: 'Ana' },
    });
  }
});

it('gives errors that can be changed, with their cause', async () => {
  const execute = compiledExecutor(schema, 1);
  const document = parse('{ broken }');
  const { errors } = await execute({ document, operationName: null, variables: {}, context: {} });
  expect(errors?.[0]?.originalError?.message).toBe('broken');
  expect(errors?.[0]?.path).toEqual(['broken']);
  expect(() => Object.assign(errors![0]!, { message: 'masked' })).not.toThrow();
});
