import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('the defaults are the contract’s', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 8443,
    identityPort: 8444,
    scale: 1,
    directory: path.resolve('.keyway/sandbox'),
  });
});

test('the state lies in the folder unless said otherwise', () => {
  expect(readSettings({ DATA_DIR: '/tmp/w' }).directory).toBe('/tmp/w/sandbox');
  expect(readSettings({ KEYWAY_SANDBOX_DIR: '/tmp/x' }).stateFile).toBe('/tmp/x/state.jsonl');
  expect(
    readSettings({ KEYWAY_SANDBOX_DIR: '/tmp/x', KEYWAY_SANDBOX_STATE: '/tmp/y.jsonl' }).stateFile,
  ).toBe('/tmp/y.jsonl');
});

test.each([
  ['KEYWAY_SANDBOX_PORT', 'eighty', 'KEYWAY_SANDBOX_PORT=8443'],
  ['KEYWAY_SANDBOX_IDENTITY_PORT', '70000', 'KEYWAY_SANDBOX_IDENTITY_PORT=8444'],
  ['KEYWAY_POLL_SCALE', '0', 'KEYWAY_POLL_SCALE=0.01'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL=info'],
  ['KEYWAY_SANDBOX_DIR', import.meta.filename, 'KEYWAY_SANDBOX_DIR=.keyway/sandbox'],
  ['KEYWAY_SANDBOX_STATE', import.meta.dirname, 'KEYWAY_SANDBOX_STATE=.keyway/sandbox/state.jsonl'],
  ['KEYWAY_SANDBOX_REDIRECT_URIS', 'localhost', 'KEYWAY_SANDBOX_REDIRECT_URIS=http://'],
])('a wrong %s is named, with its value and a right example', (name, value, example) => {
  expect(() => readSettings({ [name]: value })).toThrow(
    new RegExp(`${name} (is|has) "${value}".*Right: ${example.replace('*', '\\*')}`),
  );
});
