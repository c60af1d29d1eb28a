// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { aRun } from '../../../fixtures/aRun.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import { completedRun } from '../../../gallery/completedStates.ts';
import { openConsole } from '../../../testing/openConsole.tsx';

const PATH = '/runs/run-1';
const head = async (name: RegExp = /^Key-managed: the set-up/) =>
  within(await screen.findByRole('region', { name }));

describe('the head of a completed run', () => {
  it('says how long it took, who waited, who approved and attested, and the keys', async () => {
    openConsole(PATH, { answers: runAnswers(completedRun) });
    const page = await head();
    expect(page.getByText(/from October 1, 2026 to October 28, 2026/).textContent).toMatch(/^4 w/);
    for (const who of ['Your team', 'Customer', 'Adobe'])
      expect(page.getAllByText(who).length).toBeGreaterThan(0);
    expect(page.getAllByText(/Ana Approver/)).toHaveLength(2);
    expect(page.getAllByText('Attested, not read')).toHaveLength(2);
    expect(page.getByText(/^Entitlement by Omar Operator$/)).toBeTruthy();
    expect(page.getByText(/^Entitlement by Omar Operator, Confirmation by/)).toBeTruthy();
    expect(page.getAllByText('Never; rotates every 180 days')).toHaveLength(2);
    expect(page.getByText('contoso-cmk')).toBeTruthy();
    expect(page.getByText(/Customer Care, J. Rivera/)).toBeTruthy();
    expect(page.getByText(/^Omar Operator is responsible for this run/)).toBeTruthy();
    expect(page.getByRole('button', { name: 'Download evidence' })).toBeTruthy();
    const table = page.getByRole('table', { name: 'Time per step', hidden: true });
    expect(within(table).getAllByRole('rowheader', { hidden: true })).toHaveLength(18);
  });

  it('prints', async () => {
    const print = vi.spyOn(globalThis, 'print').mockReturnValue(undefined);
    const { person } = openConsole(PATH, { locale: 'es', answers: runAnswers(completedRun) });
    const page = await head(/^Con clave propia/);
    await person.click(page.getByRole('button', { name: 'Imprimir' }));
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
  });

  it('is not there before a run is complete', async () => {
    openConsole(PATH, { answers: runAnswers(aRun()) });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('region', { name: /^Key-managed/ })).toBeNull();
  });
});
