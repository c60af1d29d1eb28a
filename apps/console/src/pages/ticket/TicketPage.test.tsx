// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NOW, aRun, aStep, aTrack, anApproval } from '../../fixtures/aRun.ts';
import { anOutgoing } from '../../fixtures/aPreview.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { done, openConsole, refused } from '../../testing/openConsole.tsx';

const PATH = '/runs/run-1/ticket';
const run = aRun({
  tracks: [
    aTrack('AEP'),
    aTrack('CJA', {
      approval: anApproval({ status: 'APPROVED', decidedBy: 'Ana Approver', decidedAt: NOW }),
      steps: [aStep('APPROVAL', 'DONE'), aStep('TICKET', 'READY')],
    }),
  ],
  nextActions: [
    { mutation: 'recordTicket', track: 'CJA', step: 'TICKET', movesRun: true, label: 'Record' },
  ],
});
const caseForm = async () => within(await screen.findByRole('region', { name: 'Case' }));

describe('the ticket page', () => {
  it('says, where the role can’t record the case, who can', async () => {
    const readOnly = { ...run, nextActions: [] };
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(readOnly) });
    const form = await caseForm();
    expect(
      await form.findByText(/^Your role can’t record the case. An owner or operator/),
    ).toBeTruthy();
    expect(form.queryByText(/You can’t record the case now/)).toBeNull();
  });

  it('says during a cooling-off when the text appears, with nothing announced', async () => {
    const approval = anApproval({
      ...{ status: 'APPROVED', decidedBy: 'Ana Approver', decidedAt: NOW, usable: false },
      usableAt: '2099-01-01T12:00:00Z',
    });
    const steps = [aStep('APPROVAL', 'DONE'), aStep('TICKET', 'LOCKED')];
    const cooling = aRun({ tracks: [aTrack('AEP'), aTrack('CJA', { approval, steps })] });
    openConsole(PATH, { answers: runAnswers(cooling) });
    const text = within(await screen.findByRole('region', { name: 'Ticket text' }));
    expect(await text.findByText(/^The text appears on January 1, 2099/)).toBeTruthy();
    expect(text.queryByText(/Before that:/)).toBeNull();
    expect(text.queryByRole('list')).toBeNull();
  });

  it('records the case, and shows at the field what the server refused about it', async () => {
    const message = 'The case number is already recorded for another organization.';
    const answers = {
      ...runAnswers(run),
      RecordTicket: refused('recordTicket', 'INVALID_INPUT', message, 'caseNumber'),
    };
    const { person, sent } = openConsole(PATH, { answers });
    const form = await caseForm();
    await screen.findByText('IRR-01');
    await person.type(await form.findByRole('textbox', { name: /Case number/ }), ' E-001 ');
    await person.click(form.getByRole('button', { name: 'Record case' }));
    // Only there, not in a notice as well.
    expect(await form.findAllByText(message)).toHaveLength(1);
    expect(sent('RecordTicket')[0]?.input).toMatchObject({ caseNumber: 'E-001', url: null });
  });

  it('can’t record the case until what can’t be undone is on screen', async () => {
    const answers = {
      ...runAnswers(run),
      RunOutgoing: failsOnce('The database is unavailable.', ({ name }) => ({
        run: anOutgoing(String(name)),
      })),
      RecordTicket: done('recordTicket', run),
    };
    const { person } = openConsole(PATH, { answers });
    const consequences = within(
      await screen.findByRole('region', { name: 'What can’t be undone' }),
    );
    expect(await consequences.findByText('The database is unavailable.')).toBeTruthy();
    const form = await caseForm();
    await person.type(await form.findByRole('textbox', { name: /Case number/ }), 'E-001');
    const button = form.getByRole('button', { name: 'Record case' });
    expect(button.hasAttribute('disabled')).toBe(true);
    await person.click(consequences.getByRole('button', { name: 'Try again' }));
    expect(await consequences.findByText('IRR-01')).toBeTruthy();
    expect(button.hasAttribute('disabled')).toBe(false);
  });
});
