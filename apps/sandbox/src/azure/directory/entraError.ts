/** Errors in the form of Microsoft Entra ID. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../server/exchange.ts';
import { ENTRA_HOST } from '../azureHosts.ts';

/** Entra's own error body, trace and correlation IDs included. */
export function entraError(status: number, error: string, code: number, text: string): Answer {
  const trace = randomUUID();
  const correlation = randomUUID();
  const timestamp = new Date()
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const description = `AADSTS${code}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`;
  return {
    status,
    body: {
      error,
      error_description: description,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://${ENTRA_HOST}/error?code=${code}`,
    },
  };
}
