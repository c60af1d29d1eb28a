/**
 * The main job: from a purchased shield to Adobe Journey Optimizer running on the customer's own
 * key.
 */
import type { Locator, Page } from '@playwright/test';
import { leaveOutOther } from '../person/approvalPage.ts';
import { expect, story } from '../person/story.ts';
import { attestEntitlement, expectStep, provideBothKeys, stepCard } from '../person/runPage.ts';
import { configurationsSent, createCustomer } from '../product/sandbox.ts';
import type { Customer } from '../product/sandbox.ts';

const NAME = 'Contoso Health';

story('an operator and an approver bring an organization to its own key', async ({ person }) => {
  const customer = await createCustomer('happyPath');
  const omar = await person('omar');
  await addOrganization(omar, customer);
  await connectAdobe(omar, customer);
  await connectAzure(omar, customer);
  await omar.getByRole('button', { name: 'Start run' }).click();
  await expect(omar).toHaveTitle(/^Contoso Health · .* · Keyway$/);

  for (const track of ['AEP', 'CJA'] as const) await attestEntitlement(omar, track);
  await provideBothKeys(omar, customer.keys);
  for (const track of ['AEP', 'CJA'] as const) {
    await expectStep(omar, track, 'Entitlement', 'Done · attested', 'Attested');
    for (const step of ['Vault', 'Network', 'Key', 'Consent', 'Role'])
      await expectStep(omar, track, step, 'Done', 'Verified');
  }
  await expectStep(omar, 'AEP', 'App registration', 'Done', 'Automatic');

  await requestApproval(omar, 'AEP');
  const ana = await person('ana');
  const approved = await approve(ana, customer, 'AEP');

  await submit(omar, customer);
  const [ledger, ...more] = await configurationsSent(customer);
  expect(more).toEqual([]);
  // Byte for byte: what Ana approved, what arrived at Adobe, and what the page says was sent.
  expect(ledger?.body).toBe(approved);
  expect(await shownBody(omar.getByRole('region', { name: 'At Adobe' }))).toBe(approved);
  await omar.getByRole('link', { name: `Back to ${NAME}` }).click();
  await expectStep(omar, 'AEP', 'Activation', 'Done');

  await requestApproval(omar, 'CJA');
  await approve(ana, customer, 'CJA');
  await openAndConfirmTicket(omar, customer);
  await omar.getByRole('link', { name: `Back to ${NAME}` }).click();
  await expectStep(omar, 'CJA', 'Confirmation', 'Done · attested', 'Attested');
  await expect(omar.getByRole('main')).toContainText('19 of 19 steps done');
  await expect(omar).toHaveTitle(`${NAME} · Key-managed · Keyway`);
  expect(await configurationsSent(customer)).toHaveLength(1);
});

async function addOrganization(omar: Page, customer: Customer): Promise<void> {
  await omar
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Organizations' })
    .click();
  await omar.getByRole('link', { name: 'Add organization', exact: true }).click();
  await omar.getByRole('textbox', { name: 'Name' }).fill(NAME);
  const imsOrgId = omar.getByRole('textbox', { name: 'IMS organization ID' });
  await imsOrgId.fill('DE92C9@AdobeOrg');
  await imsOrgId.blur();
  await expect(
    omar.getByText('Enter 24 hexadecimal digits (0–9, A–F) followed by @AdobeOrg'),
  ).toBeVisible();
  await imsOrgId.fill(customer.imsOrgId);
  await expect(omar.getByText('Enter 24 hexadecimal digits')).toBeHidden();
  await omar.getByText('US East (VA7)', { exact: true }).click();
  await omar.getByText('Healthcare Shield', { exact: true }).click();
  await omar.getByRole('textbox', { name: 'Microsoft Entra tenant ID' }).fill(customer.tenantId);
  await omar.getByRole('button', { name: 'Add organization' }).click();
  await expect(omar.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
}

async function connectAdobe(omar: Page, customer: Customer): Promise<void> {
  const panel = omar.getByRole('region', { name: 'Adobe' });
  // The forms of a new organization are open.
  await panel.getByRole('textbox', { name: 'Client ID' }).fill('adobe-client-of-contoso');
  await panel.getByRole('textbox', { name: 'Client secret' }).fill('sandbox-wrong-secret');
  await panel.getByRole('button', { name: 'Save' }).click();
  // A credential is connected only once its cloud has accepted it.
  await expect(panel.getByRole('heading', { name: 'Adobe rejected the credential' })).toBeVisible();
  await expect(panel.getByText('invalid_client', { exact: true })).toBeVisible();
  await expect(panel.getByText('Connected')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Check again' }).click();
  await expect(panel.getByRole('status')).toHaveText('Failed');
  await panel.getByRole('button', { name: 'Replace credential' }).click();
  await choose(panel, adobeProject(customer.imsOrgId));
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Connected', { exact: true })).toBeVisible();
}

async function connectAzure(omar: Page, customer: Customer): Promise<void> {
  const panel = omar.getByRole('region', { name: 'Azure' });
  await expect(panel.getByRole('textbox', { name: 'Microsoft Entra tenant ID' })).toHaveValue(
    customer.tenantId,
  );
  await choose(panel, {
    ...{ clientId: '8f4d0c1e-5b7a-4c3e-9a54-6a9c5d2b7f10', clientSecret: 'sandbox-azure-secret' },
    ...{ subscriptionId: customer.subscriptionId, tenantId: customer.tenantId },
  });
  await expect(panel.getByRole('textbox', { name: 'Subscription ID' })).toHaveValue(
    customer.subscriptionId,
  );
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Connected · read', { exact: true })).toBeVisible();
}

/** Chooses the file of a credential, as its cloud's tool writes it. */
async function choose(panel: Locator, content: object): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(content));
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'credential.json', mimeType: 'application/json', buffer });
  await expect(panel.getByRole('status').getByText(/^Filled in/)).toBeVisible();
}

