import type { Instant } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { withModels } from '../database/models.ts';
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
  await database.transaction('system', (transaction) =>
    withModels(transaction, async ({ member, session }) => {
      const { partnerId } = await member.findUniqueOrThrow({ where: { id: memberId } });
      await session.create({
        data: { sha256, partnerId, memberId, createdAt, expiresAt, idleSeconds, endsAt },
      });
    }),
  );
  return { token, expiresAt: expiresAt.toISOString() };
}

export async function endSession(database: Database, cookieToken: string): Promise<void> {
  const where = { sha256: new Uint8Array(sessionHash(cookieToken)) };
  await database.transaction('system', (transaction) =>
    withModels(transaction, ({ session }) => session.deleteMany({ where })),
  );
}
