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

/** A search schema for the router: absent parameters have no key. */
export function defineSearch<T extends z.core.$ZodShape>(shape: T) {
  const schema = z.object(shape);
  return (search: Record<string, unknown>): z.output<typeof schema> => {
    const parsed = Object.entries(z.parse(schema, search));
    return Object.fromEntries(parsed.filter(([, value]) => value !== undefined)) as z.output<
      typeof schema
    >;
  };
}
