/** The tracer of OpenTelemetry: samples, batches, and drops what no receiver takes. */
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
  type Context,
  type Span as SdkSpan,
  type SpanContext,
  type Tracer as SdkTracer,
} from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import {
  BatchSpanProcessor,
  TracerProvider,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace';
import type { TelemetrySettings } from '../settings.ts';
import type { TraceParent } from '../traceParent.ts';
import { setTracer, type Span, type SpanStart, type Tracer } from '../tracing.ts';
import { samplerOf } from './samplerOf.ts';
import type { OtlpSender } from './otlpSender.ts';

/** Spans that are kept while no receiver takes them; further ones are dropped. Some 2 MB. */
const MAX_QUEUE = 2048;
const MAX_BATCH = 512;
const BATCH_MILLISECONDS = 1_000;
/** Longer than the sender takes for a batch, so that there is never more than one under way. */
const EXPORT_MILLISECONDS = 15_000;
const MAX_VALUE_CHARACTERS = 200;

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
} as const;

const contextOf = ({ traceId, spanId, isSampled }: TraceParent): SpanContext => ({
  ...{ traceId, spanId, isRemote: true },
  traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
});

class OpenSpan implements Span {
  readonly sdk: SdkSpan;
  readonly parent: TraceParent;

  constructor(sdk: SdkSpan) {
    this.sdk = sdk;
    const { traceId, spanId, traceFlags } = sdk.spanContext();
    const isSampled = (traceFlags & TraceFlags.SAMPLED) !== 0;
    this.parent = { traceId, spanId, isSampled };
  }

  rename(name: string): void {
    this.sdk.updateName(name);
  }

  set(attributes: NonNullable<SpanStart['attributes']>): void {
    this.sdk.setAttributes({ ...attributes });
  }

  fail(type: string): void {
    this.sdk.setAttributes({ 'error.type': type });
    this.sdk.setStatus({ code: SpanStatusCode.ERROR });
  }

  end(): void {
    this.sdk.end();
  }
}

class OpenTracer implements Tracer {
  readonly #tracer: SdkTracer;

  constructor(tracer: SdkTracer) {
    this.#tracer = tracer;
  }

  start(name: string, start: SpanStart, current: Span | null): Span {
    const { kind, attributes, link } = start;
    const options = {
      ...(kind && { kind: KINDS[kind] }),
      ...(attributes && { attributes: { ...attributes } }),
      ...(link && { links: [{ context: contextOf(link) }] }),
    };
    return new OpenSpan(this.#tracer.startSpan(name, options, this.#under(start, current)));
  }

  #under({ parent, isRoot }: SpanStart, current: Span | null): Context {
    if (parent) return trace.setSpanContext(ROOT_CONTEXT, contextOf(parent));
    if (isRoot || current === null) return ROOT_CONTEXT;
    return current instanceof OpenSpan
      ? trace.setSpan(ROOT_CONTEXT, current.sdk)
      : trace.setSpanContext(ROOT_CONTEXT, contextOf(current.parent));
  }
}

const exporterTo = (sender: OtlpSender): SpanExporter => ({
  export: (spans: ReadableSpan[], done) => {
    const body = ProtobufTraceSerializer.serializeRequest(spans);
    // The code of success; of an error nobody hears more.
    const answer = (isTaken: boolean): void => done({ code: isTaken ? 0 : 1 });
    if (!body) return answer(true);
    void sender.send('traces', body).then(answer);
  },
  shutdown: () => Promise.resolve(),
  forceFlush: () => Promise.resolve(),
});

/** Spans are made by it until it stops. */
export function openTracing(
  settings: TelemetrySettings,
  resource: Resource,
  sender: OtlpSender,
): { stop: () => Promise<void> } {
  const provider = new TracerProvider({
    resource,
    sampler: samplerOf(settings),
    spanLimits: { attributeValueLengthLimit: MAX_VALUE_CHARACTERS },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: exporterTo(sender),
        maxQueueSize: MAX_QUEUE,
        maxExportBatchSize: MAX_BATCH,
        scheduledDelayMillis: BATCH_MILLISECONDS,
        exportTimeoutMillis: EXPORT_MILLISECONDS,
      }),
    ],
  });
  setTracer(new OpenTracer(provider.getTracer('keyway')));
  return {
    stop: async () => {
      setTracer(null);
      await provider.shutdown();
    },
  };
}
