/** The newest entries as lines, rendered as they pass, so that few of them are in memory. */
import type { Locale } from '@keyway/core';
import { parseActor } from '@keyway/core';
import { describeActor, describeEvent } from '@keyway/messages';
import type { ExportedEntry } from '@keyway/store';

/** More would be no reading; `history.jsonl` has all of them. */
const SHOWN_ENTRIES = 1000;
const MAX_CHARACTERS = 600;

export interface TimelineLine {
  at: string;
  who: string;
  what: string;
}

export class Timeline {
  readonly lines: TimelineLine[] = [];
  /** Of all entries, shown or not. */
  count = 0;
  readonly #locale: Locale;
  readonly #first: number;

  /** @param last the position in its chain of the last entry that will come */
  constructor(locale: Locale, last: number) {
    this.#locale = locale;
    this.#first = last - SHOWN_ENTRIES + 1;
  }

  add({ at, actor, principal, kind, seq, text }: ExportedEntry): void {
    this.count += 1;
    if (seq < this.#first) return;
    const what = describeEvent(kind, JSON.parse(text), this.#locale);
    this.lines.push({
      at,
      who: describeActor(parseActor(actor, principal), this.#locale),
      what: what.length > MAX_CHARACTERS ? `${what.slice(0, MAX_CHARACTERS)}…` : what,
    });
  }
}
