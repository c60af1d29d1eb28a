/** Azure does not guarantee the case of its values (docs/reference/clouds.md 2.3). */
export const lowerCase = (text: string | null | undefined): string | null =>
  text?.toLowerCase() ?? null;
