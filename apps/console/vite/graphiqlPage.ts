/**
 * Puts GraphiQL into the console's build. It is built where its sources or packages changed since,
 * and kept otherwise: Monaco takes as long as the whole console.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { buildPage } from './buildPage.ts';
import { compressFiles } from './precompress.ts';

const CONSOLE = `${import.meta.dirname}/..`;
const KEPT = `${CONSOLE}/../../out/graphiql`;
const CONFIG = 'vite.graphiql.config.ts';
/** What the page takes from the console and its build. */
const SHARED = ['src/routing/basePath.ts', 'vite/renderBuiltUrl.ts'];
const PACKAGES = ['graphiql', '@graphiql/toolkit', 'graphql', 'graphql-ws', 'react', 'vite'];
/** The last tenth of its size would cost ten seconds. */
const BROTLI_QUALITY = 9;

/** Changes with everything that the page is made of. */
async function stampOf(): Promise<string> {
  const require = createRequire(import.meta.url);
  const sources = (await readdir(`${CONSOLE}/src/graphiql`)).map((name) => `src/graphiql/${name}`);
  const parts = await Promise.all(
    [
      ...[CONFIG, 'graphiql.html', ...sources, ...SHARED]
        .toSorted()
        .map((name) => join(CONSOLE, name)),
      ...PACKAGES.map((name) => require.resolve(`${name}/package.json`)),
    ].map((path) => readFile(path)),
  );
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
}

async function keepBuilt(): Promise<void> {
  const stampPath = `${KEPT}/stamp`;
  const stamp = await stampOf();
  if ((await readFile(stampPath, 'utf8').catch(() => null)) === stamp) return;
  await rm(KEPT, { recursive: true, force: true });
  await mkdir(KEPT, { recursive: true });
  await buildPage(CONFIG, `${KEPT}/page`);
  await compressFiles(`${KEPT}/page`, BROTLI_QUALITY);
  await writeFile(stampPath, stamp);
}

export function graphiqlPage(): Plugin {
  return {
    name: 'keyway:graphiql-page',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: async ({ dir: outDir }) => {
        if (!outDir) return;
        await keepBuilt();
        await cp(`${KEPT}/page`, outDir, { recursive: true });
      },
    },
  };
}
