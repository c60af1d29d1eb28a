// @vitest-environment jsdom
/** The keys of both tracks are provided in one dialog; what the server took is not sent again. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { TrackId } from '../../../generated/enums.ts';
import { aRun, aStep, aTrack, VAULT_KEY } from '../../../fixtures/aRun.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import type { Answers } from '../../../fixtures/AnsweringLink.ts';
import { done, openConsole, refused } from '../../../testing/openConsole.tsx';

const CJA_KEY = 'https://kv-contoso-cja.vault.azure.net/keys/cmk';
const tracks = (['AEP', 'CJA'] as const).map((id) =>
  aTrack(id, { key: null, steps: [aStep('VAULT', 'READY', { track: id })] }),
);
const offer = (track: TrackId) => ({
  ...{ mutation: 'provideKey', track, step: 'VAULT' as const },
  ...{ movesRun: true, label: 'Provide key' },
});
const runOffering = (...offered: TrackId[]) => aRun({ tracks, nextActions: offered.map(offer) });
const inspected = (identifier: unknown, verdict: 'PASS' | 'BLOCK') => ({
  inspectKeyIdentifier: {
    ...{ verdict, rules: ['VAL-01'], problems: verdict === 'BLOCK' ? ['Not a key.'] : [] },
    ...{ cloud: 'public', kind: 'vault', vault: null, key: 'cmk', version: null },
    normalized: identifier,
  },
});

async function open(offered: TrackId[], answers: Answers = {}) {
  const opened = openConsole('/runs/run-1', {
    answers: {
      ...runAnswers(runOffering(...offered)),
      InspectKey: ({ identifier }) =>
        inspected(identifier, String(identifier).startsWith('https') ? 'PASS' : 'BLOCK'),
      ProvideKey: done('provideKey', runOffering()),
      ...answers,
    },
  });
  const [button] = await screen.findAllByRole('button', { name: /^Provide key/ });
  await opened.person.click(button!);
  const dialog = within(await screen.findByRole('dialog'));
  async function type(name: RegExp, text: string) {
    const field = dialog.getByRole('textbox', { name });
    await opened.person.clear(field);
    await opened.person.click(field);
    await opened.person.paste(text);
  }
  const use = dialog.getByRole('button', { name: 'Use key' });
  const inputs = () =>
    opened.sent('ProvideKey').map(({ input }) => input as Record<string, string>);
  const tracksSent = () => inputs().map(({ track }) => track);
  return { ...opened, dialog, type, use, inputs, tracksSent };
}
const FIRST = /^Key identifier/;
const ALSO = /^Also the key of Customer Journey Analytics/;

it('sends each for its own track, with an idempotency key of its own', async () => {
  const { person, type, use, inputs, tracksSent } = await open(['AEP', 'CJA']);
  await type(FIRST, VAULT_KEY);
  await type(ALSO, CJA_KEY);
  await person.click(use);
  await expect.poll(tracksSent).toEqual(['AEP', 'CJA']);
  expect(inputs().map(({ keyIdentifier }) => keyIdentifier)).toEqual([VAULT_KEY, CJA_KEY]);
  expect(new Set(inputs().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

it('sends one alone where the other is left empty, and offers none that is not offered', async () => {
  const both = await open(['AEP', 'CJA']);
  await both.type(FIRST, VAULT_KEY);
  await both.person.click(both.use);
  await expect.poll(both.tracksSent).toEqual(['AEP']);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

it('has no field for a track that asks for no key', async () => {
  const { dialog } = await open(['AEP']);
  expect(dialog.queryByRole('textbox', { name: ALSO })).toBeNull();
});

it('sends nothing while one of them is no key', async () => {
  const { dialog, type, use, tracksSent } = await open(['AEP', 'CJA']);
  await type(FIRST, VAULT_KEY);
  await type(ALSO, 'kv-contoso-cja');
  expect(await dialog.findByText('Not a key.')).toBeTruthy();
  expect(use.hasAttribute('disabled')).toBe(true);
  expect(tracksSent()).toEqual([]);
});

it('says which one was refused, at its field, and sends only that one again', async () => {
  const { dialog, person, type, use, tracksSent } = await open(['AEP', 'CJA'], {
    ProvideKey: ({ input }) =>
      (input as { keyIdentifier: string }).keyIdentifier === VAULT_KEY &&
      (input as { track: string }).track === 'CJA'
        ? refused('provideKey', 'INVALID_INPUT', 'It needs a vault of its own.', 'keyIdentifier')
        : done('provideKey', runOffering()),
  });
  await type(FIRST, VAULT_KEY);
  await type(ALSO, VAULT_KEY);
  await person.click(use);
  expect(await dialog.findByText('It needs a vault of its own.')).toBeTruthy();
  expect(dialog.getByRole('textbox', { name: ALSO }).getAttribute('aria-invalid')).toBe('true');
  expect(dialog.getByText(/^The key of Experience Platform is in use/)).toBeTruthy();
  expect(dialog.getByRole('textbox', { name: FIRST }).hasAttribute('disabled')).toBe(true);
  await type(ALSO, CJA_KEY);
  await person.click(use);
  await expect.poll(tracksSent).toEqual(['AEP', 'CJA', 'CJA']);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});
