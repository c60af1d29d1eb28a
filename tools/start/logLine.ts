/**
 * Makes one line of a part's output readable in the terminal: pino's JSON becomes time, level and
 * text; anything else stays.
 */
const levels: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
};

interface LogRecord {
  level: number;
  time?: number | string;
  msg?: string;
  err?: { message?: string };
}

/** The line as shown, without the part's name. */
export function readableLine(line: string): string {
  const record = parse(line);
  if (!record) return line;
  const at =
    record.time === undefined ? '' : `${new Date(record.time).toISOString().slice(11, 19)} `;
  const reason =
    record.err?.message && record.err.message !== record.msg ? `: ${record.err.message}` : '';
  return `${at}${levels[record.level] ?? record.level} ${record.msg ?? ''}${reason}`.trimEnd();
}

function parse(line: string): LogRecord | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value = JSON.parse(line) as LogRecord;
    return typeof value.level === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts a stream of text into lines; `feed` what arrives, `end` gives the last unfinished one. */
export class LineCutter {
  #rest = '';
  readonly #onLine: (line: string) => void;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  feed(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line.replace(/\r$/, ''));
  }

  end(): void {
    if (this.#rest !== '') this.#onLine(this.#rest);
    this.#rest = '';
  }
}
