/** The views of the matrix that a person has saved, kept in this browser. */
import { useCallback, useMemo, useState } from 'react';
import { portfolioSearch } from './portfolioSearch.ts';
import type { PortfolioSearch } from './portfolioSearch.ts';
import { useViewer } from '../../features/viewer/ViewerQuery.ts';

export interface SavedView {
  name: string;
  search: PortfolioSearch;
}

const FIELDS = ['text', 'status', 'waiting', 'sort'] as const;
const MAX_VIEWS = 20;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The saved views that this version can read; others are skipped. */
export function parseViews(text: string | null): SavedView[] {
  const stored = json(text);
  return (Array.isArray(stored) ? (stored as unknown[]) : []).flatMap((view) =>
    isObject(view) && typeof view['name'] === 'string' && isObject(view['search'])
      ? [{ name: view['name'], search: portfolioSearch(view['search']) }]
      : [],
  );
}

function json(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
}

export function isSameView(a: PortfolioSearch, b: PortfolioSearch): boolean {
  return FIELDS.every((field) => (a[field] ?? '') === (b[field] ?? ''));
}

/** Adds a view at the end and replaces one of the same name. Removes the oldest above the limit. */
export function addView(views: readonly SavedView[], added: SavedView): SavedView[] {
  return [...views.filter((one) => one.name !== added.name), added].slice(-MAX_VIEWS);
}

export interface SavedViewsStore {
  views: readonly SavedView[];
  save: (view: SavedView) => void;
  remove: (name: string) => void;
}

export function useSavedViews(): SavedViewsStore {
  const viewer = useViewer();
  const storageKey = viewer ? `keyway.views.${viewer.id}` : undefined;
  const [changes, setChanges] = useState(0);
  // `changes` counts writes: storage itself does not notify React.
  const views = useMemo(
    () => (storageKey && changes >= 0 ? parseViews(read(storageKey)) : []),
    [storageKey, changes],
  );
  const write = useCallback(
    (next: readonly SavedView[]) => {
      try {
        if (storageKey) localStorage.setItem(storageKey, JSON.stringify(next));
      } catch {
        // A private window can refuse storage: the view is then not saved.
      }
      setChanges((count) => count + 1);
    },
    [storageKey],
  );
  return {
    views,
    save: (view) => write(addView(views, view)),
    remove: (name) => write(views.filter((one) => one.name !== name)),
  };
}

function read(storageKey: string): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
