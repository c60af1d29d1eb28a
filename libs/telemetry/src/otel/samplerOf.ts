import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace';
import type { TelemetrySettings } from '../settings.ts';

/** By the names of `OTEL_TRACES_SAMPLER`. */
export function samplerOf({
  sampler,
  samplerRatio,
}: Pick<TelemetrySettings, 'sampler' | 'samplerRatio'>): Sampler {
  const roots = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(samplerRatio),
  };
  const [, isParentBased, name] = /^(parentbased_)?(.+)$/.exec(sampler)!;
  // Cast: every name ends with one of these.
  const root = roots[name as keyof typeof roots]();
  return isParentBased ? new ParentBasedSampler({ root }) : root;
}
