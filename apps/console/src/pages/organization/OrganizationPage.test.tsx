// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aKeyHealth, healthAnswers } from '../../fixtures/aKeyHealth.ts';
import { anOrganization } from '../../fixtures/anOrganization.ts';
import { aRun } from '../../fixtures/aRun.ts';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const PATH = '/organizations/organization-1';
const ALL_ACTIONS = ['startRun', 'updateOrganization', 'archiveOrganization', 'connectAdobe'];

type Organization = ReturnType<typeof anOrganization>;

function open(shown: Organization | null, answers: Answers = {}, locale: Locale = 'en') {
  return openConsole(PATH, {
    locale,
    answers: {
      Organization: { organization: shown },
      Connections: { organization: shown },
      ...healthAnswers(aKeyHealth({ health: 'NOT_WATCHED', tracks: [] })),
      ...answers,
    },
  });
}
const done = (mutation: string, now: Organization) => ({
  [mutation]: { organization: now, userErrors: [] },
});
const refused = (mutation: string, message: string, field: string | null = null) => ({
  [mutation]: {
    ...{ organization: null, run: null },
    userErrors: [{ code: 'CONFLICT', message, field: field === null ? null : [field] }],
  },
});
const panel = async (name: string) =>
  within((await screen.findByRole('heading', { name })).closest('section')!);

