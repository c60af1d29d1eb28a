/** Writes a `.br` and a `.gz` beside each text of the build, which the api serves as they are. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(js|css|html|svg|webmanifest)$/;
/** A shorter file fits into one packet as it is. */
const MIN_BYTES = 1_000;

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

async function compressFile(path: string, quality: number): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < MIN_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, await toBrotli(bytes, { params }));
  await writeFile(`${path}.gz`, await toGzip(bytes, { level: 9 }));
}

/** Compresses every text below `folder` that is large enough. */
export async function compressFiles(
  folder: string,
  quality: number = constants.BROTLI_MAX_QUALITY,
): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name));
  await Promise.all(
    texts.map(({ parentPath, name }) => compressFile(join(parentPath, name), quality)),
  );
}

export function precompress(): Plugin {
  return {
    name: 'keyway:precompress',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: ({ dir }) => (dir ? compressFiles(dir) : undefined),
    },
  };
}
