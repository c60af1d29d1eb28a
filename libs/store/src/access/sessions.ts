/** Sessions of members: made by signing in, ended by signing out, listed and ended by people. */
import { globalId, type Instant } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { columns, type RowOf } from '../database/columns.ts';
import { insertRow } from '../database/insertRow.ts';
import { Parameters } from '../database/parameters.ts';
import type { Member, Session } from '../generated/client.ts';
import { appendHistory, lockChain } from '../history/appendHistory.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { SessionLimits, SessionOrigin, SessionRecord } from './accessRecords.ts';
import { newSessionToken, sessionHash } from './authentication.ts';
import { openIdToken, sealIdToken } from './sealedIdToken.ts';

/** Of one member, the last used first. */
const MAX_LISTED = 100;

/** Returns the cookie's token; only its SHA-256 is stored. */
export async function createSession(
  database: Database,
  memberId: string,
  { idleSeconds, longestSeconds }: SessionLimits,
  origin: SessionOrigin | null,
  createdAt: Date,
): Promise<{ token: string; expiresAt: Instant }> {
  const after = (seconds: number): Date => new Date(createdAt.getTime() + seconds * 1000);
  const endsAt = after(longestSeconds);
  const expiresAt = after(Math.min(idleSeconds, longestSeconds));
  const token = newSessionToken();
  const sha256 = new Uint8Array(sessionHash(token));
  await database.transaction('system', async (transaction) => {
    const [member] = await transaction.query<Pick<Member, 'partnerId'>>(
      `select ${columns('m', ['partnerId'])} from member m where m.id = $1`,
      [memberId],
    );
    if (!member) throw new Error('There is no such member.');
    const { query, values } = insertRow<Session>('session', {
      ...{ sha256, partnerId: member.partnerId, memberId },
      ...{ createdAt, expiresAt, idleSeconds, endsAt, lastUsedAt: createdAt },
      ...(origin && rowOf(origin, token)),
    });
    await transaction.finish(query, values);
  });
  return { token, expiresAt: expiresAt.toISOString() };
}

const rowOf = (
  { idToken, authenticatedAt, ...plain }: SessionOrigin,
  token: string,
): Partial<Session> => ({
  ...plain,
  authenticatedAt: authenticatedAt === null ? null : new Date(authenticatedAt),
  sealedIdToken: idToken === null ? null : sealIdToken(idToken, token),
});

/** What signing out at the provider needs. */
export type EndedSession = Pick<SessionOrigin, 'provider' | 'idToken'>;

/** Null where there is no such session. */
export async function endSession(
  database: Database,
  cookieToken: string,
): Promise<EndedSession | null> {
  const [row] = await database.read<RowOf<Session, 'provider' | 'sealedIdToken'>>(
    `delete from session s where s.sha256 = $1 returning ${columns('s', ['provider', 'sealedIdToken'])}`,
    [sessionHash(cookieToken)],
  );
  if (!row) return null;
  const { provider, sealedIdToken } = row;
  return { provider, idToken: sealedIdToken && openIdToken(sealedIdToken, cookieToken) };
}

const FIELDS = [
  'id',
  'memberId',
  'createdAt',
  'expiresAt',
  'idleSeconds',
  'endsAt',
  'lastUsedAt',
  'userAgent',
  'provider',
] as const satisfies readonly (keyof Session)[];
type Row = RowOf<Session, (typeof FIELDS)[number]>;

const sessionRecord = ({ createdAt, expiresAt, lastUsedAt, ...row }: Row): SessionRecord => ({
  ...row,
  endsAt: row.endsAt.toISOString(),
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  lastUsedAt: (lastUsedAt ?? createdAt).toISOString(),
});

/** Those in which a member is signed in now, the last used first; at most a hundred. */
export async function listSessions(
  { visibility, sql }: View,
  memberId: string,
): Promise<SessionRecord[]> {
  const parameters = new Parameters();
  const rows = await sql.query<Row>(
    `select ${columns('s', FIELDS)} from session s
     where s.member_id = ${parameters.add(memberId)} and s.expires_at > now()
       and ${visibility.accessCondition(parameters, 's')}
     order by coalesce(s.last_used_at, s.created_at) desc, s.id limit ${MAX_LISTED}`,
    parameters.values,
  );
  return rows.map(sessionRecord);
}

export async function findSession(
  { visibility, sql }: View,
  id: string,
): Promise<SessionRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<Row>(
    `select ${columns('s', FIELDS)} from session s
     where s.id = ${parameters.add(id)} and s.expires_at > now()
       and ${visibility.accessCondition(parameters, 's')}`,
    parameters.values,
  );
  return row ? sessionRecord(row) : null;
}

/** Which sessions of a member end. */
export interface SessionsToEnd {
  memberId: string;
  /** Null: all. */
  id: string | null;
  /** One that stays: the caller's own. */
  except: string | null;
}

/** Ends a member's sessions; answers how many there were. */
export async function endSessions(
  unit: Unit,
  { memberId, id, except }: SessionsToEnd,
  occurrence: Occurrence,
): Promise<number> {
  const { partnerId } = unit.visibility.scope;
  await lockChain(unit.sql, { partnerId, organizationId: null });
  const parameters = new Parameters();
  const where = [
    `s.member_id = ${parameters.add(memberId)}`,
    's.expires_at > now()',
    unit.visibility.accessCondition(parameters, 's'),
  ];
  if (id !== null) where.push(`s.id = ${parameters.add(id)}`);
  if (except !== null) where.push(`s.id <> ${parameters.add(except)}`);
  const ended = await unit.sql.query<Pick<Member, 'name'>>(
    `delete from session s using member m
     where m.id = s.member_id and ${where.join(' and ')} returning ${columns('m', ['name'])}`,
    parameters.values,
  );
  const [first] = ended;
  if (!first) return 0;
  const data = {
    memberId: globalId('Member', memberId),
    name: first.name,
    count: ended.length,
  };
  await appendHistory(unit, null, 'sessionsEnded', data, occurrence);
  return ended.length;
}
