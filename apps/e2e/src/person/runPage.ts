/** The run page, by track and step name as a person finds them. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Track } from '../product/runs.ts';

const TRACKS = { AEP: 'Experience Platform', CJA: 'Customer Journey Analytics' } as const;

/** The card of a step; its name is its status and its title, such as "Done · verified Vault". */
export function stepCard(page: Page, track: Track, step: string): Locator {
  // "Key" is not "Key policy".
  return cardsOf(page, track).getByRole('article', {
    name: new RegExp(`(^| )${step}( (?!policy)|$)`),
  });
}

const cardsOf = (page: Page, track: Track): Locator =>
  page.getByRole('region', { name: TRACKS[track] });

/** Steps that are done, or ahead, are folded to one row. */
async function unfold(page: Page, track: Track): Promise<void> {
  const folded = cardsOf(page, track).getByRole('button', {
    name: /\d+ steps? (done|later)/,
    expanded: false,
  });
  while ((await folded.count()) > 0) await folded.first().click({ timeout: 2_000 });
}

/**
 * Waits, without a reload, until the head of the card shows this, such as "Done Vault Verified".
 */
export async function expectStep(
  page: Page,
  track: Track,
  step: string,
  status: string,
  proof = '',
): Promise<void> {
  const head = stepCard(page, track, step).getByRole('heading', { level: 3 });
  await expect(async () => {
    await unfold(page, track);
    await expect(head.getByRole('img').first()).toHaveAccessibleName(status, { timeout: 1_000 });
    // Here too: a step that is done meanwhile is folded with those before it.
    await expect(head).toContainText(proof, { timeout: 1_000 });
  }).toPass({ timeout: 300_000 });
}

/**
 * Opens a folded card; a done or locked step is folded to one line. It may unfold automatically
 * just before the press.
 */
export async function expandCard(page: Page, track: Track, step: string): Promise<Locator> {
  const card = stepCard(page, track, step);
  const head = card.getByRole('heading', { level: 3 }).getByRole('button');
  await expect(async () => {
    await unfold(page, track);
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
    await expect(head).toHaveAttribute('aria-expanded', 'true', { timeout: 1_000 });
  }).toPass({ timeout: 300_000 });
  return card;
}

export async function attestEntitlement(page: Page, track: Track): Promise<void> {
  const card = stepCard(page, track, 'Entitlement');
  // The card has its full height once it says what to do: the button then stays under the pointer.
  await expect(
    card.getByText('Attest this step with the reference of what you saw.'),
  ).toBeVisible();
  await card.getByRole('button', { name: 'Attest…' }).click();
  const dialog = page.getByRole('dialog', { name: `Attest Entitlement (${track})` });
  await dialog
    .getByRole('textbox', { name: 'What was done, and how do you know?' })
    .fill('The shield is in the contract of March');
  await dialog.getByRole('textbox', { name: 'Reference' }).fill('C-2026-031');
  await dialog.getByRole('button', { name: 'Attest' }).click();
  await expect(dialog).toBeHidden();
}

/** In one dialog, where neither track has its key yet. */
export async function provideBothKeys(page: Page, keys: Record<Track, string>): Promise<void> {
  // The vault is the first step that asks for it.
  const card = await expandCard(page, 'AEP', 'Vault');
  await card.getByRole('button', { name: 'Provide key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Provide key (AEP)' });
  await dialog.getByRole('textbox', { name: 'Key identifier' }).fill(keys.AEP);
  await dialog
    .getByRole('textbox', { name: `Also the key of ${TRACKS.CJA} (optional)` })
    .fill(keys.CJA);
  await expect(dialog.getByText('Passed')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Use key' }).click();
  await expect(dialog).toBeHidden();
}

/** Expects this step's card to be open, in view, with the focus on its head. */
export async function expectAtStep(page: Page, track: string, step: string): Promise<void> {
  const card: Locator = page.locator(`#step-${track}-${step}`);
  const head = card.getByRole('heading', { level: 3 }).getByRole('button');
  await expect(head).toBeFocused();
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await expect(head).toBeInViewport();
}
