/** Joins texts of which some are not there yet. */

export type Written = string | Promise<string>;

type Part = (index: number) => Written;

/**
 * The parts, separated by commas. Where one throws, the promises of those before are left. As sums:
 * `join` would copy the text at each level.
 */
export function joinParts(
  count: number,
  part: Part,
  [open, close]: readonly [string, string],
): Written {
  let sum = open;
  for (let index = 0; index < count; index += 1) {
    if (index > 0) sum += ',';
    const written = part(index);
    if (typeof written === 'string') sum += written;
    else {
      const before = sum;
      return restFrom(index + 1, count, part, written).then((rest) => before + rest + close);
    }
  }
  return sum + close;
}

async function restFrom(
  from: number,
  count: number,
  part: Part,
  first: Promise<string>,
): Promise<string> {
  const parts: string[] = [''];
  const awaited = [first.then((text) => void (parts[0] = text))];
  try {
    for (let index = from; index < count; index += 1) {
      const at = parts.length;
      const written = part(index);
      if (typeof written !== 'string')
        awaited.push(written.then((text) => void (parts[at] = text)));
      parts.push(typeof written === 'string' ? written : '');
    }
  } catch (error) {
    // Nobody else handles their failures.
    for (const begun of awaited) begun.catch(() => undefined);
    throw error;
  }
  await Promise.all(awaited);
  let sum = parts[0]!;
  for (let index = 1; index < parts.length; index += 1) sum += `,${parts[index]!}`;
  return sum;
}

/**
 * V8 keeps a sum of texts as a tree, whose leaves are walked through whenever a text that contains
 * it is sent.
 */
export const flattened = (text: string): string => Buffer.from(text).toString();
