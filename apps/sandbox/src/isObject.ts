/** Reads values that come from outside without trusting their form. */

export type JsonObject = Record<string, unknown>;

/** Also true for a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null;

/** What is no object counts as one without fields. */
export const objectIn = (value: unknown): JsonObject => (isObject(value) ? value : {});