describe('the page of an organization', () => {
  it('shows its details and runs', async () => {
    const run = {
      ...{ id: 'run-1', status: 'BLOCKED', refusedTracks: [], waitingOn: ['PARTNER'] },
      sentence: 'Blocked at Vault.',
      ...{ owner: null, dueAt: '2020-01-31T12:00:00.000Z', overdue: true, tracks: [] },
      ...{ startedAt: '2026-11-24T12:00:00Z', completedAt: null },
      progress: { done: 1, total: 19 },
    };
    const runs = { totalCount: 1, edges: [{ cursor: 'c', node: run }] };
    open(anOrganization([], { runs, currentRun: run }));
    expect(await screen.findByRole('heading', { name: 'Contoso' })).toBeTruthy();
    expect(screen.getByText('US East (VA7)')).toBeTruthy();
    expect(screen.getByText('Blocked at Vault.').closest('tr')?.textContent).toMatch(
      /Waiting on: your team.*No oneOverdue: Jan 31, 2020/,
    );
    expect(screen.getByRole('link', { name: 'Open run' }).getAttribute('href')).toBe('/runs/run-1');
  });

  it('offers nothing that the server does not allow', async () => {
    open(anOrganization([]));
    expect(await screen.findByRole('heading', { name: 'Contoso' })).toBeTruthy();
    for (const name of ['Start run', 'Edit', 'Archive', 'Connect', 'Disconnect'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('says that there is no such organization', async () => {
    open(null);
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
  });

  it('says why it could not be loaded, and is loaded again', async () => {
    const { person } = open(anOrganization([]), {
      Organization: failsOnce('Too busy.', () => ({ organization: anOrganization([]) })),
    });
    expect(await screen.findByText('Couldn’t load the organization')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Contoso' })).toBeTruthy();
  });

  it('is not said to be missing while it loads', async () => {
    const { sent } = open(null, { Organization: PENDING, Connections: PENDING });
    await expect.poll(() => sent('Organization')).toHaveLength(1);
    expect(screen.queryByRole('heading', { name: 'Page not found' })).toBeNull();
  });

  it('is in Spanish', async () => {
    open(anOrganization(ALL_ACTIONS), {}, 'es');
    expect(await screen.findByRole('button', { name: 'Iniciar proceso' })).toBeTruthy();
    expect(screen.getByText('Aún no hay procesos.')).toBeTruthy();
  });
});

describe('starting a run', () => {
  it('is sent again with the same key after a failure, then opens the run', async () => {
    const started = { startRun: { run: { id: 'run-1' }, userErrors: [] } };
    const { person, sent, router } = open(anOrganization(['startRun']), {
      ...runAnswers(aRun()),
      StartRun: failsOnce('Timed out.', () => started),
    });
    await person.click(await screen.findByRole('button', { name: 'Start run' }));
    await person.click(await screen.findByRole('button', { name: 'Try again' }));
    await expect.poll(() => router.state.location.pathname).toBe('/runs/run-1');
    const [first, second] = sent('StartRun');
    expect(first?.input).toMatchObject({ organizationId: 'organization-1' });
    expect(first?.input.idempotencyKey).toBeTruthy();
    expect(second).toEqual(first);
  });

  it('shows why the server refused it', async () => {
    const { person } = open(anOrganization(['startRun']), {
      StartRun: refused('startRun', 'A run is already open.'),
    });
    await person.click(await screen.findByRole('button', { name: 'Start run' }));
    expect(await screen.findByText('A run is already open.')).toBeTruthy();
  });
});

describe('correcting an organization', () => {
  it('sends only what has changed, and says what is fixed and why', async () => {
    const now = anOrganization(ALL_ACTIONS, { name: 'Contoso Health' });
    const { person, sent } = open(anOrganization(ALL_ACTIONS), {
      UpdateOrganization: done('updateOrganization', now),
    });
    await person.click(await screen.findByRole('button', { name: 'Edit' }));
    const save = screen.getByRole('button', { name: 'Save changes' });
    expect(save.hasAttribute('disabled')).toBe(true);
    expect(screen.queryByRole('textbox', { name: /^IMS organization ID/ })).toBeNull();
    expect(screen.getByText(/Sent to Adobe\./)).toBeTruthy();
    await person.type(screen.getByRole('textbox', { name: /^Name/ }), ' Health');
    await person.click(save);
    expect(await screen.findByRole('heading', { name: 'Contoso Health' })).toBeTruthy();
    const { idempotencyKey, ...input } = sent('UpdateOrganization')[0]?.input;
    expect(idempotencyKey).toBeTruthy();
    expect(input).toEqual({ organizationId: 'organization-1', name: 'Contoso Health' });
  });

  it('shows at the field why the server refused it', async () => {
    const message = 'Another organization has this name.';
    const { person } = open(anOrganization(ALL_ACTIONS), {
      UpdateOrganization: refused('updateOrganization', message, 'name'),
    });
    await person.click(await screen.findByRole('button', { name: 'Edit' }));
    await person.type(screen.getByRole('textbox', { name: /^Name/ }), '2');
    await person.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findAllByText(message)).toHaveLength(1);
  });
});

describe('archiving an organization', () => {
  it('needs a reason where the server requires one, then can be undone', async () => {
    const before = anOrganization([], {
      nextActions: [{ mutation: 'archiveOrganization', needsReason: true }],
    });
    const archived = anOrganization(['restoreOrganization'], {
      archivedAt: '2026-11-25T12:00:00Z',
    });
    const { person, sent } = open(before, {
      ArchiveOrganization: done('archiveOrganization', archived),
      RestoreOrganization: done('restoreOrganization', before),
    });
    await person.click(await screen.findByRole('button', { name: 'Archive' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Archive Contoso?' }));
    const archive = dialog.getByRole('button', { name: 'Archive' });
    expect(archive.hasAttribute('disabled')).toBe(true);
    await person.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Contract ended');
    await person.click(archive);
    expect(await screen.findByText(/^Archived on November 25, 2026/)).toBeTruthy();
    expect(sent('ArchiveOrganization')[0]?.input).toMatchObject({ reason: 'Contract ended' });
    await person.click(screen.getByRole('button', { name: 'Restore' }));
    await expect.poll(() => screen.queryByText(/^Archived on/)).toBeNull();
  });
});

describe('the connections of an organization', () => {
  it('store a credential, and never show its secret again', async () => {
    const connection = {
      ...{ state: 'NOT_TRIED', checkedAt: null, nextCheckAt: null, code: null, message: null },
      ...{
        cause: null,
        remedy: null,
        clientId: 'my-client',
        tenantId: null,
        subscriptionId: null,
        replacement: null,
      },
    };
    const now = anOrganization(['connectAdobe'], { adobeConnection: connection });
    const { person, sent } = open(anOrganization(['connectAdobe']), {
      ConnectAdobe: done('connectAdobe', now),
    });
    const adobe = await panel('Adobe');
    await person.click(adobe.getByRole('button', { name: 'Connect' }));
    const save = adobe.getByRole('button', { name: 'Save' });
    expect(save.hasAttribute('disabled')).toBe(true);
    await person.type(adobe.getByRole('textbox', { name: /^Client ID/ }), 'my-client');
    const secret = adobe.getByLabelText(/^Client secret/);
    expect(secret.getAttribute('type')).toBe('password');
    await person.type(secret, 's3cret');
    await person.click(save);
    expect(await adobe.findByText('Saved, not checked yet')).toBeTruthy();
    expect(sent('ConnectAdobe')[0]?.input).toMatchObject({
      clientId: 'my-client',
      clientSecret: 's3cret',
      scopes: expect.arrayContaining(['openid', 'AdobeID']),
    });
    await person.click(adobe.getByRole('button', { name: 'Replace credential' }));
    expect(adobe.getByLabelText<HTMLInputElement>(/^Client secret/).value).toBe('');
  });

  it('show what the cloud answered to a credential that it rejected', async () => {
    const connection = {
      ...{ state: 'FAILED', checkedAt: '2026-11-25T12:00:00Z', nextCheckAt: null },
      ...{ code: 'AADSTS7000222', message: 'AADSTS7000222: The secret has expired.' },
      ...{ cause: 'The secret has expired.', remedy: 'Create another one.' },
      ...{ clientId: 'my-client', tenantId: null, subscriptionId: null, replacement: null },
    };
    open(anOrganization([], { azureConnection: connection }));
    const azure = await panel('Azure');
    expect(azure.getByText('Azure rejected the credential')).toBeTruthy();
    expect(azure.getByText(/Create another one\./)).toBeTruthy();
    expect(azure.getByText('AADSTS7000222: The secret has expired.')).toBeTruthy();
  });

  it('are deleted only after a question, and say why the server refused it', async () => {
    const { person, sent } = open(anOrganization(['disconnectAzure']), {
      DisconnectAzure: refused('disconnectAzure', 'A submission is in progress.'),
    });
    const azure = await panel('Azure');
    await person.click(azure.getByRole('button', { name: 'Disconnect' }));
    const question = within(await screen.findByRole('alertdialog', { name: 'Disconnect Azure?' }));
    expect(sent('DisconnectAzure')).toEqual([]);
    await person.click(question.getByRole('button', { name: 'Disconnect' }));
    expect(await azure.findByText('A submission is in progress.')).toBeTruthy();
    expect(sent('DisconnectAzure')).toHaveLength(1);
  });
});
