/** The log: JSON lines without secrets. */
import { errorForLog, outputStream, redactText } from '@keyway/log';
import { traceFields } from '@keyway/telemetry';
import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'set-cookie',
  'clientSecret',
  'client_secret',
  'certificatePem',
  'token',
  'password',
  'url',
  'databaseUrl',
  'bootstrapToken',
];

/** @param isTraced lines say the span in which they were written */
export function makeLog(
  level: Config['logLevel'],
  destination: { write: (line: string) => void } = outputStream,
  isTraced = false,
): Logger {
  const options = {
    level,
    base: { process: 'api' },
    redact: {
      paths: SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]),
      censor: '[redacted]',
    },
    serializers: { err: errorForLog },
    hooks: { streamWrite: redactText }, // pino also copies an error's message to `msg`
    ...(isTraced && { mixin: traceFields }),
  };
  return pino(options, destination);
}
