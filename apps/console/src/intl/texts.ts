/**
 * The texts that are loaded: in one language, with the code that shows them. Whatever is on the
 * screen has its texts, also after a change of the language.
 */
import type { IntlShape } from 'react-intl';
import { readStoredLocale } from './locale.ts';
import type { Locale } from './locale.ts';

type Texts = Record<string, string>;

/** Texts that are loaded together: for each language its files, each loaded by its function. */
export interface TextFiles {
  readonly files: Readonly<Record<Locale, readonly (() => Promise<Texts>)[]>>;
}

/** Grow in place: what is shown already needs none of those that arrive later. */
const texts: Record<Locale, Texts> = { en: {}, es: {} };
const loaded: Record<Locale, Set<TextFiles>> = { en: new Set(), es: new Set() };
let current = readStoredLocale();
let choices = 0;
const listeners = new Set<() => void>();

export const currentLocale = (): Locale => current;
// Cast: the type of all texts has those too that no visit has loaded.
export const textsIn = (locale: Locale) => texts[locale] as unknown as IntlShape['messages'];
export const hasTexts = (group: TextFiles): boolean => loaded[current].has(group);

export function subscribeToTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(): void {
  for (const listener of listeners) listener();
}

async function loadGroup(group: TextFiles, locale: Locale): Promise<void> {
  if (loaded[locale].has(group)) return;
  const files = await Promise.all(group.files[locale].map((load) => load()));
  Object.assign(texts[locale], ...files);
  loaded[locale].add(group);
  notify();
}

const loadIn = (groups: readonly TextFiles[], locale: Locale): Promise<unknown> =>
  Promise.all(groups.map((group) => loadGroup(group, locale)));

/** Loads texts in the current language: that of the end, if it changes meanwhile. */
export async function loadTexts(groups: readonly TextFiles[]): Promise<void> {
  let locale: Locale | undefined;
  while (locale !== current) {
    locale = current;
    await loadIn(groups, locale);
  }
}

/**
 * Code that is loaded together with its texts. `vite/textsOfParts.ts` puts it around each import of
 * a part that shows texts of its own.
 */
export async function withTexts<T>(code: Promise<T>, groups: readonly TextFiles[]): Promise<T> {
  const [part] = await Promise.all([code, loadTexts(groups)]);
  return part;
}

/**
 * Changes the language once all texts that are loaded are there in the new one. Of several choices
 * the last one counts.
 *
 * @returns false if another choice was made meanwhile
 * @throws what failed to load, in which case the language stays
 */
export async function chooseLocale(next: Locale): Promise<boolean> {
  choices += 1;
  const own = choices;
  const missing = () => [...loaded[current]].filter((group) => !loaded[next].has(group));
  try {
    // What arrives meanwhile in the current language is loaded too.
    while (own === choices && missing().length > 0) await loadIn(missing(), next);
  } catch (error) {
    if (own === choices) throw error;
  }
  if (own !== choices) return false;
  current = next;
  notify();
  return true;
}
