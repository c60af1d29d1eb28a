// @vitest-environment jsdom
/** The text of Adobe's page is sent as it was pasted, and what is wrong with it is at the field. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRun, aStep, aTrack } from '../../../fixtures/aRun.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import { done, openConsole, refused } from '../../../testing/openConsole.tsx';

const TEXT = '{ "Statement": [] // Adobe\n}';
const offer = {
  mutation: 'provideKeyPolicy',
  track: 'AEP',
  step: 'POLICY',
  movesRun: true,
} as const;
const begun = aRun({
  tracks: [aTrack('AEP', { steps: [aStep('POLICY', 'READY')] })],
  nextActions: [{ ...offer, label: 'Provide Adobe’s policy' }],
});

async function paste(answer: object) {
  const answers = { ...runAnswers(begun), ProvideKeyPolicy: answer };
  const opened = openConsole('/runs/run-1', { answers });
  const step = within(await screen.findByRole('article', { name: /policy/i }));
  await opened.person.click(step.getByRole('button', { name: 'Provide Adobe’s policy' }));
  const dialog = within(await screen.findByRole('dialog'));
  const confirm = dialog.getByRole('button', { name: 'Use policy' });
  expect(confirm.getAttribute('disabled')).not.toBeNull();
  await opened.person.click(dialog.getByRole('textbox', { name: /Key policy/ }));
  await opened.person.paste(TEXT);
  await opened.person.click(confirm);
  return { ...opened, dialog };
}

it('sends the text unchanged, with its comments, and closes (AWS-07)', async () => {
  const { sent } = await paste(done('provideKeyPolicy', begun));
  await expect.poll(() => sent('ProvideKeyPolicy')).toHaveLength(1);
  expect(sent('ProvideKeyPolicy')[0]?.input).toMatchObject({ runId: 'run-1', policy: TEXT });
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

it('says at the field where the text is wrong, and stays open', async () => {
  const message = 'The policy is not valid JSON at line 2, column 1.';
  const { dialog } = await paste(refused('provideKeyPolicy', 'INVALID_INPUT', message, 'policy'));
  expect(await dialog.findByText(message)).toBeTruthy();
});
