import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compressFiles } from './precompress.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyway-precompress-'));
  await mkdir(join(folder, 'assets'));
});
afterEach(() => rm(folder, { recursive: true }));

it('writes both beside a text, and none beside what is small or compressed already', async () => {
  const text = 'export const answer = 42;\n'.repeat(100);
  await writeFile(join(folder, 'assets/index.js'), text);
  await writeFile(join(folder, 'assets/small.js'), 'export {};');
  await writeFile(join(folder, 'assets/font.woff2'), text);
  await compressFiles(folder);
  expect((await readdir(join(folder, 'assets'))).toSorted()).toEqual([
    'font.woff2',
    'index.js',
    'index.js.br',
    'index.js.gz',
    'small.js',
  ]);
  const [brotli, gzip] = await Promise.all(
    ['br', 'gz'].map((extension) => readFile(join(folder, `assets/index.js.${extension}`))),
  );
  expect(brotliDecompressSync(brotli!).toString()).toBe(text);
  expect(gunzipSync(gzip!).toString()).toBe(text);
  expect(brotli!.length).toBeLessThan(text.length / 10);
});
