/** The span and the count of one outbound call: host, path without names, status, attempt. */
import {
  countsOutboundCalls,
  currentAttempt,
  errorType,
  isTracing,
  observeOutbound,
  type SpanAttributes,
} from '@keyway/telemetry';
import type { ExchangeRequest } from './exchange.ts';
import { pathTemplate } from './pathTemplate.ts';

/** Where nobody observes, a call costs nothing more. */
export const isObserved = (): boolean => isTracing() || countsOutboundCalls();

/** Neither query, which may hold a code, nor headers nor body. */
function attributesOf({ method }: ExchangeRequest, path: string): SpanAttributes {
  const attempt = currentAttempt();
  return {
    'http.request.method': method,
    'url.scheme': 'https',
    'url.template': pathTemplate(path),
    ...(attempt > 0 && { 'http.request.resend_count': attempt }),
  };
}

/** `send` answers the head and the body, or throws where no head came. */
export function observeCall<A extends { status: number; failure: Error | null }>(
  request: ExchangeRequest,
  send: () => Promise<A>,
): Promise<A> {
  const { hostname: host, pathname } = new URL(request.url);
  const name = `${request.method} ${host}`;
  const attributes = (): SpanAttributes => attributesOf(request, pathname);
  return observeOutbound({ name, host, attributes }, send, ({ status, failure }) => ({
    status,
    failure: failure ? errorType(failure) : status >= 400 ? String(status) : null,
  }));
}
