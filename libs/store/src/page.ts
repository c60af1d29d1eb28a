/** Pages by keyset: a cursor holds the sort key of its row, so that every page costs the same. */
import { isLowerCaseGuid } from '@keyway/core';
import { z } from 'zod';
import type { Parameters } from './database/parameters.ts';
import type { Sql } from './database/database.ts';
import { InvalidCursor } from './tenancy/refused.ts';
import { firstMatches, type SparseFilter } from './sparseFilter.ts';

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
  /**
   * Each node is large, and made each time it is read: to be read once, one after another, and
   * forgotten before the next.
   */
  madeWhenRead?: true;
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
  organizationsByDue: {
    columns: ['r.due_at', 'o.id'],
    kinds: ['instant', 'uuid'],
    direction: 'asc',
  },
  runs: { columns: ['r.started_at', 'r.id'], kinds: ['instant', 'uuid'], direction: 'desc' },
  history: { columns: ['h.at', 'h.position'], kinds: ['instant', 'number'], direction: 'desc' },
  members: { columns: ['m.created_at', 'm.id'], kinds: ['instant', 'uuid'], direction: 'asc' },
  invitations: { columns: ['i.invited_at', 'i.id'], kinds: ['instant', 'uuid'], direction: 'desc' },
  bulkJobs: { columns: ['j.started_at', 'j.id'], kinds: ['instant', 'uuid'], direction: 'desc' },
  bulkItems: { columns: ['i.position', 'i.job_id'], kinds: ['number', 'uuid'], direction: 'asc' },
  dryRuns: { columns: ['j.started_at', 'j.id'], kinds: ['instant', 'uuid'], direction: 'desc' },
  dryRunItems: {
    columns: ['i.position', 'i.dry_run_id'],
    kinds: ['number', 'uuid'],
    direction: 'asc',
  },
  pendingApprovals: {
    columns: ['a.since', "(a.run_id || ' ' || a.track)"],
    kinds: ['instant', 'text'],
    direction: 'asc',
  },
  pendingApprovalsByName: {
    columns: ['o.name_key', "(a.run_id || ' ' || a.track)"],
    kinds: ['text', 'text'],
    direction: 'asc',
  },
  expiringCredentials: {
    columns: ['c.expires_at', 'c.name'],
    kinds: ['instant', 'text'],
    direction: 'asc',
  },
  alerts: { columns: ['a.sort_key', 'a.id'], kinds: ['number', 'uuid'], direction: 'desc' },
  alertEvents: {
    columns: ['e.received_at', 'e.event_id'],
    kinds: ['instant', 'text'],
    direction: 'desc',
  },
  webhooks: { columns: ['w.created_at', 'w.id'], kinds: ['instant', 'uuid'], direction: 'asc' },
  webhookDeliveries: {
    columns: ['d.created_at', 'd.id'],
    kinds: ['instant', 'uuid'],
    direction: 'desc',
  },
  inbox: { columns: ['i.created_at', 'i.id'], kinds: ['instant', 'uuid'], direction: 'desc' },
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

/** Of a list whose order has parts with cursors of their own. */
export const isCursorOf = (list: ListName, cursor: string): boolean =>
  Buffer.from(cursor, 'base64url').toString('utf8').startsWith(`["${list}",`);

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
  sparse?: SparseFilter | null;
}

/** One page by keyset: the rows that follow the cursor in the list's order. */
export async function listPage<R, T>(
  sql: Sql,
  list: ListName,
  request: PageRequest,
  rows: Rows & { columns: string },
  { key, node }: RowReader<R, T>,
): Promise<Page<T>> {
  const found = await pageRows(list, request, rows, (select, parameters) =>
    sql.query<R>(select, parameters.values),
  );
  const read = found.map((row) => ({ row, node: node(row) }));
  return pageOf(list, read, request, { key: (one) => key(one.row), node: (one) => one.node });
}

