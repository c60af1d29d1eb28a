/** Views of the portfolio that an earlier version kept in this browser, until they are imported. */
export interface LocalView {
  name: string;
  search: Record<string, unknown>;
}

const keyOf = (viewerId: string): string => `keyway.views.${viewerId}`;
const laterKeyOf = (viewerId: string): string => `${keyOf(viewerId)}.later`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Those that can be read. */
export function parseLocalViews(text: string | null): LocalView[] {
  const stored = json(text);
  return (Array.isArray(stored) ? (stored as unknown[]) : []).flatMap((view) =>
    isObject(view) && typeof view['name'] === 'string' && isObject(view['search'])
      ? [{ name: view['name'], search: view['search'] }]
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

/** A private window can refuse storage: then there is nothing to import. */
function tryStorage<T>(work: (storage: Storage) => T, otherwise: T): T {
  try {
    return work(localStorage);
  } catch {
    return otherwise;
  }
}

export const readLocalViews = (viewerId: string): LocalView[] =>
  tryStorage((storage) => parseLocalViews(storage.getItem(keyOf(viewerId))), []);

/** Keeps those that are not imported yet. */
export function keepLocalViews(viewerId: string, views: readonly LocalView[]): void {
  tryStorage((storage) => {
    if (views.length > 0) return storage.setItem(keyOf(viewerId), JSON.stringify(views));
    storage.removeItem(keyOf(viewerId));
    return storage.removeItem(laterKeyOf(viewerId));
  }, undefined);
}

/** Whether this person was asked before, and put it off. */
export const isPutOff = (viewerId: string): boolean =>
  tryStorage((storage) => storage.getItem(laterKeyOf(viewerId)) !== null, false);

export const putOff = (viewerId: string): void =>
  tryStorage((storage) => storage.setItem(laterKeyOf(viewerId), '1'), undefined);
