/** Pages by keyset: a cursor holds the sort key of its row, so that every page costs the same. */
import { isLowerCaseGuid } from '@keyway/core';
import { z } from 'zod';
import type { Parameters } from './database/parameters.ts';
import type { Sql } from './database/database.ts';
import { InvalidCursor } from './tenancy/refused.ts';

export interface PageRequest {
  /** 1 to 100; the api refuses others. */
  first: number;
  /** Opaque; anything else throws `InvalidCursor`. */
  after?: string | null;
}
/** One page of a list, in the list's order. */
export interface Page<T> {
  /** `cursor` is opaque; it is the `after` of the page that follows its node. */
  edges: { cursor: string; node: T }[];
  hasNextPage: boolean;
  /** True for every page that was requested with a cursor. */
  hasPreviousPage: boolean;
}
/** Exact up to 10,000; above `capped` is true and `count` 10,000. */
export interface Count {
  count: number;
  capped: boolean;
}

/** Counts above this are not worth their price. */
export const COUNT_CAP = 10_000;

type Kind = 'text' | 'instant' | 'uuid' | 'number';
interface SortOrder {
  columns: readonly [string, string];
  kinds: readonly [Kind, Kind];
  direction: 'asc' | 'desc';
}

/** What each list is sorted by. */
const SORT_ORDERS = {
  organizations: { columns: ['o.name_key', 'o.id'], kinds: ['text', 'uuid'], direction: 'asc' },
  runs: { columns: ['r.started_at', 'r.id'], kinds: ['instant', 'uuid'], direction: 'desc' },
  history: { columns: ['h.at', 'h.position'], kinds: ['instant', 'number'], direction: 'desc' },
  apiTokens: { columns: ['t.created_at', 't.id'], kinds: ['instant', 'uuid'], direction: 'desc' },
} as const satisfies Record<string, SortOrder>;
export type ListName = keyof typeof SORT_ORDERS;

const encodeCursor = (list: ListName, key: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString('base64url');

/**
 * An empty cursor is given too, and is one that no list gave out: taken for none, it would lead a
 * client round in circles.
 */
export const isCursorGiven = (after: string | null | undefined): after is string =>
  after !== null && after !== undefined;

const cursorSchema = z.array(z.string());

/** The sort key in a cursor; throws InvalidCursor where this list never gave it out. */
export function decodeCursor(list: ListName, cursor: string): string[] {
  const { kinds } = SORT_ORDERS[list];
  try {
    const [named, ...key] = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    const fits =
      named === list &&
      key.length === kinds.length &&
      key.every((part, index) => KINDS[kinds[index]!].fits(part));
    if (fits) return key;
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

/** What a part of a cursor may be, and its type in SQL. */
const KINDS: Readonly<Record<Kind, { fits: (part: string) => boolean; type: string }>> = {
  text: { fits: (part) => /^[^\0]*$/.test(part), type: 'text' },
  instant: { fits: isInstant, type: 'timestamptz' },
  uuid: { fits: isLowerCaseGuid, type: 'uuid' },
  number: { fits: (part) => /^\d{1,18}$/.test(part), type: 'bigint' },
};

/** Rows that a list or a count is made of: `from` with its alias, and conditions. */
export interface Rows {
  from: string;
  where: readonly string[];
  parameters: Parameters;
}

/** One page by keyset: the rows that follow the cursor in the list's order. */
export async function listPage<R, T>(
  sql: Sql,
  list: ListName,
  request: PageRequest,
  rows: Rows & { columns: string },
  read: (row: R) => { key: () => string[]; node: T },
): Promise<Page<T>> {
  const select = pageSelect(list, request, rows);
  return pageOf(list, await sql.query<R>(select, rows.parameters.values), request, read);
}

/** The statement of a page and of one row more, which shows that there is more. */
export function pageSelect(
  list: ListName,
  request: PageRequest,
  { columns, from, where, parameters }: Rows & { columns: string },
): string {
  const order = SORT_ORDERS[list];
  const conditions = [...where];
  if (isCursorGiven(request.after)) {
    const key = decodeCursor(list, request.after).map(
      (part, index) => `${parameters.add(part)}::${KINDS[order.kinds[index]!].type}`,
    );
    const follows = order.direction === 'asc' ? '>' : '<';
    conditions.push(`(${order.columns.join(', ')}) ${follows} (${key.join(', ')})`);
  }
  const sorted = order.columns.map((column) => `${column} ${order.direction}`).join(', ');
  return `select ${columns} from ${from} where ${conditions.join(' and ')}
     order by ${sorted} limit ${parameters.add(request.first + 1)}`;
}

/** From `first + 1` rows: the one too many shows that there is more. */
export function pageOf<R, T>(
  list: ListName,
  rows: readonly R[],
  { first, after }: PageRequest,
  read: (row: R) => { key: () => string[]; node: T },
): Page<T> {
  const edges = rows.slice(0, first).map((row) => {
    const { key, node } = read(row);
    return {
      // Most queries read that of the last row alone.
      get cursor() {
        return encodeCursor(list, key());
      },
      node,
    };
  });
  return { edges, hasNextPage: rows.length > first, hasPreviousPage: isCursorGiven(after) };
}

/** Counts at most one row more than the cap. */
export async function countRows(sql: Sql, { from, where, parameters }: Rows): Promise<Count> {
  const counted = `select 1 from ${from} where ${where.join(' and ')} limit ${COUNT_CAP + 1}`;
  const [row] = await sql.query<{ count: number }>(
    `select count(*)::int as count from (${counted}) as counted`,
    parameters.values,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP };
}

/** Text as part of a LIKE pattern, taken literally. */
export const likePart = (text: string): string => `%${likeBeginning(text)}`;
/** A pattern of `like` for lowercase texts that begin with this one. */
const likeBeginning = (text: string): string =>
  `${text
    .toLowerCase()
    .replaceAll('\0', '')
    .replace(/[\\%_]/g, '\\$&')}%`;
