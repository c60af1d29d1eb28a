import type { Instant } from '@keyway/core';
import type { ModelClient } from '../database/modelClient.ts';
import type { SessionLimits } from './accessRecords.ts';
import { newSessionToken, sessionHash } from './authentication.ts';

/** Answers the cookie's token; only its SHA-256 is stored. */
export async function createSession(
  models: ModelClient,
  memberId: string,
  { idleSeconds, longestSeconds }: SessionLimits,
  createdAt: Date,
): Promise<{ token: string; expiresAt: Instant }> {
  const after = (seconds: number): Date => new Date(createdAt.getTime() + seconds * 1000);
  const endsAt = after(longestSeconds);
  const expiresAt = after(Math.min(idleSeconds, longestSeconds));
  const token = newSessionToken();
  const sha256 = new Uint8Array(sessionHash(token));
  await models.transaction(async ({ member, session }) => {
    const { partnerId } = await member.findUniqueOrThrow({
      where: { id: memberId },
      select: { partnerId: true },
    });
    await session.create({
      data: { sha256, partnerId, memberId, createdAt, expiresAt, idleSeconds, endsAt },
    });
  });
  return { token, expiresAt: expiresAt.toISOString() };
}

export async function endSession(models: ModelClient, cookieToken: string): Promise<void> {
  const where = { sha256: new Uint8Array(sessionHash(cookieToken)) };
  await models.transaction(({ session }) => session.deleteMany({ where }));
}
