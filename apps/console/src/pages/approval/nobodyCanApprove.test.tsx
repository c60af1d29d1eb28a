// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anApprovableTrack, anApproval } from '../../fixtures/aRun.ts';
import { anOutgoing } from '../../fixtures/aPreview.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import { PATH, decision, runWith } from '../../testing/approvalPage.ts';

describe('the approval page, where nobody can approve', () => {
  const invites = (role: 'OWNER' | 'OPERATOR') => ({ role, organization: null });

  it('says before the request why, and lets an owner invite an approver for it', async () => {
    const run = runWith(anApprovableTrack('AEP'), 'requestApproval');
    const outgoing = anOutgoing('keyway-cmk');
    const tracks = outgoing.tracks.map((one) => ({ ...one, noApprover: 'NO_OWN_APPROVER' }));
    const { person } = openConsole(PATH, {
      grants: [invites('OWNER')],
      answers: { ...runAnswers(run), RunOutgoing: { run: { ...outgoing, tracks } } },
    });
    const form = await decision();
    const notice = within(await form.findByRole('alert'));
    expect(notice.getByRole('heading', { name: 'Nobody could approve this request' })).toBeTruthy();
    expect(notice.getByText(/^By policy, an approver of Contoso Health decides/)).toBeTruthy();
    // It is taken all the same.
    const request = form.getByRole('button', { name: 'Request approval' });
    expect(request.hasAttribute('disabled')).toBe(false);
    await person.click(notice.getByRole('button', { name: 'Invite an approver…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Invite person' }));
    expect(dialog.getByRole('button', { name: /Approver/ })).toBeTruthy();
    expect(dialog.getByDisplayValue('Contoso Health')).toBeTruthy();
  });

  it.each([
    ['NO_APPROVER', 'Nobody can approve here'],
    ['ONLY_TOKENS', 'Only API tokens can approve here'],
  ] as const)('says so while checks still have to pass: %s', async (noApprover, title) => {
    // Not offered: nothing can be requested yet.
    const run = runWith(anApprovableTrack('AEP'));
    const outgoing = anOutgoing('keyway-cmk');
    const tracks = outgoing.tracks.map((one) => ({ ...one, noApprover }));
    openConsole(PATH, {
      grants: [invites('OPERATOR')],
      answers: { ...runAnswers(run), RunOutgoing: { run: { ...outgoing, tracks } } },
    });
    const notice = within(await (await decision()).findByRole('alert'));
    expect(notice.getByRole('heading', { name: title })).toBeTruthy();
    expect(notice.getByText(/wait until someone else is given access to approve/)).toBeTruthy();
    expect(notice.queryByText(/You can send it/)).toBeNull();
  });

  it('says of a pending request who can invite, to somebody who can’t', async () => {
    const approval = anApproval({ mayNotDecide: 'SELF_APPROVAL', noApprover: 'ONLY_REQUESTER' });
    const run = runWith(anApprovableTrack('AEP', { approval }));
    openConsole(PATH, { grants: [invites('OPERATOR')], answers: runAnswers(run) });
    const form = await decision();
    expect(await form.findByText(/only the person who requested it could approve/)).toBeTruthy();
    expect(form.queryByText('Someone else decides')).toBeNull();
    expect(form.getByText(/An owner of Northwind can invite an approver\./)).toBeTruthy();
    expect(form.queryByRole('button', { name: /^Invite/ })).toBeNull();
  });

  it('says so in Spanish', async () => {
    const approval = anApproval({ mayNotDecide: 'FORBIDDEN', noApprover: 'NO_APPROVER' });
    const run = runWith(anApprovableTrack('AEP', { approval }));
    openConsole(PATH, { role: 'AUDITOR', locale: 'es', answers: runAnswers(run) });
    const form = within(await screen.findByRole('region', { name: 'Decisión' }));
    expect(await form.findByText(/no tiene ni aprobador ni propietario/)).toBeTruthy();
  });
});
