/**
 * Builds a file for each server process with its own code, and chunks beside it with the packages
 * that it imports, at its start or at first use, such as Prisma's client.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'vite';
import { root } from '../bootstrap/places.mjs';
import manifest from '../../package.json' with { type: 'json' };
import { BUNDLED, bundleName, OPERATE, sourceName, type Bundled } from './bundles.ts';
import {
  figuresWithoutOpenTelemetry,
  formDataWithoutUndici,
  httpWithoutUndici,
  wasmInFiles,
} from './lightModules.ts';

/** Optional parts of `pg` and `ws`, which nobody installs; both packages work without them. */
const NOT_INSTALLED = ['pg-native', 'bufferutil', 'utf-8-validate'];

/** They lie beside the bundle, so that paths relative to it hold for them. */
const CHUNK = 'chunk-';
/** Smaller packages stay in the entry. */
const MIN_CHUNK_BYTES = 60_000;
/** A process of the build before may still import its chunks. */
const CHUNKS_KEPT_MILLISECONDS = 24 * 3_600_000;

/**
 * Files that the sources read beside themselves (migrations, the schema, the console) are found
 * from the bundle too.
 */
function keepPlaces(folder: string): Plugin {
  return {
    name: 'keyway:keep-places',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('/node_modules/') || !code.includes('import.meta.url')) return null;
      const source = JSON.stringify(relative(folder, id).replaceAll('\\', '/'));
      return {
        code: code.replaceAll('import.meta.url', `new URL(${source}, import.meta.url).href`),
        map: null,
      };
    },
  };
}

/**
 * A chunk for each package that the program loads at its start, with what only this package needs.
 * V8 parses file by file: of one large file it keeps the 20 MB that parsing took.
 */
const packageChunks = Object.keys(manifest.dependencies).map((name) => ({
  name: name.replace('@', '').replace('/', '-'),
  test: `/node_modules/${name}/`,
  tags: ['$initial' as const],
  minSize: MIN_CHUNK_BYTES,
}));
/** What the programs say, which grows with each language, for the same reason. */
const textChunk = {
  name: 'texts',
  test: '/libs/messages/src/',
  tags: ['$initial' as const],
  minSize: MIN_CHUNK_BYTES,
};

/**
 * @param folder where to write, inside the repository, at any depth
 */
export async function buildBundles(folder: string): Promise<void> {
  for (const name of [...BUNDLED, OPERATE] as const) await buildOne(name, folder);
  await removeOldChunks(folder);
}

async function removeOldChunks(folder: string): Promise<void> {
  const chunks = (await readdir(folder)).filter((file) => file.startsWith(CHUNK));
  for (const file of chunks) {
    const { mtimeMs } = await stat(join(folder, file));
    if (Date.now() - mtimeMs > CHUNKS_KEPT_MILLISECONDS) await rm(join(folder, file));
  }
}

function buildOne(name: Bundled | typeof OPERATE, folder: string): Promise<unknown> {
  return build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      keepPlaces(folder),
      wasmInFiles(CHUNK),
      httpWithoutUndici(),
      formDataWithoutUndici(),
      figuresWithoutOpenTelemetry(),
    ],
    // Packages resolve as Node resolves them, so that sources and bundles run the same code.
    resolve: { mainFields: ['main'], extensions: ['.js', '.json'] },
    ssr: {
      target: 'node',
      noExternal: true,
      resolve: { conditions: ['@keyway/source', 'node'] },
    },
    build: {
      ssr: sourceName(name),
      ssrEmitAssets: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      chunkSizeWarningLimit: 20_000,
      rolldownOptions: {
        external: NOT_INSTALLED,
        output: {
          entryFileNames: bundleName(name),
          chunkFileNames: `${CHUNK}[name]-[hash].js`,
          comments: false,
          // One character above U+00FF and V8 keeps the whole file with two bytes a character.
          charset: 'ascii',
          codeSplitting: { groups: [...packageChunks, textChunk] },
        },
      },
    },
  });
}
