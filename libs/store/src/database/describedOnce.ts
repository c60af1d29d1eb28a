/**
 * Prepared statements whose rows are described once a connection. PostgreSQL refuses a statement
 * whose description would change, and pg takes longer to read one than to read a row.
 */
import pg from 'pg';

/** What pg makes of a description. */
interface Shape {
  fields: unknown;
  _parsers: unknown;
  _prebuiltEmptyResultObject: unknown;
}
interface Connection {
  stream: object;
  describe(what: unknown): void;
}
interface Inner {
  hasBeenParsed(connection: Connection): boolean;
  prepare(connection: Connection): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}
// Cast: pg declares nothing of this.
const inner = pg.Query.prototype as unknown as Inner;

type Callback = (error: Error | null, result: pg.QueryResult) => void;

/** By the stream of a connection, and by name. */
const known = new WeakMap<object, Map<string, Shape>>();
const undescribed = new WeakMap<Connection, Connection>();

function shapesOf({ stream }: Connection): Map<string, Shape> {
  const found = known.get(stream) ?? new Map<string, Shape>();
  known.set(stream, found);
  return found;
}

/** The connection, but for Describe. */
function withoutDescribe(connection: Connection): Connection {
  const found = undescribed.get(connection);
  if (found) return found;
  const made = Object.create(connection, { describe: { value: () => undefined } }) as Connection;
  undescribed.set(connection, made);
  return made;
}

export class DescribedOnce extends pg.Query {
  declare name: string | undefined;
  declare values: unknown;
  declare callback: Callback;
  declare queryMode: string | undefined;
  declare private _result: Shape;
  declare private _accumulateRows: boolean;
  private learning: Map<string, Shape> | null = null;

  /** @param queryMode `extended`: never as a simple query */
  constructor({ name, text, values }: pg.QueryConfig, callback: Callback, queryMode?: 'extended') {
    // pg would copy a configuration property by property, with its descriptors.
    super(text);
    this.name = name;
    this.values = values;
    this.callback = callback;
    this.queryMode = queryMode;
  }

  prepare(connection: Connection): void {
    const shapes = this.name ? shapesOf(connection) : null;
    const shape = inner.hasBeenParsed.call(this, connection) && shapes?.get(this.name!);
    if (!shape) {
      this.learning = shapes;
      inner.prepare.call(this, connection);
      return;
    }
    const { fields, _parsers, _prebuiltEmptyResultObject } = shape;
    Object.assign(this._result, { fields, _parsers, _prebuiltEmptyResultObject });
    this._accumulateRows = true;
    inner.prepare.call(this, withoutDescribe(connection));
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    inner.handleCommandComplete.call(this, message, connection);
    this.learning?.set(this.name!, this._result);
  }
}
