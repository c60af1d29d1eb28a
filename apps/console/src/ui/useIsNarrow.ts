/** Whether lists are cards, which have no headers: the width is that of `dataTable.css`. */
import { useSyncExternalStore } from 'react';

const query = () => matchMedia('(width < 960px)');

function subscribe(onChange: () => void): () => void {
  const list = query();
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}

export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
