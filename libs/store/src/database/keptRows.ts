/**
 * Rows of statements that are asked again and again, such as a list's first page. The database
 * decides each time which rows there are, and sends only those that are not here as they are now.
 */
import { LRUCache } from 'lru-cache';
import type { Sql } from './database.ts';
import type { Parameters } from './parameters.ts';

/** What a row was made into. Others get the same object, so nothing of it may be changed. */
export interface Kept {
  /**
   * What readers derived from the object, by their own keys; absent where it is not kept. Gone with
   * the object when its row changes.
   */
  readonly derived?: Map<object, string>;
}

interface KeptNode {
  node: object;
  /** Of the row's JSON. */
  characters: number;
}

interface Answer {
  /** By mark. */
  nodes: ReadonlyMap<string, KeptNode>;
  /** As the statement takes them. */
  marks: string;
  characters: number;
}

/** Of the rows' JSON; as objects, with what is derived from them, they take three times as much. */
const MAX_CHARACTERS = 2_000_000;
/** In no mark. */
const SEPARATOR = ',';

export interface KeptStatement<Column extends string = never> {
  /**
   * A `select` with a column `mark`: a text that differs for each row and changes with anything
   * that is read of it.
   */
  select: string;
  parameters: Parameters;
  /** Columns that each row has anyway. */
  columns?: readonly Column[];
  /** The row `q` as JSON, for `read`. */
  json?: string;
}

interface AnsweredRow {
  mark: string;
  /** The row as JSON; null where it is here. */
  row: string | null;
}

/** One for the process: a row is found by the statement that answered it now, never by its ID. */
export class KeptRows {
  readonly #answers = new LRUCache<string, Answer>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ characters }) => characters,
  });

  /**
   * @param read makes an object of a row, in which dates are texts. Of one that is kept, `derived`
   *   is set, and it is frozen.
   */
  async query<Row, T extends Kept, Column extends string = never>(
    sql: Sql,
    { select, parameters, columns = [], json = 'to_json(q)' }: KeptStatement<Column>,
    read: (row: Row) => { node: T; keep: boolean },
  ): Promise<{ row: Record<Column, string>; node: T }[]> {
    const key = JSON.stringify([select, parameters.values]);
    const before = this.#answers.get(key);
    const known = parameters.add(before?.marks ?? '');
    const always = ['mark', ...columns].map((column) => `q."${column}"`).join(', ');
    const rows = await sql.query<AnsweredRow & Record<Column, string>>(
      `select ${always}, case when q.mark = any (string_to_array(${known}, '${SEPARATOR}')) then null else (${json})::text end as row
       from (${select}) as q`,
      parameters.values,
    );
    let fresh = 0;
    const found = rows.map((row) => {
      if (row.row !== null) {
        fresh += 1;
        return { row, ...readNode(row.row, read) };
      }
      const kept = before?.nodes.get(row.mark);
      if (!kept) throw new Error(`the row ${row.mark} was not read`);
      // Cast: the same statement made it.
      return { row, node: kept.node as T, keep: true, characters: kept.characters };
    });
    if (fresh > 0 || before?.nodes.size !== rows.length) this.#remember(key, found);
    return found;
  }

  #remember(key: string, found: readonly (KeptNode & { row: AnsweredRow; keep: boolean })[]): void {
    const kept = found.filter(({ keep }) => keep);
    const nodes = new Map(
      kept.map(({ row, node, characters }) => [row.mark, { node, characters }]),
    );
    this.#answers.set(key, {
      nodes,
      marks: [...nodes.keys()].join(SEPARATOR),
      characters: kept.reduce((sum, { characters }) => sum + characters, key.length),
    });
  }
}

function readNode<Row, T extends Kept>(
  json: string,
  read: (row: Row) => { node: T; keep: boolean },
): { node: T; keep: boolean; characters: number } {
  const { node, keep } = read(JSON.parse(json) as Row);
  if (keep) {
    // A copy of the object by its properties does not have it.
    Object.defineProperty(node, 'derived', { value: new Map() });
    Object.freeze(node);
  }
  return { node, keep, characters: json.length };
}
