/** What a dry run found, as lines of a CSV file. */

export interface ReadinessRow {
  organization: { name: string; imsOrgId: string };
  outcome: string | null;
  checkedAt: string | null;
  message: string | null;
}

/** A text that starts like a formula would be one in a spreadsheet (OWASP, CSV injection). */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const cell = (text: string | null): string => `"${guarded(text ?? '').replaceAll('"', '""')}"`;

const HEADER = ['organization', 'imsOrgId', 'outcome', 'why', 'checkedAt'];

export const toReadinessCsv = (rows: readonly ReadinessRow[]): string =>
  [
    HEADER,
    ...rows.map(({ organization, outcome, message, checkedAt }) => [
      ...[organization.name, organization.imsOrgId, outcome, message, checkedAt],
    ]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
