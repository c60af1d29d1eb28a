/** The console's gallery, built once for all stories of a worker, and served as files. */
import { spawnSync } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { root } from './startProduct.ts';

const FILES = join(root, 'out/gallery');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface Gallery {
  /** The address of a state; the empty name is that of all components. */
  address: (state: string, locale?: 'en' | 'es') => string;
  close: () => void;
}

let built = false;

function build(): void {
  if (built) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--config', 'vite.gallery.config.ts', '--logLevel', 'error'],
    { cwd: join(root, 'apps/console'), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The gallery is not built: ${stderr}`);
  built = true;
}

/** A server of its own, whose answers the browser keeps: each state loads the same modules. */
export async function openGallery(): Promise<Gallery> {
  build();
  const server = createServer(({ url = '/' }, response) => {
    const path = join(FILES, normalize(new URL(url, 'http://gallery').pathname));
    const isThere = path.startsWith(FILES) && statSync(path, { throwIfNoEntry: false })?.isFile();
    if (!isThere) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': path.includes('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
    });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (state, locale = 'en') =>
      `http://127.0.0.1:${port}/gallery.html?state=${state}&locale=${locale}&theme=system`,
    close: () => void server.close(),
  };
}
