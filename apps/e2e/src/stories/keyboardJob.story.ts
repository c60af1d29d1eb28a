/** The main job without a pointer: what the keyboard reaches, in how many presses of Tab. */
import type { Locator, Page } from '@playwright/test';
import { begin } from '../product/customers.ts';
import { credentialFiles } from '../product/credentialFiles.ts';
import { Keyboard } from '../person/Keyboard.ts';
import { PEOPLE } from '../person/people.ts';
import { expect, story } from '../person/story.ts';
import { configurationsSent, createCustomer } from '../product/sandbox.ts';
import type { Customer } from '../product/sandbox.ts';
import type { Track } from '../product/runs.ts';

const NAME = 'Keyboard Health';
/** The longest way to one control, and all ways of both people together. */
const MAX_WAY = 12;
const MAX_TABS = 130;

story('two people bring an organization to its own key by keyboard', async ({ signedOut }) => {
  // A list without any shows how to begin instead.
  await begin(await createCustomer('happyPath'), 'Keyboard Neighbor');
  const customer = await createCustomer('happyPath');
  const omar = new Keyboard(await signedOut({ reducedMotion: 'reduce' }));
  await signInAs(omar, 'omar');
  await addInOneForm(omar, customer);
  for (const track of ['AEP', 'CJA'] as const)
    await expect(trackAct(omar.page, track, 'Request approval')).toBeVisible();

  await requestBothApprovals(omar);
  const ana = new Keyboard(await signedOut({ reducedMotion: 'reduce' }));
  await signInAs(ana, 'ana');
  await approve(ana, customer, 'AEP');
  await approve(ana, customer, 'CJA');
  await submit(omar, customer);
  await openAndConfirmTicket(omar);

  await expect(omar.page).toHaveTitle(`${NAME} · Key-managed · Keyway`);
  expect(await configurationsSent(customer)).toHaveLength(1);
  expect([...omar.problems, ...ana.problems]).toEqual([]);
  for (const { ways, report } of [omar, ana])
    expect(Math.max(...ways.map(({ tabs }) => tabs)), report).toBeLessThanOrEqual(MAX_WAY);
  const tabs = omar.tabs + ana.tabs;
  expect(tabs, `${omar.report}\n${ana.report}`).toBeLessThanOrEqual(MAX_TABS);
});

/** Expects a page to be there, with the focus on it. */
async function arrive({ page }: Keyboard, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(page.locator('[aria-busy="true"], .kw-skeleton')).toHaveCount(0);
  await expect(page.locator('main:focus, main :focus')).toHaveCount(1);
}

