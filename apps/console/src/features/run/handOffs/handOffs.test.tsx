// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aRun } from '../../../fixtures/aRun.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import type { Locale } from '../../../intl/locale.ts';
import { openConsole } from '../../../testing/openConsole.tsx';
import type { HandOffView } from './handOffDocuments.ts';

const LINK = 'https://keyway.example/hand-off/kwh_abc';
const action = { mutation: 'verify', track: 'AEP', step: 'VAULT', movesRun: false } as const;
const run = aRun({ nextActions: [{ ...action, label: 'Check now' }] });
const handOff = (more: Partial<HandOffView> = {}): HandOffView => ({
  ...{ id: 'hand-off-1', actor: 'AZURE_ADMIN', note: null, createdBy: 'Omar' },
  ...{ createdAt: '2026-11-25T10:00:00.000Z', expiresAt: '2099-01-01T00:00:00.000Z' },
  ...{ revokedAt: null, lastUsedAt: null, uses: 0 },
  ...more,
});
const vault = async () => within(await screen.findByRole('article', { name: /Vault/ }));
const list = async () => within(await screen.findByRole('region', { name: 'Hand-offs' }));

describe('the action Hand off', () => {
  it('makes a link for the step’s actor, and shows it once', async () => {
    let made = false;
    const { person, sent } = openConsole('/runs/run-1', {
      answers: {
        ...runAnswers(run),
        RunHandOffs: () => ({ run: { id: run.id, handOffs: made ? [handOff()] : [] } }),
        CreateHandOff: () => {
          made = true;
          return { createHandOff: { url: LINK, handOff: handOff(), userErrors: [] } };
        },
      },
    });
    await person.click((await vault()).getByRole('button', { name: 'Hand off…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await person.type(dialog.getByRole('textbox', { name: /Message/ }), ' By Friday ');
    await person.click(dialog.getByRole('button', { name: 'Create link' }));
    expect(await screen.findByRole('button', { name: 'Copy link' })).toBeTruthy();
    const [{ input } = { input: null }] = sent('CreateHandOff');
    expect(input).toMatchObject({ runId: 'run-1', actor: 'AZURE_ADMIN', note: 'By Friday' });
    const days = (Date.parse(String(input.expiresAt)) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(14);
    const ready = await screen.findByRole('dialog', { name: 'The link is ready' });
    expect(ready.textContent).toMatch(
      /For the Azure admin of Contoso Health\. It works until January 1, 2099/,
    );
    await person.keyboard('{Escape}');
    const question = within(await screen.findByRole('alertdialog'));
    await person.click(question.getByRole('button', { name: 'Close without copying' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await list()).getByText(/not used yet/)).toBeTruthy();
    expect(screen.queryByText(/kwh_/)).toBeNull();
  });

  /** The dialog for another link, where these exist. */
  async function openDialog(rows: HandOffView[], locale: Locale = 'en') {
    let current = rows;
    const opened = openConsole('/runs/run-1', {
      locale,
      answers: {
        ...runAnswers(run),
        RunHandOffs: () => ({ run: { id: run.id, handOffs: current } }),
        RevokeHandOff: () => {
          current = rows.map((row) => ({ ...row, revokedAt: '2026-11-25T11:00:00.000Z' }));
          return { revokeHandOff: { handOff: current[0], userErrors: [] } };
        },
        CreateHandOff: { createHandOff: { url: LINK, handOff: handOff(), userErrors: [] } },
      },
    });
    const card = within(await screen.findByRole('article', { name: /Vault|Almacén/ }));
    await opened.person.click(card.getByRole('button', { name: /^(Hand off|Traspasar)…/ }));
    return { ...opened, dialog: within(await screen.findByRole('dialog')) };
  }

  it('says before that a link for this admin is open, and revokes that one or makes another', async () => {
    const { person, sent, dialog } = await openDialog([handOff({ note: 'Hi' })]);
    await dialog.findByText('A link for the Azure admin is already open');
    expect(
      dialog.getByText(
        /Made by Omar on November 25, 2026.*works until January 1, 2099.*Not used yet/,
      ),
    ).toBeTruthy();
    await person.type(dialog.getByRole('textbox', { name: /Message/ }), 'Kept');
    await person.click(
      dialog.getByRole('button', { name: /^Revoke the link that was made on November 25/ }),
    );
    const question = within(await screen.findByRole('dialog', { name: 'Revoke this hand-off?' }));
    expect(question.getByText(/Hi/)).toBeTruthy();
    await person.click(question.getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(dialog.queryByText(/already open/)).toBeNull());
    expect(sent('RevokeHandOff')[0]?.['input']).toMatchObject({ id: 'hand-off-1' });
    expect(sent('CreateHandOff')).toEqual([]);
    await person.click(dialog.getByRole('button', { name: 'Create link' }));
    await screen.findByText('The link is ready');
    expect(sent('CreateHandOff')[0]?.['input']).toMatchObject({ note: 'Kept' });
  });

  it('offers to revoke a link that is closed without a copy', async () => {
    const { person, sent, dialog } = await openDialog([]);
    await person.click(dialog.getByRole('button', { name: 'Create link' }));
    await screen.findByText('The link is ready');
    await person.keyboard('{Escape}');
    const question = within(await screen.findByRole('alertdialog'));
    expect(question.getByText(/stays valid although nobody has it/)).toBeTruthy();
    await person.click(question.getByRole('button', { name: 'Revoke and close' }));
    await waitFor(() => expect(screen.queryByText(/kwh_/)).toBeNull());
    expect(sent('RevokeHandOff')[0]?.['input']).toMatchObject({ id: 'hand-off-1' });
  });

  it('counts the links of the chosen admin alone, and only those that work', async () => {
    const { person, sent, dialog } = await openDialog([
      handOff(),
      handOff({ id: 'hand-off-2' }),
      handOff({ id: 'hand-off-3', actor: 'ENTRA_ADMIN' }),
      handOff({ id: 'hand-off-4', expiresAt: '2026-01-01T00:00:00.000Z' }),
    ]);
    await dialog.findByText('2 links for the Azure admin are already open');
    await person.click(dialog.getByRole('button', { name: 'Create another link' }));
    await screen.findByText('The link is ready');
    expect(sent('CreateHandOff')).toHaveLength(1);
  });

  it('says so in Spanish', async () => {
    const { dialog } = await openDialog([handOff()], 'es');
    await dialog.findByText('Ya hay un enlace abierto para el administrador de Azure');
    expect(
      dialog.getByText(
        /Creado por Omar el 25 de noviembre.*; funciona hasta el 1 de enero de 2099/,
      ),
    ).toBeTruthy();
  });

  it('is not offered to who may not, or where the step is nobody’s of the customer', async () => {
    openConsole('/runs/run-1', { answers: runAnswers(aRun({ nextActions: [] })) });
    expect((await vault()).queryByRole('button', { name: 'Hand off…' })).toBeNull();
  });
});

describe('the hand-offs of a run', () => {
  it('say whether they work and when they were used, and are revoked after a question', async () => {
    const rows = [
      handOff({ uses: 2, lastUsedAt: '2026-11-25T11:00:00.000Z', note: 'Hi' }),
      handOff({ id: 'hand-off-2', actor: 'ENTRA_ADMIN', expiresAt: '2026-01-01T00:00:00.000Z' }),
      handOff({ id: 'hand-off-3', revokedAt: '2026-11-25T11:00:00.000Z' }),
    ];
    const { person, sent } = openConsole('/runs/run-1', {
      answers: {
        ...runAnswers(run),
        RunHandOffs: { run: { id: run.id, handOffs: rows } },
        RevokeHandOff: { revokeHandOff: { handOff: rows[2], userErrors: [] } },
      },
    });
    const items = (await list()).getAllByRole('listitem');
    expect(items.map((item) => /open|expired|revoked/.exec(item.textContent)?.[0])).toEqual([
      'open',
      'expired',
      'revoked',
    ]);
    expect(items[0]?.textContent).toContain('used 2 times');
    const buttons = (await list()).getAllByRole('button', { name: /^Revoke the hand-off/ });
    expect(buttons).toHaveLength(1);
    await person.click(buttons[0]!);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/^The link for the Azure admin of/).textContent).toMatch(
      /made by Omar on November 25, 2026.*, works until January 1, 2099.*It was used 2 times\./,
    );
    await person.click(dialog.getByRole('button', { name: 'Revoke' }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(sent('RevokeHandOff')[0]?.['input']).toMatchObject({ id: 'hand-off-1' });
    expect(sent('RunHandOffs').length).toBeGreaterThan(1);
  });
});
