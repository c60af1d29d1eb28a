// @vitest-environment jsdom
/** One statement can be made for both tracks, and what the server did is not sent again. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { TrackId } from '../../../generated/enums.ts';
import { aRun, aStep, aTrack } from '../../../fixtures/aRun.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import type { Answers } from '../../../fixtures/AnsweringLink.ts';
import { done, openConsole, refused } from '../../../testing/openConsole.tsx';

const tracks = (['AEP', 'CJA'] as const).map((id) =>
  aTrack(id, { steps: [aStep('ENTITLEMENT', 'READY', { track: id })] }),
);
const offer = (track: TrackId) => ({
  ...{ mutation: 'attestStep', track, step: 'ENTITLEMENT' as const },
  ...{ movesRun: true, label: 'Attest' },
});
const runOffering = (...offered: TrackId[]) => aRun({ tracks, nextActions: offered.map(offer) });
const ALSO = /^Also for Customer Journey Analytics/;

async function attest(offered: TrackId[], answers: Answers) {
  const run = runOffering(...offered);
  const opened = openConsole('/runs/run-1', { answers: { ...runAnswers(run), ...answers } });
  const [button] = await screen.findAllByRole('button', { name: /^Attest/ });
  await opened.person.click(button!);
  const dialog = within(await screen.findByRole('dialog'));
  const statement = dialog.getByRole('textbox', { name: /What was done/ });
  await opened.person.type(statement, 'In the contract');
  const send = () => opened.person.click(dialog.getByRole('button', { name: 'Attest' }));
  const inputs = () => opened.sent('AttestStep').map(({ input }) => input as { track: string });
  return { ...opened, dialog, send, inputs };
}

it('sends it for each track, with a key of its own', async () => {
  const { person, dialog, send, inputs } = await attest(['AEP', 'CJA'], {
    AttestStep: done('attestStep', runOffering()),
  });
  await person.click(dialog.getByRole('checkbox', { name: ALSO }));
  await send();
  await expect.poll(() => inputs().map(({ track }) => track)).toEqual(['AEP', 'CJA']);
  const [first, second] = inputs() as unknown as Record<string, string>[];
  expect(second?.['statement']).toBe('In the contract');
  expect(second?.['idempotencyKey']).not.toBe(first?.['idempotencyKey']);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

it('sends it for one where the other is not chosen, or not offered', async () => {
  const { dialog, send, inputs } = await attest(['AEP'], {
    AttestStep: done('attestStep', runOffering()),
  });
  expect(dialog.queryByRole('checkbox')).toBeNull();
  await send();
  await expect.poll(() => inputs().map(({ track }) => track)).toEqual(['AEP']);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

it('says which one was refused, and sends only that one again', async () => {
  let isRefused = true;
  const { person, dialog, send, inputs } = await attest(['AEP', 'CJA'], {
    AttestStep: ({ input }) =>
      isRefused && (input as { track: string }).track === 'CJA'
        ? refused('attestStep', 'CONFLICT', 'Somebody else is faster.')
        : done('attestStep', runOffering()),
  });
  await person.click(dialog.getByRole('checkbox', { name: ALSO }));
  await send();
  expect(await dialog.findByText('Somebody else is faster.')).toBeTruthy();
  const said = 'Attested for Experience Platform. For Customer Journey Analytics it was refused:';
  expect(dialog.getByText(said)).toBeTruthy();
  isRefused = false;
  await send();
  await expect.poll(() => inputs().map(({ track }) => track)).toEqual(['AEP', 'CJA', 'CJA']);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});
