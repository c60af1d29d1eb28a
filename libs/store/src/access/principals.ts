/** Principals of members: what stands in history, and whom four eyes compares. */

const PREFIX = 'member:';

export const principalOf = (memberId: string): string => `${PREFIX}${memberId}`;

/** The member who acts, also by a token; null where it is nobody. */
export const memberOf = (principal: string): string | null =>
  principal.startsWith(PREFIX) ? principal.slice(PREFIX.length) : null;
