import { currentSpan } from './tracing.ts';

/** For each line of a log, by the names of OpenTelemetry: the span in which it was written. */
export function traceFields(): { trace_id?: string; span_id?: string } {
  const span = currentSpan();
  return span === null ? {} : { trace_id: span.parent.traceId, span_id: span.parent.spanId };
}
