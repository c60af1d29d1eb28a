/**
 * Lets no answer come after that of a later request of the same query: what a request of before a
 * change answers late would hide the change.
 */
import { ApolloLink, Observable } from '@apollo/client';
import { OperationTypeNode } from 'graphql';

type Answer = ApolloLink.Result;
type Observer = { next: (answer: Answer) => void; complete: () => void };

/** A request that has no answer yet. */
interface Waiting {
  observer: Observer;
  /** Ends its own request. */
  stop: () => void;
}

export function newestAnswers(): ApolloLink {
  /** Of each query and its variables, those that wait, the oldest first. */
  const requests = new Map<string, Waiting[]>();
  const forget = (key: string, gone: readonly Waiting[]) => {
    const left = (requests.get(key) ?? []).filter((one) => !gone.includes(one));
    if (left.length > 0) requests.set(key, left);
    else requests.delete(key);
  };
  return new ApolloLink((operation, forward) => {
    if (operation.operationType !== OperationTypeNode.QUERY) return forward(operation);
    const key = JSON.stringify([operation.operationName, operation.variables]);
    return new Observable((observer) => {
      const waiting: Waiting = { observer, stop: () => own?.unsubscribe() };
      requests.set(key, [...(requests.get(key) ?? []), waiting]);
      const own = forward(operation).subscribe({
        next(answer) {
          const all = requests.get(key) ?? [];
          // Whoever asked before gets what is newer than their own answer would be.
          const answered = all.slice(0, all.indexOf(waiting) + 1);
          forget(key, answered);
          for (const older of answered) {
            if (older !== waiting) older.stop();
            older.observer.next(answer);
            older.observer.complete();
          }
        },
        error(error) {
          forget(key, [waiting]);
          observer.error(error);
        },
      });
      return () => {
        forget(key, [waiting]);
        own.unsubscribe();
      };
    });
  });
}
