import type { Instant } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { columns } from '../database/columns.ts';
import { insertRow } from '../database/insertRow.ts';
import type { Member, Session } from '../generated/client.ts';
import type { SessionLimits } from './accessRecords.ts';
import { newSessionToken, sessionHash } from './authentication.ts';

/** Returns the cookie's token; only its SHA-256 is stored. */
export async function createSession(
  database: Database,
  memberId: string,
  { idleSeconds, longestSeconds }: SessionLimits,
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
      ...{ createdAt, expiresAt, idleSeconds, endsAt },
    });
    await transaction.finish(query, values);
  });
  return { token, expiresAt: expiresAt.toISOString() };
}

export async function endSession(database: Database, cookieToken: string): Promise<void> {
  await database.read('delete from session where sha256 = $1', [sessionHash(cookieToken)]);
}
