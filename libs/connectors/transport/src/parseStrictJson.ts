/**
 * `JSON.parse` that refuses an object naming a member twice. Which of the two counts is undefined
 * (RFC 8259, 4), so such an answer could be read as a fact that the other side did not mean.
 */

const STRING_END = /["\\]/g;

/**
 * The index just after the string that starts at `start` (the opening quote). The text is known to
 * be valid JSON.
 */
function endOfString(text: string, start: number): number {
  STRING_END.lastIndex = start + 1;
  for (;;) {
    const match = STRING_END.exec(text);
    if (match === null) return text.length;
    if (match[0] === '"') return match.index + 1;
    STRING_END.lastIndex = match.index + 2;
  }
}

function hasDuplicateMember(text: string): boolean {
  // One entry a nesting level: the names seen so far in an object, or null in an array.
  const levels: (Set<string> | null)[] = [];
  for (let index = 0; index < text.length;) {
    const character = text[index];
    if (character === '{') levels.push(new Set());
    else if (character === '[') levels.push(null);
    else if (character === '}' || character === ']') levels.pop();
    if (character !== '"') {
      index += 1;
      continue;
    }
    const end = endOfString(text, index);
    const names = levels.at(-1);
    if (names && /^\s*:/.test(text.slice(end, end + 64))) {
      const name = JSON.parse(text.slice(index, end)) as string;
      if (names.has(name)) return true;
      names.add(name);
    }
    index = end;
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
