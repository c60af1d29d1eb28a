/** Compares plain JSON without serializing it. */

/**
 * Whether two JSON values are equal in any order of members. An undefined member counts as absent.
 */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a))
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameJson(item, b[index]))
    );
  if (Array.isArray(b)) return false;
  for (const name in a) {
    if (!sameJson(a[name], Object.hasOwn(b, name) ? b[name] : undefined)) return false;
  }
  for (const name in b) {
    if (b[name] !== undefined && !Object.hasOwn(a, name)) return false;
  }
  return true;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
