/** What is stored with work for later, so that whoever does it continues or names the trace. */
import type { SpanStart } from './tracing.ts';
import { currentSpan } from './tracing.ts';
import { formatTraceParent, parseTraceParent } from './traceParent.ts';

/**
 * `parent`: the work belongs to the trace. `link`: it comes so late or so often that it begins a
 * trace of its own, which names this one. Both are a `traceparent`.
 */
export type CarriedTrace = { parent: string } | { link: string };

/** Of the current span; null where there is none. */
export function carriedTrace(as: 'parent' | 'link'): CarriedTrace | null {
  const span = currentSpan();
  if (span === null) return null;
  const text = formatTraceParent(span.parent);
  return as === 'parent' ? { parent: text } : { link: text };
}

/** Of what was stored, perhaps by another version; null where it is nothing of the kind. */
export function readCarriedTrace(stored: unknown): CarriedTrace | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { parent, link } = stored as { parent?: unknown; link?: unknown };
  if (typeof parent === 'string' && parseTraceParent(parent)) return { parent };
  return typeof link === 'string' && parseTraceParent(link) ? { link } : null;
}

/** How a span begins that continues or names what was carried. */
export function startOfCarried(carried: CarriedTrace | null | undefined): SpanStart {
  if (!carried) return { isRoot: true };
  if ('parent' in carried) {
    const parent = parseTraceParent(carried.parent);
    return parent ? { parent } : { isRoot: true };
  }
  const link = parseTraceParent(carried.link);
  return link ? { link, isRoot: true } : { isRoot: true };
}
