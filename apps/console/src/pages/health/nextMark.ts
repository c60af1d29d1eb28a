/** The next documented time of an organization's tracks. */

interface Mark {
  at: string;
  rule: string;
  text: string;
}

/** The first that has not passed; null where all have, or there is no clock. */
export function findNextMark(
  tracks: readonly { clock: { marks: readonly Mark[] } | null }[],
  now: number,
): Mark | null {
  const ahead = tracks
    .flatMap(({ clock }) => clock?.marks ?? [])
    .filter(({ at }) => Date.parse(at) > now)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return ahead[0] ?? null;
}
