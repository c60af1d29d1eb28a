// @vitest-environment jsdom
/** The help menu: a visible way to the shortcuts and the catalogs, and what is new. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import { NEWS } from './newsItems.ts';

async function openMenu(name = 'Help', locale: Locale = 'en') {
  const opened = openConsole('/settings', { locale, answers: { Checks: PENDING } });
  await opened.person.click(await screen.findByRole('button', { name }));
  return { ...opened, menu: within(await screen.findByRole('menu')) };
}

it('shows the keyboard shortcuts', async () => {
  const { person, menu } = await openMenu();
  await person.click(menu.getByRole('menuitem', { name: /^Keyboard shortcuts/ }));
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
});

it('leads to the check catalog', async () => {
  const { person, menu, router } = await openMenu();
  await person.click(menu.getByRole('menuitem', { name: 'Check catalog' }));
  await expect.poll(() => router.latestLocation.pathname).toBe('/checks');
});

it('leads to the rules', async () => {
  const { person, menu, router } = await openMenu();
  await person.click(menu.getByRole('menuitem', { name: 'Rules' }));
  await expect.poll(() => router.latestLocation.pathname).toBe('/rules');
});

it('leads to the glossary', async () => {
  const { person, menu, router } = await openMenu();
  await person.click(menu.getByRole('menuitem', { name: 'Glossary' }));
  await expect.poll(() => router.latestLocation.pathname).toBe('/glossary');
});

it('says what is new, at most five changes', async () => {
  const { person, menu } = await openMenu('Ayuda', 'es');
  await person.click(menu.getByRole('menuitem', { name: 'Novedades' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Novedades' }));
  const titles = dialog.getAllByRole('heading', { level: 3 }).map((one) => one.textContent);
  expect(titles).toHaveLength(NEWS.length);
  expect(titles[0]).toBe('Agregar, conectar e iniciar en un formulario');
  expect(NEWS.length).toBeLessThanOrEqual(5);
  const days = NEWS.map(({ day }) => day);
  expect(days).toEqual([...days].sort().reverse());
});
