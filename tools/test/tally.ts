/**
 * Counts what passed, failed and was skipped, so that the last line of `npm test` can be trusted:
 * a stage without results has failed.
 */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export class Tally {
  #count: Count = { passed: 0, failed: 0, skipped: 0 };
  readonly #failures: string[] = [];
  readonly #skips: string[] = [];

  /** A stage that is one thing, such as a project's lint. */
  stage(name: string, passed: boolean): void {
    if (passed) this.#count.passed += 1;
    else this.#fail(name, 1);
  }

  /**
   * A stage that ran tests. A stage without a single test has failed, and so has one that ended
   * badly although no test did (a file that could not be loaded, a crash at the end).
   * @param counted undefined: the stage left no results behind
   */
  tests(name: string, counted: Count | undefined, endedWell: boolean): void {
    if (!counted) return this.#fail(`${name}: left no results`, 1);
    this.#count.passed += counted.passed;
    if (counted.skipped > 0) this.skip(`${name}: ${counted.skipped} skipped`, counted.skipped);
    if (counted.failed > 0) this.#fail(`${name}: ${counted.failed} failed`, counted.failed);
    else if (!endedWell) this.#fail(`${name}: ended badly although no test failed`, 1);
    else if (counted.passed === 0) this.#fail(`${name}: ran no test`, 1);
  }

  skip(why: string, count: number): void {
    this.#count.skipped += count;
    this.#skips.push(why);
  }

  /** Whether the whole is green: something passed and nothing failed. */
  get isGreen(): boolean {
    return this.#count.failed === 0 && this.#count.passed > 0;
  }

  /** What failed and what was skipped, a line each. */
  get remarks(): string[] {
    return [
      ...this.#skips.map((line) => `skipped  ${line}`),
      ...this.#failures.map((line) => `failed   ${line}`),
    ];
  }

  /** `N passed, M failed`, with `, K skipped` where something was. */
  get lastLine(): string {
    const { passed, failed, skipped } = this.#count;
    const nothing = passed + failed === 0 ? 1 : 0;
    return `${passed} passed, ${failed + nothing} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  }

  #fail(name: string, count: number): void {
    this.#count.failed += count;
    this.#failures.push(name);
  }
}
