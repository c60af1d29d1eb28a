import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { plannedKeys } from './commands/plannedKeys.ts';
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

describe('a file of planned keys', () => {
  test('has its columns in any order, and quotation marks', () => {
    const text = `track,imsOrgId,keyIdentifier\r\naep,${IMS},"https://a.vault.azure.net/keys/b"\n\n`;
    expect(plannedKeys(`\uFEFF${text}`)).toEqual([
      {
        ...{ imsOrgId: IMS, track: 'AEP', vaultResourceId: null },
        keyIdentifier: 'https://a.vault.azure.net/keys/b',
      },
    ]);
  });

  test.each([
    ['no header', `${IMS},AEP,x`, 'columns'],
    ['another track', `imsOrgId,track,keyIdentifier\n${IMS},AJO,x`, 'Line 2'],
    ['no key', `imsOrgId,track,keyIdentifier\n${IMS},AEP,`, 'Line 2'],
  ])('is refused with the line that is wrong: %s', (_name, text, what) => {
    expect(() => plannedKeys(text)).toThrow(what);
  });

  test('says alone which organizations are checked', async () => {
    let sent: unknown;
    const { env } = await fakeKeyway({
      StartDryRun: ({ variables }) => {
        sent = variables['input'];
        return { startDryRun: { dryRun: DRY_RUN, userErrors: [] } };
      },
    });
    const file = aFile(`imsOrgId,track,keyIdentifier\n${IMS},AEP,https://a.vault.azure.net/keys/b`);
    const args = ['readiness', 'check', '--keys', file, '--track', 'AEP', '--no-wait', '--json'];
    const { code, stdout } = await keyway(args, { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(DRY_RUN);
    expect(sent).toMatchObject({
      tracks: ['AEP'],
      keys: [{ imsOrgId: IMS, track: 'AEP', keyIdentifier: 'https://a.vault.azure.net/keys/b' }],
    });
    expect(sent).not.toHaveProperty('filter');
  });
});

test('asks which organizations, and refuses the ID of something else', async () => {
  const { env } = await fakeKeyway({});
  expect(await keyway(['readiness', 'check'], { env })).toMatchObject({ code: 2 });
  expect(await keyway(['readiness', 'show', 'QnVsa0pvYjox'], { env })).toMatchObject({ code: 4 });
});
