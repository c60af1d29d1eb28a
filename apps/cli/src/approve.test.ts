/** Approving what Keyway last saw as not met. */
import { beforeAll, describe, expect, test } from 'vitest';
import { anOrganization, fakeKeyway } from './testing/fakeKeyway.ts';
import { buildKeyway, keyway } from './testing/keyway.ts';

beforeAll(buildKeyway);

const CONTOSO = anOrganization('Contoso');
const RUN_ID = Buffer.from('Run:00000000-0000-4000-8000-000000000001').toString('base64url');
const check = { id: 'vaultHasPurgeProtection', title: 'Purge protection is on', observed: 'Off' };
const steps = [
  {
    ...{ id: 'VAULT', checks: [] },
    attestation: { statement: 'Turned on', by: 'Omar' },
    lastBlocked: { at: '2026-11-24T00:00:00.000Z', checks: [check] },
  },
];
const track = {
  ...{ id: 'AEP', steps, irreversible: [], ticketText: null, ticketReady: false, preview: null },
  approval: { status: 'REQUESTED', requestedBy: 'Omar', keyIdentifier: 'k', evidenceHash: 'h' },
};
const run = { id: RUN_ID, organization: CONTOSO, tracks: [track] };
const result = {
  ...run,
  status: 'WAITING',
  waitingOn: [],
  sentence: '',
  progress: { done: 7, total: 19 },
};

const approve = async (...options: string[]) => {
  const { env, asked } = await fakeKeyway({
    FindRun: () => ({ run }),
    DecidedRun: () => ({ run }),
    CliApprove: () => ({ approve: { run: result, userErrors: [] } }),
  });
  const args = ['approve', RUN_ID, 'AEP', '--confirm', CONTOSO.imsOrgId, ...options];
  const answer = await keyway(args, { env });
  return { ...answer, sent: asked.find(({ name }) => name === 'CliApprove')?.variables['input'] };
};

describe('keyway approve', () => {
  test('shows what was last seen as not met, and approves nothing that is not accepted', async () => {
    const { code, stderr, sent } = await approve();
    expect(code).toBe(1);
    expect(stderr).toContain('Not met in VAULT when it was last read, at 2026-11-24T00:00:00.000Z');
    expect(stderr).toContain('Attested by Omar: Turned on');
    expect(stderr).toContain('--accept vaultHasPurgeProtection --comment');
    expect(sent).toBeUndefined();
  });

  test('sends what is accepted, and why', async () => {
    const options = ['--accept', 'vaultHasPurgeProtection', '--comment', 'Seen on screen'];
    expect(await approve(...options)).toMatchObject({
      code: 0,
      sent: { acceptedBlocks: ['vaultHasPurgeProtection'], comment: 'Seen on screen' },
    });
  });
});
