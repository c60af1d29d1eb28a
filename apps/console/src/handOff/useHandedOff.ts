/**
 * What the link shows now. It is asked for again every two seconds while something is checked,
 * otherwise every half minute, and when the person comes back to the page.
 */
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAppLocale } from '../intl/IntlRoot.tsx';
import { closedViewOf } from './closedView.ts';
import type { ClosedView } from './closedView.ts';
import { HANDED_OFF } from './handOffDocuments.ts';
import type { HandedOffView } from './handOffDocuments.ts';

const CHECKING_MILLISECONDS = 2_000;
/** Keyway checks by a schedule too, and others have steps. */
const IDLE_MILLISECONDS = 30_000;

export interface HandedOffState {
  /** Undefined until the first answer; null where the link is closed, or never was one. */
  handedOff: HandedOffView | null | undefined;
  /** Why it is closed; null where it is open, or is not a link that Keyway knows. */
  closed: ClosedView | null;
  /** Why the last request failed. What was shown before stays. */
  error: unknown;
  reload: () => void;
  /** What a mutation answered, which is newer. */
  show: (handedOff: HandedOffView) => void;
}

export function useHandedOff(): HandedOffState {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [handedOff, setHandedOff] = useState<HandedOffView | null>();
  const [closed, setClosed] = useState<ClosedView | null>(null);
  const [error, setError] = useState<unknown>();
  // An answer that was asked for before a newer one came is not shown.
  const latest = useRef(0);
  const show = useCallback((next: HandedOffView | null, why: ClosedView | null = null) => {
    latest.current += 1;
    setHandedOff(next);
    setClosed(why);
    setError(undefined);
  }, []);
  const load = useCallback(async () => {
    const asked = (latest.current += 1);
    try {
      const { data } = await client.query({ query: HANDED_OFF, variables: { locale } });
      if (asked === latest.current) show(data?.handedOff ?? null);
    } catch (failure) {
      if (asked !== latest.current) return;
      const why = closedViewOf(failure);
      if (why === undefined) setError(failure);
      else show(null, why);
    }
  }, [client, locale, show]);
  const reload = useCallback(() => void load(), [load]);
  useEffect(reload, [reload]);

  const isClosed = handedOff === null;
  const isChecking = handedOff?.steps.some(({ looking }) => looking) ?? false;
  useEffect(() => {
    if (isClosed) return undefined;
    const timer = setInterval(
      () => {
        if (document.visibilityState === 'visible') reload();
      },
      isChecking ? CHECKING_MILLISECONDS : IDLE_MILLISECONDS,
    );
    return () => clearInterval(timer);
  }, [isChecking, isClosed, reload]);
  useReturn(reload);
  return { handedOff, closed, error, reload, show };
}

/** Calls back when the page is seen again, or is online again. */
function useReturn(onReturn: () => void): void {
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') onReturn();
    };
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('online', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('online', onReturn);
    };
  }, [onReturn]);
}
