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

test('the state is in the sandbox’s folder unless set otherwise', () => {
  expect(readSettings({ DATA_DIR: '/tmp/w' }).directory).toBe('/tmp/w/sandbox');
  expect(readSettings({ KEYWAY_SANDBOX_DIR: '/tmp/x' }).stateFile).toBe('/tmp/x/state.jsonl');
  expect(
    readSettings({ KEYWAY_SANDBOX_DIR: '/tmp/x', KEYWAY_SANDBOX_STATE: '/tmp/y.jsonl' }).stateFile,
  ).toBe('/tmp/y.jsonl');
});
