import { readFileSync } from 'node:fs';
import { buildSchema, Lexer, parse, Source, TokenKind, validate } from 'graphql';
import { expect, test } from 'vitest';
import { readOperation } from './documents.ts';
import * as generated from './generated/graphql.ts';
import { KEYED_INPUTS } from './generated/keyedInputs.ts';

const schema = buildSchema(
  readFileSync(new URL('../../../apps/api/schema.graphql', import.meta.url), 'utf8'),
);
const documents = Object.entries(generated)
  .filter(([name]) => name.endsWith('Document'))
  .map(([name, document]) => [name, String(document)] as const);

/** What the api parses at most: apps/api/src/limits/operationLimits.ts. */
const MAX_TOKENS = 1000;

function tokens(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

test('every operation of the contract has a document', () => {
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const names = fields.flatMap((type) => Object.keys(type?.getFields() ?? {}));
  expect(documents.map(([name]) => name).sort()).toEqual(
    names.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Document`).sort(),
  );
});

test.each(documents)('%s is valid, and short enough', (_name, text) => {
  expect(validate(schema, parse(text))).toEqual([]);
  expect(tokens(text)).toBeLessThan(MAX_TOKENS);
});

test('a mutation is repeated only where every part of it has a key', () => {
  const keyed = (text: string) => readOperation(text).keyed;
  expect(KEYED_INPUTS.has('ApproveInput')).toBe(true);
  const approve = 'approve(input: $i) { run { id } }';
  expect(keyed(`mutation($i: ApproveInput!) { ${approve} }`)).toEqual(['i']);
  expect(keyed(`mutation($i: ApproveInput) { ${approve} b: ${approve} }`)).toEqual(['i', 'i']);
  expect(keyed('mutation { approve(input: { idempotencyKey: "k" }) { run { id } } }')).toEqual([]);
  expect(keyed('mutation { approve(input: { runId: "r" }) { run { id } } }')).toBeNull();
  expect(keyed(`mutation($i: CheckHandedOffInput!) { ${approve} }`)).toBeNull();
  expect(keyed(`fragment F on Mutation { a } mutation { ...F }`)).toBeNull();
  expect(keyed('{ viewer { name } }')).toEqual([]);
});

test('one operation at a time', () => {
  expect(() => readOperation('query A { a } query B { b }')).toThrow('exactly one');
  expect(() => readOperation('fragment F on Run { id }')).toThrow('exactly one');
});
