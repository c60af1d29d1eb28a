/**
 * Traces and metrics by OpenTelemetry. What is loaded here knows nothing of it: its packages are
 * loaded only where an export is configured.
 */
export {
  carriedTrace,
  readCarriedTrace,
  startOfCarried,
  type CarriedTrace,
} from './carriedTrace.ts';
export type { Figures } from './figures.ts';
export { countsOutboundCalls, onOutboundCall } from './outboundCalls.ts';
export type { OutboundCall } from './outboundCalls.ts';
export { observeOutbound, type Outbound, type OutboundEnd } from './observeOutbound.ts';
export type { SamplerName, TelemetrySettings } from './settings.ts';
export { startTelemetry, type Telemetry } from './startTelemetry.ts';
export { traceFields } from './traceFields.ts';
export { formatTraceParent, parseTraceParent, type TraceParent } from './traceParent.ts';
export {
  asAttempt,
  currentAttempt,
  currentSpan,
  errorType,
  inSpan,
  isTracing,
  setTracer,
  startSpan,
  within,
  type Span,
  type SpanAttributes,
  type SpanStart,
  type Tracer,
} from './tracing.ts';