const adobeProject = (imsOrgId: string) => ({
  project: {
    org: { ims_org_id: imsOrgId },
    workspace: {
      details: {
        credentials: [
          {
            oauth_server_to_server: {
              ...{ client_id: 'adobe-client-of-contoso', client_secrets: ['sandbox-adobe-secret'] },
              scopes: [
                ...['openid', 'AdobeID', 'read_organizations'],
                'additional_info.projectedProductContext',
              ],
            },
          },
        ],
      },
    },
  },
});

async function requestApproval(omar: Page, track: 'AEP' | 'CJA'): Promise<void> {
  await stepCard(omar, track, 'Approval').getByRole('link', { name: 'Open approval' }).click();
  if (track === 'AEP') {
    await omar.getByRole('textbox', { name: 'Configuration name' }).fill('contoso-cmk');
    // Each of its own: shortJob requests both.
    await leaveOutOther(omar);
  }
  await omar.getByRole('button', { name: 'Request approval' }).click();
  await expect(omar.getByText('Waiting for a decision')).toBeVisible();
}

/** The text of a request's body, also where it is folded. */
async function shownBody(region: Locator): Promise<string | null> {
  const body = region.getByRole('group', { name: 'Request body', includeHidden: true });
  return (await body.count()) > 0 ? await body.textContent() : null;
}

/** Approves, and gives the body of the request that was approved. */
async function approve(
  ana: Page,
  customer: Customer,
  track: 'AEP' | 'CJA',
): Promise<string | null> {
  await ana
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Approvals' })
    .click();
  // The list may still show the other track briefly.
  const review = ana.getByRole('link', { name: `Review: ${NAME}` });
  await review.and(ana.locator(`[href$="/approval/${track}"]`)).click();
  const sent = ana.getByRole('region', { name: 'What will be sent' });
  if (track === 'AEP') {
    await expect(sent).toContainText(
      'POST https://platform.adobe.io/data/infrastructure/manager/customer/config',
    );
    await expect(sent).toContainText(`"keyVaultKeyIdentifier":"${customer.keys.AEP}"`);
    await expect(sent).toContainText('"name":"contoso-cmk"');
    await expect(sent).not.toContainText('sandbox-adobe-secret');
  } else await expect(sent).toContainText(customer.keys.CJA);
  await expect(ana.getByRole('region', { name: 'Evidence' })).toContainText(customer.keys[track]);
  await expect(
    ana.getByRole('region', { name: 'What can’t be undone' }).getByRole('listitem'),
  ).toHaveCount(8);
  const body = await shownBody(sent);
  const decision = ana.getByRole('region', { name: 'Decision' });
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
  ]) {
    await ana.setViewportSize(size);
    for (const name of ['Approve', 'Refuse…'])
      await expect(decision.getByRole('button', { name, exact: true })).toBeInViewport({
        ratio: 1,
      });
  }
  const typed = decision.getByRole('textbox', { name: 'Type the IMS organization ID' });
  await typed.fill('000000000000000000000000@AdobeOrg');
  await expect(decision.getByText('This ID doesn’t match the organization.')).toBeVisible();
  await expect(decision.getByRole('button', { name: 'Approve', exact: true })).toBeDisabled();
  await typed.fill(customer.imsOrgId);
  await decision.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(decision.getByRole('heading', { name: 'Approved' })).toBeVisible();
  return body;
}

async function submit(omar: Page, customer: Customer): Promise<void> {
  // The page updates automatically when Ana has approved.
  await omar.getByRole('link', { name: 'Open submission' }).click();
  await expect(omar.getByRole('region', { name: 'What will be sent' })).toContainText(
    '"name":"contoso-cmk"',
  );
  await expect(omar.getByRole('textbox', { name: 'Configuration name' })).toHaveCount(0);
  await expect(omar.getByRole('button', { name: 'Submit to Adobe' })).toBeDisabled();
  await omar.getByRole('textbox', { name: 'Type the IMS organization ID' }).fill(customer.imsOrgId);
  await omar.getByRole('button', { name: 'Submit to Adobe' }).click();
  const progress = omar.getByRole('region', { name: 'At Adobe' });
  await expect(progress.getByText('3. In use · done')).toBeVisible();
  await expect(progress).toContainText('COMPLETED');
}

async function openAndConfirmTicket(omar: Page, customer: Customer): Promise<void> {
  await omar.getByRole('link', { name: 'Open ticket' }).click();
  const text = omar.getByRole('region', { name: 'Ticket text' });
  await expect(text).toContainText(customer.keys.CJA);
  await expect(text).toContainText(
    new RegExp(`${new URL(customer.keys.CJA).origin}/?(\\s|$)`, 'm'),
  );
  await omar.getByRole('textbox', { name: 'Case number' }).fill('E-001234567');
  await omar.getByRole('button', { name: 'Record case' }).click();
  await expect(omar.getByRole('region', { name: 'Case' })).toContainText('E-001234567');
  await omar
    .getByRole('textbox', { name: 'Who confirmed it at Adobe?' })
    .fill('Customer Care, J. Rivera');
  await omar
    .getByRole('textbox', { name: 'Adobe’s message' })
    .fill('The customer-managed key is configured.');
  await omar.getByRole('button', { name: 'Record confirmation' }).click();
  await expect(omar.getByRole('region', { name: 'Confirmation' })).toContainText(
    'Customer Care, J. Rivera',
  );
}
