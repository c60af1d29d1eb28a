/**
 * What was typed into a form, kept in this tab while the person signs in again, who then finds it
 * where it was. Nothing secret is kept.
 */
import { useEffect, useState } from 'react';
import { leaveWithoutQuestion } from '../../routing/useUnloadQuestion.ts';

const KEY = 'keyway.form';
/** Longer than a sign-in may take; after it, somebody else may sit here. */
const KEPT_MILLISECONDS = 15 * 60_000;

interface Kept {
  form: string;
  path: string;
  values: unknown;
  keptAt: number;
}

/** Where storage is denied or full, the person types it again. */
function stored(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** Where it can't be kept, the browser asks before the page is left. */
export function keepForm(kept: Pick<Kept, 'form' | 'values'>): void {
  try {
    sessionStorage.setItem(
      KEY,
      JSON.stringify({ ...kept, path: location.pathname, keptAt: Date.now() }),
    );
    leaveWithoutQuestion();
  } catch {
    // As in `stored`.
  }
}

/** What was typed into this form before signing in again; null otherwise. Found once. */
export function useKeptForm<T>(form: string): T | null {
  const [kept] = useState(() => {
    const found = stored();
    const isThis =
      found?.form === form &&
      found.path === location.pathname &&
      Date.now() - found.keptAt < KEPT_MILLISECONDS;
    return isThis ? (found.values as T) : null;
  });
  useEffect(() => {
    if (kept !== null) sessionStorage.removeItem(KEY);
  }, [kept]);
  return kept;
}
