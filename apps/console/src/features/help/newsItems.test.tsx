// @vitest-environment jsdom
/** What is new is true: each item leads to a page that has what the item is about. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aHealth } from '../../fixtures/aHealth.ts';
import { anInbox, anInboxItem } from '../../fixtures/anInboxItem.ts';
import { PENDING, type Answers } from '../../fixtures/AnsweringLink.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import { NEWS } from './newsItems.ts';

const contoso = { id: 'Contoso', name: 'Contoso', imsOrgId: 'Contoso@AdobeOrg' };
const organization = {
  ...{ ...contoso, cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD' },
  ...{ adobeConnection: null, azureConnection: null, keyHealth: aHealth(), currentRun: null },
};
const pageInfo = { hasNextPage: false, endCursor: null };
const TASK = {
  ...{ since: '2026-11-25T08:00:00.000Z', urgency: 'WAITING', position: 'a' },
  action: { mutation: 'provideKey', track: 'AEP', step: 'KEY', label: 'Provide key', reason: null },
  run: {
    ...{ id: 'run-1', version: 1, dueAt: null, overdue: false, owner: null },
    organization: contoso,
  },
};
const answers: Answers = {
  MatrixPage: { organizations: { totalCount: 1, pageInfo, nodes: [organization] } },
  ...{ MatrixChanges: PENDING, Tasks: tasksAnswer([TASK]) },
  Organizations: {
    organizations: { totalCount: 1, pageInfo, edges: [{ cursor: '1', node: organization }] },
  },
  ...{ Inbox: anInbox([anInboxItem()], 1), Checks: PENDING },
};

/** What each item is about, on the page that it leads to. */
const SHOWN: Record<(typeof NEWS)[number]['id'], () => Promise<HTMLElement>> = {
  oneForm: () => screen.findByRole('button', { name: 'Choose JSON files' }),
  importKeys: () => screen.findByText('aepKeyIdentifier'),
  firstRun: () => screen.findByRole('button', { name: 'Legend' }),
  inbox: () => screen.findByRole('link', { name: anInboxItem().title }),
  tasks: () => screen.findByRole('button', { name: /^Provide key · 1/ }),
};

describe('what is new', () => {
  it.each(NEWS)('leads to what it says: $id', async ({ id, place }) => {
    const { person, router } = openConsole('/checks', { answers });
    await person.click(await screen.findByRole('button', { name: 'Help' }));
    await person.click(await screen.findByRole('menuitem', { name: 'What’s new' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'What’s new' }));
    await person.click(dialog.getAllByRole('link')[NEWS.findIndex((one) => one.id === id)]!);
    await expect.poll(() => router.latestLocation.pathname).toBe(place);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(await SHOWN[id]()).toBeTruthy();
  });
});
