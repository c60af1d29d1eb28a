/** Converts between a date-and-time field (local time, in minutes) and the instants of the API. */

/** The value of the field: `2026-11-25T09:30`, local time. */
export function toLocalField(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
  return `${day}T${two(instant.getHours())}:${two(instant.getMinutes())}`;
}

/** RFC 3339 in UTC; null for an empty or invalid field, which means "now" to the API. */
export function fromLocalField(value: string): string | null {
  const instant = new Date(value);
  return value === '' || Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
