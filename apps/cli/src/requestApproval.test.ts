/** Requesting approval of a configuration whose name Keyway warns of. */
import { beforeAll, describe, expect, test } from 'vitest';
import { anOrganization, fakeKeyway } from './testing/fakeKeyway.ts';
import { buildKeyway, keyway } from './testing/keyway.ts';

beforeAll(buildKeyway);

const CONTOSO = anOrganization('Contoso');
const RUN_ID = Buffer.from('Run:00000000-0000-4000-8000-000000000001').toString('base64url');
const check = {
  ...{ verdict: 'WARN', neverAccepted: false, title: 'The name is safe', observed: 'Config1' },
  cause: 'Adobe compares names case by case.',
};
const run = {
  ...{ id: RUN_ID, organization: CONTOSO, status: 'WAITING', waitingOn: [], sentence: '' },
  progress: { done: 7, total: 19 },
};

async function request(options: readonly string[], changes = {}, only: string | null = null) {
  const basis = { ...{ id: 'AEP', steps: [], irreversible: [] }, onlyConfigurationName: only };
  const { env, asked } = await fakeKeyway({
    FindRun: () => ({ run }),
    DecidedRun: () => ({ run: { ...run, tracks: [basis] } }),
    ConfigurationNameCheck: () => ({
      run: { tracks: [{ id: 'AEP', configurationNameCheck: { ...check, ...changes } }] },
    }),
    CliRequestApproval: () => ({ requestApproval: { run, userErrors: [] } }),
  });
  const answer = await keyway(['request-approval', RUN_ID, 'AEP', ...options], { env });
  const of = (operation: string) => asked.find(({ name }) => name === operation)?.variables;
  const sent = of('CliRequestApproval')?.['input'];
  return { ...answer, sent, checked: of('ConfigurationNameCheck') };
}

describe('keyway request-approval', () => {
  test('warns of a name, and requests nothing that is not accepted', async () => {
    const { code, stderr, sent, checked } = await request(['--name', 'Config1']);
    expect(code).toBe(2);
    expect(stderr).toContain('Warning: The name is safe. Observed: Config1. Adobe compares');
    expect(stderr).toContain('--accept-name "Config1"');
    expect(sent).toBeUndefined();
    expect(checked).toMatchObject({ configurationName: 'Config1' });
  });

  test('takes the acceptance of that very name, and of no other', async () => {
    const accepted = await request(['--name', 'Config1', '--accept-name', 'Config1']);
    expect(accepted).toMatchObject({ code: 0, sent: { configurationName: 'Config1' } });
    expect(accepted.stderr).toContain('Warning: The name is safe.');
    const other = await request(['--name', 'Config1', '--accept-name', 'config1']);
    expect(other).toMatchObject({ code: 2, sent: undefined });
  });

  test('asks also about the only name that may follow, which nobody typed', async () => {
    const { code, checked, sent } = await request([], {}, 'Config1');
    expect(checked).toMatchObject({ configurationName: 'Config1' });
    expect({ code, sent }).toEqual({ code: 2, sent: undefined });
  });

  test('asks nothing about a safe name, and leaves what is never accepted to the server', async () => {
    expect(await request([], { verdict: 'PASS' })).toMatchObject({
      ...{ code: 0, sent: { configurationName: 'keyway-cmk' } },
    });
    const never = await request(['--name', 'Config1'], { neverAccepted: true });
    expect(never.sent).toMatchObject({ configurationName: 'Config1' });
  });
});
