/** What is on a page whose session ends, or whose server is away. */
import { expect, signIn, story } from '../person/story.ts';

// Browsers log the refused requests.
story.use({ ignoresErrors: true });

const HELD = 'Your session has ended';
const NAME = /^Name/;

story('what was typed outlasts the session, for the same person alone', async ({ signedOut }) => {
  const page = await signedOut();
  await page.goto('/organizations/new');
  await signIn(page, 'paula');
  await page.getByRole('textbox', { name: NAME }).fill('Half an organization');
  // As from another browser: this one learns it from the live connection.
  const { origin } = new URL(page.url());
  const headers = { 'x-keyway-csrf': '1', origin };
  await page.context().request.post('/auth/logout', { headers });
  const held = page.getByRole('dialog', { name: HELD });
  await expect(held).toBeVisible();
  // Covered: what is at its place is the dialog.
  const field = await page.getByRole('textbox', { name: NAME }).boundingBox();
  const covers = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.tagName, [
    (field?.x ?? 0) + 5,
    (field?.y ?? 0) + 5,
  ] as const);
  expect(covers).toBe('DIALOG');
  const opening = page.waitForEvent('popup');
  await held.getByRole('button', { name: 'Sign in again' }).click();
  const window = await opening;
  await window.getByRole('button', { name: /^Continue with / }).click();
  // The provider may know the person still, and then asks nothing.
  await expect(held).toBeHidden();
  await expect(page.getByRole('textbox', { name: NAME })).toHaveValue('Half an organization');
  // Leaving asks first.
  await page.getByRole('link', { name: 'Health' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Leave without saving?');
});

story(
  'a page says at once that the browser is offline, and that it is back',
  async ({ person }) => {
    const page = await person('paula');
    await page.goto('/settings');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await page.context().setOffline(true);
    const notice = page.getByRole('complementary').filter({ hasText: 'You are offline' });
    await expect(notice).toBeVisible();
    await page.context().setOffline(false);
    await expect(notice).toBeHidden();
  },
);
