/** Tells whether two pieces of plain data say the same, without writing either out as text. */

/**
 * Whether two JSON values are equal, whatever the order of their members; a member that is
 * undefined counts as absent, as in JSON.
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
