// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PENDING, serverError } from '../../fixtures/AnsweringLink.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import { savedFiles } from '../../testing/savedFiles.ts';
import type { ImportOutcome } from './listPreviewLines.ts';

const PATH = '/organizations/import';
const LIST = 'name,imsOrgId,shield\nContoso,A,HEALTHCARE_SHIELD\nBroken,1234,HEALTHCARE_SHIELD';

const outcome = (part: Partial<ImportOutcome> = {}) => ({
  importOrganizations: {
    created: 1,
    unchanged: 0,
    updated: 0,
    updates: [],
    rejected: [{ line: 3, field: 'imsOrgId', message: 'Enter 24 hexadecimal digits.' }],
    userErrors: [],
    ...part,
  },
});

async function paste(opened: ReturnType<typeof openConsole>, label = 'Or paste lines') {
  const field = await screen.findByRole('textbox', { name: label });
  await opened.person.click(field);
  await opened.person.paste(LIST);
}

describe('the import page', () => {
  it('is not offered to a role that only reads', async () => {
    openConsole(PATH, { role: 'APPROVER', answers: {} });
    expect(await screen.findByText('Your role doesn’t allow this.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('shows what the server says of each line before anything is written', async () => {
    const opened = openConsole(PATH, { answers: { ImportOrganizations: outcome() } });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    expect(
      await screen.findByRole('heading', { name: '1 new, 0 unchanged, 1 rejected' }),
    ).toBeTruthy();
    const [, row] = within(screen.getByRole('table', { name: 'Preview' })).getAllByRole('row');
    expect(row?.textContent).toContain('imsOrgId: Enter 24 hexadecimal digits.');
    expect(row?.textContent).toContain('Broken,1234,HEALTHCARE_SHIELD');
    expect(within(row!).getByRole('rowheader').textContent).toBe('3');
    expect(opened.sent('ImportOrganizations')).toMatchObject([
      { input: { dryRun: true, content: LIST, onExisting: 'SKIP' } },
    ]);
  });

  it('imports what can be imported, with a key of its own', async () => {
    const opened = openConsole(PATH, { answers: { ImportOrganizations: outcome() } });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    await opened.person.click(await screen.findByRole('button', { name: 'Import 1, skip 1' }));
    expect(await screen.findByText('1 organization imported')).toBeTruthy();
    const [dryRun, run] = opened.sent('ImportOrganizations');
    expect(run).toMatchObject({ input: { dryRun: false, content: LIST } });
    expect(run?.input.idempotencyKey).not.toBe(dryRun?.input.idempotencyKey);
  });

  it('previews again when existing organizations are to be updated', async () => {
    const update = {
      line: 2,
      organization: { id: 'organization-1', name: 'Contoso' },
      changes: [{ field: 'region', from: 'VA7', to: 'NLD2' }],
    };
    const opened = openConsole(PATH, {
      answers: {
        ImportOrganizations: ({ input }) =>
          input.onExisting === 'UPDATE'
            ? outcome({ created: 0, updated: 1, updates: [update], rejected: [] })
            : outcome({ created: 0, rejected: [{ line: 2, field: 'region', message: 'Exists.' }] }),
      },
    });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    await screen.findByText('Exists.');
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    await opened.person.click(screen.getByRole('radio', { name: 'Update' }));
    expect(await screen.findByText('Region: US East (VA7) → Netherlands (NLD2)')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Import 0, update 1' })).toBeTruthy();
  });

  it('says in Spanish that all lines can be imported', async () => {
    const opened = openConsole(PATH, {
      locale: 'es',
      answers: { ImportOrganizations: outcome({ created: 2, rejected: [] }) },
    });
    await paste(opened, 'O pegue líneas');
    await opened.person.click(screen.getByRole('button', { name: 'Ver vista previa' }));
    expect(await screen.findByText('Se pueden importar todas las líneas')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Importar 2' })).toBeTruthy();
  });

  it('shows why the server refused the list as a whole', async () => {
    const message = 'The header lacks the column imsOrgId.';
    const userErrors = [{ code: 'INVALID_INPUT' as const, message, field: ['content'] }];
    const opened = openConsole(PATH, {
      answers: { ImportOrganizations: outcome({ created: 0, rejected: [], userErrors }) },
    });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Or paste lines' })).toBeTruthy();
  });

  it('says that it couldn’t check the list, and shows that it is checking', async () => {
    let attempts = 0;
    const opened = openConsole(PATH, {
      answers: {
        ImportOrganizations: () => ((attempts += 1) === 1 ? serverError('Too busy.') : PENDING),
      },
    });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByRole('heading', { name: 'Couldn’t check the list' })).toBeTruthy();
    await opened.person.click(screen.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => opened.sent('ImportOrganizations')).toHaveLength(2);
    await expect
      .poll(() => screen.queryByRole('heading', { name: 'Couldn’t check the list' }))
      .toBeNull();
  });
});

const JOB = { __typename: 'BulkJob', id: 'job-1' };
const note = (place: number, message: string) => ({
  ...{ line: place, field: 'aepKeyIdentifier', organizationName: `Customer ${place}`, message },
  ...{ imsOrgId: `${place}@AdobeOrg`, track: 'AEP', keyIdentifier: `https://v${place}/keys/a` },
});
const keys = (part: object = {}) => ({
  ...{ toProvide: 12, unchanged: 1, runsToStart: 0, warnings: [], job: null },
  refused: [
    { ...note(3, 'The organization has no open run.'), code: 'NOT_FOUND' as const },
    { ...note(4, 'The run already has the key.'), code: 'CONFLICT' as const },
  ],
  ...part,
});
const withKeys = (part: object = {}, of: object = {}) => {
  const { importOrganizations } = outcome({ created: 0, unchanged: 15, rejected: [], ...of });
  return { importOrganizations: { ...importOrganizations, keys: keys(part) } };
};

describe('keys in the list', () => {
  it('are counted, refused by organization with the reason, and warned about', async () => {
    const warnings = [note(5, 'Fabrikam already uses the same vault (VAL-09).')];
    const opened = openConsole(PATH, { answers: { ImportOrganizations: withKeys({ warnings }) } });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    expect(
      await screen.findByRole('heading', {
        name: '12 keys to provide, 1 already provided, 2 refused',
      }),
    ).toBeTruthy();
    const rowsOf = (name: string) =>
      within(screen.getByRole('table', { name })).getAllByRole('row').slice(1);
    const [first, second] = rowsOf('Keys that are not provided');
    expect(first?.textContent).toMatch(/3.*Customer 3.*AEP.*no open run/);
    expect(second?.textContent).toMatch(/4.*Customer 4.*already has the key/);
    const [shared] = rowsOf('Review before you continue');
    expect(shared?.textContent).toMatch(/5.*Customer 5.*VAL-09/);
    expect(screen.getByText(/keys that it has provided stay/)).toBeTruthy();
    expect(screen.getByText('12 keys will be provided to their runs')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Provide 12 keys' })).toBeTruthy();
  });

  it('start runs where somebody asks for it, after another preview', async () => {
    const opened = openConsole(PATH, {
      answers: {
        ImportOrganizations: ({ input }) =>
          withKeys(
            input.startRuns
              ? { toProvide: 13, runsToStart: 1, refused: [], job: input.dryRun ? null : JOB }
              : {},
            { created: 2 },
          ),
      },
    });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    const box = await screen.findByRole('checkbox', {
      name: 'Start a run for organizations that have none open',
    });
    await opened.person.click(box);
    expect(await screen.findByText(/1 run is started for it/)).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Keys that are not provided' })).toBeNull();
    await opened.person.click(screen.getByRole('button', { name: 'Import 2, provide 13 keys' }));
    expect(await screen.findByText('2 organizations imported')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'View the job' }).getAttribute('href')).toBe(
      '/bulk-jobs/job-1',
    );
    const sent = opened.sent('ImportOrganizations').map(({ input }) => input.startRuns);
    expect(sent).toEqual([undefined, true, true]);
  });

  it('are imported only as the preview shows it', async () => {
    const opened = openConsole(PATH, {
      answers: {
        ImportOrganizations: ({ input }) =>
          input.startRuns ? serverError('Too busy.') : withKeys(),
      },
    });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    const run = await screen.findByRole('button', { name: 'Provide 12 keys' });
    expect(run.hasAttribute('disabled')).toBe(false);
    await opened.person.click(screen.getByRole('checkbox'));
    expect(await screen.findByRole('heading', { name: 'Couldn’t check the list' })).toBeTruthy();
    expect(run.hasAttribute('disabled')).toBe(true);
    await opened.person.click(screen.getByRole('checkbox'));
    await expect.poll(() => run.hasAttribute('disabled')).toBe(false);
    expect(opened.sent('ImportOrganizations').every(({ input }) => input.dryRun)).toBe(true);
  });

  it('alone are provided, and their job is named', async () => {
    const opened = openConsole(PATH, {
      answers: { ImportOrganizations: ({ input }) => withKeys({ job: input.dryRun ? null : JOB }) },
    });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    await opened.person.click(await screen.findByRole('button', { name: 'Provide 12 keys' }));
    expect(await screen.findByText('12 keys are being provided')).toBeTruthy();
  });

  it('that are there leave nothing to do', async () => {
    const opened = openConsole(PATH, {
      locale: 'es',
      answers: { ImportOrganizations: withKeys({ toProvide: 0, unchanged: 14, refused: [] }) },
    });
    await paste(opened, 'O pegue líneas');
    await opened.person.click(screen.getByRole('button', { name: 'Ver vista previa' }));
    expect(
      await screen.findByRole('heading', {
        name: 'Ninguna clave por indicar, 14 ya indicadas, 0 rechazadas',
      }),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Importar|Indicar)/ })).toBeNull();
  });

  it('are not spoken of where the list has none', async () => {
    const opened = openConsole(PATH, { answers: { ImportOrganizations: outcome() } });
    await paste(opened);
    await opened.person.click(screen.getByRole('button', { name: 'Preview' }));
    await screen.findByRole('button', { name: 'Import 1, skip 1' });
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(opened.sent('ImportOrganizations')[0]?.input).not.toHaveProperty('startRuns');
  });

  it('have columns in a template that a spreadsheet opens', async () => {
    const saved = savedFiles();
    const opened = openConsole(PATH, { answers: {} });
    await opened.person.click(await screen.findByRole('button', { name: 'Download a template' }));
    expect(saved[0]?.name).toBe('organizations.csv');
    const text = await saved[0]!.text();
    expect(text).toMatch(/^\uFEFF?"name","imsOrgId","shield",/);
    expect(text).toContain('"aepKeyIdentifier","cjaKeyIdentifier"');
    expect(text.trim().split('\r\n')).toHaveLength(1);
  });
});
