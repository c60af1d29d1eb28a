/** What a process exports, and to whom. `@keyway/config` reads it from the environment. */
export interface TelemetrySettings {
  /** Base address of OTLP over HTTP, without `/v1/traces`. */
  endpoint: string;
  /** Sent with each request; may hold a credential. */
  headers: Readonly<Record<string, string>>;
  serviceName: string;
  resourceAttributes: Readonly<Record<string, string>>;
  sampler: SamplerName;
  /** Between 0 and 1. */
  samplerRatio: number;
  exportsTraces: boolean;
  exportsMetrics: boolean;
  metricIntervalMilliseconds: number;
}

/** By the names of `OTEL_TRACES_SAMPLER`. */
export type SamplerName =
  | 'always_on'
  | 'always_off'
  | 'traceidratio'
  | 'parentbased_always_on'
  | 'parentbased_always_off'
  | 'parentbased_traceidratio';
