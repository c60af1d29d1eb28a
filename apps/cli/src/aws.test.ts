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
