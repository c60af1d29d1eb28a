/** Views of the matrix that a person has named, kept in this browser for this person. */
import { useCallback, useMemo, useState } from 'react';
import * as z from 'zod/mini';
import { portfolioSearch } from './portfolioSearch.ts';
import type { PortfolioSearch } from './portfolioSearch.ts';
import { useViewer } from '../../features/viewer/ViewerQuery.ts';

export interface SavedView {
  name: string;
  search: PortfolioSearch;
}

const FIELDS = ['text', 'status', 'waiting', 'sort'] as const;
const MOST = 20;

const stored = z.array(
  z.catch(
    z.nullable(z.object({ name: z.string(), search: z.record(z.string(), z.unknown()) })),
    null,
  ),
);

/** What storage holds, as far as this version can read it. */
export function parseViews(text: string | null): SavedView[] {
  const parsed = z.safeParse(stored, json(text));
  return (parsed.data ?? []).flatMap((view) =>
    view ? [{ name: view.name, search: portfolioSearch(view.search) }] : [],
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

/**
 * With the new one last; one of the same name is replaced, and the oldest gives way to the
 * twenty-first.
 */
export function withView(views: readonly SavedView[], added: SavedView): SavedView[] {
  return [...views.filter((one) => one.name !== added.name), added].slice(-MOST);
}

export interface SavedViewsStore {
  views: readonly SavedView[];
  save: (view: SavedView) => void;
  remove: (name: string) => void;
}

export function useSavedViews(): SavedViewsStore {
  const viewer = useViewer();
  const place = viewer ? `keyway.views.${viewer.id}` : undefined;
  const [changes, setChanges] = useState(0);
  // `changes` says that storage holds something else now.
  const views = useMemo(
    () => (place && changes >= 0 ? parseViews(read(place)) : []),
    [place, changes],
  );
  const write = useCallback(
    (next: readonly SavedView[]) => {
      try {
        if (place) localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // Storage may be refused (private windows): the view is then not kept.
      }
      setChanges((count) => count + 1);
    },
    [place],
  );
  return {
    views,
    save: (view) => write(withView(views, view)),
    remove: (name) => write(views.filter((one) => one.name !== name)),
  };
}

function read(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
