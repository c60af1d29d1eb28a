/** Lines of a CSV file (RFC 4180) that spreadsheets open as text, and never as formulas. */

/** What a cell holds; null and undefined are empty. */
export type Cell = string | number | null | undefined;

/** Without it, Excel reads UTF-8 as the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet could take for a formula (OWASP, CSV injection): also after characters that
 * some of them skip, and in full width.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u;

/** The text with a mark before it where it would be a formula. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (cell: Cell): string => `"${guarded(String(cell ?? '')).replaceAll('"', '""')}"`;

export const toLine = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** The whole file. */
export const toCsv = (header: readonly string[], lines: readonly string[]): string =>
  `${BYTE_ORDER_MARK}${toLine(header)}${lines.join('')}`;
