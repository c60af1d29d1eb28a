/** Reads the body of a delivery: JSON in UTF-8, no deeper than PostgreSQL keeps. */

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
/** Deeper than any event of Adobe or Azure. */
const MAX_DEPTH = 64;

function isDeeper(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((part) => isDeeper(part, left - 1));
}

/** Undefined where it is none. */
export function hookBody(body: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(UTF_8.decode(body));
    return isDeeper(value, MAX_DEPTH) ? undefined : value;
  } catch {
    return undefined;
  }
}
