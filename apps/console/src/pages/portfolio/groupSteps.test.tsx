// @vitest-environment jsdom
/** One act for the same step of many: attesting it, or trying it again. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PENDING, type Answers } from '../../fixtures/AnsweringLink.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import type { StepId, TrackId } from '../../generated/enums.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

type At = [name: string, track: TrackId, step: StepId];

const task = (mutation: string, label: string, [name, track, step]: At) => ({
  ...{ since: '2026-11-25T08:00:00.000Z', urgency: 'WAITING', position: name },
  action: { mutation, track, step, label, reason: null },
  run: {
    ...{ id: `run-${name}`, version: 1, dueAt: null, overdue: false, owner: null },
    organization: { id: name, name },
  },
});

function open(mutation: string, label: string, at: readonly At[], locale: Locale = 'en') {
  const pageInfo = { hasNextPage: false, endCursor: null };
  const organization = { id: 'a', name: 'a', imsOrgId: 'a@AdobeOrg', keyHealth: aHealth() };
  const answers: Answers = {
    MatrixPage: {
      organizations: { totalCount: 1, pageInfo, nodes: [{ ...organization, currentRun: null }] },
    },
    ...{ MatrixChanges: PENDING, BulkJob: PENDING, BulkJobChanged: PENDING },
    Tasks: tasksAnswer(at.map((one) => task(mutation, label, one))),
    GroupOrganizations: {
      portfolio: {
        tasks: {
          pageInfo,
          nodes: at.map(([name, track, step]) => ({
            action: { track, step },
            run: { id: `run-${name}`, organization: { id: name } },
          })),
        },
      },
    },
    BulkPreview: { bulkPreview: { affected: 2, blockedCount: 0, eligible: [], blocked: [] } },
    StartBulk: { startBulk: { job: { id: 'job-1' }, userErrors: [] } },
  };
  return openConsole('/', { role: 'OPERATOR', locale, answers });
}

it('attests the step at which most of the tasks are, with one statement', async () => {
  const { person, sent, router } = open('attestStep', 'Attest', [
    ['a', 'CJA', 'CONFIRMATION'],
    ['b', 'AEP', 'ENTITLEMENT'],
    ['c', 'AEP', 'ENTITLEMENT'],
  ]);
  await person.click(await screen.findByRole('button', { name: 'Do for all (3)… Attest' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
  const confirm = await dialog.findByRole('button', { name: 'Attest 2 steps' });
  // Nothing is attested without a statement.
  expect(confirm).toHaveProperty('disabled', true);
  await person.type(dialog.getByRole('textbox', { name: /^What was done/ }), 'Contract C-1');
  await person.type(dialog.getByRole('textbox', { name: 'Reference' }), 'C-1');
  await person.click(confirm);
  await expect.poll(() => router.latestLocation.pathname).toBe('/bulk-jobs/job-1');
  const wanted = { action: 'ATTEST_STEPS', track: 'AEP', step: 'ENTITLEMENT' };
  const organizationIds = ['a', 'b', 'c'];
  // What is typed decides nothing, so that it is not asked again for each letter.
  expect(sent('BulkPreview')).toMatchObject([{ ...wanted, organizationIds }]);
  expect(sent('StartBulk')).toMatchObject([
    { input: { ...wanted, organizationIds, statement: 'Contract C-1', reference: 'C-1' } },
  ]);
});

it('tries a step again for all, and asks for a step of another track', async () => {
  const { person, sent } = open('retryStep', 'Try again', [
    ['a', 'AEP', 'ACTIVATION'],
    ['b', 'AEP', 'ACTIVATION'],
  ]);
  await person.click(await screen.findByRole('button', { name: 'Do for all (2)… Try again' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
  expect(await dialog.findByRole('button', { name: 'Try 2 steps again' })).toHaveProperty(
    'disabled',
    false,
  );
  expect(dialog.queryByRole('textbox')).toBeNull();
  // CJA has no such step: one has to be chosen before anything is asked or started.
  await person.click(dialog.getByRole('radio', { name: 'CJA' }));
  expect(await dialog.findByText(/^Choose a step/)).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Start' })).toHaveProperty('disabled', true);
  expect(sent('BulkPreview')).toMatchObject([
    { action: 'RETRY_STEPS', track: 'AEP', step: 'ACTIVATION' },
  ]);
});

it('offers no step that names what each organization has of its own (AEP-23, IRR-09)', async () => {
  const { person } = open('attestStep', 'Attest', [
    ['a', 'AEP', 'ENTITLEMENT'],
    ['b', 'AEP', 'ENTITLEMENT'],
  ]);
  await person.click(await screen.findByRole('button', { name: 'Do for all (2)… Attest' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
  await person.click(await dialog.findByRole('button', { name: /Step$/ }));
  const options = await screen.findAllByRole('option');
  const names = options.map(({ textContent }) => textContent);
  expect(names).toContain('Consent');
  expect(names).not.toContain('App registration');
  expect(names).not.toContain('Submission');
});

it('is in Spanish', async () => {
  const at: At[] = [
    ['a', 'AEP', 'ENTITLEMENT'],
    ['b', 'AEP', 'ENTITLEMENT'],
  ];
  const { person } = open('attestStep', 'Declarar', at, 'es');
  await person.click(await screen.findByRole('button', { name: /^Aplicar a todas \(2\)/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByRole('button', { name: 'Declarar 2 pasos' })).toBeTruthy();
  expect(dialog.getByText(/nunca como verificado/)).toBeTruthy();
});
