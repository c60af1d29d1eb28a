/** `traceparent` of W3C Trace Context, level 1: how a span is named to other processes. */

/** A span of this process or another one. */
export interface TraceParent {
  /** 32 hex digits. */
  traceId: string;
  /** 16 hex digits. */
  spanId: string;
  isSampled: boolean;
}

// A version other than 00 may be longer; what follows is ignored, as the recommendation asks.
const PATTERN = /^(?!ff)([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;
const IS_ZERO = /^0+$/;
const MAX_CHARACTERS = 512;

/** Null where it is none. */
export function parseTraceParent(text: unknown): TraceParent | null {
  if (typeof text !== 'string' || text.length > MAX_CHARACTERS) return null;
  const [, version, traceId, spanId, flags, rest] = PATTERN.exec(text) ?? [];
  if (!traceId || !spanId || (version === '00' && rest)) return null;
  if (IS_ZERO.test(traceId) || IS_ZERO.test(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags!, 16) & 1) === 1 };
}

/** In version 00. */
export const formatTraceParent = ({ traceId, spanId, isSampled }: TraceParent): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
