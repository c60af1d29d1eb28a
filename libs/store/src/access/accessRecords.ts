/** People and programs that use Keyway: members, their sessions, API tokens. */
import type { Grant, HandOffActor, Instant, Rights, Role } from '@keyway/core';
import type { MemberGrant } from './grantRows.ts';

/** A person of a partner. */
export interface MemberRecord {
  id: string;
  partnerId: string;
  name: string;
  email: string | null;
  /** Those in effect now. */
  grants: MemberGrant[];
  createdAt: Instant;
  /** Written at most once a minute; null for who was not here since it is kept. */
  lastSeenAt: Instant | null;
  /** Null while the member may sign in. */
  removedAt: Instant | null;
}

/** A member as people see them who don't manage members. */
export type NamedMember = Pick<MemberRecord, 'id' | 'name' | 'createdAt' | 'removedAt'>;

/** An invitation. Its link's token is returned once, when it is created. */
export interface InvitationRecord {
  id: string;
  email: string;
  grants: Grant[];
  status: 'OPEN' | 'ACCEPTED' | 'REVOKED' | 'EXPIRED';
  /** The inviter's name at that time. */
  invitedBy: string;
  invitedAt: Instant;
  expiresAt: Instant;
}

/** A link to one actor's open steps of one run. Its token is returned once, when it is created. */
export interface HandOffRecord {
  id: string;
  runId: string;
  organizationId: string;
  actor: HandOffActor;
  note: string | null;
  /** The maker's name at that time. */
  createdBy: string;
  createdAt: Instant;
  expiresAt: Instant;
  /** Null: not revoked. */
  revokedAt: Instant | null;
  /** Written at most once a minute, and with each act; null until the first use. */
  lastUsedAt: Instant | null;
  /** Visits, of which those within a minute count once, and acts. */
  uses: number;
}

/** Who has the link of a hand-off: for its steps alone, and for nothing else of the partner. */
export interface HandOffAccess {
  id: string;
  partnerId: string;
  partnerName: string;
  organizationId: string;
  organizationName: string;
  runId: string;
  actor: HandOffActor;
  note: string | null;
  expiresAt: Instant;
  /** Null while it is open. */
  closed: HandOffClosing | null;
}

/** Why the link of a hand-off opens nothing any more, and when that was, where it has a time. */
export type HandOffClosing =
  | { reason: 'REVOKED' | 'EXPIRED'; at: Instant }
  /** The run was completed; it was cancelled, or its organization archived. */
  | { reason: 'COMPLETED' | 'CANCELLED'; at: null };

/** A hand-off to create. Actor and expiry were checked by the caller. */
export interface NewHandOff {
  runId: string;
  actor: HandOffActor;
  note: string | null;
  expiresAt: Instant;
}

/** Gives a grant while the ID token of the issuer carries the claim with this value. */
export interface ClaimRule {
  /** Without a slash at the end; null: the main provider's. */
  issuer: string | null;
  claim: string;
  value: string;
  grant: Grant;
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
  /** The program that got it by a sign-in in the browser; null: somebody created it. */
  clientId: string | null;
}

/** Who is asking: from a session cookie or an API token. */
export interface Authenticated extends Rights {
  kind: 'MEMBER' | 'TOKEN' | 'BOOTSTRAP';
  /** The member's or the token's ID. */
  id: string;
  partnerId: string;
  partnerName: string;
  /** `member:{id}` or `token:{id}` (four eyes). */
  principal: string;
  /** Who is signed in, or whom the token acts for; null for one that acts for nobody. */
  memberId: string | null;
  name: string;
  email: string | null;
  /** `read`, `runs:write`, `approve`, `admin`; a member has all four. */
  scopes: string[];
  /**
   * What its grants let it see; null: every organization of the partner. A token never sees more
   * than its maker does.
   */
  organizationIds: string[] | null;
  /** Of the session or token; null: does not expire. */
  expiresAt: Instant | null;
  /** Of a member; null for a token. */
  session: ViewerSession | null;
}

