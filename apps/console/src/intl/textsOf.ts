/** A part's own texts, which load with its code and only in the language of who reads. */
import { useEffect, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { onReconnected } from '../apollo/liveConnection.ts';
import { hasTexts, loadTexts, subscribeToTexts } from './texts.ts';
import type { TextFiles } from './texts.ts';

/** Renders what it contains, once its texts are loaded. */
export interface TextGroup extends TextFiles {
  (props: { children: ReactNode }): ReactNode;
}

/** @param files the loaders of JSON files in both languages, by their paths */
export function textsOf(files: Record<string, () => Promise<unknown>>): TextGroup {
  const inLanguage = (suffix: string) =>
    Object.entries(files)
      .filter(([path]) => path.endsWith(suffix))
      // Cast: a glob does not say what its files hold.
      .map(([, load]) => load as () => Promise<Record<string, string>>);
  const group: TextGroup = Object.assign(
    ({ children }: { children: ReactNode }) => (useLoaded(group) ? children : null),
    { files: { en: inLanguage('.en.json'), es: inLanguage('.es.json') } },
  );
  return group;
}

/** They are there already, unless the part was imported as a part of no other (as in a test). */
function useLoaded(group: TextFiles): boolean {
  const isLoaded = useSyncExternalStore(subscribeToTexts, () => hasTexts(group));
  useEffect(() => {
    if (isLoaded) return undefined;
    const load = () => void loadTexts([group]).catch(() => undefined);
    load();
    return onReconnected(load);
  }, [group, isLoaded]);
  return isLoaded;
}
