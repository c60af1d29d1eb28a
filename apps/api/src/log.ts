/** The log: JSON lines without secrets. */
import { errorForLog, outputStream, redactText } from '@keyway/log';
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

export function makeLog(
  level: Config['logLevel'],
  destination: { write: (line: string) => void } = outputStream,
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
  };
  return pino(options, destination);
}
