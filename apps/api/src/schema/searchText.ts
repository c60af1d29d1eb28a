/** Search text without characters that PostgreSQL can't store; null where only spaces remain. */
export function searchText(text: string | null | undefined): string | null {
  const clean = text?.toWellFormed().replaceAll('\0', '').trim().slice(0, 200);
  return clean ? clean : null;
}
