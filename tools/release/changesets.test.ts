/** A changeset of a package that is none stops the release, months after it was written. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const Manifest = z.object({ name: z.string(), workspaces: z.array(z.string()).optional() });
const manifest = (path: string) => Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));

const packages = new Set(
  manifest(join(root, 'package.json')).workspaces!.flatMap((pattern) =>
    globSync(`${pattern}/package.json`, { cwd: root }).map(
      (path) => manifest(join(root, path)).name,
    ),
  ),
);

it('each changeset names packages of this workspace, and how they change', () => {
  expect(packages.size).toBeGreaterThan(15);
  const wrong = globSync('.changeset/*.md', { cwd: root }).flatMap((file) => {
    const [, head = ''] = readFileSync(join(root, file), 'utf8').split(/^---\n/m);
    const lines = head.split('\n').filter(Boolean);
    return lines
      .filter((line) => {
        const [, name, bump] = /^'([^']+)': (patch|minor|major)$/.exec(line) ?? [];
        return bump === undefined || !packages.has(name!);
      })
      .map((line) => `${file}: ${line}`);
  });
  expect(wrong).toEqual([]);
});
