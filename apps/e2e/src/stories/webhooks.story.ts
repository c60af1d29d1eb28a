/** An owner connects a program of theirs: what it gets, what it refused, and a new secret. */
import type { Locator, Page } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { aReceiver, type Message } from '../product/aReceiver.ts';
import { expect, story } from '../person/story.ts';
import { addOrganizations } from '../product/customers.ts';

const verifies = (secret: string, { headers, body }: Message): boolean => {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
};

/** The secret of a dialog that shows it once, which only closes once it was copied. */
async function secretOf(page: Page, title: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog).toContainText('It won’t be shown again');
  const secret = (await dialog.locator('code').textContent())?.trim() ?? '';
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  await dialog.getByRole('button', { name: 'Copy secret' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(secret)).toHaveCount(0);
  return secret;
}

const deliveries = (page: Page, event: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: event }) });

story('a webhook is created, watched, repaired and given a new secret', async ({ person }) => {
  const receiver = await aReceiver();
  const paula = await person('paula');
  await paula.goto('/settings/webhooks');
  await paula.getByRole('button', { name: 'Create webhook' }).click();
  const form = paula.getByRole('dialog', { name: 'Create webhook' });
  const address = form.getByRole('textbox', { name: 'Address' });
  // An address that no network of KEYWAY_WEBHOOK_ALLOW covers is refused in its field.
  await address.fill('http://10.0.0.1/hook');
  await form.getByRole('button', { name: 'Create webhook' }).click();
  await expect(form).toContainText('10.0.0.1 is not in a network that KEYWAY_WEBHOOK_ALLOW names');
  await address.fill(receiver.url);
  // Only what this story causes, since runs of other stories may still continue.
  await form.locator('label', { hasText: 'Only certain events' }).click();
  await form.locator('label', { hasText: 'organization.created' }).click();
  await form.getByRole('button', { name: 'Create webhook' }).click();
  const secret = await secretOf(paula, 'Webhook created');

  await paula.getByRole('row').filter({ hasText: receiver.url }).getByRole('link').click();
  await expect(paula.getByRole('heading', { name: receiver.url })).toBeVisible();
  await expect(paula.getByText('No deliveries yet')).toBeVisible();

  // A test arrives, and the log shows exactly what was sent.
  await paula.getByRole('button', { name: 'Send a test' }).click();
  const ping = deliveries(paula, 'test.ping').first();
  await expect(ping).toContainText('Delivered');
  const [pinged] = receiver.messages;
  expect(receiver.messages).toHaveLength(1);
  expect(verifies(secret, pinged!)).toBe(true);
  await ping.getByRole('button', { name: 'Show the body' }).click();
  await expect(ping.locator('pre')).toHaveText(pinged!.body);
  await ping.getByRole('button', { name: 'Show 1 attempt' }).click();
  await expect(ping.getByRole('table', { name: 'Attempts' })).toContainText('204');

  // The receiver breaks: what happens is tried again, and the page says how it answered.
  receiver.answers(500);
  await addOrganizations(['Wingtip Webhooks']);
  const created = deliveries(paula, 'organization.created').first();
  await expect(created).toContainText('HTTP 500');
  await expect(created).toContainText('Pending');
  await expect(paula.getByText('The receiver doesn’t take messages')).toBeVisible();
  receiver.answers(204);
  await created.getByRole('button', { name: 'Send again: organization.created' }).click();
  // The one that was asked for and, in its own time, the one that failed.
  await expect(
    deliveries(paula, 'organization.created').filter({ hasText: 'Delivered' }),
  ).toHaveCount(2);
  await expect(paula.getByText('The receiver doesn’t take messages')).toBeHidden();
  const announced = receiver.messages.filter(({ type }) => type === 'organization.created');
  expect(announced.length).toBeGreaterThan(2);
  expect(new Set(announced.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(announced.map(({ body }) => body)).size).toBe(1);

  // A new secret signs beside the former one.
  await paula.getByRole('button', { name: 'More actions' }).click();
  await paula.getByRole('menuitem', { name: 'Rotate the secret' }).click();
  await paula
    .getByRole('dialog', { name: 'Rotate the secret?' })
    .getByRole('button', { name: 'Rotate the secret' })
    .click();
  const rotated = await secretOf(paula, 'New secret');
  expect(rotated).not.toBe(secret);
  const before = receiver.messages.length;
  await paula.getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => receiver.messages.length).toBeGreaterThan(before);
  const last = receiver.messages.at(-1)!;
  expect(last.headers['webhook-signature']!.split(' ')).toHaveLength(2);
  for (const one of [secret, rotated]) expect(verifies(one, last)).toBe(true);

  await paula.getByRole('button', { name: 'More actions' }).click();
  await paula.getByRole('menuitem', { name: 'Delete' }).click();
  await paula
    .getByRole('dialog', { name: 'Delete this webhook?' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect(paula.getByRole('heading', { name: 'Webhooks', exact: true })).toBeVisible();
  await expect(paula.getByText(receiver.url)).toHaveCount(0);
  await receiver.stop();
});
