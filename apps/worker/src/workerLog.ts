/**
 * The worker's log. Errors are logged by message, code, stack and causes, never with the request or
 * connection that they carry.
 */
import { outputStream, redactText } from '@keyway/log';
import { pino, type Logger } from 'pino';
import type { WorkerSettings } from './readWorkerSettings.ts';

/** How deep causes are followed. */
const CAUSES = 3;

function errorForLog(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return String(error).slice(0, 1000);
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  const more =
    cause !== undefined && depth < CAUSES ? { cause: errorForLog(cause, depth + 1) } : {};
  return {
    type: name,
    message: message.slice(0, 4000),
    code,
    stack: stack?.slice(0, 8000),
    ...more,
  };
}

export function workerLog(
  level: WorkerSettings['logLevel'],
  destination: { write: (line: string) => void } = outputStream,
): Logger {
  const options = {
    name: 'worker',
    level,
    redact: ['*.clientSecret', '*.authorization', '*.access_token'],
    serializers: { err: (error: unknown) => errorForLog(error) },
    hooks: { streamWrite: redactText },
  };
  return pino(options, destination);
}
