/** A number alone never names a process. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onlyOneAtATime } from './onlyOneAtATime.mjs';
import { identify, stateOf } from './processIdentity.mjs';

test('a process that runs is known, and one that ended is not', async () => {
  expect(stateOf(identify(process.pid))).toBe('runs');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const identity = identify(child.pid!);
  expect(stateOf(identity)).toBe('runs');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(stateOf(identity)).toBe('gone');
});

test('a later process with the same number is another one', () => {
  expect(stateOf({ ...identify(process.pid), startedAt: '1' })).toBe('gone');
});

test.skipIf(process.platform !== 'linux')(
  'a number of another boot or another namespace says nothing here',
  () => {
    const own = identify(process.pid);
    expect(stateOf({ ...own, boot: 'an earlier one' })).toBe('gone');
    expect(stateOf({ ...own, boot: 'of another machine', host: 'another' })).toBe('elsewhere');
    expect(stateOf({ ...own, namespace: 'pid:[1]' })).toBe('elsewhere');
  },
);

const NAMESPACE = ['--pid', '--fork', '--mount-proc'];
const canUnshare = spawnSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' }).status === 0;

test.skipIf(!canUnshare)('process 1 of a container is not process 1 of its former life', () => {
  const module = JSON.stringify(new URL('./processIdentity.mjs', import.meta.url).href);
  const run = (code: string): string =>
    spawnSync(
      'unshare',
      [
        ...NAMESPACE,
        process.execPath,
        '--input-type=module',
        '-e',
        `import { identify, stateOf } from ${module}; ${code}`,
      ],
      {
        encoding: 'utf8',
      },
    ).stdout.trim();
  const first = run('console.log(JSON.stringify(identify(process.pid)))');
  expect(JSON.parse(first)).toMatchObject({ pid: 1 });
  expect(run(`console.log(stateOf(${first}))`)).not.toBe('runs');
});

test('a lock of a killed command is taken over, also by a process with the same number', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-lock-'));
  const lock = join(folder, 'preparing.lock');
  for (const left of [
    JSON.stringify({ ...identify(process.pid), startedAt: '1' }),
    String(process.pid),
    '',
  ]) {
    writeFileSync(lock, left);
    let done = false;
    await onlyOneAtATime(
      lock,
      () => undefined,
      () => (done = true),
    );
    expect(done).toBe(true);
  }
  rmSync(folder, { recursive: true });
});

test('a command that the holder of a lock runs does not wait for that lock', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-lock-'));
  const lock = join(folder, 'preparing.lock');
  const module = new URL('./onlyOneAtATime.mjs', import.meta.url).href;
  const child = `import { onlyOneAtATime } from ${JSON.stringify(module)};
    await onlyOneAtATime(${JSON.stringify(lock)}, console.error, () => console.log('done'));`;
  const waits = (): string =>
    spawnSync(process.execPath, ['--input-type=module', '--eval', child], {
      encoding: 'utf8',
      timeout: 120_000,
    }).stdout;
  let within = '';
  await onlyOneAtATime(
    lock,
    () => undefined,
    () => {
      within = waits();
      expect(existsSync(lock)).toBe(true);
    },
  );
  expect(within).toBe('done\n');
  expect(process.env.KEYWAY_HELD_LOCKS ?? '').toBe('');
  rmSync(folder, { recursive: true });
});
