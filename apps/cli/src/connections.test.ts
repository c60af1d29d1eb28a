import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { fakeKeyway } from './testing/fakeKeyway.ts';
import { buildKeyway, keyway } from './testing/keyway.ts';

beforeAll(buildKeyway);

const ID = '11111111-1111-4111-8111-111111111111';
const FEDERATION = { issuer: 'https://keyway.example/federation', subject: 's', audience: 'a' };
const ORGANIZATION = { id: 'T3JnYW5pemF0aW9uOjE', name: 'Contoso', imsOrgId: 'I@AdobeOrg' };

async function connect(...more: string[]) {
  const { asked, env } = await fakeKeyway({
    FindOrganization: () => ({
      organization: { ...ORGANIZATION, archivedAt: null, currentRun: null },
    }),
    CliConnectAzure: () => ({
      connectAzure: {
        organization: {
          ...ORGANIZATION,
          azureConnection: { state: 'CONNECTED', replacement: { state: 'PENDING' } },
          azureFederation: FEDERATION,
        },
        userErrors: [],
      },
    }),
  });
  const args = [
    'orgs',
    'connect',
    'azure',
    ORGANIZATION.imsOrgId,
    '--tenant-id',
    ID,
    '--client-id',
    ID,
  ];
  const done = await keyway([...args, ...more], { env });
  const input = asked.find(({ name }) => name === 'CliConnectAzure')?.variables['input'];
  return { ...done, input };
}

test('sends the certificate of a file, and says that it is tried first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keyway-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'app.pem');
  await writeFile(file, 'the pem');
  const { code, stdout, input } = await connect('--certificate', file);
  expect(code).toBe(0);
  expect(input).toMatchObject({ certificatePem: 'the pem' });
  expect(input).not.toHaveProperty('clientSecret');
  expect(stdout).toMatch(/new credential\s+PENDING/);
  expect(stdout).not.toContain('the pem');
});

test('sends no secret of a federated credential, and says what to enter in Entra', async () => {
  const { stdout, input } = await connect('--federated');
  expect(input).toMatchObject({ federated: true });
  expect(input).not.toHaveProperty('clientSecret');
  for (const value of Object.values(FEDERATION)) expect(stdout).toContain(value);
});

test('takes one credential', async () => {
  const { code, stderr, input } = await connect('--federated', '--client-secret', '-');
  expect(code).not.toBe(0);
  expect(stderr).toContain('only one');
  expect(input).toBeUndefined();
});

test.each([
  ['--certificate', ['--certificate', 'app.pem'], 'the expiry of a certificate is read from it'],
  ['--federated', ['--federated'], 'nothing expires'],
])('takes no expiry of a secret beside %s', async (_option, more, text) => {
  const { code, stderr, input } = await connect(
    '--secret-expires',
    '2030-01-01T00:00:00Z',
    ...more,
  );
  expect(code).toBe(2);
  expect(stderr).toContain(text);
  expect(input).toBeUndefined();
});
