/** A run as an earlier version stored it: JSON whose shape that version's upcast knows. */
export type Json = Record<string, unknown>;
export type StoredRun = Json & { planVersion: number };

/** Applies an upcast to each value of a record: the tracks of a run, the steps of a track. */
export const mapValues = (record: unknown, map: (value: Json, name: string) => Json): Json =>
  Object.fromEntries(
    Object.entries((record ?? {}) as Record<string, Json>).map(([name, value]) => [
      name,
      map(value, name),
    ]),
  );
