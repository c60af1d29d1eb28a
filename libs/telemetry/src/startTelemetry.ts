/** Starts the export of traces and metrics where it is configured; loads nothing otherwise. */
import type { Figures } from './figures.ts';
import type { TelemetrySettings } from './settings.ts';

/** Reports what can't be exported, at most once in ten minutes. */
export interface TelemetryLog {
  warn: (details: object, message: string) => void;
}

export interface TelemetryOptions {
  /** Of Keyway. */
  version: string;
  /** Distinguishes processes of one service; another one at each start. */
  instance: string;
  log: TelemetryLog;
}

/** The running export, or none. */
export interface Telemetry {
  /** Exports these figures at intervals from now on. */
  exportFigures: (read: () => Promise<readonly Figures[]>) => void;
  /** Exports what is left, for two seconds at most. Never rejects. */
  stop: () => Promise<void>;
}

const NOTHING: Telemetry = { exportFigures: () => undefined, stop: () => Promise.resolve() };

/**
 * Nothing can fail here: whether a receiver is there shows with the first export.
 * @param settings null: nothing is exported
 */
export async function startTelemetry(
  settings: TelemetrySettings | null,
  options: TelemetryOptions,
): Promise<Telemetry> {
  if (settings === null) return NOTHING;
  const { openTelemetry } = await import('./otel/openTelemetry.ts');
  return openTelemetry(settings, options);
}
