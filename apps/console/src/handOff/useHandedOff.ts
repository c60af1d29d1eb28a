/**
 * What the link shows now. It is asked for again every two seconds while something is checked,
 * otherwise every half minute, and when the person comes back to the page.
 */
import { ServerError } from '@apollo/client/errors';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAppLocale } from '../intl/IntlRoot.tsx';
import { HANDED_OFF } from './handOffDocuments.ts';
import type { HandedOffView } from './handOffDocuments.ts';

const CHECKING_MILLISECONDS = 2_000;
/** Keyway checks by a schedule too, and others have steps. */
const IDLE_MILLISECONDS = 30_000;

export interface HandedOffState {
  /** Undefined until the first answer; null where the link is closed, or never was one. */
  handedOff: HandedOffView | null | undefined;
  /** Why the last request failed. What was shown before stays. */
  error: unknown;
  reload: () => void;
  /** What a mutation answered, which is newer. */
  show: (handedOff: HandedOffView | null) => void;
}

const isUnknownLink = (error: unknown): boolean =>
  ServerError.is(error) && error.statusCode === 401;

export function useHandedOff(): HandedOffState {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [handedOff, setHandedOff] = useState<HandedOffView | null>();
  const [error, setError] = useState<unknown>();
  // An answer that was asked for before a newer one came is not shown.
  const latest = useRef(0);
  const show = useCallback((next: HandedOffView | null) => {
    latest.current += 1;
    setHandedOff(next);
    setError(undefined);
  }, []);
  const load = useCallback(async () => {
    const asked = (latest.current += 1);
    try {
      const { data } = await client.query({ query: HANDED_OFF, variables: { locale } });
      if (asked === latest.current) show(data?.handedOff ?? null);
    } catch (failure) {
      if (asked !== latest.current) return;
      if (isUnknownLink(failure)) show(null);
      else setError(failure);
    }
  }, [client, locale, show]);
  const reload = useCallback(() => void load(), [load]);
  useEffect(reload, [reload]);

  const isChecking = handedOff?.steps.some(({ looking }) => looking) ?? false;
  useEffect(() => {
    const timer = setInterval(
      () => {
        if (document.visibilityState === 'visible') reload();
      },
      isChecking ? CHECKING_MILLISECONDS : IDLE_MILLISECONDS,
    );
    return () => clearInterval(timer);
  }, [isChecking, reload]);
  useReturn(reload);
  return { handedOff, error, reload, show };
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
