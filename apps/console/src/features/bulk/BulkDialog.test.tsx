// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aHealth } from '../../fixtures/aHealth.ts';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import type { Role } from '../../generated/enums.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const organization = (name: string) => ({
  ...{ id: `organization-${name}`, name, imsOrgId: '0123456789ABCDEF01234567@AdobeOrg' },
  ...{ cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD' },
  ...{ adobeConnection: null, azureConnection: null, currentRun: null },
  keyHealth: aHealth(),
});
const NODES = ['Contoso', 'Adatum'].map(organization);
const Organizations = {
  organizations: {
    totalCount: 70,
    pageInfo: { hasNextPage: true, endCursor: 'end' },
    edges: NODES.map((node) => ({ cursor: node.id, node })),
  },
};
const BulkPreview = {
  bulkPreview: {
    ...{ affected: 1, blockedCount: 1, eligible: [{ id: 'e', name: 'Contoso' }] },
    blocked: [
      { organization: { id: 'o', name: 'Adatum' }, code: 'RUN_EXISTS', message: 'It has a run.' },
    ],
  },
};
const open = (answers: Answers = {}, role: Role = 'OPERATOR', address = '/organizations') =>
  openConsole(address, {
    role,
    answers: { Organizations, BulkPreview, BulkJob: PENDING, BulkJobChanged: PENDING, ...answers },
  });
