/** The text of a file, as whatever program wrote it. */

const startsWith = (bytes: Uint8Array, first: number, second: number): boolean =>
  bytes[0] === first && bytes[1] === second;

/**
 * Windows PowerShell and spreadsheets write UTF-16, which its first bytes say. Null where the file
 * can't be read any more.
 */
export async function readFile(file: File): Promise<string | null> {
  const buffer = await file.arrayBuffer().catch(() => null);
  if (!buffer) return null;
  const bytes = new Uint8Array(buffer);
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
