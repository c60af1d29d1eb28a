/**
 * The portfolio: many organizations in one list, live, by keyboard, each with a link to what has to
 * be done.
 */
import { showTasks } from '../person/showTasks.ts';
import { expect, story } from '../person/story.ts';
import { expectAtStep } from '../person/runPage.ts';
import { begin, prepare } from '../product/customers.ts';
import { assign, requestApproval, untilApprovable } from '../product/runs.ts';
import { createCustomer } from '../product/sandbox.ts';

story(
  'rows appear and change automatically, views filter them, the keyboard opens a run',
  async ({ person }) => {
    const blocked = await prepare(await createCustomer('expiredKey'), 'Adatum Expired');
    const omar = await person('omar');
    const matrix = omar.getByRole('grid', { name: 'Organizations by step' });
    const row = (name: string) => matrix.getByRole('row').filter({ hasText: name });
    await expect(row('Adatum Expired')).toContainText('Blocked');
    await expect(
      row('Adatum Expired').getByRole('gridcell', { name: 'AEP, Key: Blocked' }),
    ).toBeVisible();

    // A run that somebody else starts appears without a reload, and so do its changes.
    const fresh = await begin(await createCustomer('happyPath'), 'Adatum Fresh');
    await expect(row('Adatum Fresh')).toContainText('In progress');

    await omar
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name: /^Blocked/ })
      .click();
    await expect(omar).toHaveURL(/status=BLOCKED/);
    await expect(row('Adatum Expired')).toBeVisible();
    await expect(row('Adatum Fresh')).toHaveCount(0);
    await omar.goBack();
    await expect(row('Adatum Fresh')).toBeVisible();

    await omar
      .getByRole('searchbox', { name: 'Filter by name or IMS ID' })
      .fill(fresh.imsOrgId.slice(0, 20));
    await expect(row('Adatum Fresh')).toBeVisible();
    await expect(row('Adatum Expired')).toHaveCount(0);
    await omar.getByRole('searchbox', { name: 'Filter by name or IMS ID' }).fill('Adatum');
    await expect(row('Adatum Expired')).toBeVisible();

    // A pointer over the rows would open a tooltip.
    await omar.mouse.move(0, 0);
    await omar.keyboard.press('Tab');
    while (!(await matrix.evaluate((grid) => grid === document.activeElement)))
      await omar.keyboard.press('Tab');
    await omar.keyboard.press('j');
    await omar.keyboard.press('End');
    await omar.keyboard.press('Home');
    await omar.keyboard.press('k');
    // One column more where some run has somebody responsible, as those of other stories.
    const isAtKey = () =>
      matrix.evaluate((grid) => {
        const cell = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
        return cell?.getAttribute('aria-label')?.startsWith('AEP, Key: ') ?? false;
      });
    for (let column = 0; column < 8 && !(await isAtKey()); column += 1)
      await omar.keyboard.press('ArrowRight');
    await expect(omar.getByRole('tooltip')).toContainText('AEP, Key: Blocked');
    await omar.keyboard.press('Enter');
    await expect(omar.getByRole('heading', { level: 1, name: 'Adatum Expired' })).toBeVisible();
    await expect(omar).toHaveTitle('Adatum Expired · Blocked at Key · Keyway');
    await expect(omar).toHaveURL(
      new RegExp(`/runs/${encodeURIComponent(blocked.runId)}#step-AEP-KEY$`),
    );
    await expectAtStep(omar, 'AEP', 'KEY');

    const aep = [
      'ENTITLEMENT',
      'VAULT',
      'NETWORK',
      'KEY',
      'POLICY',
      'APP_REGISTRATION',
      'CONSENT',
      'ROLE',
      'APPROVAL',
      'SUBMISSION',
      'ACTIVATION',
      'CONFIRMATION',
    ];
    const cja = [
      'ENTITLEMENT',
      'VAULT',
      'NETWORK',
      'KEY',
      'CONSENT',
      'ROLE',
      'APPROVAL',
      'TICKET',
      'CONFIRMATION',
    ];
    const steps = [
      ...aep.map((step) => ['AEP', step] as const),
      ...cja.map((step) => ['CJA', step] as const),
    ];
    for (const [column, [track, step]] of steps.entries()) {
      // A run on Azure has no such step (AWS-04, AWS-14).
      if (track === 'AEP' && ['POLICY', 'CONFIRMATION'].includes(step)) continue;
      await omar.goto('/?text=Adatum+Expired');
      await expect(row('Adatum Expired')).toBeVisible();
      const cells = row('Adatum Expired').getByRole('gridcell');
      // The last ones; those further right need the grid to be scrolled.
      await cells.nth((await cells.count()) - steps.length + column).click();
      await expect(omar).toHaveURL(new RegExp(`#step-${track}-${step}$`));
      await expectAtStep(omar, track, step);
    }
  },
);

story(
  'what needs a person leads to the right page, and search finds an organization by its IMS ID',
  async ({ person }) => {
    const begun = await begin(await createCustomer('happyPath'), 'Wingtip Tasks');
    // The list shows the most urgent tasks: what was just begun comes after all that waits longer.
    expect(await assign(begun, { dueAt: '2025-01-01T12:00:00Z' })).toEqual([]);
    const run = await prepare(await createCustomer('happyPath'), 'Wingtip Clinics');
    await untilApprovable(run, 'AEP');
    await requestApproval(run, 'AEP');
    const ana = await person('ana');
    const clinics = ana
      .getByRole('region', { name: 'Your tasks' })
      .getByRole('link', { name: /: Wingtip Clinics$/ });
    await showTasks(ana, clinics);
    await clinics.click();
    await expect(ana).toHaveTitle(/^Wingtip Clinics · Approval: Experience Platform · Keyway$/);

    const omar = await person('omar');
    const tasks = omar
      .getByRole('region', { name: 'Your tasks' })
      .getByRole('listitem')
      .filter({ hasText: 'Wingtip Tasks' });
    await showTasks(omar, tasks);
    for (let index = (await tasks.count()) - 1; index >= 0; index -= 1) {
      const task = tasks.nth(index).getByRole('link');
      const [, track, step] =
        /#step-(\w+?)-(\w+)$/.exec((await task.getAttribute('href')) ?? '') ?? [];
      expect(step, 'a task of a run that was just started is done at its step').toBeDefined();
      await task.click();
      await expectAtStep(omar, track!, step!);
      await omar.goBack();
      await showTasks(omar, tasks);
    }

    await ana.keyboard.press('Control+k');
    const search = ana.getByRole('combobox', {
      name: 'Search by organization, IMS ID, vault or case number',
    });
    // The first letters have results already; Enter right after the last letter waits for those of
    // the whole text.
    await search.fill('go to');
    await expect(ana.getByRole('option', { name: 'Go to history' })).toBeVisible();
    await search.fill(run.imsOrgId.slice(0, 24));
    await search.press('Enter');
    await expect(ana.getByRole('heading', { level: 1, name: 'Wingtip Clinics' })).toBeVisible();
    await expect(ana).toHaveURL(new RegExp(`/runs/${encodeURIComponent(run.runId)}$`));

    // Shortcuts work on the page, once the search is closed.
    await expect(ana.getByRole('dialog')).toHaveCount(0);
    // Both keys must follow within a second, which a busy machine may miss.
    await expect(async () => {
      await ana.keyboard.press('g');
      await ana.keyboard.press('a');
      await expect(ana).toHaveURL(/\/approvals$/, { timeout: 2_000 });
    }).toPass({ timeout: 300_000 });
    await ana.keyboard.press('?');
    await expect(ana.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  },
);
