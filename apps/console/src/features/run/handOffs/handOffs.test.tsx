// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aRun } from '../../../fixtures/aRun.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
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
    await person.click(within(screen.getByRole('dialog')).getAllByRole('button').at(-1)!);
    expect((await list()).getByText(/not used yet/)).toBeTruthy();
    expect(screen.queryByText(/kwh_/)).toBeNull();
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
    await person.click(dialog.getByRole('button', { name: 'Revoke' }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(sent('RevokeHandOff')[0]?.['input']).toMatchObject({ id: 'hand-off-1' });
    expect(sent('RunHandOffs').length).toBeGreaterThan(1);
  });
});
