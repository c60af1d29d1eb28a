// @vitest-environment jsdom
/** The pages that the bar of narrow screens has no space for. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PENDING } from '../fixtures/AnsweringLink.ts';
import type { Role } from '../generated/enums.ts';
import type { Locale } from '../intl/locale.ts';
import { openConsole } from '../testing/openConsole.tsx';

const open = (role: Role, locale: Locale = 'en') =>
  openConsole('/approvals', {
    ...{ role, locale },
    answers: { Approvals: PENDING, ApprovalChanges: PENDING, BulkJobs: PENDING },
  });
const choices = async () =>
  (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);

it('are in a menu, which leads to them', async () => {
  const { person, router } = open('OPERATOR');
  await person.click(await screen.findByRole('button', { name: 'More' }));
  expect(await choices()).toEqual(['Insights', 'Bulk jobs', 'Settings']);
  await person.click(screen.getByRole('menuitem', { name: 'Bulk jobs' }));
  await expect.poll(() => router.latestLocation.pathname).toBe('/bulk-jobs');
});

it('have no bulk jobs for who may start none', async () => {
  const { person } = open('APPROVER', 'es');
  await person.click(await screen.findByRole('button', { name: 'Más' }));
  expect(await choices()).toEqual(['Estadísticas', 'Configuración']);
  expect(screen.queryByRole('link', { name: 'Tareas masivas' })).toBeNull();
});

it('are links where there is space for them', async () => {
  open('OPERATOR');
  const link = await screen.findByRole('link', { name: 'Bulk jobs' });
  expect(link.getAttribute('href')).toBe('/bulk-jobs');
});
