/** Reads the JSON files of the clouds' own tools, which can have any content. */

/** More than any such file has. */
export const MAX_FILE_BYTES = 100_000;

/** Null where the text is no JSON object, or too long to be one of these files. */
export function parseJson(text: string): unknown {
  if (text.length > MAX_FILE_BYTES || !text.trimStart().startsWith('{')) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is at the end of the path; undefined where there is nothing. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (part, name) => (part as Record<string | number, unknown> | null | undefined)?.[name],
    value,
  );

/** A text that is not blank, without the blanks around it. */
export const textAt = (value: unknown, ...path: readonly (string | number)[]): string | null => {
  const found = at(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null;
};

export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};
