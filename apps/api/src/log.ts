/** The log: JSON lines without secrets. */
import { outputStream, redactText } from '@keyway/log';
import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'set-cookie',
  'clientSecret',
  'client_secret',
  'token',
  'password',
  'url',
  'databaseUrl',
  'bootstrapToken',
];

/** An error as the log shows it: message and stack, without its other properties. */
const errorForLog = (error: unknown): unknown => {
  if (!(error instanceof Error)) return redactText(String(error));
  const { name, message, stack } = error;
  const code = (error as { code?: unknown }).code;
  return {
    type: name,
    message: redactText(message).slice(0, 4000),
    code,
    stack: redactText(stack ?? '').slice(0, 8000),
  };
};

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
