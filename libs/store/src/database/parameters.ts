/** Collects a statement's parameters. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Returns the parameter's name in the statement, such as `$1`. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
