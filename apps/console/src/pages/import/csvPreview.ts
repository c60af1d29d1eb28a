/**
 * Lays a CSV out for people to look at before it is imported, with the server's reasons beside the
 * lines they are about. It evaluates nothing: what may be imported is the server's word (`dryRun`).
 */

export interface CsvRecord {
  /** In the file, counted from 1; of a record with line breaks, its first. */
  line: number;
  fields: string[];
}

export interface PreviewRow {
  line: number;
  name: string;
  imsOrgId: string;
  /** The rest, in the order of the header. */
  rest: string;
  /** Why the line is left out; empty where it is taken. */
  reasons: string[];
  /** The columns the reasons are about. */
  refused: string[];
  /** What the line changes of an organization that is there. */
  changes: readonly Change[];
  /** By column in lower case. */
  cells: Readonly<Record<string, string>>;
}

/**
 * The separator that the header tells: the one of comma, semicolon and tab that stands in it most
 * often outside quotes.
 */
export function separatorOf(header: string): ',' | ';' | '\t' {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counts = ([',', ';', '\t'] as const).map((mark) => ({
    mark,
    count: bare.split(mark).length - 1,
  }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

/** RFC 4180 records with their first lines; a byte order mark and empty lines are passed over. */
export function csvRecords(content: string): CsvRecord[] {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  const separator = separatorOf(text.split(/\r?\n/, 1)[0] ?? '');
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let line = 1;
  let start = 1;
  const endRecord = () => {
    fields.push(field);
    if (fields.some((one) => one.trim() !== '')) records.push({ line: start, fields });
    fields = [];
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (isQuoted) {
      if (char === '"' && text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else if (char === '"') isQuoted = false;
      else {
        if (char === '\n') line += 1;
        field += char;
      }
    } else if (char === '"' && field.trim() === '') {
      isQuoted = true;
      field = '';
    } else if (char === separator) {
      fields.push(field);
      field = '';
    } else if (char === '\n') {
      endRecord();
      line += 1;
      start = line;
    } else if (char !== '\r') field += char;
  }
  endRecord();
  return records;
}

export interface Rejection {
  line: number;
  field?: string | null;
  message: string;
}

export interface Change {
  field: string;
  from?: string | null;
  to?: string | null;
}
export interface Update {
  line: number;
  changes: readonly Change[];
}

/** Lines that are left out, then those that change something, then the others. */
const rank = (row: PreviewRow): number =>
  row.reasons.length > 0 ? 0 : row.changes.length > 0 ? 1 : 2;

/**
 * One row a record, in the order of the file within each of these; a rejection of a line that was
 * not found gets a row of its own.
 */
export function previewRows(
  content: string,
  rejected: readonly Rejection[],
  updates: readonly Update[] = [],
): PreviewRow[] {
  const changed = new Map(updates.map(({ line, changes }) => [line, changes]));
  const [header, ...records] = csvRecords(content);
  const columns = (header?.fields ?? []).map((name) => name.trim().toLowerCase());
  const nameAt = columns.indexOf('name');
  const imsAt = columns.indexOf('imsorgid');
  const reasons = new Map<number, string[]>();
  const refused = new Map<number, string[]>();
  for (const { line, field, message } of rejected) {
    reasons.set(line, [...(reasons.get(line) ?? []), field ? `${field}: ${message}` : message]);
    if (field) refused.set(line, [...(refused.get(line) ?? []), field]);
  }
  const rows = records.map(({ line, fields }): PreviewRow => {
    const why = reasons.get(line) ?? [];
    reasons.delete(line);
    const rest = fields.filter(
      (value, index) => index !== nameAt && index !== imsAt && value.trim() !== '',
    );
    const cells = Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']));
    const [name, ims] = [fields[nameAt]?.trim() ?? '', fields[imsAt]?.trim() ?? ''];
    return {
      line,
      name,
      imsOrgId: ims,
      rest: rest.join(' · '),
      reasons: why,
      refused: refused.get(line) ?? [],
      changes: changed.get(line) ?? [],
      cells,
    };
  });
  for (const [line, why] of reasons)
    rows.push({
      line,
      name: '',
      imsOrgId: '',
      rest: '',
      reasons: why,
      refused: refused.get(line) ?? [],
      changes: [],
      cells: {},
    });
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}
