// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { reportMissed } from '../../apollo/liveConnection.ts';
import { acknowledged, alertPage, anAlert } from '../../fixtures/anAlert.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { PENDING, Pushes, serverError } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const counts = (healths: Record<string, number>, checkedSince: string | null = null) => ({
  HealthPage: {
    portfolio: {
      checkedSince,
      byHealth: Object.entries(healths).map(([health, count]) => ({ health, count })),
    },
  },
});
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const row = (name: string, health: string, topAlert: object | null = null) => ({
  id: `organization-${name}`,
  name,
  keyHealth: {
    ...{ health, since: '2026-11-27T10:00:00Z', lookedAt: '2026-11-27T10:10:00Z' },
    tracks: [
      {
        ...{ track: 'AEP', health, cause: `${name}: the key’s version was disabled.` },
        clock: {
          startedAt: '2026-11-27T10:00:00Z',
          marks: [
            { at: inHours(-1), rule: 'TM-14', text: 'From now on Adobe may delete all data.' },
            { at: inHours(5), rule: 'TM-05', text: 'Primary stores can’t be read.' },
            { at: inHours(150), rule: 'TM-06', text: 'Cached stores can’t be read.' },
          ],
        },
      },
      { track: 'CJA', health: 'HEALTHY', cause: null, clock: null },
    ],
  },
  topAlert,
});
const rows = (...nodes: object[]) => ({
  organizations: {
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: nodes.map((node, index) => ({ cursor: `${index}`, node })),
  },
});
const byHealth =
  (found: Record<string, object[]>) =>
  ({ filter }: { filter?: { health?: string[] } }) =>
    rows(...(found[filter?.health?.[0] ?? ''] ?? []));
const open = (answers: Answers, path = '/health', locale?: Locale) =>
  openConsole(path, { locale, answers });

