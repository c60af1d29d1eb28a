/** Spans and which one is current. While nothing is traced, each function only calls its work. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { TraceParent } from './traceParent.ts';

/** Named as by OpenTelemetry, or `keyway.…`. Never a secret, a person's name or an address. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** How a span begins. */
export interface SpanStart {
  /** Left out: internal. */
  kind?: 'server' | 'client' | 'consumer';
  attributes?: SpanAttributes;
  /** Of another process; left out: the current span, or none. */
  parent?: TraceParent;
  /** What caused it without being its parent. */
  link?: TraceParent;
  /** It begins a trace whatever span is current. */
  isRoot?: boolean;
}

/** Something that takes time. */
export interface Span {
  /** As other processes name it, and as logs do. */
  readonly parent: TraceParent;
  rename(name: string): void;
  set(attributes: SpanAttributes): void;
  /** @param type what kind of error, never its message: it may repeat what a person wrote */
  fail(type: string): void;
  end(): void;
}

/** What makes spans; `otel/openTracing.ts` has the one of OpenTelemetry. */
export interface Tracer {
  start(name: string, start: SpanStart, current: Span | null): Span;
}

interface Current {
  span: Span | null;
  /** Which attempt of a call it is, from 0. */
  attempt: number;
}

const current = new AsyncLocalStorage<Current>();
let tracer: Tracer | null = null;

/**
 * For the whole process.
 * @param next null: nothing is traced from now on
 */
export function setTracer(next: Tracer | null): void {
  tracer = next;
}

/** For what would be made in vain otherwise. */
export const isTracing = (): boolean => tracer !== null;

/** Null where nothing is traced, or outside of a span. */
export const currentSpan = (): Span | null =>
  tracer === null ? null : (current.getStore()?.span ?? null);

/** Which attempt of an outbound call runs, from 0. */
export const currentAttempt = (): number => current.getStore()?.attempt ?? 0;

/** A span that its caller ends; null where nothing is traced. */
export const startSpan = (name: string, start: SpanStart = {}): Span | null =>
  tracer?.start(name, start, currentSpan()) ?? null;

/** Calls `work` with this span as the current one. */
export const within = <T>(span: Span | null, work: () => T): T =>
  span === null ? work() : current.run({ span, attempt: 0 }, work);

/** Calls `work` as this attempt of a call: 0 is the first. */
export const asAttempt = <T>(attempt: number, work: () => T): T =>
  tracer === null || attempt === 0 ? work() : current.run({ span: currentSpan(), attempt }, work);

/** The code or the class of an error, by which failures are counted. */
export function errorType(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, name } = error as Error & { code?: unknown };
  return typeof code === 'string' && /^[\w.]{1,60}$/.test(code) ? code : name;
}

/**
 * Does `work` in a span, which ends with it. `start` is called only where something is traced.
 * @param work gets null where nothing is traced
 */
export function inSpan<T>(
  name: string,
  start: () => SpanStart,
  work: (span: Span | null) => Promise<T>,
): Promise<T> {
  return tracer === null ? work(null) : traced(tracer, name, start(), work);
}

async function traced<T>(
  by: Tracer,
  name: string,
  start: SpanStart,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const span = by.start(name, start, currentSpan());
  try {
    return await current.run({ span, attempt: 0 }, () => work(span));
  } catch (error) {
    span.fail(errorType(error));
    throw error;
  } finally {
    span.end();
  }
}
