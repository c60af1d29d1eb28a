/** The span of each HTTP request, and the name of its GraphQL operation, without any value. */
import { redactText } from '@keyway/log';
import { currentSpan, isTracing, parseTraceParent, startSpan, within } from '@keyway/telemetry';
import type { Span, SpanStart } from '@keyway/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OperationDefinitionNode } from 'graphql';
import type { IsTrusted } from './clientAddress.ts';

const MAX_NAME_CHARACTERS = 100;
/** Asked every few seconds by machines; as traces they would be most of what is stored. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * A caller who may not name the parent decides neither whether a request is sampled nor which trace
 * it is in; its own trace is named by a link.
 */
function startOf({ headers, socket }: FastifyRequest, isTrusted: IsTrusted): SpanStart {
  const caller = parseTraceParent(headers.traceparent);
  if (!caller) return { isRoot: true };
  // The peer itself: what it forwards for others would be their claim.
  const mayBeParent = isTrusted(socket.remoteAddress ?? '');
  return mayBeParent ? { parent: caller } : { link: caller, isRoot: true };
}

/** Where nothing is traced, no hook is added. */
export function addRequestSpans(server: FastifyInstance, isTrusted: IsTrusted): void {
  if (!isTracing()) return;
  const spans = new WeakMap<FastifyRequest, Span>();
  const end = (request: FastifyRequest, failure: string | null): void => {
    const span = spans.get(request);
    if (!span) return;
    spans.delete(request);
    if (failure !== null) span.fail(failure);
    span.end();
  };
  server.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url ?? 'other';
    if (PROBES.has(route)) return done();
    const span = startSpan(`${method} ${route}`, {
      kind: 'server',
      ...startOf(request, isTrusted),
      attributes: { 'http.request.method': method, 'http.route': route },
    });
    if (span) spans.set(request, span);
    done();
  });
  // The body was read by now, which leaves the context of earlier hooks.
  server.addHook('preHandler', (request, _reply, done) => {
    within(spans.get(request) ?? null, done);
  });
  server.addHook('onResponse', (request, { statusCode }, done) => {
    spans.get(request)?.set({ 'http.response.status_code': statusCode });
    end(request, statusCode >= 500 ? String(statusCode) : null);
    done();
  });
  server.addHook('onRequestAbort', (request, done) => {
    end(request, 'aborted');
    done();
  });
}

/** Names the current span by the operation that its caller sent. */
export function showOperation({ operation, name }: OperationDefinitionNode): void {
  const span = currentSpan();
  if (!span) return;
  // The caller chose it: a token fits the grammar of names as well.
  const shown = redactText(name?.value ?? '').slice(0, MAX_NAME_CHARACTERS);
  span.rename(shown ? `${operation} ${shown}` : operation);
  span.set({
    'graphql.operation.type': operation,
    ...(shown && { 'graphql.operation.name': shown }),
  });
}
