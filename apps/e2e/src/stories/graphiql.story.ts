/** GraphiQL, served by the api to whoever is signed in. */
import { expect, story } from '../person/story.ts';
import { begin } from '../product/customers.ts';
import { createCustomer } from '../product/sandbox.ts';

story('the examples of GraphiQL run, and its documentation can be read', async ({ person }) => {
  const omar = await person('omar');
  await omar.goto('/graphql');
  const result = omar.getByRole('region', { name: 'Result Window' });
  const run = omar.getByRole('button', { name: /Execute query/ });
  await expect(omar.locator('.view-line', { hasText: 'viewer' })).toBeVisible();
  await run.click();
  await expect(result.getByText('"OPERATOR"')).toBeVisible();

  for (const [tab, field] of [
    ['OrganizationsWithRuns', '"organizations"'],
    ['Stuck', '"runs"'],
  ] as const) {
    await omar.getByRole('tab', { name: tab }).click();
    await run.click();
    await expect(result.getByText(field)).toBeVisible();
    await expect(result.getByText('"errors"')).toBeHidden();
  }

  await omar.getByRole('tab', { name: 'RunsChanged' }).click();
  await run.click();
  await begin(await createCustomer('happyPath'), 'Northwind GraphiQL');
  await expect(result.getByText('"Northwind GraphiQL"').first()).toBeVisible();
  await omar.getByRole('button', { name: /Stop query/ }).click();

  await omar.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await omar.getByRole('link', { name: 'Query', exact: true }).click();
  await expect(omar.getByText('The history, newest first.').first()).toBeVisible();
});

story('GraphiQL leads to sign-in and back', async ({ signedOut }) => {
  const page = await signedOut();
  await page.goto('/graphql');
  await expect(page).not.toHaveURL(/\/graphql$/);
  await page.getByRole('button', { name: /Omar/ }).click();
  await expect(page).toHaveURL(/\/graphql$/);
  await expect(page.getByRole('tab', { name: 'WhoAmI' })).toBeVisible();
});
