const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** IDs that aren't UUIDs belong to nothing; PostgreSQL would fail on them. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** Collects a statement's parameters. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Answers the parameter's name in the statement, such as `$1`. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
