/** Every answer to the form of a new organization is lost once: nothing is done twice. */
import type { Page } from '@playwright/test';
import { expect, story } from '../person/story.ts';
import { credentialFiles } from '../product/credentialFiles.ts';
import { ask } from '../product/graphql.ts';
import { createCustomer } from '../product/sandbox.ts';

// A lost answer is an error in the browser's console.
story.use({ ignoresErrors: true });

const NAME = 'Lost Answers Health';
const ACTS = [
  ...['CreateOrganization', 'ConnectAdobe', 'ConnectAzure', 'StartRun'],
  ...['ProvideKey', 'AttestStep'],
];
const KINDS = [
  ...['organizationCreated', 'adobeConnected', 'azureConnected', 'runStarted'],
  ...['keyProvided', 'stepAttested'],
];

/** The server does what it is sent, and the browser never hears of it: once for each act. */
async function loseAnswers(page: Page): Promise<string[]> {
  const lost: string[] = [];
  await page.route('**/graphql', async (route) => {
    const sent = route.request().postData() ?? '';
    const act = ACTS.find((name) => sent.includes(`"operationName":"${name}"`));
    if (!act || lost.includes(act)) return route.continue();
    await route.fetch();
    lost.push(act);
    return route.abort();
  });
  return lost;
}

/** How often each kind of thing happened, by the history. */
async function happened(): Promise<Record<string, number>> {
  const { organizations } = await ask<{
    organizations: { edges: { node: { id: string } }[] };
  }>(
    'query($text: String!) { organizations(first: 5, filter: { text: $text }) { edges { node { id } } } }',
    {
      text: NAME,
    },
  );
  expect(organizations.edges).toHaveLength(1);
  const { history } = await ask<{ history: { edges: { node: { kind: string } }[] } }>(
    'query($filter: HistoryFilter!) { history(first: 100, filter: $filter) { edges { node { kind } } } }',
    { filter: { organizationId: organizations.edges[0]?.node.id, kind: KINDS } },
  );
  const kinds = history.edges.map(({ node }) => node.kind);
  return Object.fromEntries(
    KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  );
}

story('an organization is added once, whatever answers are lost', async ({ person }) => {
  const customer = await createCustomer('happyPath');
  const page = await person('omar');
  await page.goto('/organizations/new');
  const lost = await loseAnswers(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose JSON files' }).click();
  await (await chooser).setFiles(credentialFiles(customer, NAME));
  await page.getByText('US East (VA7)', { exact: true }).click();
  await page.getByText('Healthcare Shield', { exact: true }).click();
  await expect(page.getByText('Passed')).toHaveCount(2);
  await page.getByRole('textbox', { name: 'How do you know?' }).fill('In the contract');
  await page.getByText(/^Also for Customer Journey Analytics/).click();
  await expect(page.getByRole('checkbox', { name: /^Also for/ })).toBeChecked();

  await page.getByRole('button', { name: 'Add organization' }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  const onward = page.getByRole('button', { name: 'Continue' });
  // The run's answer is lost too: what needs it waits for the press after.
  await expect(page.getByText('It needs a run.').first()).toBeVisible();
  await onward.click();
  await expect(page.getByText('Couldn’t confirm it').first()).toBeVisible();
  await onward.click();
  await expect(page).toHaveTitle(new RegExp(`^${NAME} · .* · Keyway$`));
  expect(lost.toSorted()).toEqual(ACTS.toSorted());
  expect(await happened()).toEqual({
    ...{ organizationCreated: 1, adobeConnected: 1, azureConnected: 1, runStarted: 1 },
    ...{ keyProvided: 2, stepAttested: 2 },
  });
});
