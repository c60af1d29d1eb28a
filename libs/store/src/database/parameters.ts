/** Collects a statement's parameters. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Returns the parameter's name in the statement, such as `$1`. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** For a statement that adds more of its own. */
  copy(): Parameters {
    const copy = new Parameters();
    copy.values.push(...this.values);
    return copy;
  }
}
