/** Which views are tabs, and which are in a menu after them. */
import type { SavedView } from './viewDocuments.ts';

const MAX_TABS = 7;

/** The current one is a tab, in its place. */
export function pickShown(
  views: readonly SavedView[],
  currentId: string | undefined,
): { shown: readonly SavedView[]; others: readonly SavedView[] } {
  // A menu with one entry takes as much space as the entry.
  if (views.length <= MAX_TABS + 1) return { shown: views, others: [] };
  const first = new Set(views.slice(0, MAX_TABS).map(({ id }) => id));
  if (currentId !== undefined && !first.has(currentId)) {
    first.delete(views[MAX_TABS - 1]!.id);
    first.add(currentId);
  }
  return {
    shown: views.filter(({ id }) => first.has(id)),
    others: views.filter(({ id }) => !first.has(id)),
  };
}
