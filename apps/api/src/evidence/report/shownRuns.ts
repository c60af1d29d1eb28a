/** The newest runs as the report has them, rendered as they pass, so that few are in memory. */
import type { Instant, Locale } from '@keyway/core';
import { evidenceText } from '@keyway/messages';
import type { StoredRun } from '@keyway/store';
import type { Html } from './html.ts';
import { runSection } from './runSection.ts';
import type { Say } from './section.ts';

/** More would be no reading; `runs.json` has all of them. */
const SHOWN_RUNS = 20;

export class ShownRuns {
  readonly sections: Html[] = [];
  readonly count: number;
  readonly #locale: Locale;
  readonly #at: Instant;

  /** @param count of all that will come */
  constructor(locale: Locale, at: Instant, count: number) {
    this.#locale = locale;
    this.#at = at;
    this.count = count;
  }

  /** The newest first. */
  add(run: StoredRun): void {
    if (this.sections.length >= SHOWN_RUNS) return;
    const say: Say = (name, values) => evidenceText(name, this.#locale, values);
    this.sections.push(runSection(run, this.#at, this.#locale, say));
  }
}
