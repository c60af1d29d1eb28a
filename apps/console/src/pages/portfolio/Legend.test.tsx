// @vitest-environment jsdom
/** The legend of the matrix: a name and a meaning for each icon. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aHealth } from '../../fixtures/aHealth.ts';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

async function openLegend(name: string, locale: Locale) {
  const organization = { id: 'Contoso', name: 'Contoso', imsOrgId: 'Contoso@AdobeOrg' };
  const { person } = openConsole('/', {
    locale,
    answers: {
      MatrixPage: {
        organizations: {
          totalCount: 1,
          pageInfo: { hasNextPage: false, endCursor: null },
          nodes: [{ ...organization, keyHealth: aHealth(), currentRun: null }],
        },
      },
      ...{ MatrixChanges: PENDING, Tasks: tasksAnswer([]) },
    },
  });
  await person.click(await screen.findByRole('button', { name }));
  return { person, legend: within(await screen.findByRole('dialog', { name })) };
}

it('names each icon and says what it means', async () => {
  const { person, legend } = await openLegend('Legend', 'en');
  expect(
    legend.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent),
  ).toEqual([
    ...['Later', 'Ready', 'Checking…', 'Waiting on a person', 'Waiting on Adobe'],
    ...['Waiting on Keyway', 'Blocked', 'Failed', 'Done', 'Done · attested', 'Not needed'],
  ]);
  expect(legend.getByText('A person recorded it. Keyway can’t verify it.')).toBeTruthy();
  await person.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

it('is in Spanish', async () => {
  const { legend } = await openLegend('Leyenda', 'es');
  expect(legend.getByText('A la espera de una persona')).toBeTruthy();
});
