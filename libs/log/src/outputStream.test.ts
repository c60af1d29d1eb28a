/** A log that nobody can take never ends the process that writes it. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { expect, it } from 'vitest';

const module = JSON.stringify(new URL('./outputStream.ts', import.meta.url).href);
const program = `
  const { outputStream } = await import(${module});
  for (let line = 0; line < 1000; line += 1) outputStream.write('x'.repeat(1000) + '\\n');
  process.stderr.write('alive');`;

function run(stdout: 'pipe' | number, read = false): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', stdout, 'pipe'],
  });
  let said = '';
  child.stderr!.on('data', (data: Buffer) => (said += data.toString()));
  if (stdout === 'pipe' && read) child.stdout!.resume();
  if (stdout === 'pipe' && !read) child.stdout!.destroy();
  return new Promise((resolve) => child.once('close', (code) => resolve(`${code} ${said}`)));
}

it('not when its reader is gone (EPIPE)', async () => {
  expect(await run('pipe')).toBe('0 alive');
});

it('not when it is read', async () => {
  expect(await run('pipe', true)).toBe('0 alive');
});

it.skipIf(!existsSync('/dev/full'))('not when the disk is full (ENOSPC)', async () => {
  const full = openSync('/dev/full', 'w');
  expect(await run(full)).toBe('0 alive');
  closeSync(full);
});
