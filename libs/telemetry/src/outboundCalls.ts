/** Who counts outbound calls: the metrics of a process that exports some. */

/** One attempt of a call of another service. */
export interface OutboundCall {
  host: string;
  /** Null: no answer came. */
  status: number | null;
  seconds: number;
}

let listener: ((call: OutboundCall) => void) | null = null;

/**
 * Replaces whoever counted before.
 * @param next null: nobody counts
 */
export function onOutboundCall(next: ((call: OutboundCall) => void) | null): void {
  listener = next;
}

/** Call it once for each attempt, when it has ended. */
export const countOutboundCall = (call: OutboundCall): void => listener?.(call);

/** Whether a call has to be measured. */
export const countsOutboundCalls = (): boolean => listener !== null;
