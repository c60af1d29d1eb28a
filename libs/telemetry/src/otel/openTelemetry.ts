/** Exports by OTLP over HTTP. Loaded only where that is configured, with the SDK. */
import type { Figures } from '../figures.ts';
import type { TelemetrySettings } from '../settings.ts';
import type { Telemetry, TelemetryOptions } from '../startTelemetry.ts';
import { exportFigures } from './exportFigures.ts';
import { openTracing } from './openTracing.ts';
import { OtlpSender } from './otlpSender.ts';
import { resourceOf } from './resourceOf.ts';

const STOP_MILLISECONDS = 2_000;
const WARN_EVERY_MILLISECONDS = 600_000;

/** A receiver that is down is reported once, not with each batch. */
function reportingTo(log: TelemetryOptions['log']): (signal: string, problem: string) => void {
  let last = -Infinity;
  return (signal, problem) => {
    const now = performance.now();
    if (now - last < WARN_EVERY_MILLISECONDS) return;
    last = now;
    log.warn({ signal, problem }, 'telemetry could not be exported; what it held is dropped');
  };
}

export function openTelemetry(settings: TelemetrySettings, options: TelemetryOptions): Telemetry {
  const resource = resourceOf(settings, options);
  const sender = new OtlpSender(settings, reportingTo(options.log));
  const tracing = settings.exportsTraces ? openTracing(settings, resource, sender) : null;
  const exporting: { stop: () => Promise<void> }[] = tracing ? [tracing] : [];
  return {
    exportFigures: (read: () => Promise<readonly Figures[]>) => {
      if (!settings.exportsMetrics) return;
      const every = settings.metricIntervalMilliseconds;
      exporting.push(exportFigures(read, { resource, sender, every }));
    },
    stop: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, STOP_MILLISECONDS);
      });
      const flushed = Promise.allSettled(exporting.map((one) => one.stop()));
      await Promise.race([flushed, late]);
      clearTimeout(timer);
      sender.close();
    },
  };
}
