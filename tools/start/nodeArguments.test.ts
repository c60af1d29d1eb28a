import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { nodeArguments } from './nodeArguments.ts';

const scratch = mkdtempSync(join(tmpdir(), 'keyway-path-'));
afterAll(() => rmSync(scratch, { recursive: true }));

it.each(['100% sure', '100%zz', "o'brien", 'Año'])('starts programs in a folder "%s"', (name) => {
  const folder = join(scratch, name);
  mkdirSync(folder);
  for (const file of ['nodeArguments.ts', 'diesWithParent.mjs'])
    copyFileSync(join(import.meta.dirname, file), join(folder, file));
  const module = JSON.stringify(pathToFileURL(join(folder, 'nodeArguments.ts')).href);
  const program = `
    const { nodeArguments } = await import(${module});
    const { spawnSync } = await import('node:child_process');
    const args = [...nodeArguments, '--eval', 'console.log("started")'];
    process.stdout.write(spawnSync(process.execPath, args).stdout);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('started\n');
  expect(nodeArguments).toContain('--import');
});
