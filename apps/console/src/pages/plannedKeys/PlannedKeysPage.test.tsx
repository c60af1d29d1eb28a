// @vitest-environment jsdom
/** A list of planned keys: what can be checked, and each line that can't. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { serverError, type Answers } from '../../fixtures/AnsweringLink.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const LIST =
  'imsOrgId,track,keyIdentifier\nA,AEP,https://contoso.vault.azure.net/keys/cmk\nB,BOTH,x';
const KEY = {
  ...{ line: 2, organizationId: 'organization-1', organizationName: 'Contoso', track: 'AEP' },
  ...{ keyIdentifier: 'https://contoso.vault.azure.net/keys/cmk', vaultResourceId: null },
};
const WRONG = { line: 3, field: 'track', message: 'Allowed values: AEP and CJA.' };
const read = (part: object = {}) => ({
  plannedKeys: { keys: [KEY], rejected: [WRONG], userErrors: [], ...part },
});
const open = (answers: Answers, locale: Locale = 'en', role: 'OPERATOR' | 'AUDITOR' = 'OPERATOR') =>
  openConsole('/readiness/keys', { role, locale, answers });

async function paste(opened: ReturnType<typeof openConsole>, button = 'Preview') {
  await opened.person.click(await screen.findByRole('textbox'));
  await opened.person.paste(LIST);
  await opened.person.click(screen.getByRole('button', { name: button }));
}

describe('planned keys', () => {
  it('lists rejected lines with number and reason, and checks the others', async () => {
    const userErrors = [{ code: 'CONFLICT', message: 'Three are running.', field: null }];
    const opened = open({
      PlannedKeys: read(),
      StartDryRun: { startDryRun: { dryRun: null, userErrors } },
    });
    await paste(opened);
    const [, row] = within(
      await screen.findByRole('table', { name: 'Rejected lines' }),
    ).getAllByRole('row');
    expect(row?.textContent).toMatch(/^3.*track: Allowed values: AEP and CJA\..*B,BOTH,x$/);
    const [, key] = within(screen.getByRole('table', { name: 'Keys to check' })).getAllByRole(
      'row',
    );
    expect(key?.textContent).toMatch(/^2Contoso.*AEP.*contoso\.vault/);
    await opened.person.click(screen.getByRole('button', { name: 'Check 1 key, skip 1 line' }));
    expect(await screen.findByText('Three are running.')).toBeTruthy();
    expect(opened.sent('PlannedKeys')).toMatchObject([{ content: LIST }]);
    const { line: _, organizationName: __, ...sent } = KEY;
    expect(opened.sent('StartDryRun')[0]?.input).toMatchObject({ keys: [sent] });
  });

  it('opens the check that was started', async () => {
    const dryRun = {
      ...{ __typename: 'DryRun', id: 'dry-1', status: 'RUNNING', tracks: ['AEP'], total: 1 },
      ...{ checked: 0, skipped: 0, startedBy: 'Olga', startedAt: '2026-11-25T08:00:00Z' },
      ...{ endedAt: null, cancelledBy: null, outcomes: [] },
    };
    const opened = open({
      PlannedKeys: read({ rejected: [] }),
      StartDryRun: { startDryRun: { dryRun, userErrors: [] } },
      DryRunPage: serverError('later'),
    });
    await paste(opened);
    await opened.person.click(await screen.findByRole('button', { name: 'Check 1 key' }));
    await expect.poll(() => opened.router.state.location.pathname).toBe('/readiness/dry-1');
  });

  it('says why the whole list can’t be read, and keeps the way to give another', async () => {
    const userErrors = [{ code: 'INVALID_INPUT', message: 'No track.', field: ['content'] }];
    const opened = open({ PlannedKeys: read({ keys: [], rejected: [], userErrors }) });
    await paste(opened);
    expect(await screen.findByText('No track.')).toBeTruthy();
    expect(screen.getByRole('textbox')).toBeTruthy();
  });

  it('says that it failed, and tries again', async () => {
    const opened = open({ PlannedKeys: serverError('down') });
    await paste(opened);
    await opened.person.click(await screen.findByRole('button', { name: 'Try again' }));
    await expect.poll(() => opened.sent('PlannedKeys').length).toBe(2);
  });

  it('offers no check to a role that only reads, and is in Spanish', async () => {
    const opened = open({ PlannedKeys: read() }, 'es', 'AUDITOR');
    await paste(opened, 'Ver vista previa');
    const name = '1 clave por comprobar, 1 línea rechazada';
    expect(await screen.findByRole('heading', { name })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Comprobar/ })).toBeNull();
  });
});
