/** Organizations to practice with: a good one comes to its end, a broken one is blocked. */
import { expect, story } from '../person/story.ts';
import { attestEntitlement, expectStep, stepCard } from '../person/runPage.ts';
import { mutate } from '../product/graphql.ts';
import { complete } from '../product/runs.ts';
import { configurationsSent } from '../product/sandbox.ts';

interface Practice {
  id: string;
  imsOrgId: string;
  currentRun: { id: string };
}

async function practice(scenario: 'GOOD' | 'BROKEN'): Promise<Practice> {
  const { organization } = await mutate<{ organization: Practice }>(
    'createPracticeOrganization',
    'CreatePracticeOrganizationInput',
    { scenario },
    'organization { id imsOrgId currentRun { id } }',
  );
  return organization;
}

story('a good one comes to its own key', async ({ person }) => {
  const { id, imsOrgId, currentRun } = await practice('GOOD');
  const runId = currentRun.id;
  const omar = await person('omar');
  await omar.goto(`/runs/${encodeURIComponent(runId)}`);
  for (const track of ['AEP', 'CJA'] as const) await attestEntitlement(omar, track);
  for (const step of ['Vault', 'Network', 'Key', 'Consent', 'Role'])
    await expectStep(omar, 'AEP', step, 'Done', 'Verified');
  await complete({ runId, imsOrgId, organizationId: id });
  await expect(omar).toHaveTitle('Practice: everything is right · Key-managed · Keyway');
  expect(await configurationsSent({ imsOrgId })).toHaveLength(1);
  // Asked for again, it is this one, with everything that was done with it.
  expect((await practice('GOOD')).id).toBe(id);
});

story('a broken one is blocked, and says how to correct it', async ({ person }) => {
  const { currentRun } = await practice('BROKEN');
  const omar = await person('omar');
  await omar.goto(`/runs/${encodeURIComponent(currentRun.id)}`);
  for (const track of ['AEP', 'CJA'] as const) await attestEntitlement(omar, track);
  await expectStep(omar, 'AEP', 'Vault', 'Blocked');
  const check = stepCard(omar, 'AEP', 'Vault')
    .getByRole('list', { name: 'Checks' })
    .getByRole('listitem')
    .filter({ hasText: /purge protection/i });
  await expect(check.getByText('How to fix', { exact: true })).toBeVisible();
});
