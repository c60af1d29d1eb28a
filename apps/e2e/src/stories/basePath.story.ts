/**
 * Keyway under a path of a host that it shares, behind a proxy by https: every way into it leads
 * below that path, and nothing is asked for outside of it.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { approveWith, statusOfDecision } from '../person/approvalPage.ts';
import { handOff } from '../person/handOffPage.ts';
import { knownOrigins } from '../person/PageActivity.ts';
import { expectStep } from '../person/runPage.ts';
import { CARLA, PEOPLE } from '../person/people.ts';
import { expect, story } from '../person/story.ts';
import { aPerson, aProvider, type AProvider } from '../product/aProvider.ts';
import { aSharedHost, SHARED_PATH, type SharedHost } from '../product/aSharedHost.ts';
import { begin, prepare, type Prepared } from '../product/customers.ts';
import { commandLine } from '../product/keyway.ts';
import { mutate } from '../product/graphql.ts';
import { removeMember } from '../product/members.ts';
import { requestApproval, untilApprovable } from '../product/runs.ts';
import { createCustomer } from '../product/sandbox.ts';
import { startApi, type StartedApi } from '../product/startApi.ts';

const STRONG = 'phr';
/** After a story that failed there is another provider, and she can't come in by it. */
const OLGA = aPerson('Olga Owner', `olga-${randomUUID()}@shared.test`);
let folder: string;
let host: SharedHost;
let provider: AProvider;
let api: StartedApi;
story.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-shared-'));
  [host, provider] = await Promise.all([aSharedHost(folder), aProvider()]);
  const second = {
    ...{ id: 'own', name: 'Own SSO', issuer: provider.issuer },
    ...{ clientId: 'keyway', clientSecret: 'secret', emailDomains: ['shared.test'] },
  };
  // Beside the sandbox's provider.
  api = await startApi(
    {
      ...{ PUBLIC_URL: host.url, KEYWAY_TRUST_PROXY: '127.0.0.1', KEYWAY_STEP_UP_ACR: STRONG },
      KEYWAY_OIDC_PROVIDERS: JSON.stringify([second]),
    },
    SHARED_PATH,
  );
  host.leadTo(Number(new URL(api.url).port));
  for (const url of [host.url, provider.issuer]) knownOrigins.add(new URL(url).origin);
});
story.afterAll(async () => {
  await api?.stop();
  await Promise.all([host?.stop(), provider?.stop()]);
  rmSync(folder, { recursive: true });
});

const OPTIONS = { ignoreHTTPSErrors: true };
const profile = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) });
const runPath = ({ runId }: Prepared): string => `/runs/${encodeURIComponent(runId)}`;
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** At the sandbox's provider, from the page that the sign-in page is shown at. */
async function signInAsOmar(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Continue with (?!Own)/ }).click();
  await page.getByRole('button', { name: PEOPLE.omar }).click();
}

let isInvited = false;

/** Invited by a program as an owner; without means, a password is all that she signs in with. */
async function comeInAsOlga(page: Page, means: { acr?: string } = {}): Promise<void> {
  provider.person = { ...OLGA, ...means };
  if (isInvited) {
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Continue with Own SSO' }).click();
  } else {
    const input = { email: OLGA.email, grants: [{ role: 'OWNER', organizationId: null }] };
    const { url } = await mutate<{ url: string }>(
      'inviteMember',
      'InviteMemberInput',
      input,
      'url',
    );
    await page.goto(`${host.url}${new URL(url).pathname}`);
    expect(await strayLinks(page)).toEqual([]);
    await page.getByRole('link', { name: /Own SSO/ }).click();
  }
  await expect(profile(page, OLGA.name)).toBeVisible();
  isInvited = true;
}

/** Links and files of the page that lead elsewhere on the host. */
const strayLinks = (page: Page): Promise<string[]> =>
  page.evaluate((path) => {
    const elements = document.querySelectorAll('[href], [src], [action]');
    return [...elements].flatMap((element) => {
      const given = ['href', 'src', 'action'].flatMap((name) => element.getAttribute(name) ?? []);
      const url = new URL(given[0]!, location.href);
      const isOwn = url.origin === location.origin && !given[0]!.startsWith('#');
      return isOwn && !url.pathname.startsWith(`${path}/`) ? [given[0]!] : [];
    });
  }, SHARED_PATH);

/** Pages with links of every kind; those of mails are the inbox and the notifications. */
const PAGES = [
  ...['/', '/insights', '/organizations', '/organizations/import', '/approvals', '/health'],
  ...['/history', '/inbox', '/settings', '/settings/notifications', '/settings/tokens'],
  ...['/rules', '/checks', '/glossary', '/readiness', '/bulk-jobs', '/no/such/page'],
];

