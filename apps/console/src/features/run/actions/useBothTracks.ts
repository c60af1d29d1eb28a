/** Sends a mutation for one track and then, where wanted, for the other one. */
import { useRef, useState } from 'react';
import type { TypedDocumentNode } from '@apollo/client';
import type { TrackId } from '../../../generated/enums.ts';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';

export const OTHER_TRACK: Record<TrackId, TrackId> = { AEP: 'CJA', CJA: 'AEP' };

type Document<TData, TInput> = TypedDocumentNode<TData, { input: TInput; locale: string }>;

/**
 * The state is that of the track that is being sent. What the server did for the first one is not
 * sent again where it refuses the second.
 */
export function useBothTracks<TData, TInput extends { track: TrackId }>(
  document: Document<TData, TInput>,
  onDone: () => void,
) {
  type Input = Omit<TInput, 'idempotencyKey'>;
  const [isFirstDone, setFirstDone] = useState(false);
  const then = useRef<Input | null>(null);
  const second = useKeywayMutation(document, { onDone });
  const first = useKeywayMutation(document, {
    onDone: () => {
      if (!then.current) return onDone();
      setFirstDone(true);
      second.send(then.current);
    },
  });
  return {
    mutation: isFirstDone ? second : first,
    isFirstDone,
    send(input: Input, other: Input | null) {
      then.current = other;
      if (isFirstDone && other) second.send(other);
      else first.send(input);
    },
  };
}
