/** The span and the count of one outbound call, whatever makes it. */
import { countOutboundCall } from './outboundCalls.ts';
import { inSpan, type SpanAttributes } from './tracing.ts';

/** What is known before; neither query nor headers nor body belongs into it. */
export interface Outbound {
  /** The span's name: the method and the host. */
  name: string;
  host: string;
  attributes: () => SpanAttributes;
}

/** How it ended, where it did not throw. */
export interface OutboundEnd {
  /** Of HTTP; null: none came. */
  status: number | null;
  /** A kind of failure without values; null: none. */
  failure: string | null;
}

/** Rethrows what `send` throws; then it counts as a call without an answer. */
export function observeOutbound<A>(
  { name, host, attributes }: Outbound,
  send: () => Promise<A>,
  endOf: (answer: A) => OutboundEnd,
): Promise<A> {
  const begunAt = performance.now();
  const ended = (status: number | null): void =>
    countOutboundCall({ host, status, seconds: (performance.now() - begunAt) / 1000 });
  return inSpan(
    name,
    () => ({ kind: 'client', attributes: { ...attributes(), 'server.address': host } }),
    async (span) => {
      try {
        const answer = await send();
        const { status, failure } = endOf(answer);
        if (status !== null) span?.set({ 'http.response.status_code': status });
        if (failure !== null) span?.fail(failure);
        ended(status);
        return answer;
      } catch (error) {
        ended(null);
        throw error;
      }
    },
  );
}
