/** Joins texts of which some are not there yet. */

export type Written = string | Promise<string>;

/** The parts, separated by commas. Where one throws, the promises of those before are left. */
export function joinParts(
  count: number,
  part: (index: number) => Written,
  [open, close]: readonly [string, string],
): Written {
  const parts: string[] = [];
  const awaited: Promise<void>[] = [];
  try {
    for (let index = 0; index < count; index += 1) {
      const written = part(index);
      if (typeof written === 'string') parts.push(written);
      else {
        parts.push('');
        awaited.push(written.then((text) => void (parts[index] = text)));
      }
    }
  } catch (error) {
    // Nobody else handles their failures.
    for (const begun of awaited) begun.catch(() => undefined);
    throw error;
  }
  const whole = (): string => open + concatenated(parts) + close;
  return awaited.length > 0 ? Promise.all(awaited).then(whole) : whole();
}

/** As `join` does, which copies the text at each level; the sum is copied once, at the end. */
function concatenated(texts: readonly string[]): string {
  let sum = texts[0] ?? '';
  for (let index = 1; index < texts.length; index += 1) sum += `,${texts[index]!}`;
  return sum;
}
