/** Distinguishes an object from other JSON: files and output of processes may hold anything. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
