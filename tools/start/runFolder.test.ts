/** What an earlier start left running is ended; a process that merely has the same number never is. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
const ended = () => new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));

test('a leftover is ended and forgotten', async () => {
  folder.record({ name: 'api', pid: pid(), program });
  const end = ended();
  expect(await new RunFolder(data).clearLeftovers()).toEqual(['api']);
  expect(await end).toBe('SIGTERM');
  expect(folder.alive('api')).toBeUndefined();
  expect(await folder.clearLeftovers()).toEqual([]);
});

test('a process of somebody else that got the number is left alone, and the record goes', async () => {
  folder.record({ name: 'api', pid: pid(), program: '/somewhere/else/main.ts' });
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
