// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aKeyHealth, healthAnswers } from '../../../fixtures/aKeyHealth.ts';
import { anOrganization } from '../../../fixtures/anOrganization.ts';
import type { Answers } from '../../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../../fixtures/failsOnce.ts';
import type { Role } from '../../../generated/enums.ts';
import type { Locale } from '../../../intl/locale.ts';
import { openConsole } from '../../../testing/openConsole.tsx';

const ADOBE = 'https://keyway.example/hooks/adobe/organization-1';
const AZURE = 'https://keyway.example/hooks/azure/organization-1?secret=kwe_x';
const MADE = { id: 'entry-1', at: '2026-11-20T12:00:00Z', actor: 'Ana Approver' };
const answer = (nodes: readonly object[] = []) => ({
  organization: { id: 'organization-1', keyHealth: { adobeWebhookUrl: ADOBE } },
  history: { nodes },
});
const CREATED = { createEventGridAddress: { address: AZURE, userErrors: [] } };

interface Opened {
  role?: Role;
  locale?: Locale;
  organization?: object;
}

function open(answers: Answers, { role, locale, organization = {} }: Opened = {}) {
  const shown = anOrganization([], organization);
  return openConsole('/organizations/organization-1', {
    ...{ role, locale },
    answers: {
      Organization: { organization: shown },
      Connections: { organization: shown },
      ...healthAnswers(aKeyHealth({ health: 'NOT_WATCHED', tracks: [] })),
      EventAddresses: answer(),
      ...answers,
    },
  });
}
const panel = async (name = 'Alerts and events') =>
  within((await screen.findByRole('heading', { name })).closest('section')!);
const connection = {
  ...{ state: 'CONNECTED', checkedAt: null, nextCheckAt: null, code: null, message: null },
  ...{
    cause: null,
    remedy: null,
    clientId: 'client-7',
    tenantId: null,
    subscriptionId: null,
    replacement: null,
  },
};

describe('the address for Adobe’s alerts', () => {
  it('is copied, with how to register it for the connection’s credential', async () => {
    const { person } = open({}, { organization: { adobeConnection: connection } });
    const events = await panel();
    await person.click(
      await events.findByRole('button', { name: 'Copy address for Adobe’s alerts' }),
    );
    expect(await navigator.clipboard.readText()).toBe(ADOBE);
    expect(await events.findByText(/client ID client-7/)).toBeTruthy();
    expect(events.queryByText(/^Connect Adobe first/)).toBeNull();
  });

  it('says that it needs the connection', async () => {
    open({});
    expect(await (await panel()).findByText(/^Connect Adobe first/)).toBeTruthy();
  });

  it('is all there is on AWS, and nothing without a connection', async () => {
    const aws = { cloud: 'AWS', adobeConnection: connection };
    open({}, { organization: aws });
    await (await panel()).findByText(/^Adobe sends an alert/);
    expect(screen.queryByText('Events from Azure Event Grid')).toBeNull();
  });

  it('is read again where it could not be', async () => {
    const { person } = open({ EventAddresses: failsOnce('Too busy.', () => answer()) });
    const events = await panel();
    expect(await events.findByText('Couldn’t load the addresses')).toBeTruthy();
    await person.click(events.getByRole('button', { name: 'Try again' }));
    expect(await events.findByText('No address yet.')).toBeTruthy();
  });
});

it.each([{ cloud: 'AWS' }, { archivedAt: '2026-11-20T12:00:00Z' }])(
  'is not shown where nothing can be received: %o',
  async (organization) => {
    open({}, { organization });
    expect(await screen.findByRole('heading', { name: 'Adobe' })).toBeTruthy();
    await screen.findByRole('heading', { name: 'Health of the keys' });
    expect(screen.queryByRole('heading', { name: 'Alerts and events' })).toBeNull();
  },
);

describe('the address for Event Grid', () => {
  it('is shown once, and asks before it is closed without a copy', async () => {
    const { person, sent } = open({ CreateEventGridAddress: CREATED });
    await person.click(await screen.findByRole('button', { name: 'Make the address' }));
    const form = within(await screen.findByRole('dialog'));
    await waitFor(() => expect(sent('EventAddresses')).toHaveLength(2));
    expect(form.queryByText(/ends at once/)).toBeNull();
    await person.click(form.getByRole('button', { name: 'Make the address' }));
    expect(await screen.findByText(/kwe_x/)).toBeTruthy();
    expect(sent('CreateEventGridAddress')).toHaveLength(1);
    await person.keyboard('{Escape}');
    const question = within(await screen.findByRole('alertdialog'));
    // Nothing revokes it but the next one.
    expect(question.getByText(/make another one, which ends this one/)).toBeTruthy();
    expect(question.queryByRole('button', { name: 'Revoke and close' })).toBeNull();
    await person.click(question.getByRole('button', { name: 'Close without copying' }));
    await waitFor(() => expect(screen.queryByText(/kwe_x/)).toBeNull());
    expect(sent('EventAddresses')).toHaveLength(3);
  });

  it('says before whose address it ends, also one that was made since', async () => {
    const made: object[] = [];
    const { person, sent } = open({ EventAddresses: () => answer(made) });
    expect(await screen.findByText('No address yet.')).toBeTruthy();
    made.push(MADE);
    await person.click(screen.getByRole('button', { name: 'Make the address' }));
    const form = within(await screen.findByRole('dialog'));
    expect((await form.findByText(/ends at once/)).textContent).toMatch(/by Ana Approver ends/);
    expect(form.getByRole('button', { name: 'End it and make another' })).toBeTruthy();
    await person.click(form.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent('CreateEventGridAddress')).toEqual([]);
  });

  it('says why the server refused it', async () => {
    const refusal = { code: 'CONFLICT', message: 'The organization is archived.', field: null };
    const { person } = open({
      CreateEventGridAddress: {
        createEventGridAddress: { address: null, userErrors: [refusal] },
      },
    });
    await person.click(await screen.findByRole('button', { name: 'Make the address' }));
    const form = within(await screen.findByRole('dialog'));
    await person.click(form.getByRole('button', { name: 'Make the address' }));
    expect(await form.findByText('The organization is archived.')).toBeTruthy();
  });

  it.each(['AUDITOR', 'APPROVER'] as const)('is not made by an %s, who sees why', async (role) => {
    open({ EventAddresses: answer([MADE]) }, { role });
    const events = await panel();
    expect(await events.findByText(/^An operator or owner/)).toBeTruthy();
    expect(events.getByText(/^Address made/).textContent).toContain('Ana Approver');
    expect(events.queryByRole('button', { name: /Make/ })).toBeNull();
  });

  it('is in Spanish', async () => {
    open({}, { locale: 'es' });
    expect(
      await (await panel('Alertas y eventos')).findByRole('button', { name: 'Crear la dirección' }),
    ).toBeTruthy();
  });
});
