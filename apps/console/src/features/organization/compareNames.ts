/** Compares names in the order in which the API lists organizations (sortKey.ts of the store). */
const keyOf = (name: string): string => name.toLowerCase().slice(0, 400);

/** By code point, without regard to a language; `<` would place emoji before some letters. */
export function compareNames(one: string, other: string): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  for (let at = 0; at < a.length || at < b.length;) {
    const [first, second] = [a.codePointAt(at) ?? -1, b.codePointAt(at) ?? -1];
    if (first !== second) return first - second;
    at += first > 0xffff ? 2 : 1;
  }
  return 0;
}
