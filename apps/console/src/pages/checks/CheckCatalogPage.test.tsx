// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const check = (id: string, step: string, part: object = {}) => ({
  id,
  title: `Title of ${id}`,
  rules: ['VAL-10'],
  track: ['AEP', 'CJA'],
  step,
  overridable: false,
  acceptable: false,
  ...part,
});
const CATALOG = {
  checkCatalog: [
    check('vaultHasPurgeProtection', 'VAULT'),
    check('keyHasNoExpiry', 'KEY', { track: ['AEP'], rules: ['VAL-22'], overridable: true }),
  ],
};
const answers = { CheckCatalog: CATALOG };

/** The checks of a step, as their rows say. */
async function rowsOf(step: string) {
  const table = await screen.findByRole('table', { name: step });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
}

describe('the check catalog', () => {
  it('shows the checks of each step, their rules, and what happens if one fails', async () => {
    openConsole('/checks', { answers });
    expect(await rowsOf('Vault')).toEqual([expect.stringContaining('Must be fixed')]);
    const [row] = await rowsOf('Key');
    expect(row).toContain('keyHasNoExpiry');
    expect(row).toContain('An owner or operator can accept it');
    const [rule] = screen.getAllByRole('link', { name: 'Rule VAL-22' });
    expect(rule?.getAttribute('href')).toBe('/rules?text=VAL-22');
    expect(screen.getByText('2 checks')).toBeTruthy();
  });

  it('keeps the filter in the address, and clears it', async () => {
    const { person, router } = openConsole('/checks?track=CJA', { answers });
    expect(await screen.findByText('1 check')).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Key' })).toBeNull();
    await person.type(screen.getByRole('searchbox', { name: 'Filter by text or rule' }), 'none');
    expect(await screen.findByText('No matching checks')).toBeTruthy();
    expect(router.state.location.search).toEqual({ track: 'CJA', text: 'none' });
    await person.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('2 checks')).toBeTruthy();
    expect(router.state.location.href).toBe('/checks');
  });

  it('shows all checks for a track that doesn’t exist', async () => {
    openConsole('/checks?track=ABC', { answers });
    expect(await screen.findByText('2 checks')).toBeTruthy();
  });

  it('says why it could not be loaded, and is loaded again', async () => {
    const { person } = openConsole('/checks', {
      answers: { CheckCatalog: failsOnce('Too busy.', () => CATALOG) },
    });
    expect(await screen.findByText('Couldn’t load the check catalog')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('2 checks')).toBeTruthy();
  });

  it('counts nothing while it loads', async () => {
    const { sent } = openConsole('/checks', { answers: { CheckCatalog: PENDING } });
    await expect.poll(() => sent('CheckCatalog')).toHaveLength(1);
    expect(await screen.findByRole('heading', { name: 'Check catalog' })).toBeTruthy();
    expect(screen.queryByText(/\d checks?/)).toBeNull();
    expect(screen.queryByText('No matching checks')).toBeNull();
  });

  it('is queried and shown in Spanish', async () => {
    const { sent } = openConsole('/checks', { locale: 'es', answers });
    expect(await screen.findByText('2 comprobaciones')).toBeTruthy();
    expect(await rowsOf('Almacén')).toEqual([expect.stringContaining('Debe corregirse')]);
    expect(sent('CheckCatalog')).toEqual([{ locale: 'es' }]);
  });
});
