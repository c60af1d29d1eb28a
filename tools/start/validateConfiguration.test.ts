/** A wrong variable is named before anything starts (docs/operations/configuration.md). */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { validateConfiguration } from './validateConfiguration.ts';
import { readSettings } from './settings.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const evaluate = (environment: Record<string, string>) =>
  validateConfiguration(
    readSettings({ demo: false, help: false }, environment, root),
    environment,
    root,
  );

test.each([
  ['KEYWAY_POLL_SCALE', 'fast'],
  ['LOG_LEVEL', 'loud'],
  ['KEYWAY_CLOUD', 'sandbx'],
  ['KEYWAY_BOOTSTRAP_TOKEN', 'kw_short'],
  ['DATABASE_URL', 'mysql://db'],
  ['KEYWAY_SANDBOX_ADDRESS', 'nohost'],
  ['OIDC_ISSUER', 'nope'],
  ['PUBLIC_URL', 'keyway'],
  ['HOST', 'a b'],
])('%s=%s is named, with what would be right', async (name, value) => {
  await expect(evaluate({ [name]: value })).rejects.toThrow(
    new RegExp(`\\n {2}${name} .*Right would be, for example: ${name}=`),
  );
});

test('all faults are told at once', async () => {
  const evaluated = evaluate({ LOG_LEVEL: 'loud', PUBLIC_URL: 'keyway' });
  await expect(evaluated).rejects.toThrow(/PUBLIC_URL[^]*LOG_LEVEL/);
});

test('what is right passes', async () => {
  await evaluate({});
  await evaluate({
    KEYWAY_POLL_SCALE: '0.01',
    LOG_LEVEL: 'debug',
    HOST: '::1',
    PORT: '4010',
    KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:8443',
  });
});
