/** People and programs that use Keyway: members, their sessions, API tokens. */
import type { Instant, Role } from '@keyway/core';

export interface MemberRecord {
  id: string;
  partnerId: string;
  name: string;
  email: string | null;
  role: Role;
  organizationIds: string[] | null;
  createdAt: Instant;
}

export interface ApiTokenRecord {
  id: string;
  name: string;
  /** The first characters, so that people can distinguish tokens. */
  prefix: string;
  role: Role;
  scopes: string[];
  organizationIds: string[] | null;
  /** `member:{id}` or `token:{id}`: whom it acts for (four eyes). */
  principal: string;
  createdAt: Instant;
  createdBy: string;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
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
  organizationIds: string[] | null;
  expiresAt: Instant | null;
}

export interface NewApiToken {
  name: string;
  role: Role;
  scopes: string[];
  organizationIds: string[] | null;
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
