import { readFileSync } from 'node:fs';

/**
 * The file’s text, less what editors add: spaces and line breaks around it, and the mark of UTF-8.
 * Throws where nothing is left, or where it is no UTF-8.
 */
export function readSettingFile(path: string): string {
  const bytes = readFileSync(path);
  const text = decoded(bytes);
  // PowerShell writes UTF-16, which is read as letters with zeros between them.
  if (text === null || text.includes('\0')) throw new Error(`"${path}" is not text in UTF-8`);
  const value = text.trim();
  if (!value) throw new Error(`"${path}" is empty`);
  return value;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
