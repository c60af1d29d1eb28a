import { describe, expect, it } from 'vitest';
import { readFile } from './readFile.ts';

const TEXT = '{"name":"Compañía"}';
const units = (isLittleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * (TEXT.length + 1)));
  Array.from(`\uFEFF${TEXT}`, (one, place) =>
    view.setUint16(2 * place, one.charCodeAt(0), isLittleEndian),
  );
  return view;
};

describe('the text of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['UTF-16, little-endian', units(true)],
    ['UTF-16, big-endian', units(false)],
  ])('is read from %s', async (_, content) => {
    expect(await readFile(new File([content], 'a.json'))).toBe(TEXT);
  });

  it('is empty where the file is, and null where it is gone', async () => {
    expect(await readFile(new File([], 'a.json'))).toBe('');
    const gone = new File([TEXT], 'a.json');
    gone.arrayBuffer = () => Promise.reject(new DOMException('Gone.', 'NotReadableError'));
    expect(await readFile(gone)).toBeNull();
  });
});
