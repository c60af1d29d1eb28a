/**
 * Keyset pages: a cursor holds its list's name and the sort key of its row, so that a page costs
 * the same wherever it lies.
 */
import { InvalidCursor } from './tenancy/refused.ts';

export interface PageRequest {
  /** 1 to 100; the api refuses others. */
  first: number;
  /** Opaque; anything else throws `InvalidCursor`. */
  after?: string | null;
}
export interface Page<T> {
  edges: { cursor: string; node: T }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}
/** Exact up to 10,000; above `capped` is true and `count` 10,000. */
export interface Count {
  count: number;
  capped: boolean;
}

/** Counts above this are not worth their price. */
export const COUNT_CAP = 10_000;

/** What each list is sorted by. */
const SORT_KEYS = {
  organizations: ['text', 'uuid'],
  runs: ['instant', 'uuid'],
  waitingRuns: ['instant', 'uuid'],
  history: ['instant', 'number'],
  apiTokens: ['instant', 'uuid'],
} as const;
export type ListName = keyof typeof SORT_KEYS;

const encodeCursor = (list: ListName, key: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString('base64url');

/**
 * An empty cursor is given too, and is one that no list gave out: taken for none, it would lead a
 * client round in circles.
 */
export const isGiven = (after: string | null | undefined): after is string =>
  after !== null && after !== undefined;

/** The sort key in a cursor; throws InvalidCursor where this list never gave it out. */
export function decodeCursor(list: ListName, cursor: string): string[] {
  const kinds = SORT_KEYS[list];
  try {
    const [named, ...key] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    ) as unknown[];
    const fits =
      named === list &&
      key.length === kinds.length &&
      key.every((part, place) => typeof part === 'string' && FITS[kinds[place]!](part));
    if (fits) return key as string[];
  } catch {
    // Invalid, as any other text that is no cursor.
  }
  throw new InvalidCursor();
}

/** Only instants that a calendar has, and that PostgreSQL has too, which knows no year 0. */
function isInstant(text: string): boolean {
  const instant = new Date(text);
  return (
    /^(?!0000)\d{4}-/.test(text) &&
    !Number.isNaN(instant.getTime()) &&
    instant.toISOString() === text
  );
}

const FITS = {
  text: (part: string) => /^[^\0]*$/.test(part),
  instant: isInstant,
  uuid: (part: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
  number: (part: string) => /^\d{1,18}$/.test(part),
} as const;

/** From `first + 1` rows: the one too many shows that there is more. */
export function pageOf<R, T>(
  list: ListName,
  rows: readonly R[],
  { first, after }: PageRequest,
  read: (row: R) => { key: string[]; node: T },
): Page<T> {
  const edges = rows.slice(0, first).map((row) => {
    const { key, node } = read(row);
    return { cursor: encodeCursor(list, key), node };
  });
  return { edges, hasNextPage: rows.length > first, hasPreviousPage: isGiven(after) };
}

/** SQL that counts at most one row more than the cap. */
export const cappedCount = (from: string): string =>
  `select count(*)::int as count from (select 1 ${from} limit ${COUNT_CAP + 1}) as counted`;

export const countOf = (count: number): Count => ({
  count: Math.min(count, COUNT_CAP),
  capped: count > COUNT_CAP,
});

/** Text as part of a LIKE pattern, taken literally. */
export const likePart = (text: string): string => `%${likeBeginning(text)}`;
/** A pattern of `like` for lower-case texts that begin with this one. */
export const likeBeginning = (text: string): string =>
  `${text
    .toLowerCase()
    .replaceAll('\0', '')
    .replace(/[\\%_]/g, '\\$&')}%`;
