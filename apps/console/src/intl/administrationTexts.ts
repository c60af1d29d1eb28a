/**
 * The texts of pages that few people see, such as the members and the catalogs: loaded with the
 * code of these pages, in both languages, so that changing the language needs nothing more.
 */
import { useSyncExternalStore } from 'react';
import type { Locale } from './locale.ts';

type Texts = Record<string, string>;

let texts: Record<Locale, Texts> | undefined;
const listeners = new Set<() => void>();
const NONE: Texts = {};

/** Loads a page, which then has its texts when it is shown. */
export async function withAdministrationTexts<T>(page: Promise<T>): Promise<T> {
  const [loaded, { en, es }] = await Promise.all([page, import('./administrationMessages.ts')]);
  texts ??= { en, es };
  for (const listener of listeners) listener();
  return loaded;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is loaded of them. */
export const useAdministrationTexts = (locale: Locale): Texts =>
  useSyncExternalStore(subscribe, () => texts?.[locale] ?? NONE);
