import { guarded } from '../../features/export/csv.ts';

export interface NamedLink {
  name: string;
  link: string;
}

/** A line for each, with a tab before its link: for a message, or two columns of a spreadsheet. */
export const toLines = (rows: readonly NamedLink[]): string =>
  rows.map(({ name, link }) => `${guarded(name).replace(/\s+/g, ' ')}\t${link}`).join('\n');
