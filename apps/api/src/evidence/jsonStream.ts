/** JSON of lists of any length, a part at a time. */

/** Indented, as a person reads it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const PART_CHARACTERS = 32 * 1024;

async function* inParts(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let part = '';
  for await (const text of texts) {
    part += text;
    if (part.length < PART_CHARACTERS) continue;
    yield Buffer.from(part);
    part = '';
  }
  if (part !== '') yield Buffer.from(part);
}

/** The text of a list, as `jsonText` has it. */
export function jsonList(values: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  async function* texts(): AsyncGenerator<string> {
    let before = '[\n';
    for await (const value of values) {
      yield `${before}  ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`;
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  }
  return inParts(texts());
}

/** One value a line. */
export function jsonLines(values: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  async function* texts(): AsyncGenerator<string> {
    for await (const value of values) yield `${JSON.stringify(value)}\n`;
  }
  return inParts(texts());
}
