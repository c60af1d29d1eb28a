/**
 * Text to look for, as the database can take it: what no stored text holds is taken out, and
 * nothing but space looks for nothing.
 */
export function searchText(text: string | null | undefined): string | null {
  const clean = text?.toWellFormed().replaceAll('\0', '').trim().slice(0, 200);
  return clean ? clean : null;
}
