import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { EXAMPLES } from '../src/graphiql/examples.ts';

const SDL = new URL('../../api/schema.graphql', import.meta.url);

it('every tab that GraphiQL opens with is an operation of the schema', () => {
  const schema = buildSchema(readFileSync(SDL, 'utf8'));
  expect(EXAMPLES).toHaveLength(4);
  for (const example of EXAMPLES) expect(validate(schema, parse(example))).toEqual([]);
});
