import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { withSecretFiles } from './secretFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'secret');
const empty = join(folder, 'empty');
writeFileSync(path, 'kw_secret\n');
writeFileSync(empty, '\n');

it('reads a secret from the file that NAME_FILE names, and leaves other variables alone', () => {
  expect(
    withSecretFiles({ KEYWAY_BOOTSTRAP_TOKEN_FILE: path, PORT_FILE: path, OTHER: 'x' }),
  ).toEqual({ KEYWAY_BOOTSTRAP_TOKEN: 'kw_secret', PORT_FILE: path, OTHER: 'x' });
});

it.each([
  [{ OIDC_CLIENT_SECRET: 'a', OIDC_CLIENT_SECRET_FILE: path }, 'are both set'],
  [{ OIDC_CLIENT_SECRET_FILE: join(folder, 'none') }, 'ENOENT'],
  [{ OIDC_CLIENT_SECRET_FILE: empty }, 'is empty'],
])('names the variable that is wrong: %j', (environment, problem) => {
  expect(() => withSecretFiles(environment)).toThrow(
    new RegExp(`^OIDC_CLIENT_SECRET.*_FILE .*${problem}`),
  );
});

it('reports every problem at once', () => {
  expect(() =>
    withSecretFiles({ OIDC_CLIENT_SECRET_FILE: empty, DATABASE_URL_FILE: empty }),
  ).toThrow(/DATABASE_URL_FILE[^]*OIDC_CLIENT_SECRET_FILE/);
});
