// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { acknowledged, alertPage, anAlert } from '../../fixtures/anAlert.ts';
import { Pushes, serverError } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import type { Role } from '../../generated/enums.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const open = (alert: object | null, more: Answers = {}, role: Role = 'OPERATOR', locale?: Locale) =>
  openConsole('/alerts/alert-1', {
    role,
    locale,
    answers: { AlertPage: { node: alert }, ...more },
  });

const answer = (alert: object, alreadyAcknowledged = false) => ({
  AcknowledgeAlert: { acknowledgeAlert: { alreadyAcknowledged, alert, userErrors: [] } },
});
type Person = ReturnType<typeof openConsole>['person'];
async function openDialog(person: Person) {
  await person.click(await screen.findByRole('button', { name: 'Acknowledge' }));
  return within(await screen.findByRole('dialog', { name: /Acknowledge “Adobe can’t use/ }));
}

describe('an alert', () => {
  it('shows what to do in order, with a link to its organization', async () => {
    open(anAlert());
    const alert = within(await screen.findByRole('article'));
    expect(alert.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
      anAlert().runbook,
    );
    expect(screen.getByRole('link', { name: 'Contoso' }).getAttribute('href')).toBe(
      '/organizations/organization-1',
    );
    expect(screen.queryByRole('button', { name: /Adobe’s event/ })).toBeNull();
  });

  it('of Adobe shows the event as it came, once somebody wants to see it', async () => {
    const source = { event_id: 'e-1', title: '<script>alert(1)</script>' };
    const { person } = open(
      anAlert({ kind: 'KEY_ACCESS_DISABLED', health: null, source, eventCount: 1 }),
    );
    const show = await screen.findByRole('button', { name: 'Show Adobe’s event' });
    expect(screen.queryByText(/e-1/)).toBeNull();
    await person.click(show);
    expect(screen.getByText(/<script>alert\(1\)<\/script>/)).toBeTruthy();
  });

  it('of Adobe that it sent more events about says how many, and shows each', async () => {
    const source = { text: 'First notice' };
    const more = { eventCount: 2, lastEventAt: '2026-11-28T10:00:00Z' };
    const event = (eventId: string, of: unknown) => ({
      ...{ cursor: eventId, node: { eventId, receivedAt: '2026-11-28T10:00:00Z', source: of } },
    });
    const edges = [event('e-2', { text: 'Second notice' }), event('e-1', null)];
    const events = { pageInfo: { hasNextPage: false, endCursor: 'e-1' }, edges };
    const { person } = open(anAlert({ kind: 'KEY_ACCESS_DISABLED', source, ...more }), {
      AlertEvents: { node: { __typename: 'Alert', id: 'alert-1', events } },
    });
    expect(await screen.findByText(/2 events, the last/)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Show Adobe’s 2 events' }));
    expect(await screen.findByText(/Second notice/)).toBeTruthy();
    expect(screen.getByText(/did not keep what it says/)).toBeTruthy();
  });

  it('that this person can’t see, or that there is none of, is not found', async () => {
    open(null);
    expect(await screen.findByText('Page not found')).toBeTruthy();
  });

  it('that can’t be loaded says so', async () => {
    openConsole('/alerts/alert-1', { answers: { AlertPage: serverError('Too busy.') } });
    expect(await screen.findByText('Couldn’t load this alert')).toBeTruthy();
  });

  it('is in Spanish, and follows a change of the language', async () => {
    open(anAlert(), {}, 'OPERATOR', 'es');
    expect(await screen.findByRole('button', { name: 'Confirmar' })).toBeTruthy();
  });
});

describe('acknowledging', () => {
  it('sends the comment, and shows who takes care', async () => {
    const after = anAlert(acknowledged('Omar Operator'));
    const { person, sent } = open(anAlert(), answer(after));
    const dialog = await openDialog(person);
    await person.type(dialog.getByRole('textbox'), ' Case E-1. ');
    await person.click(dialog.getByRole('button', { name: 'Acknowledge' }));
    expect(await screen.findByText(/Acknowledged by Omar Operator/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent('AcknowledgeAlert')[0]?.input).toMatchObject({
      ...{ id: 'alert-1', comment: 'Case E-1.' },
      idempotencyKey: expect.any(String),
    });
    expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull();
  });

  it('by two at once: the second sees who was first, and that the comment is not kept', async () => {
    const first = anAlert(acknowledged('Ana Approver'));
    const { person } = open(anAlert(), answer(first, true));
    const dialog = await openDialog(person);
    await person.type(dialog.getByRole('textbox'), 'Mine.');
    await person.click(dialog.getByRole('button', { name: 'Acknowledge' }));
    expect(
      await dialog.findByText(
        'Ana Approver acknowledged this alert before you. Your comment was not kept.',
      ),
    ).toBeTruthy();
    await person.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is stopped live while the dialog is open, where somebody was first', async () => {
    const changes = new Pushes();
    const { person, sent } = open(anAlert(), { AlertsChanged: changes });
    const dialog = await openDialog(person);
    changes.push({ alertsChanged: anAlert(acknowledged('Ana Approver')) });
    expect(
      await dialog.findByText('Ana Approver acknowledged this alert before you.'),
    ).toBeTruthy();
    expect(dialog.queryByRole('button', { name: 'Acknowledge' })).toBeNull();
    expect(sent('AcknowledgeAlert')).toEqual([]);
  });

  it('is refused by the server with its reason', async () => {
    const userErrors = [{ code: 'FORBIDDEN', message: 'You are an auditor now.', field: null }];
    const refused = { alreadyAcknowledged: false, alert: null, userErrors };
    const { person } = open(anAlert(), { AcknowledgeAlert: { acknowledgeAlert: refused } });
    const dialog = await openDialog(person);
    await person.click(dialog.getByRole('button', { name: 'Acknowledge' }));
    expect(await dialog.findByText('You are an auditor now.')).toBeTruthy();
  });

  it('is not offered to who may not, who sees why', async () => {
    open(anAlert(), {}, 'AUDITOR');
    expect(
      await screen.findByText(/Owners, operators and approvers .* Your role can’t/),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull();
  });

  it('is not offered to who may for another organization alone', async () => {
    openConsole('/alerts/alert-1', {
      grants: [
        { role: 'AUDITOR', organization: null },
        { role: 'APPROVER', organization: { id: 'organization-2', name: 'Fabrikam' } },
      ],
      answers: { AlertPage: { node: anAlert() } },
    });
    expect(await screen.findByText(/Your role can’t/)).toBeTruthy();
  });

  it('needs nothing once the cause has ended', async () => {
    open(anAlert({ status: 'RESOLVED', resolvedAt: '2026-11-27T11:00:00Z' }));
    expect((await screen.findByRole('article')).textContent).toMatch(/Resolved.*Resolved/);
    expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull();
  });
});

describe('the banner', () => {
  const banner = () => screen.findByRole('complementary', { name: 'Adobe may delete data' });
  const onPage = (alerts: readonly object[], more: Answers = {}, total = alerts.length) =>
    openConsole('/alerts/none', {
      answers: { AlertPage: { node: null }, OpenAlerts: alertPage(alerts, total), ...more },
    });

  it('names the organization, since when, and the first step; its link opens the alert', async () => {
    onPage([anAlert()]);
    const shown = await banner();
    expect(shown.textContent).toMatch(/can’t use the key of Contoso .*Seen first .*Open a case/);
    expect(within(shown).getByRole('link').getAttribute('href')).toBe('/alerts/alert-1');
  });

  it('counts organizations once, those with two alerts too', async () => {
    const of = (id: string, name: string, organization = name) =>
      anAlert({ id, organization: { id: organization, name } });
    onPage([of('1', 'A'), of('2', 'A'), of('3', 'B'), of('4', 'C'), of('5', 'D')]);
    const shown = await banner();
    expect(shown.textContent).toContain('the keys of 4 organizations (A, B, and 2 more)');
    expect(within(shown).getByRole('link').getAttribute('href')).toBe('/health?show=alerts');
  });

  it('says that there are others where there are more than it reads', async () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      anAlert({ id: `${index}`, organization: { id: `o-${index}`, name: `Customer ${index}` } }),
    );
    onPage(many, {}, 1_000);
    expect((await banner()).textContent).toContain('at least 20 organizations');
    expect(await screen.findByRole('img', { name: '1,000 open alerts' })).toBeTruthy();
  });

  it('is small once everybody’s is acknowledged, and says by whom', async () => {
    onPage([anAlert(acknowledged('Ana Approver'))]);
    const shown = await banner();
    expect(shown.textContent).toContain('Acknowledged by Ana Approver.');
    expect(shown.textContent).not.toContain('Open a case');
  });

  it('appears live, is read out once, and goes when the cause has ended', async () => {
    const changes = new Pushes();
    let alerts: object[] = [];
    const alert = anAlert({ id: 'alert-live' });
    onPage([], { OpenAlerts: () => alertPage(alerts), AlertsChanged: changes });
    await screen.findByText('Page not found');
    expect(screen.queryByRole('complementary', { name: 'Adobe may delete data' })).toBeNull();
    // Somebody listens once the part has loaded.
    await waitFor(
      () => {
        alerts = [alert];
        changes.push({ alertsChanged: alert });
        expect(screen.getByRole('complementary', { name: 'Adobe may delete data' })).toBeTruthy();
      },
      { interval: 500 },
    );
    const region = document.querySelector('[role=status].kw-hidden');
    await waitFor(() => expect(region?.textContent).toMatch(/Contoso .*Open a case/));
    region!.textContent = '';
    alerts = [alert, anAlert({ id: 'other', purgeClass: false, health: 'AT_RISK' })];
    changes.push({ alertsChanged: alert });
    await screen.findByRole('img', { name: '2 open alerts' });
    expect(region?.textContent).toBe('');
    alerts = [];
    const resolved = { ...alert, status: 'RESOLVED', resolvedAt: '2026-11-27T11:00:00Z' };
    changes.push({ alertsChanged: resolved });
    await waitFor(() =>
      expect(screen.queryByRole('complementary', { name: 'Adobe may delete data' })).toBeNull(),
    );
  });

  it('is short on a phone, and shows all it has on request', async () => {
    const wide = window.matchMedia;
    window.matchMedia = (query) => ({ ...wide(query), matches: query === '(width < 700px)' });
    try {
      const { person } = onPage([anAlert()]);
      const shown = await banner();
      expect(shown.textContent).toMatch(
        /^Adobe may delete all data of Contoso[^.]*\. Open the alert/,
      );
      expect(shown.textContent).not.toContain('Seen first');
      const more = within(shown).getByRole('button', { name: 'Show more' });
      expect(more.getAttribute('aria-expanded')).toBe('false');
      await person.click(more);
      expect(shown.textContent).toMatch(/can’t use the key of Contoso .*Seen first .*Open a case/);
      await person.click(within(shown).getByRole('button', { name: 'Show less' }));
      expect(shown.textContent).not.toContain('Seen first');
      // Read out in full all the same.
      const region = document.querySelector('[role=status].kw-hidden');
      await waitFor(() => expect(region?.textContent).toMatch(/Contoso .*Open a case/));
    } finally {
      window.matchMedia = wide;
    }
  });

  it('is absent where no alert is of the purge class', async () => {
    onPage([anAlert({ purgeClass: false, health: 'AT_RISK' })]);
    expect(await screen.findByRole('img', { name: '1 open alert' })).toBeTruthy();
    expect(screen.queryByRole('complementary', { name: 'Adobe may delete data' })).toBeNull();
  });
});
