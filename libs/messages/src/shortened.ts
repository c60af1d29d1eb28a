/**
 * What others say, kept short enough for a sentence: at most 300 characters, none of them halved,
 * and a cut is seen as one.
 */
const MOST = 300;

export function shortened(line: string): string {
  const characters = [...line];
  return characters.length > MOST
    ? `${characters
        .slice(0, MOST - 1)
        .join('')
        .trimEnd()}…`
    : line;
}
