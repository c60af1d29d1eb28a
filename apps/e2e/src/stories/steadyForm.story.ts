/** Nothing moves while somebody types or pastes, whatever arrives late. */
import { expect, story } from '../person/story.ts';
import { createCustomer } from '../product/sandbox.ts';

for (const width of [1440, 390])
  story(`what is said of a key moves nothing, ${width} px wide`, async ({ person }) => {
    const { keys } = await createCustomer('happyPath');
    const page = await person('omar', { viewport: { width, height: 900 } });
    await page.goto('/organizations/new?further=now');
    const part = page.getByRole('region', { name: 'Keys (optional)' });
    const field = part.getByRole('textbox', { name: 'Key of Experience Platform' });
    const below = part.getByRole('textbox', { name: 'Key of Customer Journey Analytics' });
    // From the end of the field, which grows with what is typed, at one moment.
    const distance = async () =>
      field.evaluate(
        (one, next) =>
          Math.round(next!.getBoundingClientRect().top - one.getBoundingClientRect().bottom),
        await below.elementHandle(),
      );
    const answers: (() => void)[] = [];
    await page.route('**/graphql', async (route) => {
      if (/"operationName":"(InspectKey|ProbeVault)"/.test(route.request().postData() ?? ''))
        await new Promise<void>((resolve) => answers.push(resolve));
      return route.continue();
    });
    await field.fill(keys.AEP);
    await expect.poll(() => answers.length).toBe(1);
    const before = await distance();
    answers[0]!();
    await expect(part.getByText('Passed')).toBeVisible();
    expect(await distance()).toBe(before);
    await expect.poll(() => answers.length).toBe(2);
    expect(await distance()).toBe(before);
    answers[1]!();
    await expect(part.getByText(/exists in tenant/)).toBeVisible();
    expect(await distance()).toBe(before);
  });

story('a list that is pasted before the font is there moves nothing', async ({ person }) => {
  const page = await person('omar');
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.woff2', async (route) => {
    await released;
    return route.continue();
  });
  await page.goto('/organizations/import', { waitUntil: 'commit' });
  const button = page.getByRole('button', { name: 'Preview' });
  const list = page.getByRole('textbox', { name: 'Or paste lines' });
  await expect(button).toBeDisabled();
  // Within the form: what arrives late above it may move all of it.
  const distance = async () =>
    list.evaluate(
      (one, next) =>
        Math.round(next!.getBoundingClientRect().top - one.getBoundingClientRect().top),
      await button.elementHandle(),
    );
  const before = await distance();
  await list.fill(`name,imsOrgId,region,shield\n${'Contoso Retail and others,'.repeat(200)}`);
  await expect(button).toBeEnabled();
  expect(await distance()).toBe(before);
  release();
  await page.evaluate(() => document.fonts.ready);
  // The press moves the focus, which Spectrum measures at.
  await button.hover();
  await page.mouse.down();
  await expect(button).toBeFocused();
  expect(await distance()).toBe(before);
  await page.mouse.up();
  await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
});
