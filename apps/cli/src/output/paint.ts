/** Colors of a terminal. */

const style =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? text : `\u001b[${on}m${text}\u001b[${off}m`;

const COLORS = {
  bold: style(1, 22),
  dim: style(2, 22),
  red: style(31, 39),
  green: style(32, 39),
  yellow: style(33, 39),
  cyan: style(36, 39),
};

export type Paint = Readonly<Record<keyof typeof COLORS, (text: string) => string>>;

const plain = (text: string): string => text;
const PLAIN: Paint = {
  bold: plain,
  dim: plain,
  red: plain,
  green: plain,
  yellow: plain,
  cyan: plain,
};

export const paintFor = (colors: boolean): Paint => (colors ? COLORS : PLAIN);

const BY_STATUS: Readonly<Record<string, keyof Paint>> = {
  COMPLETED: 'green',
  DONE: 'green',
  PASS: 'green',
  HEALTHY: 'green',
  APPROVED: 'green',
  DELIVERED: 'green',
  GRANTED: 'green',
  MISSING: 'red',
  BLOCKED: 'red',
  BLOCK: 'red',
  FAILED: 'red',
  REFUSED: 'red',
  REVOKED: 'red',
  CUT_OFF: 'red',
  WAITING: 'yellow',
  WARN: 'yellow',
  UNKNOWN: 'yellow',
  REQUESTED: 'yellow',
  AT_RISK: 'yellow',
  WORKING: 'cyan',
  IN_PROGRESS: 'cyan',
  LOCKED: 'dim',
  NOT_APPLICABLE: 'dim',
  CANCELLED: 'dim',
  SKIPPED: 'dim',
};

/** The color of a status; null where it has none. */
export const statusStyle = (status: string | null | undefined): keyof Paint | null =>
  BY_STATUS[status ?? ''] ?? null;
