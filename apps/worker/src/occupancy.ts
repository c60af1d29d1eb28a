/**
 * How many effects of runs a worker works on: observations of watched keys wait while it is full.
 */
export class Occupancy {
  private readonly places: number;
  private running = 0;

  constructor(places: number) {
    this.places = places;
  }

  begun(): void {
    this.running += 1;
  }

  ended(): void {
    this.running -= 1;
  }

  get count(): number {
    return this.running;
  }

  get isFull(): boolean {
    return this.running >= this.places;
  }
}