describe('what is wrong now', () => {
  it('is listed worst first, with cause, documented effects and whose turn it is', async () => {
    open({
      ...counts({ REVOKED: 1, CUT_OFF: 0, AT_RISK: 1, UNREACHABLE: 0, HEALTHY: 3 }),
      Unhealthy: byHealth({
        REVOKED: [row('Contoso', 'REVOKED', anAlert(acknowledged('Ana Approver')))],
        AT_RISK: [row('Fabrikam', 'AT_RISK', anAlert({ id: 'alert-2', purgeClass: false }))],
      }),
    });
    const tables = await screen.findAllByRole('table');
    expect(tables.map((table) => table.getAttribute('aria-label'))).toEqual(['Revoked', 'At risk']);
    const revoked = within(tables[0]!);
    expect(revoked.getByText(/AEP: Contoso: the key’s version was disabled/)).toBeTruthy();
    expect(revoked.queryByText(/CJA/)).toBeNull();
    // What may be so already stands before what comes next.
    expect(revoked.getByText('From now on Adobe may delete all data.')).toBeTruthy();
    expect(revoked.getByText('Primary stores can’t be read.')).toBeTruthy();
    expect(revoked.queryByText('Cached stores can’t be read.')).toBeNull();
    expect(revoked.getByRole('link', { name: 'Acknowledged by Ana Approver' })).toBeTruthy();
    const nobody = within(tables[1]!).getByRole('link', { name: 'Nobody has acknowledged it' });
    expect(nobody.getAttribute('href')).toBe('/alerts/alert-2');
    expect(screen.getByText(/3 organizations are healthy/)).toBeTruthy();
  });

  it('can be selected, also all of one health that is not loaded', async () => {
    const nodes = [row('Contoso', 'REVOKED'), row('Adatum', 'REVOKED')];
    const BulkPreview = {
      bulkPreview: { affected: 40, eligible: [], blockedCount: 0, blocked: [] },
    };
    const { person, sent } = openConsole('/health', {
      role: 'OPERATOR',
      answers: { ...counts({ REVOKED: 40 }), Unhealthy: rows(...nodes), BulkPreview },
    });
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    expect(await screen.findByText('1 organization selected')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Select all 40' }));
    expect(await screen.findByText('40 organizations selected')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Bulk action' }));
    await person.click(await screen.findByRole('radio', { name: 'Check now' }));
    await expect
      .poll(() => sent('BulkPreview').at(-1))
      .toMatchObject({ filter: { health: ['REVOKED'] } });
  });

  it('is asked for by health alone, and by the name that the address has', async () => {
    const { sent } = open(
      { ...counts({ REVOKED: 1, AT_RISK: 1 }), Unhealthy: rows(row('Contoso', 'AT_RISK')) },
      '/health?health=AT_RISK&text=Con',
    );
    await screen.findByRole('table', { name: 'At risk' });
    expect(screen.queryByRole('table', { name: 'Revoked' })).toBeNull();
    expect(sent('Unhealthy')[0]).toMatchObject({ filter: { health: ['AT_RISK'], text: 'Con' } });
  });

  it('takes no choice that there is none of', async () => {
    open(
      { ...counts({ REVOKED: 1 }), Unhealthy: rows(row('Contoso', 'REVOKED')) },
      '/health?health=BROKEN&show=nothing',
    );
    expect(await screen.findByRole('table', { name: 'Revoked' })).toBeTruthy();
  });

  it('is nothing where all is well, and says when everything was checked', async () => {
    const at = new Date(Date.now() - 120_000).toISOString();
    open(counts({ REVOKED: 0, HEALTHY: 12 }, at));
    expect(await screen.findByText('The keys of 12 organizations are healthy')).toBeTruthy();
    expect(screen.getByText(/2 minutes ago/)).toBeTruthy();
  });

  it('does not say that all is well before everything was checked', async () => {
    open(counts({ HEALTHY: 2 }));
    expect(await screen.findByText('Not every key has been checked yet.')).toBeTruthy();
  });

  it('says what will come where nothing is watched', async () => {
    open(counts({ NOT_WATCHED: 5 }));
    expect(await screen.findByText('No keys are watched yet')).toBeTruthy();
  });

  it('says that it could not be loaded, and is loaded again', async () => {
    const { person } = open({
      HealthPage: failsOnce('Too busy.', () => counts({ NOT_WATCHED: 1 }).HealthPage),
    });
    await person.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No keys are watched yet')).toBeTruthy();
  });

  it('is in Spanish', async () => {
    open(
      { ...counts({ REVOKED: 1 }), Unhealthy: rows(row('Contoso', 'REVOKED')) },
      '/health',
      'es',
    );
    expect(await screen.findByText('Efectos documentados')).toBeTruthy();
  });

  it('keeps the rows of one part where another can’t be loaded', async () => {
    open({
      ...counts({ REVOKED: 1, AT_RISK: 1 }),
      Unhealthy: ({ filter }) =>
        filter?.health?.[0] === 'REVOKED'
          ? rows(row('Contoso', 'REVOKED'))
          : serverError('Too busy.'),
    });
    expect(await screen.findByRole('table', { name: 'Revoked' })).toBeTruthy();
    expect(await screen.findByText('Couldn’t load the health of the keys')).toBeTruthy();
  });
});

it('follows health that changes without an alert', async () => {
  const changes = new Pushes();
  let found: Answers = counts({ REVOKED: 1 });
  open({
    HealthPage: () => found['HealthPage'] as object,
    Unhealthy: byHealth({ REVOKED: [row('Contoso', 'REVOKED')] }),
    KeyHealthChanges: changes,
  });
  expect(await screen.findByRole('table', { name: 'Revoked' })).toBeTruthy();
  found = counts({ REVOKED: 0, HEALTHY: 1 });
  const keyHealth = aHealth('HEALTHY', 9);
  await expect
    .poll(() => {
      act(() => changes.push({ keyHealthChanged: { id: 'organization-Contoso', keyHealth } }));
      return screen.queryByRole('table', { name: 'Revoked' });
    })
    .toBeNull();
});

describe('the alerts', () => {
  const PATH = '/health?show=alerts';

  it('are those that are not resolved, in the order of the server', async () => {
    const { sent } = open(
      { Alerts: alertPage([anAlert(), anAlert({ id: 'alert-2', title: 'The key expires soon' })]) },
      PATH,
    );
    const articles = await screen.findAllByRole('article');
    expect(articles.map((one) => within(one).getByRole('heading').textContent)).toEqual([
      'Adobe can’t use the key',
      'The key expires soon',
    ]);
    expect(sent('Alerts')[0]).toMatchObject({ filter: { status: ['OPEN', 'ACKNOWLEDGED'] } });
  });

  it('are filtered by the address, which a colleague may have sent', async () => {
    const { sent } = open(
      {
        Alerts: alertPage([]),
        OrganizationName: { organization: { id: 'organization-1', name: 'Contoso' } },
        OrganizationChoices: { organizations: { edges: [] } },
      },
      `${PATH}&status=ANY&kind=KEY_EXPIRY&organization=organization-1`,
    );
    expect(await screen.findByText('No alert matches these filters')).toBeTruthy();
    expect(sent('Alerts')[0]?.filter).toEqual({
      organizationId: 'organization-1',
      kind: ['KEY_EXPIRY'],
    });
  });

  it('say that there are none', async () => {
    open({ Alerts: alertPage([]) }, PATH);
    expect(await screen.findByText('No open alerts')).toBeTruthy();
  });

  it('are read again when the live connection is back', async () => {
    let alerts = [anAlert()];
    const { sent } = open({ Alerts: () => alertPage(alerts) }, PATH);
    await screen.findByText('Adobe can’t use the key');
    alerts = [anAlert({ id: 'alert-9', title: 'Came meanwhile' }), ...alerts];
    act(() => reportMissed());
    expect(await screen.findByText('Came meanwhile')).toBeTruthy();
    expect(sent('Alerts').length).toBeGreaterThan(1);
  });

  it('are one page at a time, a thousand of them too', async () => {
    const many = Array.from({ length: 30 }, (_, index) => anAlert({ id: `alert-${index}` }));
    const { person, sent } = open(
      {
        Alerts: ({ after }) =>
          alertPage(
            many.map((one, index) => ({ ...one, id: `${after ?? ''}-${index}` })),
            1_000,
          ),
      },
      PATH,
    );
    expect(await screen.findByText('1,000 alerts')).toBeTruthy();
    await person.click(await screen.findByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(60));
    expect(sent('Alerts').at(-1)).toMatchObject({ after: 'end' });
  });

  it('in another language are asked for in it; a late answer in the old one is not shown', async () => {
    const { person } = open(
      {
        Alerts: ({ locale }) =>
          locale === 'en' ? PENDING : alertPage([anAlert({ title: 'Adobe no puede usarla' })]),
      },
      PATH,
    );
    await person.click(await screen.findByRole('button', { name: /Language/ }));
    await person.click(await screen.findByRole('menuitemradio', { name: 'Español' }));
    expect(await screen.findByText('Adobe no puede usarla')).toBeTruthy();
  });
});
