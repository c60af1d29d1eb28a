/** The files that a test's page saves: the browser of tests has no downloads. */
import { vi } from 'vitest';

export interface SavedFile {
  name: string;
  text: () => Promise<string>;
}

/** Files that are saved from now on. */
export function savedFiles(): SavedFile[] {
  const saved: SavedFile[] = [];
  const blobs: Blob[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.at(-1)!;
    saved.push({ name: this.download, text: () => blob.text() });
  });
  return saved;
}
