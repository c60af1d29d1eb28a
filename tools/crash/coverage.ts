/** Which calls were disturbed in which way, and what became of the runs that were driven then. */
import type { Call } from './postgresCalls.ts';

export const DISTURBANCES = [
  'kill',
  'killInFlight',
  'killDatabase',
  'stop',
  'stopDatabase',
  'loseCommit',
  'delayCommit',
  'dropPackets',
  'fillDisk',
] as const;
export type Disturbance = (typeof DISTURBANCES)[number];
export type When = 'before' | 'after';
/** `earlier worker`: of the version before, beside this one. */
export type Part = 'worker' | 'api' | 'earlier worker';

/** A place to disturb: a call of a process, before it is sent or after it was answered. */
export interface Point {
  part: Part;
  when: When;
  call: string;
}

interface Hit {
  point: string;
  how: Disturbance;
  /** IMS organizations of the runs under way. */
  during: readonly string[];
}

/** How each is applied. Those that take a whole database are not repeated for each event. */
const APPLIES: Record<Disturbance, (call: Call, when: When) => boolean> = {
  kill: () => true,
  killInFlight: (_call, when) => when === 'before',
  stop: () => true,
  killDatabase: () => true,
  stopDatabase: () => true,
  loseCommit: ({ isCommit }, when) => isCommit && when === 'after',
  delayCommit: ({ isCommit }, when) => isCommit && when === 'after',
  dropPackets: () => true,
  fillDisk: ({ isWrite }, when) => isWrite && when === 'before',
};
const BY_EVENT: ReadonlySet<Disturbance> = new Set([
  'kill',
  'killInFlight',
  'loseCommit',
  'fillDisk',
]);

const nameOf = ({ part, when, call }: Point): string => `${part} ${when} ${call}`;

export class Coverage {
  readonly kinds: readonly Disturbance[];
  readonly #hits: Hit[] = [];
  readonly #taken = new Set<string>();
  /** What an undisturbed run meets; name of the point by what is to be disturbed. */
  readonly #wanted = new Map<string, string>();
  readonly #everyHit: number;
  readonly #most: number;
  readonly #at: RegExp | undefined;

  /**
   * @param every of the points that are met, one in so many @param most of each kind
   * @param at what is in the name of a point that counts; each of its events counts then
   */
  constructor(kinds: readonly Disturbance[], every = 1, most = Infinity, at?: RegExp) {
    this.kinds = kinds;
    this.#everyHit = every;
    this.#most = most;
    this.#at = at;
  }

  #keysOf(part: Part, call: Call, when: When): { key: string; point: string; how: Disturbance }[] {
    return this.kinds
      .filter((how) => APPLIES[how](call, when))
      .map((how) => {
        const isByEvent = this.#at !== undefined || BY_EVENT.has(how);
        const point = nameOf({ part, when, call: isByEvent ? call.name : call.shape });
        return { key: `${how} ${point}`, point, how };
      })
      .filter(({ point }) => this.#at?.test(point) ?? true);
  }

  /** What an undisturbed run does is what is to be disturbed at least. */
  want(part: Part, call: Call, when: When): void {
    for (const { key, point } of this.#keysOf(part, call, when)) this.#wanted.set(key, point);
  }

  /** Takes the next disturbance of this point, if `may` can do it now. */
  take(
    part: Part,
    call: Call,
    when: When,
    may: (how: Disturbance) => boolean,
    during: readonly string[],
  ): Disturbance | null {
    // What was done least comes first.
    const possible = this.#keysOf(part, call, when)
      .filter(({ how }) => this.count(how) < this.#most)
      .toSorted((a, b) => this.count(a.how) - this.count(b.how));
    for (const { key, point, how } of possible) {
      if (this.#taken.has(key) || !this.#isInSample(key) || !may(how)) continue;
      this.#taken.add(key);
      this.#hits.push({ point, how, during });
      return how;
    }
    return null;
  }

  #isInSample(key: string): boolean {
    let sum = 7;
    for (const letter of key) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
    return sum % this.#everyHit === 0;
  }

  /** Points that an undisturbed run meets and nothing was done to. */
  get left(): string[] {
    return [...this.#wanted.keys()].filter((key) => !this.#taken.has(key) && this.#isInSample(key));
  }

  /** Every kind was done as often as it may be. */
  get isFull(): boolean {
    return this.kinds.every((how) => this.count(how) >= this.#most);
  }

  count(how: Disturbance): number {
    return this.#hits.filter((hit) => hit.how === how).length;
  }

  /** A line a point: how often it was disturbed in each way, and how many runs fell then. */
  rows(lost: ReadonlySet<string>, doubled: ReadonlySet<string>): Row[] {
    const rows = new Map<string, Row>();
    for (const { point, how, during } of this.#hits) {
      const row = rows.get(point) ?? { point, hits: {}, lost: 0, doubled: 0 };
      rows.set(point, row);
      row.hits[how] = (row.hits[how] ?? 0) + 1;
      row.lost += during.filter((id) => lost.has(id)).length;
      row.doubled += during.filter((id) => doubled.has(id)).length;
    }
    return [...rows.values()].toSorted((a, b) => (a.point < b.point ? -1 : 1));
  }
}

export interface Row {
  point: string;
  hits: Partial<Record<Disturbance, number>>;
  lost: number;
  doubled: number;
}
