/** RFC 8785 canonical JSON, which is hashed, and its SHA-256. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** Lowercase hex SHA-256 of a text's UTF-8 bytes. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * RFC 8785 canonical JSON of plain data. `JSON.stringify` writes values as RFC 8785 does, so that
 * it needs only members in order. What is not that simple is left to `canonicalize`.
 * @throws for what has no JSON form, such as NaN, a lone surrogate or a cycle
 */
export function canonicalJson(value: unknown): string {
  const ordered = inOrder(value, 0);
  const text = ordered === OTHER ? undefined : JSON.stringify(ordered);
  // So a lone surrogate begins, which RFC 8785 refuses; or a text that has these three characters.
  if (text !== undefined && !text.includes(String.raw`\ud`)) return text;
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return canonical;
}

/** In place of a value that is left to `canonicalize`. */
const OTHER = Symbol('other');
/** Deeper values may be cycles. */
const MAX_DEPTH = 200;

/** The value with the members of all objects in order; the very same one if they are. */
function inOrder(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : OTHER;
    case 'object': {
      if (value === null) return null;
      if (depth > MAX_DEPTH) return OTHER;
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === Object.prototype)
        return membersInOrder(value as Record<string, unknown>, depth + 1);
      return prototype === Array.prototype ? itemsInOrder(value as unknown[], depth + 1) : OTHER;
    }
    default:
      return OTHER;
  }
}

function itemsInOrder(items: readonly unknown[], depth: number): unknown {
  let copy: unknown[] | null = null;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    const ordered = inOrder(item, depth);
    if (ordered === item) continue;
    if (ordered === OTHER) return OTHER;
    copy ??= [...items];
    copy[index] = ordered;
  }
  return copy ?? items;
}

function membersInOrder(members: Readonly<Record<string, unknown>>, depth: number): unknown {
  const names = Object.keys(members);
  let copy: Record<string, unknown> | null = sortNames(names) ? null : {};
  for (const name of names) {
    const member = members[name];
    const ordered = inOrder(member, depth);
    if (ordered === member && copy === null) continue;
    if (ordered === OTHER || hasOwnPlace(name)) return OTHER;
    copy ??= { ...members };
    copy[name] = ordered;
  }
  return copy ?? members;
}

/** Objects list numbers first, and `__proto__` gives the prototype, whenever they are assigned. */
const hasOwnPlace = (name: string): boolean => /^[0-9]/.test(name) || name === '__proto__';

/** Up to so many names are sorted faster by hand than by `sort`. */
const FEW = 16;

/** Sorts by UTF-16 code units, as RFC 8785 does; true where the names were in this order. */
function sortNames(names: string[]): boolean {
  let areInOrder = true;
  for (let index = 1; index < names.length; index += 1) {
    const name = names[index]!;
    if (names[index - 1]! <= name) continue;
    areInOrder = false;
    if (names.length > FEW) {
      names.sort();
      break;
    }
    let place = index;
    for (; place > 0 && names[place - 1]! > name; place -= 1) names[place] = names[place - 1]!;
    names[place] = name;
  }
  return areInOrder;
}
