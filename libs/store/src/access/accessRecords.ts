/** People and programs that use Keyway: members, their sessions, API tokens. */
import type { Instant, Role } from '@keyway/core';

/** A person of a partner, created at their first sign-in. */
export interface MemberRecord {
  id: string;
  partnerId: string;
  name: string;
  email: string | null;
  role: Role;
  /** Null: every organization of the partner. */
  organizationIds: string[] | null;
  createdAt: Instant;
}

/** What may be shown of an API token. The token itself is returned once, at its creation. */
export interface ApiTokenRecord {
  id: string;
  name: string;
  /** The first characters, so that people can distinguish tokens. */
  prefix: string;
  role: Role;
  /** As in `Authenticated`. */
  scopes: string[];
  /** Null: every organization of the partner. */
  organizationIds: string[] | null;
  /** `member:{id}` or `token:{id}`: whom it acts for (four eyes). */
  principal: string;
  createdAt: Instant;
  /** The maker's name at that time. */
  createdBy: string;
  /** Null: does not expire. */
  expiresAt: Instant | null;
  /** Written at most once a minute; null until the first use. */
  lastUsedAt: Instant | null;
  /** Null: not revoked. */
  revokedAt: Instant | null;
}

/** Who is asking: from a session cookie or an API token. */
export interface Authenticated {
  kind: 'MEMBER' | 'TOKEN' | 'BOOTSTRAP';
  /** The member's or the token's ID. */
  id: string;
  partnerId: string;
  partnerName: string;
  /** `member:{id}` or `token:{id}` (four eyes). */
  principal: string;
  name: string;
  email: string | null;
  role: Role;
  /**
   * Of the member a token acts for: a token may never do more than its maker. Null for members and
   * tokens of no person.
   */
  makerRole: Role | null;
  /** `read`, `runs:write`, `approve`, `admin`; a member has all four. */
  scopes: string[];
  /** Null: every organization of the partner. A token never sees more than its member does. */
  organizationIds: string[] | null;
  /** Of the session or token; null: does not expire. */
  expiresAt: Instant | null;
}

/** A token to create. Role, scopes and expiry were checked by the caller. */
export interface NewApiToken {
  name: string;
  role: Role;
  scopes: string[];
  /** Null: every organization that the maker sees. */
  organizationIds: string[] | null;
  /** Null: does not expire. */
  expiresAt: Instant | null;
  maker: Pick<Authenticated, 'kind' | 'id' | 'principal' | 'name'>;
}

/** As the sign-in provider describes a person. */
export interface SignedIn {
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
}

/** When a session ends (ASVS 5, 7.3.1 and 7.3.2). */
export interface SessionLimits {
  /** After its last use. */
  idleSeconds: number;
  /** After signing in, however much it is used. */
  longestSeconds: number;
}
