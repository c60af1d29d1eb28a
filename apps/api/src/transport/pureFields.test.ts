/** What is remembered of an object for everybody depends on nothing but the object. */
import { isObjectType, isRequiredArgument, type GraphQLResolveInfo } from 'graphql';
import { expect, it } from 'vitest';
import { makeSchema } from '../schema/makeSchema.ts';
import { isPureField, rememberedText } from './pureFields.ts';

const refused = (): never => {
  throw new Error('depends on more than its object');
};
const nothing = new Proxy({}, { get: refused, has: refused, ownKeys: refused });

const pure = Object.values(makeSchema().getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isPureField(type, field) && field.resolve)
      .map((field) => ({ name: `${type.name}.${field.name}`, field })),
  );

it.each(pure)('$name', ({ field }) => {
  const organization = { id: '6c3ec4ae-9a10-4a7c-8a4e-1f0f8a5c2c11' };
  const run = { id: organization.id, tracks: [], run: null, organization };
  // Cast: whatever it reads of it throws.
  const read = (): unknown => field.resolve!(run, {}, nothing, nothing as GraphQLResolveInfo);
  expect(read).not.toThrow();
  expect(field.args.some(isRequiredArgument)).toBe(false);
});

it('are few, since most fields with a resolver depend on more', () => {
  expect(pure.map(({ name }) => name).toSorted()).toEqual([
    'Organization.id',
    'Run.id',
    'Run.organization',
    'Run.tracks',
  ]);
});

it('remembers texts of kept objects alone, and few of each', () => {
  const kept = { derived: new Map<object, string>() };
  let written = 0;
  const write = (): string => `${(written += 1)}`;
  const key = {};
  expect([rememberedText(kept, key, write), rememberedText(kept, key, write)]).toEqual(['1', '1']);
  expect([rememberedText({}, key, write), rememberedText({}, key, write)]).toEqual(['2', '3']);
  for (let query = 0; query < 100; query += 1) void rememberedText(kept, {}, write);
  expect(kept.derived.size).toBeLessThanOrEqual(4);
});

it('does not remember what is not there yet', async () => {
  const kept = { derived: new Map<object, string>() };
  expect(await rememberedText(kept, {}, () => Promise.resolve('later'))).toBe('later');
  expect(kept.derived.size).toBe(0);
});
