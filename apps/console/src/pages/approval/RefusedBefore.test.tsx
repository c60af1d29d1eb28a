// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NOW, aRun, aTrack, anApprovableTrack, anApproval } from '../../fixtures/aRun.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const PATH = '/runs/run-1/approval/AEP';

describe('the approval page, of a request after a refusal', () => {
  it.each([
    ['en', 'APPROVER', true, 'Refused before by Ana Approver', /facts have changed/],
    ['en', 'OPERATOR', false, 'Refused before by Ana Approver', /no fact in the evidence/],
    ['es', 'APPROVER', false, 'Rechazada antes por Ana Approver', /ningún dato de las pruebas/],
  ] as const)(
    'says what was refused before (%s, %s, changed: %s)',
    async (locale, role, factsChanged, title, since) => {
      const refusedBefore = { by: 'Ana Approver', at: NOW, reason: 'Not our key', factsChanged };
      const approval = anApproval({ refusedBefore });
      const answers = runAnswers(
        aRun({ tracks: [anApprovableTrack('AEP', { approval }), aTrack('CJA')] }),
      );
      openConsole(PATH, { role, locale, answers });
      expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
      expect(screen.getByText(/Not our key/)).toBeTruthy();
      expect(screen.getByText(since)).toBeTruthy();
    },
  );
});
