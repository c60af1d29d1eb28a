/** AWS from the command line: the role before it exists, then the role, and the key policy. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { anOrganization, fakeKeyway } from './testing/fakeKeyway.ts';
import { buildKeyway, configFolder, keyway } from './testing/keyway.ts';

beforeAll(buildKeyway);

const found = anOrganization('Fabrikam');
const ROLE = 'arn:aws:iam::111122223333:role/KeywayRead';
const RUN = `Run:00000000-0000-4000-8000-000000000001`;
const runId = Buffer.from(RUN).toString('base64url');
const POLICY = '{ "Statement": [ // of the page\n] }\n';

const connected = (roleArn: string, externalId = 'keyway-1') => ({
  connectAws: {
    organization: {
      ...{ id: found.id, name: found.name, imsOrgId: found.imsOrgId },
      aws: {
        ...{ roleArn, externalId, region: 'us-east-1' },
        trustPolicy: '{\n  "trust": 1\n}',
        permissionsPolicy: '{\n  "permissions": 1\n}',
      },
      awsConnection: roleArn ? { state: 'NOT_TRIED' } : null,
    },
    userErrors: [],
  },
});
const FIND = { FindOrganization: () => ({ organization: found }) };

test('shows what the role needs before it exists, and stores it', async () => {
  const { env, asked } = await fakeKeyway({
    ...FIND,
    CliConnectAws: ({ variables }) =>
      connected((variables['input'] as { roleArn: string | null }).roleArn ?? ''),
  });
  const args = ['orgs', 'connect', 'aws', found.imsOrgId];
  const before = await keyway(args, { env });
  expect(before).toMatchObject({ code: 0, stderr: '' });
  for (const text of ['keyway-1', '"trust": 1', '"permissions": 1'])
    expect(before.stdout).toContain(text);
  const forPrograms = await keyway([...args, '--json'], { env });
  expect(JSON.parse(forPrograms.stdout)).toEqual(connected('').connectAws.organization);
  const after = await keyway([...args, '--role-arn', ROLE], { env });
  expect(after.stdout).toContain('NOT_TRIED');
  expect(after.stdout).not.toContain('"trust"');
  const inputs = asked
    .filter(({ name }) => name === 'CliConnectAws')
    .map(({ variables }) => variables['input']);
  const input = { organizationId: found.id, roleArn: null, region: 'us-east-1' };
  expect(inputs).toMatchObject([input, input, { ...input, roleArn: ROLE }]);
});

test('writes no control characters of an odd answer to the terminal', async () => {
  const { env } = await fakeKeyway({
    ...FIND,
    CliConnectAws: () => connected('', 'odd\u001b[2J\u0007'),
  });
  const { stdout } = await keyway(['orgs', 'connect', 'aws', found.imsOrgId], { env });
  // eslint-disable-next-line no-control-regex -- which are what must be absent
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
});

test('provides the policy of a file or of stdin as it is, comments and all', async () => {
  const run = {
    ...{ id: runId, status: 'IN_PROGRESS', waitingOn: [], sentence: 'Waits.' },
    organization: { id: found.id, name: found.name, imsOrgId: found.imsOrgId },
    progress: { done: 1, total: 7 },
  };
  const { env, asked } = await fakeKeyway({
    FindRun: () => ({ run }),
    CliProvideKeyPolicy: () => ({ provideKeyPolicy: { run, userErrors: [] } }),
  });
  const file = join(configFolder, 'policy.json');
  writeFileSync(file, POLICY);
  const ends = [
    await keyway(['key', 'policy', runId, file], { env }),
    await keyway(['key', 'policy', runId, '-'], { env, input: POLICY }),
  ];
  expect(ends.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const sent = asked.filter(({ name }) => name === 'CliProvideKeyPolicy');
  for (const { variables } of sent)
    expect(variables['input']).toMatchObject({ runId, policy: POLICY });
  expect(sent).toHaveLength(2);
  const missing = await keyway(['key', 'policy', runId, join(configFolder, 'no.json')], { env });
  expect(missing).toMatchObject({ code: 2 });
  expect(missing.stderr).toContain('there is no such file');
});

const ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

test.each([
  [ARN, true],
  [` ${ARN}`, true],
  ['alias/adobe-cmk', true],
  ['1234abcd-12ab-34cd-56ef-1234567890ab', true],
  ['mrk-1234abcd12ab34cd56ef1234567890ab', true],
  ['https://contoso-cmk.vault.azure.net/keys/aep', false],
  ['contoso-cmk', false],
])('checks %j as what it is', async (identifier, isOfAws) => {
  const answer = (verdict: string) => () => ({
    inspectKeyIdentifier: {
      ...{ verdict, rules: ['VAL-29'], problems: verdict === 'PASS' ? [] : ['Not so.'] },
      ...{ cloud: 'aws', kind: 'kms', vault: null, key: 'a', version: null, normalized: ARN },
    },
  });
  const { env, asked } = await fakeKeyway({
    InspectKeyArn: answer('PASS'),
    InspectKey: answer('BLOCK'),
  });
  const { code, stdout, stderr } = await keyway(['key', 'check', identifier], { env });
  const [sent] = asked.filter(({ name }) => name.startsWith('InspectKey'));
  expect(sent!.variables['identifier']).toBe(identifier);
  expect(sent!.query.includes('AWS')).toBe(isOfAws);
  expect(code).toBe(isOfAws ? 0 : 1);
  if (isOfAws) expect(stdout).toContain(ARN);
  else expect(stderr).toContain('Keyway would refuse this key identifier.');
});

test.each([[[]], [['--name', 'fabrikam-cmk']]])(
  'says how a submission on AWS is attested, and sends none: %j',
  async (more) => {
    const approval = { configurationName: null, keyIdentifier: ARN, status: 'APPROVED' };
    const { env, asked } = await fakeKeyway({
      FindRun: () => ({ run: { id: runId, organization: found } }),
      DecidedRun: () => ({
        run: {
          id: runId,
          organization: { ...found, cloud: 'AWS' },
          tracks: [
            { id: 'AEP', onlyConfigurationName: null, approval, irreversible: [], steps: [] },
          ],
        },
      }),
    });
    const { code, stdout, stderr } = await keyway(['submit', runId, ...more], { env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain('needs a name');
    expect(stderr).toContain('Keyway submits nothing on AWS');
    expect(stderr).toContain(ARN);
    const reference = more[1] ?? '<configuration name>';
    expect(stderr).toContain(
      `keyway steps attest ${found.imsOrgId} AEP SUBMISSION --reference ${reference}`,
    );
    expect(asked.map(({ name }) => name)).not.toContain('CliSubmit');
  },
);
