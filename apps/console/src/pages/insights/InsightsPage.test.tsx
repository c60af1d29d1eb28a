// @vitest-environment jsdom
/** The pictures over time: named for who doesn't see them, and the same as tables. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { serverError } from '../../fixtures/AnsweringLink.ts';
import { noInsights, someInsights } from '../../fixtures/someInsights.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const open = (answer: object, locale: 'en' | 'es' = 'en') =>
  openConsole('/insights', { role: 'OPERATOR', locale, answers: { Insights: answer } });
const [funnel, times] = ['Organizations by phase', 'Time per step'];
const sectionOf = async (name: string) => within(await screen.findByRole('region', { name }));

describe('the insights', () => {
  it('name each picture by what it shows', async () => {
    open(someInsights);
    const picture = await (await sectionOf(funnel)).findByRole('img');
    expect(picture.getAttribute('aria-label')).toBe(
      'Organizations by phase at the end of each of 12 weeks. Now: Preparation 109, Waiting for approval 14, Approved, not sent 5, With Adobe 30, Key-managed 131.',
    );
    const bars = await (await sectionOf(times)).findByRole('img');
    expect(bars.getAttribute('aria-label')).toBe(
      'The median time of 11 steps. The longest: AEP Activation, 9 days, Adobe.',
    );
  });

  it('draw a part for each phase of each week, and a bar for each step that was done', async () => {
    open(someInsights);
    const picture = await (await sectionOf(funnel)).findByRole('img');
    expect(picture.querySelectorAll('[data-mark="bar"] rect')).toHaveLength(12 * 5);
    const bars = await (await sectionOf(times)).findByRole('img');
    expect(bars.querySelectorAll('[data-mark="bar"] rect')).toHaveLength(11);
    expect(bars.textContent).toContain('9 days · Adobe');
  });

  it.each([
    [1, 'Days'],
    [100, 'Hours'],
    [20_000, 'Minutes'],
  ])('measure times that are %i times shorter in a unit that fits: %s', async (factor, unit) => {
    const { portfolio } = someInsights;
    const stepTimes = portfolio.stepTimes.map((one) => ({
      ...one,
      medianSeconds: one.medianSeconds === null ? null : Math.round(one.medianSeconds / factor),
      p90Seconds: one.p90Seconds === null ? null : Math.round(one.p90Seconds / factor),
    }));
    open({ portfolio: { ...portfolio, stepTimes } });
    const bars = await (await sectionOf(times)).findByRole('img');
    expect(bars.textContent).toContain(unit);
  });

  it('have nothing that the content security policy refuses', async () => {
    open(someInsights);
    for (const name of [funnel, times]) {
      const picture = await (await sectionOf(name)).findByRole('img');
      expect(picture.querySelectorAll('style, script, foreignObject, [aria-label]')).toHaveLength(
        0,
      );
    }
  });

  it('have the same as tables, which can be saved', async () => {
    const { person } = open(someInsights);
    const weeks = await sectionOf(funnel);
    await person.click(weeks.getByRole('button', { name: 'As a table' }));
    const rows = within(weeks.getByRole('table', { name: funnel })).getAllByRole('row');
    expect(rows).toHaveLength(13);
    expect(rows.at(-1)?.textContent).toBe('Nov 2310914530131');
    expect(weeks.getByRole('button', { name: 'Export CSV' })).toBeTruthy();
    const steps = await sectionOf(times);
    await person.click(steps.getByRole('button', { name: 'As a table' }));
    const cells = (row: HTMLElement) => [...row.children].map(({ textContent }) => textContent);
    const last = within(steps.getByRole('table', { name: times }))
      .getAllByRole('row')
      .at(-1)!;
    expect(cells(last)).toEqual(['CJA Confirmation', 'Adobe', '—', '—', '0', '3']);
  });

  it('say what each counts, so that it adds up to the organizations of the portfolio', async () => {
    open(someInsights);
    expect(await screen.findByText(/^300 organizations, as in the portfolio\./)).toBeTruthy();
    const weeks = await sectionOf(funnel);
    expect(weeks.getByText(/289 of 300\. 11 organizations have not started\.$/)).toBeTruthy();
    const steps = await sectionOf(times);
    expect(steps.getByText(/^Counts runs, not organizations: 294 runs\./)).toBeTruthy();
  });

  it('say that the newest runs alone are counted, where there are more', async () => {
    const byStatus = [{ status: 'WAITING', count: 1200 }];
    const { portfolio } = someInsights;
    open({ portfolio: { ...portfolio, organizations: 1150, measuredRuns: 1000, byStatus } });
    const weeks = await sectionOf(funnel);
    expect(
      weeks.getByText(/289 of 1,150\. .* or their run is not one of the newest 1,000\.$/),
    ).toBeTruthy();
    expect((await sectionOf(times)).getByText(/: the newest 1,000 of 1,200\./)).toBeTruthy();
  });

  it('say what they are for while there is no run', async () => {
    open(noInsights);
    expect(await screen.findByText('No figures yet')).toBeTruthy();
    expect(screen.queryByRole('img', { name: /weeks/ })).toBeNull();
  });

  it('say that they could not be loaded', async () => {
    open(serverError('down'));
    expect(await screen.findByText('Couldn’t load the insights')).toBeTruthy();
  });

  it('are in Spanish too', async () => {
    open(someInsights, 'es');
    const section = await sectionOf('Tiempo por paso');
    expect((await section.findByRole('img')).getAttribute('aria-label')).toContain('9 días, Adobe');
  });
});
