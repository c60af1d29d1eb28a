/**
 * Two sign-in providers, and approving where a stronger sign-in is demanded. By the means of the
 * sign-in and not by its age, so that no clock decides.
 */
import type { Page } from '@playwright/test';
import { approveWith, statusOfDecision } from '../person/approvalPage.ts';
import { knownOrigins } from '../person/PageActivity.ts';
import { expect, story } from '../person/story.ts';
import { prepare } from '../product/customers.ts';
import { invite } from '../product/members.ts';
import { requestApproval, untilApprovable } from '../product/runs.ts';
import { aPerson, aProvider } from '../product/aProvider.ts';
import type { AProvider } from '../product/aProvider.ts';
import { createCustomer } from '../product/sandbox.ts';
import { startApi } from '../product/startApi.ts';
import type { StartedApi } from '../product/startApi.ts';

const STRONG = 'phr';
const OLGA = aPerson('Olga Owner', 'olga@partner.test', { keyway_role: 'OWNER' });
const NORA = aPerson('Nora Operator', 'nora@customer.test');
// The server's own page, where an invited person chooses a provider, has no icon.
story.use({ ignoresErrors: true });

let own: AProvider;
let customers: AProvider;
let api: StartedApi;

story.beforeAll(async () => {
  [own, customers] = await Promise.all([aProvider(), aProvider()]);
  const second = {
    ...{ id: 'customer', name: 'Customer SSO', issuer: customers.issuer },
    ...{ clientId: 'keyway', clientSecret: 'secret', emailDomains: ['customer.test'] },
  };
  api = await startApi({
    ...{ OIDC_ISSUER: own.issuer, OIDC_CLIENT_ID: 'keyway', OIDC_CLIENT_SECRET: 'secret' },
    KEYWAY_OIDC_PROVIDERS: JSON.stringify([second]),
    KEYWAY_STEP_UP_ACR: STRONG,
  });
  for (const origin of [api.url, own.issuer, customers.issuer]) knownOrigins.add(origin);
});
story.afterAll(async () => {
  await api.stop();
  await Promise.all([own.stop(), customers.stop()]);
});

const continueWith = (page: Page, name: string) =>
  page.getByRole('button', { name: `Continue with ${name}` });
const profile = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) });
const signInAgain = (page: Page) => page.getByRole('button', { name: 'Sign in again' });

/** Signs in at the partner's provider, by a password alone. */
async function signInWeakly(page: Page): Promise<void> {
  own.person = OLGA;
  await page.goto('/');
  await continueWith(page, new URL(own.issuer).host).click();
  await expect(profile(page, 'Olga Owner')).toBeVisible();
}

story('people of two providers sign in, each with their own', async ({ signedOut }) => {
  const run = await prepare(await createCustomer('happyPath'), 'Proseware');
  const link = await invite('nora@customer.test', 'OPERATOR', run);
  const olga = await signedOut({ baseURL: api.url });
  await olga.goto('/');
  // The partner's own is named too, although the clouds are the sandbox's.
  await expect(olga.getByRole('button', { name: /^Continue with/ })).toHaveText([
    `Continue with ${new URL(own.issuer).host}`,
    'Continue with Customer SSO',
  ]);
  await signInWeakly(olga);

  customers.person = NORA;
  const nora = await signedOut({ baseURL: api.url });
  await nora.goto(new URL(link).pathname + new URL(link).search);
  await nora.getByRole('link', { name: /Customer SSO/ }).click();
  await expect(profile(nora, 'Nora Operator')).toBeVisible();
  await expect(nora.getByRole('heading', { level: 1, name: 'Proseware' })).toBeVisible();

  await olga.goto('/settings');
  await expect(olga.getByRole('region', { name: 'Where you are signed in' })).toContainText(
    new URL(own.issuer).host,
  );
});

story('an approval demands a stronger sign-in, which leads back to it', async ({ signedOut }) => {
  const run = await prepare(await createCustomer('happyPath'), 'Relecloud');
  await untilApprovable(run, 'AEP');
  await requestApproval(run, 'AEP');
  const olga = await signedOut({ baseURL: api.url });
  await signInWeakly(olga);
  await olga.goto(`/runs/${encodeURIComponent(run.runId)}/approval/AEP`);
  await expect(signInAgain(olga)).toBeVisible();
  await expect(olga.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  own.person = { ...OLGA, acr: STRONG };
  await signInAgain(olga).click();
  await approveWith(olga, run.imsOrgId);
  await expect(statusOfDecision(olga)).toHaveText('Approved');
});

story('a dialog comes back with what was typed after signing in again', async ({ signedOut }) => {
  const olga = await signedOut({ baseURL: api.url });
  own.person = { ...OLGA, acr: STRONG };
  await olga.goto('/');
  await continueWith(olga, new URL(own.issuer).host).click();
  await expect(profile(olga, 'Olga Owner')).toBeVisible();
  await olga.goto('/settings/invitations');
  await olga.getByRole('button', { name: 'Invite person' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Invite person' });
  const email = dialog.getByRole('textbox', { name: 'Email' });
  await email.fill('lena@customer.test');
  await dialog.getByRole('button', { name: /Role/ }).click();
  await olga.getByRole('option', { name: /^Operator/ }).click();
  await dialog.getByRole('button', { name: /Applies to/ }).click();
  await olga.getByRole('option', { name: 'All organizations' }).click();

  // In another tab of the same browser she signs in by a password alone.
  own.person = OLGA;
  const other = await olga.context().newPage();
  await other.goto('/auth/login?provider=main');
  await expect(profile(other, 'Olga Owner')).toBeVisible();
  // The first tab has the other session now, which does not suffice.
  await expect(signInAgain(olga)).toBeVisible();

  own.person = { ...OLGA, acr: STRONG };
  await signInAgain(olga).click();
  await expect(email).toHaveValue('lena@customer.test');
  await dialog.getByRole('button', { name: 'Create invitation' }).click();
  await expect(olga.getByRole('dialog', { name: 'Invitation created' })).toBeVisible();
});
