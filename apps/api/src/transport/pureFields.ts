/**
 * Fields whose text depends on their object alone, so that an object which is kept between requests
 * keeps it too.
 */
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { flattened } from './joinParts.ts';

/**
 * Fields with a resolver that reads nothing but its parent, or answers a promise. Others have none.
 */
const PURE_FIELDS: ReadonlySet<string> = new Set([
  'Run.id',
  'Run.tracks',
  'Run.organization',
  'Organization.id',
]);
/** Texts of one object: as many different queries for it. */
const MAX_TEXTS = 4;

export const isPureField = (
  parent: GraphQLObjectType,
  { name, args, resolve }: GraphQLField<unknown, unknown>,
): boolean =>
  args.length === 0 && (resolve === undefined || PURE_FIELDS.has(`${parent.name}.${name}`));

interface Kept {
  /** Of rows that are kept between requests; see `KeptRows` of the store. */
  derived?: Map<object, string>;
}

/** Whether an object was written before and is kept, so that it may be written quickly. */
export const hasText = (value: unknown): boolean => ((value as Kept).derived?.size ?? 0) > 0;

/** What `write` writes of an object, which is remembered where the object is kept. */
export function rememberedText(
  value: unknown,
  key: object,
  write: () => string | Promise<string>,
): string | Promise<string> {
  const { derived } = value as Kept;
  const known = derived?.get(key);
  if (known !== undefined) return known;
  const text = write();
  if (derived && typeof text === 'string') {
    if (derived.size >= MAX_TEXTS) derived.clear();
    const flat = flattened(text);
    derived.set(key, flat);
    return flat;
  }
  return text;
}