story('a person signs in, moves about and signs out below the path', async ({ signedOut }) => {
  const run = await begin(await createCustomer('happyPath'), 'Shared Host Traders');
  const page = await signedOut(OPTIONS);
  await page.goto(`${host.url}/organizations?sort=due#main`);
  await signInAsOmar(page);
  await expect(heading(page, 'Organizations')).toBeVisible();
  await expect(page).toHaveURL(`${host.url}/organizations?sort=due#main`);

  const organization = `/organizations/${encodeURIComponent(run.organizationId)}`;
  for (const path of [...PAGES, organization, runPath(run)]) {
    await page.goto(`${host.url}${path}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect(await strayLinks(page), path).toEqual([]);
  }
  // By mouse, by the browser's buttons, and again by address.
  await page.getByRole('link', { name: 'Organizations', exact: true }).first().click();
  await expect(page).toHaveURL(`${host.url}/organizations`);
  await page.goBack();
  await expect(heading(page, run.name)).toBeVisible();
  await page.reload();
  await expect(heading(page, run.name)).toBeVisible();

  await page.goto(`${host.url}/graphql`);
  await expect(page.locator('.view-line', { hasText: 'viewer' })).toBeVisible();
  await page.getByRole('button', { name: /Execute query/ }).click();
  const result = page.getByRole('region', { name: 'Result Window' });
  await expect(result.getByText('"OPERATOR"')).toBeVisible();
  expect(await strayLinks(page)).toEqual([]);

  await page.goto(host.url);
  await profile(page, PEOPLE.omar).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  // Of the provider.
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(`${host.url}/sign-in`);
  expect(host.foreign).toEqual([]);
});

story('approvals and links for others lead below the path', async ({ signedOut }) => {
  const run = await prepare(await createCustomer('happyPath'), 'Shared Host Bakers');
  await removeMember(CARLA.email);
  await untilApprovable(run, 'AEP');
  await requestApproval(run, 'AEP');
  const olga = await signedOut(OPTIONS);
  await comeInAsOlga(olga);
  await olga.goto(`${host.url}${runPath(run)}/approval/AEP`);
  const again = olga.getByRole('button', { name: 'Sign in again' });
  await expect(again).toBeVisible();
  provider.person = { ...OLGA, acr: STRONG };
  await again.click();
  await approveWith(olga, run.imsOrgId);
  await expect(statusOfDecision(olga)).toHaveText('Approved');

  await olga.goto(`${host.url}/settings/invitations`);
  await olga.getByRole('button', { name: 'Invite person' }).click();
  const form = olga.getByRole('dialog', { name: 'Invite person' });
  await form.getByRole('textbox', { name: 'Email' }).fill(CARLA.email);
  await form.getByRole('button', { name: /Role/ }).click();
  await olga.getByRole('option', { name: /^Operator/ }).click();
  await form.getByRole('button', { name: /Applies to/ }).click();
  await olga.getByRole('option', { name: 'All organizations' }).click();
  await form.getByRole('button', { name: 'Create invitation' }).click();
  const created = olga.getByRole('dialog', { name: 'Invitation created' });
  const invitation = (await created.locator('code').textContent())!.trim();
  expect(invitation.startsWith(`${host.url}/`)).toBe(true);
  const carla = await signedOut(OPTIONS);
  await carla.goto(invitation);
  expect(await strayLinks(carla)).toEqual([]);
  await carla
    .getByRole('link', { name: /^(?!.*Own SSO)/ })
    .first()
    .click();
  await carla.getByRole('button', { name: CARLA.name }).click();
  await expect(profile(carla, CARLA.name)).toBeVisible();
  expect(carla.url().startsWith(host.url)).toBe(true);

  await olga.goto(`${host.url}/organizations/${encodeURIComponent(run.organizationId)}`);
  const evidence = olga.getByRole('region', { name: 'Evidence' });
  const begun = olga.waitForEvent('download');
  await evidence.getByRole('button', { name: 'Download evidence' }).click();
  const file = join(folder, 'pack.zip');
  await (await begun).saveAs(file);
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
  await removeMember(CARLA.email);
  expect(host.foreign).toEqual([]);
});

story('programs and customers come in below the path', async ({ signedOut, browser }) => {
  const run = await prepare(await createCustomer('noPurgeProtection'), 'Shared Host Cellars');
  // The command's own page, to which she is led, is another origin.
  const context = await browser.newContext(OPTIONS);
  const olga = await context.newPage();
  await comeInAsOlga(olga, { acr: STRONG });

  const environment = { KEYWAY_URL: host.url, NODE_EXTRA_CA_CERTS: host.certificate };
  const keyway = commandLine(environment);
  try {
    const login = await keyway.login();
    expect(login.address.startsWith(`${host.url}/oauth/authorize?`)).toBe(true);
    await olga.goto(login.address);
    expect(await strayLinks(olga)).toEqual([]);
    // It leads to the command's own page.
    await olga.getByRole('button', { name: 'Allow', exact: true }).click();
    await expect(olga.getByText('You can close this page')).toBeVisible();
    expect(await login.end).toMatchObject({ code: 0 });
    const shown = await keyway.run('runs', 'show', run.name);
    expect({ ...shown, stdout: '' }).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain(run.name);
  } finally {
    keyway.remove();
  }

  await olga.goto(`${host.url}${runPath(run)}`);
  await expectStep(olga, 'AEP', 'Vault', 'Blocked');
  const path = await handOff(olga, 'Please turn on purge protection.');
  expect(path.startsWith(`${SHARED_PATH}/hand-off/`)).toBe(true);
  const luis = await signedOut(OPTIONS);
  await luis.goto(new URL(path, host.url).href);
  await expect(luis.getByText('Please turn on purge protection.')).toBeVisible();
  const step = luis.getByRole('article', { name: /Vault · Experience Platform/ });
  await expect(step.getByText(/^Found: Purge protection is off/)).toBeVisible();
  expect(await strayLinks(luis)).toEqual([]);

  // The session ends elsewhere; a window of its own brings it back.
  await olga.goto(`${host.url}/organizations/new`);
  await olga.getByRole('textbox', { name: /^Name/ }).fill('Half an organization');
  const { origin } = new URL(host.url);
  const headers = { 'x-keyway-csrf': '1', origin };
  await context.request.post(`${host.url}/auth/logout`, { headers });
  const held = olga.getByRole('dialog', { name: 'Your session has ended' });
  const opening = olga.waitForEvent('popup');
  await held.getByRole('button', { name: 'Sign in again' }).click();
  await (await opening).getByRole('button', { name: 'Continue with Own SSO' }).click();
  await expect(held).toBeHidden();
  await context.close();
  expect(host.foreign).toEqual([]);
});
