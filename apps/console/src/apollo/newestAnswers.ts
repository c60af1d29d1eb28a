/**
 * Lets no answer hide a change: reads share one request only while nothing said that anything
 * changed, and no answer comes after that of a later request of the same query.
 */
import { ApolloLink, Observable } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { countMissed } from './liveConnection.ts';

interface Observer {
  next: (answer: ApolloLink.Result) => void;
  error: (error: unknown) => void;
  complete: () => void;
}

/** A request that has no answer yet, and who waits for it. */
interface Request {
  observers: Set<Observer>;
  /** How many changes were known of when it was sent. */
  changes: number;
  cancel: () => void;
}

export function newestAnswers(): ApolloLink {
  /** Of each query and its variables, the oldest first. */
  const open = new Map<string, Request[]>();
  let announced = 0;
  const countChange = () => void (announced += 1);
  // What changed while nothing was live is known by nobody.
  const countChanges = () => announced + countMissed();

  function close(key: string, gone: readonly Request[]): void {
    const left = (open.get(key) ?? []).filter((request) => !gone.includes(request));
    if (left.length > 0) open.set(key, left);
    else open.delete(key);
  }

  /** Whoever asked before gets what is newer than their own answer would be. */
  function answer(key: string, request: Request, result: ApolloLink.Result): void {
    const all = open.get(key) ?? [];
    const answered = all.slice(0, all.indexOf(request) + 1);
    close(key, answered);
    for (const one of answered) {
      if (one !== request) one.cancel();
      for (const observer of one.observers) {
        observer.next(result);
        observer.complete();
      }
    }
  }

  function send(key: string, answers: Observable<ApolloLink.Result>, first: Observer): Request {
    const observers = new Set([first]);
    const request: Request = { observers, changes: countChanges(), cancel: () => undefined };
    open.set(key, [...(open.get(key) ?? []), request]);
    const sent = answers.subscribe({
      next: (result) => answer(key, request, result),
      error(error) {
        close(key, [request]);
        for (const observer of observers) observer.error(error);
      },
    });
    request.cancel = () => sent.unsubscribe();
    return request;
  }

  return new ApolloLink((operation, forward) => {
    if (operation.operationType !== OperationTypeNode.QUERY)
      return counting(forward(operation), countChange);
    const key = JSON.stringify([operation.operationName, operation.variables]);
    return new Observable((observer) => {
      const newest = open.get(key)?.at(-1);
      const isShared = newest?.changes === countChanges();
      if (isShared) newest.observers.add(observer);
      const request = isShared ? newest : send(key, forward(operation), observer);
      return () => {
        request.observers.delete(observer);
        if (request.observers.size > 0) return;
        close(key, [request]);
        request.cancel();
      };
    });
  });
}

/** The same results, counted before they are passed on. */
const counting = (results: Observable<ApolloLink.Result>, count: () => void) =>
  new Observable<ApolloLink.Result>((observer) =>
    results.subscribe({
      next(result) {
        count();
        observer.next(result);
      },
      error: (error) => observer.error(error),
      complete: () => observer.complete(),
    }),
  );
