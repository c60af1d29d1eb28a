// @vitest-environment jsdom
/** A dry run from the selection of organizations to what is in the way of each. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Pushes, serverError, type Answers } from '../../fixtures/AnsweringLink.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const dryRun = (part: object = {}) => ({
  ...{ __typename: 'DryRun', id: 'dry-1', status: 'RUNNING', tracks: ['AEP', 'CJA'] },
  ...{ total: 3, checked: 1, skipped: 0, startedBy: 'Olga', cancelledBy: null },
  ...{ startedAt: '2026-11-25T08:00:00Z', endedAt: null, expiresAt: null },
  ...{ outcomes: [{ outcome: 'READY', count: 1 }], causes: [] },
  ...part,
});
const item = (name: string, outcome: string | null, message: string | null = null) => ({
  organization: { id: `organization-${name}`, name, imsOrgId: `${name}@AdobeOrg` },
  ...{ outcome, skipped: false, checkedAt: null, message },
});
const NO_PURGE = {
  ...{ id: 'BLOCKED/VAULT/CHECK/vaultHasPurgeProtection', outcome: 'BLOCKED', count: 1 },
  ...{ step: 'VAULT', kind: 'CHECK', code: 'vaultHasPurgeProtection' },
  message: 'Vault: Purge protection',
};
const ITEMS = [
  item('Contoso', 'READY'),
  item('Adatum', 'BLOCKED', 'Vault: Purge protection'),
  item('=Fabrikam', null),
];
const answer = (part: object = {}, items: readonly object[] = ITEMS) => ({
  node: {
    ...dryRun(part),
    organizations: {
      totalCount: items.length,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: items.map((node, at) => ({ cursor: `${at}`, node })),
      nodes: items,
    },
  },
});
const DONE = {
  ...{ status: 'DONE', checked: 3, endedAt: '2026-11-25T08:01:00Z' },
  ...{ expiresAt: '2026-12-25T08:01:00Z', causes: [NO_PURGE] },
  outcomes: [
    { outcome: 'BLOCKED', count: 1 },
    { outcome: 'READY', count: 2 },
  ],
};
const open = (answers: Answers, address = '/readiness/dry-1', locale: Locale = 'en') =>
  openConsole(address, {
    role: 'OPERATOR',
    locale,
    answers: { DryRunChanged: new Pushes(), ...answers },
  });

describe('a dry run', () => {
  it('shows how far it is, and each organization with what is in its way', async () => {
    open({ DryRunPage: answer() });
    expect(await screen.findByText(/1 of 3 checked/)).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Checked organizations' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Contoso.*Ready/),
      expect.stringMatching(/Adatum.*Blocked.*Purge protection/),
      expect.stringMatching(/Fabrikam.*Pending/),
    ]);
    const link = within(rows[1]!).getByRole('link');
    expect(link.getAttribute('href')).toBe('/organizations/organization-Adatum');
  });

  it('is read again when it changes, and groups by what is in the way', async () => {
    const pushes = new Pushes();
    let current = answer();
    const { person, sent, router } = open({ DryRunPage: () => current, DryRunChanged: pushes });
    await screen.findByText(/1 of 3 checked/);
    current = answer(DONE);
    pushes.push({ dryRunChanged: dryRun(DONE) });
    const cause = await screen.findByRole('button', {
      name: '1 organization · Vault: Purge protection',
    });
    expect(screen.queryByRole('button', { name: 'Cancel check' })).toBeNull();
    await person.click(cause);
    await expect
      .poll(() => sent('DryRunPage').at(-1))
      .toMatchObject({ cause: NO_PURGE.id, outcome: null });
    expect(router.state.location.search).toEqual({ cause: NO_PURGE.id });
  });

  it('lets rows be selected for a bulk action, until the list is narrowed', async () => {
    const BulkPreview = {
      bulkPreview: { affected: 2, eligible: [], blockedCount: 0, blocked: [] },
    };
    const { person, sent } = open({ DryRunPage: answer(DONE), BulkPreview });
    await person.click(await screen.findByRole('checkbox', { name: 'Select Adatum' }));
    await person.click(screen.getByRole('checkbox', { name: 'Select =Fabrikam' }));
    expect(await screen.findByText('2 organizations selected')).toBeTruthy();
    // No filter of organizations says which a dry run has checked.
    expect(screen.queryByRole('button', { name: /^Select all/ })).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Bulk action' }));
    await person.click(await screen.findByRole('radio', { name: 'Check now' }));
    await expect
      .poll(() => sent('BulkPreview').at(-1))
      .toMatchObject({ organizationIds: ['organization-Adatum', 'organization-=Fabrikam'] });
    await person.click(screen.getByRole('button', { name: 'Cancel' }));
    await person.click(screen.getByRole('button', { name: /Vault: Purge protection$/ }));
    await expect.poll(() => screen.queryByText(/organizations? selected/)).toBeNull();
  });

  it('says how fast it is, and how long it may take', async () => {
    const pushes = new Pushes();
    let current = answer({ total: 500, checked: 20 });
    open({ DryRunPage: () => current, DryRunChanged: pushes });
    expect((await screen.findByText(/20 of 500 checked/)).textContent).not.toContain('minute');
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 60_000);
    current = answer({ total: 500, checked: 140 });
    pushes.push({ dryRunChanged: dryRun({ total: 500, checked: 140 }) });
    expect(await screen.findByText(/about 1[12]\d a minute, [34] minutes left/)).toBeTruthy();
    vi.restoreAllMocks();
  });

  it('is canceled, and says why it could not be', async () => {
    const userErrors = [{ code: 'FORBIDDEN', message: 'Not yours.', field: null }];
    const { person, sent } = open({
      DryRunPage: answer(),
      CancelDryRun: { cancelDryRun: { dryRun: null, userErrors } },
    });
    await person.click(await screen.findByRole('button', { name: 'Cancel check' }));
    expect(await screen.findByText('Not yours.')).toBeTruthy();
    expect(sent('CancelDryRun')[0]?.input).toMatchObject({ id: 'dry-1' });
  });

  it('is saved as a file that no spreadsheet takes for formulas', async () => {
    const saved: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
        revokeObjectURL: () => undefined,
      }),
    );
    const { person } = open({ DryRunPage: answer(DONE), DryRunFile: answer(DONE) });
    await person.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await expect.poll(() => saved.length).toBe(1);
    const text = await saved[0]!.text();
    expect(text.split('\r\n')[0]).toContain('"Organization","IMS organization ID","Outcome"');
    expect(text).toContain('"Adatum","Adatum@AdobeOrg","Blocked","BLOCKED"');
    expect(text).toContain(`"'=Fabrikam"`);
    vi.unstubAllGlobals();
  });

  it('has states for failed, gone and nothing that matches, and a Spanish one', async () => {
    open({ DryRunPage: serverError('down') });
    expect(await screen.findByText('Couldn’t load the readiness check')).toBeTruthy();
  });

  it('is not found where it may not be seen', async () => {
    open({ DryRunPage: { node: null } });
    expect(await screen.findByRole('heading', { name: /not found|doesn’t exist/i })).toBeTruthy();
  });

  it('says in Spanish what matches', async () => {
    open({ DryRunPage: answer(DONE, []) }, '/readiness/dry-1?outcome=WAITING', 'es');
    expect(await screen.findByText(/3 de 3 comprobadas/)).toBeTruthy();
    expect(screen.getByText('2 listas')).toBeTruthy();
  });
});
