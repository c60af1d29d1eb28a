/** Due dates as people choose them: whole days of their own calendar. */

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-25` of an instant; undefined without one. */
export function toDay(dueAt: string | null): string | undefined {
  if (dueAt === null) return undefined;
  const date = new Date(dueAt);
  return [
    String(date.getFullYear()).padStart(4, '0'),
    twoDigits(date.getMonth() + 1),
    twoDigits(date.getDate()),
  ].join('-');
}

/** The end of a day; null without one. */
export function toDueAt(day: string | undefined): string | null {
  if (!day) return null;
  return new Date(`${day}T23:59:59.999`).toISOString();
}
