import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { withSettingFiles } from './settingFiles.ts';
import { SETTINGS } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'secret');
const empty = join(folder, 'empty');
writeFileSync(path, 'kw_secret\n');
writeFileSync(empty, '\n');

it('reads any setting from the file that NAME_FILE names, and leaves other variables alone', () => {
  const level = join(folder, 'level');
  writeFileSync(level, 'debug\n');
  const environment = { KEYWAY_BOOTSTRAP_TOKEN_FILE: path, LOG_LEVEL_FILE: level, OTHER: 'x' };
  expect(withSettingFiles(environment)).toEqual({
    KEYWAY_BOOTSTRAP_TOKEN: 'kw_secret',
    LOG_LEVEL: 'debug',
    OTHER: 'x',
  });
});

it('every setting may come so, but for those that Node.js reads', () => {
  const all = Object.values(SETTINGS).filter(({ name }) => name !== 'NODE_EXTRA_CA_CERTS');
  const given = Object.fromEntries(all.map(({ name }) => [`${name}_FILE`, path]));
  expect(withSettingFiles({ ...given, NODE_EXTRA_CA_CERTS_FILE: path })).toEqual({
    ...Object.fromEntries(all.map(({ name }) => [name, 'kw_secret'])),
    NODE_EXTRA_CA_CERTS_FILE: path,
  });
});

it('counts what is blank as not set', () => {
  const level = join(folder, 'level');
  writeFileSync(level, 'debug\n');
  expect(withSettingFiles({ LOG_LEVEL: ' ', LOG_LEVEL_FILE: `${level}\n` })).toEqual({
    LOG_LEVEL: 'debug',
  });
  expect(withSettingFiles({ LOG_LEVEL: 'info', LOG_LEVEL_FILE: ' ' }).LOG_LEVEL).toBe('info');
});

it.each([
  ['line breaks of Windows', 'a b\r\n\r\n'],
  ['the mark of UTF-8', '\ufeffa b'],
  ['spaces around it', '  a b\t\n'],
])('drops %s', (_what, text) => {
  const file = join(folder, 'text');
  writeFileSync(file, text);
  expect(withSettingFiles({ OIDC_CLIENT_SECRET_FILE: file }).OIDC_CLIENT_SECRET).toBe('a b');
});

it.each(['utf16le', 'latin1'] as const)('refuses a file in %s', (encoding) => {
  const file = join(folder, encoding);
  writeFileSync(file, 'geheim-ñ\n', encoding);
  expect(() => withSettingFiles({ OIDC_CLIENT_SECRET_FILE: file })).toThrow(
    /^OIDC_CLIENT_SECRET_FILE cannot be read: .* is not text in UTF-8/,
  );
});

it.each([
  [{ OIDC_CLIENT_SECRET: 'a', OIDC_CLIENT_SECRET_FILE: path }, 'are both set'],
  [{ OIDC_CLIENT_SECRET_FILE: join(folder, 'none') }, 'ENOENT'],
  [{ OIDC_CLIENT_SECRET_FILE: empty }, 'is empty'],
])('names the variable that is wrong: %j', (environment, problem) => {
  expect(() => withSettingFiles(environment)).toThrow(
    new RegExp(`^OIDC_CLIENT_SECRET.*_FILE .*${problem}`),
  );
});

it('reports every problem at once', () => {
  expect(() =>
    withSettingFiles({ OIDC_CLIENT_SECRET_FILE: empty, DATABASE_URL_FILE: empty }),
  ).toThrow(/DATABASE_URL_FILE[^]*OIDC_CLIENT_SECRET_FILE/);
});
