/** The documented times of an organization's tracks. */

interface Mark {
  at: string;
  rule: string;
  text: string;
}

/** From it on Adobe may delete all data, whatever else is documented for later. */
const PURGE = 'TM-14';

/**
 * The gravest that has passed, whose effect may be there already, and the first that has not; null
 * where there is none.
 */
export function findMarks(
  tracks: readonly { clock: { marks: readonly Mark[] } | null }[],
  now: number,
): { reached: Mark | null; next: Mark | null } {
  const marks = tracks
    .flatMap(({ clock }) => clock?.marks ?? [])
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const passed = marks.filter(({ at }) => Date.parse(at) <= now);
  return {
    reached: passed.find(({ rule }) => rule === PURGE) ?? passed.at(-1) ?? null,
    next: marks.find(({ at }) => Date.parse(at) > now) ?? null,
  };
}
