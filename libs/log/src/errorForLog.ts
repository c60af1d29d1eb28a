import { redactText } from './redactText.ts';

/** How deep causes are followed. */
const MAX_CAUSES = 3;
const MAX_MESSAGE_CHARACTERS = 4000;
const MAX_STACK_CHARACTERS = 8000;

/**
 * An error as logs show it: message, code, stack and causes, without secrets and without the
 * request or connection that it carries.
 */
export function errorForLog(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return shortened(String(error), MAX_MESSAGE_CHARACTERS);
  const { name, message, stack, cause, code } = error as Error & { code?: unknown };
  return {
    type: name,
    message: shortened(message, MAX_MESSAGE_CHARACTERS),
    code,
    stack: stack && shortened(stack, MAX_STACK_CHARACTERS),
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: errorForLog(cause, depth + 1) }),
  };
}

/** Redacted first: a secret that is cut in two is not recognized. */
const shortened = (text: string, characters: number): string =>
  redactText(text).slice(0, characters);
