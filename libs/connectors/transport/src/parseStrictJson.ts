/**
 * `JSON.parse` that refuses an object naming a member twice. Which of the two counts is undefined
 * (RFC 8259, 4), so such an answer could be read as a fact that the other side did not mean.
 */

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Where the string ends that begins at `start` (both are quotes). The text is valid JSON. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    // An even number of backslashes escape each other, and not the quote.
    if ((end - before) % 2 === 1) return end;
  }
}

/** Whether a colon follows: then the string before it names a member. */
function isName(text: string, end: number): boolean {
  let next = end + 1;
  while (text.charCodeAt(next) <= 0x20) next += 1;
  return text.charCodeAt(next) === COLON;
}

/** The text is valid JSON. By characters, because every answer of a cloud is read through here. */
function hasDuplicateMember(text: string): boolean {
  // One entry a nesting level: the names seen so far in an object, or null in an array.
  const outer: (Set<string> | null)[] = [];
  let names: Set<string> | null = null;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      outer.push(names);
      names = code === OPEN_OBJECT ? new Set() : null;
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) names = outer.pop() ?? null;
    else if (code === QUOTE) {
      const end = endOfString(text, index);
      if (names !== null && isName(text, end)) {
        const written = text.slice(index + 1, end);
        const name = written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written;
        if (names.has(name)) return true;
        names.add(name);
      }
      index = end;
    }
  }
  return false;
}

/**
 * The parsed value, or undefined where the text is not JSON or names a member of an object twice.
 */
export function parseStrictJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return hasDuplicateMember(text) ? undefined : value;
  } catch {
    return undefined;
  }
}
