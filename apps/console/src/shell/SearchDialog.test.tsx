// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { openConsole } from '../testing/openConsole.tsx';

/** The dialog's code arrives when the test says so. */
const code = vi.hoisted(() => Promise.withResolvers<void>());
vi.mock(import('./SearchDialog.tsx'), async (original) => {
  await code.promise;
  return original();
});

const SEARCH = { name: /Search by organization/ };

it('has what was typed while it loaded, and none of it moves the page behind', async () => {
  const { person, router } = openConsole('/rules', { answers: { Search: { search: [] } } });
  await screen.findByRole('heading', { level: 1 });
  // The first use loads the dialog: `g` and `o` would open another page.
  await person.keyboard('{Control>}k{/Control}');
  expect(screen.queryByRole('combobox', SEARCH)).toBeNull();
  await person.keyboard('goxx{Backspace}');
  code.resolve();
  const field = await screen.findByRole('combobox', SEARCH);
  await person.keyboard('d');
  expect(field).toHaveProperty('value', 'goxd');
  expect(router.state.location.pathname).toBe('/rules');
  await person.keyboard('{Escape}');
  await person.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('combobox', SEARCH)).toHaveProperty('value', '');
});
