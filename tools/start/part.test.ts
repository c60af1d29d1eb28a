/** Real processes: killed, started again, and stopped, also when they do not want to. */
import { MAX_WAIT_MILLISECONDS } from '@keyway/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { Part } from './part.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway part '));
const parts: Part[] = [];
afterEach(() => Promise.all(parts.splice(0).map((part) => part.stop(0))));
afterAll(() => rmSync(folder, { recursive: true }));

/** A part that runs `code`, and its lines as they come. */
function part(code: string, environment: () => NodeJS.ProcessEnv = () => process.env) {
  const program = join(folder, `${parts.length}-${performance.now()}.mjs`);
  writeFileSync(program, code);
  const lines: string[] = [];
  const deaths: string[] = [];
  const waiting: (() => void)[] = [];
  const made = new Part({
    name: 'part',
    program,
    environment,
    onLine: (line) => {
      lines.push(line);
      waiting.splice(0).forEach((wake) => wake());
    },
    onDeath: (how) => deaths.push(how),
  });
  parts.push(made);
  const line = async (index: number): Promise<string> => {
    while (lines.length <= index) await new Promise<void>((resolve) => waiting.push(resolve));
    return lines[index] ?? '';
  };
  return { part: made, line, deaths };
}

const stays = 'console.log(process.pid, process.env.TURN); setInterval(() => {}, 1000);';

test('a part that is killed comes back, with a fresh environment', async () => {
  let turn = 0;
  const {
    part: made,
    line,
    deaths,
  } = part(stays, () => ({ ...process.env, TURN: String((turn += 1)) }));
  made.start();
  const [pid] = (await line(0)).split(' ');
  process.kill(Number(pid), 'SIGKILL');
  const [again, seen] = (await line(1)).split(' ');
  expect(again).not.toBe(pid);
  expect(seen).toBe('2');
  expect(deaths).toEqual(['was ended by SIGKILL']);
});

test('a part that is stopped is gone when stop resolves, and stays away', async () => {
  const { part: made, line, deaths } = part(stays);
  made.start();
  const pid = Number((await line(0)).split(' ')[0]);
  await made.stop(60_000);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(made.pid).toBeUndefined();
  expect(deaths).toEqual([]);
});

test('a part uses one arena for its memory, unless its environment says otherwise', async () => {
  const code = 'console.log(process.env.MALLOC_ARENA_MAX); setInterval(() => {}, 1000);';
  const { MALLOC_ARENA_MAX: _, ...environment } = process.env;
  const [byDefault, chosen] = [
    part(code, () => environment),
    part(code, () => ({ ...environment, MALLOC_ARENA_MAX: '4' })),
  ];
  byDefault.part.start();
  chosen.part.start();
  expect([await byDefault.line(0), await chosen.line(0)]).toEqual(['1', '4']);
});

test('a part that does not want to end is ended', async () => {
  const { part: made, line } = part(`process.on('SIGTERM', () => console.log('no')); ${stays}`);
  made.start();
  const pid = Number((await line(0)).split(' ')[0]);
  await made.stop(100);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(await line(1)).toBe('no');
});

test('a part that is stopped while it waits to be started again does not start', async () => {
  const { part: made, line, deaths } = part('console.log("one"); process.exit(3);');
  made.start();
  await line(0);
  await vi.waitFor(() => expect(deaths).toEqual(['ended with code 3']), MAX_WAIT_MILLISECONDS);
  await made.stop(0);
  expect(made.pid).toBeUndefined();
});

test('a part ends when its supervisor is killed', async () => {
  const child = join(folder, 'child.mjs');
  writeFileSync(child, stays);
  const supervisor = `
    const { Part } = await import(${JSON.stringify(new URL('./part.ts', import.meta.url).href)});
    const environment = () => process.env;
    new Part({ name: 'child', program: ${JSON.stringify(child)}, environment, onLine: (line) => console.log(line) }).start();`;
  const { part: outer, line } = part(supervisor);
  outer.start();
  const pid = Number((await line(0)).split(' ')[0]);
  await Promise.all([outer.stop(60_000), Promise.resolve(outer.kill())]);
  await vi.waitFor(
    () => expect(() => process.kill(pid, 0)).toThrow('ESRCH'),
    MAX_WAIT_MILLISECONDS,
  );
});
