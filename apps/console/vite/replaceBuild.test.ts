import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFiles } from './replaceBuild.ts';

let folder: string;
let built: string;
let served: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyway-swap-'));
  built = join(folder, 'built');
  served = join(folder, 'served');
});
afterEach(() => rm(folder, { recursive: true }));

async function put(root: string, files: Record<string, string>) {
  await mkdir(join(root, 'assets'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
}
const listed = async () => (await readdir(served, { recursive: true })).toSorted();

describe('replaceFiles', () => {
  it('leaves what was built and nothing of before', async () => {
    await put(served, { 'index.html': 'old', 'assets/old.js': 'old', 'keyway.svg': 'same' });
    await put(built, { 'index.html': 'new', 'assets/new.js': 'new', 'keyway.svg': 'same' });
    await replaceFiles(built, served);
    expect(await listed()).toEqual(['assets', 'assets/new.js', 'index.html', 'keyway.svg']);
    expect(await readFile(join(served, 'index.html'), 'utf8')).toBe('new');
  });

  it('makes the first build too', async () => {
    await put(built, { 'index.html': 'new', 'assets/new.js': 'new' });
    await replaceFiles(built, served);
    expect(await listed()).toEqual(['assets', 'assets/new.js', 'index.html']);
  });

  it('changes nothing where the build has no page', async () => {
    await put(served, { 'index.html': 'old', 'assets/old.js': 'old' });
    await put(built, { 'assets/new.js': 'new' });
    await expect(replaceFiles(built, served)).rejects.toThrow('holds no index.html');
    expect(await listed()).toEqual(['assets', 'assets/old.js', 'index.html']);
  });

  it('has what the page names in place whenever the page can be read', async () => {
    const name = (round: number) => `assets/index-${round}.js`;
    await put(served, { 'index.html': name(0), [name(0)]: '0' });
    let over = false;
    // A reader that asks as a browser does: the page, then what it names; where that is gone, the
    // page must have changed meanwhile.
    const reader = (async () => {
      let seen = 0;
      while (!over || seen === 0) {
        const page = await readFile(join(served, 'index.html'), 'utf8');
        const asset = await readFile(join(served, page), 'utf8').catch(() => null);
        if (asset === null)
          expect(await readFile(join(served, 'index.html'), 'utf8')).not.toBe(page);
        seen += 1;
      }
    })();
    for (let round = 1; round <= 20; round += 1) {
      await rm(built, { recursive: true, force: true });
      await put(built, { 'index.html': name(round), [name(round)]: String(round) });
      await replaceFiles(built, served);
    }
    over = true;
    await reader;
    expect(await listed()).toEqual(['assets', name(20), 'index.html']);
  });
});
