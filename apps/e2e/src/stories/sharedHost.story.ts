/** Keyway under a path of a host that it shares: nothing is asked for outside of the path. */
import type { Page } from '@playwright/test';
import { knownOrigins } from '../person/PageActivity.ts';
import { expect, story } from '../person/story.ts';
import { aPerson, aProvider, type AProvider } from '../product/aProvider.ts';
import { begin } from '../product/customers.ts';
import { createCustomer } from '../product/sandbox.ts';
import { startApi, type StartedApi } from '../product/startApi.ts';

const PATH = '/tools/keyway';
// Chromium asks each host for the icon of a page that names none, as that of GraphiQL.
story.use({ ignoresErrors: true });

let provider: AProvider;
let api: StartedApi;
story.beforeAll(async () => {
  provider = await aProvider();
  provider.person = aPerson('Olga Owner', 'olga@shared.test', { keyway_role: 'OWNER' });
  const signIn = { OIDC_CLIENT_ID: 'keyway', OIDC_CLIENT_SECRET: 'secret' };
  api = await startApi({ ...signIn, OIDC_ISSUER: provider.issuer }, PATH);
  for (const url of [api.url, provider.issuer]) knownOrigins.add(new URL(url).origin);
});
story.afterAll(async () => {
  await api.stop();
  await provider.stop();
});

/** The paths at the shared host that the page asked for. */
function asked(page: Page): string[] {
  const { host } = new URL(api.url);
  const paths: string[] = [];
  const note = (address: string): void => {
    const url = new URL(address);
    if (url.host === host) paths.push(url.pathname);
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  return paths;
}

story('pages, sockets, texts and sign-in stay under the path', async ({ signedOut }) => {
  const run = await begin(await createCustomer('happyPath'), 'Shared Host Traders');
  const page = await signedOut();
  const paths = asked(page);
  const runPath = `/runs/${encodeURIComponent(run.runId)}`;

  // A link to a page leads there after signing in.
  await page.goto(`${api.url}${runPath}`);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  const title = page.getByRole('heading', { level: 1, name: 'Shared Host Traders' });
  await expect(title).toBeVisible();
  await expect(page).toHaveURL(`${api.url}${runPath}`);

  // What is loaded when it is needed, and links by mouse and by address.
  await page.getByRole('link', { name: 'Organizations', exact: true }).first().click();
  await expect(page).toHaveURL(`${api.url}/organizations`);
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  await page.goBack();
  await expect(title).toBeVisible();
  await page.reload();
  await expect(title).toBeVisible();
  await page.goto(`${api.url}/settings`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${api.url}/graphql`);
  await expect(page.getByRole('tab', { name: 'WhoAmI' })).toBeVisible();

  await page.goto(api.url);
  await page.getByRole('button', { name: /Olga Owner/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: /^Continue with/ })).toBeVisible();
  await expect(page).toHaveURL(/\/tools\/keyway\/sign-in/);

  expect(paths.filter((path) => !path.startsWith(`${PATH}/`) && path !== PATH)).toEqual([]);
  expect(paths.filter((path) => path === `${PATH}/graphql`).length).toBeGreaterThan(2);
});
