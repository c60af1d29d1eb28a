/** How much space the window has. */
import { useSyncExternalStore } from 'react';

function mediaQuery(media: string) {
  const query = () => matchMedia(media);
  return {
    matches: () => query().matches,
    subscribe: (onChange: () => void): (() => void) => {
      const list = query();
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
  };
}

/** The width is that of `dataTable.css`. */
const narrow = mediaQuery('(width < 960px)');
const phone = mediaQuery('(width < 700px)');

/** Whether lists are cards, which have no headers. */
export const useIsNarrow = (): boolean => useSyncExternalStore(narrow.subscribe, narrow.matches);

/** Whether a sentence takes several lines. */
export const useIsPhone = (): boolean => useSyncExternalStore(phone.subscribe, phone.matches);
