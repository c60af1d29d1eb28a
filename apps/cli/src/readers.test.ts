/** Who reads the output may end before the command does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { bin, buildKeyway, node, start } from './testing/keyway.ts';
import { anOrganization, aPage, fakeKeyway } from './testing/fakeKeyway.ts';

beforeAll(buildKeyway);

const long = 'x'.repeat(200);
const LIST = { ListOrganizations: () => ({ organizations: aPage([anOrganization('Contoso')]) }) };

test('a reader that has enough is no error', async () => {
  const { env } = await fakeKeyway({
    ListOrganizations: () => ({
      organizations: aPage(Array.from({ length: 5000 }, (_, i) => anOrganization(long, i))),
    }),
  });
  const { child, end, ended } = start(['orgs', 'list', '--json'], { env });
  child.stdout.destroy();
  expect((await end).code).toBe(0);
  expect(ended.stderr).toBe('');
});

test('a reader that has enough changes no exit code', async () => {
  const rejected = Array.from({ length: 5000 }, (_, line) => ({
    ...{ line: line + 2, field: null, message: long },
  }));
  const { env } = await fakeKeyway({
    ImportOrganizationsCli: () => ({
      importOrganizations: { created: 0, unchanged: 0, updated: 0, updates: [], rejected },
    }),
  });
  const args = ['orgs', 'import', '-', '--json'];
  const { child, end, ended } = start(args, { env, input: 'name\nA\n' });
  child.stdout.destroy();
  expect((await end).code).toBe(1);
  expect(ended.stderr).toContain('were rejected');
});

test('progress that nobody reads ends nothing', async () => {
  const { env } = await fakeKeyway(LIST);
  const { child, end, ended } = start(['orgs', 'list', '--verbose'], { env });
  child.stderr.destroy();
  expect((await end).code).toBe(0);
  expect(ended.stdout).toContain('Contoso');
});

test.runIf(existsSync('/dev/full'))('a full disk is an error', async () => {
  const { env } = await fakeKeyway(LIST);
  const child = spawn(node, [bin, 'orgs', 'list'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  });
  const stderr = text(child.stderr!);
  const [code] = (await once(child, 'close')) as [number];
  expect([code, await stderr]).toEqual([1, expect.stringContaining('ENOSPC')]);
});

test('a pack whose reader ends early is not done', async () => {
  const { env } = await fakeKeyway(
    {
      SelectedOrganizations: () => ({ organizations: aPage([anOrganization('Contoso')]) }),
      OrganizationsByName: () => ({ organizations: aPage([anOrganization('Contoso')]) }),
    },
    {
      [`/evidence/${anOrganization('').id}.zip`]: (_request, response) =>
        void response.writeHead(200).end(Buffer.alloc(20_000_000)),
    },
  );
  const { child, end, ended } = start(['evidence', 'get', 'Contoso', '-o', '-'], { env });
  child.stdout.once('data', () => child.stdout.destroy());
  expect((await end).code).toBe(1);
  expect(ended.stderr).toContain('ended before everything was written');
});
