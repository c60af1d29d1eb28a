import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { makeSchema } from '../schema/makeSchema.ts';
import { collection } from './collection.ts';
import { GUIDE } from './guideBlocks.ts';

interface Item {
  name: string;
  request: {
    method: string;
    body: { mode: string; graphql: { query: string; variables: string } };
    url: { raw: string };
  };
}
const text = collection();
const { info, variable, item } = JSON.parse(text) as {
  info: { name: string; schema: string };
  variable: { key: string; value: string }[];
  item: { name: string; item: Item[] }[];
};
const requests = item.flatMap((folder) => folder.item);

it('is up to date (otherwise: npm run generate)', () => {
  expect(readFileSync(`${GUIDE}/keyway.postman_collection.json`, 'utf8')).toBe(text);
});

it('has what the format requires, and names of its own for all requests', () => {
  expect(info.schema).toBe('https://schema.getpostman.com/json/collection/v2.1.0/collection.json');
  expect(requests.length).toBeGreaterThan(10);
  expect(new Set(requests.map(({ name }) => name)).size).toBe(requests.length);
  for (const { name, request } of requests) {
    expect(name).toMatch(/^[A-Z]\w+$/);
    expect([request.method, request.body.mode, request.url.raw]).toEqual([
      ...['POST', 'graphql', '{{url}}/graphql'],
    ]);
  }
});

it('holds operations of the schema, and no token', () => {
  const schema = makeSchema();
  const known = new Set(variable.map(({ key }) => key));
  for (const { request } of requests) {
    const { query, variables } = request.body.graphql;
    expect(validate(schema, parse(query))).toEqual([]);
    for (const [, name = ''] of variables.matchAll(/\{\{(\w+)\}\}/g)) expect(known).toContain(name);
    expect(() => JSON.parse(variables.replace(/\{\{\w+\}\}/g, 'x')) as unknown).not.toThrow();
  }
  expect(text).not.toMatch(/kw_\w{20}/);
  expect(variable.find(({ key }) => key === 'token')?.value).toBe('');
});
