/** A person of a partner, who signed in. */
import { randomUUID } from 'node:crypto';
import type { Role } from '@keyway/core';
import type { Admission, MemberRecord, Store } from '@keyway/store';

/** Nobody is admitted by this alone. */
export const NO_ADMISSION: Admission = {
  invitationToken: null,
  provider: { issuer: 'https://id', isMain: true },
  ownerEmail: null,
  claims: {},
  ruleSeconds: 3600,
  demo: null,
};

/** Who signs in; an owner of the whole partner unless set. */
export interface PersonOptions {
  name?: string;
  subject?: string;
  email?: string | null;
  role?: Role;
  /** Null: every organization of the partner. */
  imsOrgIds?: readonly string[] | null;
}

/** A member with one role; an owner of the whole partner unless set. */
export async function aMember(
  store: Store,
  partnerId: string,
  {
    name = 'Ana',
    subject = randomUUID(),
    email = null,
    role = 'OWNER',
    ...more
  }: PersonOptions = {},
): Promise<MemberRecord> {
  const person = { issuer: 'https://id', subject, name, email, emailVerified: email !== null };
  const demo = { role, imsOrgIds: more.imsOrgIds ?? null };
  const result = await store.system().signIn(partnerId, person, { ...NO_ADMISSION, demo });
  if ('notAdmitted' in result) throw new Error(`Not admitted: ${result.notAdmitted}`);
  return result.member;
}
