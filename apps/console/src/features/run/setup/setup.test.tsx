// @vitest-environment jsdom
/** From the offer to a plan that a person confirms by its hash, and to what became of it. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aChange, aSetup, KEY_THERE, LOCK_REFUSED } from '../../../fixtures/aSetup.ts';
import { aRun, aStep, aTrack } from '../../../fixtures/aRun.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import { done, openConsole, refused } from '../../../testing/openConsole.tsx';
import type { SetupView } from './setupDocuments.ts';
import { proposeVaultName } from './setupDefaults.ts';

const action = (mutation: string, label: string, movesRun = false) => ({
  ...({ mutation, label, movesRun, track: 'AEP', step: 'VAULT' } as const),
});
const OFFER = action('planSetup', 'Let Keyway set this up');
const CONFIRM = action('confirmSetup', 'Confirm changes', true);
const CANCEL = action('cancelSetup', 'Cancel set-up');

const runWith = (setup: SetupView | null, nextActions = [CONFIRM, OFFER, CANCEL]) =>
  aRun({
    tracks: [aTrack('AEP', { setup, steps: [aStep('VAULT', 'READY'), aStep('KEY', 'LOCKED')] })],
    nextActions,
  });

async function openPanel(setup: SetupView, answers: object = {}) {
  const run = runWith(setup);
  const opened = openConsole('/runs/run-1', { answers: { ...runAnswers(run), ...answers } });
  const panel = await screen.findByRole('region', { name: 'Set-up by Keyway' });
  return { ...opened, run, panel: within(panel) };
}

describe('the offer', () => {
  it('asks for what the plan needs, with defaults that fit, and sends it', async () => {
    const before = runWith(null, [OFFER]);
    const answers = { ...runAnswers(before), PlanSetup: done('planSetup', runWith(aSetup())) };
    const { person, sent } = openConsole('/runs/run-1', { answers });
    const step = within(await screen.findByRole('article', { name: /vault/i }));
    await person.click(step.getByRole('button', { name: 'Let Keyway set this up' }));
    const dialog = within(await screen.findByRole('dialog'));
    const plan = dialog.getByRole('button', { name: 'Plan changes' });
    expect(plan.getAttribute('disabled')).not.toBeNull();
    await person.type(dialog.getByRole('textbox', { name: /Resource group/ }), 'rg-adobe-cmk');
    await person.click(plan);
    await expect.poll(() => sent('PlanSetup')).toHaveLength(1);
    expect(sent('PlanSetup')[0]?.input).toMatchObject({
      ...{ runId: 'run-1', track: 'AEP', resourceGroup: 'rg-adobe-cmk', location: 'eastus2' },
      ...{ vaultName: 'kv-contoso-health-aep', keyName: 'aep-cmk', keySize: 3072 },
      ...{ keyProtection: 'SOFTWARE', rotateEveryMonths: 12, network: 'OPEN', lock: true },
      ...{ workspaceId: null, subscriptionId: null },
    });
  });

  it('says at the field what is wrong with it', async () => {
    const message = 'The vault name ends with a hyphen.';
    const before = runWith(null, [OFFER]);
    const answers = {
      ...runAnswers(before),
      PlanSetup: refused('planSetup', 'INVALID_INPUT', message, 'vaultName'),
    };
    const { person } = openConsole('/runs/run-1', { answers });
    const step = within(await screen.findByRole('article', { name: /vault/i }));
    await person.click(step.getByRole('button', { name: 'Let Keyway set this up' }));
    const dialog = within(await screen.findByRole('dialog'));
    await person.type(dialog.getByRole('textbox', { name: /Resource group/ }), 'rg');
    await person.click(dialog.getByRole('button', { name: 'Plan changes' }));
    expect(await dialog.findByText(message)).toBeTruthy();
  });

  it('is not made where the server makes none', async () => {
    openConsole('/runs/run-1', { answers: runAnswers(runWith(null, [])) });
    await screen.findByRole('article', { name: /vault/i });
    expect(screen.queryByRole('button', { name: /Keyway set this up/ })).toBeNull();
  });
});

describe('the plan', () => {
  it('shows before and after, names what is permanent, and is confirmed by its hash', async () => {
    const confirmed = runWith(aSetup({ status: 'APPLYING', confirmable: false }), [CANCEL]);
    const answers = { ConfirmSetup: done('confirmSetup', confirmed) };
    const { person, sent, panel } = await openPanel(aSetup(), answers);
    expect(panel.getByText('192.0.2.7/32')).toBeTruthy();
    expect(panel.getByText('192.0.2.7/32, 20.88.123.53/32')).toBeTruthy();
    expect(panel.getByText('Already there')).toBeTruthy();
    expect(panel.getByText('Purge protection is permanent')).toBeTruthy();
    const name = 'Make 2 changes with permanent purge protection';
    await person.click(panel.getByRole('button', { name }));
    await expect.poll(() => sent('ConfirmSetup')).toHaveLength(1);
    expect(sent('ConfirmSetup')[0]?.input).toMatchObject({
      ...{ runId: 'run-1', track: 'AEP', planHash: 'a'.repeat(64) },
    });
    expect(await panel.findByText('Making changes')).toBeTruthy();
  });

  it('can’t be confirmed where something could not be read', async () => {
    const unknown = aChange({
      ...{ outcome: 'UNKNOWN', after: [], reason: 'It could not be read.' },
      remedy: 'Grant Microsoft.KeyVault/vaults/read.',
    });
    const { panel } = await openPanel(aSetup({ confirmable: false, changes: [unknown] }));
    expect(panel.getByText('Could not check')).toBeTruthy();
    expect(panel.getByText('Grant Microsoft.KeyVault/vaults/read.')).toBeTruthy();
    expect(panel.queryByRole('button', { name: /^(Make|Confirm)/ })).toBeNull();
  });

  it('says why a plan that was replaced meanwhile is not taken', async () => {
    const message = 'The plan has changed. Review it again.';
    const { person, panel } = await openPanel(aSetup(), {
      ConfirmSetup: refused('confirmSetup', 'CHECKS_NOT_GREEN', message),
    });
    await person.click(panel.getByRole('button', { name: /^Make 2 changes/ }));
    expect(await panel.findByText(message)).toBeTruthy();
  });
});

it('never says of what was there that Keyway made it, and shows a refusal with its remedy', async () => {
  const there = { ...KEY_THERE, result: 'ALREADY_THERE', progress: 'Already there.' } as const;
  const made = aChange({ result: 'MADE', progress: 'Done by Keyway.' });
  const setup = aSetup({
    ...{ status: 'APPLYING', confirmable: false, changes: [made, there, LOCK_REFUSED] },
  });
  const { panel } = await openPanel(setup);
  const [vault, key, lock] = panel.getAllByRole('listitem').map((row) => within(row));
  expect(vault!.getByText('Done by Keyway.')).toBeTruthy();
  expect(key!.getByText('Already there.')).toBeTruthy();
  expect(key!.queryByText(/by Keyway/)).toBeNull();
  expect(lock!.getByText(LOCK_REFUSED.remedy!)).toBeTruthy();
});

it('is in Spanish as well', async () => {
  const run = runWith(aSetup());
  openConsole('/runs/run-1', { locale: 'es', answers: runAnswers(run) });
  const panel = await screen.findByRole('region', { name: 'Configuración por Keyway' });
  expect(within(panel).getByRole('button', { name: /^Hacer 2 cambios/ })).toBeTruthy();
});

it.each([
  ['Contoso Health', 'AEP', 'kv-contoso-health-aep'],
  ['Banco de Crédito del Perú S.A.', 'CJA', 'kv-banco-de-credito-cja'],
  ['日本', 'AEP', 'kv-aep'],
  ['A — B', 'CJA', 'kv-a-b-cja'],
] as const)('proposes for %s on %s a name that Azure takes', (name, track, proposed) => {
  expect(proposeVaultName(name, track)).toBe(proposed);
  expect(proposed).toMatch(/^(?=.{3,24}$)(?!.*--)[a-z][a-z0-9-]*[a-z0-9]$/);
});
