/**
 * The error bodies of Azure's services, in one place so that every route spells them alike (KV-13).
 */
import { Refusal } from '../server/exchange.ts';
import type { Answer } from '../server/exchange.ts';

/** `{"error":{"code","message"}}`, with an inner error where Key Vault gives one. */
export function azureError(
  status: number,
  code: string,
  message: string,
  innererror?: { code: string },
): Answer {
  return { status, body: { error: { code, message, ...(innererror && { innererror }) } } };
}

export function refuse(status: number, code: string, message: string): never {
  throw new Refusal(azureError(status, code, message));
}

/** Everything else that ARM and Key Vault ask of a body. */
export const badJson = azureError(
  400,
  'InvalidRequestContent',
  'The request content was invalid and could not be deserialized.',
);
