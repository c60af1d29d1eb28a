/**
 * How long a worker waits before it claims what it was woken for. A notification wakes all of them;
 * who came too late a few times leaves the next one to the others, and comes when they do not.
 */

/** Work waits no longer for a worker that nothing was left for. */
const LONGEST_MILLISECONDS = 64;

export class EmptyClaims {
  #inARow = 0;
  readonly #random: () => number;

  /** @param random from 0 to 1, for tests */
  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** After each claim, with what it got. */
  note(claimed: number): void {
    this.#inARow = claimed === 0 ? this.#inARow + 1 : 0;
  }

  /** Nothing after a claim that got something; at random, so that not all come at once again. */
  pauseMilliseconds(): number {
    if (this.#inARow === 0) return 0;
    return this.#random() * Math.min(2 ** this.#inARow, LONGEST_MILLISECONDS);
  }
}
