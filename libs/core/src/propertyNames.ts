/** `Object.keys` with the type of the names. */

/** For a value that has no properties but those of its type. In the order of the value. */
export const propertyNames = <T extends object>(value: T): Extract<keyof T, string>[] =>
  Object.keys(value) as Extract<keyof T, string>[];
