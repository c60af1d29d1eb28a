/** Shortens text of others for a sentence: never inside a character, and the cut is visible. */
const MAX_LENGTH = 300;

export function shorten(line: string): string {
  const characters = [...line];
  if (characters.length <= MAX_LENGTH) return line;
  const kept = characters.slice(0, MAX_LENGTH - 1).join('');
  return `${kept.trimEnd()}…`;
}

/** One line without its final stop, for use inside a sentence. */
export const toClause = (text: string): string =>
  shorten(text.replace(/\s+/g, ' ').trim().replace(/\.$/, ''));
