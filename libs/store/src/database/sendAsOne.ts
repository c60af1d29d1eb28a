/**
 * Statements that need no answer of each other, as one transaction without BEGIN and COMMIT: sent
 * with one Sync at their end, PostgreSQL does all or none of them.
 */
import pg from 'pg';
import { DescribedOnce } from './describedOnce.ts';
import { sendTogether } from './sendTogether.ts';

/** What `pg.Query` has beyond its declaration. */
interface Part {
  name?: string;
  text: string;
  submit(connection: Connection): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
}
interface Connection {
  stream: { destroy(error: Error): void };
  sync(): void;
  submittedNamedStatements: Record<string, string>;
}

type Settle = (error: Error | null, results: pg.QueryResult[]) => void;
/** By the connection. */
const withoutSyncs = new WeakMap<Connection, Connection>();

/** The connection, but for Sync. */
function withoutSync(connection: Connection): Connection {
  const known = withoutSyncs.get(connection);
  if (known) return known;
  const made = Object.create(connection, { sync: { value: () => undefined } }) as Connection;
  withoutSyncs.set(connection, made);
  return made;
}

/** Acts for each of its parts in turn. */
class Together {
  private readonly parts: readonly Part[];
  private readonly results: pg.QueryResult[] = [];
  private readonly settle: Settle;
  private failure: Error | null = null;
  private at = 0;

  constructor(configs: readonly pg.QueryConfig[], settle: Settle) {
    this.settle = settle;
    const callback = (error: Error | null, result: pg.QueryResult): void => {
      if (error) this.failure ??= error;
      else this.results.push(result);
    };
    this.parts = configs.map((config) => {
      // Cast: pg does not declare what a query does with answers.
      return new DescribedOnce(config, callback, 'extended') as unknown as Part;
    });
  }

  private get current(): Part | undefined {
    return this.parts[this.at];
  }

  /** For pg, which notes what was prepared by the name of the query that is answered. */
  get name(): string | undefined {
    return this.current?.name;
  }
  get text(): string | undefined {
    return this.current?.text;
  }

  submit(connection: Connection): Error | null {
    const unsynced = withoutSync(connection);
    for (const part of this.parts) {
      const refused = part.submit(unsynced);
      this.failure ??= refused;
    }
    // Without the Sync nothing is done.
    if (this.failure) connection.stream.destroy(this.failure);
    else connection.sync();
    return null;
  }

  handleRowDescription(message: unknown): void {
    this.current?.handleRowDescription(message);
  }
  handleDataRow(message: unknown): void {
    this.current?.handleDataRow(message);
  }
  handleCommandComplete(message: unknown, connection: Connection): void {
    this.current?.handleCommandComplete(message, connection);
    this.at += 1;
  }
  handleReadyForQuery(connection: Connection): void {
    for (const part of this.parts) part.handleReadyForQuery(connection);
    this.settle(this.failure, this.results);
  }
  handleError(error: Error, connection: Connection): void {
    // PostgreSQL skipped what followed: those were not prepared.
    for (const { name } of this.parts.slice(this.at))
      if (name) delete connection.submittedNamedStatements[name];
    this.settle(error, []);
  }
}

// pg takes in pipeline mode only what is a `pg.Query`. What its constructor makes is not needed.
Object.setPrototypeOf(Together.prototype, pg.Query.prototype as object);

/** In the order of the statements. Where it throws a server's error, none was done. */
export function sendAsOne(
  client: pg.ClientBase,
  configs: readonly pg.QueryConfig[],
): Promise<pg.QueryResult[]> {
  sendTogether(client);
  return new Promise((resolve, reject) => {
    const together = new Together(configs, (error, results) =>
      error ? reject(error) : resolve(results),
    );
    // Cast: pg declares neither `Together` nor what it does with answers.
    client.query(together as never);
  });
}
