/** `keyway orgs import` of a file with keys, and of one without. */
import { beforeAll, expect, test } from 'vitest';
import { fakeKeyway } from './testing/fakeKeyway.ts';
import { buildKeyway, keyway } from './testing/keyway.ts';

beforeAll(buildKeyway);

const NOTHING = { created: 0, unchanged: 1, updated: 0, updates: [], rejected: [], userErrors: [] };
const REFUSED = {
  ...{ line: 2, field: 'aepKeyIdentifier', organizationName: 'Contoso', imsOrgId: 'A@AdobeOrg' },
  ...{ track: 'AEP', keyIdentifier: 'https://v.vault.azure.net/keys/a', code: 'NOT_FOUND' },
  message: 'Start one first, or import with startRuns.',
};
const KEYS = {
  ...{ toProvide: 1, unchanged: 0, runsToStart: 1, refused: [], warnings: [] },
  job: { id: 'QnVsa0pvYjox' },
};
const CSV = 'name,imsOrgId,shield,aepKeyIdentifier\nA,A,HEALTHCARE_SHIELD,https://v\n';
const importing = (keys: object | null) =>
  fakeKeyway({
    ImportOrganizationsCli: () => ({ importOrganizations: { ...NOTHING, keys } }),
  });

test('says how many keys are provided by which job, and starts runs where it is asked to', async () => {
  const { env, asked } = await importing(KEYS);
  const args = ['orgs', 'import', '-', '--start-runs'];
  const { code, stdout } = await keyway(args, { env, input: CSV });
  expect(code).toBe(0);
  expect(stdout).toMatch(/keys being provided\t1/);
  expect(stdout).toMatch(/job\tQnVsa0pvYjox/);
  expect(asked.at(-1)!.variables).toMatchObject({ input: { startRuns: true, dryRun: false } });
});

test('ends with 1 where a key is refused, and lists it', async () => {
  const { env } = await importing({ ...KEYS, toProvide: 0, refused: [REFUSED], job: null });
  const { code, stdout, stderr } = await keyway(['orgs', 'import', '-'], { env, input: CSV });
  expect([code, stderr]).toEqual([1, expect.stringContaining('1 key was refused.')]);
  expect(stdout).toContain('Contoso: Start one first, or import with --start-runs.');
});

test('is as before for a file without keys', async () => {
  const { env, asked } = await importing(null);
  const given = { env, input: 'name,imsOrgId,shield\nA,A,HEALTHCARE_SHIELD\n' };
  const { code, stdout } = await keyway(['orgs', 'import', '-', '--json'], given);
  const { userErrors: _, ...report } = NOTHING;
  expect([code, JSON.parse(stdout)]).toEqual([0, { dryRun: false, ...report }]);
  expect(Object.keys(asked.at(-1)!.variables['input'] as object).toSorted()).toEqual([
    ...['content', 'dryRun', 'format', 'idempotencyKey', 'onExisting'],
  ]);
});
