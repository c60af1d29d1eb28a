// @vitest-environment jsdom
/** The timeline: asked for, one image with a sentence, and the same figures as a table. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import { completedRun } from '../../../gallery/completedStates.ts';
import { openConsole } from '../../../testing/openConsole.tsx';

const open = async (locale: 'en' | 'es' = 'en') => {
  const { person } = openConsole('/runs/run-1', {
    ...{ role: 'OPERATOR', locale },
    answers: runAnswers(completedRun),
  });
  const [show, name] =
    locale === 'en' ? ['Show the timeline', 'Timeline'] : ['Mostrar la cronología', 'Cronología'];
  await person.click(await screen.findByRole('button', { name: show, expanded: false }));
  return { person, timeline: within(await screen.findByRole('region', { name })) };
};

describe('the timeline of a run', () => {
  it('is one image that says which step took longest, and on whom it waited', async () => {
    const { timeline } = await open();
    const picture = await timeline.findByRole('img');
    expect(picture.getAttribute('aria-label')).toBe(
      'When each of 18 steps could begin and was done. The longest: CJA Confirmation, 11 days, Adobe.',
    );
    expect(picture.querySelectorAll('[data-mark="bar"] rect')).toHaveLength(18);
    expect(picture.querySelectorAll('style, script, foreignObject, [aria-label]')).toHaveLength(0);
    expect(picture.textContent).toContain('11 days · Adobe');
  });

  it('has a pattern of its own for each party, as the legend has', async () => {
    const { timeline } = await open();
    const picture = await timeline.findByRole('img');
    const fills = [...picture.querySelectorAll('[data-mark="bar"] rect')].map((bar) =>
      bar.getAttribute('fill'),
    );
    expect(new Set(fills).size).toBe(3);
    const legend = timeline.getByText('Customer').closest('ul')!;
    const patterns = [...legend.querySelectorAll('pattern')].map(({ id }) => `url(#${id})`);
    expect(new Set(patterns)).toEqual(new Set(fills));
  });

  it('has the same as a table, which can be saved', async () => {
    const { person, timeline } = await open();
    await person.click(timeline.getByRole('button', { name: 'As a table' }));
    const rows = within(timeline.getByRole('table', { name: 'Timeline' })).getAllByRole('row');
    expect(rows).toHaveLength(19);
    const cells = (row: HTMLElement) => [...row.children].map(({ textContent }) => textContent);
    expect(cells(rows.at(-1)!).slice(0, 2)).toEqual(['CJA Confirmation', 'Adobe']);
    expect(cells(rows.at(-1)!).at(-1)).toBe('11 days');
    expect(timeline.getByRole('button', { name: 'Export CSV' })).toBeTruthy();
  });

  it('is in Spanish too', async () => {
    const { timeline } = await open('es');
    expect((await timeline.findByRole('img')).getAttribute('aria-label')).toContain('11 días');
  });
});
