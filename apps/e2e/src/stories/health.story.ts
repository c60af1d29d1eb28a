/** After the set-up: a key that Adobe can't use is found, shown live, and heals. */
import { expect, story } from '../person/story.ts';
import { prepare } from '../product/customers.ts';
import { complete } from '../product/runs.ts';
import { changeResources, createCustomer } from '../product/sandbox.ts';

const NAME = 'Northwind Watched';

story('a key that is disabled is found, shown with what to do, and heals', async ({ person }) => {
  const customer = await createCustomer('happyPath');
  await complete(await prepare(customer, NAME));
  const omar = await person('omar');
  // Organizations of other stories come before it, and rows that are not in view are not rendered.
  await omar.getByRole('searchbox', { name: 'Filter by name or IMS ID' }).fill(NAME);
  const matrix = omar.getByRole('grid', { name: 'Organizations by step' });
  const row = matrix.getByRole('row').filter({ hasText: NAME });
  const healthOf = (name: string) => row.getByRole('gridcell', { name, exact: true });
  await expect(healthOf('Healthy')).toBeVisible();

  await changeResources(customer, 'keyDisabled');
  await expect(healthOf('Revoked')).toBeVisible();
  await omar
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: /^Revoked/ })
    .click();
  await expect(omar).toHaveURL(/health=REVOKED/);
  await healthOf('Revoked').click();

  const health = omar.getByRole('region', { name: 'Health of the keys' });
  await expect(health).toContainText('Adobe can’t use the key');
  await expect(health).toContainText('Open alerts (1)');
  await health.getByRole('link', { name: /Adobe can’t use the key$/ }).click();
  await expect(omar).toHaveURL(/\/alerts\/[^/]+$/);
  await expect(
    omar.getByRole('heading', { level: 2, name: 'Adobe can’t use the key' }),
  ).toBeVisible();
  await omar.goBack();
  await expect(health).toContainText('What Adobe documents, and when');
  await expect(health.getByText(/^Open a case with Adobe Customer Care at once/)).toBeVisible();
  await expect(
    health.getByRole('img', { name: /^Experience Platform: Revoked now/ }),
  ).toBeVisible();

  await changeResources(customer, 'keyDisabled', { undo: true });
  await health.getByRole('button', { name: 'Check now' }).click();
  await expect(health).toContainText('Adobe can use the key, and everything is as it was approved');
  await expect(health).not.toContainText('Open alerts');
  await expect(
    health.getByRole('img', { name: /^Experience Platform: Healthy now; at worst Revoked/ }),
  ).toBeVisible();

  await omar.goto('/organizations?health=HEALTHY');
  const listed = omar.getByRole('row').filter({ hasText: NAME });
  await expect(listed).toContainText('Healthy');
});

story('who works elsewhere sees at once that data may be deleted', async ({ person }) => {
  const customer = await createCustomer('happyPath');
  await complete(await prepare(customer, 'Fabrikam Watched'));
  const [omar, ana] = [await person('omar'), await person('ana')];
  await omar.goto('/organizations');
  await ana.goto('/history');
  const bannerOn = (page: typeof omar) =>
    page.getByRole('complementary', { name: 'Adobe may delete data' });
  await expect(omar.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(ana.getByRole('heading', { level: 1 })).toBeVisible();
  for (const page of [omar, ana]) await expect(bannerOn(page)).toHaveCount(0);

  await changeResources(customer, 'keyDisabled');
  for (const page of [omar, ana]) await expect(bannerOn(page)).toContainText('Fabrikam Watched');
  await bannerOn(ana).getByRole('link').click();
  await expect(ana).toHaveURL(/\/alerts\/[^/]+$/);
  await expect(ana.getByRole('heading', { level: 1, name: 'Fabrikam Watched' })).toBeVisible();
  await ana.getByRole('button', { name: 'Acknowledge' }).click();
  const dialog = ana.getByRole('alertdialog').or(ana.getByRole('dialog'));
  await dialog.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(bannerOn(omar)).toContainText('Ana Approver');
  await expect(omar).toHaveURL(/organizations/);

  await changeResources(customer, 'keyDisabled', { undo: true });
  for (const page of [omar, ana]) await expect(bannerOn(page)).toHaveCount(0);
});
