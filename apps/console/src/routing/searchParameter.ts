/**
 * Builds the search schemas of pages. An address can contain anything, so an unknown parameter, an
 * unknown choice and an empty text count as absent and are never an error.
 */
import * as z from 'zod/mini';

/** Any text. The router parses `?text=123` as a number. */
export const textParameter = z.catch(
  z.optional(
    z.pipe(
      z.union([z.string(), z.number(), z.boolean()]),
      z.transform((value) => (value === '' ? undefined : String(value))),
    ),
  ),
  undefined,
);

/** One of the choices. */
export const choiceParameter = <const T extends readonly string[]>(choices: T) =>
  z.catch(z.optional(z.enum(choices)), undefined);

/**
 * A search schema for the router. Every other parameter is undefined, because the router keeps what
 * the schema does not override.
 */
export function defineSearch<T extends z.core.$ZodShape>(shape: T) {
  const schema = z.object(shape);
  return (search: Record<string, unknown>): z.output<typeof schema> => ({
    ...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])),
    ...z.parse(schema, search),
  });
}

/** For a page without search parameters. */
export const noSearch = defineSearch({});
