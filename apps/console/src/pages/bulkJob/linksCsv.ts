/** Links of hand-offs as lines of a CSV file, which spreadsheets open. */

export interface LinkRow {
  name: string;
  imsOrgId: string;
  link: string;
}

/** A name that starts like a formula would be one in a spreadsheet (OWASP, CSV injection). */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (text: string): string => `"${guarded(text).replaceAll('"', '""')}"`;

const HEADER = ['organization', 'imsOrgId', 'link'];

export const toCsv = (rows: readonly LinkRow[]): string =>
  [HEADER, ...rows.map(({ name, imsOrgId, link }) => [name, imsOrgId, link])]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');

/** A line for each, with a tab before its link: for a message, or two columns of a spreadsheet. */
export const toLines = (rows: readonly LinkRow[]): string =>
  rows.map(({ name, link }) => `${guarded(name).replace(/\s+/g, ' ')}\t${link}`).join('\n');
