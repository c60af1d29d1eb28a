import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fakeKeyway } from './testing/fakeKeyway.ts';
import { buildKeyway, keyway } from './testing/keyway.ts';

beforeAll(buildKeyway);

const IMS = '0123456789ABCDEF01234567@AdobeOrg';
const DRY_RUN = {
  ...{ id: 'RHJ5UnVuOjE', status: 'RUNNING', tracks: ['AEP'], total: 1, checked: 0, skipped: 0 },
  ...{ startedBy: 'Olga', startedAt: '2026-11-28T08:00:00Z', endedAt: null },
  ...{ outcomes: [], causes: [] },
};

function aFile(content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'keyway-cli-')), 'keys.csv');
  writeFileSync(file, content);
  return file;
}

const KEY = {
  ...{ organizationId: 'T3JnYW5pemF0aW9uOjE', track: 'AEP', vaultResourceId: null },
  keyIdentifier: 'https://a.vault.azure.net/keys/b',
};

describe('a file of planned keys', () => {
  const content = `track;imsOrgId;keyIdentifier\r\naep;${IMS};"${KEY.keyIdentifier}"\r\n`;

  test('is read by the server, and says alone which organizations are checked', async () => {
    const { env, asked } = await fakeKeyway({
      PlannedKeys: () => ({ plannedKeys: { keys: [KEY], rejected: [], userErrors: [] } }),
      StartDryRun: () => ({ startDryRun: { dryRun: DRY_RUN, userErrors: [] } }),
    });
    const file = aFile(content);
    const args = ['readiness', 'check', '--keys', file, '--track', 'AEP', '--no-wait', '--json'];
    const { code, stdout } = await keyway(args, { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(DRY_RUN);
    const [read, start] = asked.map(({ variables }) => variables);
    expect(read).toMatchObject({ content });
    expect(start!['input']).toMatchObject({ tracks: ['AEP'], keys: [KEY] });
    expect(start!['input']).not.toHaveProperty('filter');
  });

  const unusable = { line: 7, field: 'track', message: 'Allowed values: AEP, CJA.' };
  const unnamed = { line: 9, field: null, message: 'A quotation mark is not closed.' };
  const notRead = { code: 'INVALID_INPUT', message: 'The file is empty.', field: ['content'] };
  test.each([
    ['lists each line that is wrong', { rejected: [unusable, unnamed] }, 2, /Line 7: .*Line 9: /s],
    ['says why it can’t be read at all', { keys: [], userErrors: [notRead] }, 1, /file is empty/],
    ['says that it has no key', { keys: [] }, 2, /no planned key/],
  ])('%s, and starts nothing', async (_name, part, exitCode, said) => {
    const list = { keys: [KEY], rejected: [], userErrors: [], ...part };
    const { env, asked } = await fakeKeyway({ PlannedKeys: () => ({ plannedKeys: list }) });
    const args = ['readiness', 'check', '--keys', aFile('x'), '--no-wait', '--json'];
    const { code, stderr } = await keyway(args, { env });
    expect(code).toBe(exitCode);
    expect(stderr).toMatch(said);
    expect(asked.map(({ name }) => name)).toEqual(['PlannedKeys']);
  });
});

test('asks which organizations, and refuses the ID of something else', async () => {
  const { env } = await fakeKeyway({});
  expect(await keyway(['readiness', 'check'], { env })).toMatchObject({ code: 2 });
  expect(await keyway(['readiness', 'show', 'QnVsa0pvYjox'], { env })).toMatchObject({ code: 4 });
});
