/** A run as an earlier version stored it: JSON whose shape that version's upcast knows. */
export type Json = Record<string, unknown>;
export type StoredRun = Json & { planVersion: number };

/** A JSON object: neither null nor an array. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isStoredRun = (value: unknown): value is StoredRun =>
  isObject(value) && Number.isInteger(value['planVersion']);

/** The object that a field holds; null where it holds none. */
export const objectIn = (value: unknown): Json | null => (isObject(value) ? value : null);
export const objectsIn = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
export const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Applies an upcast to each value of a record: the tracks of a run, the steps of a track. */
export const mapValues = (record: unknown, map: (value: Json, name: string) => Json): Json =>
  Object.fromEntries(
    Object.entries(objectIn(record) ?? {}).map(([name, value]) => [
      name,
      map(objectIn(value) ?? {}, name),
    ]),
  );
