/**
 * `/auth/login`, `/auth/invitation/…`, `/auth/callback` and `/auth/logout`: OIDC with code flow,
 * PKCE, state and nonce; then a session cookie.
 */
import { randomUUID } from 'node:crypto';
import { globalId, ROLES } from '@keyway/core';
import { httpText, type SignInPage } from '@keyway/messages';
import type { Admission, MemberRecord, Store } from '@keyway/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { cookieValue, isOwnOrigin, SESSION_COOKIE } from '../transport/authenticate.ts';
import { requestLocale } from '../transport/requestLocale.ts';
import {
  ATTEMPT_COOKIE,
  attemptCookie,
  expiredCookie,
  readAttempt,
  safeReturnTo,
  sessionCookie,
} from './attemptCookie.ts';
import { Provider, type Attempt, type Person } from './provider.ts';
import { signInPage } from './signInPage.ts';

export interface SignInOptions {
  config: Pick<Config, 'sandbox' | 'oidc' | 'publicUrl' | 'session' | 'ownerEmail'>;
  store: Store;
  /** The partner of everybody who signs in. */
  partnerId: string;
}

const sendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  page: SignInPage,
): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(signInPage(page, requestLocale(request, reply)));

/** By what this person may come in. Only the sandbox's provider assigns roles. */
function admissionOf(
  { emailVerified, claims, ...person }: Person,
  { invitationToken }: Attempt,
  { sandbox, ownerEmail, session }: SignInOptions['config'],
): Admission {
  const role = sandbox ? ROLES.find((known) => known === person.role) : undefined;
  // An address that the provider doesn't vouch for admits nobody.
  const { email: _unverified, ...others } = claims;
  return {
    invitationToken,
    ownerEmail,
    claims: emailVerified ? claims : others,
    ruleSeconds: session.longestSeconds,
    demo: role ? { role, imsOrgIds: person.imsOrgIds } : null,
  };
}

/** Sends the browser to the provider. */
async function begin(
  provider: Provider | null,
  request: FastifyRequest,
  reply: FastifyReply,
  attempted: Pick<Attempt, 'returnTo' | 'invitationToken'>,
): Promise<FastifyReply> {
  if (!provider) return sendPage(request, reply, 404, 'notSetUp');
  try {
    const { attempt, url } = await provider.begin(attempted);
    return await reply
      .header('set-cookie', attemptCookie(attempt))
      .header('cache-control', 'no-store')
      .redirect(url.href, 303);
  } catch (error) {
    request.log.warn(
      { err: error, requestId: request.id },
      'the sign-in provider cannot be reached',
    );
    return sendPage(request, reply, 503, 'providerAway');
  }
}

function login(
  provider: Provider | null,
  { config }: SignInOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { returnTo } = request.query as { returnTo?: unknown };
  const attempted = { returnTo: safeReturnTo(returnTo, config.publicUrl), invitationToken: null };
  return begin(provider, request, reply, attempted);
}

/** The link of an invitation. Following it uses nothing up: only signing in does. */
async function invitation(
  provider: Provider | null,
  { store, partnerId }: SignInOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { token } = request.params as { token: string };
  void reply.header('referrer-policy', 'no-referrer');
  if (!(await store.system().isInvitationOpen(partnerId, token)))
    return sendPage(request, reply, 410, 'invitationClosed');
  return begin(provider, request, reply, { returnTo: '/', invitationToken: token });
}

async function callback(
  provider: Provider | null,
  options: SignInOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const attempt = readAttempt(cookieValue(request.headers.cookie, ATTEMPT_COOKIE));
  void reply
    .header('set-cookie', expiredCookie(ATTEMPT_COOKIE))
    .header('cache-control', 'no-store');
  if (!provider || !attempt) return sendPage(request, reply, 400, 'tookTooLong');
  let person: Person;
  try {
    person = await provider.finish(attempt, request.url.slice(request.url.indexOf('?')));
  } catch (error) {
    request.log.warn(
      {
        reason: error instanceof Error ? error.message : String(error),
        requestId: request.id,
      },
      'a sign-in was refused',
    );
    return sendPage(request, reply, 400, 'notConfirmed');
  }
  const system = options.store.system();
  const signedIn = await system.signIn(
    options.partnerId,
    person,
    admissionOf(person, attempt, options.config),
  );
  if ('notAdmitted' in signedIn) return sendPage(request, reply, 403, signedIn.notAdmitted);
  const { member } = signedIn;
  await recordSignIn(options, member);
  // Signing in again ends this browser's earlier session (ASVS 5, 7.2.4).
  const earlier = cookieValue(request.headers.cookie, SESSION_COOKIE);
  if (earlier) await system.endSession(earlier);
  const limits = options.config.session;
  const session = await system.createSession(member.id, limits);
  return reply
    .header('set-cookie', sessionCookie(SESSION_COOKIE, session.token, limits.longestSeconds))
    .redirect(safeReturnTo(attempt.returnTo, options.config.publicUrl), 303);
}

/** Sign-ins are part of the partner's history. */
async function recordSignIn(
  { store, partnerId }: SignInOptions,
  member: MemberRecord,
): Promise<void> {
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

async function logout(
  options: SignInOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { origin } = request.headers;
  if (
    request.headers['x-keyway-csrf'] === undefined ||
    !isOwnOrigin(origin, options.config.publicUrl)
  ) {
    const locale = requestLocale(request, reply);
    return reply.code(403).send({ error: httpText('csrfHeaderMissing', locale) });
  }
  const token = cookieValue(request.headers.cookie, SESSION_COOKIE);
  if (token) await options.store.system().endSession(token);
  return reply.header('set-cookie', expiredCookie(SESSION_COOKIE)).code(204).send();
}

export function addSignInRoutes(server: FastifyInstance, options: SignInOptions): void {
  const { oidc, publicUrl } = options.config;
  const provider = oidc ? new Provider(oidc, publicUrl) : null;
  server.get('/auth/login', (request, reply) => login(provider, options, request, reply));
  server.get('/auth/invitation/:token', (request, reply) =>
    invitation(provider, options, request, reply),
  );
  server.get('/auth/callback', (request, reply) => callback(provider, options, request, reply));
  server.post('/auth/logout', (request, reply) => logout(options, request, reply));
}
