/** The span and the count of one outbound call: host, path without names, status, attempt. */
import {
  countOutboundCall,
  countsOutboundCalls,
  currentAttempt,
  errorType,
  inSpan,
  isTracing,
  type SpanStart,
} from '@keyway/telemetry';
import type { ExchangeRequest } from './exchange.ts';
import { pathTemplate } from './pathTemplate.ts';

/** Where nobody observes, a call costs nothing more. */
export const isObserved = (): boolean => isTracing() || countsOutboundCalls();

/** Neither query, which may hold a code, nor headers nor body. */
function spanOf({ method }: ExchangeRequest, host: string, path: string): SpanStart {
  const attempt = currentAttempt();
  return {
    kind: 'client',
    attributes: {
      'http.request.method': method,
      'server.address': host,
      'url.scheme': 'https',
      'url.template': pathTemplate(path),
      ...(attempt > 0 && { 'http.request.resend_count': attempt }),
    },
  };
}

/** `send` answers the head and the body, or throws where no head came. */
export function observeCall<A extends { status: number; failure: Error | null }>(
  request: ExchangeRequest,
  send: () => Promise<A>,
): Promise<A> {
  const { hostname: host, pathname } = new URL(request.url);
  const begunAt = performance.now();
  const ended = (status: number | null): void =>
    countOutboundCall({ host, status, seconds: (performance.now() - begunAt) / 1000 });
  return inSpan(
    `${request.method} ${host}`,
    () => spanOf(request, host, pathname),
    async (span) => {
      try {
        const answer = await send();
        span?.set({ 'http.response.status_code': answer.status });
        if (answer.failure) span?.fail(errorType(answer.failure));
        else if (answer.status >= 400) span?.fail(String(answer.status));
        ended(answer.status);
        return answer;
      } catch (error) {
        ended(null);
        throw error;
      }
    },
  );
}
