/** A run that changes is announced once for each of its sentences, by one live region. */
import { expectStep } from '../person/runPage.ts';
import { expect, story } from '../person/story.ts';
import { begin } from '../product/customers.ts';
import { mutate } from '../product/graphql.ts';
import { createCustomer } from '../product/sandbox.ts';

interface Spoken {
  /** Which region it was, by its markup without its text. */
  region: string;
  text: string;
}

story('a run that advances is announced once, each change, by one region', async ({ person }) => {
  const customer = await createCustomer('happyPath');
  const run = await begin(customer, 'Announced Health');
  const page = await person('omar');
  await page.addInitScript(() => {
    const spoken: Spoken[] = [];
    Object.assign(window, { kwSpoken: spoken });
    const live =
      '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"]';
    const add = (region: Element | null | undefined) => {
      const text = region?.textContent.trim() ?? '';
      if (region && text) spoken.push({ region: region.className, text });
    };
    new MutationObserver((changes) => {
      const regions = changes.flatMap(({ target, addedNodes }) => {
        const element = target instanceof Element ? target : target.parentElement;
        const inside = [...addedNodes].flatMap((node) =>
          node instanceof Element ? [...node.querySelectorAll(live)] : [],
        );
        return [element?.closest(live), ...inside];
      });
      // One change of the page is read once, however many nodes it has.
      for (const region of new Set(regions)) add(region);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(`/runs/${encodeURIComponent(run.runId)}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Announced Health' })).toBeVisible();
  await expect(page.locator('[aria-busy="true"], .kw-skeleton')).toHaveCount(0);
  const spoken = () => page.evaluate(() => (window as unknown as { kwSpoken: Spoken[] }).kwSpoken);
  const before = (await spoken()).length;
  expect(await page.locator('[data-live-announcer][aria-live]').count()).toBe(1);

  // Somebody else works on it; this page only shows it.
  const statement = {
    ...{ runId: run.runId, track: 'AEP', step: 'ENTITLEMENT' },
    ...{ statement: 'The shield is in the contract', reference: 'C-1' },
  };
  await mutate('attestStep', 'AttestStepInput', statement, 'run { id }');
  const key = { runId: run.runId, track: 'AEP', keyIdentifier: customer.keys.AEP };
  await mutate('provideKey', 'ProvideKeyInput', key, 'run { id }');
  for (const step of ['Vault', 'Network', 'Key', 'Consent', 'Role'])
    await expectStep(page, 'AEP', step, 'Done', 'Verified');
  // The last sentence is announced a moment after it is shown.
  await expect.poll(async () => (await spoken()).length).toBeGreaterThan(before);
  await page.waitForTimeout(1_000);

  const after = (await spoken()).slice(before);
  const texts = after.map(({ text }) => text);
  expect(
    texts.filter((text, place) => text === texts[place - 1]),
    'read twice',
  ).toEqual([]);
  // Ten changes and more arrive; what is read are the sentences of the run.
  expect(after.length, texts.join('\n')).toBeLessThanOrEqual(8);
  expect([...new Set(after.map(({ region }) => region))]).toEqual(['kw-hidden']);
});