/** The rows of a page, and one row more, which shows that there is more. */
export function pageRows<R>(
  list: ListName,
  request: PageRequest,
  { columns, from, where, parameters, sparse }: Rows & { columns: string },
  ask: (select: string, parameters: Parameters) => Promise<R[]>,
): Promise<R[]> {
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
  const limit = parameters.add(request.first + 1);
  const rowsOf = (source: string, every: readonly string[]): Promise<R[]> =>
    ask(
      `select ${columns} from ${source} where ${every.join(' and ')} order by ${sorted} limit ${limit}`,
      parameters.copy(),
    );
  if (!sparse) return rowsOf(from, conditions);
  const { matches, candidate, found } = sparse;
  if (!candidate) return rowsOf(from, [...conditions, matches]);
  const every = conditions.join(' and ');
  return firstMatches(
    request.first + 1,
    (ofRows) => rowsOf(someOf(from, `${every} order by ${sorted}`, ofRows), [matches]),
    () => rowsOf(from, [...conditions, candidate(found(null)), matches]),
  );
}

/** A part of the rows, under the same alias. */
const someOf = (from: string, which: string, limit: number): string => {
  const alias = from.split(' ').at(-1);
  return `(select ${alias}.*, ${alias}.xmin from ${from} where ${which} limit ${limit}) as ${alias}`;
};

/** What a list makes of its rows. */
export interface RowReader<R, T> {
  /** The sort key. */
  key: (row: R) => string[];
  node: (row: R) => T;
}

/**
 * Its getters are those of a class. Where each object has getters of its own, V8 describes each by
 * a hidden class, which keeps the row, and all that a request holds, until the next full
 * collection.
 */
class Edge<R, T> {
  private readonly list: ListName;
  private readonly row: R;
  private readonly reader: RowReader<R, T>;

  constructor(list: ListName, row: R, reader: RowReader<R, T>) {
    this.list = list;
    this.row = row;
    this.reader = reader;
  }

  /** Most queries read that of the last row alone. */
  get cursor(): string {
    return encodeCursor(this.list, this.reader.key(this.row));
  }

  get node(): T {
    return this.reader.node(this.row);
  }
}

/**
 * From `first + 1` rows: the one too many shows that there is more.
 * @param reader reads a node each time that it is asked for
 */
export function pageOf<R, T>(
  list: ListName,
  rows: readonly R[],
  { first, after }: PageRequest,
  reader: RowReader<R, T>,
): Page<T> {
  const edges = rows.slice(0, first).map((row) => new Edge(list, row, reader));
  return { edges, hasNextPage: rows.length > first, hasPreviousPage: isCursorGiven(after) };
}

/** A count as lists answer it. */
export const countedUp = (count: number): Count => ({
  count: Math.min(count, COUNT_CAP),
  capped: count > COUNT_CAP,
});

/** Counts at most one row more than the cap. */
export async function countRows(sql: Sql, rows: Rows): Promise<Count> {
  const { from, parameters, sparse } = rows;
  const where = rows.where.join(' and ');
  const upToCap = (conditions: string): string =>
    `(select 1 from ${from} where ${conditions} limit ${COUNT_CAP + 1}) as counted`;
  const ask = async (select: string): Promise<Partial<Counted>> =>
    (await sql.query<Counted>(select, parameters.values))[0] ?? {};
  const countOf = async (counted: string): Promise<number> =>
    (await ask(`select count(*)::int as count from ${counted}`)).count ?? 0;
  if (!sparse) return countedUp(await countOf(upToCap(where)));
  const { matches, candidate, found, candidatesToCount } = sparse;
  const plain = `${where} and ${matches}`;
  if (!candidate) return countedUp(await countOf(upToCap(plain)));
  // Where many rows match, the cap is reached soon.
  const sample = await countOf(`${someOf(from, where, SAMPLE)} where ${matches}`);
  if (sample > SAMPLE * MANY) return countedUp(await countOf(upToCap(plain)));
  const { count = 0, candidates = 0 } = await ask(`
    with found as materialized (select ${found(candidatesToCount)} as ids)
    select cardinality(ids) as candidates,
      (select count(*)::int from ${upToCap(`${where} and ${candidate('(select ids from found)::uuid[]')} and ${matches}`)}) as count
    from found`);
  const isWhole = candidates < candidatesToCount || count > COUNT_CAP;
  return countedUp(isWhole ? count : await countOf(upToCap(plain)));
}

interface Counted {
  count: number;
  /** Rows that the index found, of which some may not be counted. */
  candidates?: number;
}

/** Rows that a count reads to learn whether many match, and which part that is. */
const SAMPLE = 500;
const MANY = 0.4;
