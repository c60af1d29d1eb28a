import { expect, it } from 'vitest';
import { betaPosted, betaStatus, configuration, posted } from '../testing/adobeDocuments.ts';
import { configurationFacts } from './configurationFacts.ts';

it('reads every documented answer, of today and of before (API-05, API-06, API-11, API-12)', () => {
  expect(configurationFacts(posted)).toMatchObject({ status: 'CREATED', id: posted.id });
  expect(configurationFacts(configuration('RUNNING'))).toMatchObject({ status: 'RUNNING' });
  expect(configurationFacts(betaStatus)).toMatchObject({ status: 'COMPLETED' });
  expect(configurationFacts(betaPosted)).toMatchObject({ status: 'CREATED', id: betaPosted.id });
});

it('never takes the row’s status for the job’s (ST-02)', () => {
  expect(configurationFacts({ ...posted, status: undefined })?.status).toBeNull();
});

it('takes the vault’s address for no key identifier (API-11)', () => {
  expect(
    configurationFacts({ configData: { keyVaultUri: 'https://a.vault.azure.net' } })
      ?.keyVaultKeyIdentifier,
  ).toBeNull();
});

it('takes an empty text for none', () => {
  expect(configurationFacts({ ...posted, id: '', status: null })).toMatchObject({
    id: null,
    status: null,
  });
});

it('is nothing from another form, or an error with a success status', () => {
  for (const document of [
    null,
    undefined,
    'COMPLETED',
    ['COMPLETED'],
    7,
    { error_code: '500', message: 'x' },
    { errorMessage: 'x' },
    { ...posted, id: 7 },
    { ...posted, config: ['BYOK_CONFIG'] },
    { ...posted, config: { ...posted.config, configData: { keyVaultKeyIdentifier: 7 } } },
    { ...posted, imsOrgId: false },
  ]) {
    expect(configurationFacts(document)).toBeNull();
  }
});
