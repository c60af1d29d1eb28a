/** Hand-offs: making a link on the run page, and its page in Spanish, as on a phone. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { stepCard } from './runPage.ts';

/** Makes the link as a person does, and returns its path. */
export async function handOff(page: Page, note: string): Promise<string> {
  await stepCard(page, 'AEP', 'Vault').getByRole('button', { name: 'Hand off…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Message/ }).fill(note);
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog.getByText(/\/hand-off\/kwh_/).textContent();
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  return new URL(link!.trim()).pathname;
}

/** The card of a step of the Experience Platform track, in Spanish. */
export const handedOffCard = (page: Page, step: string): Locator =>
  page.getByRole('article', { name: new RegExp(`(^| )${step} · Experience Platform`) });

/** Opens the form of a step and fills it in, without sending it. */
export async function fillAttestation(card: Locator, by: string, statement: string) {
  await card.getByRole('button', { name: 'Ya lo he hecho…' }).click();
  await card.getByRole('textbox', { name: /Su nombre/ }).fill(by);
  await card.getByRole('textbox', { name: /^¿?Qué se hizo/ }).fill(statement);
}

/** Sends the form; the page may show just before, without a press, that it is too late. */
export async function sendAttestation(card: Locator): Promise<void> {
  await card
    .getByRole('button', { name: 'Confirmar' })
    .click({ timeout: 5_000 })
    .catch(() => undefined);
}

/** Nothing is wider than the screen. */
export async function expectFits(page: Page): Promise<void> {
  const { width } = page.viewportSize()!;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );
}
