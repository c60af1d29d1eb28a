/**
 * Makes one line of a part's output readable in the terminal: pino's JSON becomes time, level and
 * text; anything else stays.
 */
import { isObject } from './isObject.ts';

const levels: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
};

/** The line as shown, without the part's name. */
export function readableLine(line: string): string {
  const record = parse(line);
  if (!isObject(record) || typeof record['level'] !== 'number') return line;
  const { level, time, msg, err } = record;
  const text = textIn(msg);
  const reason = isObject(err) ? textIn(err['message']) : '';
  const end = reason === '' || reason === text ? '' : `: ${reason}`;
  return `${timeIn(time)}${levels[level] ?? level} ${text}${end}`.trimEnd();
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Time of day with a space; empty for what is no time. */
function timeIn(value: unknown): string {
  const date = new Date(typeof value === 'number' || typeof value === 'string' ? value : NaN);
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(11, 19)} `;
}

function parse(line: string): unknown {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
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
