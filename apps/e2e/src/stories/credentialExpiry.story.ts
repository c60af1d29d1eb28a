/**
 * A certificate that expires in five days: Keyway warns on the home page and under Health until it
 * is replaced by one that works.
 */
import type { Locator, Page } from '@playwright/test';
import { generate } from 'selfsigned';
import { expect, story } from '../person/story.ts';
import { mutate } from '../product/graphql.ts';
import { control, createCustomer, type Customer } from '../product/sandbox.ts';

const NAME = 'Expiring Traders';
const CLIENT_ID = '3e0a4c66-9b1f-4f0d-8c55-2f3f5f6b7a10';
const DAY_MILLISECONDS = 86_400_000;

interface Files {
  key: string;
  certificate: string;
}

/** A certificate that Entra knows as one of the application. */
async function registered({ tenantId }: Customer, days: number): Promise<Files> {
  const made = await generate([{ name: 'commonName', value: 'keyway' }], {
    ...{ keySize: 2048, algorithm: 'sha256' },
    notAfterDate: new Date(Date.now() + days * DAY_MILLISECONDS - 60_000),
  });
  const certificates = [made.cert];
  await control('POST', '/credentials', { tenantId, clientId: CLIENT_ID, certificates });
  return { key: made.private, certificate: made.cert };
}

/** Two files, as most tools write them. */
async function choose(panel: Locator, { key, certificate }: Files): Promise<void> {
  await panel.locator('input[type="file"]').setInputFiles([
    { name: 'keyway.key', mimeType: 'text/plain', buffer: Buffer.from(key) },
    { name: 'keyway.crt', mimeType: 'text/plain', buffer: Buffer.from(certificate) },
  ]);
  await expect(panel.getByRole('textbox', { name: 'Private key and certificate' })).toHaveValue(
    /PRIVATE KEY[\s\S]*BEGIN CERTIFICATE/,
  );
}

const azurePanel = (page: Page): Locator => page.getByRole('region', { name: 'Azure' });

async function connect(page: Page, customer: Customer, files: Files): Promise<void> {
  const panel = azurePanel(page);
  await panel.getByRole('textbox', { name: 'Subscription ID' }).fill(customer.subscriptionId);
  await panel.getByRole('textbox', { name: 'Client ID' }).fill(CLIENT_ID);
  await panel.getByText('Certificate', { exact: true }).click();
  await choose(panel, files);
  await panel.getByRole('button', { name: 'Save' }).click();
}

const taskOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Your tasks' }).getByRole('listitem').filter({ hasText: NAME });

/** Of the page about health. */
const rowOf = (page: Page): Locator =>
  page
    .getByRole('table', { name: /credentials? expires? soon/ })
    .getByRole('row')
    .filter({ hasText: NAME });

async function createOrganization({ imsOrgId, tenantId, region }: Customer): Promise<string> {
  const shield = 'HEALTHCARE_SHIELD';
  const { organization } = await mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    { ...{ name: NAME, imsOrgId, cloud: 'AZURE', region, shield }, azureTenantId: tenantId },
    'organization { id }',
  );
  return organization.id;
}

story(
  'a certificate that expires soon is warned about until it is replaced',
  async ({ person }) => {
    const customer = await createCustomer('happyPath');
    const organizationId = await createOrganization(customer);
    const omar = await person('omar');
    await omar.goto(`/organizations/${encodeURIComponent(organizationId)}`);
    await azurePanel(omar).getByRole('button', { name: 'Connect' }).click();
    await connect(omar, customer, await registered(customer, 5));
    await expect(azurePanel(omar).getByText('Connected · read', { exact: true })).toBeVisible();
    await expect(azurePanel(omar).getByText(/Certificate expires on .*, in 5 days/)).toBeVisible();

    await omar.goto('/');
    await expect(taskOf(omar)).toContainText('Expires within 7 days');
    await omar.goto('/health');
    await expect(rowOf(omar)).toContainText('Azure · certificate');
    await expect(rowOf(omar)).toContainText('Expires within 7 days');

    await omar.goto('/');
    await taskOf(omar)
      .getByRole('link', { name: `Replace credential: ${NAME}` })
      .click();
    await azurePanel(omar).getByRole('button', { name: 'Replace credential' }).click();
    await connect(omar, customer, await registered(customer, 365));
    await expect(azurePanel(omar).getByText(/^Certificate, expires on /)).toBeVisible();
    await expect(azurePanel(omar).getByText('Connected · read', { exact: true })).toBeVisible();

    // Nothing is listed before it is loaded, either.
    await omar.goto('/health', { waitUntil: 'networkidle' });
    await expect(omar.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(rowOf(omar)).toHaveCount(0);
    await omar.goto('/', { waitUntil: 'networkidle' });
    await expect(omar.getByRole('region', { name: 'Your tasks' })).toBeVisible();
    await expect(taskOf(omar)).toHaveCount(0);
  },
);
