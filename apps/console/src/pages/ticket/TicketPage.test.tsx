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

  describe('with the confirmation in the same press', () => {
    const recorded = aRun({
      tracks: [
        aTrack('AEP'),
        aTrack('CJA', {
          ticket: {
            ...{ caseNumber: 'E-001', url: null, openedAt: NOW },
            ...{ recordedAt: NOW, recordedBy: 'Omar Operator' },
          },
          steps: [aStep('TICKET', 'DONE'), aStep('CONFIRMATION', 'READY')],
        }),
      ],
      nextActions: [
        { mutation: 'confirmCja', track: 'CJA', step: 'CONFIRMATION', movesRun: true, label: 'C' },
      ],
    });
    const WHO = 'Who confirmed it at Adobe?';

    async function fill(ConfirmCja: object) {
      let shown = run;
      const answers = {
        ...{ ...runAnswers(run), RunPage: () => ({ run: shown }) },
        ...{ RecordTicket: done('recordTicket', recorded), ConfirmCja },
      };
      const opened = openConsole(PATH, { answers });
      const change = (next: typeof run) => {
        shown = next;
        return opened.client.refetchQueries({ include: ['RunPage'] });
      };
      const form = await caseForm();
      await screen.findByText('IRR-01');
      await opened.person.type(await form.findByRole('textbox', { name: /Case number/ }), 'E-001');
      await opened.person.click(
        form.getByRole('checkbox', { name: 'Adobe has confirmed it already' }),
      );
      return { ...opened, change, form, button: form.getByRole('button', { name: 'Record case' }) };
    }
    const type = async (
      { person, form }: Awaited<ReturnType<typeof fill>>,
      name: string,
      text: string,
    ) => person.type(form.getByRole('textbox', { name: new RegExp(`^${name}`) }), text);

    /** The case is recorded, and the confirmation alone is refused. */
    async function refuseConfirmation() {
      const message = 'It was confirmed before the case was opened.';
      const page = await fill(refused('confirmCja', 'INVALID_INPUT', message, 'confirmedAt'));
      await type(page, 'Who confirmed it', 'J. Rivera');
      await type(page, 'Adobe’s message', 'It is configured.');
      await page.person.click(page.button);
      const form = within(await screen.findByRole('region', { name: 'Confirmation' }));
      expect(await form.findByText(message)).toBeTruthy();
      return { page, form };
    }

    it('sends the confirmation once for a press, whatever becomes of the run since', async () => {
      const { page, form } = await refuseConfirmation();
      // For a moment, it isn't offered.
      for (const nextActions of [[], recorded.nextActions]) {
        await page.change({ ...recorded, nextActions });
        const confirm = () => form.queryByRole('textbox', { name: /^Who confirmed it/ });
        await expect.poll(() => confirm() !== null).toBe(nextActions.length > 0);
      }
      expect(page.sent('ConfirmCja')).toHaveLength(1);
    });

    it('records both, each once', async () => {
      const page = await fill(done('confirmCja', recorded));
      await type(page, 'Who confirmed it', ' J. Rivera ');
      // Nothing less is required than on its own.
      expect(page.button.hasAttribute('disabled')).toBe(true);
      await type(page, 'Adobe’s message', 'It is configured.');
      await page.person.click(page.button);
      await expect.poll(() => page.sent('ConfirmCja')).toHaveLength(1);
      expect(page.sent('RecordTicket')).toHaveLength(1);
      expect(page.sent('ConfirmCja')[0]?.input).toMatchObject({
        ...{ runId: 'run-1', confirmedBy: 'J. Rivera', text: 'It is configured.' },
      });
    });

    it('keeps what was typed where the confirmation alone is refused', async () => {
      const { page, form } = await refuseConfirmation();
      expect(form.getByRole('textbox', { name: new RegExp(WHO.slice(0, -1)) })).toHaveProperty(
        'value',
        'J. Rivera',
      );
      expect(page.sent('RecordTicket')).toHaveLength(1);
    });

    it('records the case alone where that is no longer chosen', async () => {
      const page = await fill(done('confirmCja', recorded));
      await type(page, 'Who confirmed it', 'J. Rivera');
      await page.person.click(page.form.getByRole('checkbox'));
      await page.person.click(page.button);
      expect(await screen.findByRole('button', { name: 'Record confirmation' })).toBeTruthy();
      expect(page.sent('ConfirmCja')).toEqual([]);
    });
  });
});
