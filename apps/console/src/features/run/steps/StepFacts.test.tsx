// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRun, aStep, aTrack } from '../../../fixtures/aRun.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import { openConsole } from '../../../testing/openConsole.tsx';

const openFailedRole = async (failure: string) => {
  const role = aStep('ROLE', 'FAILED', { failure, sentence: `Failed: ${failure.slice(0, 300)}.` });
  openConsole('/runs/run-1', {
    answers: runAnswers(aRun({ tracks: [aTrack('AEP', { steps: [role] })] })),
  });
  return within(await screen.findByRole('article', { name: /Role/ }));
};

it('shows a failure once where the sentence of the step holds all of it', async () => {
  const card = await openFailedRole('Azure refused the role.');
  expect(card.getAllByText(/Azure refused the role/)).toHaveLength(1);
});

it('shows all of a failure that the sentence shortens', async () => {
  const failure = `Azure refused the role: ${'x'.repeat(300)} end`;
  const card = await openFailedRole(failure);
  expect(card.getByText(failure)).toBeTruthy();
});
