/** When each part of `npm test` ran, so that the part that makes it slow can be seen. */
const SHORT_MILLISECONDS = 10_000;

export class Timeline {
  readonly #parts: { name: string; start: Date; end: Date }[] = [];

  add(name: string, start: Date, end: Date): void {
    this.#parts.push({ name, start, end });
  }

  /** A line for each part that took at least ten seconds, in the order in which they began. */
  get lines(): string[] {
    const first = Math.min(...this.#parts.map(({ start }) => start.getTime()));
    const at = (date: Date): string => {
      const seconds = Math.round((date.getTime() - first) / 1000);
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`.padStart(6);
    };
    return this.#parts
      .filter(({ start, end }) => end.getTime() - start.getTime() >= SHORT_MILLISECONDS)
      .toSorted((one, other) => one.start.getTime() - other.start.getTime())
      .map(({ name, start, end }) => `${at(start)} to ${at(end)}  ${name}`);
  }
}
