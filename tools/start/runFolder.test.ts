/**
 * What an earlier start left running is ended; a process that merely has the same number never is.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RunFolder, supervisorName } from './runFolder.ts';

let data: string;
let program: string;
let child: ChildProcess;
let folder: RunFolder;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'keyway run '));
  program = join(data, 'program.mjs');
  writeFileSync(program, 'console.log("up"); setInterval(() => {}, 1000);');
  folder = new RunFolder(data);
  child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
});
afterEach(() => {
  child.kill('SIGKILL');
  rmSync(data, { recursive: true });
});

const pid = () => child.pid ?? 0;
const ended = () =>
  new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));

test('a leftover is ended and forgotten', async () => {
  folder.record({ name: 'api', pid: pid(), program });
  const end = ended();
  expect(await new RunFolder(data).clearLeftovers()).toEqual(['api']);
  expect(await end).toBe('SIGTERM');
  expect(folder.alive('api')).toBeUndefined();
  expect(await folder.clearLeftovers()).toEqual([]);
});

/** What is recorded of a process, changed. */
function rewrite(name: string, changes: object): void {
  const file = join(data, 'run', `${name}.process.json`);
  writeFileSync(
    file,
    JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...changes }),
  );
}

test('a process of somebody else that got the number is left alone, and the record goes', async () => {
  folder.record({ name: 'api', pid: pid(), program });
  rewrite('api', { startedAt: '1' });
  expect(await folder.clearLeftovers()).toEqual([]);
  expect(child.exitCode).toBeNull();
  expect(child.signalCode).toBeNull();
});

test('a running supervisor is seen, and never ended as a leftover', async () => {
  folder.record({ name: supervisorName, pid: pid(), program });
  expect(await folder.clearLeftovers()).toEqual([]);
  expect(folder.alive(supervisorName)?.pid).toBe(pid());
  const end = ended();
  child.kill('SIGKILL');
  await end;
  expect(folder.alive(supervisorName)).toBeUndefined();
});

test('a record that was half written is nothing', async () => {
  writeFileSync(join(data, 'run', 'worker.process.json'), '{"name":"wor');
  expect(await folder.clearLeftovers()).toEqual([]);
});

const claim = (patienceMs = 300) => new RunFolder(data).claim(program, () => undefined, patienceMs);

test('a supervisor that runs keeps everybody else out', async () => {
  folder.record({ name: supervisorName, pid: pid(), program });
  expect((await claim())?.pid).toBe(pid());
});

test('one that was killed does not, whoever has its number now', async () => {
  folder.record({ name: supervisorName, pid: pid(), program });
  rewrite(supervisorName, { startedAt: '1' });
  expect(await claim()).toBeUndefined();
  expect(folder.alive(supervisorName)?.pid).toBe(process.pid);
});

test('nor does one of a former life of the container with the very number of this process', async () => {
  folder.record({ name: supervisorName, pid: process.pid, program });
  rewrite(supervisorName, { startedAt: '1', namespace: 'pid:[1]' });
  expect(await claim()).toBeUndefined();
});

test.skipIf(process.platform !== 'linux')(
  'one in another container keeps others out as long as it shows signs of life',
  async () => {
    folder.record({ name: supervisorName, pid: 1, program });
    rewrite(supervisorName, { namespace: 'pid:[1]' });
    const file = join(data, 'run', `${supervisorName}.process.json`);
    const living = setInterval(() => utimesSync(file, new Date(), new Date()), 20);
    expect((await claim())?.pid).toBe(1);
    clearInterval(living);
  },
);

test.skipIf(process.platform !== 'linux')(
  'two that claim at the same time: one gets it',
  async () => {
    const claiming = `
    const { RunFolder } = await import(${JSON.stringify(new URL('./runFolder.ts', import.meta.url).href)});
    const other = await new RunFolder(${JSON.stringify(data)}).claim('x', () => undefined);
    console.log(other ? 'refused' : 'got it');
    setInterval(() => {}, 1000);`;
    const both = [1, 2].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', claiming], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const said = both.map(
      (one) =>
        new Promise<string>((resolve) =>
          one.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())),
        ),
    );
    expect((await Promise.all(said)).sort()).toEqual(['got it', 'refused']);
    for (const one of both) one.kill('SIGKILL');
  },
);

test('a folder that cannot be written ends nothing', () => {
  rmSync(join(data, 'run'), { recursive: true });
  expect(folder.record({ name: 'api', pid: pid(), program })).toBe(false);
});
