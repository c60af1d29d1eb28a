/** The worker's log: JSON lines without secrets. */
import { errorForLog, outputStream, redactText } from '@keyway/log';
import { pino, type Logger } from 'pino';
import type { WorkerSettings } from './readWorkerSettings.ts';

export function workerLog(
  level: WorkerSettings['logLevel'],
  destination: { write: (line: string) => void } = outputStream,
): Logger {
  const options = {
    name: 'worker',
    level,
    redact: ['*.clientSecret', '*.certificatePem', '*.authorization', '*.access_token'],
    serializers: { err: errorForLog },
    hooks: { streamWrite: redactText },
  };
  return pino(options, destination);
}
