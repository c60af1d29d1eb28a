// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { aHealth } from '../../fixtures/aHealth.ts';
import { PENDING, serverError, type Answers } from '../../fixtures/AnsweringLink.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import { savedFiles, type SavedFile } from '../../testing/savedFiles.ts';

const organization = (name: string) => ({
  ...{ id: `organization-${name}`, name, imsOrgId: '0123456789ABCDEF01234567@AdobeOrg' },
  ...{ cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD' },
  ...{ adobeConnection: null, azureConnection: null, currentRun: null },
  keyHealth: aHealth(),
});
const page = (name: string, next: string | null) => ({
  organizations: {
    totalCount: 3,
    pageInfo: { hasNextPage: next !== null, endCursor: next },
    edges: [{ cursor: name, node: organization(name) }],
  },
});
const PAGES = [page('=Contoso', '1'), page('Adatum\n"A"', '2'), page('Fabrikam', null)];

const answering = (ofFile: (after: number) => object): Answers => ({
  Organizations: PAGES[2] as object,
  OrganizationsFile: ({ after }) => ofFile(Number(after ?? 0)),
});

let saved: SavedFile[];
beforeEach(() => {
  saved = savedFiles();
});

const open = (answers: Answers, locale: 'en' | 'es' = 'en') =>
  openConsole('/organizations?region=VA7', { role: 'OPERATOR', locale, answers });
const exportOf = async (name: string) => screen.findByRole('button', { name });

describe('an export', () => {
  it('is of every page of the filtered list, with texts and codes', async () => {
    const { person, sent } = open(answering((after) => PAGES[after] as object));
    await person.click(await exportOf('Export CSV'));
    await expect.poll(() => saved.length).toBe(1);
    expect(saved[0]!.name).toMatch(/^keyway-organizations-filtered-\d{4}-\d\d-\d\d\.csv$/);
    const text = await saved[0]!.text();
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    expect(rows.map((row) => row['Organization'])).toEqual([
      "'=Contoso",
      'Adatum\n"A"',
      'Fabrikam',
    ]);
    expect(rows[0]).toMatchObject({ Run: 'Not started', 'Run (code)': 'NOT_STARTED' });
    expect(rows[0]).toMatchObject({ 'Region (code)': 'VA7' });
    const asked = sent('OrganizationsFile');
    expect(asked.every(({ first }) => first === 100)).toBe(true);
    expect(asked.map(({ after }) => (after as string | null) ?? null)).toEqual([null, '1', '2']);
    expect(asked.every(({ filter }) => (filter as { region: string }).region === 'VA7')).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says how far it is and is canceled without a file', async () => {
    const { person } = open(
      answering((after) => (after === 1 ? PENDING : (PAGES[after] as object))),
    );
    await person.click(await exportOf('Export CSV'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Export as CSV' }));
    expect(await dialog.findByText('1 of 3')).toBeTruthy();
    await person.click(dialog.getByRole('button', { name: 'Cancel' }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(saved).toEqual([]);
  });

  it('says what failed, and saves what it has only if somebody asks', async () => {
    const { person } = open(
      answering((after) => (after === 2 ? serverError('Too busy.') : (PAGES[after] as object))),
    );
    await person.click(await exportOf('Export CSV'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Export as CSV' }));
    expect(await dialog.findByText('Couldn’t read the whole list')).toBeTruthy();
    expect(dialog.getByText(/^2 of 3\. No file was saved/)).toBeTruthy();
    expect(saved).toEqual([]);
    await person.click(dialog.getByRole('button', { name: 'Save 2 rows' }));
    expect(saved[0]!.name).toMatch(/^keyway-organizations-filtered-part-/);
    expect(parse(await saved[0]!.text(), { columns: true, bom: true })).toHaveLength(2);
  });

  it('continues after a failure when it is tried again', async () => {
    let failures = 1;
    const { person } = open(
      answering((after) =>
        after === 1 && failures-- > 0 ? serverError('Too busy.') : (PAGES[after] as object),
      ),
    );
    await person.click(await exportOf('Export CSV'));
    await person.click(await screen.findByRole('button', { name: 'Try again' }));
    await expect.poll(() => saved.length).toBe(1);
    expect(parse(await saved[0]!.text(), { columns: true, bom: true })).toHaveLength(3);
  });

  it('has Spanish texts, and the same codes', async () => {
    const { person } = open(
      answering(() => PAGES[2] as object),
      'es',
    );
    await person.click(await exportOf('Exportar CSV'));
    await expect.poll(() => saved.length).toBe(1);
    const [row] = parse(await saved[0]!.text(), { columns: true, bom: true });
    expect(row).toMatchObject({ Proceso: 'Sin iniciar', 'Proceso (código)': 'NOT_STARTED' });
  });
});
