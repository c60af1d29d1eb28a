/**
 * Parts of a page that are loaded when somebody is about to use them: menus and dialogs. A part
 * that can't be loaded says so, and loads again at the next use.
 */
import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { onReconnected } from '../apollo/liveConnection.ts';
import { PartFailure } from './PartFailure.tsx';

export interface LazyPart<P> {
  /** Loads the code once; fails if the server can't be reached. */
  load: () => Promise<unknown>;
  /** Loads the code before it is needed. A failure is shown when it is needed. */
  preload: () => void;
  /** Undefined until loaded. */
  loaded: () => ComponentType<P> | undefined;
}

export function lazyPart<P>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let component: ComponentType<P> | undefined;
  let loading: Promise<unknown> | undefined;
  const loadOnce = () =>
    (loading ??= load().then(
      (loaded) => (component = loaded),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    ));
  return {
    load: loadOnce,
    preload: () => void loadOnce().catch(() => undefined),
    loaded: () => component,
  };
}

/** Until a page shows what people came for, however slow the network. */
const SOON_MILLISECONDS = 2_000;

/** Loads the part's code before it is needed, but after the page's. */
export function usePreloadSoon({ preload }: Pick<LazyPart<never>, 'preload'>): void {
  useEffect(() => {
    const timer = setTimeout(preload, SOON_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [preload]);
}

interface PartState<P> {
  Loaded: ComponentType<P> | undefined;
  isFailed: boolean;
}

/**
 * The part, which is loaded from the first attempt on, and after a failure again by the next, or
 * once the server can be reached again.
 */
export function usePart<P>(part: LazyPart<P>, asked: number): PartState<P> {
  const [failedAttempt, setFailedAttempt] = useState(0);
  const [repeated, setRepeated] = useState(0);
  const [, setArrived] = useState(false);
  const attempts = asked === 0 ? 0 : asked + repeated;
  const isFailed = attempts > 0 && failedAttempt === attempts;
  useEffect(() => {
    if (attempts === 0 || part.loaded()) return undefined;
    let current = true;
    let hasFailed = false;
    let wasReconnected = false;
    const repeat = () => setRepeated((count) => count + 1);
    // From the beginning: a request can fail late, after the connection has returned.
    const stop = onReconnected(() => {
      if (hasFailed) repeat();
      wasReconnected = true;
    });
    part.load().then(
      () => current && setArrived(true),
      () => {
        hasFailed = true;
        if (!current) return;
        if (wasReconnected) repeat();
        else setFailedAttempt(attempts);
      },
    );
    return () => {
      current = false;
      stop();
    };
  }, [part, attempts]);
  return { Loaded: part.loaded(), isFailed };
}

interface PartProps<P> {
  part: LazyPart<P>;
  /** Mounts the part at the first use; it stays, because closing is animated. */
  isWanted: boolean;
  /** The part's own properties. */
  props: P;
  children?: ReactNode;
}

/** Renders the part from its first use on, `children` while it is loading. */
export function Part<P extends object>({ part, isWanted, props, children }: PartProps<P>) {
  const [attempts, setAttempts] = useState(isWanted ? 1 : 0);
  const [wasWanted, setWasWanted] = useState(isWanted);
  if (isWanted !== wasWanted) {
    setWasWanted(isWanted);
    if (isWanted) setAttempts(attempts + 1);
  }
  const { Loaded, isFailed } = usePart(part, attempts);
  if (Loaded && attempts > 0) return <Loaded {...props} />;
  if (!isWanted) return null;
  return isFailed ? <PartFailure /> : children;
}
