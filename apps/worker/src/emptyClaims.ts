/**
 * How long a worker waits before it claims what it was woken for. A notification wakes all of them;
 * who came too late a few times leaves the next one to the others, and comes when they do not.
 */

/** 2 to this power is the longest wait, 256 ms, for work that the others leave. */
const MOST_IN_A_ROW = 8;

export class EmptyClaims {
  #inARow = 0;
  readonly #random: () => number;

  /** @param random from 0 to 1, for tests */
  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /**
   * After each claim, with what it got. One that got something halves what was counted, so that
   * who came first once by chance does not compete for all that follows.
   */
  note(claimed: number): void {
    this.#inARow =
      claimed > 0 ? Math.floor(this.#inARow / 2) : Math.min(this.#inARow + 1, MOST_IN_A_ROW);
  }

  /** At random, so that not all come at once again. */
  pauseMilliseconds(): number {
    return this.#inARow === 0 ? 0 : this.#random() * 2 ** this.#inARow;
  }
}
