import { useQuery } from '@apollo/client/react';
import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Actor } from '../../generated/enums.ts';
import { VIEWER_QUERY } from './ViewerQuery.ts';
import { hasRole } from './viewerAccess.ts';

/** What an actor is called: the partner by its name, or "your team" for those who act for it. */
export function useActorName(): (actor: Actor) => string {
  const intl = useIntl();
  const partner = usePartnerName();
  return useCallback(
    (actor) => {
      if (actor !== 'PARTNER' || !partner) return intl.formatMessage({ id: `actor.${actor}` });
      return partner.isTeam ? intl.formatMessage({ id: 'actor.team' }) : partner.name;
    },
    [intl, partner],
  );
}

/** The same within "waiting on …". */
export function useWaitedActorName(): (actor: Actor) => string {
  const intl = useIntl();
  const partner = usePartnerName();
  return useCallback(
    (actor) => {
      if (actor !== 'PARTNER' || !partner)
        return intl.formatMessage({ id: `actor.${actor}.waited` });
      return partner.isTeam
        ? intl.formatMessage({ id: 'actor.team.waited' })
        : intl.formatMessage({ id: 'actor.named.waited' }, { name: partner.name });
    },
    [intl, partner],
  );
}

/** The same as a label of its own, without an article. */
export function useActorLabel(): (actor: Actor) => string {
  const intl = useIntl();
  const partner = usePartnerName();
  return useCallback(
    (actor) => {
      if (actor !== 'PARTNER' || !partner)
        return intl.formatMessage({ id: `actor.${actor}.short` });
      return partner.isTeam ? intl.formatMessage({ id: 'actor.team.short' }) : partner.name;
    },
    [intl, partner],
  );
}

/** Whose turn it is, as who reads says it: "us" for the partner's people and for the customer's. */
export function useTurnLabel(): (turn: 'PARTNER' | 'APPROVER' | 'CUSTOMER' | 'ADOBE') => string {
  const intl = useIntl();
  const partner = usePartnerName();
  const labelOf = useActorLabel();
  return (turn) => {
    if (turn !== 'CUSTOMER') return labelOf(turn);
    return intl.formatMessage({
      id: partner && !partner.isTeam ? 'actor.team.short' : 'actor.customer.short',
    });
  };
}

/** Undefined until it is known who reads. */
function usePartnerName(): { name: string; isTeam: boolean } | undefined {
  // Never asked for here: whoever opens a hand-off is signed in as nobody.
  const viewer = useQuery(VIEWER_QUERY, { fetchPolicy: 'cache-only' }).data?.viewer;
  return useMemo(() => {
    if (!viewer) return undefined;
    const { grants, partner: name } = viewer;
    const isTeam =
      grants.some(({ organization }) => organization === null) ||
      hasRole(grants, ['OWNER', 'OPERATOR'], 'anywhere');
    return { name, isTeam };
  }, [viewer]);
}
