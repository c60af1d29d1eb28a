// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aLastBlockedTrack } from '../../fixtures/aLastBlockedTrack.ts';
import { IMS_ORG_ID, anApproval, NOW } from '../../fixtures/aRun.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { PATH, decision, runWith } from '../../testing/approvalPage.ts';
import { done, openConsole } from '../../testing/openConsole.tsx';

const requested = runWith(aLastBlockedTrack(), 'approve');

describe('the approval page, of what was last seen as not met', () => {
  it('shows it in the evidence, beside who attested it', async () => {
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(requested) });
    const evidence = within(await screen.findByRole('region', { name: 'Evidence' }));
    expect(evidence.getByText(/Purge protection is off/)).toBeTruthy();
    expect(evidence.getByText('Keyway couldn’t read this again since.')).toBeTruthy();
    expect(evidence.getByText(/Turned on by the customer/)).toBeTruthy();
  });

  it('approves only once each is accepted and it is said why', async () => {
    const answers = { ...runAnswers(requested), Approve: done('approve', requested) };
    const { person, sent } = openConsole(PATH, { role: 'APPROVER', answers });
    const form = await decision();
    await person.type(form.getByRole('textbox', { name: /IMS organization ID/ }), IMS_ORG_ID);
    const approve = form.getByRole('button', { name: 'Approve' });
    expect(approve.hasAttribute('disabled')).toBe(true);
    await person.click(form.getByRole('checkbox', { name: 'Purge protection is on' }));
    expect(approve.hasAttribute('disabled')).toBe(true);
    await person.type(form.getByRole('textbox', { name: /Why you accept it/ }), 'Seen on screen');
    await person.click(approve);
    await expect.poll(() => sent('Approve')).toHaveLength(1);
    expect(sent('Approve')[0]?.input).toMatchObject({
      acceptedBlocks: ['vaultHasPurgeProtection'],
      comment: 'Seen on screen',
    });
  });

  it('shows what was accepted, in Spanish too', async () => {
    const approval = anApproval({
      ...{ status: 'APPROVED', decidedBy: 'Ana Approver (console)', decidedAt: NOW },
      acceptedBlocks: [{ id: 'vaultHasPurgeProtection', title: 'La protección está activada' }],
    });
    const run = runWith(aLastBlockedTrack(approval));
    openConsole(PATH, { role: 'APPROVER', locale: 'es', answers: runAnswers(run) });
    expect(
      await screen.findByText('Aceptado aunque no se cumplía en la última lectura'),
    ).toBeTruthy();
    expect(screen.getByText('La protección está activada')).toBeTruthy();
  });
});
