/** Why a link is closed: what the error of `handedOff` says (docs/reference/api.md, Hand-offs). */
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

const REASONS = ['REVOKED', 'EXPIRED', 'COMPLETED', 'CANCELLED'] as const;

export interface ClosedView {
  /** Who made it and can make another. */
  partner: string;
  reason: (typeof REASONS)[number];
  /** When it expired or was revoked. */
  at: string | null;
}

/**
 * Undefined where the request failed otherwise; null where the link is not one that Keyway knows.
 */
export function closedViewOf(error: unknown): ClosedView | null | undefined {
  if (ServerError.is(error) && error.statusCode === 401) return null;
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const said = error.errors.find(({ extensions }) => extensions?.code === 'HAND_OFF_CLOSED');
  const { partner, reason: given, at } = said?.extensions ?? {};
  const reason = REASONS.find((known) => known === given);
  if (typeof partner !== 'string' || !reason) return undefined;
  return { partner, reason, at: typeof at === 'string' ? at : null };
}