/** How a member is signed in. Null: the provider doesn't say, or a version before made it. */
export interface ViewerSession {
  id: string;
  /** The provider's ID in the settings. */
  provider: string | null;
  /** When the person last showed the provider who they are: the claim `auth_time`. */
  authenticatedAt: Instant | null;
  /** By what means: the claim `acr`. */
  acr: string | null;
}

/** How a session came to be. */
export interface SessionOrigin extends Omit<ViewerSession, 'id'> {
  /** Shortened for people. */
  userAgent: string | null;
  /** For signing out at the provider. It is stored sealed. */
  idToken: string | null;
}

/** What may be shown of a session. */
export interface SessionRecord {
  id: string;
  memberId: string;
  createdAt: Instant;
  /** When it ends if it is not used. */
  expiresAt: Instant;
  /** How long it lasts unused. */
  idleSeconds: number;
  /** When it ends at the latest. */
  endsAt: Instant;
  /** To about a minute. */
  lastUsedAt: Instant;
  userAgent: string | null;
  provider: string | null;
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
  /** The program that gets it by a sign-in in the browser; left out: somebody creates it. */
  clientId?: string;
  maker: Pick<Authenticated, 'kind' | 'id' | 'principal' | 'name'>;
}

/** What a person allows a program. Everything was checked by the caller. */
export interface NewAuthorization {
  partnerId: string;
  memberId: string;
  /** The session that they are signed in with. */
  sessionId: string;
  clientId: string;
  redirectUri: string;
  /** The SHA-256 of the program's verifier (RFC 7636, S256). */
  challenge: Uint8Array;
  scopes: readonly string[];
  tokenName: string;
  tokenSeconds: number;
}

/** What a program presents for a token. */
export interface PresentedCode {
  code: string;
  clientId: string;
  redirectUri: string;
  verifier: string;
}

/** As the sign-in provider describes a person. */
export interface SignedIn {
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
  /** The provider vouches that the address is this person's. */
  emailVerified: boolean;
}

/** The provider of a sign-in, as the settings have it. */
export interface SignInSource {
  /** Without a slash at the end. */
  issuer: string;
  /** Rules without an issuer hold for it. */
  isMain: boolean;
}

/** By what somebody may come in who signs in. */
export interface Admission {
  /** The token of the invitation whose link was followed. */
  invitationToken: string | null;
  /** Who says so. Claims of one provider count for nothing at the others. */
  provider: SignInSource;
  /**
   * KEYWAY_OWNER_EMAIL: whom the main provider knows by this address becomes the owner of a partner
   * without one.
   */
  ownerEmail: string | null;
  /** Of the ID token; rules compare them. */
  claims: Readonly<Record<string, unknown>>;
  /** How long grants by rules hold at most, until the next sign-in. */
  ruleSeconds: number;
  /** What the sandbox's provider says of its people, for whom nobody has decided yet. */
  demo: { role: Role; imsOrgIds: readonly string[] | null } | null;
}

/** What one member has, as counts, and the organizations that it is about. */
export interface MemberHoldings {
  /** Runs that they are responsible for and that are not closed. */
  openRuns: number;
  /** API tokens that work. */
  apiTokens: number;
  /** Hand-offs that are neither revoked nor expired. */
  handOffs: number;
  sharedViews: number;
  /** Of the open runs; IDs by name, the first 500. */
  runOrganizations: string[];
  /** Of the hand-offs; the same. */
  handOffOrganizations: string[];
}

/** Why somebody who signed in was not let in. */
export type NotAdmitted =
  'notInvited' | 'removed' | ClosedInvitation | 'emailNotVerified' | 'invitationForOther';

/**
 * Why the link of an invitation lets nobody in. Unknown: no invitation has such a link. Replaced:
 * the address was invited again.
 */
export type ClosedInvitation =
  | 'invitationUnknown'
  | 'invitationUsed'
  | 'invitationReplaced'
  | 'invitationRevoked'
  | 'invitationExpired';

/** When a session ends (ASVS 5, 7.3.1 and 7.3.2). */
export interface SessionLimits {
  /** After its last use. */
  idleSeconds: number;
  /** After signing in, however much it is used. */
  longestSeconds: number;
}
