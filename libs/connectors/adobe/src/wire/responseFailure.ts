/**
 * Turns an answer that is not a success into a ReadFailure, whichever of Adobe's error shapes it
 * has (ERR-01..06). Pure.
 */
import {
  cleanCode,
  kindOfStatus,
  parseStrictJson,
  readFailureOf,
} from '@keyway/connector-transport';
import type { ReportedError } from '@keyway/connector-transport';
import type { ReadFailure } from '@keyway/core';
import { z } from 'zod';
import type { AdobeResponse } from './sendRequest.ts';

/** ROLE-01: what a refusal that names no reason most likely lacks (ERR-07). */
export const CMK_PERMISSION = 'Manage Customer Managed Key';
/** Gateway refusals with a documented reason of their own (ERR-01). */
const EXPLAINED = new Set(['403000', '403003', '403010', '403025', '403027']);

const asText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/**
 * The problem format has no code: its title where that is one word, else the name its type ends in
 * (ERR-02).
 */
function problemCode(document: Record<string, unknown>, secrets: readonly string[]): string | null {
  const title = asText(document['title']);
  if (title !== null && /^\w+$/.test(title)) return cleanCode(title, secrets);
  return cleanCode(
    /^https?:.*\/([A-Z][A-Z0-9-]+)$/.exec(asText(document['type']) ?? '')?.[1],
    secrets,
  );
}

const fieldsSchema = z.record(z.string(), z.unknown());
const asFields = (value: unknown): Record<string, unknown> | null =>
  fieldsSchema.safeParse(value).data ?? null;

/**
 * Gateway (ERR-01), problem (ERR-02), `errorMessage` (ERR-03) and IMS form; null where the body is
 * none of them.
 */
export function reportedError(
  body: string | null,
  secrets: readonly string[] = [],
): ReportedError | null {
  const document = body === null ? undefined : parseStrictJson(body);
  const fields = asFields(document);
  if (!fields) return null;
  const inner = asFields(fields['error']);
  const codes = [fields['error_code'], fields['error'], inner?.['code']].map((code) =>
    cleanCode(code, secrets),
  );
  const code = codes.find((found) => found !== null) ?? problemCode(fields, secrets);
  const message =
    ['message', 'detail', 'errorMessage', 'error_description', 'title']
      .map((name) => asText(fields[name]))
      .find(Boolean) ??
    asText(inner?.['message']) ??
    asText(fields['error']);
  return code === null && message === null ? null : { code, message };
}

/**
 * The failure that an answer with an error status, or a redirect, amounts to. `secrets` never
 * appear in its message.
 */
export function responseFailure(
  answer: AdobeResponse,
  secrets: readonly string[],
  now: number,
): ReadFailure {
  const reported = reportedError(answer.body, secrets);
  const kind = kindOfStatus(answer.status, reported !== null, answer.body);
  const permission = EXPLAINED.has(reported?.code ?? '') ? null : CMK_PERMISSION;
  const { status, header, host } = answer;
  return { ...readFailureOf({ status, header, now, secrets }, reported, kind, permission), host };
}

/** The document of a success, or null where its body cannot be read as JSON. */
export const documentOf = (answer: AdobeResponse): unknown =>
  answer.body === null ? null : (parseStrictJson(answer.body) ?? null);

export const isSuccess = ({ status }: AdobeResponse): boolean => status >= 200 && status < 300;
