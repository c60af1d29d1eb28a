import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Actor } from '../../generated/enums.ts';
import { VIEWER_QUERY } from './ViewerQuery.ts';
import { hasRole } from './viewerAccess.ts';

/** What an actor is called: the partner by its name, or "your team" for those who act for it. */
export function useActorName(): (actor: Actor) => string {
  const intl = useIntl();
  // Never asked for here: whoever opens a hand-off is signed in as nobody.
  const viewer = useQuery(VIEWER_QUERY, { fetchPolicy: 'cache-only' }).data?.viewer;
  return useCallback(
    (actor) => {
      if (actor !== 'PARTNER' || !viewer) return intl.formatMessage({ id: `actor.${actor}` });
      const { grants, partner } = viewer;
      const isTeam =
        grants.some(({ organization }) => organization === null) ||
        hasRole(grants, ['OWNER', 'OPERATOR'], 'anywhere');
      return isTeam ? intl.formatMessage({ id: 'actor.team' }) : partner;
    },
    [intl, viewer],
  );
}
