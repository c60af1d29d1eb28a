/**
 * Turns an answer that is not a success into a ReadFailure: kind, upstream code and
 * message, and what to grant. Pure.
 */
import {
  cleanCode,
  kindOfStatus,
  parseStrictJson,
  readFailureOf,
} from '@keyway/connector-transport';
import type { FailedResponse as FailedAnswer, ReportedError } from '@keyway/connector-transport';
import type { ReadFailure } from '@keyway/core';

/** An answer as far as a failure needs it. */
export interface FailedResponse extends FailedAnswer {
  body: string;
}

const asObject = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
const asText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const asCode = (value: unknown): string | null =>
  typeof value === 'string' ? cleanCode(value) : null;

/**
 * The innermost code that says something: `ForbiddenByFirewall` rather than `Forbidden` (KV-13).
 */
function innermostCode(error: Record<string, unknown>): string | null {
  const inner = asObject(error['innererror'] ?? error['innerError']);
  return (inner && innermostCode(inner)) ?? asCode(error['code']);
}

/**
 * Entra's form: `error` is a word, `error_description` begins with the AADSTS code
 * (docs/reference/clouds.md 3).
 */
function entraError(document: Record<string, unknown>): ReportedError {
  const description = asText(document['error_description']);
  const aadsts = /\bAADSTS\d{4,9}\b/.exec(description ?? '')?.[0];
  const codes = document['error_codes'];
  const number: unknown = Array.isArray(codes) ? codes[0] : null;
  return {
    code: aadsts ?? (typeof number === 'number' ? `AADSTS${number}` : asCode(document['error'])),
    message: description ?? asText(document['error']),
  };
}

/**
 * What the body says, in any of the shapes that ARM, Graph, Key Vault and Entra use; null where it
 * is not JSON of such a shape.
 */
function reportedError(body: string): ReportedError | null {
  const document = asObject(parseStrictJson(body));
  if (document === null) return null;
  if (typeof document['error'] === 'string') return entraError(document);
  const error = asObject(document['error']) ?? document;
  const reported = { code: innermostCode(error), message: asText(error['message']) };
  return reported.code === null && reported.message === null ? null : reported;
}

const MISSING_ACTION =
  /does not have (?:authorization|permission) to perform action(?:\(s\))? '([A-Za-z]+(?:\.[A-Za-z]+)+\/[A-Za-z/]+)'/;

/**
 * ARM names the missing action: "does not have authorization to perform action
 * 'Microsoft.KeyVault/vaults/read' over scope …".
 */
const missingAction = (message: string | null): string | null =>
  MISSING_ACTION.exec(message ?? '')?.[1] ?? null;

/** The failure that an answer with an error status, or a redirect, amounts to. */
export function responseFailure(answer: FailedResponse): ReadFailure {
  const reported = reportedError(answer.body);
  const kind = kindOfStatus(answer.status, reported !== null, answer.body);
  return readFailureOf(answer, reported, kind, missingAction(reported?.message ?? null));
}

/**
 * Entra's token endpoint refuses credentials with 400 as well as 401; anything else is as elsewhere
 * (docs/reference/clouds.md 3).
 */
export function tokenFailure(answer: FailedResponse): ReadFailure {
  const failure = responseFailure(answer);
  const reported = reportedError(answer.body);
  if (reported?.code === 'temporarily_unavailable' || reported?.code === 'AADSTS90033')
    return { ...failure, kind: 'unavailable' };
  const refused =
    answer.status === 400 ||
    answer.status === 401 ||
    answer.status === 403 ||
    answer.status === 404;
  if (refused && reported !== null) return { ...failure, kind: 'credential', permission: null };
  // Not an error of Entra, so one of somebody on the way: what the token was for is neither absent
  // nor denied.
  return failure.kind === 'notFound' || failure.kind === 'denied'
    ? { ...failure, kind: 'unavailable', permission: null }
    : failure;
}
