// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  aMember,
  anInvitation,
  aPage,
  CONTOSO,
  organizationChoices,
} from '../../fixtures/aMember.ts';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const OMAR = aMember('Omar', {
  grants: [
    { role: 'OPERATOR', organization: null, rule: null },
    { role: 'APPROVER', organization: CONTOSO, rule: null },
    { role: 'AUDITOR', organization: null, rule: { claim: 'groups', value: 'auditors' } },
  ],
});
const PAULA = aMember('Paula', { grants: [{ role: 'OWNER', organization: null, rule: null }] });
const EVE = aMember('Eve', { grants: [], removedAt: '2026-11-25T10:00:00Z' });
const members = (...list: { id: string }[]) => ({ Members: { members: aPage(list) } });

const last = ({ id }: { id: string }) => ({ LastOwner: { lastOwner: { id } } });

const open = (
  answers: Answers,
  { path = '/settings/members', locale }: { path?: string; locale?: Locale } = {},
) =>
  openConsole(path, {
    role: 'OWNER',
    locale,
    answers: { ...organizationChoices(CONTOSO), ...answers },
  });
const rowOf = async (name: string) =>
  within((await screen.findByRole('rowheader', { name: new RegExp(name) })).closest('tr')!);
const openDialog = async ({ person }: ReturnType<typeof open>, button: string, dialog: string) => {
  await person.click(await screen.findByRole('button', { name: button }));
  return within(await screen.findByRole('dialog', { name: dialog }));
};
const changeOmar = (opened: ReturnType<typeof open>) =>
  openDialog(opened, 'Change access of Omar', 'Change access: Omar');

describe('the members', () => {
  it('are listed with what they can do where, and the rule that gives it', async () => {
    open(members(PAULA, OMAR));
    const row = await rowOf('Omar');
    expect(row.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Operator · all organizations',
      'Approver · Contoso',
      'Auditor · all organizationsBy single sign-on: groups = auditors',
    ]);
    expect(row.getByText('omar@example.com')).toBeTruthy();
    expect(screen.getByText('2 people')).toBeTruthy();
  });

  it('who were removed are apart, without buttons', async () => {
    open(members(PAULA, EVE));
    const removed = within(await screen.findByRole('table', { name: 'Removed' }));
    expect(removed.getByText('Eve')).toBeTruthy();
    expect(removed.queryByRole('button')).toBeNull();
    expect(screen.getByText(/^\d+ (person|people) · 1 removed$/)).toBeTruthy();
    const table = within(screen.getByRole('table', { name: 'Members' }));
    expect(table.queryByText('Eve')).toBeNull();
  });

  it('with many grants are folded', async () => {
    const grants = Array.from({ length: 12 }, (_, index) => ({
      role: 'APPROVER' as const,
      organization: { id: `o${index}`, name: `Organization ${index}` },
      rule: null,
    }));
    const { person } = open(members(aMember('Carla', { grants })));
    const row = await rowOf('Carla');
    expect(row.queryByText('Approver · Organization 11')).toBeNull();
    await person.click(row.getByRole('button', { name: 'Show all 12' }));
    expect(row.getByText('Approver · Organization 11')).toBeTruthy();
  });

  it('are filtered by the text of the address, which typing changes', async () => {
    const { person, sent, router } = open(
      { Members: ({ text }) => ({ members: aPage(text === 'zzz' ? [] : [OMAR]) }) },
      { path: '/settings/members?text=omar' },
    );
    await rowOf('Omar');
    expect(sent('Members')[0]).toMatchObject({ text: 'omar' });
    const field = screen.getByRole('searchbox', { name: 'Filter by name or email' });
    await person.clear(field);
    await person.type(field, 'zzz');
    expect(await screen.findByText('No matching members')).toBeTruthy();
    expect(router.state.location.search).toEqual({ text: 'zzz' });
  });

  it('are loaded page by page', async () => {
    const { person } = open({
      Members: ({ after }) => ({ members: after ? aPage([PAULA]) : aPage([OMAR], 'next') }),
    });
    await rowOf('Omar');
    await person.click(screen.getByRole('button', { name: 'Load more' }));
    await rowOf('Paula');
    expect(screen.getByRole('rowheader', { name: /Omar/ })).toBeTruthy();
  });

  it('say that they could not be loaded, and are loaded again', async () => {
    const { person } = open({
      Members: failsOnce('Too busy.', () => ({ members: aPage([OMAR]) })),
    });
    expect(await screen.findByRole('heading', { name: 'Couldn’t load the members' })).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    await rowOf('Omar');
  });

  it('are not said to be none while they load', async () => {
    open({ Members: PENDING });
    expect(await screen.findByRole('heading', { level: 1, name: 'Members' })).toBeTruthy();
    expect(await screen.findByRole('status', { name: 'Loading' })).toBeTruthy();
    expect(screen.queryByText('No matching members')).toBeNull();
  });

  it('are in Spanish', async () => {
    open(members(OMAR), { locale: 'es' });
    expect(await screen.findByText('Operador · todas las organizaciones')).toBeTruthy();
    expect(screen.getByText('Por inicio de sesión único: groups = auditors')).toBeTruthy();
  });
});

