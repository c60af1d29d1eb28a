/**
 * What follows when somebody else signed in in another tab, or the person got other rights than
 * before, however the page learned it.
 */
import { useEffect, useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { ScopedRole } from '../features/viewer/viewerAccess.ts';
import { leaveWithoutQuestion } from '../routing/useUnloadQuestion.ts';
import { lazyPart } from '../ui/lazyPart.tsx';

/** Lets what is shown follow, and says so. */
export const accessNotice = lazyPart(async () => (await import('./AccessNotice.tsx')).AccessNotice);

interface Viewer {
  id: string;
  grants: readonly ScopedRole[];
}

/** @returns how often the rights have changed */
export function useViewerChanges(viewer: Viewer | undefined): number {
  const client = useApolloClient();
  const [changes, setChanges] = useState(0);
  const last = useRef<string[]>(undefined);
  useEffect(() => {
    if (!viewer) return;
    const { id, grants } = viewer;
    const rights = `${grants.map(({ role, organization }) => role + organization?.id).toSorted()}`;
    const [before, rightsBefore] = (last.current ??= [id, rights]);
    last.current = [id, rights];
    // Nothing of the first person stays here.
    if (before !== id) {
      leaveWithoutQuestion();
      location.reload();
    } else if (rightsBefore !== rights) {
      setChanges((count) => count + 1);
      accessNotice.load().catch(() => client.resetStore().catch(() => undefined));
    }
  }, [viewer, client]);
  return changes;
}
