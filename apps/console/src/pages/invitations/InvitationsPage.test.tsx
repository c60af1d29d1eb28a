// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anInvitation, aPage, CONTOSO, organizationChoices } from '../../fixtures/aMember.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const PATH = '/settings/invitations';
const URL = 'https://keyway.example/auth/invitation/kwi_secret';
const ANA = anInvitation('ana@example.com');
const invitations = (...list: { id: string }[]) => ({
  Invitations: { invitations: aPage(list) },
});
const open = (answers: Answers, locale?: Locale) =>
  openConsole(PATH, {
    role: 'OWNER',
    locale,
    answers: { ...organizationChoices(CONTOSO), ...answers },
  });
const inviting = (payload: object) => ({
  InviteMember: { inviteMember: { url: null, invitation: null, userErrors: [], ...payload } },
});
type Person = ReturnType<typeof openConsole>['person'];
async function fillForm(person: Person, email: string) {
  await person.click(await screen.findByRole('button', { name: 'Invite person' }));
  const form = within(await screen.findByRole('dialog', { name: 'Invite person' }));
  await person.type(form.getByRole('textbox', { name: /Email/ }), email);
  await person.type(form.getByRole('combobox', { name: /Organization/ }), 'Cont');
  await person.click(await screen.findByRole('option', { name: /Contoso/ }));
  return form;
}

describe('the invitations', () => {
  it('are listed with what became of them; what can be done depends on it', async () => {
    open(
      invitations(
        ANA,
        anInvitation('bea@example.com', { status: 'ACCEPTED' }),
        anInvitation('cy@example.com', { status: 'REVOKED' }),
        anInvitation('dan@example.com', { status: 'EXPIRED' }),
      ),
    );
    const [, ...rows] = within(await screen.findByRole('table', { name: 'Invitations' }))
      .getAllByRole('row')
      .map((row) => within(row));
    expect(rows.map((row) => row.queryByRole('button')?.textContent)).toEqual([
      'Revoke',
      undefined,
      'Invite again',
      'Invite again',
    ]);
    for (const [index, status] of ['Open', 'Accepted', 'Revoked', 'Expired'].entries())
      expect(rows[index]?.getByText(status)).toBeTruthy();
    expect(rows[0]?.getByText('Approver · Contoso')).toBeTruthy();
  });

  it('say that there are none', async () => {
    open(invitations());
    expect(await screen.findByText('No invitations yet')).toBeTruthy();
  });

  it('say that they could not be loaded, and are loaded again', async () => {
    const { person } = open({
      Invitations: failsOnce('Too busy.', () => ({ invitations: aPage([ANA]) })),
    });
    await person.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('rowheader', { name: 'ana@example.com' })).toBeTruthy();
  });

  it('are in Spanish', async () => {
    open(invitations(ANA), 'es');
    expect(await screen.findByText('Abierta')).toBeTruthy();
    expect(screen.getByText('Aprobador · Contoso')).toBeTruthy();
  });
});

describe('an invitation', () => {
  it('is made, and its link is shown once with who can use it', async () => {
    const { person, sent } = open({
      ...invitations(),
      ...inviting({ url: URL, invitation: ANA }),
    });
    const form = await fillForm(person, ' ana@example.com ');
    await person.click(form.getByRole('button', { name: 'Create invitation' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Invitation created' }));
    expect(dialog.getByText(/Only ana@example.com can use it, once/)).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Copy invitation link' })).toBeTruthy();
    await person.click(dialog.getByRole('button', { name: 'Copy invitation link' }));
    await person.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText(/kwi_secret/)).toBeNull();
    const input = sent('InviteMember')[0]?.input as { expiresAt: string };
    expect(input).toMatchObject({
      email: 'ana@example.com',
      grants: [{ role: 'AUDITOR', organizationId: 'contoso' }],
    });
    const days = (Date.parse(input.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
    expect(sent('Invitations')).toHaveLength(2);
  });

  it('of a member is refused at the address', async () => {
    const message = 'Ana is a member with this email address.';
    const { person } = open({
      ...invitations(),
      ...inviting({ userErrors: [{ code: 'CONFLICT', message, field: ['email'] }] }),
    });
    const form = await fillForm(person, 'ana@example.com');
    await person.click(form.getByRole('button', { name: 'Create invitation' }));
    expect(await form.findAllByText(message)).toHaveLength(1);
  });

  it('is revoked after a question', async () => {
    const revoked = { ...ANA, status: 'REVOKED' };
    const { person, sent } = open({
      ...invitations(ANA),
      RevokeInvitation: { revokeInvitation: { invitation: revoked, userErrors: [] } },
    });
    await person.click(await screen.findByRole('button', { name: 'Revoke ana@example.com' }));
    const question = within(await screen.findByRole('alertdialog'));
    expect(question.getByText(/Revoke the invitation of ana@example.com/)).toBeTruthy();
    await person.click(question.getByRole('button', { name: 'Revoke' }));
    expect(await screen.findByText('Revoked')).toBeTruthy();
    expect(sent('RevokeInvitation')[0]?.input).toMatchObject({ id: ANA.id });
  });

  it('that expired is repeated with the same access', async () => {
    const { person, sent } = open({
      ...invitations({ ...ANA, ...{ status: 'EXPIRED' } }),
      ...inviting({ url: URL, invitation: ANA }),
    });
    const again = { name: 'Invite ana@example.com again' };
    await person.click(await screen.findByRole('button', again));
    const form = within(await screen.findByRole('dialog', { name: 'Invite person' }));
    await person.click(form.getByRole('button', { name: 'Create invitation' }));
    await screen.findByRole('dialog', { name: 'Invitation created' });
    expect(sent('InviteMember')[0]?.input).toMatchObject({
      email: 'ana@example.com',
      grants: [{ role: 'APPROVER', organizationId: 'contoso' }],
    });
  });
});
