import { readFileSync } from 'node:fs';

/** The file’s content, less its last line break. Throws where there is none. */
export function readSettingFile(path: string): string {
  const value = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  if (!value.trim()) throw new Error(`"${path}" is empty`);
  return value;
}
