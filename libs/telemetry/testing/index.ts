/** A receiver of OTLP for tests: what processes export, as they sent it. */
export { anOtlpReceiver, type OtlpReceiver, type ReceiverMode } from './anOtlpReceiver.ts';
export type { ReceivedMetric } from './decodeMetrics.ts';
export type { ReceivedSpan } from './decodeSpans.ts';