const names = (dialog: ReturnType<typeof within>, label: string) =>
  within(dialog.getByRole('list', { name: label }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const started = { StartBulk: { startBulk: { job: { id: 'job-1' }, userErrors: [] } } };

describe('a bulk action', () => {
  it('is previewed for what is selected, starts a job, and leads to it', async () => {
    const { person, sent, router } = open(started);
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    expect(await screen.findByText('1 organization selected')).toBeTruthy();
    await person.click(screen.getByRole('checkbox', { name: 'Select every organization shown' }));
    await person.click(await screen.findByRole('button', { name: 'Bulk action' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
    // Nothing is asked and nothing can be started before somebody chose.
    expect(dialog.getByText(/^Choose an action/)).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Start' })).toHaveProperty('disabled', true);
    expect(sent('BulkPreview')).toEqual([]);
    await person.click(dialog.getByRole('radio', { name: 'Start runs' }));
    expect(await dialog.findAllByText('It has a run. (1)')).toHaveLength(2);
    expect(names(dialog, '1 organization is eligible')).toEqual(['Contoso']);
    expect(names(dialog, 'It has a run.')).toEqual(['Adatum']);
    expect(names(dialog, '1 is refused')).toEqual(['It has a run. (1)']);
    const organizationIds = ['organization-Contoso', 'organization-Adatum'];
    expect(sent('BulkPreview').at(-1)).toMatchObject({ action: 'START_RUNS', organizationIds });
    await person.click(await dialog.findByRole('button', { name: 'Start 1 run' }));
    await screen.findAllByRole('main');
    expect(sent('StartBulk')).toMatchObject([{ input: { action: 'START_RUNS', organizationIds } }]);
    expect(router.latestLocation.pathname).toBe('/bulk-jobs/job-1');
  });

  it('is for everything that matches the filter, also what is not loaded', async () => {
    const { person, sent } = open(started, 'OPERATOR', '/organizations?region=VA7');
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    await person.click(await screen.findByRole('button', { name: 'Select all 70' }));
    expect(screen.getByText('70 organizations selected')).toBeTruthy();
    await person.click(await screen.findByRole('button', { name: 'Bulk action' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
    await person.click(dialog.getByRole('radio', { name: 'Check now' }));
    await dialog.findByText('1 organization is not eligible');
    expect(sent('BulkPreview')[0]).toMatchObject({ filter: { region: 'VA7' } });
  });

  it('names the first few, and all of hundreds when somebody asks', async () => {
    const many = (count: number, kind: string) =>
      Array.from({ length: count }, (_, place) => ({
        id: `${kind}${place}`,
        name: `${kind} ${place}`,
      }));
    const blocked = many(500, 'Blocked').map((one, place) => ({
      ...{ organization: one, code: 'RUN_EXISTS' },
      message: place < 3 ? 'It is archived.' : 'It has a run.',
    }));
    const bulkPreview = { affected: 700, eligible: many(500, 'Fit'), blockedCount: 600, blocked };
    const { person } = open({ BulkPreview: { bulkPreview } });
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    await person.click(await screen.findByRole('button', { name: 'Bulk action' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
    await person.click(dialog.getByRole('radio', { name: 'Start runs' }));
    const eligible = within(
      await dialog.findByRole('list', { name: '700 organizations are eligible' }),
    );
    expect(eligible.getAllByRole('listitem')).toHaveLength(5);
    await person.click(dialog.getByRole('button', { name: 'Show all 700' }));
    expect(eligible.getAllByRole('listitem')).toHaveLength(501);
    expect(eligible.getByText('and 200 more')).toBeTruthy();
    await person.click(dialog.getByRole('button', { name: 'Show fewer' }));
    expect(eligible.getAllByRole('listitem')).toHaveLength(5);
    expect(dialog.getByText('600 organizations are not eligible')).toBeTruthy();
    expect(dialog.getAllByText('It is archived. (3)')).toHaveLength(2);
    expect(names(dialog, '600 are refused')).toEqual([
      'It has a run. (497)',
      'It is archived. (3)',
    ]);
    expect(dialog.getByRole('button', { name: 'Show all 497' })).toBeTruthy();
    expect(dialog.getByText('and 100 more')).toBeTruthy();
  });

  it('names three reasons above the button, in Spanish what it does', async () => {
    const reasons = ['A.', 'B.', 'C.', 'D.'];
    const blocked = reasons.map((message) => ({
      ...{ organization: { id: message, name: message }, code: 'RUN_EXISTS', message },
    }));
    const bulkPreview = { affected: 2, eligible: [], blockedCount: 4, blocked };
    const { person } = openConsole('/organizations', {
      ...{
        role: 'OPERATOR',
        locale: 'es',
        answers: { Organizations, BulkPreview: { bulkPreview } },
      },
    });
    await person.click(await screen.findByRole('checkbox', { name: 'Seleccionar Contoso' }));
    await person.click(await screen.findByRole('button', { name: 'Acción masiva' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Acción masiva' }));
    await person.click(dialog.getByRole('radio', { name: 'Solicitar aprobación' }));
    await dialog.findByRole('button', { name: 'Solicitar 2 aprobaciones' });
    const lines = ['A. (1)', 'B. (1)', 'C. (1)', '1 motivo más'];
    expect(names(dialog, '4 se rechazan')).toEqual(lines);
  });

  it('is offered below the list, so that no row moves when something is selected', async () => {
    const { person } = open();
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    const bar = await screen.findByRole('group', { name: 'Selection' });
    const table = screen.getByRole('table');
    expect(table.compareDocumentPosition(bar)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('asks why runs are canceled, and for which track approval is requested', async () => {
    const { person, sent } = open(started);
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    await person.click(await screen.findByRole('button', { name: 'Bulk action' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
    await person.click(dialog.getByRole('radio', { name: 'Request approval' }));
    await person.click(await dialog.findByRole('radio', { name: 'CJA' }));
    await dialog.findByRole('button', { name: 'Request 1 approval' });
    expect(sent('BulkPreview').at(-1)).toMatchObject({ action: 'REQUEST_APPROVAL', track: 'CJA' });
    await person.click(dialog.getByRole('radio', { name: 'Cancel runs' }));
    const start = await dialog.findByRole('button', { name: 'Cancel 1 run' });
    expect(start.hasAttribute('disabled')).toBe(true);
    await person.type(dialog.getByRole('textbox'), 'Begun twice');
    await person.click(dialog.getByRole('button', { name: 'Cancel 1 run' }));
    expect(sent('StartBulk')).toMatchObject([
      { input: { action: 'CANCEL_RUNS', reason: 'Begun twice' } },
    ]);
  });

  const choose = async (action: string, answers: Answers = {}) => {
    const opened = open({ ...started, ...answers });
    const { person } = opened;
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    await person.click(await screen.findByRole('button', { name: 'Bulk action' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
    await person.click(dialog.getByRole('radio', { name: action }));
    return {
      ...opened,
      dialog,
      start: () => dialog.findByRole('button', { name: /^(Assign|Create) 1 / }),
    };
  };

  it('assigns a person, and leaves the due date as it is', async () => {
    const assignees = [{ id: 'member-1', name: 'Olga Operator' }];
    const { person, sent, dialog, start } = await choose('Assign', { Assignees: { assignees } });
    expect((await start()).hasAttribute('disabled')).toBe(true);
    const [person1] = dialog.getAllByRole('radio', { name: 'Choose a person' });
    await person.click(person1!);
    expect((await start()).hasAttribute('disabled')).toBe(true);
    await person.type(dialog.getByRole('combobox'), 'Olga');
    await person.click(await screen.findByRole('option', { name: 'Olga Operator' }));
    await person.click(await start());
    expect(sent('Assignees').at(-1)).toMatchObject({ organizationId: 'organization-Contoso' });
    expect(sent('BulkPreview').at(-1)).toMatchObject({ action: 'ASSIGN', ownerId: 'member-1' });
    const [{ input }] = sent('StartBulk') as [{ input: object }];
    expect(input).toMatchObject({ action: 'ASSIGN', ownerId: 'member-1' });
    expect(input).not.toHaveProperty('dueAt');
  });

  it('takes the owner and the due date away', async () => {
    const { person, sent, dialog, start } = await choose('Assign');
    await person.click(dialog.getByRole('radio', { name: 'No one' }));
    await person.click(dialog.getByRole('radio', { name: 'No date' }));
    await person.click(await start());
    expect(sent('StartBulk')).toMatchObject([{ input: { ownerId: null, dueAt: null } }]);
  });

  it('makes links for an admin of the customer, with a message', async () => {
    const { person, sent, dialog, start } = await choose('Create hand-offs');
    await person.type(await dialog.findByRole('textbox', { name: 'Message' }), 'Please do this.');
    await person.click(await start());
    expect(sent('BulkPreview').at(-1)).toMatchObject({ actor: 'AZURE_ADMIN' });
    const [{ input }] = sent('StartBulk') as [{ input: { expiresAt: string } }];
    expect(input).toMatchObject({ actor: 'AZURE_ADMIN', note: 'Please do this.' });
    expect(Math.round((Date.parse(input.expiresAt) - Date.now()) / 86_400_000)).toBe(14);
  });

  it('is for operators', async () => {
    open({}, 'AUDITOR');
    expect(await screen.findByText('Contoso')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
