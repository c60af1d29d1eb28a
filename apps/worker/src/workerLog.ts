/** The worker's log: JSON lines without secrets. */
import { errorForLog, outputStream, redactText } from '@keyway/log';
import { traceFields } from '@keyway/telemetry';
import { pino, type Logger } from 'pino';
import type { WorkerSettings } from './readWorkerSettings.ts';

/** @param isTraced lines say the span in which they were written */
export function workerLog(
  level: WorkerSettings['logLevel'],
  destination: { write: (line: string) => void } = outputStream,
  isTraced = false,
): Logger {
  const options = {
    name: 'worker',
    level,
    redact: ['*.clientSecret', '*.certificatePem', '*.authorization', '*.access_token'],
    serializers: { err: errorForLog },
    hooks: { streamWrite: redactText },
    ...(isTraced && { mixin: traceFields }),
  };
  return pino(options, destination);
}