/** By the two keys of a page, which belong together for a moment only: again, where it was slow. */
async function goTo(keyboard: Keyboard, key: string, heading: string): Promise<void> {
  const title = keyboard.page.getByRole('heading', { level: 1, name: heading });
  await expect(async () => {
    await keyboard.keys('g', key);
    await expect(title).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await arrive(keyboard, heading);
}

async function signInAs(keyboard: Keyboard, name: keyof typeof PEOPLE): Promise<void> {
  const { page } = keyboard;
  await page.goto('/sign-in');
  await keyboard.press(page.getByRole('button', { name: /^Continue with / }));
  await keyboard.press(page.getByRole('button', { name: PEOPLE[name] }));
  await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible();
}

/** With the files of both clouds, which fill most of it in. */
async function addInOneForm(omar: Keyboard, customer: Customer): Promise<void> {
  const { page } = omar;
  await omar.press(page.getByRole('link', { name: 'Skip to content' }));
  await expect(page.getByRole('main')).toBeFocused();
  await goTo(omar, 'o', 'Organizations');
  await omar.press(page.getByRole('link', { name: 'Add organization', exact: true }));
  await arrive(omar, 'Add organization');
  const chooser = page.waitForEvent('filechooser');
  await omar.press(page.getByRole('button', { name: 'Choose JSON files' }));
  await (await chooser).setFiles(credentialFiles(customer, NAME));
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(NAME);
  await choose(omar, page.getByRole('radio', { name: /VA7/ }));
  await choose(omar, page.getByRole('radio', { name: 'Healthcare Shield', exact: true }));
  await expect(page.getByText('Passed')).toHaveCount(2);
  const statement = page.getByRole('textbox', { name: 'How do you know?' });
  await omar.type(statement, 'Both are in the contract of March');
  await omar.tabTo(page.getByRole('checkbox', { name: /^Also for Customer Journey Analytics/ }));
  await omar.keys('Space');
  await omar.press(page.getByRole('button', { name: 'Add organization' }));
  await expect(page).toHaveTitle(new RegExp(`^${NAME} · .* · Keyway$`));
  await arrive(omar, NAME);
}

/** A choice of a group, of which nothing is chosen yet: Tab leads to the first. */
async function choose(omar: Keyboard, radio: Locator): Promise<void> {
  const group = omar.page.getByRole('radiogroup').filter({ has: radio });
  await omar.tabTo(group.getByRole('radio').first());
  await omar.moveTo(radio, 'ArrowDown');
  await omar.keys('Space');
  await expect(radio).toBeChecked();
}

/** What is next on a track, in the row that says so: a link where it leads to a page. */
function trackAct(page: Page, track: Track, name: string | RegExp): Locator {
  const named = track === 'AEP' ? 'Experience Platform' : 'Customer Journey Analytics';
  const row = page.getByRole('group', { name: named });
  return row.getByRole('button', { name }).or(row.getByRole('link', { name }));
}

/** Of both tracks, which is chosen where nothing speaks against it. */
async function requestBothApprovals(omar: Keyboard): Promise<void> {
  const { page } = omar;
  await omar.press(trackAct(page, 'AEP', 'Request approval'));
  await arrive(omar, /^Approval: /);
  await omar.type(page.getByRole('textbox', { name: 'Configuration name' }), 'keyboard-cmk');
  await expect(
    page.getByRole('checkbox', { name: 'Also request approval for Customer Journey Analytics' }),
  ).toBeChecked();
  await omar.press(page.getByRole('button', { name: 'Request approval' }));
  await expect(page.getByText('Waiting for a decision')).toBeVisible();
  await omar.expectSeen();
}

async function approve(ana: Keyboard, customer: Customer, track: Track): Promise<void> {
  const { page } = ana;
  await goTo(ana, 'a', 'Approvals');
  const rows = page.getByRole('table').locator(`[data-list-row][href$="/approval/${track}"]`);
  // From row to row, however many wait for her.
  await ana.moveTo(rows.filter({ hasText: NAME }), 'j');
  await ana.keys('Enter');
  await arrive(ana, /^Approval: /);
  const decision = page.getByRole('region', { name: 'Decision' });
  await ana.type(
    decision.getByRole('textbox', { name: 'Type the IMS organization ID' }),
    customer.imsOrgId,
  );
  await ana.press(decision.getByRole('button', { name: 'Approve', exact: true }));
  await expect(decision.getByRole('heading', { name: 'Approved' })).toBeVisible();
  await ana.expectSeen();
}

async function submit(omar: Keyboard, customer: Customer): Promise<void> {
  const { page } = omar;
  await omar.press(page.getByRole('link', { name: 'Open submission' }));
  await arrive(omar, 'Submission to Adobe');
  await omar.type(
    page.getByRole('textbox', { name: 'Type the IMS organization ID' }),
    customer.imsOrgId,
  );
  await omar.press(page.getByRole('button', { name: 'Submit to Adobe' }));
  const progress = page.getByRole('region', { name: 'At Adobe' });
  await expect(progress.getByText('3. In use · done')).toBeVisible();
  await omar.expectSeen();
}

async function openAndConfirmTicket(omar: Keyboard): Promise<void> {
  const { page } = omar;
  await omar.press(page.getByRole('link', { name: /^Next: / }), { back: true });
  await arrive(omar, 'Adobe Customer Care ticket');
  await omar.type(page.getByRole('textbox', { name: 'Case number' }), 'E-001234568');
  await omar.press(page.getByRole('button', { name: 'Record case' }));
  await expect(page.getByRole('region', { name: 'Case' })).toContainText('E-001234568');
  await omar.expectSeen();
  await omar.type(
    page.getByRole('textbox', { name: 'Who confirmed it at Adobe?' }),
    'Customer Care, J. Rivera',
  );
  await omar.type(
    page.getByRole('textbox', { name: 'Adobe’s message' }),
    'The customer-managed key is configured.',
  );
  await omar.press(page.getByRole('button', { name: 'Record confirmation' }));
  await expect(page.getByRole('region', { name: 'Confirmation' })).toContainText(
    'Customer Care, J. Rivera',
  );
  await omar.expectSeen();
  await omar.press(page.getByRole('link', { name: `Back to ${NAME}` }), { back: true });
  await arrive(omar, NAME);
}
