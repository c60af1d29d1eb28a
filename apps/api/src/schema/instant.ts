/** Instants of requests: RFC 3339 with any offset, kept as text in UTC with milliseconds. */
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Null for what is no instant. Dates such as February 30 are refused, not rolled over. */
export function parseInstant(value: unknown): string | null {
  const match = typeof value === 'string' ? RFC_3339.exec(value) : null;
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0] = match.slice(1, 5).map(Number);
  const instant = new Date(match[0].toUpperCase());
  if (
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysIn(year, month) ||
    hour > 23 ||
    Number.isNaN(instant.getTime())
  )
    return null;
  const text = instant.toISOString();
  return /^(?!0000)\d{4}-/.test(text) ? text : null;
}
