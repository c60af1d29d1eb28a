/** `/auth/callback`: takes the provider's answer, and makes a session. */
import { randomUUID } from 'node:crypto';
import { MAIN_PROVIDER } from '@keyway/config';
import { globalId, ROLES } from '@keyway/core';
import type { SignInPage } from '@keyway/messages';
import type { Admission, MemberRecord, NotAdmitted } from '@keyway/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProviderConfig } from '../config.ts';
import { cookieValue, SESSION_COOKIE } from '../transport/authenticate.ts';
import {
  ATTEMPT_COOKIE,
  expiredCookie,
  readAttempt,
  safeReturnTo,
  sessionCookie,
} from './attemptCookie.ts';
import type { Attempt, Person, Provider } from './provider.ts';
import { invitationPath, mainProvider, purposePath } from './providers.ts';
import { sendPage, type Ways } from './signInPage.ts';
import type { SignIn } from './signInRoutes.ts';
import { shortUserAgent } from './userAgent.ts';

/** By what this person may come in. Only the sandbox's provider assigns roles. */
function admissionOf(
  { emailVerified, claims, ...person }: Person,
  { invitationToken }: Attempt,
  { id, issuer, assignsRoles }: ProviderConfig,
  { ownerEmail, session, providers }: SignIn['config'],
): Admission {
  const role = assignsRoles ? ROLES.find((known) => known === person.role) : undefined;
  // An address that the provider doesn't vouch for admits nobody.
  const { email: _unverified, ...others } = claims;
  return {
    invitationToken,
    provider: { issuer, isMain: mainProvider(providers)?.id === id },
    ownerEmail,
    claims: emailVerified ? claims : others,
    ruleSeconds: session.longestSeconds,
    demo: role ? { role, imsOrgIds: person.imsOrgIds } : null,
  };
}

/** Where the attempt began: a sign-in for an invitation is begun again by its link. */
const pathOf = ({ invitationToken }: Attempt): string =>
  invitationToken === null ? '/auth/login' : invitationPath(invitationToken);

/** How who was not let in continues: with another account, unless the link is at its end. */
function waysOf(reason: NotAdmitted, retry: string): Ways {
  switch (reason) {
    case 'notInvited':
    case 'removed':
    case 'emailNotVerified':
      return { retry, label: 'otherAccount' };
    // Whoever opened a colleague's link is often signed in as themselves.
    case 'invitationForOther':
      return { retry, label: 'otherAccount', home: true };
    default:
      return { label: 'signIn' };
  }
}

/** The provider's answer to this browser's attempt, which came to the provider's own address. */
function answerTo(
  { providers }: SignIn,
  request: FastifyRequest,
): { attempt: Attempt; provider: Provider } | null {
  const attempt = readAttempt(cookieValue(request.headers.cookie, ATTEMPT_COOKIE));
  const { provider: addressed = MAIN_PROVIDER } = request.params as { provider?: string };
  const provider = attempt?.provider === addressed ? providers.find(addressed) : null;
  return attempt && provider && { attempt, provider };
}

export async function callback(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { config, store, partnerId } = signIn;
  const answer = answerTo(signIn, request);
  void reply
    .header('set-cookie', expiredCookie(ATTEMPT_COOKIE))
    .header('cache-control', 'no-store');
  if (!answer) return sendPage(request, reply, 400, 'tookTooLong');
  const { attempt, provider } = answer;
  const returnTo = safeReturnTo(attempt.returnTo, config.publicUrl);
  const { stepUp } = attempt;
  const again = (otherAccount: boolean): string =>
    purposePath(pathOf(attempt), provider.config.id, { stepUp, returnTo, otherAccount });
  let person: Person;
  try {
    person = await provider.finish(attempt, request.url.slice(request.url.indexOf('?')));
  } catch (error) {
    request.log.warn(
      {
        reason: error instanceof Error ? error.message : String(error),
        provider: provider.config.id,
        requestId: request.id,
      },
      'a sign-in was refused',
    );
    return sendPage(request, reply, 400, 'notConfirmed', { retry: again(false) });
  }
  const system = store.system();
  const earlier = cookieValue(request.headers.cookie, SESSION_COOKIE);
  const admitted = await system.signIn(
    partnerId,
    person,
    admissionOf(person, attempt, provider.config, config),
  );
  if ('notAdmitted' in admitted)
    return sendPage(request, reply, 403, admitted.notAdmitted, {
      ...waysOf(admitted.notAdmitted, again(true)),
      values: { account: person.email ?? person.name },
    });
  const { member } = admitted;
  const insufficient = stepUp
    ? await insufficientStepUp(signIn, provider.config, { person, member, earlier })
    : null;
  if (insufficient) return sendPage(request, reply, 403, insufficient, { retry: again(false) });
  await recordSignIn(signIn, member);
  // Signing in again ends this browser's earlier session (ASVS 5, 7.2.4).
  if (earlier) await system.endSession(earlier);
  const { authenticatedAt, acr, idToken } = person;
  const session = await system.createSession(member.id, config.session, {
    ...{ provider: provider.config.id, authenticatedAt, acr, idToken },
    userAgent: shortUserAgent(request.headers['user-agent']),
  });
  return reply
    .header(
      'set-cookie',
      sessionCookie(SESSION_COOKIE, session.token, config.session.longestSeconds),
    )
    .redirect(returnTo, 303);
}

interface SignedInAgain {
  person: Person;
  member: MemberRecord;
  /** The cookie's token of the session that is to be confirmed. */
  earlier: string | null;
}

/** Why a sign-in doesn't do for what it was asked for. The earlier session stays as it is. */
async function insufficientStepUp(
  { store }: SignIn,
  { stepUp }: ProviderConfig,
  { person, member, earlier }: SignedInAgain,
): Promise<SignInPage | null> {
  if (stepUp?.acr && !stepUp.acr.includes(person.acr ?? '')) return 'acrMissing';
  const viewer = earlier && (await store.system().authenticateSession(earlier));
  return viewer && viewer.id !== member.id ? 'otherPerson' : null;
}

/** Sign-ins are part of the partner's history. */
async function recordSignIn({ store, partnerId }: SignIn, member: MemberRecord): Promise<void> {
  const principal = `member:${member.id}`;
  const actor = { principal, name: member.name, origin: 'console' } as const;
  const occurrence = { id: randomUUID(), at: new Date().toISOString(), actor };
  const data = { memberId: globalId('Member', member.id), name: member.name };
  const request = { principal, operation: 'signIn', input: null };
  await store.forPartner({ partnerId, organizationIds: null }).mutate(request, async (unit) => {
    await unit.history.append(null, 'memberSignedIn', data, occurrence);
    return null;
  });
}