describe('the access of a member', () => {
  it('is changed to what is left, with another organization', async () => {
    const changed = { ...OMAR, grants: [{ role: 'APPROVER', organization: CONTOSO, rule: null }] };
    const opened = open({
      ...members(OMAR),
      ChangeGrants: { changeGrants: { member: changed, userErrors: [] } },
    });
    const { person, sent } = opened;
    const dialog = await changeOmar(opened);
    await person.click(dialog.getByRole('button', { name: 'Remove access 1' }));
    await person.click(dialog.getByRole('button', { name: 'Add access' }));
    const save = dialog.getByRole('button', { name: 'Save access' });
    expect(save.hasAttribute('disabled')).toBe(true);
    const added = within(dialog.getByRole('group', { name: 'Access 2' }));
    await person.type(added.getByRole('combobox', { name: /Organization/ }), 'Cont');
    await person.click(await screen.findByRole('option', { name: /Contoso/ }));
    await person.click(save);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(sent('ChangeGrants')[0]?.input).toMatchObject({
      memberId: 'member-Omar',
      grants: [
        { role: 'APPROVER', organizationId: 'contoso' },
        { role: 'AUDITOR', organizationId: 'contoso' },
      ],
    });
    expect((await rowOf('Omar')).queryByText('Operator · all organizations')).toBeNull();
  });

  it('by a rule is shown, explained, and not sent', async () => {
    const opened = open({
      ...members(OMAR),
      ChangeGrants: { changeGrants: { member: OMAR, userErrors: [] } },
    });
    const dialog = await changeOmar(opened);
    expect(dialog.getByText('By single sign-on: groups = auditors')).toBeTruthy();
    expect(dialog.getByText(/A rule gives this while/)).toBeTruthy();
    await opened.person.click(dialog.getByRole('button', { name: 'Save access' }));
    await expect
      .poll(() => opened.sent('ChangeGrants')[0]?.input)
      .toMatchObject({
        grants: [
          { role: 'OPERATOR', organizationId: null },
          { role: 'APPROVER', organizationId: 'contoso' },
        ],
      });
  });

  it.each([
    ['en', 'Change access of Paula', /^The last owner keeps the role/, 'Add access'],
    [
      'es',
      'Cambiar el acceso de Paula',
      /^El último propietario conserva el rol/,
      'Agregar acceso',
    ],
  ] as const)('of the last owner can get more, but not lose the role: %s', async (...row) => {
    const [locale, button, why, add] = row;
    const opened = open({ ...members(PAULA, OMAR), ...last(PAULA) }, { locale });
    await screen.findByText(/last owner|último propietario/);
    await opened.person.click(screen.getByRole('button', { name: button }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(why)).toBeTruthy();
    await opened.person.click(dialog.getByRole('button', { name: add }));
    const [kept, added] = dialog.getAllByRole('group', { name: /^(Access|Acceso) \d/ });
    const disabled = (group: HTMLElement) =>
      within(group)
        .getAllByRole('button')
        .map((one) => one.hasAttribute('disabled'));
    // Nor can it be taken away; the added one can.
    expect(disabled(kept!)).toEqual([true, true]);
    expect(disabled(added!)).toContain(false);
  });

  it('of the last owner stays, and the dialog says why', async () => {
    const message = 'This is the partner’s last owner.';
    const userErrors = [{ code: 'LAST_OWNER', message, field: ['memberId'] }];
    const opened = open({
      ...members(PAULA),
      ChangeGrants: { changeGrants: { member: null, userErrors } },
    });
    const dialog = await openDialog(opened, 'Change access of Paula', 'Change access: Paula');
    await opened.person.click(dialog.getByRole('button', { name: 'Save access' }));
    expect(await dialog.findByText(message)).toBeTruthy();
  });
});

describe('a member', () => {
  const removeOmar = (opened: ReturnType<typeof open>) =>
    openDialog(opened, 'Remove Omar', 'Remove Omar?');

  it('is removed after a warning of what ends, with a reason', async () => {
    const gone = { ...OMAR, grants: [], removedAt: '2026-11-25T12:00:00Z' };
    const opened = open({
      ...members(PAULA, OMAR),
      RemoveMember: { removeMember: { member: gone, userErrors: [] } },
    });
    const dialog = await removeOmar(opened);
    expect(dialog.getByText(/Every API token that this person made is revoked/)).toBeTruthy();
    expect(dialog.getByText(/Every session/)).toBeTruthy();
    await opened.person.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Left.');
    await opened.person.click(dialog.getByRole('button', { name: 'Remove member' }));
    const removed = within(await screen.findByRole('table', { name: 'Removed' }));
    expect(removed.getByText('Omar')).toBeTruthy();
    expect(opened.sent('RemoveMember')[0]?.input).toMatchObject({
      memberId: 'member-Omar',
      reason: 'Left.',
    });
  });

  it.each([
    ['en', /12 open runs stay assigned to Omar/, /2 API tokens .* revoked for good/, /3 shared/],
    ['es', /12 procesos abiertos siguen asignados a Omar/, /revocan .* 2 tokens/, /3 vistas/],
  ] as const)('is removed knowing what stays and what ends (%s)', async (locale, ...texts) => {
    const holdings = {
      ...{ openRuns: 12, apiTokens: 2, handOffs: 0, sharedViews: 3 },
      ...{ runOrganizations: [], handOffOrganizations: [] },
    };
    const opened = open(
      {
        ...members(PAULA, OMAR),
        MemberHoldings: { node: { __typename: 'Member', id: OMAR.id, holdings } },
      },
      { locale },
    );
    const name = locale === 'en' ? 'Remove Omar' : 'Quitar a Omar';
    await opened.person.click(await screen.findByRole('button', { name }));
    const dialog = within(await screen.findByRole('dialog'));
    for (const text of texts) expect(await dialog.findByText(text)).toBeTruthy();
    // What there is none of is left out.
    expect(dialog.queryByText(/hand-off|traspaso/)).toBeNull();
    const link = dialog.getByRole('link', { name: /^(Show|Mostrar)/ });
    expect(link.getAttribute('href')).toBe('/organizations?owner=member-Omar');
  });

  const heldBy = (member: { id: string }, part: object) => ({
    MemberHoldings: {
      node: {
        ...{ __typename: 'Member', id: member.id },
        holdings: {
          ...{ openRuns: 2, apiTokens: 0, handOffs: 2, sharedViews: 0 },
          ...{ runOrganizations: [], handOffOrganizations: [], ...part },
        },
      },
    },
  });
  const TAILSPIN = { id: 'organization-tailspin', name: 'Tailspin Toys' };

  it('is removed knowing whose links stop, and what becomes of their requests', async () => {
    const held = heldBy(OMAR, { handOffOrganizations: [CONTOSO, TAILSPIN] });
    const dialog = await removeOmar(open({ ...members(PAULA, OMAR), ...held }));
    const names = new RegExp(`stop working.* Customers: ${CONTOSO.name} and Tailspin Toys\\.`);
    expect(await dialog.findByText(names)).toBeTruthy();
    expect(dialog.getByText(/^Approvals that this person requested stay/)).toBeTruthy();
    expect(dialog.getByText(/person responsible is then shown as removed/)).toBeTruthy();
  });

  it('who is narrowed keeps runs out of their sight, which the dialog says', async () => {
    const here = aMember('Nora', {
      grants: [{ role: 'OPERATOR', organization: CONTOSO, rule: null }],
    });
    const held = heldBy(here, { runOrganizations: [CONTOSO, TAILSPIN] });
    const opened = open({ ...members(PAULA, here), ...held });
    const dialog = await openDialog(opened, 'Change access of Nora', 'Change access: Nora');
    expect(await dialog.findByText(/^Nora stays responsible for a run in 1 org/)).toBeTruthy();
    expect(dialog.getByText(/^Tailspin Toys\./)).toBeTruthy();
    const link = dialog.getByRole('link', { name: 'Show the runs' });
    expect(link.getAttribute('href')).toBe('/organizations?owner=member-Nora');
  });

  it('who is the last owner stays, and the dialog says why', async () => {
    const message = 'This is the partner’s last owner.';
    const userErrors = [{ code: 'LAST_OWNER', message, field: ['memberId'] }];
    const opened = open({
      ...members(OMAR),
      RemoveMember: { removeMember: { member: null, userErrors } },
    });
    const dialog = await removeOmar(opened);
    await opened.person.click(dialog.getByRole('button', { name: 'Remove member' }));
    expect(await dialog.findByText(message)).toBeTruthy();
    expect(dialog.getByText(/the partner needs an owner/)).toBeTruthy();
  });

  it.each([
    ['en', 'Remove Paula', 'Remove Omar', /^Can’t be removed: the last owner/],
    ['es', 'Quitar a Paula', 'Quitar a Omar', /^No se puede quitar: es el último propietario/],
  ] as const)('who is the last owner can’t be removed, and why is said: %s', async (...row) => {
    const [locale, name, other, why] = row;
    open({ ...members(PAULA, OMAR), ...last(PAULA) }, { locale });
    const remove = await screen.findByRole('button', { name });
    await expect.poll(() => remove.hasAttribute('disabled')).toBe(true);
    expect(document.getElementById(remove.getAttribute('aria-describedby')!)?.textContent).toMatch(
      why,
    );
    expect(screen.getByRole('button', { name: other }).hasAttribute('disabled')).toBe(false);
  });

  it('who is the last owner no more, by a change of another, can be removed', async () => {
    let only: object | null = { id: PAULA.id };
    const opened = open({
      ...members(PAULA, OMAR),
      LastOwner: () => ({ lastOwner: only }),
      ChangeGrants: () => {
        only = null;
        return { changeGrants: { member: { ...OMAR, grants: PAULA.grants }, userErrors: [] } };
      },
    });
    const remove = await screen.findByRole('button', { name: 'Remove Paula' });
    await expect.poll(() => remove.hasAttribute('disabled')).toBe(true);
    const dialog = await changeOmar(opened);
    await opened.person.click(dialog.getByRole('button', { name: 'Save access' }));
    await expect.poll(() => remove.hasAttribute('disabled')).toBe(false);
  });

  it('is invited from here', async () => {
    const invitation = anInvitation('ana@example.com');
    const opened = open({
      ...members(PAULA),
      InviteMember: {
        inviteMember: { url: 'https://keyway/auth/invitation/kwi_x', invitation, userErrors: [] },
      },
    });
    const form = await openDialog(opened, 'Invite person', 'Invite person');
    expect(form.getByRole('textbox', { name: /Email/ })).toBeTruthy();
  });
});
