/**
 * Builds the search schemas of pages. An address can contain anything, so an unknown parameter, an
 * unknown choice and an empty text count as absent and are never an error.
 */

/** Reads a value of an address; undefined if it is not such a value. */
export type Parameter<T> = (value: unknown) => T | undefined;

/** Any text. The router parses `?text=123` as a number. */
export const textParameter: Parameter<string> = (value) =>
  ['string', 'number', 'boolean'].includes(typeof value) && value !== ''
    ? String(value)
    : undefined;

/** One of the choices. */
export const choiceParameter =
  <const T extends readonly string[]>(choices: T): Parameter<T[number]> =>
  (value) =>
    choices.find((choice) => choice === value);

type Search<T extends Record<string, Parameter<unknown>>> = {
  [Name in keyof T]?: ReturnType<T[Name]>;
};

/**
 * A search schema for the router. Every other parameter is undefined, because the router keeps what
 * the schema does not override.
 */
export function defineSearch<T extends Record<string, Parameter<unknown>>>(
  parameters: T,
): (search: Record<string, unknown>) => Search<T> {
  const names = Object.keys(parameters);
  return (search) =>
    Object.fromEntries(
      [...Object.keys(search), ...names].map((name) => [name, parameters[name]?.(search[name])]),
    ) as Search<T>;
}

/** For a page without search parameters. */
export const noSearch = defineSearch({});
