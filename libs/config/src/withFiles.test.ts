import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { withFiles } from './withFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'secret');
writeFileSync(path, 'kw_secret\n');

it('reads a value from the file that NAME_FILE names', () => {
  expect(withFiles({ TOKEN_FILE: path, OTHER: 'x' }, ['TOKEN'])).toEqual({
    TOKEN: 'kw_secret',
    OTHER: 'x',
  });
});

it('names the variable that is wrong', () => {
  expect(() => withFiles({ TOKEN: 'a', TOKEN_FILE: path }, ['TOKEN'])).toThrow('both set');
  expect(() => withFiles({ TOKEN_FILE: join(folder, 'none') }, ['TOKEN'])).toThrow('TOKEN_FILE');
});
